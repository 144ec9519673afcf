"""Two curators' records of the same documents, side by side: what counts as the same passage, claim and event, on what
they differ, and how far they agree.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.agreement.agreement import Agreement, agreement, measure
from timeline.record.agreement.report import as_object
from timeline.record.load import load_record

APOLLO = Path(__file__).parents[1] / "records" / "good" / "apollo"


@pytest.fixture
def beside(apollo, write_record):
    """beside((old, new), …, settings=…) sets apollo beside a copy of it with these texts of its events replaced."""

    def made(*edits: tuple[str, str], **files: object) -> Agreement:
        def edited(text: str) -> str:
            for old, new in edits:
                assert old in text
                text = text.replace(old, new)
            return text

        return agreement(apollo, load_record(write_record(**({"events": edited} if edits else {}), **files)))

    return made


def differences(found: Agreement) -> list[tuple[str, str, str, str]]:
    pairs = [(pair.ours.id, rows) for pair, rows in found.events] + [
        (pair.ours.name, rows) for pair, rows in found.claims
    ]
    return [(name, one.field, one.ours, one.theirs) for name, rows in pairs for one in rows]


def test_a_record_agrees_with_itself(apollo, record):
    for one in (apollo, record):
        found = agreement(one, one)
        claims = [claim for event in one.events for claim in event.claims]
        assert all(pair.ours == pair.theirs for pair, _ in found.claims)
        assert (len(found.claims), len(found.events)) == (len(claims), len(one.events))
        assert (found.stance.alpha, found.status.alpha) == (1, 1)
        assert differences(found) == [] and found.only_ours == found.only_theirs == ()


# One edit by the other curator, and what it makes the two differ on.
EDITS = {
    "stance": ("stance: denies", "stance: confirms", [("first-words/c2", "stance", "denies", "confirms")]),
    "claimant": (
        "by: [parkes], stance",
        "stance",
        [("first-words/c2", "claimant", "Parkes Observatory", "the source itself")],
    ),
    "day": ('"1969-10-01"', '"1969-10"', [("reflector-in-use/c1", "day", "1969-10-01", "1969-10")]),
    "amount": ("value: 21.5", "value: 22", [("samples-studied/c1", "amount", "about 21.5 kg", "about 22 kg")]),
    "bound": (
        "bound: about",
        "bound: at_least",
        [("samples-studied/c1", "amount", "about 21.5 kg", "at least 21.5 kg")],
    ),
    "status": ("status: contested", "status: reported", [("first-words", "status", "contested", "reported")]),
    "date": ('date: "1962"', 'date: "1962-07"', [("rendezvous-chosen", "date", "1962", "1962-07")]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_two_curators_hold_differently_is_said_for_both(beside, edit):
    old, new, expected = EDITS[edit]
    found = [
        (name, field, ours.split(" on ")[0], theirs.split(" on ")[0])
        for name, field, ours, theirs in differences(beside((old, new)))
    ]
    assert found == expected


def test_documents_actors_and_events_may_have_other_ids(beside):
    """A seed document is known by its paragraphs, other sources and actors by their names, events by their claims."""

    def renamed(text: str) -> str:
        return text.replace("id: memo", "id: press-memo").replace("id: nasa\n", "id: nasa-history\n")

    found = beside(
        ("source: memo", "source: press-memo"),
        ("source: nasa", "source: nasa-history"),
        ("parkes]", "dish]"),
        ("id: first-words", "id: small-step"),
        sources=renamed,
        actors=lambda text: text.replace("id: parkes", "id: dish"),
        memo=lambda text: text.replace("id: memo", "id: press-memo"),
    )
    assert found.shared.sources == {"press-memo": "memo", "nasa-history": "nasa", "herald": "herald"}
    assert differences(found) == []
    assert ("first-words", "small-step") in [(pair.ours.id, pair.theirs.id) for pair, _ in found.events]


def test_another_document_of_the_same_id_is_another_one(beside):
    found = beside(memo=lambda text: re.sub(r'(?<=sha256: ").{4}', "0000", text))
    assert "memo" not in found.shared.documents
    assert {one.claim.source for one in (*found.only_ours, *found.only_theirs)} == set()


def test_a_page_is_the_same_however_its_address_is_written(beside):
    assert differences(beside(("https://example.org/tape", "http://www.example.org/tape/#top"))) == []


def test_claims_of_one_page_are_paired_by_what_they_say_not_by_their_order(beside):
    """Two claims of apollo cite the page of the goal; the other curator has them in one event, the other way round."""
    found = beside(
        ("Sets the goal.", "Before 1970."),
        ("says: {en: Before 1970., fr: Avant 1970.}", "says: {en: Sets the goal., fr: Avant 1970.}"),
        ("Fixe l’objectif.", "Avant 1970 !"),
    )
    paired = {pair.ours.name: pair.theirs.name for pair, _ in found.claims}
    assert paired["lunar-goal/c2"] == "landing-before-1970/c1"
    assert paired["landing-before-1970/c1"] == "lunar-goal/c2"


def test_the_only_two_claims_of_a_passage_are_a_pair_whatever_they_say(beside):
    found = beside(("{en: The tape has no article., fr: La bande n’a pas d’article.}", "{en: Zzz., fr: Zzz.}"))
    assert "first-words/c2" in [pair.ours.name for pair, _ in found.claims]


def test_a_claim_that_only_one_curator_has_is_listed_and_not_measured(beside):
    found = beside(("https://example.org/tape", "https://example.org/other"))
    assert [one.name for one in found.only_ours] == [one.name for one in found.only_theirs] == ["first-words/c2"]
    assert found.passages[1:] == (1, 1)
    assert found.stance.of == len(found.claims) == 10


# Worked by hand: alpha = 1 - (n - 1) · (pairs that differ, both ways) / (sum of n_c · n_k over different words), where
# n counts all words given, and n_c how often word c was.
@pytest.mark.parametrize(
    ("pairs", "same", "alpha"),
    [
        (["aa", "ab", "bb", "bb"], 3, 1 - 7 * 2 / (2 * 3 * 5)),
        (["ab", "ba"], 0, 1 - 3 * 4 / (2 * 2 * 2)),
        (["aa", "bb", "cc"], 3, 1.0),
        (["aa", "aa"], 2, None),
        ([], 0, None),
    ],
)
def test_alpha_is_agreement_beyond_chance(pairs, same, alpha):
    found = measure((pair[0], pair[1]) for pair in pairs)
    assert (found.same, found.of) == (same, len(pairs))
    assert found.alpha == (alpha if alpha is None else pytest.approx(alpha))


# The command


@pytest.fixture
def other(tmp_path) -> Path:
    folder = tmp_path / "other"
    shutil.copytree(APOLLO, folder)
    events = folder / "events.yaml"
    events.write_text(events.read_text().replace("stance: denies", "stance: confirms"))
    return folder


def run(*arguments: object):
    return CliRunner().invoke(main, ["compare", *map(str, arguments), "--data", str(APOLLO)])


def test_the_command_says_how_far_both_agree_and_where_they_differ(other):
    lines = run(other).stdout.splitlines()
    assert lines[0] == "documents in both: Press memo, 1 Aug 1969, NASA history pages, The Lunar Herald"
    assert lines[2].startswith(
        "claims on the same passage: 11 pairs; stance: 10 of 11 the same, Krippendorff’s alpha 0.8"
    )
    assert lines[-2:] == [
        "first-words/c2 (The Lunar Herald, https://example.org/tape): “The tape has no article.”",
        "  stance: denies | confirms",
    ]


def test_the_command_writes_json_and_markdown(other, apollo):
    said = json.loads(run(other, "--format", "json").stdout)
    assert said == json.loads(json.dumps(as_object(agreement(apollo, load_record(other)), str(APOLLO), str(other))))
    assert said["differing"] == {"stance": 1, "claimant": 0, "day": 0, "amount": 0, "status": 0, "date": 0}
    assert "| stance | denies | confirms |" in run(other, "--format", "markdown").stdout


def test_a_record_with_problems_is_not_compared(other):
    (other / "sources.yaml").unlink()
    found = run(other)
    assert found.exit_code == 1
    assert f"{other}/sources.yaml:0:0: error[missing-file]" in found.stderr
    assert run(other / "nowhere").exit_code == 2
