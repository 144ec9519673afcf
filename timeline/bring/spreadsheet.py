"""Spreadsheet files as sheets of texts: XLSX, ODS, XLS, and CSV however a spreadsheet has saved it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from ..record.sheets.cells import number_text
from ..record.sheets.read_rows import has_its_heads, read_rows
from ..record.sheets.sheet import Sheet
from ..record.sheets.tables import TABLES
from .errors import BringError
from .extent import refuse_what_is_too_large

BOOKS = (".xlsx", ".ods", ".xls", ".xlsb")
TEXTS = (".csv", ".tsv")
DELIMITERS = ",;\t"


def read_book(path: Path) -> list[Sheet]:
    """The sheets of a workbook, or of a CSV file its one, named by what it holds. Raises BringError."""
    if path.suffix.lower() not in BOOKS:
        return [_named(Sheet(path.stem, *read_csv(path)))]
    refuse_what_is_too_large(path)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415 for this alone

    try:
        book = CalamineWorkbook.from_path(path)
        tables = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except PasswordError:
        raise BringError(f"{path} is locked with a password; save it without") from None
    except (CalamineError, OSError, ValueError) as error:
        raise BringError(f"{path} can't be read as a spreadsheet: {error}") from None
    return [Sheet(name, *_parted([[_text(value) for value in row] for row in rows])) for name, rows in tables]


def read_csv(path: Path) -> tuple[Sequence[str], Sequence[tuple[int, Sequence[str]]]]:
    """The head of a CSV file and its rows with their numbers: parted by commas, semicolons or tabs, in UTF-8, UTF-16
    or, where it is neither, Windows-1252, as a spreadsheet of Western Europe saves it. Raises BringError.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BringError(f"cannot read {path}: {error.strerror or error}") from None
    text = _decoded(content)
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5:
        text, delimiter = rest, told[4]
    else:
        delimiter = max(DELIMITERS, key=first.count)
    try:
        return _parted([*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)])
    except csv.Error as error:
        raise BringError(f"{path} can't be read as CSV: {error}") from None


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _parted(rows: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[tuple[int, Sequence[str]]]]:
    return (rows[0], [*enumerate(rows[1:], 2)]) if rows else ([], [])


def _named(sheet: Sheet) -> Sheet:
    """A sheet of a CSV file, which has no name: that of the table whose columns it has most of, if it has its id."""
    if has_its_heads(sheet):
        return sheet
    fits = {}
    for table in TABLES:
        named = Sheet(table.name, sheet.head, ())
        if has_its_heads(named):
            rows, strange = read_rows(named)
            fits[table.name] = len(rows.columns) - len(strange)
    best = max(fits, key=lambda name: fits[name], default="")
    return Sheet(best, sheet.head, sheet.rows) if best and fits[best] > 1 else sheet


def _text(value: object) -> str:
    """What a cell says. Days are ISO, also where a spreadsheet keeps a number for them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return number_text(repr(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
