"""The first view's marks, which a reader sees as plain HTML while the chart itself is still on its way.

They stand where the chart will put them: across by the day, exactly; up and down as nearly as can be said without
knowing the width of the screen. The marks are those of the legend (`assets/css/symbol.css`), so no picture
is drawn twice. What stands too close to be told apart is one mark, as in the chart (`assets/src/chart/lanes/lanes.js`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ..record.dates.days import day_number
from ..record.model.settings import Preset
from ..record.record import Record
from .figure import anchor
from .parts import fold, wholes_of

WIDE = 1000  # the plot's width in parts, which are px on a common screen
# As in assets/src/chart, which a test compares: the widths of a mark and of a dense place, and how many marks one
# holds.
MARK, REACH, FEW = 18, 26, 5
LINES = 20  # lines of marks that a chart has on a common screen

Spot = tuple[float, int | None]  # where it stands across, in parts, and its row; None for a dense place


@dataclass(frozen=True)
class Mark:
    """A mark of the first view: where it stands (`across` and `down`, 0 to 1) and how it looks. A dense place has
    neither `symbol` nor `status`, nor the `row` of an event that is pressed; that of a `key` event is larger.
    """

    across: float
    down: float
    kind: str
    symbol: str = ""
    status: str = ""
    key: bool = False
    row: int | None = None


def first_marks(record: Record) -> list[Mark]:
    """The marks of the first view: lanes by kind, the first window."""
    preset = next(preset for preset in record.settings.presets if preset.id == record.settings.window)
    kinds = {kind.id: kind for kind in record.settings.kinds}
    places = _places(record, preset)
    lanes = {kind: _lane(record, kind, places) for kind in kinds}
    lines = _lines({kind: spots for kind, spots in lanes.items() if spots})
    total, top, marks = sum(lines.values()) or 1, 0, []
    for kind, count in lines.items():
        ends: list[float] = [-MARK] * count
        for across, row in lanes[kind]:
            line = min(range(count), key=lambda n: ends[n])  # the one that has been free for longest, as in the chart
            ends[line] = across
            event = None if row is None else record.events[row]
            look = (kinds[kind].symbol, event.status, event.key, row) if event else ()
            marks.append(Mark(across / WIDE, (top + line + 0.5) / total, kind, *look))
        top += count
    return marks


def _places(record: Record, preset: Preset) -> dict[int, float]:
    """Row → where its mark stands across, for the marks in a window. Parts are seen in their wholes."""
    first, last = day_number(preset.start.earliest), day_number(preset.end.latest)
    days = {row: day_number(anchor(event)) for row, event in enumerate(record.events)}
    places = {row: (day - first) / max(1, last - first) * WIDE for row, day in days.items() if first <= day <= last}
    wholes, _ = fold(list(places), wholes_of(record.events))
    return {row: across for row, across in places.items() if row not in wholes}


def _lane(record: Record, kind: str, places: dict[int, float]) -> list[Spot]:
    """What stands in a lane from left to right, dense places put together, but key events by themselves."""
    all_spots = sorted((across, row) for row, across in places.items() if record.events[row].kind == kind)
    keys: list[Spot] = [spot for spot in all_spots if record.events[spot[1]].key]
    spots = [spot for spot in all_spots if not record.events[spot[1]].key]
    result: list[Spot] = []
    while spots:
        count = _reach(spots)
        place, spots = spots[:count], spots[count:]
        if len(place) > FEW:
            result.append(((place[0][0] + place[-1][0]) / 2, None))
        else:
            result += place
    return sorted(result + keys, key=lambda spot: spot[0])


def _reach(spots: list[tuple[float, int]]) -> int:
    """How many of the first spots lie within a dense place's width."""
    return next((n for n, (across, _) in enumerate(spots) if across - spots[0][0] > REACH), len(spots))


def _lines(lanes: dict[str, list[Spot]]) -> dict[str, int]:
    """How many lines each lane has: what keeps its marks apart, and the spare ones to the fullest lanes."""
    counts = {kind: _needed([across for across, _ in spots]) for kind, spots in lanes.items()}
    for _ in range(LINES - sum(counts.values())):
        fuller = [kind for kind in counts if len(lanes[kind]) > counts[kind]]
        if not fuller:
            break
        counts[max(fuller, key=lambda kind: len(lanes[kind]) / counts[kind])] += 1
    return counts


def _needed(places: list[float]) -> int:
    """The most marks that overlap anywhere."""
    return max((sum(1 for other in places if 0 <= place - other < MARK) for place in places), default=1)
