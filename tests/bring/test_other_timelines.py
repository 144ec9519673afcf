"""`import` of other timelines: a draft record that `check` accepts, and a list of what could not be brought."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.bring.found import edtf_of, parts_date, plain
from timeline.cli import main
from timeline.installed import DATA
from timeline.record.load import read_record
from timeline.record.record import Record


@pytest.fixture
def brought(tmp_path):
    """brought(name, content, *options) is the record that a file becomes, and what was not brought."""

    def bring(name: str, content: str | bytes, *options: str) -> tuple[Record, list[str]]:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        arguments = ["import", str(file), "--data", str(tmp_path / "new"), *options]
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
        record, problems = read_record(tmp_path / "new", thorough=True)
        assert [problem for problem in problems if problem.severity == "error"] == []
        assert CliRunner().invoke(main, ["fmt", "--check", "--data", str(tmp_path / "new")]).exit_code == 0
        assert all(len(event.claims) == 1 and event.status == "reported" for event in record.events)
        start = "not brought: "
        return record, [line.removeprefix(start) for line in done.stdout.splitlines() if line.startswith(start)]

    return bring


def told(record: Record, language: str = "en") -> list[tuple[str, str, str]]:
    return [(event.date.text, event.title[language], event.summary[language]) for event in record.events]


SLIDES = {
    "title": {"text": {"headline": "The bridge", "text": "<p>A story.</p>"}},
    "events": [
        {
            "unique_id": "first-stone",
            "start_date": {"year": "1742", "month": "5", "day": ""},
            "text": {
                "headline": "First <b>stone</b>",
                "text": '<p>It is laid.</p><p><a href="https://example.org/a">More</a></p>',
            },
            "media": {"url": "https://example.org/stone.jpg", "credit": "Ada"},
            "group": "Building",
        },
        {
            "start_date": {"year": 1745, "month": 6, "day": 1, "hour": 18, "minute": 30},
            "end_date": {"year": 1745, "month": 6, "day": 3},
            "text": {"headline": "The feast"},
            "group": "Feasts",
        },
        {"start_date": {"year": -44}, "text": {"headline": "Before it all"}},
        {"start_date": {"year": 1750}},
    ],
    "eras": [{"start_date": {"year": 1700}, "text": {"headline": "The century"}}],
}


def test_timelinejs_json(brought):
    record, left = brought("bridge.json", json.dumps(SLIDES))
    assert told(record) == [
        ("-0043", "Before it all", "Before it all"),
        ("1742-05", "First stone", "It is laid. More"),
        ("1745-06-01/1745-06-03", "The feast", "The feast"),
    ]
    _, first, feast = record.events
    assert (first.id, first.kind, first.claims[0].source, first.claims[0].url) == (
        "first-stone",
        "building",
        "example-org",
        "https://example.org/a",
    )
    assert (feast.claims[0].source, feast.claims[0].locator) == ("bridge-json", "event 2")
    assert record.settings.title == {"en": "The bridge"}
    assert [kind.name["en"] for kind in record.settings.kinds] == ["Building", "Feasts", "Event"]
    assert record.sources["bridge-json"].name == {"en": "bridge.json"}
    said = "\n".join(left)
    for part in (
        "event 1 (First stone): the picture or film https://example.org/stone.jpg",
        "event 2 (The feast): the time of day 18:30",
        "event 4: it has neither a headline nor a text",
        "era 1 (The century): an era",
        "the language: texts are taken for `en`; --lang names another",
    ):
        assert part in said
    assert len(left) == 5


def test_what_timelinejs_is_given_comes_back(tmp_path, brought):
    out = tmp_path / "slides.json"
    CliRunner().invoke(main, ["export", "timelinejs", "--data", str(DATA), "--lang", "fr", "-o", str(out)])
    record, _ = brought("own.json", out.read_bytes(), "--lang", "fr")
    slides = json.loads(out.read_text(encoding="utf-8"))["events"]
    assert len(record.events) == len(slides) > 90
    assert {event.id for event in record.events} == {slide["unique_id"] for slide in slides}


HEAD = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Type,Group"
)
SHEET = f"""{HEAD}
,,,,,,,,,The bridge,,,,title,
1742,5,3,,,,,,,First stone,It is laid.,,,,Building
1745,6,1,18:30,1745,6,3,,,The feast,"See <a href=""https://example.org/f"">this</a>.",https://example.org/f.jpg,,,
1700,,,,1799,,,,,The century,,,,era,
175x,,,,,,,,,No year,,,,,
"""


def test_the_spreadsheet_of_timelinejs(brought):
    record, left = brought("sheet.csv", SHEET)
    assert told(record) == [
        ("1742-05-03", "First stone", "It is laid."),
        ("1745-06-01/1745-06-03", "The feast", "See this."),
    ]
    assert record.settings.title == {"en": "The bridge"} and record.events[1].claims[0].url == "https://example.org/f"
    assert [line.split(":")[0] for line in left] == [
        "row 4 (The feast)",
        "row 4 (The feast)",
        "row 5 (The century)",
        "row 6 (No year)",
        "the language",
    ]


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
X-WR-CALNAME:Town feasts
BEGIN:VTIMEZONE
TZID:Europe/Paris
END:VTIMEZONE
BEGIN:VEVENT
UID:opening@example.org
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:17450601
DTEND;VALUE=DATE:17450604
SUMMARY:The opening\\, at last
DESCRIPTION:A feast of\\nthree days.
LOCATION:The bridge
GEO:48.5;2.25
CATEGORIES:Feast,Town
URL:https://example.org/feast
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20240101T000000Z
DTSTART:20240619T180000Z
DTEND:20240619T190000Z
RRULE:FREQ=YEARLY
SUMMARY:Concert
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:20240620
SUMMARY:Rain
STATUS:CANCELLED
END:VEVENT
BEGIN:VTODO
UID:4
DTSTAMP:20240101T000000Z
SUMMARY:Buy bread
END:VTODO
END:VCALENDAR
"""


