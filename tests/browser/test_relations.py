"""What an event is related to: threads in the chart, around its labels, and sentences in the panel."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page import BOX
from playwright.sync_api import expect

from benchmarks.synthetic import write_record
from timeline.record.load import load_record
from timeline.view.words import text

LINE, WIDTH = 27, 600
DENIAL = "dprk-un-denial"
# The middle of a thread's way, point by point, in px of the viewport.
WAYS = """() => [...document.querySelectorAll("#timeline .thread")].map((thread) => {
  const way = thread.querySelector(".thread-way");
  const { x, y } = way.ownerSVGElement.getBoundingClientRect();
  const { e, f } = way.parentNode.parentNode.transform.baseVal[0].matrix;
  const points = Array.from({ length: Math.ceil(way.getTotalLength() / 2) + 1 }, (_, at) => {
    const point = way.getPointAtLength(2 * at);
    return [x + e + point.x, y + f + point.y];
  });
  return { ...thread.dataset, points, dashed: getComputedStyle(way).strokeDasharray !== "none",
    sign: thread.querySelector("text")?.textContent ?? null, edge: Boolean(thread.querySelector(".thread-arrow")) };
})"""
ROUTES = """(route, { boxes, from, to, width, line }) => {
  const ground = { rects: route.rectsOf(boxes, line), width, line };
  const ways = [route.route(ground, from, to), route.toEdge(ground, from, "left"), route.toEdge(ground, from, "right")];
  return ways.map((points) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", route.pathOf(points));
    const long = path.getTotalLength();
    const place = (at) => { const { x, y } = path.getPointAtLength(at); return [x, y]; };
    return Array.from({ length: Math.ceil(long / 1.5) + 1 }, (_, at) => place(Math.min(1.5 * at, long)));
  });
}"""


@st.composite
def charts(draw):
    """Boxes of a chart: lines of marks, most with a label beside them, none over another; a lane begins at times."""
    boxes, y = [], LINE / 2
    for _ in range(draw(st.integers(1, 7))):
        x = draw(st.integers(0, 60))
        while x < WIDTH:
            wide = draw(st.sampled_from([0, 0, 40, 120, 300]))
            label = {"left": x + 14, "right": x + 14 + wide} if wide and x + 14 + wide <= WIDTH else None
            boxes.append({"x": x, "y": y, "label": label})
            x = (label["right"] if label else x + 9) + 14 + draw(st.integers(0, 90))
        y += LINE + draw(st.sampled_from([0, 0, 8]))
    ends = draw(st.lists(st.sampled_from(boxes), min_size=2, max_size=2))
    return {"boxes": boxes, "ends": ends}


@pytest.fixture(scope="module")
def run(modules):
    return modules("chart/threads/route.js")


@given(charts())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_way_crosses_a_label_or_a_mark_that_it_does_not_join(run, chart):
    boxes, ends = chart["boxes"], chart["ends"]
    places = [[end["x"], end["y"]] for end in ends]
    given_ = {"boxes": boxes, "from": places[0], "to": places[1], "width": WIDTH, "line": LINE}
    between, *_ = ways = run(ROUTES, given_)
    assert between[0] == pytest.approx(places[0])
    assert between[-1] == pytest.approx(places[1])
    for x, y in (point for way in ways for point in way):
        struck = [box for box in boxes if abs(y - box["y"]) < LINE / 2 - 1.5]
        assert not [box for box in struck if box["label"] and box["label"]["left"] < x < box["label"]["right"]]
        assert not [box for box in struck if 0 <= x <= WIDTH and abs(x - box["x"]) < 9 and box not in ends]
        assert -7 < x < WIDTH + 7


def through(ways, labels):
    """The labels that a thread goes through."""
    return [
        (way["to"], label["text"])
        for way in ways
        for label in labels
        for x, y in way["points"]
        if label["left"] < x < label["right"] and label["top"] + 1 < y < label["bottom"] - 1
    ]


def threads(page):
    return page.browser.evaluate(WAYS)


def relations(record, event):
    """The relations of an event, from it and to it: {id of the other: type}."""
    own = next(each for each in record.events if each.id == event).relates
    to = {each.id: link.type for each in record.events for link in each.relates if link.event == event}
    return {**to, **{link.event: link.type for link in own}}


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_threads_join_the_open_event_with_others_and_no_label_is_struck(look, record, width):
    page = look(f"scope=all&event={DENIAL}", viewport={"width": width, "height": 800})
    expected = relations(record, DENIAL)
    assert page.eventually("() => document.querySelectorAll('#timeline .thread').length > 0", True)
    ways = threads(page)
    assert {way["to"] for way in ways} <= set(expected)
    for way in ways:
        against = expected[way["to"]] == "contradicts"
        assert (way["dashed"], way["sign"]) == ((True, "≠") if against else (False, None))
    labels = page.label_boxes() + page.lane_names()
    assert not through(ways, labels)
    signs = page.at("circle.thread-sign").evaluate_all(f"(nodes) => nodes.map({BOX})")
    assert not [
        (sign, label)
        for sign in signs
        for label in labels
        if min(sign["right"], label["right"]) - max(sign["left"], label["left"]) > 1
        and min(sign["bottom"], label["bottom"]) - max(sign["top"], label["top"]) > 1
    ]


def test_a_thread_begins_and_ends_at_the_marks(visit, record):
    page = visit(f"event={DENIAL}&window=2024-10-10/2024-11-05")
    expect(page.at(".thread").first).to_be_attached()
    marks = page.marks() + page.clusters()

    def beside(point):
        near = [
            m for m in marks if m["left"] - 6 < point[0] < m["right"] + 6 and m["top"] - 8 < point[1] < m["bottom"] + 8
        ]
        return bool(near)

    for way in threads(page):
        assert beside(way["points"][0])
        assert way["edge"] or beside(way["points"][-1])


def test_the_chain_is_walked_by_keyboard_and_the_threads_follow(visit, record):
    page = visit(f"event={DENIAL}&window=2024-10-10/2024-11-05")
    expect(page.at(".thread").first).to_have_attribute("data-from", DENIAL)
    chart = page.at("#timeline")
    chart.focus()
    page.browser.keyboard.press("r")
    expect(page.at(f'.thread[data-from="{DENIAL}"]')).to_have_count(0)
    here = page.at(".thread").first.get_attribute("data-from")
    assert here in relations(record, DENIAL)
    page.browser.keyboard.press("Shift+R")
    expect(page.at(".thread").first).to_have_attribute("data-from", DENIAL)
    page.browser.keyboard.press("r")
    expect(page.at(".thread").first).to_have_attribute("data-from", here)
    expect(page.at("#timeline .tip")).to_contain_text(
        next(each.title["en"] for each in record.events if each.id == here)
    )
    page.browser.keyboard.press("Enter")
    page.panel(here)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_panel_says_the_chain_in_sentences_each_event_once(visit, record, lang):
    page = visit(f"scope=all&event={DENIAL}&lang={lang}")
    lines = page.at("#event-panel .related li")
    expect(lines.first).to_contain_text(text("rel_this", lang))
    first = lines.first.inner_text()
    assert first.endswith(".")
    titles = {each.id: each.title[lang] for each in record.events}
    assert all(titles[other] in first for other in relations(record, DENIAL))
    assert ("≠" in first) == ("contradicts" in relations(record, DENIAL).values())
    linked = page.at("#event-panel .related a").all_inner_texts()
    assert len(linked) == len(set(linked)) > 1
    assert titles[DENIAL] not in linked


@pytest.mark.parametrize(("lang", "opens", "closes"), [("en", "“", "”"), ("fr", "«\u202f", "\u202f»")])
def test_titles_break_within_their_sentence_and_stand_in_the_marks_of_the_page(look, lang, opens, closes):
    page = look(f"scope=all&event={DENIAL}&lang={lang}", phone=True)
    found = page.at("#event-panel .related a").evaluate_all("""(links) => links.map((link) => {
      const style = getComputedStyle(link.parentNode);
      return [getComputedStyle(link).display, link.getClientRects().length > 1, style.quotes];
    })""")
    assert {display for display, *_ in found} == {"inline"}
    assert any(wraps for _, wraps, _ in found)
    assert all(quotes.startswith(f'"{opens}" "{closes}"') for *_, quotes in found)


def test_a_related_event_s_link_is_its_address(look, record):
    page = look(f"scope=all&event={DENIAL}&lang=en")
    addresses = page.at("#event-panel .related a").evaluate_all(
        "(links) => links.map((link) => new URL(link.href).searchParams.get('event'))"
    )
    assert set(relations(record, DENIAL)) <= set(addresses)


def test_threads_of_one_in_thousands_are_drawn_and_walked(visit_record, tmp_path):
    large = load_record(write_record(tmp_path / "record", 5000))
    [(event, _)] = Counter(link.event for each in large.events for link in each.relates).most_common(1)
    day = next(each for each in large.events if each.id == event).date.start
    page = visit_record(large, f"event={event}&window={day - timedelta(900)}/{day + timedelta(900)}&scope=all")
    expect(page.at(".thread").first).to_be_attached()
    paths = "() => [...document.querySelectorAll('.thread-way')].map((way) => way.getAttribute('d')).join()"
    before = page.browser.evaluate(paths)
    page.at("#timeline").focus()
    page.browser.keyboard.press("r")
    page.browser.keyboard.press("r")
    assert page.eventually(f"(before) => ({paths})() !== before", True, before)
