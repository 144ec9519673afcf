"""Medians, failures, and the dated file."""

from __future__ import annotations

import pytest

from benchmarks.gestures import p95
from benchmarks.results import latest, read, today


def test_a_value_is_the_median_of_its_visits(results):
    three = results({"500": {"timeline": [{"first": 300.0}, {"first": 100.0}, {"first": 120.0}]}})
    assert three.value("500", "timeline", "first") == 120.0


def test_a_failure_leaves_what_was_measured_before_it(results):
    failed = results({"50000": {"vis-timeline": [{"first": 900.0, "failed": "crash"}]}})
    assert failed.value("50000", "vis-timeline", "first") == 900.0
    assert failed.value("50000", "vis-timeline", "live") == "crash"


def test_one_failure_among_many_visits_does_not_hide_the_median(results):
    visits = [{"live": 10.0}, {"live": 20.0}, {"failed": "none in 60 s"}]
    assert results({"500": {"markwhen": visits}}).value("500", "markwhen", "live") == 15.0


def test_more_failures_than_visits_that_succeed_are_a_failure(results):
    visits = [{"live": 10.0}, {"failed": "crash"}]
    assert results({"500": {"markwhen": visits}}).value("500", "markwhen", "live") == "crash"


def test_what_a_chart_does_not_do_is_none_and_no_failure(results):
    still = results({"500": {"timelinejs": [{"first": 1.0, "pan": None}]}})
    assert still.value("500", "timelinejs", "pan") is None


def test_what_was_not_measured_is_no_value(results):
    with pytest.raises(KeyError):
        results().value("500", "timeline", "first")


def test_results_survive_their_file(results, tmp_path):
    kept = results({"500": {"timeline": [{"first": 1.5, "pan": None}]}}, seconds={"check": 0.4})
    assert read(kept.save(tmp_path)) == kept
    assert latest(tmp_path).name == "2026-01-02.json"


def measured_before(results, folder):
    """A whole run of an earlier day in a folder of results."""
    visit = {"first": 100.0}
    visits = {size: {"timeline": [visit], "event-drops": [visit]} for size in ("500", "5000")}
    results(visits, throughput={"page": {"program": 2.0, "files": 3.0}}, seconds={"check": 0.4}).save(folder)


def test_a_run_of_a_part_keeps_the_rest_and_says_of_which_run_it_is(results, tmp_path):
    measured_before(results, tmp_path)
    part = today(fresh=False, folder=tmp_path)
    part.begin("500", ["timeline"])
    part.visits["500"]["timeline"].append({"first": 50.0})
    part.add("seconds", {"check": 0.3})
    assert part.value("500", "timeline", "first") == 50.0 and part.seconds == {"check": 0.3}
    assert part.value("500", "event-drops", "first") == part.value("5000", "timeline", "first") == 100.0
    before = "2026-01-02 at revision abc1234 (Test)"
    assert part.kept == dict.fromkeys(
        ["500/event-drops", "5000/timeline", "5000/event-drops", "throughput/page"], before
    )
    assert part.counted == "1" and part.date != "2026-01-02"


def test_a_run_that_is_taken_up_again_is_the_same_run(results, tmp_path):
    measured_before(results, tmp_path)
    part = today(fresh=False, folder=tmp_path)
    part.begin("500", ["timeline"])
    part.save(tmp_path)
    again = today(fresh=False, folder=tmp_path)
    assert (again.kept, again.date) == (part.kept, part.date)


def test_a_fresh_run_keeps_nothing(results, tmp_path):
    measured_before(results, tmp_path)
    assert today(fresh=True, folder=tmp_path).visits == {}


def test_the_newest_file_is_the_latest(results, tmp_path):
    for day in ("2026-01-02", "2025-12-31"):
        (tmp_path / f"{day}.json").write_text("{}")
    assert latest(tmp_path).name == "2026-01-02.json"
    with pytest.raises(FileNotFoundError):
        latest(tmp_path / "none")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5.0], 5.0),
        ([float(n) for n in range(1, 101)], 95.0),
        ([17.0] * 19 + [400.0], 17.0),
        ([17.0] * 18 + [400.0] * 2, 400.0),
    ],
)
def test_p95_is_the_nearest_rank(values, expected):
    assert p95(values[::-1]) == expected


def test_how_many_visits_the_medians_are_of_is_counted(results):
    visit = {"first": 1.0}
    assert results().counted == "3"
    assert results({"500": {"timeline": [visit, visit]}}).counted == "2"
    assert results({"500": {"timeline": [visit] * 5, "canvas": [visit] * 2, "markwhen": []}}).counted == "2 to 5"
