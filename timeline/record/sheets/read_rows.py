"""The rows of a sheet by the columns that they mean, and what of the sheet means nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..problems.problem import clipped, did_you_mean
from .sheet import Cell, Complaint, Sheet, complaint
from .tables import Column, Table, table_of

WORD = re.compile(r"[\s._:()]+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Row:
    """A row: its number on the sheet, and its cells by the heads of their columns; `place` is where to point at it."""

    cells: Mapping[str, Cell]
    place: Cell

    def text(self, head: str) -> str:
        """What the cell of a column says, without space around it; "" where there is none."""
        return self.cells[head].text.strip() if head in self.cells else ""


@dataclass(frozen=True)
class Rows:
    """What a sheet holds for the record: its table, the columns that it has of it, its rows that aren't empty."""

    table: Table
    columns: Sequence[Column]
    rows: Sequence[Row]


def read_rows(sheet: Sheet) -> tuple[Rows, list[Complaint]]:
    """The rows of a sheet that has the name of a table, and its columns that aren't brought."""
    table = table_of(sheet.name)
    assert table  # which the caller asked
    places, columns, complaints = dict[str, int](), list[Column](), list[Complaint]()
    known = {_plain(column.head): column for column in table.columns(_languages(sheet.head))}
    for place, head in enumerate(sheet.head, 1):
        column = known.get(_plain(head))
        cell = Cell(sheet.name, 1, place)
        if column is None and head.strip():
            hint = did_you_mean(head.strip(), [column.head for column in known.values()])
            message = f"there is no column `{clipped(head)}`: it is not brought"
            complaints.append(complaint(cell, "sheet-column", message, hint if hint.startswith("did") else ""))
        elif column and column.head in places:
            message = f"the column `{column.head}` is there twice: this one is not brought"
            complaints.append(complaint(cell, "sheet-column", message, "delete one of them"))
        elif column:
            places[column.head] = place
            columns.append(column)
    rows = [_row(sheet, number, texts, places) for number, texts in sheet.rows if any(map(str.strip, texts))]
    return Rows(table, columns, rows), complaints


def has_its_heads(sheet: Sheet) -> bool:
    """True of a sheet whose name is that of a table, and which has the columns by which rows of that are known.

    Any list may be called `events`. The sheet of the timeline itself has no such column: most of its own are known.
    """
    table = table_of(sheet.name)
    if table is None:
        return False
    rows, strange = read_rows(Sheet(sheet.name, sheet.head, ()))
    heads = {column.head for column in rows.columns}
    if table.single or not (table.has_ids or table.keys):
        return len(heads) > len(strange)
    return {*table.keys, *(("id",) if table.has_ids else ())} <= heads


def _languages(head: Sequence[str]) -> list[str]:
    """What may be a language at the end of a head: `title en`."""
    last = [WORD.split(text.strip(" )"))[-1] for text in head if WORD.search(text.strip())]
    words = (word if LANGUAGE.fullmatch(word) else word.lower() for word in last)
    return [word for word in dict.fromkeys(words) if LANGUAGE.fullmatch(word)]


def _plain(head: str) -> str:
    """A head without the differences that say nothing: `Title (EN)`, `title.en` and `title en` are one."""
    return " ".join(filter(None, WORD.split(head.strip()))).casefold()


def _row(sheet: Sheet, number: int, texts: Sequence[str], places: Mapping[str, int]) -> Row:
    cells = {
        head: Cell(sheet.name, number, place, texts[place - 1] if place <= len(texts) else "")
        for head, place in places.items()
    }
    return Row(cells, cells.get("id") or Cell(sheet.name, number, min(places.values(), default=1)))
