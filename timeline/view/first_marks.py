"""The first view's marks, which a reader sees as plain HTML while the chart itself is still on its way.

They stand where the chart will put them: across by the day, exactly; up and down as nearly as can be said without
knowing the width of the screen (first_lanes.py), for each kind of screen. The marks are those of the legend
(`assets/css/symbol.css`), so no picture is drawn twice. What stands too close to be told apart is one mark, as in the
chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..record.dates.days import AnyDay, day_number
from ..record.record import Record
from .figure import anchor, extent, pad_of
from .first_lanes import ROUGHLY, SCREENS, Look, Screen, Spot, arranged, spot
from .parts import fold, wholes_of

MANY = 150  # events in the first view


@dataclass(frozen=True)
class Mark:
    """A mark of the first view: where it stands (`across` from 0 to 1, and `down` in rem on each screen that has it, by
    where that begins) and how it looks. A dense place has neither `symbol` nor `status`, nor the `row` of an event that
    is pressed; that of a `key` event is larger.
    """

    across: float
    down: dict[int, float]
    kind: str
    symbol: str = ""
    status: str = ""
    key: bool = False
    row: int | None = None


@dataclass(frozen=True)
class FirstMarks:
    """The marks of the first view, and how high it is on each screen, in rem. `roughly`, where only phones and other
    screens are told apart."""

    marks: list[Mark]
    heights: dict[int, float]
    roughly: bool = False


@dataclass(frozen=True)
class _Seen:
    """An event that is seen in the first view: its row, where its middle and its ends are (0 to 1), and its look."""

    row: int
    shares: tuple[float, ...]
    look: Look


def first_marks(record: Record) -> FirstMarks:
    """The marks of the first view (lanes by kind, the first window)."""
    lanes: dict[str, list[_Seen]] = {kind.id: [] for kind in record.settings.kinds}
    for seen in _seen(record):
        lanes[record.events[seen.row].kind].append(seen)
    filled = {kind: lane for kind, lane in lanes.items() if lane}
    roughly = sum(map(len, filled.values())) > MANY
    marks: dict[object, Mark] = {}
    heights = {}
    for screen in ROUGHLY if roughly else SCREENS:
        placed, height = _placed(filled, screen)
        heights[screen.start] = height / screen.rem
        for kind, at, down in placed:
            key = (screen.start, kind, at.x) if at.row is None else at.row
            mark = marks.setdefault(key, _mark(record, kind, at.x / screen.width, at.row))
            mark.down[screen.start] = down / screen.rem
    return FirstMarks(list(marks.values()), heights, roughly)


def _placed(lanes: dict[str, list[_Seen]], screen: Screen) -> tuple[list[tuple[str, Spot, float]], float]:
    """The marks that can be seen on a screen with their kinds and their px from the top, and how high the plot is."""
    spots = [[spot(screen, seen.shares, seen.row, seen.look) for seen in lane] for lane in lanes.values()]
    placed, height = arranged(spots, screen)
    found = [(kind, at, down) for kind, lane in zip(lanes, placed, strict=True) for at, down in lane]
    return [each for each in found if 0 <= each[1].x <= screen.width], height


def _mark(record: Record, kind: str, across: float, row: int | None) -> Mark:
    if row is None:
        return Mark(across, {}, kind)
    event = record.events[row]
    [symbol] = [each.symbol for each in record.settings.kinds if each.id == kind]
    return Mark(across, {}, kind, symbol, event.status, event.key, row)


def _seen(record: Record) -> Iterator[_Seen]:
    """What reaches into the first window. Parts are seen in their wholes, where the mark of that is in sight."""
    preset = next(preset for preset in record.settings.presets if preset.id == record.settings.window)
    first, last = day_number(preset.start.earliest), day_number(preset.end.latest)

    def share(day: AnyDay) -> float:
        return (day_number(day) - first) / max(1, last - first)

    shares = {row: tuple(map(share, (anchor(event), *extent(event)))) for row, event in enumerate(record.events)}
    whole = wholes_of(record.events)
    inside = [row for row, (_, start, end) in shares.items() if end >= 0 and start <= 1]
    shown = {row for row in inside if 0 <= shares[row][0] <= 1}
    wholes, parts = fold([row for row in inside if row in shown or whole[row] is not None], whole)
    for row in inside:
        if row not in wholes:
            event = record.events[row]
            forms = tuple(map(_letters, filter(None, (event.title, event.short_title)))) if event.key else ()
            low = event.date.shape == "range" or row not in shown  # a line without its mark lies as low as a bar
            yield _Seen(row, shares[row], Look(pad_of(event), low, len(parts.get(row, ())), forms))


def _letters(text: dict[str, str]) -> float:
    """How many letters a text has, whatever the page's language."""
    return sum(map(len, text.values())) / len(text)