def test_a_calendar(brought):
    record, left = brought("feasts.ics", ICS.replace("\n", "\r\n"), "--lang", "en")
    assert told(record) == [
        ("1745-06-01/1745-06-03", "The opening, at last", "A feast of three days."),
        ("2024-06-19", "Concert", "Concert"),
    ]
    opening = record.events[0]
    assert (opening.id, opening.kind, opening.place.name, opening.place.lat) == (
        "opening",
        "feast",
        {"en": "The bridge"},
        48.5,
    )
    assert opening.claims[0].url == "https://example.org/feast" and record.settings.title == {"en": "Town feasts"}
    assert left == [
        "entry 2 (The opening, at last): the category Town",
        "entry 3 (Concert): the time of day 18:00",
        "entry 3 (Concert): its repetitions",
        "entry 4 (Rain): it was cancelled",
        "entry 5 (Buy bread): a VTODO",
    ]


def calendar(*lines: str) -> str:
    entry = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Feast", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *entry, "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["DTSTART;VALUE=DATE:17450601", "DURATION:P3D"], "1745-06-01/1745-06-03"),
        (["DTSTART:17450601T180000", "DURATION:PT8H"], "1745-06-01/1745-06-02"),
        (["DTSTART:17450601T180000", "DTEND:17450602T000000"], "1745-06-01"),
        (["DTSTART:17450601T000000", "DTEND:17450604T000000"], "1745-06-01/1745-06-03"),
        (["DTSTART:17450601T000000", "DURATION:long"], "1745-06-01"),
        (["DTSTART;VALUE=DATE:17450601", "DTSTART;VALUE=DATE:17450701"], "1745-06-01"),
    ],
)
def test_the_days_of_an_entry_of_a_calendar(brought, lines, date):
    assert told(brought("feast.ics", calendar(*lines), "--lang", "en")[0]) == [(date, "Feast", "Feast")]


def test_what_an_entry_says_twice_or_wrongly_is_named(brought):
    days = ["DTSTART;VALUE=DATE:17450601", "DTSTART;VALUE=DATE:17450701"]
    _, left = brought("feast.ics", calendar(*days, "GEO:abc"), "--lang", "en")
    assert left == ["entry 1 (Feast): all but the first DTSTART", "entry 1 (Feast): the position `abc`"]


