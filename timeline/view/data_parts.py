"""The page's data in parts: a large record's first screen doesn't wait for the texts of events that nobody sees yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..record.record import Record
from .payload import build_payload
from .shown_events import shown_events

WHOLE = 1500  # events up to which all data stands in the page
FIRST = 125  # events of a larger record's first window whose texts come with the first part: those of the first screen
PART = 500  # events whose texts make one of the parts that are sent for when they are needed


def data_parts(record: Record) -> tuple[dict[str, Any], Iterator[list[dict[str, Any]]]]:
    """(what the first screen needs, the texts of all events in parts). There are no parts where the first holds
    everything. They are made one by one: all of them at once take half a gigabyte of a large record.

    The first is the payload of `timeline.view.payload`, its `events` only those of the first window, FIRST at most,
    whose rows are in `first`; `count` says how many there are in all, and `part` how many each part has.
    """
    count = len(record.events)
    if count <= WHOLE:
        return build_payload(record), iter(())
    payload = build_payload(record, ())
    first = _in_first_window(payload)[:FIRST]
    shown = shown_events(record, [record.events[row] for row in first])
    texts = (shown_events(record, record.events[start : start + PART]) for start in range(0, count, PART))
    return {**payload, "events": shown, "first": first, "part": PART}, texts


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
