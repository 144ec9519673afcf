"""Events, actors and sources as JSON: the objects that the API, the exports and the command line give."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ..record.model.model import Event, Part
from ..record.record import Record, once
from .coverage import coverage


@dataclass(frozen=True, slots=True)
class Written:
    """An event as it leaves: its JSON `text` (that of `event_object`, on one line, in UTF-8), and the ids of the actors
    that are `named` in it and of its `sources`."""

    event: Event
    text: bytes
    named: tuple[str, ...]
    sources: tuple[str, ...]


def event_object(record: Record, event: Event) -> dict[str, Any]:
    """One event as JSON-ready dict: the fields of the YAML, with `start`, `end`, `sources`, `claimants`, `coverage`
    (what each source does: reports, differs, denies, predicts, declines) and `later` derived."""
    bounds = {name: day.isoformat() if (day := getattr(event.date, name)) else None for name in ("start", "end")}
    body = part_object(event)
    return {
        "id": event.id,
        "date": event.date.text,
        **bounds,
        **{name: body[name] for name in ("title", "summary", "kind", "status", "key")},
        **({"part_of": event.part_of} if event.part_of else {}),
        "actors": list(event.actors),
        "countries": list(event.countries),
        "sources": list(event.sources),
        "claimants": list(event.claimants),
        "coverage": coverage(event),
        "later": record.later_than_seeds(event),
        **{name: body[name] for name in ("date_note", "place", "updated") if name in body},
        "claims": body["claims"],
        "disagreements": body.get("disagreements", []),
        "relates": body.get("relates", []),
    }


def part_object(part: Part) -> dict[str, Any]:
    """A part of the record as JSON-ready dict, without what is unset."""
    return {key: whole_numbers(value) for key, value in part.model_dump(mode="json", exclude_none=True).items()}


def whole_numbers(value: Any) -> Any:
    """A JSON value with whole numbers as the YAML and JavaScript write them: 11000, not 11000.0."""
    if isinstance(value, dict):
        return {key: whole_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [whole_numbers(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def one_line(body: Any) -> bytes:
    """A value as JSON on one line, as it is sent: UTF-8, no NaN, every letter as itself."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()


def written(record: Record, event: Event) -> Written:
    """An event of the record as it leaves. It is written once; as it was known on a day it is written anew."""
    kept = _kept(record)
    found = kept.get(event.id)
    if found and found.event is event:
        return found
    result = Written(event, one_line(event_object(record, event)), event.named, event.sources)
    if _by_id(record).get(event.id) is event:
        kept[event.id] = result
    return result


@once
def registry_of(record: Record) -> dict[str, dict[str, dict[str, Any]]]:
    """Every actor and source as JSON-ready dict: `{"actors": {id: …}, "sources": {id: …}}`. Shared: don't change it."""
    return {
        "actors": {key: part_object(actor) for key, actor in record.actors.items()},
        "sources": {key: part_object(source) for key, source in record.sources.items()},
    }


@once
def _kept(record: Record) -> dict[str, Written]:
    """The events that have been written, by their ids: never more than the record has."""
    return {}


@once
def _by_id(record: Record) -> dict[str, Event]:
    return {event.id: event for event in record.events}
