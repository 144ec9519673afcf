"""Exercises: the same ones for the same seed, and never with two right answers, whatever the seed.

What is right is worked out here anew, from the record alone.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.query.chapters import read_query
from timeline.query.events import matching_events
from timeline.query.exercises.chance import Chance
from timeline.query.exercises.exercise import MAKERS, exercise
from timeline.query.exercises.items import as_object
from timeline.record.model.fields import STATUSES
from timeline.record.model.lesson import EXERCISE_TYPES

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "exercises.json").read_text(encoding="utf-8"))
SEEDS = range(1, 201)


@pytest.fixture(params=["record", "vesuvius", "calendar"])
def shipped(request):
    """Each of the two records that come with the program."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def items_of():
    """items_of(record, kind) gives every item of a kind on the whole record, for every seed."""
    kept = {}

    def items(record, kind):
        if (record.hash, kind) not in kept:
            made = [exercise(record, record.events, kind, seed) for seed in SEEDS]
            assert all(made), "a seed gives nothing to ask"
            kept[record.hash, kind] = [item for items in made for item in items]
        return kept[record.hash, kind]

    return items


def claims_of(record):
    return {(event.id, claim.id): claim for event in record.events for claim in event.claims}


# Chance


@pytest.mark.parametrize("case", VECTORS["chance"], ids=lambda case: case["seed"])
def test_chance_follows_from_the_seed(case):
    chance = Chance(case["seed"])
    assert [chance.number() for _ in case["numbers"]] == case["numbers"]
    assert Chance(case["seed"]).shuffled(range(10)) == case["shuffled"]


@pytest.mark.parametrize("case", VECTORS["exercises"], ids=lambda case: f"{case['kind']}-{case['seed']}")
def test_a_seed_gives_these_items(apollo, case):
    assert [as_object(item) for item in exercise(apollo, apollo.events, case["kind"], case["seed"])] == case["items"]


def test_every_kind_of_a_lesson_can_be_made():
    assert tuple(MAKERS) == EXERCISE_TYPES


def test_seeds_give_other_exercises_and_the_same_seed_the_same(shipped):
    for kind in MAKERS:
        made = [exercise(shipped, shipped.events, kind, seed) for seed in range(1, 11)]
        assert len(set(made)) > 5, kind
        assert made == [exercise(shipped, shipped.events, kind, seed) for seed in range(1, 11)]


def test_no_more_than_eight_are_asked_and_no_event_twice(shipped):
    for kind in ("claimant", "status", "disagreement"):
        for seed in range(1, 21):
            items = exercise(shipped, shipped.events, kind, seed)
            assert len({item.event for item in items}) == len(items) <= 8
            assert all(3 <= len(set(item.options)) == len(item.options) <= 4 for item in items)


def test_only_the_events_given_are_asked_about(record):
    events = matching_events(record, read_query(record, "kind=deployment"))
    ids = {event.id for event in events}
    asked = [item for kind in ("claimant", "status", "disagreement") for item in exercise(record, events, kind)]
    assert asked and {item.event for item in asked} <= ids
    assert set(exercise(record, events, "order")[0].right) <= ids
    assert {figure.event for figure in exercise(record, events, "figure")[0].figures} <= ids


def test_too_few_events_give_nothing_to_ask(record):
    for kind in ("order", "figure"):
        assert exercise(record, record.events[:1], kind) == ()
    for kind in MAKERS:
        assert exercise(record, (), kind) == ()


# No item has two right answers


def test_an_order_is_the_only_one_that_the_dates_allow(shipped, items_of):
    events = {event.id: event for event in shipped.events}
    for item in items_of(shipped, "order"):
        assert sorted(item.events) == sorted(item.right) and item.events != item.right
        dates = [events[key].date for key in item.right]
        assert all(one.end < next_.start for one, next_ in zip(dates, dates[1:], strict=False))
        assert not any(point.about == "date" for key in item.right for point in events[key].disagreements)
        assert not any(date.qualifier for date in dates)


