"""The record as one JSON object, whole or filtered: what `/api/events.json` and `list` give."""

from __future__ import annotations

import json
from datetime import date

from ...query.asof import as_of
from ...query.coverage import coverage
from ...query.rows import matches, row_of, searchable
from ...query.spec import FilterSpec, parse_query, vocabulary
from ...record.model.model import Event
from ...record.record import Record


def events_object(record: Record, query: str = "") -> dict:
    """The events that match a query string, and the actors and sources they name.

    `{"events": [{id, date, start, end, title, summary, kind, status, actors, countries, sources, claims, …}],
    "actors": {id: …}, "sources": {id: …}, "record": {hash, count}, "ignored": [[key, value]]}`.
    `start` and `end` are ISO days (strict EDTF bounds), null where open. `count` is of the whole record;
    `ignored` is there only when part of the query was not understood.
    """
    return filtered_object(record, parse_query(query, vocabulary(record)))


def filtered_object(record: Record, spec: FilterSpec) -> dict:
    """The same for a specification that is already parsed."""
    result = selected_object(record, matching_events(record, spec))
    if spec.ignored:
        result["ignored"] = [list(pair) for pair in spec.ignored]
    return result


def selected_object(record: Record, events: list[Event]) -> dict:
    """The same for events that are already chosen."""
    actors = sorted({actor for event in events for actor in _actors(event)})
    sources = sorted({source for event in events for source in event.sources})
    return {
        "events": [event_object(record, event) for event in events],
        "actors": {key: _dump(record.actors[key]) for key in actors},
        "sources": {key: _dump(record.sources[key]) for key in sources},
        "record": {"hash": record.hash, "count": len(record.events)},
    }


def matching_events(record: Record, spec: FilterSpec) -> list[Event]:
    """The events that match, in order; with `asof`, as they were known on that day."""
    if not spec.values:
        return list(record.events)
    if not spec.get("asof"):
        return [event for event in record.events if matches(row_of(record, event), spec)]
    # The search looks through the whole record, whatever had been said by then.
    whole = {event.id: event for event in record.events}
    known = as_of(record, date.fromisoformat(spec.get("asof"))).events
    return [
        event for event in known if matches(row_of(record, event) | {"text": searchable(record, whole[event.id])}, spec)
    ]


def event_object(record: Record, event: Event) -> dict:
    """One event as JSON-ready dict: the fields of the YAML, with `start`, `end`, `sources`,
    `claimants`, `coverage` (what each source does: reports, differs, denies, predicts, declines) and `later` derived."""
    bounds = {name: day.isoformat() if (day := getattr(event.date, name)) else None for name in ("start", "end")}
    body = _dump(event)
    return {
        "id": event.id,
        "date": event.date.text,
        **bounds,
        **{name: body[name] for name in ("title", "summary", "kind", "status")},
        "actors": list(event.actors),
        "countries": list(event.countries),
        "sources": list(event.sources),
        "claimants": list(event.claimants),
        "coverage": coverage(event),
        "later": record.later_than_seeds(event),
        **{name: body[name] for name in ("date_note", "place") if name in body},
        "claims": body["claims"],
        "disagreements": body.get("disagreements", []),
        "relates": body.get("relates", []),
    }


def _actors(event: Event) -> set[str]:
    return {*event.actors, *(actor for claim in event.claims for actor in claim.by)}


def _dump(part) -> dict:
    return _plain(part.model_dump(mode="json", exclude_none=True))


def _plain(value):
    """Whole numbers without a fraction, as the YAML and JavaScript write them: 11000, not 11000.0."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def json_bytes(body: dict) -> bytes:
    """An object as a JSON file for people and programs: UTF-8, indented, no NaN."""
    return (json.dumps(body, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()
