"""The timeline as a plain Plotly figure: a mark an event, and lines for what lasts or is uncertain.

The figure holds every event once, on one line (`y` = 0), each point with its row number as
`customdata`. `assets/src/chart/figure/subset.js` picks the rows that a view shows and gives them their lanes; it
knows neither kinds nor dates. Hence nothing here depends on filters, zoom, language or width.
"""

from __future__ import annotations

from itertools import groupby

from ..record.dates.days import AnyDay, moved
from ..record.model.colours import PAPER
from ..record.model.model import Event
from ..record.record import Record

FILL = {"established": "", "reported": "", "contested": "-open-dot", "predicted": "-open"}
INK = {"light": "#1c2026", "dark": "#eceae4"}
ABOUT = 36  # px of the dash through an "on or about" mark; it bounds nothing, and the legend says so
FADE = 21  # days by which an open end fades out beyond the last day it was asserted
FADE_STEPS = 3
BELOW = 9  # px by which a bar lies below its mark, so that the label can stand above it


def build_figure(record: Record, theme: str) -> dict:
    """A Plotly figure (`data`, `layout`) of all events in `theme` (light or dark), JSON-ready.

    `data` holds line traces (bars of ranges, whiskers of uncertain dates, fading open ends), then one
    marker trace named `marks` with a point for each event in record order. Colour and symbol say the
    kind, the symbol's filling the status: full is established, tinted reported, dotted contested,
    hollow predicted.
    """
    kinds = {kind.id: kind for kind in record.settings.kinds}
    colours = {kind.id: getattr(kind, theme) for kind in record.settings.kinds}
    lines = [line for row, event in enumerate(record.events) for line in _lines(row, event)]
    lines.sort(key=lambda line: (line["style"], line["kind"]))
    data = [
        _line_trace(style, colours[kind], list(group), kind)
        for (style, kind), group in groupby(lines, key=lambda line: (line["style"], line["kind"]))
    ]
    data.append(_marks(record, kinds, colours, theme))
    return {"data": data, "layout": _layout(theme)}


def figure_template(record: Record, theme: str) -> dict:
    """The same for the page: the marks without their points, which `assets/src/chart/figure/subset.js` makes for the
    rows it shows.
    """
    figure = build_figure(record, theme)
    marks = figure["data"][-1]
    plain = {**marks["marker"], "line": {"width": marks["marker"]["line"]["width"]}}
    for part in ("symbol", "color"):
        del plain[part]
    figure["data"][-1] = {
        **{key: value for key, value in marks.items() if key not in ("x", "y", "customdata")},
        "marker": plain,
    }
    return figure


def anchor(event: Event) -> AnyDay:
    """The day at which an event's mark stands: its day, a range's first day, the middle of an unknown day's span.

    Of a season that is the span that most readers take it for.
    """
    middle = event.date.middle if event.date.shape == "within" else None
    return middle or event.date.earliest


def extent(event: Event) -> tuple[AnyDay, AnyDay]:
    """The first and last day that an event's drawing covers, fading and whiskers included."""
    days = [day for line in _lines(0, event) for day in (line["from"], line["to"])] + [anchor(event)]
    return min(days), max(days)


def pad_of(event: Event) -> int:
    """The px by which an event's drawing reaches beyond its days on both sides: half the dash through its mark."""
    return ABOUT // 2 if event.date.qualifier and event.date.shape != "within" else 0


def _lines(row: int, event: Event):
    """The lines that belong to an event: dicts of style, kind, row, from, to."""
    when, base = event.date, {"kind": event.kind, "row": row}
    if when.shape == "within":
        yield {**base, "style": "whisker", "from": when.start, "to": when.end}
    elif when.shape == "instant" and when.qualifier:
        yield {**base, "style": "about", "from": when.start, "to": when.end}
    elif when.shape == "range":
        known = [c.asserted_on.end for c in event.claims if c.asserted_on and c.asserted_on.end]
        start = when.start or moved(when.latest, -FADE)
        end = when.end or max([moved(start, FADE), *known])
        yield {**base, "style": "bar", "from": start, "to": end}
        for step in range(1, FADE_STEPS + 1):
            reach = FADE * step // FADE_STEPS
            if when.end is None:
                yield {**base, "style": f"fade-{step}", "from": end, "to": moved(end, reach)}
            if when.start is None:
                yield {**base, "style": f"fade-{step}", "from": moved(start, -reach), "to": start}
        for day, side in zip((start, end), when.ends, strict=True):
            if side is not None and side.qualifier:
                yield {**base, "style": "about-end", "from": day, "to": day}


