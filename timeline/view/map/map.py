"""What the page needs for the view of the map, as a JSON-ready value: it comes when the view is wanted."""

from __future__ import annotations

from dataclasses import asdict

from ...record.record import Record
from ..payload import to_json
from ..words import MAP, further_words
from .land import land_path
from .places import Spot, places_of
from .projection import HEIGHT, WIDTH

FILE = "map.json"


def map_files(record: Record) -> dict[str, str]:
    """The map's data as a file, path → JSON; none for a record without places."""
    return {path: to_json(value) for path, value in map_data(record).items()}


def map_data(record: Record) -> dict[str, dict]:
    """The same as a value: `words` by language, `size` (width, height in units), `land` (a path), `spots` (`name`,
    `precision`, `x`, `y`, `r` in units), `events` (id → number of its spot), `moves` (`event`, `claim`, `origin`,
    `destination`: numbers of spots).
    """
    places = places_of(record)
    if not places.spots:
        return {}
    return {
        FILE: {
            "words": further_words(record.settings.languages, MAP),
            "size": [WIDTH, HEIGHT],
            "land": land_path(places.middle),
            "spots": [_spot(spot) for spot in places.spots],
            "events": places.of_event,
            "moves": [asdict(move) for move in places.moves],
        }
    }


def _spot(spot: Spot) -> dict:
    at = {key: value for key, value in asdict(spot).items() if key != "place"}
    return {"name": spot.place.name, "precision": spot.place.precision, **at}
