"""Any file that can be brought into a record: which kind it is, and who reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..record.read.text import MAX_BYTES
from .bibliography import BIBLIOGRAPHIES, bring_sources, read_bibliography
from .calendar import from_ics
from .draft import Draft
from .errors import BringError
from .found import Findings
from .markwhen import from_markwhen
from .result import Brought
from .sheets import bring_sheets, is_of_a_record
from .spreadsheet import BOOKS, TEXTS, read_book
from .table import from_table
from .timeline_record import bring_timeline
from .timelinejs import from_json, from_rows, is_timelinejs, is_timelinejs_json

CALENDARS, LISTS = (".ics", ".ical", ".ifb"), (".mw", ".md", ".txt")
KNOWN = (*BOOKS, *TEXTS, *BIBLIOGRAPHIES, *CALENDARS, *LISTS)


def bring(
    draft: Draft, file: Path, remove: bool = False, columns: Mapping[str, str] | None = None, language: str = ""
) -> Brought:
    """Put a file into the draft of a record, and check that. `columns` names columns of a table by the fields that they
    hold, `language` is that of the texts of another timeline. Raises BringError where the file can't be read.
    """
    if (size := file.stat().st_size) > MAX_BYTES:
        size, most = size // 1_000_000, MAX_BYTES // 1_000_000
        raise BringError(f"{file} has {size:,} MB, more than the {most} MB that are read; split it")
    suffix = file.suffix.lower()
    if suffix in (*BOOKS, *TEXTS):
        sheets = read_book(file)
        if not columns and is_of_a_record(sheets):
            return bring_sheets(draft, sheets, file, remove)
        first = next((sheet for sheet in sheets if sheet.head), None)
        if first is None:
            raise BringError(f"{file} has no sheet of a record; `export xlsx` writes a workbook to begin with")
        read = from_rows if is_timelinejs(first.head) and not columns else None
        findings = read(first.head, first.rows) if read else from_table(first.head, first.rows, columns)
        return bring_timeline(draft, findings, file, language)
    if suffix == ".json" and is_timelinejs_json(_json(file)):
        return bring_timeline(draft, from_json(file), file, language)
    if suffix in BIBLIOGRAPHIES:
        return bring_sources(draft, read_bibliography(file), file)
    if suffix in (*CALENDARS, *LISTS):
        return bring_timeline(draft, _findings(file), file, language)
    raise BringError(f"{file} is none of the files that can be brought: {', '.join(dict.fromkeys(KNOWN))}")


def _findings(file: Path) -> Findings:
    return from_ics(file) if file.suffix.lower() in CALENDARS else from_markwhen(file)


def _json(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