def test_a_claim_is_made_by_one_of_those_offered_alone(shipped, items_of):
    claims, events = claims_of(shipped), {event.id: event for event in shipped.events}
    for item in items_of(shipped, "claimant"):
        asked = claims[item.event, item.claim]
        assert item.options[item.right] == "+".join(asked.by)
        numbers = {(amount.value, amount.low, amount.high) for amount in asked.amounts if not amount.words}
        for other in (option for option in item.options if option != item.options[item.right]):
            for actor in other.split("+"):
                made = [claim for claim in claims.values() if actor in claim.by]
                assert actor not in {who for claim in events[item.event].claims for who in claim.by}
                assert not any(claim.says[lang] == words for claim in made for lang, words in asked.says.items())
                assert numbers.isdisjoint({(a.value, a.low, a.high) for claim in made for a in claim.amounts})
                lands = {shipped.actors[who].country for who in asked.by} - {None}
                assert shipped.actors[actor].country not in lands


def test_the_words_of_a_claim_do_not_give_its_claimant_away(shipped, items_of):
    claims, events = claims_of(shipped), {event.id: event for event in shipped.events}
    for item in items_of(shipped, "claimant"):
        asked = claims[item.event, item.claim]
        names = [name for actor in asked.by for name in shipped.actors[actor].name.values()]
        said = [*asked.says.values(), *events[item.event].title.values()]
        assert not any(name in words for name in names for words in said)


def test_an_event_has_the_status_that_is_right_and_claims_that_show_why(shipped, items_of):
    events = {event.id: event for event in shipped.events}
    asked = set()
    for item in items_of(shipped, "status"):
        event = events[item.event]
        assert item.options == STATUSES and item.options[item.right] == event.status
        titles = [other.title for other in shipped.events if other is not event]
        assert not any(title[lang] == words for title in titles for lang, words in event.title.items())
        stances = [claim.stance for claim in event.claims if claim.id in item.because]
        assert stances and (event.status != "predicted" or "predicts" in stances)
        asked.add(event.status)
    assert asked == {event.status for event in shipped.events}


def test_a_figure_belongs_to_one_of_those_offered_alone(shipped, items_of):
    claims = claims_of(shipped)

    def amount(place):
        return claims[place.event, place.claim].amounts[place.n]

    def size(amount):
        return (amount.value, amount.low, amount.high)

    def spoken(claim):
        """All claims of those who stand for a claim; a source that speaks for itself also gives what it relays."""
        return [other for other in claims.values() if set(claim.by) & set(other.by) or own(claim, other)]

    def own(claim, other):
        return not claim.by and claim.source == other.source

    for item in items_of(shipped, "figure"):
        assert sorted(map(str, item.figures)) == sorted(map(str, item.holders))
        assert len({size(amount(figure)) for figure in item.figures}) == len(item.figures) >= 3
        for holder in item.holders:
            scope = amount(holder).scope
            given = {
                size(other)
                for claim in spoken(claims[holder.event, holder.claim])
                for other in claim.amounts
                if scope in (None, other.scope)
            }
            matching = [figure for figure in item.figures if size(amount(figure)) in given]
            assert matching == [holder]


def test_two_sources_differ_on_one_of_the_points_offered_alone(shipped, items_of):
    events = {event.id: event for event in shipped.events}

    def differ(event, one, other, about):
        held = {claim.id: claim.source for claim in event.claims}
        sides = [
            [{held[key] for key in side.claims} for side in point.sides]
            for point in event.disagreements
            if point.about == about
        ]
        return any(
            one in first and other in second
            for point in sides
            for at, first in enumerate(point)
            for second in point[:at] + point[at + 1 :]
        )

    for item in items_of(shipped, "disagreement"):
        event = events[item.event]
        right = [option for option in item.options if differ(event, *option.split("+"))]
        assert right == [item.options[item.right]]
        giving = {claim.source for claim in event.claims if claim.amounts}
        wrong = [option.split("+") for option in item.options if option not in right]
        assert not any(point == "number" and giving >= set(pair) for *pair, point in wrong)
        one, other, about = right[0].split("+")
        assert tuple(claim.source for key in item.because for claim in event.claims if claim.id == key) == (one, other)
        assert about in {point.about for point in event.disagreements}
