"""Match each figure with who gave it, how bounded and of what: nobody who is offered gave two of the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...record.model.model import Amount, Claim, Event
from ...record.record import Record
from .chance import Chance
from .items import FEWEST, Figure, Item, Match, Numbers, all_numbers, claimants, size

MOST = 5  # pairs
Given = tuple[Event, Claim, int]


def figure(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """One match of up to five figures, if there are three that can't be confused: as many as can be count one thing."""
    given = chance.shuffled(given_in(events))
    unit = commonest(given)
    numbers = all_numbers(record)
    chosen: list[Given] = []
    for each in sorted(given, key=lambda one: counted(one) != unit):
        if len(chosen) < MOST and all(unlike(numbers, each, other) for other in chosen):
            chosen.append(each)
    if len(chosen) >= FEWEST:
        figures = tuple(Figure(event.id, claim.id, n) for event, claim, n in chosen)
        yield Match("figure", figures, tuple(chance.shuffled(figures)))


def given_in(events: Sequence[Event]) -> list[Given]:
    """Every figure of the events that has a number, with its event, its claim and its place in it."""
    claims = [(event, claim) for event in events for claim in event.claims]
    return [(*pair, n) for pair in claims for n, amount in enumerate(pair[1].amounts) if size(amount) is not None]


def amount_of(given: Given) -> Amount:
    """The figure itself."""
    return given[1].amounts[given[2]]


def counted(given: Given) -> str:
    """What a figure counts: its unit, else its quantity."""
    amount = amount_of(given)
    return amount.unit or amount.quantity


def commonest(given: Sequence[Given]) -> str:
    """What most of the figures count; of equals the first."""
    counts: dict[str, int] = {}
    for each in given:
        counts[counted(each)] = counts.get(counted(each), 0) + 1
    return max(counts, key=lambda unit: counts[unit], default="")


def unlike(numbers: Numbers, one: Given, other: Given) -> bool:
    """True where two figures have different numbers, and neither claimant also gave the other's number for their own
    scope."""
    same = size(amount_of(one)) == size(amount_of(other)) or not claimants(one[1]).isdisjoint(claimants(other[1]))
    return not same and not gives(numbers, one, other) and not gives(numbers, other, one)


def gives(numbers: Numbers, one: Given, other: Given) -> bool:
    """True where those who gave one figure also gave the number of the other: of the same scope, or of any where the
    first has none."""
    scope, number = amount_of(one).scope, size(amount_of(other))
    given = (each for who in claimants(one[1]) for each in numbers.get(who, ()))
    return any(ends == number and (not scope or scope == of) for ends, of in given)
