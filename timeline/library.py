"""What `import timeline` offers to programs and notebooks: the record as tables, views of it, and its chart.

record = timeline.load("data")
timeline.frames(record).claims
timeline.select(record, "actor=kim-jong-un&asof=2024-11-05")
timeline.figure(record, "group=status")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from .installed import DATA
from .query.chapters import read_query
from .query.events import matching_events
from .query.ignored import QueryError, complaints
from .query.search import selected
from .query.spec import FilterSpec, vocabulary
from .query.tables import Frames, tables_of
from .record.load import load_record
from .record.problems.problem import RecordError
from .record.record import Record

if TYPE_CHECKING:
    import plotly.graph_objects as go  # type: ignore[import-untyped]

__all__ = ["Frames", "QueryError", "Record", "RecordError", "figure", "frames", "load", "select"]


def load(path: str | Path = DATA) -> Record:
    """The record at `path`: a folder, or the `events.yaml` inside one; by default the program's own.

    Raises RecordError, whose message lists every problem (file, line, column, what is wrong, what would be right) and
    whose `problems` are the same as objects.
    """
    return load_record(path)


def frames(record: Record) -> Frames:
    """`(events, claims, amounts)`, three DataFrames; `timeline.Frames` documents their columns.

    They are made once for each record and shared: change copies of them.
    """
    return tables_of(record)


def select(record: Record, query: str = "") -> pd.DataFrame:
    """The events that a query string leaves, in date order, with the columns of `frames(record).events`.

    The names are those of the page's address (`actor`, `country`, `source`, `kind`, `status`, `q`, `from`, `to`,
    `dates`, `window`, `asof`, `doubt`, …); those that only say how events are shown change nothing. The index is that
    of `frames(record).events`. With `asof`, status, sources, claimants and claims are those of that day, and there are
    no summaries, since they are written with hindsight. With `doubt`, they are what is left without that source or
    claimant.

    Raises QueryError where a part of the query is not understood.
    """
    spec = _spec(record, query)
    rest = tables_of(record).events
    found = selected(record, spec).drop(columns="text")
    result = found.join(rest[rest.columns.difference(found.columns, sort=False)])
    if spec.text("asof"):
        for language in record.settings.languages:
            result[f"summary_{language}"] = pd.Series(None, index=result.index, dtype="str")
    return result


def figure(record: Record, query: str = "", language: str = "", theme: str = "") -> go.Figure:
    """The page's chart of the events that a query string leaves, as a `plotly.graph_objects.Figure`.

    Marks by kind and status, bars for what lasts, lanes with their names (`group=kind`, `actor`, `country`, `source` or
    `status`), titles beside the marks where there is room, and always when pointed at. It shows the query's `window`
    (`window=2024-10-01/2024-12-31`), else the page's first one. `language` is one of the record's, `theme` is light or
    dark; by default the query's `lang` and `theme`, else the record's first language, and light.

    Raises QueryError where a part of the query, the language or the theme is not understood.
    """
    import plotly.graph_objects as go  # noqa: PLC0415 takes half a second, which tables do without

    from .view.chart import chart_of  # noqa: PLC0415

    words = {"lang": language, "theme": theme}
    spec = _spec(record, "&".join([query, *(f"{key}={value}" for key, value in words.items() if value)]))
    return go.Figure(chart_of(record, matching_events(record, spec), spec))


def _spec(record: Record, query: str) -> FilterSpec:
    spec = read_query(record, query)
    if spec.ignored:
        raise QueryError("\n".join(complaints(spec, vocabulary(record))))
    return spec
