"""Two clocks: on which side of its event a claim was made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.query.clocks import side, side_of
from timeline.record.dates.edtf import parse

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "clocks.json").read_text(encoding="utf-8"))["cases"]
# Read in the documents, by hand: what is said, by which document and paragraph, when it happened, when it was said.
SAID = [
    # Signed on 19 June, says the article of 24 June, and so do three later ones.
    ("treaty-signed", "mondialisation", 8, "2024-06-19", "2024-06-24", "after"),
    ("treaty-signed", "entrevue", 5, "2024-06-19", "2024-11-12", "after"),
    # What its author foresees for arms deliveries is of the day on which he writes.
    ("forecasts-after-signing", "mondialisation", 22, "2024-06-24", "2024-06-24", "during"),
    # The treaty of 1961, told of 62 years later.
    ("soviet-treaty-1961", "mondialisation", 16, "1961-07-06", "2024-06-24", "after"),
    # Zelensky names Sunday on the day of the article; the event is that he does.
    ("zelensky-27-28-october", "digest-25-oct", 7, "2024-10-25", "2024-10-25", "during"),
    # October's gain, in an article of the Wednesday on which the upper house votes, 6 November.
    ("russia-october-gain", "commentary-6-nov", 14, "2024-10", "2024-11-06~", "after"),
    # The upper house is to vote "ce mercredi", the president to sign after that, and then it enters into force.
    ("federation-council-vote", "commentary-6-nov", 5, "2024-11-06", "2024-11-06~", "during"),
    ("putin-signs-ratification", "commentary-6-nov", 6, "2024-11-09", "2024-11-06~", "before"),
    ("entry-into-force", "commentary-6-nov", 6, "2024-12-04", "2024-11-06~", "before"),
    # Ratified on 9 November, in a text that was written then or in the two days after.
    ("putin-signs-ratification", "digest-9-nov", 2, "2024-11-09", "2024-11-09/2024-11-11", "open"),
    ("kim-ratifies", "entrevue", 3, "2024-11-11", "2024-11-12", "after"),
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_vectors_hold(case):
    said = parse(case["said"]) if case["said"] else None
    assert side(parse(case["event"]), said) == case["side"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_days_of_the_vectors_are_what_the_dates_mean(case):
    def iso(day):
        return day.isoformat() if day else None

    event, said = parse(case["event"]), case["said"] and parse(case["said"])
    assert case["days"] == {"start": iso(event.start), "end": iso(event.end), "within": event.shape == "within"}
    assert case["made"] == {"since": iso(said.start) if said else None, "until": iso(said.end) if said else None}


@pytest.mark.parametrize(("event", "source", "passage", "happened", "said", "expected"), SAID)
def test_what_the_documents_say_lies_where_their_days_put_it(record, event, source, passage, happened, said, expected):
    found = next(each for each in record.events if each.id == event)
    claims = [claim for claim in found.claims if (claim.source, claim.passage) == (source, passage)]
    assert claims
    assert found.date.text == happened
    assert {claim.asserted_on.text for claim in claims} == {said}
    assert {side_of(found, claim) for claim in claims} == {expected}
