"""The whole record as a workbook (XLSX) to edit in a spreadsheet; `timeline import` brings it back.

Sheets and columns are those of `timeline/record/sheets/tables.py`. Every cell is a text, but for numbers, so that a
spreadsheet leaves dates as they are written.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...record.dates.days import since_year_one
from ...record.model.countries import country_codes
from ...record.places import Node
from ...record.record import Record
from ...record.sheets.cells import LIST, NUMBER, TEXT
from ...record.sheets.choices import is_required, refers_to, words_of
from ...record.sheets.rows import rows_of
from ...record.sheets.tables import TABLES, Column, Table
from .sheet_notes import example, note_of, what

LONGEST = 32_767  # characters of a cell
SPARE = 500  # rows below the last that are formatted and have their lists of choices
LISTS = "lists"  # the hidden sheet of vocabularies, which the lists of choices are taken from
READ_ME = "read me"
# What XML can't hold, a carriage return that it would change, and what reads like the escape of one of them.
ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
NUMERIC = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?", re.ASCII)
WIDTHS = {NUMBER: 9, LIST: 24}
HEAD = {"font": Font(bold=True), "fill": PatternFill("solid", fgColor="E6EBF2"), "alignment": Alignment(vertical="top")}
SHORT, LONG = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
GUIDE = (
    "Each sheet is a list of the record, each row one of its entries. Claims, figures, disagreements and relations say "
    "in their first columns what they belong to.",
    "An id is short, in small letters with hyphens. It is the name by which other rows refer to a row, and stays the "
    "same for good.",
    "Several words in one cell are parted by semicolons: town-council; mason. A text in quotation marks may hold a "
    "semicolon itself.",
    "Dates are EDTF: 2024-06-19, 2024-06, 2024, about 2024-10-03~, 2024-07/2024-09, and -0043 for 44 BC. Cells are "
    "formatted as text so that the spreadsheet leaves them as they are.",
    "Another language is named in `languages` on the sheet timeline, as in en; fr. Then each text has a column for it: "
    "beside title en a column title fr, which you add where it isn't there.",
    "Columns can be moved, hidden or deleted, and columns of your own added: what is not here stays as it is in the "
    "record. So do rows that are deleted here, unless `import` is told to --remove them.",
    "Save the workbook and run: timeline import FILE.xlsx --data FOLDER. What is wrong is named by its cell, as in "
    "claims!F12; --mark MARKED.xlsx writes it into a copy of the workbook.",
)


class CellError(ValueError):
    """A text that no cell can hold. The message says where it stands."""


def workbook(record: Record) -> bytes:
    """The record as XLSX: a page that explains the columns, then a sheet for each list. The same for the same record.

    Raises CellError where a text is too long for a cell.
    """
    settings = record.settings
    roots = {table.file: getattr(record.documents, table.file).places.root for table in TABLES}
    book = book_of(roots, settings.languages)
    book.properties.title = settings.title[settings.languages[0]]
    assert settings.updated.start  # a day
    return _steady(book, datetime.combine(since_year_one(settings.updated.start), time()))


def book_of(roots: Mapping[str, Node], languages: Sequence[str]) -> Workbook:
    """The same of what the files of a record hold, by their keys in `files.FILES`, before it is saved."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = READ_ME
    columns = {table.name: table.columns(languages) for table in TABLES}
    rows = {table.name: [*rows_of(roots[table.file], table, columns[table.name])] for table in TABLES}
    shown = [table for table in TABLES if rows[table.name] or table.name != "translation_exceptions"]
    _explain(first, shown, columns)
    lists = _Lists(book.create_sheet(LISTS), {table.name: len(rows[table.name]) for table in shown})
    for table in shown:
        _fill(book.create_sheet(table.name, -1), table, columns[table.name], rows[table.name], lists)
    book.active = book.sheetnames.index("events")
    return book


def escaped(text: str) -> str:
    """A text as the XML of a workbook has it (ECMA-376, 22.9.2.19)."""
    return ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


