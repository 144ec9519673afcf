"""Lines that begin in a column, or with a sign, where no field and no item can begin."""

from __future__ import annotations

import re

import yaml

from ...problems.problem import ODD_SPACE, clipped
from .place import AROUND, WHOLE, Said, line_of

FIELD = r"\s*(?:- +)*[^\s:#\"'\[{][^:#]*:"
TIGHT = re.compile(r"\s*(?:- +)*([\w-]+)[:：](\S|[^\S \t])")


def odd_indent(line: str) -> tuple[int, str, str] | None:
    """A line that begins with other characters than spaces, which look like them."""
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        return margin.index("\t"), "a tab indents this line", "YAML is indented with spaces"
    if found := ODD_SPACE.search(margin):
        return (
            found.start(),
            f"a no-break space (U+{ord(found[0]):04X}) indents this line",
            "YAML is indented with plain spaces",
        )
    return None


def no_field(line: str) -> tuple[str, str]:
    """A line among fields that is not a field."""
    if found := TIGHT.match(line):
        return (
            f"behind the colon of `{found[1]}` stands no space",
            f"write `{found[1]}: …`, with a plain colon and a space behind it",
        )
    return (
        f"`{clipped(line)}` is neither a field nor part of the text above",
        "a field is `name: value`; text that goes on is indented deeper than its field; a comment begins with #",
    )


def colon(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A colon where a text has begun, on this line or on the one above."""
    if "mapping values are not allowed" not in said:
        return None
    before = line_of(text, mark)[: min(mark.column, AROUND)]
    if re.match(rf"{FIELD}\s", before + " ") and ":" in before:
        return mark.line, mark.column, "a text without quotes holds `: `", WHOLE
    end = max(0, mark.index - mark.column - 1)
    above = text[max(0, end - AROUND) : end].rpartition("\n")[2]
    if found := re.match(r"\s*(-[^\s-]|[–—])", above):
        return (
            mark.line - 1,
            found.end() - len(found[1]),
            f"`{found[1][0]}` begins no item here",
            "an item begins with a hyphen and a space: `- id: …`",
        )
    if TIGHT.match(above):
        return mark.line - 1, len(above) - len(above.lstrip()), *no_field(above)
    return (
        mark.line,
        len(before) - len(before.lstrip()),
        "this line is indented deeper than the one above, and so read as part of its text",
        "indent it as the fields beside it; or put the text above in quotes",
    )


def indent(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A line whose indentation fits neither the lines above nor those around them."""
    if not re.search("expected key|'-' indicator|expected <block end>", said):
        return None
    line = line_of(text, mark)
    if found := re.match(r"\s*(-[^\s-]|[–—])", line):
        return (
            mark.line,
            mark.column,
            f"`{found[1][0]}` begins no item here",
            "an item begins with a hyphen and a space: `- id: …`",
        )
    listed = text[begin.index : begin.index + 1] == "-"
    if mark.column == begin.column:
        if listed:
            return (
                mark.line,
                mark.column,
                f"this line is no item of the list that it is in (from line {begin.line + 1})",
                "the fields of an item stand below the first of them, not below its hyphen",
            )
        return (
            mark.line,
            mark.column,
            "an item stands among fields here",
            "a list stands below its own field, indented deeper",
        )
    above = f"{'the list' if listed else 'the field'} of line {begin.line + 1} in column {begin.column + 1}"
    message = f"this line begins in column {mark.column + 1}, and {above}"
    return mark.line, mark.column, message, "indent it as the lines that it belongs with"
