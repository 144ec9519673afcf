"""CSV (RFC 4180): one row an event or a claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.publish.exports.csv import BOM, CLAIM_COLUMNS, EVENT_COLUMNS, cell, table_csv
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


def dicts_of(content: bytes) -> list[dict]:
    header, *rows = rows_of(content)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_event_is_a_row_of_the_same_columns(record, language):
    rows = dicts_of(table_csv(select_view(record, "", language)))
    assert [row["id"] for row in rows] == [event.id for event in record.events]
    assert [row["title"] for row in rows] == [event.title[language] for event in record.events]
    assert [row["date"] for row in rows] == [event.date.text for event in record.events]
    assert set(rows[0]) == set(EVENT_COLUMNS)


def test_a_row_says_what_is_known_and_leaves_the_rest_empty(apollo):
    rows = {row["id"]: row for row in dicts_of(table_csv(select_view(apollo, base="https://example.org/")))}
    assert rows["lunar-goal"] == {
        "id": "lunar-goal",
        "date": "1961-05-25",
        "start": "1961-05-25",
        "end": "1961-05-25",
        "date_words": "25 May 1961",
        "title": "Kennedy sets the goal of a lunar landing",
        "summary": "A speech to Congress sets the goal.",
        "kind": "Decision",
        "status": "Established",
        "actors": "John F. Kennedy",
        "countries": "United States",
        "place": "Washington",
        "lat": "38.89",
        "lon": "-77.01",
        "sources": "Press memo, 1 Aug 1969; NASA history pages",
        "claims": "2",
        "permalink": "https://example.org/?event=lunar-goal&lang=en",
    }
    open_end, open_start = rows["reflector-in-use"], rows["landing-before-1970"]
    assert (open_end["start"], open_end["end"], open_end["date_words"], open_end["lat"]) == (
        "1969-08-01",
        "",
        "since August 1969",
        "",
    )
    assert (open_start["start"], open_start["end"]) == ("", "1969-12-31")


def test_every_claim_is_a_row_with_who_says_it_where(apollo):
    rows = dicts_of(table_csv(select_view(apollo), rows="claims"))
    assert [(row["event"], row["claim"]) for row in rows] == [
        (event.id, claim.id) for event in apollo.events for claim in event.claims
    ]
    assert set(rows[0]) == set(CLAIM_COLUMNS)
    recalled, told = (row for row in rows if row["event"] == "lunar-goal")
    assert (recalled["stance"], recalled["claimants"], recalled["paragraph"], recalled["quote"], recalled["url"]) == (
        "Confirms",
        "The source itself",
        "2",
        "Before the decade is out",
        "",
    )
    assert (told["claimants"], told["url"], told["asserted_on"], told["side"]) == (
        "John F. Kennedy",
        "https://example.org/goal",
        "1961-05-25",
        "during",
    )
    assert rows[-1]["figures"] == "about 21.5 kg, on Apollo 11"


def test_lines_end_with_crlf_and_the_last_one_too(apollo):
    content = table_csv(select_view(apollo))
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == len(apollo.events) + 1


def test_a_byte_order_mark_comes_only_when_asked_for(apollo):
    plain, marked = table_csv(select_view(apollo)), table_csv(select_view(apollo), bom=True)
    assert not plain.startswith(BOM)
    assert marked == BOM + plain


def test_cells_parted_by_semicolons_have_decimals_with_a_comma(apollo):
    selection = select_view(apollo)
    plain = rows_of(table_csv(selection))
    text = table_csv(selection, bom=True, delimiter="semicolon").decode("utf-8-sig")
    parted = [*csv.reader(io.StringIO(text, newline=""), delimiter=";")]
    numbers = {EVENT_COLUMNS.index("lat"), EVENT_COLUMNS.index("lon")}
    assert [row[place] for row in parted for place in numbers if "," in row[place]]
    assert [
        [value.replace(",", ".") if place in numbers else value for place, value in enumerate(row)] for row in parted
    ] == plain


def test_no_event_is_a_header_alone(apollo):
    assert rows_of(table_csv(select_view(apollo, "q=nothing-like-this"))) == [list(EVENT_COLUMNS)]


@pytest.mark.parametrize("start", FORMULAS)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(start):
    assert cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    assert cell(f"a{start}b") == f"a{start}b"


def test_a_negative_number_stays_a_number():
    assert [cell(value) for value in (-77.01, -38.0, 0.00001, 3, None)] == ["-77.01", "-38", "0.00001", "3", ""]


def test_a_formula_in_the_record_reaches_no_spreadsheet(write_record):
    evil = '=HYPERLINK("https://example.org","a")'
    record = load_record(
        write_record(
            events=lambda text: text.replace("en: Kennedy sets the goal of a lunar landing", f"en: '{evil}'").replace(
                "{en: Gives the mass., ", "{en: '@SUM(1)', "
            )
        )
    )
    rows = dicts_of(table_csv(select_view(record)))
    assert f"'{evil}" in [row["title"] for row in rows]
    assert "'@SUM(1)" in [row["says"] for row in dicts_of(table_csv(select_view(record), rows="claims"))]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_of_a_table_as_it_went_in(text):
    """But for apostrophes, where a spreadsheet that parts cells at commas or at semicolons would read a formula."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([cell(text), "end"])
    found = rows_of(out.getvalue().encode())[0][0]
    assert found.replace("'", "") == text.replace("'", "")
    assert not any(part.startswith(FORMULAS) for part in found.split(";"))
