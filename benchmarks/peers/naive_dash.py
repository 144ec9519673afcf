"""A timeline as Dash's own examples make one: `px.timeline`, and a callback on the server for the filter.

    python benchmarks/peers/naive_dash.py PORT EVENTS.json

Served by waitress as the program is; nothing is compressed, since Dash compresses nothing unless it is asked to.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from waitress import serve

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(milliseconds: int) -> datetime:
    """A moment, also before 1970."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def create_app(data: dict) -> Dash:
    """The app for `data`, which is what `benchmarks.events.read_events` gives."""
    frame = pd.DataFrame(
        {
            "title": [event["title"] for event in data["events"]],
            "kind": [event["kind"] for event in data["events"]],
            "start": [moment(event["start"]) for event in data["events"]],
            "end": [moment(event.get("end", event["start"])) + timedelta(days=1) for event in data["events"]],
        }
    )
    app = Dash(__name__)
    kinds = [kind["id"] for kind in data["kinds"]]
    app.layout = html.Div(
        [
            dcc.Checklist(kinds, [], id="kinds", inline=True),
            dcc.Graph(id="chart", config={"scrollZoom": True}, style={"height": 700}),
        ]
    )

    @app.callback(Output("chart", "figure"), Input("kinds", "value"))
    def draw(chosen: list[str]):
        shown = frame[frame["kind"].isin(chosen)] if chosen else frame
        return px.timeline(
            shown, x_start="start", x_end="end", y="kind", color="kind", hover_name="title"
        ).update_layout(dragmode="pan")

    return app


if __name__ == "__main__":
    serve(
        create_app(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))).server,
        port=int(sys.argv[1]),
        host="127.0.0.1",
        threads=8,
    )
