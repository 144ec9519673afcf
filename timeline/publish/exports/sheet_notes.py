"""What a column of a workbook holds, for people who see sheets and no files: the notes of the field reference, in
words of sheets and cells.
"""

from __future__ import annotations

import re

import yaml

from ...record.model.notes import NOTES
from ...record.places import Node
from ...record.sheets.cells import cell_of
from ...record.sheets.choices import fields_of, is_required
from ...record.sheets.tables import ORDINAL, Column, Table

# What the notes say of files, and what is so of sheets: no quotes, and for each file a sheet.
OF_SHEETS = (
    (re.compile(r",? (?:always )?in quotes\b"), ""),
    (re.compile(r"`(\w+)` in settings\.yaml"), r"the sheet \1"),
    (re.compile(r"\b(events|actors|sources|settings)\.yaml"), r"the sheet \1"),
)


def what(table: Table, column: Column) -> str:
    """What a column holds, in a few sentences: those of the fields that lead to it."""
    if column.head == ORDINAL:
        return "A number for each disagreement of an event: rows with the same one are its sides."
    if not column.steps:
        return f"The id of the {column.head} that this row belongs to."
    text = " ".join(NOTES[part][field][0] for part, field in _fields(table, column))
    for pattern, words in OF_SHEETS:
        text = pattern.sub(words, text)
    return text


def example(table: Table, column: Column) -> str:
    """What a cell of it may look like; "" where the reference has no example, or none in the column's language."""
    for part, field in _fields(table, column):
        # The example of a field is YAML; the steps below the field lead to what stands in this column.
        value: Node = yaml.load(NOTES[part][field][1], Loader=yaml.BaseLoader)
        for step in column.steps[column.steps.index(field) + 1 :]:
            value = value.get(step) if isinstance(value, dict) else None
        if shown := cell_of(value, column.form):
            return shown
    return ""


def note_of(table: Table, column: Column) -> str:
    """What the head of a column says when the mouse is on it."""
    shown = example(table, column)
    words = [
        what(table, column),
        f"Example: {shown}" if shown else "",
        "" if is_required(table, column) else "Optional.",
    ]
    return " ".join(filter(None, words))


def _fields(table: Table, column: Column) -> list[tuple[str, str]]:
    """The fields that lead to a column and have a note; the list that a sheet's rows are is none of them."""
    return [(part, field) for part, field in fields_of(table, column) if field != table.inner]
