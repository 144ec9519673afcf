"""What a cell may hold, where that is a word of a vocabulary or the id of a row of another sheet."""

from __future__ import annotations

import typing

from pydantic.fields import FieldInfo

from ..model.model import Part
from .cells import LIST
from .tables import Column, Table

# The sheets whose ids a column holds, by the column's head or its field.
REFERS = {
    "event": "events",
    "other event": "events",
    "part_of": "events",
    "kind": "kinds",
    "source": "sources",
    "quantity": "quantities",
    "unit": "units",
    "scope": "scopes",
    "window": "presets",
}


def words_of(table: Table, column: Column) -> tuple[str, ...]:
    """The words that a cell may hold one of, in their order; none where any text will do."""
    info: FieldInfo | None = None
    part: type[Part] | None = table.part
    for step in column.steps:
        info = part.model_fields.get(step) if part else None
        part = _part_in(info.annotation) if info else None
    if info is None or column.form == LIST:
        return ()
    return ("true", "false") if info.annotation is bool else _words_in(info.annotation)


def refers_to(column: Column) -> str:
    """The sheet whose ids a cell may hold one of; "" where it isn't one id."""
    return "" if column.form == LIST else REFERS.get(column.head, "")


def fields_of(table: Table, column: Column) -> tuple[tuple[str, str], ...]:
    """The fields that lead to a column, from the row's own to the innermost, as (part, field): names of `NOTES`."""
    part: type[Part] | None = table.part
    found = []
    for step in column.steps:
        if part is None or step not in part.model_fields:
            break
        found.append((part.__name__, step))
        part = _part_in(part.model_fields[step].annotation)
    return tuple(found)


def is_required(table: Table, column: Column) -> bool:
    """True of a column that each row needs a value in."""
    if not column.steps:
        return True
    fields = (table.inner_part if table.inner_part and column.steps[0] == table.inner else table.part).model_fields
    return fields[column.field].is_required()


def _part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part_in, typing.get_args(annotation))), None)


def _words_in(annotation: object) -> tuple[str, ...]:
    if typing.get_origin(annotation) is typing.Literal:
        return tuple(map(str, typing.get_args(annotation)))
    return next(filter(None, map(_words_in, typing.get_args(annotation))), ())
