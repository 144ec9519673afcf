"""Quotation marks, and texts that need them."""

from __future__ import annotations

import re

import yaml

from .place import WHOLE, Said, before

TAB = "\t"


def quotes(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """Quotation marks that are not closed, or closed too early; what a `\\` can't stand before."""
    if "escape character" in said:
        start = mark.index - (
            text[mark.index : mark.index + 1] != "\\"
        )  # LibYAML stands at the backslash, PyYAML behind it
        return (
            mark.line,
            mark.column + start - mark.index,
            f"`{text[start : start + 2]}` means nothing within double quotes",
            "write `\\\\` for a backslash, or put the text in single quotes",
        )
    if "end of stream" in said and text[begin.index : begin.index + 1] in ("'", '"'):
        return (
            begin.line,
            begin.column,
            "the quotation mark that opens here is never closed",
            f"close it behind its text, with a plain `{text[begin.index]}`",
        )
    last = before(text, mark)[0]
    if (
        not isinstance(last, yaml.ScalarToken)
        or last.style not in ("'", '"')
        or text[last.end_mark.index : mark.index].strip()
    ):
        return None
    if last.start_mark.line < last.end_mark.line:
        return (
            last.start_mark.line,
            last.start_mark.column,
            f"the quotation mark that opens here is closed only on line {last.end_mark.line + 1}",
            f"close it behind its text, with a plain `{last.style}`",
        )
    within = "a `'` within it is written `''`" if last.style == "'" else 'a `"` within it is written `\\"`'
    return mark.line, mark.column, "text goes on behind the closing quotation mark", f"{WHOLE}; {within}"


def sign(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A text that begins with a sign that means something else in YAML."""
    place = (
        begin if re.search("alphabetic or numeric|comment or (a )?line break|chomping or indentation", said) else mark
    )
    sign = text[place.index : place.index + 1]
    if place is mark and not re.search(
        "cannot start any token|sequence entries are not allowed|mapping keys are not allowed", said
    ):
        return None
    if sign in "|>" and sign:
        return (
            place.line,
            place.column,
            f"a text cannot begin with `{sign}` on the same line",
            f"{WHOLE}, or begin it on the next line",
        )
    return place.line, place.column, f"a text cannot begin with {'a tab' if sign == TAB else f'`{sign}`'}", WHOLE
