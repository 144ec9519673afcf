"""The record with only some of its claims, and with statuses that rest on them: as it was known on a day, without what
somebody doubts, or both.

The browser's twin is `assets/src/model/asof.js`; both run against `tests/vectors/asof.json`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from ..record.dates.days import AnyDay
from ..record.model.model import Claim, Disagreement, Event
from ..record.record import Record, once
from ..record.support import status_left
from .doubt import struck
from .frame import COLUMNS, days, frame_of
from .frame import moment as moment_of

RESTING_ON_CLAIMS = ("status", "sources", "claimants", "claims")  # columns of the frame that an earlier day changes


def as_of(record: Record, day: AnyDay) -> Record:
    """The record with only the claims that had certainly been asserted by `day`.

    A claim counts from the last day that its `asserted_on` may mean; a claim without a day counts never. Of an
    event still to come only the predictions count: what else its claims say is not yet said of that event.
    Events of which nothing is left that supports a status are gone, disagreements keep the sides that had been taken
    (two or more).
    """
    return replace(record, events=tuple(known_events(record, day).values()))


def without(record: Record, doubted: Collection[str]) -> Record:
    """The record without the claims that fall when these sources and claimants are doubted."""
    return replace(record, events=tuple(known_events(record, None, doubted).values()))


def known_events(record: Record, day: AnyDay | None, doubted: Collection[str] = ()) -> dict[int, Event]:
    """The events of which something is left, in order, each by its row in the frame of the whole record: on a day (None
    for today), without what is doubted.
    """
    speech = {kind.id for kind in record.settings.kinds if kind.speech}
    rows = _said_by(record, day) if day else dict.fromkeys(range(len(record.events)), True)
    found: dict[int, Event] = {}
    for row, whole in rows.items():
        event = record.events[row]
        claims = event.claims if whole or not day else _made_by(event, day)
        if doubted and (fallen := struck(event, doubted)):
            claims = tuple(claim for claim in claims if claim.id not in fallen)
        left = event if len(claims) == len(event.claims) else _partly(event, claims, event.kind in speech)
        if left:
            found[row] = left
    return found


def frame_as_of(record: Record, day: AnyDay) -> pd.DataFrame:
    """The frame of `as_of(record, day)`, its rows indexed as in the full frame. `text` is that of the whole
    record: the search looks through everything, even what had not been said by then."""
    return frame_of_known(record, known_events(record, day))


def frame_of_known(record: Record, known: Mapping[int, Event]) -> pd.DataFrame:
    """The frame of events by row, as `known_events` gives them. What rests on claims rests on theirs."""
    frame = frame_of(record).take(list(known))
    changed = [(at, event) for at, (row, event) in enumerate(known.items()) if event is not record.events[row]]
    for name in RESTING_ON_CLAIMS:
        cells: list[object] = frame[name].tolist()
        for at, event in changed:
            cells[at] = len(event.claims) if name == "claims" else getattr(event, name)
        frame[name] = pd.Series(cells, index=frame.index, dtype=COLUMNS[name])
    return frame


def asserted_by(claim: Claim, day: AnyDay) -> bool:
    """True where the claim had certainly been made by `day`."""
    return bool(claim.asserted_on and claim.asserted_on.end and claim.asserted_on.end <= day)


def _said_by(record: Record, day: AnyDay) -> dict[int, bool]:
    """The rows of events of which anything had been said by `day`, and whether all of it had."""
    claims, moment = _claims(record), moment_of(day.isoformat())
    said = (claims["until"] <= moment) & (claims["predicts"] | ~(claims["start"] > moment))
    counts = np.bincount(claims["row"][said], minlength=len(record.events)).tolist()
    numbers = enumerate(zip(record.events, counts, strict=True))
    return {row: count == len(event.claims) for row, (event, count) in numbers if count}


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


def _made_by(event: Event, day: AnyDay) -> tuple[Claim, ...]:
    """The claims of an event that had been made by `day`; of what was to come only the predictions."""
    to_come = event.date.start is not None and event.date.start > day
    return tuple(c for c in event.claims if asserted_by(c, day) and (c.stance == "predicts" or not to_come))


def _partly(event: Event, claims: tuple[Claim, ...], speech: bool) -> Event | None:
    """An event of which some claims are left, None where they support no status of it."""
    status = status_left(event, claims, speech)
    if status is None:
        return None
    ids = {claim.id for claim in claims}
    points = tuple(known for point in event.disagreements if (known := _point(point, ids)))
    return event.model_copy(update={"claims": claims, "status": status, "disagreements": points})


def _point(point: Disagreement, ids: set[str]) -> Disagreement | None:
    sides = tuple(
        side.model_copy(update={"claims": held})
        for side in point.sides
        if (held := tuple(c for c in side.claims if c in ids))
    )
    return point.model_copy(update={"sides": sides}) if len(sides) > 1 else None
