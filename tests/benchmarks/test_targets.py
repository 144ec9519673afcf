"""The arithmetic of what is to be reached."""

from __future__ import annotations

import pytest

from benchmarks.peers import PEERS
from benchmarks.targets import SIZES, TARGETS, Target, Verdict, verdicts


def test_a_target_relative_to_a_peer_takes_the_peer_s_median(results):
    found = results({"5000": {"event-drops": [{"first": 300.0}, {"first": 200.0}, {"first": 290.0}]}})
    assert Target("first", "5000", peer="event-drops", factor=0.7).limit(found) == pytest.approx(203.0)


@pytest.mark.parametrize("visits", [{}, {"50000": {"event-drops": [{"failed": "crash"}]}}])
def test_there_is_no_limit_where_the_peer_has_no_number(results, visits):
    assert Target("live", "50000", peer="event-drops").limit(results(visits)) is None


def test_reached_means_at_most_the_limit():
    target = Target("pan", "500", 22)
    assert Verdict(target, 22.0, 22.0).reached is True
    missed = Verdict(target, 33.0, 22.0)
    assert missed.reached is False and missed.by == pytest.approx(0.5)


def test_a_failure_of_ours_misses_and_nothing_to_compare_does_neither():
    target = Target("live", "50000", peer="event-drops")
    assert Verdict(target, "none in 60 s", 800.0).reached is False
    assert Verdict(target, 700.0, None).reached is None
    assert Verdict(target, None, 800.0).reached is None


def test_the_targets_are_those_of_the_specification():
    words = {(target.measure, target.size, target.words()) for target in TARGETS}
    assert len(words) == len(TARGETS)
    assert {
        ("first", "real", "≤ EventDrops × 1.1"),
        ("first", "500", "≤ EventDrops"),
        ("first", "5000", "≤ EventDrops × 0.7"),
        ("first", "50000", "≤ EventDrops × 0.4"),
        ("live", "50", "≤ TimelineJS × 1.2"),
        ("live", "500", "≤ TimelineJS × 0.35"),
        ("live", "500", "≤ vis-timeline"),
        ("live", "5000", "≤ markwhen × 0.7"),
        ("live", "50000", "≤ EventDrops"),
        ("live", "real", "≤ 450 ms"),
        ("answers", "real", "≤ EventDrops × 2"),
        ("answers", "5000", "≤ EventDrops × 1.5"),
        ("answers", "50000", "≤ EventDrops × 0.6"),
        ("filter_all", "real", "≤ 45 ms"),
        ("filter_one", "50000", "≤ 80 ms"),
        ("pan", "5000", "≤ 25 ms"),
        ("zoom", "50000", "≤ 28 ms"),
        ("kb", "50", "≤ 650 KB"),
        ("kb", "5000", "≤ 700 KB"),
        ("kb_answers", "real", "≤ 180 KB"),
        ("blocked", "5000", "≤ 350 ms"),
    } <= words
    assert all(target.size in SIZES and (not target.peer or target.peer in PEERS) for target in TARGETS)


def test_only_sizes_at_which_the_program_was_measured_are_judged(results):
    visit = {
        "first": 90.0,
        "live": 500.0,
        "filter_one": 40.0,
        "filter_all": 60.0,
        "pan": 17.0,
        "zoom": 17.0,
        "kb": 600.0,
    }
    found = verdicts(
        results({"50": {"timeline": [visit], "event-drops": [{"first": 100.0}]}, "500": {"event-drops": [visit]}})
    )
    assert {verdict.target.size for verdict in found} == {"50"}
    assert {verdict.target.measure: verdict.reached for verdict in found} == {
        "first": True,
        "live": None,
        "pan": True,
        "kb": True,
    }
