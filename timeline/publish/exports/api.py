"""The record as one JSON object, whole or filtered: what `/api/events.json` and `list` give."""

from __future__ import annotations

import json
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

from ...query.chapters import read_query
from ...query.events import known_by_id, matching_events
from ...query.forecasts import forecasts
from ...query.objects import Written, one_line, registry_of, written
from ...query.spec import FilterSpec
from ...record.model.model import Event
from ...record.record import Record


def events_object(record: Record, query: str = "") -> dict[str, Any]:
    """The events that match a query string, and the actors and sources they name.

    `{"events": [{id, date, start, end, title, summary, kind, status, actors, countries, sources, claims, …}],
    "actors": {id: …}, "sources": {id: …}, "record": {hash, count}, "ignored": [[key, value]]}`.
    `start` and `end` are ISO days (strict EDTF bounds), null where open. `count` is of the whole record;
    `ignored` is there only when part of the query was not understood. With `doubt` there is `doubt`: what is `doubted`,
    and which events of the whole record are `changed` by it, each `{event, was, status, reason}`: the status that it
    had and that its other claims support (null for none), and why (`timeline.record.support.reason_left`), with the
    `origin` where one remains. With `view=forecasts` there are `forecasts`: of the events' predictions each
    `{event, claim, how, outcome, difference}`: whether what came of it is `recorded`, `differs` or is `unrecorded`, the
    ids of the events that tell it, and in a sentence what others say differently.
    """
    spec = read_query(record, query)
    return selected_object(record, matching_events(record, spec), spec)


def events_answer(record: Record, query: str = "") -> bytes:
    """The same object as JSON on one line, in UTF-8, made of the events' texts, which are written once a record."""
    spec = read_query(record, query)
    leaving = [written(record, event) for event in matching_events(record, spec)]
    before, after = one_line(_around(record, leaving, spec)).split(b"[]", 1)  # the list of events stands first
    return b"".join((before, b"[", b", ".join(event.text for event in leaving), b"]", after))


def selected_object(record: Record, events: Sequence[Event], spec: FilterSpec | None = None) -> dict[str, Any]:
    """The object of `events_object` for events that are already chosen."""
    texts = b", ".join([written(record, event).text for event in events])
    return {**_around(record, events, spec), "events": json.loads(b"[" + texts + b"]")}


def json_bytes(body: dict[str, Any]) -> bytes:
    """An object as a JSON file for people and programs: UTF-8, indented, no NaN."""
    return (_indented(body, "\n") + "\n").encode()


def _indented(value: Any, line: str) -> str:
    """A value as `json.dumps(…, indent=2)` writes it, in a third of the time: that hands on each piece of text through
    as many generators as there are levels. `line` is the new line that the value ends on."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        deeper = f"{line}  "
        fields = [f"{encode_basestring(key)}: {_indented(part, deeper)}" for key, part in value.items()]
        return f"{{{deeper}{f',{deeper}'.join(fields)}{line}}}" if fields else "{}"
    if isinstance(value, (list, tuple)):
        deeper = f"{line}  "
        parts = [_indented(part, deeper) for part in value]
        return f"[{deeper}{f',{deeper}'.join(parts)}{line}]" if parts else "[]"
    if value is None or isinstance(value, bool):
        return "null" if value is None else "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value, allow_nan=False)


def _around(record: Record, events: Sequence[Event | Written], spec: FilterSpec | None) -> dict[str, Any]:
    """The object of events, its list of events still empty (and first)."""
    registry = registry_of(record)
    actors = {actor for event in events for actor in event.named}
    sources = {source for event in events for source in event.sources}
    return {
        "events": [],
        "actors": {key: registry["actors"][key] for key in sorted(actors)},
        "sources": {key: registry["sources"][key] for key in sorted(sources)},
        "record": {"hash": record.hash, "count": len(record.events)},
        **({"doubt": _doubt(record, spec)} if spec and spec.words("doubt") else {}),
        **({"forecasts": _forecasts(record, events, spec)} if spec and spec.text("view") == "forecasts" else {}),
        **({"ignored": [list(pair) for pair in spec.ignored]} if spec and spec.ignored else {}),
    }


def _doubt(record: Record, spec: FilterSpec) -> dict[str, Any]:
    """What is doubted, and the events that it changes."""
    from ...query.changed import changes  # noqa: PLC0415 imports pandas, which takes 300 ms

    changed = [
        {"event": change.before.id, "was": change.before.status, "status": change.status, "reason": change.reason}
        | ({"origin": change.origin} if change.origin else {})
        for change in changes(record, spec)
    ]
    return {"doubted": sorted(spec.words("doubt")), "changed": changed}


def _forecasts(record: Record, events: Sequence[Event | Written], spec: FilterSpec) -> list[dict[str, Any]]:
    """The predictions of the events, each with what came of it as it is known in this view."""
    chosen = [event.event if isinstance(event, Written) else event for event in events]
    return [
        {
            "event": each.event.id,
            "claim": each.claim.id,
            "how": each.how,
            "outcome": [event.id for event in each.outcome],
            **({"difference": each.point.sentence} if each.point else {}),
        }
        for each in forecasts(chosen, known_by_id(record, spec))
    ]
