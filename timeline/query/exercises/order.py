"""Put events in order: of events whose days do not overlap and on whose date no sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...record.model.model import Event
from ...record.record import Record
from .chance import Chance
from .items import FEWEST, Item, Order, distinct

MOST = 6  # events: more than that is patience, not knowledge
UNCERTAIN = ("?", "~", "%")


def order(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """One order of up to six events, if there are three that surely come after one another."""
    chosen: list[Event] = []
    for event in chance.shuffled(filter(dated, distinct(events))):
        if len(chosen) < MOST and all(apart(event, other) for other in chosen):
            chosen.append(event)
    if len(chosen) >= FEWEST:
        right = tuple(event.id for event in sorted(chosen, key=lambda event: event.date.earliest))
        offered = tuple(chance.shuffled(right))
        while offered == right:
            offered = tuple(chance.shuffled(right))
        yield Order("order", offered, right)


def dated(event: Event) -> bool:
    """True where the first and the last day are known, the date is not uncertain, and nobody disputes it."""
    known = event.date.start is not None and event.date.end is not None
    return known and not any(sign in event.date.text for sign in UNCERTAIN) and not disputed(event)


def disputed(event: Event) -> bool:
    """True where sources differ on the date."""
    return any(point.about == "date" for point in event.disagreements)


def apart(one: Event, other: Event) -> bool:
    """True where one surely ends before the other begins."""
    first, last = sorted((one, other), key=lambda event: event.date.earliest)
    return first.date.latest < last.date.earliest