class _Lists:
    """The hidden sheet that holds the words of each vocabulary, a column each."""

    def __init__(self, sheet: Worksheet, counts: Mapping[str, int]):
        self.sheet, self.counts = sheet, counts
        self.places: dict[tuple[str, ...], str] = {}
        sheet.sheet_state = "hidden"

    def rule(self, table: Table, column: Column) -> DataValidation | None:
        """The list of choices of a column: words, or the ids of another sheet; None where there is none."""
        if other := refers_to(column):
            last = self.counts.get(other, 0) + SPARE
            rule = DataValidation(type="list", formula1=f"{quote_sheetname(other)}!$A$2:$A${last}")
            rule.errorStyle = "warning"
            rule.error = f"There is no such id on the sheet `{other}` yet."
        else:
            words = words_of(table, column) or (tuple(sorted(country_codes())) if column.head == "country" else ())
            if not words:
                return None
            rule = DataValidation(type="list", formula1=self._place(words))
            rule.error = "One of the words of the list belongs here."
        rule.showErrorMessage = True
        return rule

    def _place(self, words: tuple[str, ...]) -> str:
        if words not in self.places:
            letter = get_column_letter(len(self.places) + 1)
            for row, word in enumerate(words, 1):
                self.sheet[f"{letter}{row}"] = word
            self.places[words] = f"{LISTS}!${letter}$1:${letter}${len(words)}"
        return self.places[words]


def _fill(
    sheet: Worksheet, table: Table, columns: Sequence[Column], rows: Sequence[Sequence[str]], lists: _Lists
) -> None:
    last = len(rows) + 1 + (0 if table.single else SPARE)
    fixed = len(table.keys) + (table.has_ids or bool(table.inner))
    sheet.freeze_panes = sheet.cell(2, fixed + 1)
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        head = sheet.cell(1, place, column.head)
        head.font, head.fill, head.alignment = HEAD["font"], HEAD["fill"], HEAD["alignment"]
        head.comment = Comment(note_of(table, column), "timeline", width=320, height=90)
        look = sheet.column_dimensions[letter]  # of the cells that are still empty
        look.width = 44 if _is_prose(column) else WIDTHS.get(column.form, 18)
        look.number_format = "General" if column.form == NUMBER else "@"
        look.alignment = LONG if _is_prose(column) else SHORT
        for number, row in enumerate(rows, 2):
            _write(sheet, number, place, row[place - 1], column)
        if rule := lists.rule(table, column):
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def _is_prose(column: Column) -> bool:
    """True of a text for readers in one language, which takes several lines."""
    return column.form == TEXT and len(column.steps) > 1 and column.field not in ("name", "place", "quote")


def _write(sheet: Worksheet, row: int, place: int, text: str, column: Column) -> None:
    if not text:
        return
    cell = sheet.cell(row, place)
    cell.alignment = LONG if _is_prose(column) else SHORT
    if column.form == NUMBER and NUMERIC.fullmatch(text):
        cell.value = float(text)
        return
    cell.number_format = "@"
    if len(content := escaped(text)) > LONGEST:
        raise CellError(f"{sheet.title}!{cell.coordinate}: a cell holds {LONGEST} characters, and this text is longer")
    cell.value = content
    cell.data_type = "s"  # never a formula


def _explain(sheet: Worksheet, tables: Sequence[Table], columns: Mapping[str, Sequence[Column]]) -> None:
    """The page that explains: what to do, then each column of each sheet."""
    for number, text in enumerate(GUIDE, 1):
        sheet.cell(number, 1, text).alignment = LONG
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=5)
        sheet.row_dimensions[number].height = 32
    number = len(GUIDE) + 2
    for place, (word, width) in enumerate(
        {"sheet": 16, "column": 22, "required": 9, "what it is": 80, "example": 50}.items(), 1
    ):
        head = sheet.cell(number, place, word)
        head.font, head.fill = HEAD["font"], HEAD["fill"]
        sheet.column_dimensions[get_column_letter(place)].width = width
    for table in tables:
        for column in columns[table.name]:
            number += 1
            required = "yes" if is_required(table, column) else ""
            words = (table.name, column.head, required, what(table, column), example(table, column))
            for place, text in enumerate(words, 1):
                cell = sheet.cell(number, place, text)
                cell.data_type, cell.alignment = "s", LONG


def _steady(book: Workbook, moment: datetime) -> bytes:
    """The bytes of a workbook as if it had been made at that moment, so that the same record gives the same file."""
    book.properties.creator = "timeline"
    book.properties.created = moment
    made, steady = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment.isoformat().encode() + b"Z", content
                )
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
