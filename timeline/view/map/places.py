"""The places of a record on the map, and what is said to have moved from one to another."""

from __future__ import annotations

from dataclasses import dataclass

from ...record.model.fields import Precision
from ...record.model.model import Place
from ...record.record import Record
from .projection import middle_of, on_map, units_of

# How far around its middle a place may be meant, in km: an order of size, not the borders of anything.
WITHIN: dict[Precision | None, float] = {"region": 150, "country": 500}


@dataclass(frozen=True)
class Spot:
    """A place on the map: where (`x`, `y`) and within which distance of it (`r`, 0 for a point), in units."""

    place: Place
    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Move:
    """What a claim says went from one spot to another: numbers of the list of spots."""

    event: str
    claim: str
    origin: int
    destination: int


@dataclass(frozen=True)
class Places:
    """Every place of a record that has coordinates, each once; by event id the number of its place; the moves."""

    middle: float
    spots: tuple[Spot, ...]
    of_event: dict[str, int]
    moves: tuple[Move, ...]


def places_of(record: Record) -> Places:
    """The places of a record's events and moves, in the order of the events. A place is another one where its name,
    precision or coordinates are.
    """
    named = [place for event in record.events for place in event.on_map]
    middle = middle_of([place.lon for place in named if place.lon is not None])
    numbers: dict[str, int] = {}
    spots: list[Spot] = []
    for place in named:
        if numbers.setdefault(_key(place), len(spots)) == len(spots):
            spots.append(_spot(place, middle))
    of_event = {
        event.id: numbers[_key(event.place)] for event in record.events if event.place and event.place.is_on_map
    }
    moves = tuple(
        Move(event.id, claim.id, numbers[_key(claim.moved.origin)], numbers[_key(claim.moved.destination)])
        for event in record.events
        for claim in event.claims
        if claim.moved and claim.moved.is_on_map
    )
    return Places(middle, tuple(spots), of_event, moves)


def _key(place: Place) -> str:
    return place.model_dump_json()


def _spot(place: Place, middle: float) -> Spot:
    x, y = on_map(place.lon or 0, place.lat or 0, middle)
    return Spot(place, round(x, 1), round(y, 1), round(units_of(WITHIN.get(place.precision, 0)), 1))
