"""A view's chart as one whole Plotly figure, lanes and labels included, for notebooks and other programs.

The page composes its own in the browser (`assets/src/chart`), for the width of a screen; this one is WIDTH px wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from textwrap import wrap
from typing import Any

from ..query.spec import CHOICES, FilterSpec
from ..record.dates.days import LAST, AnyDay, day_of_text, moved
from ..record.model.colours import PAPER
from ..record.model.model import Event
from ..record.record import Record
from .early_ticks import early_ticks
from .figure import build_figure, extent
from .lanes import LANE_GAP, LINE, MARK, PLOT, Lane, Spot, lanes_of
from .parts import fold, wholes_of
from .wording import date_text
from .words import text

GUTTER, EDGE, TOP = 140, 20, 32  # px of the lanes' names, of the figure's right edge, of its axis
WIDTH = GUTTER + PLOT + EDGE
GAP, LETTER, BOLD = 6, 7.0, 8.0  # px beside a mark, of a letter as labels and as names have it


def chart_of(record: Record, events: Sequence[Event], spec: FilterSpec) -> dict[str, Any]:
    """`{data, layout}` of the chart of some events, with the group, window, language and theme of `spec`.

    Events that lie wholly beside the window are left out, as the page has them out of sight.
    """
    language = spec.text("lang") or record.settings.languages[0]
    theme = spec.text("theme") or CHOICES["theme"][0]
    first, last = _window(record, spec)
    shown, parts = _folded([event for event in events if extent(event)[1] >= first and extent(event)[0] <= last])
    lanes = lanes_of(record, shown, spec.text("group") or CHOICES["group"][0], language, first, last)
    figure = build_figure(replace(record, events=tuple(shown)), theme)
    places: dict[int, list[float]] = {}
    for lane in lanes:
        for spot in lane.spots:
            places.setdefault(spot.row, []).append(lane.height(spot))
    asof = moved(day_of_text(spec.text("asof")), 1) if spec.text("asof") else None
    ends = {row: asof for row, event in enumerate(shown) if asof and event.status != "predicted"}
    data = [_placed(trace, places, ends) for trace in figure["data"]]
    marks = data[-1] | {
        "text": [_hover(shown[row], language, parts.get(shown[row].id, 0)) for row in data[-1]["customdata"]],
        "hovertemplate": "%{text}<extra></extra>",
    }
    titles = [_titled(event, parts.get(event.id, 0), language) for event in shown]
    labels = _labels(lanes, shown, titles, first, last, figure["layout"]["font"]["color"])
    layout = _layout(figure["layout"], lanes, language, theme, first, last)
    if asof:
        layout["shapes"] += _veil(asof, max(asof, last), layout)
    return {"data": [*data[:-1], labels, marks], "layout": layout}


def _folded(events: list[Event]) -> tuple[list[Event], dict[str, int]]:
    """Events without the parts that are seen in their wholes, and how many of those each whole has, by id."""
    wholes, parts = fold(range(len(events)), wholes_of(events))
    shown = [event for row, event in enumerate(events) if row not in wholes]
    return shown, {events[row].id: len(within) for row, within in parts.items()}


def _window(record: Record, spec: FilterSpec) -> tuple[AnyDay, AnyDay]:
    if window := spec.text("window"):
        start, _, end = window.partition("/")
        return day_of_text(start), day_of_text(end)
    preset = next(preset for preset in record.settings.presets if preset.id == record.settings.window)
    return preset.start.earliest, preset.end.latest


def _placed(trace: dict[str, Any], places: dict[int, list[float]], ends: dict[int, AnyDay]) -> dict[str, Any]:
    """A trace of `build_figure` with its points at their heights, once for each lane of their event. Of what lies below
    its mark nothing reaches beyond the day that `ends` has for the event: it was not known yet."""
    rows, below = trace["customdata"], trace.get("meta", {}).get("below", 0)
    whole = 3 if trace["mode"].startswith("lines") else 1  # a line is two ends and a gap
    picks = [
        (start + part, y)
        for start in range(0, len(rows), whole)
        if not below or rows[start] not in ends or day_of_text(trace["x"][start]) < ends[rows[start]]
        for y in places[rows[start]]
        for part in range(whole)
    ]
    reach = [(trace["x"][index], ends.get(rows[index], LAST) if below else LAST, y) for index, y in picks]

    def along(value: Any) -> Any:
        if isinstance(value, list) and len(value) == len(rows):
            return [value[index] for index, _ in picks]
        return {key: along(part) for key, part in value.items()} if isinstance(value, dict) else value

    placed = {key: along(value) for key, value in trace.items() if key != "meta"}
    return placed | {
        "x": [day and min(day_of_text(day), end).isoformat() for day, end, _ in reach],
        "y": [day and y + below for day, _, y in reach],
    }


def _veil(asof: AnyDay, last: AnyDay, layout: dict[str, Any]) -> list[dict[str, Any]]:
    """A line at the end of the day that a view is as of, and a veil over what was still to come."""
    base = {"y0": 0, "y1": layout["yaxis"]["range"][0], "x0": asof.isoformat(), "layer": "below"}
    return [
        {**base, "type": "rect", "x1": last.isoformat(), "opacity": 0.35, "line": {"width": 0}}
        | {"fillcolor": layout["xaxis"]["gridcolor"]},
        {**base, "type": "line", "x1": asof.isoformat()}
        | {"line": {"color": layout["font"]["color"], "width": 1.5, "dash": "dash"}},
    ]


def _labels(
    lanes: list[Lane], events: Sequence[Event], titles: list[str], first: AnyDay, last: AnyDay, ink: str
) -> dict[str, Any]:
    """Titles beside their marks, to the right or else to the left, those of key events first; without room, none."""
    points = []
    for lane in lanes:
        order = sorted(lane.spots, key=lambda spot: (not events[spot.row].key, spot.at))
        taken = [(spot.line, spot.left, spot.right) for spot in lane.spots]
        for spot in order:
            title = titles[spot.row]
            begin = (spot.at + MARK / 2 if events[spot.row].date.shape == "range" else spot.right) + GAP
            for side, edge in (("right", begin), ("left", spot.left - GAP)):
                wide = len(title) * (BOLD if events[spot.row].key else LETTER)
                ends = sorted((edge, edge + wide * (1 if side == "right" else -1)))
                if _is_free(spot, ends[0], ends[1], taken):
                    taken.append((spot.line, ends[0] - GAP, ends[1] + GAP))
                    words = escape(title, quote=False)
                    shown = f"<b>{words}</b>" if events[spot.row].key else words
                    points.append((edge, lane.height(spot), shown, f"middle {side}"))
                    break
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
        "x": [_moment(edge, first, last) for edge, *_ in points],
        "y": [y for _, y, *_ in points],
        "text": [words for *_, words, _ in points],
        "textposition": [position for *_, position in points],
        "textfont": {"color": ink, "size": 13},
    }


def _is_free(spot: Spot, left: float, right: float, taken: list[tuple[int, float, float]]) -> bool:
    """Whether a label of a spot's line fits into the plot, and meets nothing there but its own mark."""
    others = [
        (start, end) for line, start, end in taken if line == spot.line and (start, end) != (spot.left, spot.right)
    ]
    return left >= 0 and right <= PLOT and all(end <= left or start >= right for start, end in others)


