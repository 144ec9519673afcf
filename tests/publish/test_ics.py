"""iCalendar (RFC 5545): whole days, uncertain dates said in words, read back by the `icalendar` library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from timeline.publish.exports.ics import calendar_ics, days_of, escaped, folded
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record


def calendar(selection) -> Calendar:
    return Calendar.from_ical(calendar_ics(selection))


def by_id(selection) -> dict:
    return {str(event["UID"]).split("@")[0]: event for event in calendar(selection).events}


def days(event) -> tuple[date, date]:
    return event["DTSTART"].dt, event["DTEND"].dt


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_event_is_a_whole_day_entry_whose_end_is_the_day_after(record, language):
    selection = select_view(record, "", language, "https://example.org/")
    found = by_id(selection)
    assert list(found) == [event.id for event in record.events]
    for event in record.events:
        start, end = days(found[event.id])
        assert type(start) is type(end) is date and start < end
        if event.date.start and event.date.end:
            assert (start, end - timedelta(days=1)) == (event.date.start, event.date.end)
        assert event.title[language] in found[event.id]["SUMMARY"]
        assert str(found[event.id]["URL"]) == f"https://example.org/?event={event.id}&lang={language}"
        assert found[event.id].errors == []


def test_days_follow_the_shape_of_the_date(apollo):
    found = {id: days(event) for id, event in by_id(select_view(apollo)).items()}
    assert found == {
        "lunar-goal": (date(1961, 5, 25), date(1961, 5, 26)),
        "landing-before-1970": (date(1969, 12, 31), date(1970, 1, 1)),  # open start: its one known day, the last
        "rendezvous-chosen": (date(1962, 1, 1), date(1963, 1, 1)),
        "apollo-11-flight": (date(1969, 7, 16), date(1969, 7, 25)),
        "first-words": (date(1969, 7, 21), date(1969, 7, 22)),
        "reflector-in-use": (date(1969, 8, 1), date(1969, 8, 2)),  # open end: its first day
        "quarantine-ends": (date(1969, 8, 1), date(1969, 9, 1)),
        "samples-studied": (date(1969, 9, 15), date(1969, 9, 16)),
    }


def test_an_uncertain_date_is_marked_in_the_summary_and_a_certain_one_is_not(apollo):
    summaries = {id: str(event["SUMMARY"]) for id, event in by_id(select_view(apollo)).items()}
    assert summaries["lunar-goal"] == "Kennedy sets the goal of a lunar landing"
    assert summaries["apollo-11-flight"] == "Apollo 11 flies to the Moon and back"
    assert {id: summaries[id] for id in summaries if summaries[id].startswith("≈ ")} == {
        "landing-before-1970": "≈ A landing before 1970 is expected (until 1969)",
        "rendezvous-chosen": "≈ Lunar orbit rendezvous is chosen (1962, exact date unknown)",
        "first-words": "≈ First words on the Moon (perhaps 21 July 1969)",
        "reflector-in-use": "≈ The laser reflector is in use (since August 1969)",
        "quarantine-ends": "≈ The crew leaves quarantine (August 1969, day unknown)",
        "samples-studied": "≈ The study of the samples begins (on or about 15 September 1969)",
    }


def test_an_entry_says_how_we_know(apollo):
    event = by_id(select_view(apollo, "lang=fr"))["first-words"]
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Les auditeurs divergent sur un petit mot.",
        "Comment la date est connue\u00a0: Le jour dépend du fuseau horaire.",
        "Statut\u00a0: Contesté",
        "Sources\u00a0: Pages d’histoire de la NASA; Le Héraut lunaire",
        "2 affirmations",
    ]
    assert (str(event["STATUS"]), [str(word) for word in event["CATEGORIES"].cats], str(event["TRANSP"])) == (
        "TENTATIVE",
        ["Mission", "Contesté"],
        "TRANSPARENT",
    )
    assert "URL" not in event


def test_a_place_is_named_and_found(apollo):
    event = by_id(select_view(apollo))["lunar-goal"]
    assert (str(event["LOCATION"]), event["GEO"].to_ical(), str(event["STATUS"])) == (
        "Washington",
        "38.89;-77.01",
        "CONFIRMED",
    )


def test_uids_are_unique_stable_and_the_same_in_every_language(record):
    uids = [
        [str(event["UID"]) for event in calendar(select_view(record, "", language)).events] for language in ("en", "fr")
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(record.events)
    assert uids[0][0] == f"{record.events[0].id}@the-2024-russia-north-korea-treaty"


def test_the_stamp_is_the_day_of_the_update_so_that_the_same_view_gives_the_same_bytes(apollo):
    event = by_id(select_view(apollo))["lunar-goal"]
    assert event["DTSTAMP"].dt == datetime(2026, 1, 2, tzinfo=UTC)
    assert calendar_ics(select_view(apollo)) == calendar_ics(select_view(apollo))


def test_the_calendar_is_named_and_as_of_a_day_says_so(apollo):
    found = calendar(select_view(apollo, "asof=1969-08-01"))
    assert str(found["X-WR-CALNAME"]) == "The Apollo programme"
    assert str(found["X-WR-CALDESC"]) == "As known on 1969-08-01. From the goal to the samples"
    assert str(found.events[0]["DESCRIPTION"]).startswith("As known on 1969-08-01\nStatus:")


def test_a_calendar_of_no_event_is_still_a_valid_calendar(apollo):
    found = calendar(select_view(apollo, "q=nothing-like-this"))
    assert found.events == []
    assert [part.name for part in found.subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_longer_than_75_octets_and_all_end_with_crlf(record, language):
    content = calendar_ics(select_view(record, "", language))
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) == 75
    assert all(
        b"\n" not in line and b"\r" not in line and line.decode() for line in lines
    )  # no character is cut in two


def test_what_has_a_meaning_in_a_calendar_is_escaped():
    assert escaped("a;b,c\\d\r\ne\rf\x00\x07g\th") == "a\\;b\\,c\\\\d\\ne\\nfg\th"


def test_nobody_adds_a_property_by_a_title(write_record):
    record = load_record(
        write_record(
            events=lambda text: text.replace(
                "en: Kennedy sets the goal of a lunar landing", 'en: "a\\r\\nATTACH:https://example.org/x\\nEND:VEVENT"'
            )
        )
    )
    event = by_id(select_view(record))["lunar-goal"]
    assert "ATTACH" not in event
    assert str(event["SUMMARY"]) == "a\nATTACH:https://example.org/x\nEND:VEVENT"


@pytest.mark.parametrize(
    ("date_", "start", "end"),
    [
        ("1961-05-25T18:00:00", "1961-05-25T18:00:00", None),
        ("1961-05-25T18:00:00+03:00", "1961-05-25T15:00:00+00:00", None),
        ("1961-05-25T18:00:00Z/1961-05-26T01:30:00-04", "1961-05-25T18:00:00+00:00", "1961-05-26T05:30:00+00:00"),
    ],
)
def test_a_time_of_day_is_a_moment_of_the_calendar(write_record, date_, start, end):
    event = by_id(select_view(load_record(write_record(events=lambda text: text.replace("1961-05-25", date_)))))
    found = event["lunar-goal"]
    assert found["DTSTART"].dt == datetime.fromisoformat(start)
    assert (found["DTEND"].dt if "DTEND" in found else None) == (end and datetime.fromisoformat(end))
    assert "≈" not in found["SUMMARY"]


def test_a_time_at_one_end_alone_is_said_in_the_summary(write_record):
    date_ = "1961-05-25T18:00:00/1961-05-26"
    event = by_id(select_view(load_record(write_record(events=lambda text: text.replace("1961-05-25", date_)))))
    assert "18:00" in event["lunar-goal"]["SUMMARY"]


def test_the_last_day_of_the_calendar_has_no_day_after(write_record):
    record = load_record(write_record(events=lambda text: text.replace('"1969-09-15~"', '"9999-12-31"')))
    event = by_id(select_view(record))["samples-studied"]
    assert (event["DTSTART"].dt, "DTEND" in event) == (date(9999, 12, 31), False)
    assert days_of(select_view(record).entries[-1]) == (date(9999, 12, 31), None)


# Text without the controls that a calendar can't hold; a lone CR is a line break, and comes back as one.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t;,\\:"'))


@given(TEXTS)
def test_any_text_comes_back_from_a_calendar(text):
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:x",
        f"SUMMARY:{escaped(text)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    read = Calendar.from_ical("".join(f"{folded(line)}\r\n" for line in lines).encode())
    assert str(read.events[0]["SUMMARY"]) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_folding_keeps_every_character_and_the_width(text):
    parts = folded(text).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert folded(text).replace("\r\n ", "") == text
