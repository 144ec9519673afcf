"""How much a workbook holds, before it is read: one stray cell at the far end of a sheet makes 17 billion of it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from .errors import BringError

MOST_CELLS, MOST_BYTES, CHUNK = 5_000_000, 500_000_000, 1 << 20
ENDLESS = 1 << 62
TAG = rb"<(?:\w+:)?%s(?=[\s/>])[^<>]*>"
XLSX_CELL = re.compile(TAG % rb"c")
ODS_TAG = re.compile(TAG % rb"(?:table|table-row|table-cell|covered-table-cell)")
PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["'](\d{1,9})["']""")


def refuse_what_is_too_large(path: Path) -> None:
    """Raises BringError for an XLSX or ODS file that would take more memory than any list needs.

    What is no such file is left to who reads it.
    """
    unpacked = _Unpacked(path)
    try:
        with ZipFile(path) as archive:
            for member in archive.infolist():
                chunks = unpacked.chunks(archive, member)
                _refuse(path, *(_of_ods(chunks) if path.suffix.lower() == ".ods" else _of_xlsx(chunks)))
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, zlib.error):  # for how it was packed
        return


class _Unpacked:
    """What the files of an archive hold together, counted while they are read: what they say of their sizes themselves
    may be made up."""

    def __init__(self, path: Path):
        self.path, self.size = path, 0

    def chunks(self, archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
        """A file in pieces that fit the memory. Raises BringError where there is too much of it."""
        member.file_size, member.CRC = ENDLESS, None  # type: ignore[assignment]  # then it is read to its end
        with archive.open(member) as opened:
            while chunk := opened.read(CHUNK):
                self.size += len(chunk)
                if self.size > MOST_BYTES:
                    most = MOST_BYTES // 1_000_000
                    raise BringError(f"{self.path} holds more than the {most} MB that are read; split it")
                yield chunk


def _refuse(path: Path, rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise BringError(
            f"{path} has a sheet of {rows:,} rows and {columns:,} columns, more than the {MOST_CELLS:,} cells that are "
            "read; delete the rows and columns behind its last entry, where a stray cell may stand"
        )


def _of_xlsx(chunks: Iterator[bytes]) -> tuple[int, int]:
    """The last row and the last column of a sheet that have a cell with something in it."""
    rows = columns = 0
    for tag in _tags(chunks, XLSX_CELL):
        place = None if tag.endswith(b"/>") else PLACE.search(tag)
        if place:
            rows, columns = max(rows, int(place[2])), max(columns, _number(place[1]))
    return rows, columns


def _of_ods(chunks: Iterator[bytes]) -> tuple[int, int]:
    """The same of the largest of all sheets, where a row or a cell may be repeated."""
    rows = columns = 0
    row = column = 0  # of the sheet that is being read, what was passed
    repeated = 1
    for tag in _tags(chunks, ODS_TAG):
        found = REPEATED.search(tag)
        times = int(found[1]) if found else 1
        name = re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0].rpartition(b":")[2]
        if name == b"table":
            row = column = repeated = 0
        elif name == b"table-row":
            row, column, repeated = row + repeated, 0, times
        else:
            column += times
            if not tag.endswith(b"/>") or b"value=" in tag:
                rows, columns = max(rows, row + repeated), max(columns, column)
    return rows, columns


def _tags(chunks: Iterator[bytes], pattern: re.Pattern[bytes]) -> Iterator[bytes]:
    """The tags of a file that are like a pattern, in pieces that fit the memory."""
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        end = text.rfind(b"<") if text.rfind(b"<") > text.rfind(b">") else len(text)
        yield from (found[0] for found in pattern.finditer(text, 0, end))
        rest = text[end:] if len(text) - end < CHUNK else b""


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
