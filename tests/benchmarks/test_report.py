"""The tables and the plot, from results that were never measured."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from benchmarks.plot import LINE, spread, svg
from benchmarks.report import judged, kept, measured, number, served, short, write_between, write_report

VISIT = {"first": 152.4, "live": 596.0, "filter_one": 17.0, "filter_all": 45.0, "pan": 17.0, "zoom": 18.0, "kb": 1552.0}
VISITS = {
    "500": {"timeline": [VISIT], "event-drops": [VISIT | {"first": 188.0}], "vis-timeline": [{"failed": "crash"}]}
}


def test_numbers_are_rounded_and_failures_are_words():
    assert [number(value) for value in (1552.4, 0.2, "none in 60 s", None)] == ["1,552", "0", "none in 60 s", "–"]


def test_every_measure_has_a_table_with_a_row_for_each_peer(results):
    lines = measured(results(VISITS)).splitlines()
    assert "| first marks visible (ms) | 500 |" in lines
    assert (
        "| **this program** | 152 |" in lines
        and "| EventDrops | 188 |" in lines
        and "| vis-timeline | crash |" in lines
    )


def test_a_target_says_by_how_much_it_is_missed(results):
    text = judged(results(VISITS))
    assert "✓ 152 ≤ EventDrops (188)" in text
    assert "✗ 1,552, 150% over ≤ 620 KB" in text
    assert "? 596 ≤ TimelineJS × 0.35" in text
    assert text.startswith("4 reached, 3 missed, 5 could not be compared.")


def test_the_server_s_share_and_the_commands_are_judged(results):
    text = served(
        results(
            throughput={"page": {"program": 1500.0, "files": 2000.0}, "api": {"program": 900.0, "files": 2000.0}},
            seconds={"serve": 1.6, "check": 0.5, "read 500": 0.2},
        )
    )
    assert "| page | 1,500 | 2,000 | 0.75 | ✓ |" in text and "| api | 900 | 2,000 | 0.45 | ✗ |" in text
    assert (
        "| serve | 1.60 | ✗ ≤ 1.5 |" in text
        and "| check | 0.50 | ✓ ≤ 0.6 |" in text
        and "| read 500 | 0.20 |  |" in text
    )


def test_the_short_table_stands_beside_event_drops(results):
    assert "| first marks visible (ms) | 152 / 188 |" in short(results(VISITS))


def test_the_tables_replace_what_stands_between_the_markers(results, tmp_path):
    for name in ("README.md", "own.md"):
        (tmp_path / name).write_text("before\n<!-- bench -->\nstale\n<!-- /bench -->\nafter\n", encoding="utf-8")
    for _ in range(2):
        write_report(results(VISITS), tmp_path, tmp_path / "own.md")
    text = (tmp_path / "own.md").read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- bench -->\nMeasured on 2026-01-02") and text.endswith(
        "|\n<!-- /bench -->\nafter\n"
    )
    assert "stale" not in text and (tmp_path / "growth.svg").exists()


def test_a_run_of_a_part_changes_only_what_it_measured(results, tmp_path):
    for name in ("README.md", "own.md"):
        (tmp_path / name).write_text("<!-- bench -->\n<!-- /bench -->\n", encoding="utf-8")
    part = results({size: {"timeline": [VISIT], "event-drops": [VISIT]} for size in ("500", "5000")})
    part.keep()
    part.date = "2026-03-04"
    part.begin("500", ["timeline", "event-drops"])
    for peer in ("timeline", "event-drops"):
        part.visits["500"][peer].append(VISIT | {"first": 99.0})
    write_report(part, tmp_path, tmp_path / "own.md")
    text = (tmp_path / "own.md").read_text(encoding="utf-8")
    assert "| first marks visible (ms) | 99 / 99 | 152 / 152 |" in text
    assert "Measured on 2026-03-04" in text
    assert "\nKept from 2026-01-02 at revision abc1234 (Test): 5,000.\n" in text


def test_of_a_size_measured_in_part_the_kept_peers_are_named(results):
    part = results(VISITS)
    part.keep()
    part.begin("500", ["timeline"])
    assert "2026-01-02 at revision abc1234 (Test): 500 (EventDrops, vis-timeline)." in kept(part)


def test_what_was_measured_on_two_days_is_not_compared(results):
    part = results(VISITS)
    part.keep()
    part.begin("500", ["timeline"])
    part.visits["500"]["timeline"].append(VISIT)
    assert "? 152 ≤ EventDrops" in judged(part)


def test_a_file_without_markers_is_left_alone(tmp_path):
    (tmp_path / "README.md").write_text("nothing here")
    with pytest.raises(ValueError, match="0 pairs"):
        write_between(tmp_path / "README.md", "text")


def test_the_plot_is_well_formed_and_labels_every_line(results):
    visits = {
        size: {"timeline": [VISIT | {"first": first}], "event-drops": [VISIT]}
        for size, first in (("50", 100.0), ("5000", 120.0))
    }
    plot = ET.fromstring(svg(results(visits, seconds={"read 50": 0.1, "read 5000": 0.4})))
    texts = [element.text for element in plot.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("this program") == 4 and texts.count("EventDrops") == 3 and texts.count("… live") == 1
    ET.fromstring(svg(results()))


def test_labels_keep_their_distance_and_stay_above_the_bottom():
    placed = spread([10.0, 11.0, 95.0, 96.0], bottom=100.0)
    assert placed[-1] == 100.0 and all(
        later - earlier >= LINE for earlier, later in zip(placed, placed[1:], strict=False)
    )
    assert spread([10.0, 50.0], bottom=100.0) == [10.0, 50.0]