def _moment(across: float, first: AnyDay, last: AnyDay) -> str:
    """The moment at a place of the plot (px), ISO 8601."""
    seconds = round(across / PLOT * max(1, (last - first).days) * 86400)
    day, second = divmod(seconds, 86400)
    return f"{moved(first, day)}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _titled(event: Event, parts: int, language: str) -> str:
    """A title, and how many parts its event has where it has any."""
    return " · ".join([event.title[language], *_counted(parts, language)])


def _counted(parts: int, language: str) -> list[str]:
    """The words for a number of parts; none for 0."""
    return [text("parts_1" if parts == 1 else "parts_n", language, n=parts)] if parts else []


def _hover(event: Event, language: str, parts: int) -> str:
    """What is said of a mark that is pointed at: the date, the title, the status, how many parts it has."""
    words = (
        date_text(event.date, language),
        f"<b>{escape(event.title[language], quote=False)}</b>",
        text(event.status, language),
        *_counted(parts, language),
    )
    return "<br>".join(words)


def _layout(
    base: dict[str, Any], lanes: list[Lane], language: str, theme: str, first: AnyDay, last: AnyDay
) -> dict[str, Any]:
    """The page's layout with the names of the lanes, lines between them, and a size of its own."""
    edges = [lane.end + LANE_GAP / 2 for lane in lanes]
    tall, ink = max(edges, default=LINE), base["font"]["color"]
    # Plotly writes the names of months in English where its page brings no others; numbers are read in every language.
    ticks = {} if language == "en" else {"tickformat": "%Y-%m-%d"}
    if first.year <= 0:
        ticks = early_ticks(first, last, language)
    return {
        **base,
        "width": WIDTH,
        "height": TOP + tall + LANE_GAP,
        "margin": {"l": GUTTER, "r": EDGE, "t": TOP, "b": LANE_GAP, "pad": 0},
        "paper_bgcolor": PAPER[theme],
        "plot_bgcolor": PAPER[theme],
        "font": {**base["font"], "family": "system-ui, sans-serif"},
        "hovermode": "closest",
        "dragmode": "pan",
        "xaxis": {**base["xaxis"], **ticks, "fixedrange": False, "range": [first.isoformat(), last.isoformat()]},
        "yaxis": {**base["yaxis"], "range": [tall, 0]},
        "shapes": [
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below"}
            | {"line": {"color": base["xaxis"]["gridcolor"], "width": 1}}
            for y in edges
        ],
        "annotations": [
            {"xref": "paper", "x": 0, "xshift": -GUTTER + GAP, "xanchor": "left", "align": "left", "showarrow": False}
            | {
                "y": (lane.start + lane.end) / 2,
                "text": f"<b>{_wrapped(lane.name)}</b>",
                "font": {"size": 13, "color": ink},
            }
            for lane in lanes
        ],
    }


def _wrapped(name: str) -> str:
    """A lane's name on lines as wide as the gutter."""
    return "<br>".join(
        escape(line, quote=False) for line in wrap(name, int((GUTTER - GAP) / BOLD), break_long_words=False)[:3]
    )
