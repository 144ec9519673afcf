"""How costs grow with the number of events: four log–log panels as SVG, this program in front of its peers."""

from __future__ import annotations

import math
from html import escape
from pathlib import Path

from .peers import OURS, PEERS
from .results import Results

WIDTH, HEIGHT = 420, 300  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 58, 118, 40, 40  # a panel's margins; the labels stand in the right one
SIZES = ("50", "500", "5000", "50000")
LINE = 13  # pixels between labels
OUR, THEIR, INK, GRID = "#3a49b8", "#9a9fa8", "#1f2430", "#e4e6ea"

Line = tuple[str, str, list[tuple[float, float]]]  # label, colour, points (events, cost)


def write_plot(results: Results, path: Path) -> None:
    """Write the plot."""
    path.write_text(svg(results), encoding="utf-8")


def svg(results: Results) -> str:
    """The plot as an SVG document with a light background."""
    panels = [
        ("Load: reading the record (s)", [("this program", OUR, _reading(results))]),
        (
            "Page: first marks, and live (ms)",
            [*_lines(results, "first"), ("… live", OUR, _points(results, OURS, "live"))],
        ),
        ("Filter back to all (ms)", _lines(results, "filter_all")),
        ("Frame: p95 while panning (ms)", _lines(results, "pan")),
    ]
    drawn = [_panel(title, lines, (n % 2) * WIDTH, (n // 2) * HEIGHT) for n, (title, lines) in enumerate(panels)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {2 * HEIGHT}" font-family="sans-serif" '
        f'font-size="11" fill="{INK}">'
        f'<title>Costs by number of events</title><rect width="100%" height="100%" '
        f'fill="#ffffff"/>{"".join(drawn)}</svg>\n'
    )


def _lines(results: Results, measure: str) -> list[Line]:
    lines = [
        (peer.title.partition(" (")[0], OUR if peer.id == OURS else THEIR, _points(results, peer.id, measure))
        for peer in PEERS.values()
    ]
    return [line for line in lines if line[2]]


def _points(results: Results, peer: str, measure: str) -> list[tuple[float, float]]:
    values = ((size, results.value(size, peer, measure)) for size in SIZES if results.has(size, peer))
    return [(float(size), value) for size, value in values if isinstance(value, (int, float)) and value > 0]


def _reading(results: Results) -> list[tuple[float, float]]:
    return [(float(size), results.seconds[f"read {size}"]) for size in SIZES if results.seconds.get(f"read {size}")]


def _panel(title: str, lines: list[Line], left: float, top: float) -> str:
    values = [value for _, _, points in lines for _, value in points] or [1.0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)

    def across(events):
        return left + LEFT + (math.log10(events) - math.log10(50)) / 3 * (WIDTH - LEFT - RIGHT)

    down = lambda value: top + HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)  # noqa: E731
    parts = [f'<text x="{left + LEFT}" y="{top + 22}" font-size="13" font-weight="bold">{escape(title)}</text>']
    for power in range(low, high + 1):
        y = down(10.0**power)
        parts.append(
            f'<path d="M{across(50):.1f} {y:.1f}H{across(50_000):.1f}" stroke="{GRID}"/>'
            f'<text x="{across(50) - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{_plain(10.0**power)}</text>'
        )
    for events in map(int, SIZES):
        x = across(events)
        parts.append(
            f'<path d="M{x:.1f} {down(10.0**low):.1f}V{down(10.0**high):.1f}" stroke="{GRID}"/>'
            f'<text x="{x:.1f}" y="{top + HEIGHT - BOTTOM + 16}" text-anchor="middle">{events:,}</text>'
        )
    parts.append(
        f'<text x="{(across(50) + across(50_000)) / 2:.1f}" y="{top + HEIGHT - 8}" text-anchor="middle">events</text>'
    )
    drawn = sorted(lines, key=lambda line: line[1] == OUR)  # ours on top
    parts += [_line(colour, [(across(events), down(value)) for events, value in points]) for _, colour, points in drawn]
    ends = [(label, colour, across(points[-1][0]), down(points[-1][1])) for label, colour, points in lines if points]
    return "".join([*parts, *_labels(ends, across(50_000) + 10, top + HEIGHT - BOTTOM)])


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _line(colour: str, places: list[tuple[float, float]]) -> str:
    width = 2.5 if colour == OUR else 1.2
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width}" fill="{colour}"/>' for x, y in places)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>{dots}' if places else ""


def spread(wanted: list[float], bottom: float) -> list[float]:
    """Heights of labels, near the wanted ones (given from top to bottom), no two nearer than a line, none below
    `bottom`.
    """
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + LINE) if placed else y)
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], bottom - LINE * (len(placed) - 1 - n))
    return placed


def _labels(ends: list[tuple[str, str, float, float]], x: float, bottom: float) -> list[str]:
    """A label for each line's end, in the right margin, with a thread to its line."""
    ends = sorted(ends, key=lambda end: end[3])
    heights = spread([end[3] for end in ends], bottom)
    words = []
    for (label, colour, end, at), y in zip(ends, heights, strict=True):
        look = f'fill="{OUR}" font-weight="bold"' if colour == OUR else 'fill="#5d6470"'
        words.append(
            f'<path d="M{end:.1f} {at:.1f}L{x:.1f} {y:.1f}" stroke="{colour}" stroke-width="0.5" stroke-dasharray="2 '
            f'2"/>'
            f'<text x="{x + 3:.1f}" y="{y + 4:.1f}" {look}>{escape(label)}</text>'
        )
    return words
