"""The language-neutral vectors, run against `select` on a frame. tests/browser/test_kernel.py runs the same in the
browser.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from timeline.query.frame import COLUMNS, days
from timeline.query.operators import OPERATORS
from timeline.query.search import facet_counts, select
from timeline.query.spec import FilterSpec, parse_query
from timeline.record.dates.days import day_number, day_of_text
from timeline.record.folding import fold
from timeline.view.wording import day_text

VECTORS = Path(__file__).resolve().parents[1] / "vectors"


def load(name: str) -> dict:
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


FILTERS, URLS, FOLD, EARLY = load("filters"), load("urls"), load("fold"), load("early")


def as_tuples(values: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}


def frame(cells: dict) -> pd.DataFrame:
    columns = {name: [tuple(cell) if isinstance(cell, list) else cell for cell in cells[name]] for name in cells}
    for name in ("start", "end"):
        columns[name] = days(day and day_of_text(day) for day in cells[name])
    for operator in OPERATORS:
        for name in operator.columns:
            columns.setdefault(name, [()] * len(columns["id"]))
    return pd.DataFrame(columns).astype({name: COLUMNS[name] for name in columns})


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return frame(FILTERS["columns"])


@pytest.mark.parametrize("case", FILTERS["cases"], ids=lambda case: case["name"])
def test_a_specification_leaves_these_events_and_counts(rows, case):
    spec = FilterSpec(as_tuples(case["spec"]))
    assert list(select(rows, spec)["id"]) == case["ids"]
    counts = facet_counts(rows, spec)
    assert {facet: counts[facet] for facet in case.get("counts", {})} == case.get("counts", {})


@pytest.mark.parametrize("case", EARLY["cases"], ids=lambda case: case["name"])
def test_days_before_the_year_1_are_met_like_others(case):
    assert list(select(frame(EARLY["columns"]), FilterSpec(case["spec"]))["id"]) == case["ids"]


def test_days_are_counted_and_said_like_this():
    days_of = [day_of_text(day["iso"]) for day in EARLY["days"]]
    assert [day_number(day) for day in days_of] == [day["number"] for day in EARLY["days"]]
    assert days_of == sorted(days_of)
    for day, given in zip(days_of, EARLY["days"], strict=True):
        assert {language: day_text(day, language, "d MMMM y") for language in given["words"]} == given["words"]


@pytest.mark.parametrize("case", URLS["cases"], ids=lambda case: case["query"] or "empty")
def test_a_query_string_is_read_and_written_like_this(case):
    spec = parse_query(case["query"], URLS["known"])
    assert dict(spec.values) == as_tuples(case["spec"])
    assert [list(pair) for pair in spec.ignored] == case["ignored"]
    assert spec.to_query() == case["canonical"]


@pytest.mark.parametrize(("text", "folded"), FOLD["cases"])
def test_a_text_folds_like_this(text, folded):
    assert fold(text) == folded
