"""The map's data: the projection, land cut where the map ends, the places of events, and what is said to have moved."""

from __future__ import annotations

import json
import re
from functools import cache

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.installed import ASSETS
from timeline.query.spec import choices_of
from timeline.record.load import load_record
from timeline.view.map.land import land_path
from timeline.view.map.map import FILE, map_data, map_files
from timeline.view.map.places import places_of
from timeline.view.map.projection import HEIGHT, NORTH, SOUTH, WIDTH, equal_earth, middle_of, on_map

DEGREES = st.floats(-180, 180, allow_nan=False)


# From the paper, section 3: the equator is 2.05458 times as long as the map is high, and the poles' lines are as long
# as 0.59247 of the equator.
def test_the_projection_is_equal_earth():
    east, north = equal_earth(180, 0)[0], equal_earth(0, 90)[1]
    assert east / north == pytest.approx(2.05458, abs=1e-5)
    assert equal_earth(180, 90)[0] / east == pytest.approx(0.59247, abs=1e-5)
    assert equal_earth(0, 0) == (0, 0)


@given(DEGREES, st.floats(SOUTH, NORTH), DEGREES)
def test_every_place_is_on_the_map(longitude, latitude, middle):
    x, y = on_map(longitude, latitude, middle)
    assert -1e-6 <= x <= WIDTH + 1e-6
    assert -1 <= y <= HEIGHT + 1


@given(st.lists(DEGREES, min_size=1, max_size=6))
def test_places_lie_as_near_to_the_middle_as_they_can(longitudes):
    """No other meridian has the farthest of them nearer, but for the rounding to whole degrees."""
    far = lambda middle: max(abs((one - middle + 180) % 360 - 180) for one in longitudes)  # noqa: E731
    assert far(middle_of(longitudes)) <= min(far(middle) for middle in range(-180, 180, 3)) + 4


@pytest.fixture(scope="module")
def rings():
    """The rings of a map's land, in its units, by the map's middle."""

    def found(middle: float) -> list[list[tuple[int, int]]]:
        result = []
        for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", land_path(middle)):
            numbers = list(map(int, re.findall(r"-?\d+", steps)))
            points = [(int(x), int(y))]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                points.append((points[-1][0] + dx, points[-1][1] + dy))
            result.append(points)
        return result

    return cache(found)


def inside(rings: list[list[tuple[int, int]]], x: float, y: float) -> bool:
    """Whether a place is on land: on the way east from there, an odd number of coasts is crossed."""
    edges = [edge for ring in rings for edge in zip(ring, [*ring[1:], ring[0]], strict=True)]
    crossed = [(x1, y1, x2, y2) for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y)]
    return sum(x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for x1, y1, x2, y2 in crossed) % 2 == 1


INLAND = {
    "Moscow": (37.6, 55.8),
    "Kansas": (-98, 38),
    "Chukotka": (-175, 66.5),
    "Brazil": (-50, -10),
    "Seoul": (127.2, 37.5),
}
AT_SEA = {"Pacific": (-150, 20), "Sea of Japan": (134, 40), "Caspian Sea": (51, 42), "Atlantic": (-40, 30)}


@pytest.mark.parametrize("middle", [0, 28, -160])
def test_land_is_where_land_is_wherever_the_map_is_cut(rings, middle):
    land = rings(middle)
    assert [name for name, at in INLAND.items() if not inside(land, *on_map(*at, middle))] == []
    assert [name for name, at in AT_SEA.items() if inside(land, *on_map(*at, middle))] == []
    points = [point for ring in land for point in ring]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)


def test_every_place_of_the_record_is_on_land(record, rings):
    """Or within a dozen units of it: a coast is drawn as straight as its weight allows."""
    places = places_of(record)
    around = [(0, 0), (12, 0), (-12, 0), (0, 12), (0, -12)]
    on_land = lambda spot: any(inside(rings(places.middle), spot.x + dx, spot.y + dy) for dx, dy in around)  # noqa: E731
    assert [spot.place.name["en"] for spot in places.spots if not on_land(spot)] == []


def test_a_place_stands_once_and_knows_its_events(record):
    places = places_of(record)
    kremlin = {event.id for event in record.events if event.place and event.place.name["en"] == "Moscow"}
    assert len({places.of_event[key] for key in kremlin}) == 1
    assert set(places.of_event) == {event.id for event in record.events if event.place}


# By the claims themselves: KBS on what South Korea's service says was dispatched, Radio Free Asia on Patel.
def test_what_moved_is_what_claims_say(record):
    places = places_of(record)
    name = lambda number: places.spots[number].place.name["en"]  # noqa: E731
    assert [(move.event, move.claim, name(move.origin), name(move.destination)) for move in places.moves] == [
        ("first-1500-shipped", "c1", "North Korea", "Vladivostok"),
        ("us-confirms-combat", "c1", "Eastern Russia", "Kursk region"),
    ]


def test_a_region_or_country_has_a_ring_and_a_city_none(record):
    spots = map_data(record)[FILE]["spots"]
    assert all((spot["r"] > 0) == (spot["precision"] in ("region", "country")) for spot in spots)


def test_a_record_without_places_has_no_map(write_record):
    bare = load_record(write_record(events=lambda text: re.sub(r"  place: .*\n", "", text)))
    assert map_files(bare) == {}


def test_a_record_whose_only_place_has_half_its_coordinates_offers_no_map(write_record):
    record = load_record(write_record(events=lambda text: text.replace(", lon: -77.01", "")))
    assert map_data(record) == {} and "map" not in choices_of(record)["view"]


# What a claim says moved is an arrow, which needs both of its ends.
@pytest.mark.parametrize(("destination", "offered"), [({"lat": 43.1, "lon": 131.9}, True), ({}, False)])
def test_a_record_whose_only_places_are_what_claims_say_moved_has_a_map(make_record, destination, offered):
    ends = {
        "origin": {"name": {"en": "A"}, "lat": 39.2, "lon": 127.4},
        "destination": {"name": {"en": "B"}, **destination},
    }
    claim = {"id": "c1", "source": "book", "locator": "p. 1", "says": {"en": "It went."}, "moved": ends}
    record = make_record({"date": "1969", "claims": [claim]})
    assert ("map" in choices_of(record)["view"], bool(map_data(record))) == (offered, offered)
    assert len(places_of(record).spots) == 2 * offered


def test_the_map_weighs_at_most_30_kb_with_the_view_s_own_files(record):
    dist = ASSETS / "dist"
    [files] = [files for name, files in json.loads((dist / "modules.json").read_text()).items() if "map/map.js" in name]
    own = [dist / "modules" / files[0], dist / "sheet-map.css"]
    sent = [map_files(record)[FILE].encode(), *(file.read_bytes() for file in own)]
    assert sum(len(brotli.compress(text)) for text in sent) <= 30_000
