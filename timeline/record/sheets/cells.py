"""What stands in a cell for a value of the record, and what a cell says."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ..places import Node

TEXT, NUMBER, LIST = "text", "number", "list"  # how a cell is read
QUOTED = re.compile(r'[;,"\r\n]|^\s|\s$|^$')
ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;,\r\n]*?))\s*(?:[;,\r\n]|$)')
DECIMAL_COMMA = re.compile(r"-?\d+,(\d{1,2}|\d{4,})")  # 55,75; three digits may be thousands


def cell_of(value: Node, form: str) -> str:
    """The text of a cell for a value as YAML has it; "" for none."""
    if isinstance(value, list):
        return joined([item if isinstance(item, str) else "" for item in value])
    if not isinstance(value, str):
        return ""
    return number_text(value) if form == NUMBER else value


def value_of(text: str, form: str) -> str | list[str]:
    """The value that a cell stands for, as YAML has it."""
    if form == LIST:
        return split(text)
    text = text.strip()
    if form == NUMBER:
        return number_text(text.replace(",", ".") if DECIMAL_COMMA.fullmatch(text) else text)
    return text


def number_text(text: str) -> str:
    """A number as spreadsheets keep it: `39.90` is 39.9. What is no number stays as it is."""
    try:
        value = float(text)
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def joined(items: Sequence[str]) -> str:
    """A list as one cell: `a; b`. An item that holds a separator, or begins or ends with a space, is in quotes."""
    return "; ".join(f'"{item.replace(chr(34), chr(34) * 2)}"' if QUOTED.search(item) else item for item in items)


def split(text: str) -> list[str]:
    """The items of a cell, parted by semicolons, commas or lines."""
    items, at = list[str](), 0
    while at < len(text):
        found = ITEM.match(text, at)
        if found is None:  # a quotation mark that is never closed, or text after a closed one
            return [*items, text[at:].strip()]
        if found[1] is not None:
            items.append(found[1].replace('""', '"'))
        elif found[2]:
            items.append(found[2])
        at = found.end()
    return items
