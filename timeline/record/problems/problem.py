"""One thing wrong with a record, said where it is and what would be right."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..folding import letters

ERROR, WARNING = "error", "warning"
LONGEST = 80  # characters: messages repeat no more of the record, and longer words get no suggestion
MANY = 1000  # words: in longer lists a suggestion is looked for among the most likely only
MAX_PROBLEMS = 1000  # of a record that are reported, and in the fields of one file: reading it stops there
TOO_BIG = "file-too-big"  # the code of the problem that a file is not read to its end
TOO_MANY = "too-many"  # the code of the problem that there are more
# Characters that nobody sees or that look like a plain space, and those that tell a terminal what to do. They come
# with pasted text, or through escapes, and ids and dates have none.
HIDDEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACE = re.compile(f"[{SPACES}]")
ODD_END = re.compile(f"^[{SPACES}]+|[{SPACES}]+$")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """A problem at a place in a file.

    `file` is the path as the user gave it; `line` and `column` are 1-based (0 when the file as a
    whole is meant); `code` is a stable kebab-case name, explained in docs/rules.md; `path` says which part
    of the record (`[treaty-signed].claims[c2].figure`); `message` what is wrong, `hint` what would be right.
    An `error` keeps a record from being used, a `warning` asks for a second look.
    """

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str
    hint: str = ""
    severity: str = ERROR

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        path = f" {self.path}:" if self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{where}: {self.severity}[{self.code}]{path} {self.message}{hint}"

    def as_dict(self) -> dict[str, str | int]:
        """The same as a flat dict: file, line, column, code, path, message, hint, severity."""
        return {name: getattr(self, name) for name in self.__slots__}


def reported(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted by file and line: at most a thousand, errors first, and then one that says there are more."""
    found = list(problems)
    counted = sorted((problem for problem in found if problem.code != TOO_MANY), key=lambda one: (one.severity, one))
    if len(counted) <= MAX_PROBLEMS:
        return sorted(found)
    kept, more = sorted(counted[:MAX_PROBLEMS]), counted[MAX_PROBLEMS]
    message = f"{MAX_PROBLEMS} problems stand above, and the rest is not reported"
    last = kept[-1]
    return [
        *kept,
        Problem(last.file, last.line, last.column, TOO_MANY, "", message, "correct these first", more.severity),
    ]


class RecordError(Exception):
    """A record that can't be used. `problems` lists every one found, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the nearest known word, or the list of all where that is short.

    The nearest is one that differs only by capitals and signs, or else the one that is most alike.
    """
    return _nearest(word[:LONGEST], tuple(known))


@lru_cache(maxsize=1024)  # a name that was changed in one place can be unknown in a hundred others
def _nearest(word: str, known: tuple[str, ...]) -> str:
    if (plain := letters(word)) and (same := _by_letters(known).get(plain)):
        return f"did you mean `{same}`?"
    from rapidfuzz import fuzz, process  # noqa: PLC0415 costs 30 ms, and names are nearly always right

    # A thousand words are compared in half a millisecond; a thousand unknown ones are told of in half a second.
    among = known if len(known) <= MANY else _neighbours(word, known)
    if near := process.extractOne(word, among, scorer=fuzz.ratio, score_cutoff=60):
        return f"did you mean `{near[0]}`?"
    if known and len(known) <= 12:
        return "one of: " + ", ".join(known)
    return ""


def _neighbours(word: str, known: tuple[str, ...]) -> set[str]:
    """The words of a long list that begin or end most like a word. Comparing it with all of them takes a second."""
    forwards, backwards = _orders(known)
    begin, end = bisect(forwards, word), bisect(backwards, word[::-1])
    return {
        *forwards[max(0, begin - 50) : begin + 50],
        *(other[::-1] for other in backwards[max(0, end - 50) : end + 50]),
    }


@lru_cache(maxsize=8)
def _by_letters(known: tuple[str, ...]) -> dict[str, str]:
    return {letters(word): word for word in known}


@lru_cache(maxsize=8)
def _orders(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words sorted, and the words read backwards, sorted."""
    return sorted(known), sorted(word[::-1] for word in known)


def clipped(text: object) -> str:
    """A value as messages repeat it: on one line, shortened where it is long, with hidden characters spelled out."""
    words = " ".join(visible(str(text)).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def visible(text: str) -> str:
    """The text with hidden characters as `<U+200B>`.

    No-break spaces are written out at the ends of a text, and in one without other spaces; within a sentence they stay.
    """
    shown = HIDDEN.sub(_spelled, text)
    return (ODD_END if " " in text.strip() else ODD_SPACE).sub(_spelled, shown)


def _spelled(found: re.Match[str]) -> str:
    return "".join(f"<U+{ord(character):04X}>" for character in found[0])
