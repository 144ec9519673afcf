"""What changes when somebody doubts a source or a claimant: the events whose status their other claims don't support.

The browser's twin is `changes` in `assets/src/model/doubt.js`; `tests/vectors/support.json` runs against both.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..record.dates.days import day_of_text
from ..record.model.fields import Status
from ..record.model.model import Event
from ..record.record import Record
from ..record.support import reason_left, standing
from .asof import known_events
from .doubt import struck
from .spec import FilterSpec


@dataclass(frozen=True)
class Change:
    """An event as it was `before`, the status it has without what is doubted (None where nothing is left), and the
    reason in one word (`reason_left`); where that is `one_origin`, the id of the `origin` that remains."""

    before: Event
    status: Status | None
    reason: str
    origin: str | None


def changes(record: Record, spec: FilterSpec) -> list[Change]:
    """Every event of the record, in order, that has another status with the specification's `doubt`, on its day."""
    doubted, day = spec.words("doubt"), spec.text("asof")
    if not doubted:
        return []
    when = day_of_text(day) if day else None
    before, after = known_events(record, when), known_events(record, when, doubted)
    left = ((event, after.get(row)) for row, event in before.items())
    speech = {kind.id for kind in record.settings.kinds if kind.speech}
    return [_change(was, now, doubted, was.kind in speech) for was, now in left if not now or now.status != was.status]


def _change(was: Event, now: Event | None, doubted: tuple[str, ...], speech: bool) -> Change:
    fallen = struck(was, doubted)
    claims = [claim for claim in was.claims if claim.id not in fallen]
    status = now.status if now else None
    reason = reason_left(was, claims, status)
    origin = standing(was, claims, speech).origins[0] if reason == "one_origin" else None
    return Change(was, status, reason, origin)
