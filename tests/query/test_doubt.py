"""A source or a claimant is doubted: which claims fall, what the others still support, what changes of the record."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.query.asof import without
from timeline.query.changed import changes
from timeline.query.doubt import can_be_doubted, struck
from timeline.query.events import matching_events
from timeline.query.spec import parse_query, vocabulary
from timeline.record.model.model import Event
from timeline.record.support import reason_left, standing, status_left, supports

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "support.json").read_text(encoding="utf-8"))
CASES = {case["name"]: case for case in VECTORS["cases"]}
WORDS = {"en": "x", "fr": "x"}


def event_of(case: dict) -> Event:
    said = case["event"]
    claims = [{"says": WORDS, "url": "https://example.org/", **claim} for claim in said["claims"]]
    points = [
        {
            "about": point["about"],
            "sentence": WORDS,
            "sides": [{"holds": WORDS, "claims": side} for side in point["sides"]],
        }
        for point in said.get("disagreements", [])
    ]
    rest = {"id": "event", "date": "1969", "title": WORDS, "summary": WORDS, "kind": "any", "status": said["status"]}
    return Event.model_validate({**rest, "claims": claims, "disagreements": points})


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "doubt" not in case])
def test_a_status_can_rest_on_these_claims(name):
    event, speech = event_of(CASES[name]), CASES[name]["event"].get("speech", False)
    assert supports(event.status, standing(event, event.claims, speech)) is CASES[name]["supported"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "doubt" in case])
def test_what_is_left_of_an_event(name):
    case = CASES[name]
    event, speech = event_of(case), case["event"].get("speech", False)
    fallen = struck(event, case["doubt"])
    claims = [claim for claim in event.claims if claim.id not in fallen]
    left = status_left(event, claims, speech)
    assert (sorted(fallen), left) == (case["struck"], case["status"])
    if left != event.status:
        assert reason_left(event, claims, left) == case["reason"]
    if "origin" in case:
        assert standing(event, claims, speech).origins == (case["origin"],)


def spec_of(record, query: str):
    spec = parse_query(query, vocabulary(record))
    assert not spec.ignored
    return spec


def changed(record, query: str) -> dict[str, tuple]:
    found = changes(record, spec_of(record, query))
    return {each.before.id: (each.before.status, each.status, each.reason, each.origin) for each in found}


# Written by hand from the documents and the pages that the record cites.
STORY = {
    # The article alone carries its author's views; KCNA, Interfax and Reuters bear out three passages alone.
    "doubt=mondialisation": {
        "putin-western-arms-violation": ("established", "reported", "one_origin", "reuters"),
        "treaty-article-2": ("established", "reported", "one_origin", "kcna"),
        "treaty-other-fields": ("established", "reported", "one_origin", "interfax"),
        "rosenthal-on-beijing-and-moscow": ("reported", None, "nothing", None),
        "rosenthal-on-un-sanctions": ("reported", None, "nothing", None),
        "forecasts-after-signing": ("predicted", None, "nothing", None),
        "iran-arms-ties": ("reported", None, "nothing", None),
    },
    # KBS says that it cites Reuters. The influx is then dated to October alone.
    "doubt=digest-9-nov": {
        "influx-since-september": ("contested", "reported", "undisputed", None),
        "lavrov-denuclearisation-closed": ("established", "reported", "one_origin", "reuters"),
    },
    # Three of the four outlets that report the entry into force cite KCNA.
    "doubt=kcna": {
        "treaty-article-2": ("established", "reported", "one_origin", "observateur-continental"),
        "entry-into-force": ("established", "reported", "one_origin", "yeni-safak"),
    },
    # A claimant: of the forecast only what others said of it later is left.
    "doubt=volodymyr-zelensky": {
        "zelensky-27-28-october": ("predicted", None, "unpredicted", None),
        "zelensky-calls-to-punish": ("established", "reported", "one_origin", "digest-25-oct"),
    },
    # On the day of the signing Reuters and AFP report it, and Reuters alone what Putin says of Western arms.
    "doubt=reuters&asof=2024-06-19": {
        "treaty-signed": ("established", "reported", "one_origin", "afp"),
        "putin-western-arms-violation": ("reported", None, "nothing", None),
    },
}


@pytest.mark.parametrize("query", STORY)
def test_these_events_change(record, query):
    assert changed(record, query) == STORY[query]


def test_nobody_can_doubt_who_says_nothing(record):
    assert parse_query("doubt=ansa-of-nowhere&doubt=outlet", vocabulary(record)).ignored == (
        ("doubt", "ansa-of-nowhere"),
        ("doubt", "outlet"),
    )


def leads_back(event: Event, claim, source: str) -> bool:
    """Whether a claim is the source's, or relays it, written as one would follow it by hand; or of an actor of this id,
    as with the Kremlin, alone."""
    if source in (claim.source, claim.derives_from) or claim.by == (source,):
        return True
    relayed = [other for other in event.claims if other.id == claim.derives_from]
    return bool(relayed) and leads_back(event, relayed[0], source)


def recomputed(event: Event, claims: tuple, speech: bool) -> str | None:
    """The status by the four sentences of the reader's guide, and none that is more certain than before."""
    if len(claims) == len(event.claims):
        return event.status
    stances = [claim.stance for claim in claims]
    stating = [c for c in claims if c.stance in ("asserts", "confirms") or (speech and c.stance != "predicts")]
    first = {origin(event, claim) for claim in stating}
    denied, confirmed = "denies" in stances and not speech, "confirms" in stances and not speech
    split = any(splits(event, point, claims) for point in event.disagreements)
    can = {
        "established": confirmed or (len(first) >= 2 and not denied),
        "contested": split or (denied and bool(first)),
        "reported": bool(first),
        "predicted": "predicts" in stances,
    }
    below = list(can)[list(can).index(event.status) :]
    if event.status == "reported":
        below = ["reported", "predicted"]
    return next((status for status in below if can[status]), None)


