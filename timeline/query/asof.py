"""The record as it was known on a day: only the claims asserted by then, and statuses that rest on them.

The browser's twin is `assets/15-asof.js`; both run against `tests/vectors/asof.json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..record.model.model import Claim, Disagreement, Event
from ..record.record import Record

if TYPE_CHECKING:
    import pandas as pd


def as_of(record: Record, day: date) -> Record:
    """The record with only the claims that had certainly been asserted by `day`.

    A claim counts from the last day that its `asserted_on` may mean; a claim without a day counts never. Of an
    event still to come only the predictions count: whatever else its claims say, it is not yet said of that event.
    Events without a claim left are gone, disagreements keep the sides that had been taken (two or more).
    """
    events = tuple(known for event in record.events if (known := _known(event, day)))
    return replace(record, events=events)


def frame_as_of(record: Record, day: date) -> pd.DataFrame:
    """The frame of `as_of(record, day)`, its rows indexed as in the full frame. `text` is that of the whole
    record: the search looks through everything, whatever had been said by then."""
    from .frame import build_frame

    full = build_frame(record)
    known = build_frame(as_of(record, day))
    known.index = full.index[full["id"].isin(known["id"])]
    known["text"] = full.loc[known.index, "text"]
    return known


def asserted_by(claim: Claim, day: date) -> bool:
    """True where the claim had certainly been made by `day`."""
    return bool(claim.asserted_on and claim.asserted_on.end and claim.asserted_on.end <= day)


def known_status(event: Event, claims: Iterable[Claim]) -> str:
    """What some of an event's claims support, never more than what all of them do.

    Only predictions: predicted. Some assert and some deny: contested. What is established today was so
    once it had been confirmed or two sources asserted it, and reported until then. What is contested
    today was reported as long as nobody contradicted.
    """
    claims = tuple(claims)
    if len(claims) == len(event.claims):
        return event.status
    stances = {claim.stance for claim in claims}
    if stances <= {"predicts"}:
        return "predicted"
    if "denies" in stances and stances & {"asserts", "confirms"}:
        return "contested"
    if event.status == "established" and ("confirms" in stances or len({claim.source for claim in claims}) > 1):
        return "established"
    return "predicted" if event.status == "predicted" else "reported"


def _known(event: Event, day: date) -> Event | None:
    to_come = event.date.start is not None and event.date.start > day
    claims = tuple(c for c in event.claims if asserted_by(c, day) and (c.stance == "predicts" or not to_come))
    if not claims:
        return None
    ids = {claim.id for claim in claims}
    points = tuple(known for point in event.disagreements if (known := _point(point, ids)))
    return event.model_copy(update={"claims": claims, "status": known_status(event, claims), "disagreements": points})


def _point(point: Disagreement, ids: set[str]) -> Disagreement | None:
    sides = tuple(
        side.model_copy(update={"claims": held})
        for side in point.sides
        if (held := tuple(c for c in side.claims if c in ids))
    )
    return point.model_copy(update={"sides": sides}) if len(sides) > 1 else None
