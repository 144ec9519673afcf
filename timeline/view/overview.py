"""The scale of the overview strip: years without events are drawn close together, busy weeks wide.

Long quiet times are breaks: short, all of one width, and drawn as such. Elsewhere a position is a blend of linear time
and of the share of events before a day (their empirical distribution), which is monotone and serves any record.
"""

from __future__ import annotations

from typing import Any

from ..record.dates.days import AnyDay, day_number, day_of
from ..record.record import Record
from .figure import anchor

CROWD = 0.7  # weight of the events' distribution against linear time
BREAK = 0.012  # of the strip's width that a break takes
QUIET = 25  # a break is a quiet time of at least this part of all years, and of two years
KNOTS = 160
MOST = 2000  # knots at days of events; of more every so many, which no screen can tell


def overview_scale(record: Record) -> dict[str, list[Any]]:
    """Knots of the piecewise linear scale: `days` (since 1970, strictly rising) and `at` (0…1, rising); and its
    `breaks`, [first day, day after the last] of quiet years that are shortened.

    The browser maps days to positions and back by linear interpolation between knots.
    """
    dates = sorted(anchor(event) for event in record.events)
    days = [day_number(day) for day in dates] or [0]
    presets = [day_number(day) for p in record.settings.presets for day in (p.start.earliest, p.end.latest)]
    first, last = min([*days, *presets]), max([*days, *presets])
    breaks = _breaks(dates, (last - first) / 365)
    step = max(1, (last - first) // KNOTS)
    # Years give knots everywhere, events give them where it matters.
    busy = sorted({*days, *(day + 1 for day in days)})
    ends = [day for ends in breaks for day in ends]
    knots = sorted({*range(first, last, step), *busy[:: max(1, len(busy) // MOST)], *ends, first, last + 1})
    blend = 1 - BREAK * len(breaks)
    lively = last + 1 - first - sum(end - start for start, end in breaks)
    at, before = [], 0
    for day in knots:
        while before < len(days) and days[before] < day:
            before += 1
        quiet = [(min(day, end) - start, end - start) for start, end in breaks if start < day]
        time = (day - first - sum(passed for passed, _ in quiet)) / lively
        broken = BREAK * sum(passed / whole for passed, whole in quiet)
        at.append(round(blend * (CROWD * before / len(days) + (1 - CROWD) * time) + broken, 5))
    return {"days": knots, "at": at, "breaks": [list(ends) for ends in breaks]}


def _breaks(dates: list[AnyDay], years: float) -> list[tuple[int, int]]:
    """The long runs of whole years between events, each as its first day and the day after its last one."""
    least = max(2, years / QUIET)
    return [
        (day_number(day_of(one.year + 1, 1, 1)), day_number(day_of(other.year, 1, 1)))
        for one, other in zip(dates, dates[1:], strict=False)
        if other.year - one.year - 1 >= least
    ]
