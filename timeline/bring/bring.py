"""Any file that can be brought into a record: which kind it is, and who reads it."""

from __future__ import annotations

from pathlib import Path

from .bibliography import BIBLIOGRAPHIES, bring_sources, read_bibliography
from .draft import Draft
from .result import Brought
from .sheets import bring_sheets, is_of_a_record
from .spreadsheet import BOOKS, TEXTS, BringError, read_book


def bring(draft: Draft, file: Path, remove: bool = False) -> Brought:
    """Put a file into the draft of a record, and check that. Raises BringError where it can't be read."""
    if file.suffix.lower() in (*BOOKS, *TEXTS):
        sheets = read_book(file)
        if is_of_a_record(sheets):
            return bring_sheets(draft, sheets, file, remove)
        raise BringError(f"{file} has no sheet of a record; `export xlsx` writes a workbook to begin with")
    if file.suffix.lower() in BIBLIOGRAPHIES:
        return bring_sources(draft, read_bibliography(file), file)
    raise BringError(f"{file} is none of the files that can be brought: {', '.join((*BOOKS, *TEXTS, *BIBLIOGRAPHIES))}")
