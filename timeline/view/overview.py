"""The scale of the overview strip: decades without events are drawn close together, busy weeks wide.

A position is a blend of linear time and of the share of events before a day (their empirical
distribution), which is monotone, needs no hand-set breaks, and serves any record.
"""

from __future__ import annotations

from typing import Any

from ..record.dates.days import day_number
from ..record.record import Record
from .figure import anchor

CROWD = 0.8  # weight of the events' distribution against linear time
KNOTS = 160
MOST = 2000  # knots at days of events; of more every so many, which no screen can tell


def overview_scale(record: Record) -> dict[str, list[Any]]:
    """Knots of the piecewise linear scale: `days` (since 1970, strictly rising) and `at` (0…1, rising).

    The browser maps days to positions and back by linear interpolation between knots.
    """
    days = sorted(day_number(anchor(event)) for event in record.events) or [0]
    presets = [day_number(day) for p in record.settings.presets for day in (p.start.earliest, p.end.latest)]
    first, last = min([*days, *presets]), max([*days, *presets])
    step = max(1, (last - first) // KNOTS)
    # Years give knots everywhere, events give them where it matters.
    busy = sorted({*days, *(day + 1 for day in days)})
    knots = sorted({*range(first, last, step), *busy[:: max(1, len(busy) // MOST)], first, last + 1})
    at, before = [], 0
    for day in knots:
        while before < len(days) and days[before] < day:
            before += 1
        at.append(round(CROWD * before / len(days) + (1 - CROWD) * (day - first) / (last + 1 - first), 5))
    return {"days": knots, "at": at}
