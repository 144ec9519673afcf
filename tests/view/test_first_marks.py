"""The first view's marks as HTML: each event of the first window, at its day, as the legend draws it."""

from __future__ import annotations

import re
from datetime import date

from timeline.record.load import load_record
from timeline.view.first_marks import first_marks

MARK = re.compile(r'<i class="mark ([^"]+)" style="left:([\d.-]+)%;top:([\d.]+)%;--colour:var\(--kind-([\w-]+)\)">')


def marks_of(record) -> list[tuple[str, float, float, str]]:
    """(look, % across, % down, kind) of every mark."""
    return [(look, float(left), float(top), kind) for look, left, top, kind in MARK.findall(first_marks(record))]


def test_a_few_events_are_a_mark_each_at_their_day(apollo):
    preset = next(preset for preset in apollo.settings.presets if preset.id == apollo.settings.window)
    first, last = preset.start.start, preset.end.end
    inside = [event for event in apollo.events if event.date.shape == "instant" and first <= event.date.start <= last]
    assert inside
    found = marks_of(apollo)
    for event in inside:
        across = 100 * (event.date.start - first) / (last - first)
        near = [kind for _, left, _, kind in found if abs(left - across) < 0.01]
        assert event.kind in near, event.id


def test_a_mark_has_its_kind_s_symbol_and_its_status(apollo):
    symbols = {kind.id: kind.symbol for kind in apollo.settings.kinds}
    statuses = {event.status for event in apollo.events}
    found = [mark for mark in marks_of(apollo) if mark[0] != "crowd"]
    assert found
    for look, _, _, kind in found:
        assert f"symbol-{symbols[kind]}" in look.split()
        assert look.split()[-1].removeprefix("is-") in statuses


def test_what_stands_too_close_to_be_told_apart_is_one_mark(record):
    signing = [
        event
        for event in record.events
        if event.date.start == event.date.end == date(2024, 6, 19) and event.kind == "treaty"
    ]
    assert len(signing) > 5
    assert any(look == "crowd" and kind == "treaty" for look, _, _, kind in marks_of(record))


def test_marks_on_a_line_do_not_cover_each_other(record):
    lines: dict[tuple, list[float]] = {}
    for _, left, top, kind in marks_of(record):
        lines.setdefault((kind, top), []).append(left)
    assert len(lines) > 8
    for places in lines.values():
        assert all(b - a >= 1.8 for a, b in zip(sorted(places), sorted(places)[1:])), "18 of 1000 parts"


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
    assert marks_of(empty) == []
