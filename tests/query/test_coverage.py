"""What each source says of an event, in one word: the rule, and cases read by hand in the five documents."""

from __future__ import annotations

import pytest

from timeline.query.coverage import STATES, coverage
from timeline.record.model.model import Event

TEXT = {"en": "x", "fr": "x"}


def event(claims: str, sides: str = "") -> Event:
    """An event from "source:stance …" (its claims, c1, c2, …) and "c1 c2|c3" (the sides of one disagreement)."""
    made = [
        {"id": f"c{n}", "source": source, "stance": stance, "says": TEXT, "url": "https://example.org/"}
        for n, (source, stance) in enumerate((claim.split(":") for claim in claims.split()), 1)
    ]
    point = {
        "about": "date",
        "sentence": TEXT,
        "sides": [{"holds": TEXT, "claims": side.split()} for side in sides.split("|")],
    }
    return Event.model_validate(
        {
            "id": "something",
            "date": "2024-06-19",
            "title": TEXT,
            "summary": TEXT,
            "kind": "treaty",
            "status": "reported",
            "claims": made,
            "disagreements": [point] if sides else [],
        }
    )


@pytest.mark.parametrize(
    ("claims", "sides", "states"),
    [
        ("a:asserts", "", {"a": "reports"}),
        ("a:confirms b:asserts", "", {"a": "reports", "b": "reports"}),
        ("a:denies", "", {"a": "denies"}),
        ("a:predicts", "", {"a": "predicts"}),
        ("a:predicts a:predicts", "", {"a": "predicts"}),
        ("a:declines_to_comment", "", {"a": "declines"}),
        # A denial says more than anything beside it; a prediction or a refusal counts only where it stands alone.
        ("a:asserts a:denies", "", {"a": "denies"}),
        ("a:predicts a:denies", "", {"a": "denies"}),
        ("a:asserts a:predicts", "", {"a": "reports"}),
        ("a:asserts a:declines_to_comment", "", {"a": "reports"}),
        ("a:predicts a:declines_to_comment", "", {"a": "reports"}),
        # Both sides of a disagreement differ; whoever takes none reports.
        ("a:asserts b:asserts c:asserts", "c1|c2", {"a": "differs", "b": "differs", "c": "reports"}),
        ("a:asserts a:asserts b:asserts", "c2|c3", {"a": "differs", "b": "differs"}),
        ("a:asserts a:predicts b:asserts", "c2|c3", {"a": "differs", "b": "differs"}),
        # Taking a side by a denial, a prediction or a refusal shows as what it is.
        ("a:denies b:asserts", "c1|c2", {"a": "denies", "b": "differs"}),
        ("a:predicts b:asserts", "c1|c2", {"a": "predicts", "b": "differs"}),
        ("a:declines_to_comment b:denies", "c1|c2", {"a": "declines", "b": "denies"}),
    ],
)
def test_rule(claims, sides, states):
    assert coverage(event(claims, sides)) == states


def test_sources_stand_in_the_order_of_their_claims():
    assert list(coverage(event("b:asserts a:asserts b:denies"))) == ["b", "a"]


def test_every_state_of_the_record_is_known(record):
    assert {state for event in record.events for state in coverage(event).values()} == set(STATES)


# What the five documents say, read in them (§ is the paragraph). A document that is not named is silent.
DOCUMENTS = {
    # All five speak of the signing: Mondialisation § 8, 25 October § 6 and 9 November § 2 have it signed in June,
    # Entrevue § 5 “élaboré en juin”, the commentary § 1 “sur le point de finaliser”.
    "treaty-signed": {
        "mondialisation": "differs",
        "digest-25-oct": "differs",
        "digest-9-nov": "differs",
        "entrevue": "differs",
        "commentary-6-nov": "differs",
    },
    # Entrevue § 3 alone knows of the decree of 11 November.
    "kim-ratifies": {"entrevue": "differs"},
    # 9 November § 5 puts the 3,765 in July.
    "students-3765": {"digest-9-nov": "differs"},
    # 25 October § 7, which nobody contradicts.
    "scholz-escalation": {"digest-25-oct": "reports"},
    # 25 October § 10, “un nouvel hymne national”.
    "anthem-law": {"digest-25-oct": "differs"},
    # Mondialisation § 15, three documents replaced.
    "ushakov-on-replaced-treaties": {"mondialisation": "differs"},
    # 25 October § 6 “démentie par la Russie et la Corée du Nord”, Entrevue § 6 “évité de répondre directement”.
    "putin-our-affair": {"digest-25-oct": "denies", "entrevue": "declines"},
    "dprk-un-denial": {"digest-25-oct": "denies"},
    # 25 October § 7 “commenceront à combattre … à partir de dimanche”; commentary § 3 “dans les prochains jours”.
    "zelensky-27-28-october": {"digest-25-oct": "predicts"},
    "combat-expected-days": {"commentary-6-nov": "predicts"},
    # Commentary § 6: the promulgation is still to come.
    "entry-into-force": {"commentary-6-nov": "predicts"},
    # Mondialisation § 22, Iran as a partner; commentary § 13, Ukrainian troops falling back.
    "iran-arms-ties": {"mondialisation": "reports"},
    "ukraine-front-withdrawals": {"commentary-6-nov": "reports"},
}


@pytest.mark.parametrize(("id", "states"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_the_documents(record, id, states):
    found = coverage(next(event for event in record.events if event.id == id))
    assert {source: state for source, state in found.items() if source in record.seeds} == states


def test_the_duma_vote(record):
    """25 October § 6, commentary § 6 and 9 November § 2 know of the deputies' vote, the June article can't."""
    found = coverage(next(event for event in record.events if event.id == "duma-vote"))
    assert {found.get(source) for source in ("digest-25-oct", "commentary-6-nov", "digest-9-nov")} == {"differs"}
    assert "mondialisation" not in found
