"""From degrees to the map's own units: the Equal Earth projection, which gives every country its share of the area.

Method: B. Šavrič, T. Patterson and B. Jenny, The Equal Earth map projection, International Journal of Geographical
Information Science 33 (2019), pp. 454–465.
"""

from __future__ import annotations

import math

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
NORTH, SOUTH = 84.0, -60.0  # degrees: what the map shows of the world
WIDTH = 8000  # units from the western to the eastern end of the equator
RADIUS = 6371.0  # km, of the Earth


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees, the longitude counted from the map's middle, as (x, y) in radii of the Earth; y grows to the north."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    eighth = square**4
    scale = 3 * (9 * A4 * eighth + 7 * A3 * square**3 + 3 * A2 * square + A1)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / scale
    return x, theta * (A4 * eighth + A3 * square**3 + A2 * square + A1)


_EAST = equal_earth(180, 0)[0]
_TOP, _BOTTOM = equal_earth(0, NORTH)[1], equal_earth(0, SOUTH)[1]
UNITS = WIDTH / (2 * _EAST)  # a radius of the Earth
HEIGHT = round((_TOP - _BOTTOM) * UNITS)


def on_map(longitude: float, latitude: float, middle: float) -> tuple[float, float]:
    """A place in degrees as (x, y) in units from the upper left corner of the map around the meridian `middle`."""
    x, y = equal_earth((longitude - middle + 180) % 360 - 180, latitude)
    return (x + _EAST) * UNITS, (_TOP - y) * UNITS


def units_of(km: float) -> float:
    """A distance in km in units of the map, in the mean of all directions."""
    return km / RADIUS * UNITS


def middle_of(longitudes: list[float]) -> float:
    """The meridian in the middle of the smallest arc that holds all of these, in whole degrees; 0 for none."""
    east = sorted({longitude % 360 for longitude in longitudes})
    if not east:
        return 0.0
    gaps = [(later - earlier, earlier) for earlier, later in zip(east, [*east[1:], east[0] + 360], strict=True)]
    width, before = max(gaps)
    return round(before + width + (360 - width) / 2 + 180) % 360 - 180.0
