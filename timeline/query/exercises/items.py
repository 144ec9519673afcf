"""What an exercise asks: an order, one right choice, or pairs. Ids of the record, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...record.model.model import Amount, Claim, Event
from ...record.record import Record, once

ITEMS = 8  # at most, of one exercise
FEWEST = 3  # options of a choice, pairs of a match, events of an order


@dataclass(frozen=True)
class Order:
    """Put `events` (ids, as they are offered) in order: `right`."""

    kind: str
    events: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Of `options`, exactly the one numbered `right` (from 0) is right. It is about an `event`, and of it about a
    `claim` ("" where about the whole); the claims in `because` (ids) show why.

    Options are statuses; or ids of those who claim something together, joined by `+`; or two sources and a point on
    which they differ, joined by `+`.
    """

    kind: str
    event: str
    claim: str
    options: tuple[str, ...]
    right: int
    because: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A figure: the event and the claim that give it, and which of the claim's figures it is (from 0)."""

    event: str
    claim: str
    n: int


@dataclass(frozen=True)
class Match:
    """Match each of `figures` with who gave it. `holders` are the same figures in the order in which their claimants
    are offered: what belongs to a figure is the figure itself."""

    kind: str
    figures: tuple[Figure, ...]
    holders: tuple[Figure, ...]


Item = Order | Choice | Match
Size = tuple[float | None, float | None, float | None]
Numbers = Mapping[str, set[tuple[Size, str]]]


def as_object(item: Item) -> dict[str, Any]:
    """An item as JSON-ready dict: its fields, tuples as lists."""
    return {
        key: [part if isinstance(part, str) else dict(part) for part in value] if isinstance(value, tuple) else value
        for key, value in asdict(item).items()
    }


def distinct(events: Iterable[Event]) -> list[Event]:
    """The events without those whose title another one of them has too, in some language."""
    events = list(events)
    counts: dict[tuple[str, str], int] = {}
    for event in events:
        for title in event.title.items():
            counts[title] = counts.get(title, 0) + 1
    return [event for event in events if all(counts[title] == 1 for title in event.title.items())]


def voice(claim: Claim) -> str:
    """Those who make a claim together, as one word: their ids joined by `+`; "" where only the source speaks."""
    return "+".join(claim.by)


def size(amount: Amount) -> Size | None:
    """The number of a figure, or the ends of its range; None where it has words."""
    ends = (amount.value, amount.low, amount.high)
    return None if amount.words or all(end is None for end in ends) else ends


def claimants(claim: Claim) -> set[str]:
    """Who stands for a claim: those who make it, or the source alone where nobody is named."""
    return {f"actor:{actor}" for actor in claim.by} or {f"source:{claim.source}"}


def numbers_by(events: Iterable[Event]) -> Numbers:
    """Every number that each claimant gives in some events, with its scope; a source also gives what it relays."""
    found: dict[str, set[tuple[Size, str]]] = {}
    for claim in (claim for event in events for claim in event.claims):
        given = {(each, amount.scope or "") for amount in claim.amounts if (each := size(amount)) is not None}
        for who in claimants(claim) | {f"source:{claim.source}"} if given else ():
            found.setdefault(who, set()).update(given)
    return found


@once
def all_numbers(record: Record) -> Numbers:
    """Those of the whole record. Shared: don't change it."""
    return numbers_by(record.events)