@pytest.mark.parametrize(
    ("text", "said", "links"),
    [
        ("Ask <ada@example.org>.", "Ask <ada@example.org>.", []),
        (
            "See <https://example.org/?a=1&copy=2>",
            "See <https://example.org/?a=1&copy=2>",
            ["https://example.org/?a=1&copy=2"],
        ),
        ('<p>See <a href="https://example.org/">it</a></p>', "See it", ["https://example.org/"]),
        ("A <![ endif ]> B", "A <![ endif ]> B", []),
        ("A <![foo", "A <![foo", []),
    ],
)
def test_texts_lose_their_tags_and_nothing_else(text, said, links):
    assert plain(text) == (said, links)


def test_a_link_that_is_no_address_is_named(brought):
    table = "date,title,link\n1742,A,http://[a.b]/x\n"
    record, left = brought("t.csv", table, "--lang", "en")
    assert record.events[0].claims[0].locator == "row 2"
    assert left == ["row 2: the link `http://[a.b]/x`, which is not a web address"]


MARKWHEN = """\
---
title: The bridge
dateFormat: d/M/y
---
// of the town's minutes
# Building
1742-05: First stone #stone #town
It is laid by the [council](https://example.org/a).

1742 - 1745: They build
3/6/1745: Opening https://example.org/open
1745-06-04T10:00:00Z / 1745-06-05: Two days
soon after: no event, but more of the last
in 5 days: A relative date
"""


def test_a_list_of_markwhen(brought):
    record, left = brought("bridge.mw", MARKWHEN, "--lang", "en")
    assert told(record) == [
        ("1742/1745", "They build", "They build"),
        ("1742-05", "First stone", "It is laid by the council."),
        ("1745-06-03", "Opening", "Opening"),
        ("1745-06-04/1745-06-05", "Two days", "soon after: no event, but more of the last"),
    ]
    by_title = {event.title["en"]: event for event in record.events}
    assert [by_title[title].kind for title in ("First stone", "They build")] == ["stone", "building"]
    assert by_title["Opening"].claims[0].url == "https://example.org/open"
    assert by_title["They build"].claims[0].locator == "line 10"
    assert left == ["line 7 (First stone): the tag town", "line 14 (A relative date): `in 5 days` is no date"]


def test_a_table_by_its_heads(brought):
    head = "Quand;Titre;Résumé;Lien;Lieu;Latitude;Longitude;Humeur"
    table = f"{head}\n3 mai 1742;Première pierre;On la pose.;https://example.org/a;Le port;48,5;2,25;gaie\n"
    record, left = brought("port.csv", table)
    assert told(record, "fr") == [("1742-05-03", "Première pierre", "On la pose.")]
    assert record.settings.languages == ("fr",) and record.settings.subtitle == {"fr": "Repris de port.csv."}
    place = record.events[0].place
    assert (place.name, place.lat, place.lon) == ({"fr": "Le port"}, 48.5, 2.25)
    assert left == ["the column: `Humeur`"]


def test_a_table_s_dates_that_may_be_two_are_not_brought(brought):
    rows = [
        "1742-05-03,1742-05-09,A,",
        "3/4/1742,,B,",
        "13/4/1742,,C,nowhere",
        ",,D,",
        ",,,",
        "some day,,E,",
        "1742,,,",
    ]
    table = "\n".join(["date,end,title,link", *rows])
    record, left = brought("t.csv", table, "--lang", "en")
    assert told(record) == [("1742-04-13", "C", "C"), ("1742-05-03/1742-05-09", "A", "A")]
    assert left == [
        "row 3 (B): `3/4/1742` may be 1742-04-03 or 1742-03-04",
        "row 5 (D): it has no date",
        "row 7 (E): `some day` is no date",
        "row 8: it has no title",
        "row 4: the link `nowhere`, which is not a web address",
    ]


def test_columns_that_no_head_tells_are_named(brought, tmp_path):
    table = "Wann,Was\n1742,Erster Stein\n"
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(tmp_path / "t.csv"), "--data", str(tmp_path / "new")])
    assert done.exit_code == 1
    assert done.stderr == (
        "Error: which column holds the date and the title? Say so with --column date=HEAD and --column title=HEAD; "
        "there are: `Wann`, `Was`\n"
    )
    record, _ = brought("t.csv", table, "--column", "date=Wann", "--column", "title=was", "--lang", "de")
    assert told(record, "de") == [("1742", "Erster Stein", "Erster Stein")]


