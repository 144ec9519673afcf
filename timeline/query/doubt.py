"""Which claims fall when somebody doubts a source or a claimant. The browser's twin is `assets/src/model/doubt.js`."""

from __future__ import annotations

from collections.abc import Collection

from ..record.model.model import OUTLET, Claim, Event
from ..record.record import Record, once


@once
def can_be_doubted(record: Record) -> frozenset[str]:
    """The ids of what can be doubted: sources, and the actors who make claims. An id that both have means both."""
    claimants = {name for event in record.events for name in event.claimants}
    return frozenset({*record.sources, *claimants} - {OUTLET})


def struck(event: Event, doubted: Collection[str]) -> frozenset[str]:
    """The ids of an event's claims that fall: those whose source is doubted, those that relay a doubted source or a
    claim that falls, and those of which everybody who makes them is doubted.
    """
    fallen = {claim.id for claim in event.claims if _doubted(claim, doubted)}
    while more := {claim.id for claim in event.claims if claim.derives_from in fallen} - fallen:
        fallen |= more
    return frozenset(fallen)


def _doubted(claim: Claim, doubted: Collection[str]) -> bool:
    by = bool(claim.by) and all(name in doubted for name in claim.by)
    return by or claim.source in doubted or claim.derives_from in doubted
