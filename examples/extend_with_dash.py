"""A timeline with a panel of one's own: the events of the current view by month, counted by pandas on the server.

    python -m examples.extend_with_dash            in a clone, after `make setup`: .venv/bin/python
    python -m examples.extend_with_dash my-record  another record

Whatever the reader chooses stands, as JSON, in the property `data-spec` of `#view-spec`. One callback here reads it and
draws the months; the other writes to it, and the timeline follows.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate
from waitress import serve

from timeline.query.frame import frame_of
from timeline.query.search import select
from timeline.query.spec import parse_query, vocabulary
from timeline.record.load import load_record
from timeline.record.record import Record
from timeline.serve.server import create_app

VIEW = ("view-spec", "data-spec")


def months_panel(record: Record) -> Callable[[Dash], html.Section]:
    """What `create_app(record, extend=…)` wants: a function that adds callbacks to an app and returns components."""
    frame, known = frame_of(record), vocabulary(record)

    def counts(view: str | None) -> pd.Series:
        """How many events of a view begin in each month: indexed by month, months without any left out."""
        query = urlencode(json.loads(view or "{}"), doseq=True)
        starts = select(frame, parse_query(query, known))["start"].dropna()
        return starts.dt.to_period("M").value_counts().sort_index()

    def extend(app: Dash) -> html.Section:
        @app.callback(Output("months", "figure"), Output("months-said", "children"), Input(*VIEW))
        def draw(view: str | None) -> tuple[go.Figure, str]:
            found = counts(view)
            bars = go.Bar(x=[str(month) for month in found.index], y=found.tolist())
            figure = go.Figure(bars, {"margin": {"t": 8, "r": 8, "b": 56, "l": 32}, "xaxis": {"type": "category"}})
            return figure, f"{found.sum()} events in {len(found)} months"

        @app.callback(Output(*VIEW), Input("months-busiest", "n_clicks"), State(*VIEW), prevent_initial_call=True)
        def show_busiest(_clicks: int, view: str | None) -> str:
            found = counts(view)
            if found.empty:
                raise PreventUpdate
            month = found.idxmax()
            days = {"from": f"{month.start_time:%Y-%m-%d}", "to": f"{month.end_time:%Y-%m-%d}"}
            return json.dumps({**json.loads(view or "{}"), **days})

        return html.Section(
            [
                html.H2("Events by month", id="months-heading"),
                html.P(id="months-said", role="status"),
                html.Button("Only the busiest month", id="months-busiest", type="button", className="button"),
                dcc.Graph(id="months", config={"displayModeBar": False}, style={"height": "14rem"}),
            ],
            style={"margin": "2rem 0"},
            **{"aria-labelledby": "months-heading"},
        )

    return extend


def main(folder: str = "data") -> None:
    """Serve the record in `folder` with the panel."""
    record = load_record(folder)
    app = create_app(record, extend=months_panel(record))
    print("http://127.0.0.1:8050, Ctrl-C stops")
    serve(app.server, host="127.0.0.1", port=8050)


if __name__ == "__main__":
    main(*sys.argv[1:])
