"""The first view's marks: each event of the first window, at its day, as the legend draws it."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from timeline.record.load import load_record
from timeline.view import first_marks as view
from timeline.view.figure import anchor
from timeline.view.first_lanes import ROUGHLY, SCREENS
from timeline.view.first_marks import Mark

LAPTOP = 1100  # px of the window's width from which on a screen is one


def first_marks(record) -> list[Mark]:
    """The marks on a laptop."""
    return [mark for mark in view.first_marks(record).marks if LAPTOP in mark.down]


def test_a_few_events_are_a_mark_each_at_their_day(apollo):
    preset = next(preset for preset in apollo.settings.presets if preset.id == apollo.settings.window)
    first, last = preset.start.start, preset.end.end
    inside = [event for event in apollo.events if event.date.shape == "instant" and first <= event.date.start <= last]
    assert inside
    found = first_marks(apollo)
    for event in inside:
        across = (event.date.start - first) / (last - first)
        near = [mark.kind for mark in found if abs(mark.across - across) < 0.0001]
        assert event.kind in near, event.id


def test_a_mark_has_its_kind_s_symbol_and_its_status(apollo):
    symbols = {kind.id: kind.symbol for kind in apollo.settings.kinds}
    statuses = {event.status for event in apollo.events}
    found = [mark for mark in first_marks(apollo) if mark.symbol]
    assert found
    for mark in found:
        assert mark.symbol == symbols[mark.kind]
        assert mark.status in statuses


def test_a_mark_knows_the_row_of_the_event_that_a_press_on_it_opens(record):
    found = first_marks(record)
    assert {mark.row is None for mark in found if not mark.symbol} == {True}
    rows = [mark.row for mark in found if mark.symbol]
    assert len(set(rows)) == len(rows) > 20
    looks = [(mark.kind, mark.status, mark.key) for mark in found if mark.symbol]
    assert looks == [(event.kind, event.status, event.key) for event in (record.events[row] for row in rows)]


def test_what_stands_too_close_to_be_told_apart_is_one_mark(record):
    october = [
        event
        for event in record.events
        if event.date.start == event.date.end
        and date(2024, 10, 20) < event.date.start < date(2024, 10, 26)
        and event.kind == "statement"
    ]
    assert len(october) > 5
    assert any(mark.kind == "statement" and not mark.symbol and not mark.status for mark in first_marks(record))


def test_a_key_event_is_never_in_a_dense_place_and_its_mark_is_larger(record):
    preset = next(preset for preset in record.settings.presets if preset.id == record.settings.window)
    keys = [event for event in record.events if event.key and preset.start.start <= anchor(event) <= preset.end.end]
    assert len(keys) > 5
    assert sum(mark.key for mark in first_marks(record)) == len(keys)


def test_parts_are_seen_in_their_whole(record):
    """The signing has fourteen parts of its day, and is no dense place all the same."""
    parts = [event for event in record.events if event.part_of == "treaty-signed" and event.kind == "treaty"]
    assert len(parts) > 5
    assert all(mark.symbol for mark in first_marks(record) if mark.kind == "treaty")


def test_marks_on_a_line_do_not_cover_each_other(record):
    lines: dict[tuple, list[float]] = {}
    for mark in first_marks(record):
        lines.setdefault((mark.kind, mark.down[LAPTOP]), []).append(mark.across)
    assert len(lines) > 8
    for places in lines.values():
        assert all((b - a) * 1061 >= 18 for a, b in pairwise(sorted(places))), "18 of the plot's 1061 px"


def test_a_window_without_events_has_no_marks(write_record):
    empty = load_record(
        write_record(
            settings=lambda text: re.sub(
                r'start: "?\d{4}[-\d]*"?',
                'start: "1801-01-01"',
                re.sub(r'end: "?\d{4}[-\d]*"?', 'end: "1801-12-31"', text),
            )
        )
    )
    assert view.first_marks(empty).marks == []


def test_of_many_events_only_phones_and_others_are_told_apart(record, monkeypatch):
    starts = [screen.start for screen in SCREENS]
    assert list(view.first_marks(record).heights) == starts
    assert {start for mark in view.first_marks(record).marks for start in mark.down} == set(starts)
    monkeypatch.setattr("timeline.view.first_marks.MANY", 50)
    roughly = view.first_marks(record)
    assert roughly.roughly and list(roughly.heights) == [screen.start for screen in ROUGHLY]


def test_an_event_is_one_mark_whatever_the_screen(record):
    rows = [mark.row for mark in view.first_marks(record).marks if mark.row is not None]
    assert len(set(rows)) == len(rows)
