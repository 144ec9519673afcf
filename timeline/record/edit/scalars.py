"""How one text is written in YAML: plain where that is safe, else in quotes, and folded where it is long.

PyYAML's emitter says what may stand plain. A text that YAML would read as a number, a date, a yes or a no
(`NO`, `1e3`, `~`, `2024-10`) is quoted, whatever our own loader makes of it: editors and other programs
read the files too.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache

import yaml

from ..read.nodes import NULLS
from ..read.text import UNPRINTABLE

LINE_BREAKS = re.compile("[\r\x85\u2028\u2029]")
ESCAPED = re.compile("|".join((r'["\\\n\t]', LINE_BREAKS.pattern, UNPRINTABLE.pattern)))
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
WORD_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


@lru_cache(maxsize=1)
def _dumper() -> yaml.SafeDumper:
    return yaml.SafeDumper(io.StringIO(), allow_unicode=True)


@lru_cache(maxsize=8192)
def can_be_plain(text: str, flow: bool) -> bool:
    """True where YAML reads the text without quotes with the same spelling, as a text or as another type."""
    analysis = _dumper().analyze_scalar(text)
    return text not in NULLS and (analysis.allow_flow_plain if flow else analysis.allow_block_plain)


def quoted(text: str) -> str:
    """In double quotes; in single ones where that saves escaping what the text holds."""
    if ('"' in text or "\\" in text) and "'" not in text and not ESCAPED.search(re.sub(r'["\\]', "", text)):
        return f"'{text}'"
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """In double quotes on one line, with escapes for what can't stand there as it is."""
    return '"' + ESCAPED.sub(lambda found: ESCAPES.get(found[0]) or _escape(ord(found[0])), text) + '"'


def _escape(code: int) -> str:
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def block(text: str, width: int) -> tuple[str, list[str]] | None:
    """A text that does not fit its line, or has several, as a block scalar: its header, its lines.

    Folded (`>-`) where a line is longer than `width`, else literal (`|-`); None where a block can't hold it.
    """
    body, chomp = (text[:-1], "") if text.endswith("\n") else (text, "-")
    lines = body.split("\n")
    if not _fits_block(body, lines):
        return None
    foldable = not any(line.startswith(" ") for line in lines)
    if "\n" in text and not (foldable and any(len(line) > width for line in lines)):
        return f"|{chomp}", lines
    if not WORD_BREAK.search(body):
        return None
    return f">{chomp}", [
        piece for index, line in enumerate(lines) for piece in [""] * bool(index) + wrapped(line, width)
    ]


def _fits_block(body: str, lines: list[str]) -> bool:
    """False where a block scalar would need an indentation indicator, white space at line ends, or escapes."""
    odd = "\t" in body or LINE_BREAKS.search(body) or UNPRINTABLE.search(body)
    return (
        bool(lines[0] and lines[-1])
        and not odd
        and lines[0][0] != " "
        and not any(line.endswith(" ") for line in lines)
    )


def wrapped(line: str, width: int) -> list[str]:
    """A line as lines of at most `width`, broken at single spaces; no line for an empty one."""
    lines: list[str] = []
    for word in WORD_BREAK.split(line) if line else ():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
