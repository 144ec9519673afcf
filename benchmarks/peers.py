"""Everything that is measured, in one table: where its marks are, when it answers, how it is filtered, moved and
zoomed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

CODE = (
    "painted",
    "answers",
    "live",
    "drawn",
    "place",
    "one",
    "all",
    "step",
    "prepare",
)  # the fields that are JavaScript expressions


def boxes(selector: str) -> str:
    """Where the first things that a selector finds are, as JavaScript."""
    return (
        f"[...document.querySelectorAll('{selector}')].slice(0, 20)"
        ".map(mark => { const box = mark.getBoundingClientRect(); return box.left + ' ' + box.width; }).join()"
    )


def click(selector: str) -> str:
    """A click, as JavaScript."""
    return f"document.querySelector('{selector}').click()"


DASH_KIND = (
    "[...document.querySelectorAll('#kinds label')].find(label => label.textContent.trim() === "
    "benchPeer.kind).firstChild.click()"
)
OUR_KIND = "document.querySelector(`#filter-kind input[value=${benchPeer.kind}]`).click()"


@dataclass(frozen=True)
class Peer:
    """How a page is measured.

    `marks` selects what an event (or several) is drawn as; where that is no element, `painted` is true once it is
    drawn. `live` is true once every handler is attached; where marks, filters and keys answer sooner, `answers` is.
    `drawn` changes when other marks are drawn (else their number). `place` changes when the chart has moved (else where
    the marks are). `one` filters to one kind (`benchPeer.kind`), `all` back. `prepare` comes before panning. `pan` and
    `zoom` are input events at `at` and `zoom_at` or, for what has buttons, `step` (with its number) once a frame.
    """

    id: str
    title: str
    marks: str
    live: str
    live_means: str
    filter_means: str
    pan_means: str = "drag"
    zoom_means: str = "wheel"
    package: str = ""
    painted: str = ""
    answers: str = ""
    drawn: str = ""
    place: str = ""
    one: str = "bench.filter(benchPeer.kind)"
    all: str = "bench.filter(null)"
    prepare: str = ""
    step: str = ""
    at: str = "#chart"
    zoom_at: str = ""
    pan: Literal["drag", "scroll"] = "drag"
    zoom: Literal["wheel", "ctrl", "drag", "step"] = "wheel"


PEERS = {
    peer.id: peer
    for peer in (
        Peer(
            "canvas",
            "bare canvas (limit)",
            marks="#chart",
            painted="window.bench && bench.drawn > 0",
            live="window.bench.live",
            live_means="drawn and listening",
            drawn="bench.drawn",
            place="bench.view",
            filter_means="draws anew",
        ),
        Peer(
            "event-drops",
            "EventDrops",
            package="event-drops",
            marks=".drop",
            live="window.bench.live",
            live_means="the call that draws and listens has returned",
            place=boxes(".drop") + " + document.querySelector('.axis').textContent",
            filter_means="`.data(rows).call(chart)`",
        ),
        Peer(
            "timelines-chart",
            "timelines-chart",
            package="timelines-chart",
            marks=".series-segment",
            place=boxes(".series-segment"),
            live="document.querySelector('.brusher .selection')",
            live_means="segments and the brush that moves them are drawn",
            prepare="bench.zoomIn()",
            at=".brusher .selection",
            zoom="drag",
            zoom_at=".brusher .handle--e",
            pan_means="drag of the brush: it moves when that is let go",
            zoom_means="drag of the brush’s end",
            filter_means="`.data(groups)`",
        ),
        Peer(
            "markwhen",
            "markwhen",
            package="@markwhen/timeline",
            marks=".eventBar",
            live="window.bench.live",
            live_means="its view is mounted",
            drawn=boxes(".eventBar"),
            at="body",
            zoom="ctrl",
            zoom_means="Ctrl and wheel",
            pan="scroll",
            pan_means="wheel, sideways",
            filter_means="a new state, posted as its editor does",
        ),
        Peer(
            "vis-timeline",
            "vis-timeline",
            package="vis-timeline",
            marks=".vis-item.vis-box, .vis-item.vis-range, .vis-item.vis-point",
            drawn="[...document.querySelectorAll('.vis-item-content')].map(mark => mark.textContent).join()",
            live="window.bench.live",
            live_means="its event `changed`: drawn and laid out",
            filter_means="`DataView.refresh()`",
        ),
        Peer(
            "timelinejs",
            "TimelineJS",
            package="@knight-lab/timelinejs",
            marks=".tl-timemarker-content-container",
            live="window.bench.live",
            live_means="its event `loaded`, and its opening animation is over",
            at=".tl-timenav",
            zoom="step",
            step="step % 12 || document.querySelectorAll('.tl-menubar-button')[step < 60 ? 0 : 1].click()",
            zoom_means="its buttons",
            filter_means="made anew: it has no filter",
        ),
        Peer(
            "naive-dash",
            "naive Dash (px.timeline)",
            marks="#chart .bars .point path",
            place=boxes("#chart .xtick text"),
            live="document.querySelector('#chart .nsewdrag')",
            live_means="the figure is drawn and can be dragged",
            at="#chart .nsewdrag",
            one=DASH_KIND,
            all=DASH_KIND,
            filter_means="a click, answered by a callback on the server",
        ),
        # Marks are points of Plotly's scatter traces, and before them what the server draws into the HTML.
        Peer(
            "timeline",
            "this program",
            marks="#first-marks .mark, .early .mark, #timeline .points path",
            answers="document.documentElement.dataset.answers === 'true'",
            live="document.documentElement.dataset.ready === 'true'",
            live_means="`html[data-ready=true]`: the chart is drawn and every handler is attached",
            place=boxes("#timeline .xtick text"),
            drawn=(
                "[...document.querySelectorAll('#timeline .points path')].map(mark => "
                "mark.getAttribute('transform')).join()"
            ),
            one=OUR_KIND,
            all=OUR_KIND,
            filter_means="a click on a kind’s checkbox",
            at="#timeline .bglayer rect",
            zoom="ctrl",
            zoom_means="Ctrl and wheel",
        ),
    )
}
OURS = "timeline"


def page_code(peer: Peer) -> str:
    """The peer's selector and code for `probe.js`, as JavaScript functions, since a strict page evaluates no text."""
    code = ", ".join(
        f"{name}: {'step' if name == 'step' else '()'} => {text}" for name in CODE if (text := getattr(peer, name))
    )
    return f"{{selector: {json.dumps(peer.marks)}, code: {{{code}}}}}"
