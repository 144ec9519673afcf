"""A copy of a spreadsheet in which what is wrong stands at its cells."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import quote_sheetname

from ..record.problems.problem import ERROR
from ..record.sheets.sheet import Complaint, Sheet
from .spreadsheet import read_book

PROBLEMS = "problems"  # the sheet that lists them all
NOT_IN_TITLES = re.compile(r"[\[\]*?:/\\]")  # of sheets
COLOURS = {True: "FFC9C9", False: "FFE8A3"}  # of a cell with an error, and with a warning


def marked(path: Path, complaints: Sequence[Complaint]) -> bytes:
    """The spreadsheet as XLSX, with a note at each cell that has a problem, and a first sheet that lists all of them.

    What isn't XLSX, or holds what openpyxl can't keep, is marked in a plain copy of its cells.
    """
    if path.suffix.lower() == ".xlsx":
        with suppress(Exception):  # openpyxl raises anything for what other programs have saved
            return _marked(load_workbook(path), complaints)
    return _marked(_plain(read_book(path)), complaints)


def _marked(book: Workbook, complaints: Sequence[Complaint]) -> bytes:
    if PROBLEMS in book.sheetnames:
        del book[PROBLEMS]
    notes: dict[tuple[str, int, int], list[Complaint]] = {}
    for complaint in complaints:
        if (cell := complaint.cell) and cell.sheet in book.sheetnames:
            notes.setdefault((cell.sheet, cell.row, cell.column), []).append(complaint)
    for (sheet, row, column), found in notes.items():
        target = book[sheet].cell(row, column)
        target.comment = Comment("\n".join(map(said, found)), "timeline", width=360, height=60 + 30 * len(found))
        is_error = any(complaint.problem.severity == ERROR for complaint in found)
        target.fill = PatternFill("solid", fgColor=COLOURS[is_error])
    _list(book, complaints)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def said(complaint: Complaint) -> str:
    """What is wrong, and what would be right, in one sentence."""
    return _held(complaint.problem.message + (f"; {complaint.problem.hint}" if complaint.problem.hint else ""))


def _held(text: str) -> str:
    """A text with a sign in place of each character that no workbook can hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))


def _list(book: Workbook, complaints: Sequence[Complaint]) -> None:
    sheet = book.create_sheet(PROBLEMS, 0)
    for letter, head, width in (("A", "cell", 22), ("B", "problem", 110)):
        sheet[f"{letter}1"] = head
        sheet[f"{letter}1"].font = Font(bold=True)
        sheet.column_dimensions[letter].width = width
    for row, complaint in enumerate(complaints, 2):
        where = sheet.cell(row, 1, complaint.cell.address if complaint.cell else complaint.problem.file)
        if complaint.cell and complaint.cell.sheet in book.sheetnames:
            name, place = complaint.cell.address.rsplit("!", 1)
            where.hyperlink = f"#{quote_sheetname(name)}!{place}"
            where.style = "Hyperlink"
        what = sheet.cell(row, 2, said(complaint))
        what.data_type = "s"
    sheet.freeze_panes = "A2"
    book.active = 0


def _plain(sheets: Sequence[Sheet]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(NOT_IN_TITLES.sub(" ", _held(sheet.name))[:31])
        for number, texts in ((1, sheet.head), *sheet.rows):
            for place, text in enumerate(texts, 1):
                cell = page.cell(number, place, _held(text))
                cell.data_type, cell.number_format = "s", "@"
    return book
