"""Predictions beside what the record says came of them. Expected by hand, from the documents and the cited pages."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.publish.exports.api import events_object
from timeline.query.asof import known_events
from timeline.query.forecasts import forecasts
from timeline.record.model.model import Event

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "forecasts.json").read_text(encoding="utf-8"))["cases"]
WORDS = {"en": "x", "fr": "x"}
CLASHES = ("first-clashes", "us-confirms-combat")
# By event and claim: what the record holds of it, and which events tell it. § is the paragraph of the commentary.
EXPECTED = {
    ("putin-in-china", "c3"): ("recorded", ("putin-in-china",)),
    # Conditions and expectations of June that no event of the record answers.
    ("forecasts-after-signing", "c1"): ("unrecorded", ()),
    ("forecasts-after-signing", "c2"): ("unrecorded", ()),
    ("forecasts-after-signing", "c3"): ("unrecorded", ()),
    # Budanov expects the first units on 23 October; Kyiv says on the 24th that they were seen on the 23rd.
    ("budanov-expects-kursk", "c1"): ("recorded", ("first-units-seen-in-kursk",)),
    ("budanov-expects-kursk", "c2"): ("recorded", ("first-units-seen-in-kursk",)),
    ("budanov-expects-kursk", "c3"): ("recorded", ("first-units-seen-in-kursk",)),
    # § 5 heads what § 6 says of the upper house; two events cite it, and it is one prediction.
    ("duma-vote", "c3"): ("recorded", ("federation-council-vote",)),
    ("federation-council-vote", "c3"): ("recorded", ("federation-council-vote",)),
    # Zelensky names 27 and 28 October; Washington sees no combat by the 31st, Kyiv reports first clashes on the 4th.
    **{("zelensky-27-28-october", f"c{n}"): ("differs", ("first-clashes",)) for n in range(1, 6)},
    # § 3, which three events cite: within days; Kyiv had reported clashes by then.
    ("combat-expected-days", "c1"): ("differs", CLASHES),
    ("combat-expected-days", "c2"): ("recorded", CLASHES),
    ("zelensky-11000-kursk", "c11"): ("unrecorded", ()),
    # Fears of a wider war, § 4 and § 16.
    ("commentary-fears-wider-war", "c1"): ("unrecorded", ()),
    ("commentary-fears-wider-war", "c4"): ("unrecorded", ()),
    ("putin-signs-ratification", "c3"): ("recorded", ("putin-signs-ratification",)),
    # § 6: only the promulgation is left; the pages say that the exchange of instruments was.
    ("entry-into-force", "c1"): ("differs", ("entry-into-force",)),
}


def event_of(said: dict) -> Event:
    """An event of the vectors, with what every event has."""
    claims = [{"source": "paper", "stance": "predicts", "says": WORDS, **claim} for claim in said["claims"]]
    claims = [claim if "passage" in claim else {"url": "https://example.org/", **claim} for claim in claims]
    points = [
        {
            "about": point["about"],
            "sentence": WORDS,
            "sides": [{"holds": WORDS, "claims": side} for side in point["sides"]],
        }
        for point in said.get("disagreements", [])
    ]
    given = {"id": said["id"], "status": said.get("status", "reported"), "claims": claims, "disagreements": points}
    return Event.model_validate({"date": "1969", "title": WORDS, "summary": WORDS, "kind": "any", **given})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_vectors_hold(case):
    known = {said["id"]: event_of(said) for said in case["events"]}
    rows = forecasts([known[key] for key in case.get("of", known)], known)
    points = [point for event in known.values() for point in event.disagreements]
    assert [
        {
            "event": row.event.id,
            "claim": row.claim.id,
            "claims": [list(pair) for pair in row.claims],
            "outcome": [event.id for event in row.outcome],
            "point": points.index(row.point) if row.point else None,
            "how": row.how,
        }
        for row in rows
    ] == case["rows"]


def found(events) -> dict:
    known = {event.id: event for event in events}
    return {
        (each.event.id, each.claim.id): (each.how, tuple(event.id for event in each.outcome))
        for each in forecasts(known.values(), known)
    }


def test_each_prediction_stands_beside_what_came_of_it(record):
    assert found(record.events) == EXPECTED


def test_every_predicting_claim_is_in_one_row(record):
    rows = forecasts(record.events, {event.id: event for event in record.events})
    cited = [pair for row in rows for pair in row.claims]
    predicting = {(e.id, c.id) for e in record.events for c in e.claims if c.stance == "predicts"}
    assert len(cited) == len(set(cited)) and set(cited) == predicting


def test_as_of_a_day_nothing_is_told_that_was_not_known(record):
    on = found(known_events(record, date(2024, 10, 25)).values())
    assert on["zelensky-27-28-october", "c1"] == ("unrecorded", ())
    assert on["budanov-expects-kursk", "c3"] == ("recorded", ("first-units-seen-in-kursk",))


def test_what_others_say_differently_is_a_sentence_of_the_record(record):
    rows = forecasts(record.events, {event.id: event for event in record.events})
    (row,) = (each for each in rows if each.event.id == "entry-into-force")
    assert row.point in row.event.disagreements and row.point.about == "date"


def test_the_api_gives_the_predictions_of_a_view(record):
    body = events_object(record, "view=forecasts&kind=ratification")
    assert [(row["event"], row["claim"], row["how"]) for row in body["forecasts"]] == [
        ("duma-vote", "c3", "recorded"),
        ("federation-council-vote", "c3", "recorded"),
        ("putin-signs-ratification", "c3", "recorded"),
    ]
    assert "forecasts" not in events_object(record, "kind=ratification")
