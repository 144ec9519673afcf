"""Land as one path for SVG: Natural Earth's, which has no borders in it, cut where the map ends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ...installed import ASSETS
from .projection import NORTH, SOUTH, on_map

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon

FILE = ASSETS / "vendor" / "land-2.0.2.json"  # rings in hundredths of a degree, as assets/vendor/README.md says
STEP = 4.0  # degrees: an edge that is longer is bent as the projection bends it


@cache
def land_path(middle: float) -> str:
    """The land of a map around the meridian `middle`: closed rings in whole units, from one point to the next."""
    import shapely

    return "".join(map(_ring, _rings(shapely.segmentize(_cut(middle), STEP), middle)))


@cache
def _land() -> MultiPolygon:
    import shapely

    polygons = json.loads(FILE.read_text(encoding="utf-8"))
    degrees = [[[(x / 100, y / 100) for x, y in ring] for ring in polygon] for polygon in polygons]
    return shapely.union_all([shapely.make_valid(shapely.Polygon(outer, inner)) for outer, *inner in degrees])


def _cut(middle: float) -> MultiPolygon:
    """The land within 180 degrees on either side of the middle. What lies beyond one end comes in at the other."""
    import shapely
    from shapely.affinity import translate

    sides = [translate(_land(), xoff=turn) for turn in (-360, 0, 360)]
    frame = shapely.box(middle - 180, SOUTH, middle + 180, NORTH)
    return shapely.union_all([shapely.intersection(side, frame) for side in sides])


def _rings(land: MultiPolygon, middle: float) -> Iterator[list[tuple[int, int]]]:
    for polygon in (part for part in land.geoms if part.geom_type == "Polygon"):
        for ring in (polygon.exterior, *polygon.interiors):
            yield list(_whole_units(ring.coords, middle))


def _whole_units(points: Iterable[Sequence[float]], middle: float) -> Iterator[tuple[int, int]]:
    """The points on the map, each that differs from the one before. The cut's own edge stays on its side."""
    last = None
    for longitude, latitude in points:
        inside = min(max(longitude, middle - 179.9999), middle + 179.9999)
        x, y = on_map(inside, latitude, middle)
        point = round(x), round(y)
        if point != last:
            yield point
        last = point


def _ring(points: list[tuple[int, int]]) -> str:
    """A ring that begins where the map begins, and goes on by differences, which are short."""
    (x, y), rest = points[0], points[1:-1]
    steps, last = [], (x, y)
    for point in rest:
        steps.append(f"{point[0] - last[0]} {point[1] - last[1]}")
        last = point
    return f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-") if len(rest) > 1 else ""
