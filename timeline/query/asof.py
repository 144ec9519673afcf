"""The record as it was known on a day: only the claims asserted by then, and statuses that rest on them.

The browser's twin is `assets/src/model/asof.js`; both run against `tests/vectors/asof.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from ..record.model.model import Claim, Disagreement, Event
from ..record.record import Record, once
from .frame import COLUMNS, days, frame_of

RESTING_ON_CLAIMS = ("status", "sources", "claimants", "claims")  # columns of the frame that an earlier day changes


def as_of(record: Record, day: date) -> Record:
    """The record with only the claims that had certainly been asserted by `day`.

    A claim counts from the last day that its `asserted_on` may mean; a claim without a day counts never. Of an
    event still to come only the predictions count: what else its claims say is not yet said of that event.
    Events without a claim left are gone, disagreements keep the sides that had been taken (two or more).
    """
    return replace(record, events=tuple(events_as_of(record, day).values()))


def events_as_of(record: Record, day: date) -> dict[int, Event]:
    """The events of `as_of(record, day)` in order, each by its row in the frame of the whole record."""
    claims, moment = _claims(record), pd.Timestamp(day)
    said = (claims["until"] <= moment) & (claims["predicts"] | ~(claims["start"] > moment))
    counts = np.bincount(claims["row"][said], minlength=len(record.events)).tolist()
    return {
        at: event if count == len(event.claims) else _partly(event, day)
        for at, (event, count) in enumerate(zip(record.events, counts, strict=True))
        if count
    }


def frame_as_of(record: Record, day: date) -> pd.DataFrame:
    """The frame of `as_of(record, day)`, its rows indexed as in the full frame. `text` is that of the whole
    record: the search looks through everything, even what had not been said by then."""
    return frame_of_known(record, events_as_of(record, day))


def frame_of_known(record: Record, known: Mapping[int, Event]) -> pd.DataFrame:
    """The frame of events by row, as `events_as_of` gives them. What rests on claims rests on theirs."""
    frame = frame_of(record).take(list(known))
    changed = [(at, event) for at, (row, event) in enumerate(known.items()) if event is not record.events[row]]
    for name in RESTING_ON_CLAIMS:
        cells: list[object] = frame[name].tolist()
        for at, event in changed:
            cells[at] = len(event.claims) if name == "claims" else getattr(event, name)
        frame[name] = pd.Series(cells, index=frame.index, dtype=COLUMNS[name])
    return frame


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


@once
def _claims(record: Record) -> pd.DataFrame:
    """One row a claim: `row` (int64) and `start` (datetime64) of its event, `until` the last day on which it can have
    been asserted (datetime64), `predicts` (bool)."""
    claims = [(row, event, claim) for row, event in enumerate(record.events) for claim in event.claims]
    return pd.DataFrame(
        {
            "row": pd.Series([row for row, _, _ in claims], dtype="int64"),
            "start": days(event.date.start for _, event, _ in claims),
            "until": days(claim.asserted_on.end if claim.asserted_on else None for _, _, claim in claims),
            "predicts": pd.Series([claim.stance == "predicts" for _, _, claim in claims], dtype="bool"),
        }
    )


def _partly(event: Event, day: date) -> Event:
    """An event of which some claims were known."""
    to_come = event.date.start is not None and event.date.start > day
    claims = tuple(c for c in event.claims if asserted_by(c, day) and (c.stance == "predicts" or not to_come))
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
