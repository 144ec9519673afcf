"""Where the first view's marks stand on a screen, as nearly as can be said without the reader's browser.

The same rules as in `assets/src/chart/lanes/lanes.js`, which arranges the chart: what stands too close is one circle,
marks of a lane stand on as many lines as keep them apart, and a key event's line keeps the room of its label. The px
of that label are a guess, since only the browser knows the reader's type; so is the width of the plot. A test compares
the measures with the chart's, and how far the marks are from its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor

# As in assets/src/chart: the px within which marks are one dense place, and how many it holds at least; how many times
# as wide a key event's mark is; the px between a mark and its label, beside the count of its parts, between lanes,
# above the first, and of the axis; the lines of a phone's chart, and the least of any other.
REACH, FEW, KEY, GAP, BESIDE, LANE_GAP, TOP, AXIS, PHONE_LINES, LINES = 26, 5, 1.35, 5, 11, 8, 4, 32, 24, 18
HALVES = 0.56  # of a label in one row: the longer of two
LETTER = 0.59  # of the type's size: a letter of a bold label is as wide, in the types of today's systems or a bit less


@dataclass(frozen=True)
class Screen:
    """A kind of screen: the px of the window's width from which on it is meant, of the chart's own width (`outer`), of
    the window's height (`tall`), and of usual type (`rem`). `assets/css/chart.css` has the same beginnings."""

    start: int
    outer: int
    tall: int
    rem: float = 16

    @cached_property
    def narrow(self) -> bool:
        """Whether lanes have their names above them, and labels two rows."""
        return self.outer < 600

    @cached_property
    def line(self) -> int:
        """The px of a line of marks."""
        return round(self.rem * (2.25 if self.narrow else 1.68))

    @cached_property
    def head(self) -> int:
        """The px of a lane's name above its lines."""
        return round(self.rem * 1.3) if self.narrow else 0

    @cached_property
    def mark(self) -> int:
        """The px of a mark."""
        return round(self.rem * 1.125)

    @cached_property
    def letter(self) -> float:
        """The px of a letter of a bold label."""
        return LETTER * round(self.rem * 0.82)

    @cached_property
    def width(self) -> int:
        """The px of the plot."""
        edge = round(self.rem * 0.88)
        return self.outer - edge - (edge if self.narrow else round(self.rem * 8.6))

    def lines(self, lanes: int) -> int:
        """How many lines some lanes share at least."""
        return PHONE_LINES - lanes if self.narrow else max(LINES, floor((0.72 * self.tall - AXIS) / self.line))


# Phones of 360 and of 390 px, a tablet or an old projector, a laptop, and a projector or a large screen.
SCREENS = (
    Screen(0, 360, 740),
    Screen(380, 390, 844),
    Screen(640, 971, 768),
    Screen(1100, 1213, 800),
    Screen(1700, 1820, 1080, 18.88),
)
# Of many marks most are in circles, and each kind of screen would make the document longer by as many.
ROUGHLY = Screen(0, 390, 844), Screen(640, 1213, 800)


@dataclass(frozen=True)
class Spot:
    """What stands in a lane: the `x` of its middle in px, the ends of what is drawn for it, its `row` (None of a dense
    place), and of a key event, whose label is whole for certain, where that may begin and its forms (`Look`)."""

    x: float
    start: float
    end: float
    row: int | None
    label: float = 0
    forms: tuple[float, ...] = ()


@dataclass(frozen=True)
class Look:
    """What is drawn for an event: the px by which it reaches beyond its days (`pad`), whether it is a `bar`, which lies
    below its label, how many `parts` are counted beside it, and how many letters a key event's label has, its short
    title's after its title's (`forms`)."""

    pad: float = 0
    bar: bool = False
    parts: int = 0
    forms: tuple[float, ...] = ()


