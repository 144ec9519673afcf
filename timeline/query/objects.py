"""Events, actors and sources as JSON: the objects that the API, the exports and the command line give."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from ..record.model.model import Claim, Event, Part, Picture
from ..record.record import Record, once
from .clocks import side_of
from .coverage import coverage


@dataclass(frozen=True, slots=True)
class Written:
    """An event as it leaves, and its JSON `text`: that of `event_object`, on one line, in UTF-8."""

    event: Event
    text: bytes

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the actors that are named in it."""
        return self.event.named

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return self.event.sources


def event_object(record: Record, event: Event) -> dict[str, Any]:
    """One event as JSON-ready dict: the fields of the YAML, with `start`, `end`, `sources`, `claimants`, `coverage`
    (what each source does: reports, differs, denies, predicts, declines) and `later` derived, and of each claim its
    `side`: made before, during or after the event, open, or "" where it has no day."""
    bounds = {name: day.isoformat() if (day := getattr(event.date, name)) else None for name in ("start", "end")}
    body = part_object(event)
    for claim, said in zip(event.claims, body["claims"], strict=True):
        said["side"] = side_of(event, claim)
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
        **{name: body[name] for name in ("short_title", "date_note", "place", "updated") if name in body},
        **({"media": picture_object(record, event.media)} if event.media else {}),
        "claims": [_claim(record, *pair) for pair in zip(event.claims, body["claims"], strict=True)],
        "disagreements": body.get("disagreements", []),
        "relates": body.get("relates", []),
    }


def _claim(record: Record, claim: Claim, body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "media": picture_object(record, claim.media)} if claim.media else body


def picture_object(record: Record, picture: Picture) -> dict[str, Any]:
    """A picture as JSON-ready dict: the fields of the YAML, with its address (`src`, relative to the page), `type`,
    `width` and `height` in px."""
    file = record.pictures[picture.file]
    shown = {"src": file.address, "type": file.type, "width": file.width, "height": file.height}
    return {**part_object(picture), **shown}


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
    if _by_id(record).get(event.id) is not event:
        return Written(event, one_line(event_object(record, event)))
    kept = _kept(record)
    if event.id not in kept:
        kept[event.id] = _packed(one_line(event_object(record, event)), _example(record))
    return Written(event, _unpacked(kept[event.id], _example(record)))


def _packed(text: bytes, example: bytes) -> bytes:
    """A text in a quarter of its size: of the names of fields that all events have only the `example` has all."""
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS, zdict=example)
    return packing.compress(text) + packing.flush()


def _unpacked(packed: bytes, example: bytes) -> bytes:
    return zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=example).decompress(packed)


@once
def registry_of(record: Record) -> dict[str, dict[str, dict[str, Any]]]:
    """Every actor and source as JSON-ready dict: `{"actors": {id: …}, "sources": {id: …}}`. Shared: don't change it."""
    return {
        "actors": {key: part_object(actor) for key, actor in record.actors.items()},
        "sources": {key: part_object(source) for key, source in record.sources.items()},
    }


@once
def _kept(record: Record) -> dict[str, bytes]:
    """The events that have been written, packed, by their ids: never more than the record has."""
    return {}


@once
def _example(record: Record) -> bytes:
    """What the texts of events have in common: the last event's."""
    return one_line(event_object(record, record.events[-1]))


@once
def _by_id(record: Record) -> dict[str, Event]:
    return {event.id: event for event in record.events}
