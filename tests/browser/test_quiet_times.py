"""Quiet times drawn short: the geometry alone, on many random records, and the chart with the option."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from page import middle
from playwright.sync_api import expect

from timeline.view.payload import build_payload

ALL = "quiet=short&window=1961-01-01/2025-06-01"
RUN = """({ breaksOf, timeWith }, cases) => cases.map(({ days, limits, probes }) => {
  const breaks = breaksOf(days, limits);
  const { place, dayAt } = timeWith(breaks);
  const places = probes.map(place);
  return { breaks, places, back: places.map(dayAt) };
})"""


def random_case(seed: int) -> dict:
    """Events in a few busy places, some alone, over days or millennia; and days to look at, in order."""
    chance = random.Random(seed)
    scale = chance.choice([30, 400, 25_000, 700_000])
    start = chance.randrange(-scale, scale)
    busy = [start + chance.randrange(scale) for _ in range(chance.randint(1, 4))]
    days = [
        chance.choice(busy) + chance.randrange(1 + scale // 50)
        if chance.random() < 0.8
        else start + chance.randrange(scale)
        for _ in range(chance.choice([1, 2, 3, 12, 60, 300]))
    ]
    limits = [min(days) - chance.choice([30, scale]), max(days) + chance.choice([30, scale])]
    probes = {*days, *limits, *(chance.randint(limits[0], limits[1]) for _ in range(60))}
    return {"days": days, "limits": limits, "probes": sorted(probes)}


@pytest.fixture(scope="module")
def drawn(modules):
    """[(case, what the module says of it), …] of random records."""
    cases = [random_case(seed) for seed in range(300)]
    return list(zip(cases, modules("chart/axis/quiet.js")(RUN, cases), strict=True))


def test_a_later_day_is_drawn_further_right_and_each_place_is_of_one_day(drawn):
    assert sum(bool(found["breaks"]) for _, found in drawn) > 80
    for case, found in drawn:
        assert all(one < other for one, other in pairwise(found["places"]))
        assert found["back"] == pytest.approx(case["probes"], abs=1e-3)


def test_outside_of_breaks_a_day_is_as_wide_as_any_other_and_no_event_stands_in_a_break(drawn):
    for case, found in drawn:
        inside = [(each["from"], each["to"]) for each in found["breaks"]]
        assert not [day for day in case["days"] for start, end in inside if start < day < end]
        for (day, place), (next_day, next_place) in pairwise(zip(case["probes"], found["places"], strict=True)):
            if not any(start < next_day and day < end for start, end in inside):
                assert next_place - place == pytest.approx(next_day - day, abs=1e-6)


def test_a_break_leaves_out_more_days_than_it_draws_and_all_are_of_one_width(drawn):
    for _, found in drawn:
        assert len({round(each["wide"], 6) for each in found["breaks"]}) <= 1
        # With what stays of the quiet time beside the break, `wide` on each side, at least half is left out.
        assert all(each["to"] - each["from"] >= 4 * each["wide"] - 1e-6 for each in found["breaks"])


def test_nothing_is_quiet_among_a_few_events(modules):
    assert modules("chart/axis/quiet.js")("(quiet) => quiet.breaksOf([0, 5000, 5001], [-30, 9000])") == []


def test_events_of_one_place_keep_it_and_the_long_wait_between_two_is_short(modules):
    days = [0, 2, 4, 6, 1000, 1002, 1004]
    [found] = modules("chart/axis/quiet.js")("(quiet, days) => quiet.breaksOf(days, [-1, 1005])", days)
    assert 6 < found["from"] < 30 and 976 < found["to"] < 1000 and found["wide"] < 10


def places(page) -> dict[str, float]:
    """Where the marks of the window stand."""
    return {mark["id"]: middle(mark)[0] for mark in page.marks() if mark["left"] < mark["right"]}


def test_the_option_shortens_them_and_stands_in_the_address(visit):
    page = visit("window=1961-01-01/2025-06-01")
    year = "anthem-lyrics-changed", "entry-into-force"
    before = [places(page)[id] for id in year]
    page.option("quiet-times", "short")
    page.query_becomes("quiet=short&window=1961-01-01/2025-06-01")
    page.settled()
    after = [places(page)[id] for id in year]
    assert after[1] - after[0] > 20 * (before[1] - before[0])
    expect(page.at(".quiet-years")).to_contain_text("8 quiet times shortened: 1961 – 1994, 1996 – 2000, 2001 – 2021")
    page.option("quiet-times", "whole")
    page.query_becomes("window=1961-01-01/2025-06-01")


TICKS = """() => {
  const ticks = [...document.querySelectorAll("#timeline .plot .xtick text")].map((node) => {
    const { left, right } = node.getBoundingClientRect();
    return { words: node.textContent, x: (left + right) / 2 };
  });
  const span = (words) => {
    const [year, month, day] = words.split(" ").reverse();
    const from = new Date(`${day || 1} ${month || "Jan"} ${year} UTC`);
    const to = new Date(from);
    if (day) to.setUTCDate(to.getUTCDate() + 1);
    else if (month) to.setUTCMonth(to.getUTCMonth() + 1);
    else to.setUTCFullYear(to.getUTCFullYear() + 1);
    return [from / 864e5, to / 864e5];
  };
  return ticks.map(({ words, x }) => [...span(words), x]);
}"""


@pytest.mark.parametrize("viewport", [{"width": 360, "height": 640}, {"width": 1280, "height": 800}], ids=str)
@pytest.mark.parametrize("window", ["1961-01-01/2025-06-01", "1990-01-01/2024-12-31", "2021-01-01/2024-07-01"])
def test_dates_and_marks_agree(look, record, window, viewport):
    page = look(f"quiet=short&window={window}", viewport=viewport)
    ticks = page.browser.evaluate(TICKS)
    days = dict(zip((event.id for event in record.events), build_payload(record)["geometry"]["at"], strict=True))
    marks = [(days[id], x) for id, x in places(page).items()]
    assert len(ticks) >= 2 and len(marks) > 5
    for first, next_day, at in ticks:
        assert all(x <= at + 1 for day, x in marks if day < first)
        assert all(x >= at - 1 for day, x in marks if day >= next_day)
    boxes = page.at("#timeline .plot .xtick text").evaluate_all(
        "nodes => nodes.map((node) => { const { left, right } = node.getBoundingClientRect(); return [left, right]; })"
    )
    assert all(one[1] < other[0] for one, other in pairwise(sorted(boxes)))


def test_what_is_pulled_stays_under_the_hand_and_the_wheel_zooms_around_it(visit):
    page = visit("quiet=short&window=2000-01-01/2024-07-10")
    mouse, plot, held = page.browser.mouse, page.plot_box(), "invasion-2022"
    x, y = places(page)[held], plot["top"] - 8
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 150, y, steps=5)
    mouse.up()
    assert places(page.settled())[held] == pytest.approx(x + 150, abs=3)
    before = page.query()
    page.browser.keyboard.down("Control")
    mouse.wheel(0, -120)
    page.browser.keyboard.up("Control")
    page.eventually("(before) => location.search !== before", True, f"?{before}")
    assert places(page.settled())[held] == pytest.approx(x + 150, abs=6)


def test_zooming_in_and_out_again_comes_back(visit):
    page = visit("quiet=short&window=1999-01-01/2024-12-31")
    before = places(page)
    page.tool("zoom_in").click()
    page.settled()
    page.tool("zoom_out").click()
    page.settled()
    after = places(page)
    assert {id: after[id] for id in before} == pytest.approx(before, abs=8)


def test_a_period_without_quiet_times_looks_as_ever_and_says_so(look):
    page = look("window=2024-10-01/2024-11-15")
    before = places(page)
    page = look("quiet=short&window=2024-10-01/2024-11-15")
    assert places(page) == pytest.approx(before, abs=1)
    expect(page.at(".quiet-years")).to_have_text("no quiet time in this period")


def test_paper_says_in_words_what_is_short(visit):
    page = visit(f"{ALL}&lang=fr")
    page.browser.evaluate("dispatchEvent(new Event('beforeprint'))")
    said = page.at(".print-view").text_content()
    page.browser.evaluate("dispatchEvent(new Event('afterprint'))")
    assert re.search(r"8 périodes calmes raccourcies\s: 1961", said)


def test_a_screen_reader_hears_of_it(visit):
    page = visit("window=1961-01-01/2025-06-01")
    page.option("quiet-times", "short")
    expect(page.at("#announcer, #live, [aria-live=polite]").filter(has_text="Quiet times: Shortened")).to_have_count(1)
