"""How many sources stand behind claims, and how many independent origins. The cases are shared with the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.model.model import Claim
from timeline.record.origins import origins

VECTORS = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "origins.json").read_text(encoding="utf-8"))
SOURCES = ("paper", "radio", "site", "agency", "bureau")


def claim(**fields) -> Claim:
    return Claim(says={"en": "So."}, url="https://example.org/a", **fields)


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_claims_have_these_sources_and_origins(case):
    event = [claim(**fields) for fields in case["event"]]
    found = origins([one for one in event if one.id in case.get("of", [one.id])], event)
    assert [list(found.sources), list(found.origins), found.known] == [case["sources"], case["origins"], case["known"]]


@st.composite
def claims_of_an_event(draw) -> list[Claim]:
    """Claims of which each may derive from a source or from one before it, so that there is no circle."""
    claims: list[Claim] = []
    for number in range(draw(st.integers(0, 8))):
        source = draw(st.sampled_from(SOURCES))
        others = [name for name in (*SOURCES, *(other.id for other in claims)) if name != source]
        claims.append(claim(id=f"c{number}", source=source, derives_from=draw(st.none() | st.sampled_from(others))))
    return claims


@given(claims_of_an_event())
def test_every_claim_leads_back_to_one_source(claims):
    found = origins(claims)
    assert len(found.origins) <= len(claims) and set(found.origins) <= set(SOURCES)
    assert all(len(origins([one], claims).origins) == 1 for one in claims)
    assert {name for one in claims for name in origins([one], claims).origins} == set(found.origins)


@given(claims_of_an_event(), st.randoms())
def test_the_order_of_the_claims_changes_no_number(claims, random):
    shuffled = random.sample(claims, len(claims))
    assert [set(part) for part in (origins(claims).sources, origins(claims).origins)] == [
        set(part) for part in (origins(shuffled).sources, origins(shuffled).origins)
    ]


@given(claims_of_an_event())
def test_where_nothing_is_known_the_origins_are_the_sources(claims):
    bare = [one.model_copy(update={"derives_from": None}) for one in claims]
    found = origins(bare)
    assert found.origins == found.sources and not found.known


@given(claims_of_an_event(), st.sampled_from(SOURCES))
def test_one_more_claim_that_relays_what_is_there_adds_no_origin(claims, source):
    for other in claims:
        relay = claim(id="relay", source=source, derives_from=other.id)
        assert origins([*claims, relay]).origins == origins(claims).origins


def test_the_shipped_record_has_relayed_reports_and_never_loses_a_source(record):
    counts = {event.id: origins(event.claims) for event in record.events}
    assert sum(found.known for found in counts.values()) >= 40
    for event in record.events:
        assert counts[event.id].sources == event.sources
        assert set(counts[event.id].origins) <= set(record.sources)
