"""JSON-LD: the events as a schema.org ItemList (https://schema.org/ItemList), for search engines.

What search engines call an Event has a day and a place, both known, and took place. An event of the record of which one
of these isn't so is described by another type, which promises less: a Claim, with the works it stands in, where the
record as a whole doesn't establish it; else a CreativeWork, the timeline's own entry about it.
"""

from __future__ import annotations

from ...record.dates.days import iso_of
from ...record.dates.edtf import Edtf
from ...record.model.model import Actor, Event, Place
from .api import json_bytes
from .selection import Entry, Selection, Shown

TYPES = {"person": "Person", "state": "Country"}  # everybody else who acts is an Organization
PARTS_OF_ADDRESS = {"city": "addressLocality", "region": "addressRegion", "country": "addressCountry"}
PIXELS = "E37"  # as UN/CEFACT calls the unit
PARTS_OF_ISO = ("day", "month", "year")
FIRST_YEAR = 1  # of the dates that search engines know
WIDE = ("region", "country")  # precisions of coordinates that are those of a middle


def jsonld_list(selection: Selection) -> bytes:
    """The events as JSON-LD. A date is a day where the day is known, and else the time that an entry is about. What the
    record supports (established, contested, …) is a keyword: schema.org has no word for it."""
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
                {"@type": "ListItem", "position": position, "item": _item(selection, event, entry)}
                for position, (event, entry) in enumerate(
                    zip(selection.events, selection.entries, strict=True), start=1
                )
            ],
        }
    )


def _item(selection: Selection, event: Event, entry: Entry) -> dict:
    settled = event.status == "established"
    took_place = settled and event.place is not None and event.date.certain and event.date.earliest.year >= FIRST_YEAR
    works = _works(selection, event)
    return {
        "@type": "Event" if took_place else "CreativeWork" if settled else "Claim",
        **({"@id": entry.link, "url": entry.link} if selection.base else {}),
        "identifier": entry.id,
        "name": entry.title,
        **({"description": entry.summary} if entry.summary else {}),
        "inLanguage": selection.language,
        **(_when(entry) if took_place else {"temporalCoverage": _covered(event.date, entry)}),
        "keywords": [entry.kind, entry.status],
        **({"location" if took_place else "spatialCoverage": _place(event.place, entry)} if event.place else {}),
        **({"image": _image(entry.media)} if entry.media else {}),
        "about": [_actor(selection, selection.record.actors[actor]) for actor in event.actors],
        "subjectOf" if took_place else "citation" if settled else "appearance": works,
    }


def _when(entry: Entry) -> dict:
    first, last = entry.date.parts
    return {
        "startDate": iso_of(first) + _time(entry, 0),
        "endDate": iso_of(last or first) + _time(entry, -1),
    }


def _covered(date: Edtf, entry: Entry) -> str:
    """The date as it is written where that is ISO 8601 (`2024-10`, `2024-06-18/2024-06-19`, `1969-08/..`), which has no
    signs for what is approximate, uncertain or unknown: else the date in words."""
    sides = [side for side in date.ends if side]
    plain = all(side.precision in PARTS_OF_ISO and not side.qualifier for side in sides)
    return date.text if plain and "unknown" not in (date.open_start, date.open_end) else entry.when


def _time(entry: Entry, end: int) -> str:
    """The time of day of an end of its date, as written: `T18:00:00+03:00`; "" where it has none."""
    _, sign, time = entry.edtf.split("/")[end].partition("T")
    return sign + time


def _place(place: Place, entry: Entry) -> dict:
    """The place with what is known of its address; its coordinates where they are its own and not those of a region's
    middle."""
    part = PARTS_OF_ADDRESS.get(place.precision or "")
    address = {"@type": "PostalAddress", part: entry.place} if part else entry.place
    exact = place.is_on_map and place.precision not in WIDE
    at = {"geo": {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon}} if exact else {}
    return {"@type": "Place", "name": entry.place, "address": address, **at}


def _image(shown: Shown) -> dict:
    return {
        "@type": "ImageObject",
        "contentUrl": shown.url,
        "encodingFormat": shown.type,
        "width": _pixels(shown.width),
        "height": _pixels(shown.height),
        "description": shown.alt,
        **({"caption": shown.caption} if shown.caption else {}),
        "creditText": shown.credit,
    }


def _pixels(n: int) -> dict:
    return {"@type": "QuantitativeValue", "value": n, "unitCode": PIXELS}


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
