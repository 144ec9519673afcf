"""The record as a frame: a row an event, with the documented columns and no NaN where text is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from timeline.query.frame import COLUMNS, frame_of
from timeline.record.dates.days import day_number
from timeline.record.load import load_record


@pytest.fixture(scope="module")
def small(apollo):
    return frame_of(apollo).set_index("id", drop=False)


def test_there_is_a_row_an_event_in_the_record_s_order(record, frame):
    assert list(frame["id"]) == [event.id for event in record.events]
    assert list(frame.index) == list(range(len(record.events)))


def test_columns_and_dtypes_are_the_documented_ones(frame):
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == COLUMNS


def test_an_empty_record_has_the_same_columns_and_dtypes(write_record):
    empty = frame_of(load_record(write_record(events="[]\n")))
    assert len(empty) == 0
    assert {name: str(dtype) for name, dtype in empty.dtypes.items()} == COLUMNS


def test_only_the_bounds_of_open_dates_are_missing(record, frame):
    missing = frame.isna()
    open_starts = [event.date.start is None for event in record.events]
    open_ends = [event.date.end is None for event in record.events]
    for name in COLUMNS:
        expected = {"start": open_starts, "end": open_ends}.get(name)
        assert list(missing[name]) == (expected or [False] * len(frame)), name


@pytest.mark.parametrize(
    ("event", "date_text", "start", "end", "shape", "qualifier"),
    [
        ("lunar-goal", "1961-05-25", "1961-05-25", "1961-05-25", "instant", ""),
        ("landing-before-1970", "../1969", None, "1969-12-31", "range", ""),
        ("rendezvous-chosen", "1962", "1962-01-01", "1962-12-31", "within", ""),
        ("apollo-11-flight", "1969-07-16/1969-07-24", "1969-07-16", "1969-07-24", "range", ""),
        ("first-words", "1969-07-21?", "1969-07-21", "1969-07-21", "instant", "?"),
        ("quarantine-ends", "1969-08", "1969-08-01", "1969-08-31", "within", ""),
        ("reflector-in-use", "1969-08/..", "1969-08-01", None, "range", ""),
        ("samples-studied", "1969-09-15~", "1969-09-15", "1969-09-15", "instant", "~"),
    ],
)
def test_every_shape_of_date_has_its_strict_bounds(small, event, date_text, start, end, shape, qualifier):
    row = small.loc[event]
    bounds = [None if pd.isna(row[name]) else f"{row[name]:%Y-%m-%d}" for name in ("start", "end")]
    assert [row["date"], *bounds, row["shape"], row["qualifier"]] == [date_text, start, end, shape, qualifier]


def test_the_first_and_the_last_day_that_can_be_written_stand_in_a_frame(make_record):
    frame = frame_of(make_record({"date": "0001-01-01/9999-12-31"}))
    assert list(frame["start"].astype(str)) == ["0001-01-01"]
    assert list(frame["end"].astype(str)) == ["9999-12-31"]


def test_a_frame_is_made_once_for_a_record(apollo):
    assert frame_of(apollo) is frame_of(apollo)
    assert frame_of(replace(apollo, events=apollo.events[:2])) is not frame_of(apollo)


def test_days_are_counted_from_1970():
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert day_number(date(2024, 6, 19)) == 19893
    assert day_number(None) is None


def test_lists_are_tuples_in_the_record_s_order(small):
    assert small.loc["first-words", "actors"] == ("neil-armstrong", "parkes")
    assert small.loc["first-words", "countries"] == ("US", "AU")
    assert small.loc["lunar-goal", "sources"] == ("memo", "nasa")
    assert small.loc["samples-studied", "countries"] == ()


def test_claims_are_counted_and_later_events_marked(small):
    assert dict(small["claims"])["first-words"] == 2
    assert list(small.index[small["later"]]) == ["samples-studied"]


@pytest.mark.parametrize(
    ("event", "word"),
    [
        ("lunar-goal", "lunar-goal"),
        ("lunar-goal", "1961-05-25"),
        ("lunar-goal", "fixe l'objectif"),
        ("lunar-goal", "speech to congress"),
        ("lunar-goal", "john f. kennedy"),
        ("lunar-goal", "washington"),
        ("lunar-goal", "before the decade"),
        ("lunar-goal", "etats-unis"),
        ("lunar-goal", "united states"),
        ("lunar-goal", "nasa history pages"),
        ("lunar-goal", "rappelle"),
        ("first-words", "heraut lunaire"),
        ("first-words", "observatoire de parkes"),
        ("first-words", "australie"),
    ],
)
def test_the_searched_text_holds_what_a_reader_may_look_for_in_any_language_folded(small, event, word):
    assert word in small.loc[event, "text"]


def test_the_searched_text_says_nothing_twice(small):
    assert small.loc["first-words", "text"].count("neil armstrong") == 1
