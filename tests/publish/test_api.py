"""The record as one JSON object: what the HTTP API and the command line give."""

from __future__ import annotations

import json

import pytest

from timeline.publish.exports.api import events_object
from timeline.query.objects import event_object
from timeline.record.dates.edtf import parse

FIELDS = {
    "id",
    "date",
    "start",
    "end",
    "title",
    "summary",
    "kind",
    "status",
    "key",
    "actors",
    "countries",
    "sources",
    "later",
    "claims",
    "disagreements",
    "relates",
}


def ids(body: dict) -> list[str]:
    return [event["id"] for event in body["events"]]


def test_without_a_query_the_whole_record_is_there_in_order(record):
    body = events_object(record)
    assert ids(body) == [event.id for event in record.events]
    assert body["record"] == {"hash": record.hash, "count": len(record.events)}
    assert "ignored" not in body


def test_it_is_plain_json_without_nan(record):
    body = events_object(record)
    assert json.loads(json.dumps(body, allow_nan=False)) == body


def test_every_event_has_the_documented_fields(record):
    for event in events_object(record)["events"]:
        assert set(event) >= FIELDS, event["id"]
        assert event["claims"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=parkes", ["first-words"]),
        ("?kind=science&status=reported", ["samples-studied"]),
        ("q=echantillons", ["samples-studied"]),
        ("from=1969-08-01&dates=certain", ["quarantine-ends", "reflector-in-use", "samples-studied"]),
        ("country=AU&kind=science", []),
        ("window=1969-07-01/1969-07-31", ["landing-before-1970", "apollo-11-flight", "first-words"]),
        ("window=1975-01-01/1975-12-31", ["reflector-in-use"]),  # since 1969, its end unknown
        ("window=1975-01-01/1975-12-31&scope=all&kind=science", ["reflector-in-use", "samples-studied"]),
        (
            "lang=fr&theme=dark",
            [
                "landing-before-1970",
                "lunar-goal",
                "rendezvous-chosen",
                "apollo-11-flight",
                "first-words",
                "quarantine-ends",
                "reflector-in-use",
                "samples-studied",
            ],
        ),
    ],
)
def test_a_query_leaves_the_events_that_match_and_counts_the_whole(apollo, query, found):
    body = events_object(apollo, query)
    assert ids(body) == found
    assert body["record"]["count"] == 8


def test_only_the_actors_and_sources_of_the_events_are_listed(apollo):
    body = events_object(apollo, "actor=parkes")
    assert list(body["actors"]) == ["neil-armstrong", "parkes"]
    assert list(body["sources"]) == ["herald", "nasa"]
    assert body["actors"]["parkes"] == {
        "id": "parkes",
        "name": {"en": "Parkes Observatory", "fr": "Observatoire de Parkes"},
        "type": "institution",
        "country": "AU",
    }


def test_everything_an_event_refers_to_is_listed(record):
    body = events_object(record)
    for event in body["events"]:
        assert set(event["actors"]) | {actor for claim in event["claims"] for actor in claim.get("by", [])} <= set(
            body["actors"]
        )
        assert {claim["source"] for claim in event["claims"]} == set(event["sources"]) <= set(body["sources"])


def test_what_is_not_understood_is_reported_and_the_rest_applied(apollo):
    body = events_object(apollo, "actor=parks&colour=red&kind=mission&from=1969-02-30")
    assert body["ignored"] == [["actor", "parks"], ["colour", "red"], ["from", "1969-02-30"]]
    assert ids(body) == ["apollo-11-flight", "first-words", "quarantine-ends"]


def test_what_a_doubt_changes_is_said_with_its_reason(record):
    body = events_object(record, "doubt=digest-9-nov&kind=statement")
    assert body["doubt"] == {
        "doubted": ["digest-9-nov"],
        "changed": [
            {"event": "influx-since-september", "was": "contested", "status": "reported", "reason": "undisputed"},
            {
                "event": "lavrov-denuclearisation-closed",
                "was": "established",
                "status": "reported",
                "reason": "one_origin",
                "origin": "reuters",
            },
        ],
    }
    statuses = {event["id"]: event["status"] for event in body["events"]}
    assert statuses["lavrov-denuclearisation-closed"] == "reported"
    assert not any("digest-9-nov" in event["sources"] for event in body["events"])
    assert "doubt" not in events_object(record, "kind=statement")


def test_an_event_carries_its_date_as_written_and_its_strict_bounds(apollo):
    bounds = {event["id"]: (event["date"], event["start"], event["end"]) for event in events_object(apollo)["events"]}
    assert bounds["quarantine-ends"] == ("1969-08", "1969-08-01", "1969-08-31")
    assert bounds["reflector-in-use"] == ("1969-08/..", "1969-08-01", None)
    assert bounds["landing-before-1970"] == ("../1969", None, "1969-12-31")
    assert bounds["samples-studied"] == ("1969-09-15~", "1969-09-15", "1969-09-15")


def test_dates_of_claims_stay_edtf(record):
    for event in events_object(record)["events"]:
        assert str(parse(event["date"])) == event["date"]
        assert all(parse(claim["asserted_on"]) for claim in event["claims"] if "asserted_on" in claim)


def test_a_claim_says_on_which_side_of_its_event_it_was_made(record):
    events = {event["id"]: event for event in events_object(record)["events"]}
    sides = lambda event: {claim["id"]: claim["side"] for claim in events[event]["claims"]}  # noqa: E731
    assert sides("entry-into-force")["c1"] == "before"  # foreseen in an article of 6 November
    assert sides("kim-ratifies")["c1"] == "after"
    assert sides("kim-ratifies")["c9"] == ""  # its page has no date


def test_an_event_is_whole(apollo):
    event = event_object(apollo, next(event for event in apollo.events if event.id == "first-words"))
    assert event["title"] == {"en": "First words on the Moon", "fr": "Premiers mots sur la Lune"}
    assert event["date_note"]["en"] == "The day depends on the time zone."
    assert [(claim["id"], claim["by"], claim["stance"]) for claim in event["claims"]] == [
        ("c1", ["neil-armstrong"], "asserts"),
        ("c2", ["parkes"], "denies"),
    ]
    assert [side["claims"] for side in event["disagreements"][0]["sides"]] == [["c1"], ["c2"]]
    assert event["later"] is False


def test_key_events_and_parts_of_events_say_so(record):
    events = {event["id"]: event for event in events_object(record)["events"]}
    for event in record.events:
        assert (events[event.id]["key"], events[event.id].get("part_of")) == (event.key, event.part_of)
    assert any(event["key"] for event in events.values()) and any("part_of" in event for event in events.values())


def test_what_is_unset_is_left_out_of_a_claim(apollo):
    event = event_object(apollo, next(event for event in apollo.events if event.id == "quarantine-ends"))
    assert {"date_note", "place"}.isdisjoint(event)
    assert {"passage", "quote", "figure", "note", "via", "asserted_on"}.isdisjoint(event["claims"][0])
