"""The timeline as a Plotly figure: a mark an event, and lines that say how its date is known."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import plotly.graph_objects as go
import pytest

from timeline.record.dates.days import day_number
from timeline.record.load import load_record
from timeline.view.figure import anchor, build_figure, extent
from timeline.view.overview import overview_scale

SNAPSHOTS = Path(__file__).parent / "snapshots"


def row_of(record, event: str) -> int:
    return [found.id for found in record.events].index(event)


def marks_of(figure: dict) -> dict:
    [marks] = [trace for trace in figure["data"] if trace["name"] == "marks"]
    return marks


def styles_of(figure: dict, row: int) -> set[str]:
    """The styles of the lines drawn for an event: whisker, about, bar, fade-1…3."""
    return {trace["name"].split(":")[0] for trace in figure["data"] if row in trace["customdata"]} - {"marks"}


def strokes(figure: dict, style: str, row: int) -> list[tuple[str, str]]:
    """The first and last day of each line of a style that belongs to an event."""
    found = []
    for trace in figure["data"]:
        if trace["name"].startswith(f"{style}:"):
            found += [
                (trace["x"][i], trace["x"][i + 1])
                for i in range(0, len(trace["x"]), 3)
                if trace["customdata"][i] == row
            ]
    return found


@pytest.fixture(scope="module")
def figure(apollo) -> dict:
    return build_figure(apollo, "light")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_knows_every_property_of_the_figure(record, theme):
    figure = build_figure(record, theme)
    go.Figure(figure)
    with pytest.raises(ValueError, match="Invalid property"):
        go.Figure({**figure, "layout": {**figure["layout"], "no_such": 1}})


def test_the_figure_is_plain_json_without_nan(record):
    figure = build_figure(record, "dark")
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_every_event_has_one_mark_in_the_record_s_order(record):
    marks = marks_of(build_figure(record, "light"))
    assert marks["mode"] == "markers"
    assert marks["customdata"] == list(range(len(record.events)))
    assert {len(marks[part]) for part in ("x", "y", "customdata")} == {len(record.events)}
    assert {len(marks["marker"][part]) for part in ("symbol", "color")} == {len(record.events)}


def test_marks_come_last_so_that_they_lie_over_the_lines(figure):
    assert figure["data"][-1]["name"] == "marks"


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("lunar-goal", "1961-05-25"),
        ("first-words", "1969-07-21"),
        ("samples-studied", "1969-09-15"),
        ("apollo-11-flight", "1969-07-16"),
        ("quarantine-ends", "1969-08-16"),
        ("rendezvous-chosen", "1962-07-02"),
        ("reflector-in-use", "1969-08-01"),
        ("landing-before-1970", "1969-12-31"),
    ],
)
def test_a_mark_stands_on_its_day_at_the_start_of_a_range_or_amid_an_unknown_day(apollo, figure, event, day):
    assert marks_of(figure)["x"][row_of(apollo, event)] == day
    assert anchor(apollo.events[row_of(apollo, event)]) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("event", "styles"),
    [
        ("lunar-goal", set()),
        ("apollo-11-flight", {"bar"}),
        ("quarantine-ends", {"whisker"}),
        ("rendezvous-chosen", {"whisker"}),
        ("first-words", {"about"}),
        ("samples-studied", {"about"}),
        ("reflector-in-use", {"bar", "fade-1", "fade-2", "fade-3"}),
        ("landing-before-1970", {"bar", "fade-1", "fade-2", "fade-3"}),
    ],
)
def test_each_shape_of_date_is_drawn_its_own_way(apollo, figure, event, styles):
    assert styles_of(figure, row_of(apollo, event)) == styles


def test_a_range_is_a_bar_and_an_unknown_day_a_whisker_over_its_whole_span(apollo, figure):
    assert strokes(figure, "bar", row_of(apollo, "apollo-11-flight")) == [("1969-07-16", "1969-07-24")]
    assert strokes(figure, "whisker", row_of(apollo, "quarantine-ends")) == [("1969-08-01", "1969-08-31")]


def test_an_approximate_day_is_a_dash_through_its_mark_that_claims_no_length(apollo, figure):
    [about] = [
        trace
        for trace in figure["data"]
        if row_of(apollo, "samples-studied") in trace["customdata"] and trace["name"].startswith("about")
    ]
    assert (about["mode"], about["marker"]["symbol"], about["x"]) == ("markers", "line-ew-open", ["1969-09-15"])


def test_an_approximate_end_of_a_range_is_marked_too(write_record):
    folder = write_record(events=lambda text: text.replace("1969-07-16/1969-07-24", "1969-07-16~/1969-07-24"))
    record = load_record(folder)
    assert styles_of(build_figure(record, "light"), row_of(record, "apollo-11-flight")) == {"bar", "about-end"}


def test_an_open_end_is_drawn_to_the_last_day_it_was_asserted_and_fades_out(apollo, figure):
    row = row_of(apollo, "reflector-in-use")
    assert strokes(figure, "bar", row) == [("1969-08-01", "1969-10-01")]
    fades = [strokes(figure, f"fade-{step}", row)[0] for step in (1, 2, 3)]
    assert {start for start, _ in fades} == {"1969-10-01"}
    assert [end for _, end in fades] == sorted({end for _, end in fades})


def test_an_open_start_fades_in(apollo, figure):
    row = row_of(apollo, "landing-before-1970")
    [(start, end)] = strokes(figure, "bar", row)
    assert end == "1969-12-31"
    assert all(
        last == start and first < start for step in (1, 2, 3) for first, last in strokes(figure, f"fade-{step}", row)
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_line_has_zero_width(record, apollo, theme):
    for trace in (
        trace
        for found in (record, apollo)
        for trace in build_figure(found, theme)["data"]
        if trace["mode"].startswith("lines")
    ):
        for index in range(0, len(trace["x"]), 3):
            first, last, gap = trace["x"][index : index + 3]
            assert first < last, trace["name"]
            assert gap is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_statuses_differ_by_symbol_and_not_by_colour_alone(record, theme):
    by_kind = {}
    marks = marks_of(build_figure(record, theme))
    for event, symbol, colour in zip(record.events, marks["marker"]["symbol"], marks["marker"]["color"], strict=True):
        by_kind.setdefault(event.kind, {}).setdefault(event.status, set()).add((symbol, colour))
    seen = set()
    for looks in by_kind.values():
        assert all(len(look) == 1 for look in looks.values())
        flat = {status: next(iter(look)) for status, look in looks.items()}
        seen |= set(flat)
        assert len(set(flat.values())) == len(flat)
        symbols = {status: symbol for status, (symbol, _) in flat.items()}
        for status in ("contested", "predicted"):
            assert all(
                symbols[status] != symbol for other, symbol in symbols.items() if status in symbols and other != status
            )
    assert seen == {"established", "reported", "contested", "predicted"}


def test_kinds_differ_by_symbol_as_well_as_by_colour(record):
    kinds = record.settings.kinds
    assert (
        len({kind.symbol for kind in kinds})
        == len({kind.light for kind in kinds})
        == len({kind.dark for kind in kinds})
        == len(kinds)
    )


def test_the_extent_of_an_event_holds_all_that_is_drawn_of_it(record):
    figure = build_figure(record, "light")
    for trace in figure["data"]:
        for row, day in zip(trace["customdata"], trace["x"], strict=True):
            if day is not None:
                first, last = extent(record.events[row])
                assert first <= date.fromisoformat(day) <= last


def test_a_record_without_events_has_an_empty_figure(write_record):
    figure = build_figure(load_record(write_record(events="[]\n")), "light")
    assert [trace["x"] for trace in figure["data"]] == [[]]


# The overview's scale


def test_the_overview_s_scale_rises_from_0_to_1_over_all_events_and_presets(record):
    scale = overview_scale(record)
    days, at = scale["days"], scale["at"]
    assert days == sorted(set(days))
    assert at == sorted(at)
    assert 0 <= at[0] < at[-1] <= 1
    first, last = day_number(date(1960, 1, 1)), day_number(max(anchor(event) for event in record.events))
    assert days[0] <= first
    assert days[-1] >= last


def test_the_overview_gives_a_busy_week_more_room_than_an_empty_one(apollo):
    scale = overview_scale(apollo)
    at = lambda day: scale["at"][max(i for i, knot in enumerate(scale["days"]) if knot <= day_number(day))]  # noqa: E731
    week = timedelta(days=7)
    assert at(date(1969, 7, 16) + week) - at(date(1969, 7, 16)) > 10 * (
        at(date(1965, 7, 16) + week) - at(date(1965, 7, 16))
    )


def test_years_without_events_are_short_and_of_one_width(record):
    scale = overview_scale(record)
    place = dict(zip(scale["days"], scale["at"], strict=True))
    years = [[date(1970, 1, 1) + timedelta(day) for day in ends] for ends in scale["breaks"]]
    assert years == [
        [date(1962, 1, 1), date(1995, 1, 1)],
        [date(1997, 1, 1), date(2000, 1, 1)],
        [date(2002, 1, 1), date(2022, 1, 1)],
    ]
    widths = [place[last] - place[first] for first, last in scale["breaks"]]
    assert widths == pytest.approx([widths[0]] * 3, abs=1e-4)
    assert widths[0] < 0.02


def test_a_record_of_a_few_years_has_no_break(write_record):
    assert overview_scale(load_record(write_record(events="[]\n")))["breaks"] == []


# The snapshot


def normalised(figure: dict) -> str:
    def rounded(value):
        if isinstance(value, float):
            return round(value, 3)
        if isinstance(value, dict):
            return {key: rounded(part) for key, part in value.items()}
        return [rounded(part) for part in value] if isinstance(value, list) else value

    return json.dumps(rounded(figure), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_the_figure_of_the_apollo_record_is_the_reviewed_one(figure):
    snapshot, changed = SNAPSHOTS / "figure-light.json", SNAPSHOTS / "figure-light-changed.json"
    found = normalised(figure)
    if not snapshot.exists() or snapshot.read_text(encoding="utf-8") != found:
        changed.write_text(found, encoding="utf-8")
        pytest.fail(
            f"the figure differs from {snapshot.name}; compare {changed.name}, and rename it if the change is meant"
        )
    changed.unlink(missing_ok=True)
