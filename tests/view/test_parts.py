"""Which events are shown within another one. The cases are shared with the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.view.parts import fold, wholes_of

VECTORS = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "parts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_parts_are_folded_into_the_wholes_that_are_shown(case):
    wholes, parts = fold(case["rows"], case["whole"])
    assert list(wholes.items()) == [tuple(pair) for pair in case["wholes"]]
    assert list(parts.items()) == [(whole, rows) for whole, rows in case["parts"]]


@given(st.sets(st.integers(0, 19)), st.lists(st.none() | st.integers(0, 5), min_size=14, max_size=14))
def test_each_row_is_shown_once_as_itself_or_within_its_whole(shown, whole_of_the_others):
    rows = sorted(shown)
    wholes, parts = fold(rows, [None] * 6 + whole_of_the_others)
    by_itself = [row for row in rows if row not in wholes]
    assert sorted([*by_itself, *(row for within in parts.values() for row in within)]) == rows
    assert set(parts) <= set(by_itself)


def test_the_shipped_record_s_parts_lie_in_their_wholes(record):
    whole = wholes_of(record.events)
    wholes, parts = fold(range(len(whole)), whole)
    assert len(wholes) == sum(event.part_of is not None for event in record.events) >= 20
    signing = next(row for row, event in enumerate(record.events) if event.id == "treaty-signed")
    assert len(parts[signing]) >= 10
