"""The text of a YAML file, or what keeps it from being read as one."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from ...installed import program
from ..problems.problem import MAX_PROBLEMS, WARNING, Problem, clipped

MAX_BYTES = 40_000_000  # some 50,000 plain events, or 10,000 as full as those of this timeline
CONFLICT_MARKS = ("<<<<<<< ", "|||||||", "=======", ">>>>>>> ")
CONFLICT = re.compile(r"^(<{7} |\|{7}( |\r?$)|={7}\r?$|>{7} )", re.MULTILINE)
# Characters that YAML allows in no text; the byte order mark, which the two parsers read differently within a text; and
# characters that end a line for a parser but not for an editor, so that all lines below would have other numbers.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

# Pasted from pages and word processors: soft hyphens, spaces of no width, what overrides the direction. Joiners and the
# marks of direction are needed in some scripts.
HIDDEN = re.compile("[\xad\u180e\u200b\u202a-\u202e\u2060-\u2064\u206a-\u206f]")

# A comment without a space behind its #, and what stands before it where that is a field, or a text without quotes.
CUT = re.compile(r" #(?=[^\s#])")
BEFORE = re.compile(r"( *)(?:- +)*[\w-]+:( +[^\"'|>#\[{ ].*| *)")
MOST = 1000  # characters of a line that are looked at
BLOCK = re.compile(r"[|>][-+0-9]*\s*(#.*)?$")


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of a file in UTF-8, without a byte order mark: (text, []), or (None, what is wrong with it).

    `name` is how messages call the file. Refused here are bytes that are not UTF-8, characters that YAML forbids,
    and the marks of a merge conflict, which a parser may notice much later or not at all.
    """
    try:
        if refusal := _refusal(path, name):
            return None, [refusal]
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, [Problem(name, 0, 0, "missing-file", "", "there is no such file")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        column = error.start - (error.object.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        return None, [Problem(name, line, column, "not-utf8", "", message, "save the file as UTF-8")]
    except ValueError:  # a zero byte; Python says it in other words from version to version
        return None, [Problem(name, 0, 0, "missing-file", "", "it cannot be read: no file can have this name")]
    except OSError as error:  # a path through a file, a name that is too long
        return None, [Problem(name, 0, 0, "missing-file", "", f"it cannot be read: {error.strerror}")]
    problem = _conflict_problem(text, name) or _character_problem(text, name)
    return (None, [problem]) if problem else (text, [])


def _refusal(path: Path, name: str) -> Problem | None:
    """Why a file can't be read, as far as that is known before it is opened."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return Problem(name, 0, 0, "missing-file", "", "this is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait, and a device never ends
        return Problem(
            name, 0, 0, "missing-file", "", "this is no file that could be read from its beginning to its end"
        )
    if status.st_size > MAX_BYTES:
        message = (
            f"the file has {status.st_size / 1e6:.1f} MB, and files of more than {MAX_BYTES / 1e6:g} MB are not read"
        )
        hint = "see whether it is the file you meant; if so, make two timelines of it"
        return Problem(name, 0, 0, "file-too-big", "", message, hint)
    return None


def _conflict_problem(text: str, name: str) -> Problem | None:
    # Looking for the words first is quicker than the pattern, and nearly all files have none.
    if not any(mark in text for mark in CONFLICT_MARKS) or not (found := CONFLICT.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    message, hint = "a merge conflict was left in the file", "keep one side and delete the marks"
    return Problem(name, line, 1, "yaml-syntax", "", message, hint)


def _character_problem(text: str, name: str) -> Problem | None:
    if not (found := UNPRINTABLE.search(text)):
        return None
    line, column = _place(text, found.start())
    message = f"the character {named(found[0])} is not allowed here"
    return Problem(name, line, column, "yaml-syntax", "", message, "delete it")


def form_problems(path: Path, name: str) -> list[Problem]:
    """byte-order-mark, line-ends, hidden-character, text-cut: what editors, git or readers stumble over in a file.

    Such files can be read (`serve` and `fmt` do); `check` refuses the first two and warns of the others.
    """
    try:
        content = b"" if _refusal(path, name) else path.read_bytes()
    except (OSError, ValueError):
        return []  # read_text reports it
    problems, repair = [], f"`{program()} fmt` repairs it"
    if content.startswith(b"\xef\xbb\xbf"):
        problems.append(Problem(name, 1, 1, "byte-order-mark", "", "the file begins with a byte order mark", repair))
    if found := re.search(rb"\r\n?", content):
        line, column = (
            content.count(b"\n", 0, found.start()) + 1,
            found.start() - content.rfind(b"\n", 0, found.start()),
        )
        message = f"lines end with {'CR LF, as on Windows' if found[0] != bytes([13]) else 'CR'}, not with LF alone"
        problems.append(Problem(name, line, column, "line-ends", "", message, repair))
    text = content.decode("utf-8-sig", "replace")
    return [*problems, *islice(_hidden(text, name), MAX_PROBLEMS), *islice(_cut(text, name), MAX_PROBLEMS)]


def _place(text: str, at: int) -> tuple[int, int]:
    return _Counter(text).place(at)


class _Counter:
    """Counts the lines of a text once, for places that are asked for in their order."""

    def __init__(self, text: str) -> None:
        self.text, self.line, self.start, self.at = text, 1, 0, 0

    def place(self, at: int) -> tuple[int, int]:
        """The line and column of a character, which stands behind that of the last question."""
        self.line += self.text.count("\n", self.at, at)
        self.start = self.text.rfind("\n", self.at, at) + 1 or self.start
        self.at = at
        return self.line, at - self.start + 1


def _cut(text: str, name: str) -> Iterator[Problem]:
    counter = _Counter(text)
    for found in islice(CUT.finditer(text), MAX_PROBLEMS):
        at = found.start() + 1
        line, column = counter.place(at)
        start = counter.start
        before = BEFORE.fullmatch(text[start : min(at - 1, start + MOST)])
        if before and " #" not in before[2] and not _is_in_block(text, start, len(before[1])):
            rest = text[at : at + MOST].split("\n", 1)[0]
            yield Problem(
                name,
                line,
                column,
                "text-cut",
                "",
                f"`{clipped(rest)}` is a comment here, and no part of the text",
                "put the text in quotes; a comment has a space behind its #",
                WARNING,
            )


def _is_in_block(text: str, start: int, indent: int) -> bool:
    """True of a line in a text that begins below its field: the next line above with less indentation ends in `>-`
    or `|`.
    """
    for line in reversed(text[max(0, start - 10 * MOST) : start].splitlines()):
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            return bool(BLOCK.search(line))
    return False


def _hidden(text: str, name: str) -> Iterator[Problem]:
    counter = _Counter(text)
    for found in HIDDEN.finditer(text):
        line, column = counter.place(found.start())
        yield hidden_character(name, line, column, found[0])


def hidden_character(name: str, line: int, column: int, character: str) -> Problem:
    """The warning of a character that can't be seen."""
    message = f"the character {named(character)} is here, and can't be seen"
    hint = "delete it, or the text around it and write that anew"
    return Problem(name, line, column, "hidden-character", "", message, hint, WARNING)


def named(character: str) -> str:
    """A character by its number and, where it has one, its name: `U+00AD (soft hyphen)`."""
    called = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}{f' ({called})' if called else ''}"
