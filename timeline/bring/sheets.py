"""A workbook, or one of its sheets as CSV, into a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..record.sheets.merge import Merger
from ..record.sheets.origins import Origins
from ..record.sheets.read_rows import has_its_heads, read_rows
from ..record.sheets.sheet import Sheet
from ..record.sheets.tables import TABLES, table_of
from .draft import Draft, checked
from .errors import BringError
from .new_record import complete_settings
from .result import Brought


def is_of_a_record(sheets: Sequence[Sheet]) -> bool:
    """True of a workbook that has a sheet by the name of one that `export xlsx` writes, and with its columns."""
    return any(map(has_its_heads, sheets))


def bring_sheets(draft: Draft, sheets: Sequence[Sheet], path: Path, remove: bool = False) -> Brought:
    """Put the sheets of a record into its draft, and check that. Sheets of other names are left aside.

    Raises BringError where a new record would have nothing in it, though the sheets have rows.
    """
    merger = Merger(draft.roots, remove=remove and not draft.is_new)
    by_name = {table.name: sheet for sheet in sheets if (table := table_of(sheet.name))}
    languages, touched = dict[str, None](), dict[str, None]()
    for table in TABLES:
        if table.name not in by_name:
            continue
        rows, complaints = read_rows(by_name[table.name])
        merger.complaints += complaints
        merger.merge(rows)
        touched[table.file] = None
        languages |= dict.fromkeys(column.language for column in rows.columns if column.language)
    made = []
    if draft.is_new:
        made = complete_settings(draft, path.stem.replace("_", " "), path.name, [*languages], date.today())
    with checked(draft, [*touched]) as found:
        origins = Origins(merger, found.files, draft.languages())
        complaints = [*merger.complaints, *map(origins.complaint, found.problems)]
    brought = Brought(found.record, complaints, merger.stayed, made)
    record = None if brought.refused else found.record
    filled = any(any(map(str.strip, texts)) for sheet in by_name.values() for _, texts in sheet.rows)
    if draft.is_new and filled and record and not (record.events or record.sources or record.actors):
        raise BringError(f"{path} has rows, but neither an event nor a source or an actor for a new record")
    return brought
