"""The events of a record as the peers take them: milliseconds and words in one language, drawn on the whole span."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from timeline.record.load import load_record
from timeline.record.model.model import Event

LANGUAGE = "en"


def read_events(folder: Path) -> dict:
    """`kinds` (id, name, color), `events` (id, title, text, kind, start, end where it is a range, in milliseconds since
    1970, by start), `from` and `to` (the span of the starts). Raises what `load_record` raises."""
    record = load_record(folder)
    events = sorted((_plain(event) for event in record.events), key=lambda event: event["start"])
    used = {event["kind"] for event in events}
    return {
        "kinds": [
            {"id": kind.id, "name": kind.name[LANGUAGE], "color": kind.light}
            for kind in record.settings.kinds
            if kind.id in used
        ],
        "events": events,
        "from": events[0]["start"],
        "to": events[-1]["start"],
    }


def columns(data: dict) -> dict:
    """The same with nothing but what the bare canvas draws: days and kinds, by column."""
    number = {kind["id"]: n for n, kind in enumerate(data["kinds"])}
    return {
        "kinds": [kind["id"] for kind in data["kinds"]],
        "colors": [kind["color"] for kind in data["kinds"]],
        "start": [event["start"] // 86_400_000 for event in data["events"]],
        "kind": [number[event["kind"]] for event in data["events"]],
    }


def in_page(value: object) -> str:
    """JSON that can stand inside `<script>`."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _plain(event: Event) -> dict:
    start = event.date.start or event.date.end
    plain = {
        "id": event.id,
        "title": event.title[LANGUAGE],
        "text": event.summary[LANGUAGE],
        "kind": event.kind,
        "start": _milliseconds(start),
    }
    if event.date.shape == "range" and event.date.end and event.date.end != start:
        plain["end"] = _milliseconds(event.date.end)
    return plain


def _milliseconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000