def _line_trace(style: str, colour: str, lines: list[dict], kind: str) -> dict:
    if style.startswith("about"):
        return _about_trace(style, colour, lines, kind)
    shape = {"whisker": (2, 1), "bar": (5, 0.7)}
    # The steps of a fade lie over each other, so that three faint ones make a falling edge.
    width, opacity = shape.get(style, (5, 0.24))
    trace = {
        "type": "scatter",
        "mode": "lines",
        "name": f"{style}:{kind}",
        "hoverinfo": "skip",
        "showlegend": False,
        "x": [day for line in lines for day in (line["from"].isoformat(), line["to"].isoformat(), None)],
        "y": [y for _ in lines for y in (0, 0, None)],
        "customdata": [line["row"] for line in lines for _ in range(3)],
        "line": {"color": colour, "width": width},
        "opacity": opacity,
        "connectgaps": False,
    }
    if style != "whisker":
        trace["meta"] = {"below": BELOW}
    else:
        trace |= {
            "mode": "lines+markers",
            "marker": {"symbol": "line-ns-open", "size": 9, "color": colour, "line": {"width": 2}},
        }
    return trace


def _about_trace(style: str, colour: str, lines: list[dict], kind: str) -> dict:
    """Dashes through the marks of approximate days, and through the ends of bars that are (`about-end`, on the bar's
    level, where no label stands). In px, because no length in days would be true at every zoom.
    """
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{style}:{kind}",
        "hoverinfo": "skip",
        "showlegend": False,
        **({"meta": {"below": BELOW}} if style == "about-end" else {}),
        "x": [line["from"].isoformat() for line in lines],
        "y": [0] * len(lines),
        "customdata": [line["row"] for line in lines],
        "marker": {"symbol": "line-ew-open", "size": round(ABOUT / 1.4), "color": colour, "line": {"width": 2.5}},
    }


def _marks(record: Record, kinds: dict, colours: dict, theme: str) -> dict:
    looks = {kind: _looks(kinds[kind].symbol, colours[kind], theme) for kind in kinds}
    events = record.events
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "marks",
        "hoverinfo": "none",
        "showlegend": False,
        "cliponaxis": False,
        "x": [anchor(event).isoformat() for event in events],
        "y": [0] * len(events),
        "customdata": list(range(len(events))),
        "marker": {
            **{part: [looks[event.kind][event.status][part] for event in events] for part in ("symbol", "color")},
            "size": 14,
            "opacity": 1,
            "line": {"color": [looks[event.kind][event.status]["edge"] for event in events], "width": 2},
        },
        "meta": {"looks": looks},
    }


def _looks(symbol: str, colour: str, theme: str) -> dict[str, dict[str, str]]:
    """How a kind's mark looks in each status: {status: {symbol, color, edge}}."""
    tint = _mix(colour, PAPER[theme], 0.28)
    return {
        status: {"symbol": symbol + fill, "color": tint if status == "reported" else colour, "edge": colour}
        for status, fill in FILL.items()
    }


def _mix(colour: str, paper: str, share: float) -> str:
    """`share` of a colour on paper, as an opaque #rrggbb, so that lines behind a tinted mark don't show through."""
    parts = zip(*(bytes.fromhex(value[1:]) for value in (colour, paper)), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in parts)


def _layout(theme: str) -> dict:
    ink = INK[theme]
    grid = _mix(ink, PAPER[theme], 0.12)
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "inherit", "color": ink, "size": 13},
        "margin": {"l": 0, "r": 0, "t": 40, "b": 8, "pad": 0},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "autosize": False,
        "xaxis": {
            "type": "date",
            "side": "top",
            "showgrid": True,
            "gridcolor": grid,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": _mix(ink, PAPER[theme], 0.78)},
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": grid,
        },
        "yaxis": {"visible": False, "fixedrange": True, "zeroline": False},
    }
