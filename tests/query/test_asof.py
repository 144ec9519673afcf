"""Known as of: the record with only what had been asserted by a day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timeline.publish.exports.api import events_object
from timeline.query.asof import as_of, frame_as_of
from timeline.query.coverage import coverage
from timeline.query.frame import frame_of
from timeline.record.model.model import Event

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "asof.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def small(record):
    """The vectors' events as a record (its registries are those of the real one, which nothing here looks up)."""
    return replace(record, events=tuple(_event(event) for event in VECTORS["events"]))


def _event(event: dict) -> Event:
    text = {"en": "x", "fr": "x"}
    claims = [
        {key: value for key, value in claim.items() if key != "until" and value is not None}
        | {"says": text, "url": "https://example.org/"}
        for claim in event["claims"]
    ]
    points = [
        {
            "about": point["about"],
            "sentence": text,
            "sides": [{"holds": text, "claims": side["claims"]} for side in point["sides"]],
        }
        for point in event["disagreements"]
    ]
    return Event.model_validate(
        {
            "id": event["id"],
            "date": event["date"],
            "title": text,
            "summary": text,
            "kind": "statement",
            "status": event["status"],
            "claims": claims,
            "disagreements": points,
        }
    )


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_a_vector_s_day_shows_what_was_known(small, case):
    known = {
        event.id: {
            "status": event.status,
            "claims": [claim.id for claim in event.claims],
            "claimants": list(event.claimants),
            "points": len(event.disagreements),
            "coverage": coverage(event),
        }
        for event in as_of(small, date.fromisoformat(case["day"])).events
    }
    assert known == case["known"]


def test_until_in_the_vectors_is_the_end_of_asserted_on(small):
    for event, written in zip(small.events, VECTORS["events"], strict=True):
        ends = [claim.asserted_on.end.isoformat() if claim.asserted_on else None for claim in event.claims]
        assert ends == [claim["until"] for claim in written["claims"]]


# The treaty's story, written by hand from the documents and the calendar.
STORY = [
    ("2024-06-18", {"treaty-signed", "duma-vote", "kim-ratifies"}, set()),
    ("2024-06-19", {"duma-vote", "federation-council-vote"}, {"treaty-signed"}),
    (
        "2024-10-23",
        {"duma-vote", "federation-council-vote", "putin-signs-ratification"},
        {"treaty-signed", "bill-to-duma"},
    ),
    ("2024-10-24", {"federation-council-vote", "putin-signs-ratification", "kim-ratifies"}, {"duma-vote"}),
    ("2024-11-06", {"kim-ratifies", "entry-into-force"}, {"duma-vote", "federation-council-vote"}),
    ("2024-11-10", {"kim-ratifies"}, {"putin-signs-ratification"}),
    ("2024-11-12", {"dprk-confirms-deployment"}, {"kim-ratifies", "putin-signs-ratification"}),
]


@pytest.mark.parametrize("day, unknown, known", STORY, ids=[day for day, *_ in STORY])
def test_the_treaty_s_story_can_be_replayed(record, day, unknown, known):
    there = {event.id: event for event in as_of(record, date.fromisoformat(day)).events}
    assert known <= set(there)
    assert not [key for key in unknown if key in there and there[key].status != "predicted"]


def test_zelensky_s_forecast_of_25_october_is_a_prediction_on_that_day(record):
    (event,) = [e for e in as_of(record, date(2024, 10, 25)).events if e.id == "zelensky-27-28-october"]
    assert event.status == "predicted"


def test_on_the_last_day_everything_dated_is_known_with_its_full_status(record):
    known = {event.id: event for event in as_of(record, date(2026, 11, 20)).events}
    for event in record.events:
        if all(claim.asserted_on for claim in event.claims):
            assert known[event.id] == event


def test_what_is_known_only_grows(record):
    days = [date(2024, 6, 19), date(2024, 9, 1), date(2024, 10, 24), date(2024, 11, 12), date(2025, 6, 1)]
    claims = [{(event.id, claim.id) for event in as_of(record, day).events for claim in event.claims} for day in days]
    assert all(earlier <= later for earlier, later in zip(claims, claims[1:], strict=False))


def test_the_frame_keeps_the_rows_numbers_and_text_of_the_whole_record(record):
    full, known = frame_of(record), frame_as_of(record, date(2024, 10, 24))
    assert 0 < len(known) < len(full)
    assert list(known["id"]) == list(full.loc[known.index, "id"])
    assert list(known["text"]) == list(full.loc[known.index, "text"])


def test_the_api_filters_what_was_known(record):
    body = events_object(record, "asof=2024-10-25&claimant=volodymyr-zelensky")
    assert {event["id"] for event in body["events"]} >= {"zelensky-27-28-october", "zelensky-calls-to-punish"}
    for event in body["events"]:
        assert "volodymyr-zelensky" in event["claimants"]
        assert all(claim["asserted_on"] <= "2024-10-25" for claim in event["claims"])
