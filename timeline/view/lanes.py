"""Where the marks of a chart stand that is drawn in Python: its lanes, and the lines of each.

The page lays out its own in the browser, where the width of the screen is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..query.facets import options_of
from ..query.operators import FACETS
from ..record.dates.days import AnyDay
from ..record.model.countries import country_name
from ..record.model.model import Event
from ..record.record import Record
from .figure import ABOUT, anchor, extent
from .words import text

PLOT = 940  # px of the plot's width
LINE, LANE_GAP = 27, 8  # px of a line of marks, and between lanes
MARK = 18  # px that a mark takes up
MANY_LANES = 12  # what has no lane of its own then stands in the last one, as on the page


@dataclass(frozen=True)
class Spot:
    """Where an event stands: its row, its mark's place and its drawing's edges in px, its line from the top."""

    row: int
    at: float
    left: float
    right: float
    line: int


@dataclass(frozen=True)
class Lane:
    """A lane: its name, its spots, and the px from the top of the plot at which its lines start and end."""

    name: str
    spots: list[Spot]
    start: float
    end: float

    def height(self, spot: Spot) -> float:
        """Px from the top of the plot to the middle of a spot's line."""
        return self.start + (spot.line + 0.5) * LINE


def lanes_of(
    record: Record, events: Sequence[Event], group: str, language: str, first: AnyDay, last: AnyDay
) -> list[Lane]:
    """The lanes that hold an event, in the order of the facet's options, one below the other."""
    options = options_of(record)[group][:MANY_LANES]
    rows: dict[str, list[int]] = {option: [] for option in (*options, "other_lane", "none_lane")}
    for row, event in enumerate(events):
        held = getattr(event, FACETS[group])
        values = (held,) if isinstance(held, str) else held
        for name in [value for value in values if value in options] or ["other_lane" if values else "none_lane"]:
            rows[name].append(row)
    lanes, start = [], LANE_GAP / 2
    for option, held in rows.items():
        if held:
            spots = list(_spots(events, held, first, last))
            end = start + (max(spot.line for spot in spots) + 1) * LINE
            lanes.append(Lane(_name(record, group, option, language), spots, start, end))
            start = end + LANE_GAP
    return lanes


def _name(record: Record, group: str, option: str, language: str) -> str:
    """What a lane is called."""
    if option in ("other_lane", "none_lane") or group == "status":
        return text(option, language)
    if group == "country":
        return country_name(option, language)
    if group == "kind":
        return next(kind for kind in record.settings.kinds if kind.id == option).name[language]
    return (record.sources[option] if group == "source" else record.actors[option]).name[language]


def _spots(events: Sequence[Event], rows: list[int], first: AnyDay, last: AnyDay) -> Iterator[Spot]:
    """The marks of a lane, on as many lines as keep them apart, each on the one that has been free for longest."""

    def across(day: AnyDay) -> float:
        return (day - first).days / max(1, (last - first).days) * PLOT

    found = []
    for row in rows:
        when, at, (start, end) = events[row].date, across(anchor(events[row])), extent(events[row])
        half = (ABOUT if when.qualifier and when.shape != "within" else MARK) / 2
        found.append((min(across(start), at - half), max(across(end), at + half), at, row))
    found.sort()
    ends = [float("-inf")] * _lines_needed([(left, right) for left, right, *_ in found])
    for left, right, at, row in found:
        line = ends.index(min(ends))
        ends[line] = right
        yield Spot(row, at, left, right, line)


def _lines_needed(spans: list[tuple[float, float]]) -> int:
    """How many lines keep spans apart, which come by their left edges."""
    ends: list[float] = []
    for left, right in spans:
        line = next((line for line, end in enumerate(ends) if end + 1 <= left), len(ends))
        ends[line : line + 1] = [right]
    return len(ends)
