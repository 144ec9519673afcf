"""Which two sources differ, and on what? Of the pairs that are offered, one alone differs on the point beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...record.model.model import Disagreement, Event
from ...record.record import Record
from .chance import Chance
from .items import FEWEST, ITEMS, Choice, Item, distinct

OPTIONS = 4
# Points that nobody takes for another one: on a date or a number sources differ or they don't, while the same words
# may be of another scope, another wording and another author.
PLAIN = ("date", "number")
Opposed = tuple[str, str, str]  # two sources in the order of the event's, and the point on which they differ


def disagreement(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """Up to eight events on which sources differ, each with up to four pairs of sources and points."""
    items = 0
    for event in chance.shuffled(event for event in distinct(events) if event.disagreements):
        if items == ITEMS:
            return
        for answer in chance.shuffled(each for each in opposed(event) if clear(event, each))[:1]:
            others = likeliest(answer, chance.shuffled(wrong(event, answer[2])))
            if len(others) >= FEWEST - 1:
                items += 1
                options = chance.shuffled([answer, *others])
                words = tuple("+".join(option) for option in options)
                yield Choice("disagreement", event.id, "", words, options.index(answer), holders(event, answer))


def opposed(event: Event) -> list[Opposed]:
    """Every two sources that take different sides, with the point."""
    points = list(dict.fromkeys(point.about for point in event.disagreements))
    pairs = combinations(event.sources, 2)
    return [(*pair, about) for pair in pairs for about in points if holders(event, (*pair, about))]


def clear(event: Event, answer: Opposed) -> bool:
    """True where neither of the two sources also takes another side."""
    points = [point for point in event.disagreements if point.about == answer[2]]
    return all(
        sum(source in sources(event, side.claims) for side in p.sides) < 2 for p in points for source in answer[:2]
    )


def wrong(event: Event, about: str) -> list[Opposed]:
    """Every two of the event's sources that do not differ on a point, with that point or a plain one. Two that both
    give figures may be read as differing on a number, whether the record says so or not."""
    points = dict.fromkeys([about, *PLAIN, *(["attribution"] if about in PLAIN else [])])
    right = opposed(event)
    pairs = combinations(event.sources, 2)
    counting = {claim.source for claim in event.claims if claim.amounts}
    return [
        each
        for pair in pairs
        for point in points
        if (each := (*pair, point)) not in right and not (point == "number" and counting.issuperset(pair))
    ]


def likeliest(answer: Opposed, others: Sequence[Opposed]) -> list[Opposed]:
    """Three of the others, so that neither the sources nor the point alone give the answer away: first the same sources
    with another point and other sources with the same point."""
    same = [each for each in others if each[:2] == answer[:2]]
    point = [each for each in others if each[2] == answer[2]]
    rest = [each for each in others if each not in same and each not in point]
    return [*same[:1], *point[:1], *rest, *same[1:], *point[1:]][: OPTIONS - 1]


def holders(event: Event, pair: Opposed) -> tuple[str, ...]:
    """A claim (id) of each of the two sources, on different sides of the point; none where they don't differ on it."""
    first, second, about = pair
    for point in event.disagreements:
        for one, other in facing(point):
            held, against = by_source(event, one, first), by_source(event, other, second)
            if point.about == about and held and against:
                return held[0], against[0]
    return ()


def facing(point: Disagreement) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The claims of every two sides of a point, both ways round."""
    sides = point.sides
    return [(one.claims, other.claims) for one in sides for other in sides if one is not other]


def by_source(event: Event, claims: Sequence[str], source: str) -> list[str]:
    """Those of some claims (ids) that stand in a source."""
    return [claim.id for claim in event.claims if claim.id in claims and claim.source == source]


def sources(event: Event, claims: Sequence[str]) -> set[str]:
    """The sources of some claims (ids)."""
    return {claim.source for claim in event.claims if claim.id in claims}
