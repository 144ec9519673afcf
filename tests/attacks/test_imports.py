"""Files that are made to take too much of who imports them: refused, or read in time, and never a traceback."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib

import pytest
from click.testing import CliRunner

from timeline.bring import extent
from timeline.bring.bring import MAX_BYTES
from timeline.bring.found import plain
from timeline.cli import main
from timeline.record.edit.skeleton import free_id

BEGIN, END = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240101\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\n"
SLIDE = {"start_date": {"year": 2020}, "text": {"headline": "x"}}
FILES = {
    "deep.json": "[" * 200_000,
    "digits.json": json.dumps({"events": [SLIDE]}).replace("2020", "9" * 5000),
    "endless.json": json.dumps({"events": [SLIDE]}).replace("2020", "1e999"),
    "open.json": json.dumps({"events": [{**SLIDE, "text": {"headline": "x", "text": "<!--" * 9000 + "<a " * 9000}}]}),
    "deep.bib": "@article{a, title={" + "{" * 50_000 + "}" * 50_000 + "}}",
    "signs.bib": "@" * 100_000,
    "open.ris": "TY  - JOUR\n" * 2000,
    "deep.ics": "BEGIN:VCALENDAR\r\n" * 5000,
    "long.ics": BEGIN + "SUMMARY:" + "x\r\n " * 50_000 + "\r\n" + END,
    "days.ics": BEGIN + "SUMMARY:x\r\nDURATION:P" + "9" * 5000 + "D\r\n" + END,
    "zone.ics": BEGIN.replace("VALUE=DATE:20240101", "TZID=../../../etc/passwd:20240101T000000")
    + "SUMMARY:x\r\n"
    + END,
    "slashes.mw": "2024" + "/2024" * 20_000 + ": x",
    "brackets.mw": "2024: " + "[" * 50_000 + "](" * 20_000,
    "links.mw": "2024: " + "[a](" * 5_000,
    "spaces.mw": "2024" + " " * 50_000 + "\n2024: x\n",
    "times.mw": "2024" + ":00" * 20_000,
    "field.csv": "date,title\n2024," + "x" * 200_000,
    "dates.csv": "date,title\n" + "".join(f"{odd},x\n" for odd in ("9" * 5000, "1/" * 3000, "-" * 5000, "½", "٢٠٢٤")),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_be_too_much_is_refused_or_read(tmp_path, name):
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(tmp_path / name), "--data", str(tmp_path / "new"), "--dry-run"])
    assert result.exit_code in (0, 1) and result.output
    assert isinstance(result.exception, (SystemExit, type(None)))


def test_a_workbook_that_lies_about_its_size_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(extent, "MOST_BYTES", 3_000_000)
    book = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"a" * 5_000_000)
    packed = bytearray(book.read_bytes())
    for begins, at in ((b"PK\x01\x02", 16), (b"PK\x03\x04", 14)):  # its digest, then its sizes
        place = packed.find(begins) + at
        packed[place : place + 4] = struct.pack("<I", zlib.crc32(b"a" * 1000))
        packed[place + 8 : place + 12] = struct.pack("<I", 1000)
    book.write_bytes(packed)
    result = CliRunner().invoke(main, ["import", str(book), "--data", str(tmp_path / "new")])
    assert (result.exit_code, result.output) == (1, f"Error: {book} holds more than the 3 MB that are read; split it\n")


def test_a_file_of_any_kind_has_a_size_up_to_which_it_is_read(tmp_path):
    for name in ("big.csv", "big.ics", "big.bib", "big.json", "big.ods", "big.mw"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(MAX_BYTES + 1_000_000)
        result = CliRunner().invoke(main, ["import", str(tmp_path / name), "--data", str(tmp_path / "new")])
        assert result.exit_code == 1 and "has 41 MB, more than the 40 MB that are read" in result.output


def test_thousands_of_the_same_title_have_ids_of_their_own():
    taken: set[str] = set()
    for _ in range(5000):
        taken.add(free_id("The same", "2024", taken))
    assert taken == {"the-same", *(f"the-same-{number}" for number in range(2, 5001))}
    assert free_id("The same", "2024", {"the-same", "the-same-3"}) == "the-same-2"


def test_tags_are_not_looked_for_in_a_text_longer_than_any():
    assert plain("<b>short</b>") == ("short", [])
    assert plain("<b>" + "x" * 60_000)[0].startswith("<b>x")
