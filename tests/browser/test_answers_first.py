"""What the page answers before Plotly and Dash are there, the largest of its scripts; that Plotly then draws what
stands there already; and that a phone does without it until somebody works with the chart."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from playwright.sync_api import expect

from timeline.record.model.fields import Symbol

TITLES = """(selector) => Object.fromEntries([...document.querySelectorAll(selector)].map((node) => {
  const { left, top, right, bottom } = node.getBoundingClientRect();
  return [node.textContent.replace(/\\s/g, ""), [left, (top + bottom) / 2, right]]; // Plotly parts lines by elements
}))"""
SHIFTS = """(before) => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: before });
}"""
# Does something in the moment in which the page says that it answers, when nothing of the chart is drawn. `press` is
# what a mouse does at an element, from its first event to its last; what is drawn meanwhile may be waited for.
AT_ONCE = """{
  const at = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
  };
  const press = async (node, meanwhile = () => {}) => {
    const place = at(node);
    node.dispatchEvent(new PointerEvent("pointerdown", { ...place, pointerType: "mouse", isPrimary: true }));
    await meanwhile();
    const now = document.elementFromPoint(place.clientX, place.clientY);
    now.dispatchEvent(new PointerEvent("pointerup", { ...place, pointerType: "mouse", isPrimary: true }));
    now.dispatchEvent(new MouseEvent("click", place));
  };
  const chart = (type, Event, options) =>
    document.querySelector("#timeline").dispatchEvent(
      new Event(type, { ...at(document.querySelector("#timeline")), ...options, cancelable: true }));
  const drawn = () => new Promise((done) => new MutationObserver(() =>
    document.querySelector("#first-marks") || done()).observe(document.body, { childList: true, subtree: true }));
  new MutationObserver(() => {
    window.early = !document.querySelector("#timeline .plot > *");
    (() => { %s })();
  }).observe(document, { subtree: true, attributeFilter: ["data-answers"] });
}"""
CLICK = "for (const selector of %s) document.querySelector(selector).click();"
MARKS = ":is(.tracemarks, .traceclusters) path.point:not([display])"
PLAIN = "#timeline .early"
# What is drawn, without what only Plotly's elements have: each shape, where it is, and how it looks.
SHAPES = """() => [...document.querySelectorAll("#timeline .plot path")].flatMap((node) => {
  if (!node.closest(".scatterlayer, .gridlayer, .shapelayer, .xaxislayer-above")) return [];
  const { left, top, width, height } = node.getBoundingClientRect();
  const { fill, stroke, strokeWidth, display } = getComputedStyle(node);
  const [clear, none] = ["rgba(0, 0, 0, 0)", "none"];
  const seen = display !== "none" && left + width > 0 && left < innerWidth && (width > 1 || height > 1);
  const edge = parseFloat(strokeWidth) ? `${stroke} ${strokeWidth}` : none;
  return seen ? [[[left, top, width, height].map(Math.round), fill === clear ? none : fill, edge]] : [];
})"""


@pytest.fixture
def without_plotly(visit):
    """without_plotly(query) opens a page whose Plotly is held back until `send()`; it gives the page and `send`."""
    pages = []

    def opened(query="", **options):
        page = visit("view=list", **options)  # any view: the tab is then the test's own
        pages.append(page)
        held = []
        page.browser.route("**/bundles/plotly.*", lambda route: held.append(route))  # noqa: PLW0108
        page.browser.goto(page.address(query))
        page.at("html[data-answers=true]").wait_for()

        def send():
            held[0].continue_()
            page.ready()

        return page, send

    yield opened
    for page in pages:
        page.browser.unroute_all()


def test_a_press_on_a_mark_opens_its_event(without_plotly):
    page, _ = without_plotly("lang=en")
    assert page.browser.evaluate("() => typeof Plotly") == "undefined"
    page.at(PLAIN).get_by_text("Putin signs the law").click()
    page.panel("putin-signs-ratification")


def test_a_filter_and_a_typed_word_change_count_list_and_marks(without_plotly, expected):
    page, send = without_plotly("lang=en")
    marks = page.at(f"{PLAIN} {MARKS}")
    before = marks.count()
    page.choose("kind", "ratification")
    wanted = expected.listed("kind=ratification")
    assert page.ids_become(wanted) == wanted
    assert 0 < marks.count() < before
    page.type("duma")
    wanted = expected.listed("kind=ratification&q=duma")
    assert page.ids_become(wanted) == wanted
    send()
    assert page.ids_become(wanted) == wanted
    expect(page.at(PLAIN)).to_have_count(0)


@pytest.fixture
def at_once(visit):
    """at_once(code) opens the page in a tab of its own, in which the code runs as soon as the page answers."""
    page, tabs, errors = visit("view=list"), [], []

    def opened(code):
        tabs.append(tab := page.browser.context.new_page())
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.add_init_script(AT_ONCE % code)
        tab.goto(page.address("lang=en"))
        tab.locator("html[data-ready=true]").wait_for()
        assert tab.evaluate("() => window.early"), "the chart was drawn before the page answered"
        assert errors == []
        return tab

    yield opened
    assert errors == []
    for tab in tabs:
        tab.close()


def row_of(record, event: str) -> int:
    return [each.id for each in record.events].index(event)


def test_filters_answer_before_they_and_the_list_were_drawn(at_once, expected):
    """What is not in sight is drawn when the first screen answers; a press in that moment loses nothing."""
    tab = at_once(CLICK % ["#filters-open", "#filter-kind input[value=ratification]"])
    expect(tab.locator("#event-list [data-event-id]")).to_have_count(len(expected.listed("kind=ratification")))
    expect(tab.locator("#filters")).to_be_visible()


@pytest.mark.parametrize("meanwhile", ["", ", drawn"], ids=["at once", "while the chart takes its place"])
def test_a_first_mark_opens_its_event(at_once, record, meanwhile):
    event = "putin-signs-ratification"
    tab = at_once(f"press(document.querySelector('#first-marks [data-row=\"{row_of(record, event)}\"]'){meanwhile})")
    expect(tab.locator("#event-panel h2")).to_have_text(record.events[row_of(record, event)].title["en"])
    assert f"event={event}" in tab.url


def test_a_first_circle_lists_its_events(at_once, record):
    tab = at_once("""const circle = [...document.querySelectorAll("#first-marks .crowd[data-kind=statement]")]
      .find((mark) => mark.getBoundingClientRect().bottom > 0);
    circle.scrollIntoView({ block: "center" });
    press(circle)""")
    listed = tab.locator("#cluster-dialog .cluster-event")
    expect(listed.nth(5)).to_be_visible()
    kinds = {event.id: event.kind for event in record.events}
    assert {kinds[each.get_attribute("data-key")] for each in listed.all()} == {"statement"}


def test_keys_and_wheel_work_on_a_chart_that_is_not_drawn_yet(at_once):
    tab = at_once("""document.querySelector("#timeline").focus();
      chart("keydown", KeyboardEvent, { key: "ArrowRight" });""")
    expect(tab.locator("#timeline .tip")).to_contain_text("2024")
    tab = at_once('chart("wheel", WheelEvent, { deltaY: -60, ctrlKey: true })')
    tab.wait_for_url(re.compile("window="))


def test_tab_and_arrows_move_between_marks(without_plotly):
    page, _ = without_plotly("lang=en")
    page.at("#timeline").focus()
    page.browser.keyboard.press("ArrowRight")
    expect(page.at("#timeline .tip")).to_contain_text("2024")
    page.browser.keyboard.press("Enter")
    expect(page.at("#event-panel")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "width", "height"),
    [("lang=en", 1280, 900), ("lang=fr&asof=2024-10-24&quiet=short", 768, 1024), ("lang=en&group=status", 390, 844)],
)
def test_everything_stands_where_plotly_draws_it(without_plotly, query, width, height):
    page, send = without_plotly(query, viewport={"width": width, "height": height})
    texts = "#timeline .plot :is(.scatterlayer, .xaxislayer-above, .infolayer) text"
    plain = page.browser.evaluate(SHAPES)
    titles = page.browser.evaluate(TITLES, texts)
    assert len(plain) > 50 and len(titles) > 20
    page.browser.evaluate(SHIFTS, query == "lang=en")  # the bar of a replay comes before Plotly, and takes its place
    send()
    drawn = page.browser.evaluate(SHAPES)
    for box, *look in plain:
        near = [other for other, *same in drawn if same == look]
        gaps = [max(abs(a - b) for a, b in zip(box, other, strict=True)) for other in near]
        assert min(gaps, default=99) <= 2, (box, look)
    again = page.browser.evaluate(TITLES, texts)
    assert titles.keys() == again.keys()
    for words, place in titles.items():
        assert all(abs(one - other) < 2 for one, other in zip(place, again[words], strict=True)), words
    assert page.browser.evaluate("() => window.shifted") == 0


def test_a_pull_moves_what_is_drawn_and_the_dates_with_it(without_plotly):
    page, _ = without_plotly("lang=en")
    title = page.at(PLAIN).get_by_text("Putin signs the law")
    before, dates = title.bounding_box(), page.at("#timeline .xtick text").all_text_contents()
    page.browser.mouse.move(700, 500)
    page.browser.mouse.down()
    page.browser.mouse.move(400, 500, steps=4)
    assert page.eventually("() => document.querySelectorAll('.axis-alone .xtick text').length > 3", True)
    assert abs(title.bounding_box()["x"] - (before["x"] - 300)) < 2
    page.browser.mouse.up()
    expect(page.at(".axis-alone")).to_have_count(0)
    assert page.at("#timeline .xtick text").all_text_contents() != dates


def test_a_phone_is_complete_without_plotly_until_somebody_works_with_the_chart(visit):
    page = visit("view=list&lang=en", phone=True)
    page.browser.goto(page.address("lang=en"))
    page.at("html[data-ready=true]").wait_for()
    expect(page.at("#event-list [data-event-id]").first).to_be_attached()
    expect(page.at(PLAIN)).to_be_visible()
    assert page.browser.evaluate("() => typeof Plotly") == "undefined"
    page.at(PLAIN).get_by_text("Putin signs the law").tap()
    page.panel("putin-signs-ratification")
    assert page.eventually("() => document.querySelectorAll('#timeline .js-plotly-plot').length", 1) == 1


def test_the_shapes_of_marks_are_plotly_s(look, modules):
    """Of every symbol that a kind may have, hollow or full."""
    names = [*get_args(Symbol), "line-ns", "line-ew"]
    drawn = look("lang=en").browser.evaluate(
        """async (names) => {
          const room = document.body.appendChild(document.createElement("div"));
          const marker = { symbol: names.map((name) => `${name}-open`), size: 14 };
          await Plotly.newPlot(room, [{ x: names, y: names, mode: "markers", marker }]);
          const found = [...room.querySelectorAll("path.point")].map((node) => node.getAttribute("d"));
          Plotly.purge(room);
          room.remove();
          return found;
        }""",
        names,
    )
    ours = modules("chart/plain/symbols.js")("({ pathOf }, names) => names.map((name) => pathOf(name, 14))", names)
    numbers = re.compile(r"-?\d+(?:\.\d+)?")
    for name, path, own in zip(names, drawn, ours, strict=True):
        assert re.sub(r"[^A-Za-z]", "", path) == re.sub(r"[^A-Za-z]", "", own), name
        pairs = zip(numbers.findall(path), numbers.findall(own), strict=True)
        assert all(abs(float(one) - float(other)) < 0.02 for one, other in pairs), name