def origin(event: Event, claim) -> str:
    relayed = [other for other in event.claims if other.id == claim.derives_from]
    return origin(event, relayed[0]) if relayed else claim.derives_from or claim.source


def splits(event: Event, point, claims: tuple) -> bool:
    speaking = {c.id: c for c in claims if c.stance in ("asserts", "confirms", "denies")}
    sides = [[speaking[key] for key in side.claims if key in speaking] for side in point.sides]
    sides = [side for side in sides if side]
    spoken = {origin(event, claim) for side in sides for claim in side}
    return point.about in ("occurrence", "date") and len(sides) > 1 and len(spoken) > 1


def test_doubting_each_source_equals_the_record_made_without_it(record):
    speech = {kind.id for kind in record.settings.kinds if kind.speech}
    for source in record.sources:
        expected = []
        for event in record.events:
            claims = tuple(claim for claim in event.claims if not leads_back(event, claim, source))
            status = recomputed(event, claims, event.kind in speech) if claims else None
            if status:
                expected.append((event.id, status, [claim.id for claim in claims]))
        left = matching_events(record, spec_of(record, f"doubt={source}"))
        assert [(event.id, event.status, [claim.id for claim in event.claims]) for event in left] == expected, source


def test_doubt_on_top_of_doubt_is_doubt_of_both(record):
    once = without(without(record, {"reuters"}), {"kcna"})
    both = without(record, {"reuters", "kcna"})
    assert [event.id for event in both.events] == [event.id for event in once.events]


def test_filters_look_at_what_is_left(record):
    spec = spec_of(record, "doubt=mondialisation&source=mondialisation")
    assert matching_events(record, spec) == []
    left = matching_events(record, spec_of(record, "doubt=mondialisation&status=reported"))
    assert {"treaty-article-2", "treaty-other-fields"} <= {event.id for event in left}


def test_a_disagreement_keeps_the_sides_that_are_left(record):
    (event,) = (e for e in without(record, {"digest-9-nov"}).events if e.id == "influx-since-september")
    assert event.disagreements == ()


def test_without_doubt_nothing_changes(record):
    assert changes(record, spec_of(record, "")) == []
    assert without(record, set()).events == record.events


def test_what_can_be_doubted_are_sources_and_those_who_make_claims(record):
    can = can_be_doubted(record)
    assert {"mondialisation", "kcna", "volodymyr-zelensky"} <= can
    assert "outlet" not in can


def test_a_record_s_own_statements_are_told_from_events(apollo):
    kinds = tuple(kind.model_copy(update={"speech": True}) for kind in apollo.settings.kinds)
    spoken = replace(apollo, settings=apollo.settings.model_copy(update={"kinds": kinds}))
    of = lambda some: {e.id: e.status for e in without(some, {"memo"}).events}  # noqa: E731
    assert of(apollo)["apollo-11-flight"] == "reported"
    assert of(spoken)["first-words"] == "contested"
