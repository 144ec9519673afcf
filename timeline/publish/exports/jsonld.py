"""JSON-LD: the events as a schema.org ItemList of Events (https://schema.org/Event), for search engines."""

from __future__ import annotations

from ...record.dates.days import iso_of
from ...record.model.model import Actor, Event
from .api import json_bytes
from .selection import Entry, Selection, Shown

TYPES = {"person": "Person", "state": "Country"}  # everybody else who acts is an Organization


def jsonld_list(selection: Selection) -> bytes:
    """The events as JSON-LD. Dates are as precise as they are known (`2024-10`); the sources of an event are the works
    that it is the subject of. What the record supports (established, contested, …) is a keyword: schema.org has no word
    for it."""
    return json_bytes(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            **({"@id": selection.base} if selection.base else {}),
            "name": selection.title,
            "description": selection.subtitle,
            "numberOfItems": len(selection.events),
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "item": _event(selection, event, entry)}
                for position, (event, entry) in enumerate(
                    zip(selection.events, selection.entries, strict=True), start=1
                )
            ],
        }
    )


def _event(selection: Selection, event: Event, entry: Entry) -> dict:
    return {
        "@type": "Event",
        **({"@id": entry.link, "url": entry.link} if selection.base else {}),
        "identifier": entry.id,
        "name": entry.title,
        **({"description": entry.summary} if entry.summary else {}),
        "inLanguage": selection.language,
        **({"startDate": iso_of(entry.first) + _time(entry, 0)} if entry.start else {}),
        **({"endDate": iso_of(entry.last or entry.first) + _time(entry, -1)} if entry.end else {}),
        "keywords": [entry.kind, entry.status, *([] if entry.certain else [entry.when])],
        **({"location": _place(entry)} if entry.place else {}),
        **({"image": _image(entry.media)} if entry.media else {}),
        "about": [_actor(selection, selection.record.actors[actor]) for actor in event.actors],
        "subjectOf": _works(selection, event),
    }


def _time(entry: Entry, end: int) -> str:
    """The time of day of an end of its date, as written: `T18:00:00+03:00`; "" where it has none."""
    _, sign, time = entry.edtf.split("/")[end].partition("T")
    return sign + time


def _place(entry: Entry) -> dict:
    at = (
        {"geo": {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon}}
        if None not in (entry.lat, entry.lon)
        else {}
    )
    return {"@type": "Place", "name": entry.place, **at}


def _image(shown: Shown) -> dict:
    return {
        "@type": "ImageObject",
        "contentUrl": shown.url,
        "encodingFormat": shown.type,
        "width": shown.width,
        "height": shown.height,
        "description": shown.alt,
        **({"caption": shown.caption} if shown.caption else {}),
        "creditText": shown.credit,
    }


def _actor(selection: Selection, actor: Actor) -> dict:
    return {"@type": TYPES.get(actor.type, "Organization"), "name": actor.name[selection.language]}


def _works(selection: Selection, event: Event) -> list[dict]:
    """What the claims stand in, each page and each document once."""
    works: dict[str, dict] = {}
    for claim in event.claims:
        publisher = {"@type": "Organization", "name": selection.record.sources[claim.source].name[selection.language]}
        works.setdefault(
            claim.url or claim.source,
            {"@type": "CreativeWork", **({"url": claim.url} if claim.url else {}), "publisher": publisher},
        )
    return list(works.values())
