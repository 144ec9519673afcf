"""Years before the year 1 in what leaves: as each format has them, or left out of it and named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from icalendar import Calendar

from timeline.publish.exports.bibliography import bibtex, csl_json
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.ics import calendar_ics
from timeline.publish.exports.jsonld import jsonld_list
from timeline.publish.exports.selection import select_view
from timeline.publish.exports.timelinejs import timelinejs_json
from timeline.publish.handout.handout import lesson_pages
from timeline.publish.page.outline import outline
from timeline.query.exercises.exercise import exercise
from timeline.query.spec import FilterSpec
from timeline.query.tables import tables_of
from timeline.record.load import load_record
from timeline.record.typography import typeset
from timeline.serve.server import create_app
from timeline.view.chart import chart_of
from timeline.view.early_ticks import round_years
from timeline.view.exercises.questions import Questions
from timeline.view.first_marks import first_marks
from timeline.view.overview import overview_scale

CALENDAR = Path(__file__).resolve().parents[2] / "examples" / "calendar"


def test_a_calendar_leaves_out_what_it_cannot_hold_and_names_it(rome):
    selection = select_view(rome)
    calendar = Calendar.from_ical(calendar_ics(selection))
    assert [str(event["SUMMARY"]) for event in calendar.events] == ["Vesuvius erupts"]
    said = FORMATS["ics"].left_out(selection)
    assert said.startswith("Left out, because calendars begin with the year 1: ")
    assert "Caesar is killed (15 March 44 BC)" in said and "Vesuvius" not in said
    assert said in str(calendar["DESCRIPTION"])
    assert FORMATS["ics"].left_out(select_view(rome, "from=0079-01-01")) == ""


def test_no_line_ends_within_an_era(rome):
    """As on the page, which the exports come from too."""
    dates = {entry.id: entry.when for entry in select_view(rome, "lang=fr").entries}
    assert dates["ides"] == "15 mars 44 av.\u00a0J.\u2011C."
    asked = [question for kind in ("order", "status") for question in questions_of(rome, kind)]
    said = [each.beside for each in asked] + [reason.words for each in asked for reason in each.why]
    eras = [words for words in said if "J." in words]
    assert len(eras) > 5 and all(words == typeset(words, "fr") for words in eras)


@pytest.mark.parametrize("leaves", ["handouts", "outline", "chart"])
def test_no_line_ends_within_an_era_of_what_is_drawn_or_printed(leaves):
    record = load_record(CALENDAR)
    made = {
        "handouts": lambda: "".join(page for path, page in lesson_pages(record) if ".fr." in path),
        "outline": lambda: outline(record),
        "chart": lambda: json.dumps(chart_of(record, record.events, FilterSpec({"lang": "fr"})), ensure_ascii=False),
    }[leaves]()
    assert "av.\u00a0J.\u2011C." in made
    assert not re.search(r"a[vp]\.\s+J\.-C", made)


def questions_of(record, kind):
    return Questions(record, record.events, "fr").of(exercise(record, record.events, kind, 1))


def test_programs_without_a_year_0_get_years_without_it(rome):
    slides = json.loads(timelinejs_json(select_view(rome)))["events"]
    dates = {slide["unique_id"]: slide for slide in slides}
    assert dates["ides"]["start_date"] == {"year": -44, "month": 3, "day": 15}
    assert (dates["augustus"]["start_date"]["year"], dates["augustus"]["end_date"]["year"]) == (-27, 14)


def test_json_ld_has_years_as_iso_8601_has_them_and_no_event_in_them(rome):
    """Search engines know no date before the year 1 of what they call an event."""
    items = [entry["item"] for entry in json.loads(jsonld_list(select_view(rome)))["itemListElement"]]
    dates = {item["identifier"]: item["temporalCoverage"] for item in items if item["@type"] != "Event"}
    assert dates["ides"] == "-0043-03-15"
    assert dates["augustus"] == "-0026-01-16/0014-08-19"


def test_a_page_published_before_the_year_1_is_cited_so(make_record):
    claim = {
        "id": "c1",
        "source": "book",
        "url": "https://example.org/a",
        "says": {"en": "…"},
        "asserted_on": "-0043-03",
    }
    record = make_record({"date": "-0043-03", "claims": [claim]})
    issued = json.loads(csl_json(record, "en"))[0]["issued"]
    assert issued == {"date-parts": [[-44, 3]]}  # CSL counts 44 BC as -44
    assert "date = {-0043-03}" in bibtex(record, "en").decode()


def test_tables_hold_days_before_the_year_1_and_compare_them(rome):
    events = tables_of(rome).events.set_index("id")
    assert events["start"].dtype == "datetime64[us]" and events["start"].notna().all()
    assert list(events.index[events["start"] < pd.Timestamp("0001-01-01")]) == list(events.index[:-1])
    assert list(events.index[events["start"] < np.datetime64("-0048-01-02")]) == [
        "law",
        "carthage",
        "rubicon",
        "civil-war",
    ]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("from=-0043-01-01&to=-0043-12-31", ["ides"]),
        ("to=-0100-12-31", ["law", "carthage"]),
        ("window=-0026-01-01/0001-01-01", ["augustus", "census"]),
        ("asof=-0043-12-31", ["rubicon", "ides"]),
        ("asof=-0047-01-01", ["rubicon"]),
    ],
)
def test_the_api_filters_by_days_before_the_year_1(rome, query, ids):
    answer = create_app(rome).server.test_client().get(f"/api/events.json?{query}").json
    assert [event["id"] for event in answer["events"]] == ids


def test_charts_for_other_programs_name_the_years_with_their_eras(rome):
    figure = chart_of(rome, rome.events, FilterSpec({"lang": "fr"}))
    axis = figure["layout"]["xaxis"]
    assert axis["ticktext"] == [
        "200 av.\u00a0J.\u2011C.",
        "150 av.\u00a0J.\u2011C.",
        "100 av.\u00a0J.\u2011C.",
        "50 av.\u00a0J.\u2011C.",
        "1 ap.\u00a0J.\u2011C.",
        "50 ap.\u00a0J.\u2011C.",
    ]
    assert axis["tickvals"][:2] == ["-0199-01-01", "-0149-01-01"] and axis["range"] == ["-0199-01-01", "0079-12-31"]
    json.dumps(figure, allow_nan=False)


def test_round_years_are_those_that_people_count():
    assert round_years(-3, 3) == [-3, -2, -1, 0, 1, 2, 3]
    assert round_years(-120, 110) == [-99, -49, 1, 50, 100]


def test_the_first_marks_and_the_overview_reach_before_the_year_1(rome):
    across = {mark.across for mark in first_marks(rome).marks}
    assert len(across) == len(rome.events) and min(across) >= 0 and max(across) <= 1
    scale = overview_scale(rome)
    assert scale["days"] == sorted(scale["days"]) and scale["at"] == sorted(scale["at"])
