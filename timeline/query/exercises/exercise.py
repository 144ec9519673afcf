"""An exercise of some events: the table of its kinds, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ...record.model.lesson import ExerciseType
from ...record.model.model import Event
from ...record.record import Record
from .chance import Chance
from .claimant import claimant
from .disagreement import disagreement
from .figure import figure
from .items import Item
from .order import order
from .status import status

Maker = Callable[[Record, Sequence[Event], Chance], Iterator[Item]]
MAKERS: Mapping[ExerciseType, Maker] = MappingProxyType(
    {"order": order, "claimant": claimant, "status": status, "figure": figure, "disagreement": disagreement}
)


def exercise(record: Record, events: Sequence[Event], kind: ExerciseType, seed: int = 1) -> tuple[Item, ...]:
    """The items of an exercise on some events of a record, in the record's order; the same ones for the same seed.

    There is none where the events give nothing to ask without doubt. What would make a second answer right is looked
    for in the whole record, not only in these events.
    """
    return tuple(MAKERS[kind](record, events, Chance(seed)))
