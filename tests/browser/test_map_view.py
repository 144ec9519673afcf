"""The view Map: marks, rings and arrows in the picture, the same in words beside it, by mouse, finger and keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.record.load import load_record
from timeline.view.map.places import places_of

VESUVIUS = Path(__file__).resolve().parents[2] / "examples" / "vesuvius"
LESSON = """
title: {en: Where it was, fr: Où c’était}
audience: {en: Everybody, fr: Tout le monde}
minutes: 5
aims: [{en: See it., fr: Le voir.}]
steps:
  - {kind: view, title: {en: The list, fr: La liste}, say: {en: All., fr: Tout.}, view: view=list&scope=all}
  - {kind: view, title: {en: The map, fr: La carte}, say: {en: All., fr: Tout.}, view: view=map&scope=all}
"""
PIN = st.tuples(st.floats(0, 800), st.floats(0, 400), st.integers(0, 40))
GROUPS = """({ groups, names, overlap, arrow }, [places, apart, widths]) => {
  const pins = places.map(([x, y, count], spot) => ({ spot, x, y, count }));
  const marks = groups(pins, apart);
  const way = marks.length > 1 ? arrow(marks[0], marks[1]) : null;
  const lines = way ? way.boxes : [];
  const boxes = names(marks, marks.map((_, index) => widths[index]), [800, 400], lines);
  return { marks, boxes, touching: boxes.some((box, index) => box &&
    (lines.some((line) => overlap(box, line)) ||
     boxes.some((other, at) => at > index && other && overlap(box, other)) ||
     marks.some(({ x, y, r }) => overlap(box, { left: x - r, right: x + r, top: y - r, bottom: y + r })))) };
}"""
FIT = "({ fit, within, zoomed }, [places, size, aspect]) => fit(places, size, aspect)"
FRAME = "document.querySelector('#map-view .map-land').getAttribute('viewBox').split(' ').map(Number)"
MARKS = """[...document.querySelectorAll('#map-view .map-count')].map((mark) => {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { label: mark.getAttribute('aria-label'), n: Number(mark.textContent), box: [left, top, width, height] };
})"""


# ---- geometry ----


@given(
    st.lists(PIN, min_size=1, max_size=12),
    st.sampled_from([0, 44]),
    st.lists(st.floats(20, 200), min_size=12, max_size=12),
)
@settings(max_examples=30)
def test_marks_keep_apart_hold_every_event_and_names_touch_nothing(modules, places, apart, widths):
    found = modules("views/map/groups.js")(GROUPS, [places, apart, widths])
    marks = found["marks"]
    assert sum(mark["count"] for mark in marks) == sum(count for *_, count in places)
    assert sorted(pin["spot"] for mark in marks for pin in mark["pins"]) == list(range(len(places)))
    for index, one in enumerate(marks):
        for other in marks[index + 1 :]:
            far = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
            assert far >= one["r"] + other["r"]
            assert far >= apart or not (one["count"] and other["count"])
    assert not found["touching"]


@given(
    st.lists(st.tuples(st.floats(0, 8000), st.floats(0, 3500), st.floats(0, 150)), min_size=1, max_size=6),
    st.floats(0.4, 3),
)
@settings(max_examples=30)
def test_a_frame_holds_its_places_and_no_more_than_the_map(modules, places, aspect):
    spots = [{"x": x, "y": y, "r": r} for x, y, r in places]
    frame = modules("views/map/frame.js")(FIT, [spots, [8000, 3539], aspect])
    assert frame["width"] / frame["height"] == pytest.approx(aspect)
    assert frame["width"] <= 8000 + 1e-6 or frame["height"] <= 3539 + 1e-6
    for x, y, _ in places:
        assert frame["x"] - 1e-6 <= x <= frame["x"] + frame["width"] + 1e-6
        assert frame["y"] - 1e-6 <= y <= frame["y"] + frame["height"] + 1e-6


# ---- what a person does ----


@pytest.mark.everywhere
def test_a_mark_lists_its_events_and_one_of_them_opens(visit, record):
    page = visit("view=map")
    marks = page.browser.evaluate(MARKS)
    placed = places_of(record).of_event
    assert sum(mark["n"] for mark in marks) == len(placed)
    expect(page.at(".map-nowhere summary")).to_have_text(f"{len(record.events) - len(placed)} events without a place")
    mark = page.at(".map-count").first
    mark.click()
    events = page.at("#cluster-dialog .cluster-event")
    assert events.count() == int(mark.inner_text())
    key = events.first.get_attribute("data-key")
    events.first.click()
    page.panel(key)
    expect(page.at(".map-event.open")).to_have_attribute("data-row", key)
    expect(page.at(".map-count.open")).to_have_count(1)


def test_zooming_in_on_a_mark_of_several_places_shows_them_apart_and_one_press_shows_the_world(visit):
    page = visit("view=map")
    before, frame = page.browser.evaluate(MARKS), page.browser.evaluate(FRAME)
    page.at(".map-count").first.click()
    page.at("#cluster-dialog .cluster-foot button").click()
    after = page.browser.evaluate(FRAME)
    assert after[2] < frame[2]
    assert page.browser.evaluate(MARKS) != before
    page.at("[data-key=map_whole]").click()
    assert page.browser.evaluate(FRAME)[2] >= 8000
    page.at("[data-key=map_fit]").click()
    assert page.browser.evaluate(FRAME) == frame


def test_filters_and_the_day_decide_what_is_on_the_map(look, record):
    placed = places_of(record).of_event
    page = look("view=map&kind=ratification")
    wanted = sum(event.id in placed and event.kind == "ratification" for event in record.events)
    assert sum(mark["n"] for mark in page.browser.evaluate(MARKS)) == wanted
    assert page.at("#map-view .arrow").count() == 0
    page = look("view=map&asof=2024-10-20")
    expect(page.at(".map-moves li")).to_have_count(1)  # South Korea's service spoke on the 18th, Patel on 12 November


def test_a_doubt_takes_what_only_the_doubted_told_from_a_map_of_the_same_events(visit):
    days = "from=2024-11-12&to=2024-11-12&view=map"
    page = visit(days)
    expect(page.at(".map-moves li")).to_have_count(1)  # as Radio Free Asia tells it
    page.turn_to(f"doubt=rfa&{days}")
    expect(page.at(".map-moves")).to_have_count(0)
    expect(page.at(".map-event.open, .map-event")).not_to_have_count(0)


def test_a_class_turns_from_a_mark_to_another_view(visit_record, tmp_path):
    folder = shutil.copytree(VESUVIUS, tmp_path / "vesuvius")
    (folder / "lessons").mkdir()
    (folder / "lessons" / "where.yaml").write_text(LESSON, encoding="utf-8")
    page = visit_record(load_record(folder), "lesson=where&step=2&present=1&lang=en")
    mark = page.at("#present .map-count").first
    mark.click()
    page.browser.keyboard.press("Escape")
    expect(mark).to_be_focused()
    for _ in range(3):  # a step that was scrolled is shown from its beginning first
        page.browser.keyboard.press("ArrowLeft")
    expect(page.at("#present .step-list .event").first).to_be_visible()


def test_the_keyboard_moves_zooms_and_reaches_every_mark(look):
    page = look("view=map")
    plot = page.at("#map-view .map-plot")
    plot.focus()
    frame = page.browser.evaluate(FRAME)
    page.browser.keyboard.press("+")
    nearer = page.browser.evaluate(FRAME)
    assert nearer[2] < frame[2]
    page.browser.keyboard.press("ArrowRight")
    assert page.browser.evaluate(FRAME)[0] > nearer[0]
    page.browser.keyboard.press("Tab")
    expect(page.at("#map-view .map-count").first).to_be_focused()
    page.browser.keyboard.press("Enter")
    expect(page.at("#cluster-dialog")).to_be_visible()
    page.browser.keyboard.press("Escape")
    expect(page.at("#map-view .map-count").first).to_be_focused()


def test_what_moved_is_told_by_whom_and_leads_to_the_claim(look):
    page = look("view=map&lang=fr")
    expect(page.at(".map-moves li").first).to_contain_text("Corée du Nord → vers Vladivostok")
    page.at(".map-moves li .link").first.click()
    page.panel("first-1500-shipped")
    expect(page.at("#event-panel [data-claim-id=c1]")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("view=map", {"viewport": {"width": 1280, "height": 800}}),
        ("view=map&lang=fr&theme=dark", {"phone": True}),
    ],
)
def test_it_fits_the_screen_and_axe_finds_nothing(look, query, options):
    page = look(query, **options)
    assert violations(page) == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    if "phone" in options:
        boxes = [mark["box"] for mark in page.browser.evaluate(MARKS)]
        middles = [(left + width / 2, top + height / 2) for left, top, width, height in boxes]
        assert all(
            (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= 43**2 for n, a in enumerate(middles) for b in middles[n + 1 :]
        )