@pytest.mark.parametrize("name", ["timeline", "events", "sources", "Claims"])
def test_a_table_that_is_called_like_a_sheet_of_a_record_is_a_table_all_the_same(brought, name):
    record, left = brought(f"{name}.csv", "Date,Title\n1742,Stone\n", "--lang", "en")
    assert (told(record), left) == ([("1742", "Stone", "Stone")], [])


def test_columns_that_are_named_make_a_table_of_any_sheet(brought):
    table = "id,date,Name\n7,1742,Stone\n"
    record, left = brought("events.csv", table, "--lang", "en", "--column", "title=Name")
    assert (told(record), left) == ([("1742", "Stone", "Stone")], ["the column: `id`"])


def test_a_new_record_with_nothing_in_it_is_refused(tmp_path):
    (tmp_path / "timeline.csv").write_text("title en,updated\nThe bridge,2024-01-01\n", encoding="utf-8")
    arguments = ["import", str(tmp_path / "timeline.csv"), "--data", str(tmp_path / "new")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1 and "neither an event nor a source" in done.stderr and not (tmp_path / "new").exists()
    (tmp_path / "timeline.csv").write_text("title en,updated\nA,2024-01-01\nB,2024-01-02\n", encoding="utf-8")
    assert "timeline!A3: error[sheet-row]" in CliRunner().invoke(main, arguments).stderr


@pytest.mark.parametrize("option", ["colour=Was", "date=", "date"])
def test_a_column_of_no_field_is_wrong_usage(tmp_path, option):
    (tmp_path / "t.csv").write_text("a\n", encoding="utf-8")
    done = CliRunner().invoke(
        main, ["import", str(tmp_path / "t.csv"), "--data", str(tmp_path / "n"), "--column", option]
    )
    assert done.exit_code == 2 and "--column" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", '{"events": [{"text": {}}]}', "has no event that can be brought"),
        ("a.json", '{"events": [3]}', "can't be read as TimelineJS"),
        pytest.param("a.json", "[" * 100000, "can't be read as a bibliography", id="deep"),
        ("a.ics", "no calendar", "can't be read as a calendar"),
        ("a.mw", "only words\n", "has no event that can be brought"),
        ("a.csv", "date,title\n", "has no event that can be brought"),
        ("a.pdf", "x", "none of the files that can be brought"),
    ],
)
def test_what_holds_no_timeline_is_refused_and_nothing_is_written(tmp_path, name, content, says):
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(tmp_path / name), "--data", str(tmp_path / "new")])
    assert done.exit_code == 1 and says in done.stderr and not (tmp_path / "new").exists()


def test_a_record_that_is_there_is_not_mixed_with_another_timeline(write_record, tmp_path):
    (tmp_path / "a.mw").write_text("1742: Stone\n", encoding="utf-8")
    folder = write_record()
    before = {path: path.read_bytes() for path in Path(folder).rglob("*.yaml")}
    done = CliRunner().invoke(main, ["import", str(tmp_path / "a.mw"), "--data", str(folder)])
    assert done.exit_code == 1 and "name a new folder with --data" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("first", "last", "date"),
    [
        ("1742", "", "1742"),
        ("20 July 1969", "24 July 1969", "1969-07-20/1969-07-24"),
        ("about 1742", "", "1742~"),
        ("1742-05-03", "1742-05-03", "1742-05-03"),
        ("mai 1742", "", "1742-05"),
        ("1969-07-20T20:17:00", "", "1969-07-20"),
    ],
)
def test_dates_as_people_write_them(first, last, date):
    assert edtf_of(first, last) == date or edtf_of(first, last).startswith(f"{date}T")


@pytest.mark.parametrize("year", ["-", "?", "--5"])
def test_a_sign_in_place_of_a_year_is_named_as_it_stands(year):
    with pytest.raises(ValueError, match=f"`{re.escape(year)}` is no date"):
        edtf_of(parts_date(year))