def spot(screen: Screen, shares: Sequence[float], row: int, look: Look) -> Spot:
    """An event's mark. `shares` of the plot are those of its middle and of its drawing's ends."""
    x, start, end = (share * screen.width for share in shares)
    half = screen.mark / 2 * (KEY if look.forms else 1)
    count = BESIDE + screen.letter * len(str(look.parts)) if look.parts else 0
    beside = x + (max(half, look.pad) + count if look.parts else half)
    left, right = min(start - look.pad, x - half), max(end + look.pad, beside)
    label = max(left if x > screen.width else beside, 0) if look.bar else right
    return Spot(x, left, right, row, label, look.forms)


def arranged(lanes: Sequence[list[Spot]], screen: Screen) -> tuple[list[list[tuple[Spot, float]]], float]:
    """Each lane's marks with their px from the top of the plot, and how high that is."""
    dense = [_gathered(sorted(lane, key=lambda each: each.x), screen.mark) for lane in lanes]
    counts = _allotted([[_room(each, screen) for each in lane] for lane in dense], screen)
    top, found = float(TOP), []
    for lane, count in zip(dense, counts, strict=True):
        start = top + screen.head
        found.append([(each, start + (line + 0.5) * screen.line) for each, line in _spread(lane, count, screen)])
        top += screen.head + count * screen.line + LANE_GAP
    return found, top


def _gathered(lane: list[Spot], mark: float) -> list[Spot]:
    """A lane's marks with dense places put together; key events stay by themselves."""
    result, others = [each for each in lane if each.forms], [each for each in lane if not each.forms]
    start = 0
    while start < len(others):
        end = bisect_right(others, others[start].x + REACH, start, key=lambda each: each.x)
        near, start = others[start:end], end
        x = (near[0].x + near[-1].x) / 2
        result += [Spot(x, x - mark, x + mark, None)] if len(near) > FEW else near
    return sorted(result, key=lambda each: each.x)


def _room(mark: Spot, screen: Screen) -> tuple[float, float]:
    """What a mark takes of its line: itself, and the label that it has for certain: to its right, else to its left, on
    a phone in one row, else in two; else the short title in the same way, else shortened on the wider side."""
    if not mark.forms:
        return mark.start, mark.end
    right, left = screen.width - 2 * GAP - mark.label, mark.start - GAP
    for letters in mark.forms:
        for rows in (1, HALVES) if screen.narrow else (1,):
            wide = letters * rows * screen.letter
            if wide <= right:
                return mark.start, max(mark.end, mark.label + wide + 2 * GAP)
            if wide <= left:
                return mark.start - GAP - wide, mark.end
    return (mark.start, screen.width) if right >= left else (0, mark.end)


def _allotted(lanes: list[list[tuple[float, float]]], screen: Screen) -> list[int]:
    """How many lines each lane has: what keeps its marks apart, and the spare ones to the fullest lanes."""
    counts = [_needed(rooms) for rooms in lanes]
    for _ in range(screen.lines(len(lanes)) - sum(counts)):
        fuller = [lane for lane, count in enumerate(counts) if len(lanes[lane]) > count]
        if not fuller:
            break
        counts[max(fuller, key=lambda lane: len(lanes[lane]) / counts[lane])] += 1
    return counts


def _needed(rooms: list[tuple[float, float]]) -> int:
    """How many lines keep the marks of a lane apart: each on the first that is free."""
    ends: list[float] = []
    for start, end in sorted(rooms):
        free = next((line for line, taken in enumerate(ends) if taken + 1 <= start), len(ends))
        ends[free : free + 1] = [end]
    return max(1, len(ends))


def _spread(lane: list[Spot], count: int, screen: Screen) -> list[tuple[Spot, int]]:
    """The marks of a lane with their lines: each on the one that has been free for longest."""
    ends = [float("-inf")] * count
    found = []
    for mark in sorted(lane, key=lambda each: _room(each, screen)[0]):
        line = min(range(count), key=lambda number: ends[number])
        ends[line] = max(ends[line], _room(mark, screen)[1])
        found.append((mark, line))
    return found
