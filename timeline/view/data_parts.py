"""The page's data in parts: a large record's first screen doesn't wait for what nobody sees yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..record.record import Record
from .packing import pack
from .payload import build_payload
from .shown_events import shown_events

WHOLE = 1500  # events up to which all data stands in the page
FIRST = 125  # events of a larger record's first window whose texts come with the first part: those of the first screen
PART = 500  # events whose texts make one of the parts that are sent for when they are needed
LATER = ("id", "actors", "countries", "claimants")  # columns that the first screen does without

Texts = list[dict[str, Any]]


@dataclass(frozen=True)
class DataParts:
    """The page's data: `first` is what the first screen needs; of a large record `later` are the columns that it does
    without, `{name: column}`, and `texts` the texts of all events in parts, made one by one: all of them at once take
    half a gigabyte. A record that is not large has everything in `first`.
    """

    first: dict[str, Any]
    later: dict[str, Any]
    texts: Iterator[Texts]


def data_parts(record: Record) -> DataParts:
    """The data of a page whose columns are packed (`timeline.view.packing`).

    The first of a large record is the payload of `timeline.view.payload`, its `events` only those of the first window,
    FIRST at most, whose rows are in `first`; `count` says how many there are in all, `part` how many each part has, and
    `later` which columns come later.
    """
    count = len(record.events)
    if count <= WHOLE:
        return DataParts(pack(build_payload(record)), {}, iter(()))
    payload = build_payload(record, ())
    first = _in_first_window(payload)[:FIRST]
    shown = shown_events(record, [record.events[row] for row in first])
    packed = pack(payload)
    later = {name: packed["rows"].pop(name) for name in LATER}
    texts = (shown_events(record, record.events[start : start + PART]) for start in range(0, count, PART))
    return DataParts({**packed, "events": shown, "first": first, "part": PART, "later": list(LATER)}, later, texts)


def titles_of(texts: Iterable[dict[str, Any]]) -> Texts:
    """What the chart says of each event: `title`, `short_title`, `date` and, in words, `shown.date`. A sixth of its
    texts."""
    names = ("title", "short_title", "date")
    return [
        {**{name: event[name] for name in names if name in event}, "shown": {"date": event["shown"]["date"]}}
        for event in texts
    ]


def _in_first_window(payload: dict) -> list[int]:
    """The rows of the events that the list begins with: those that may lie in the first window."""
    settings, rows = payload["settings"], payload["rows"]
    window = next(preset for preset in settings["presets"] if preset["id"] == settings["window"])
    spans = enumerate(zip(rows["start"], rows["end"], strict=True))
    return [
        row
        for row, (start, end) in spans
        if (end is None or end >= window["start"]) and (start is None or start <= window["end"])
    ]
