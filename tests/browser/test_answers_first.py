"""What the page answers before Plotly and Dash are there, the largest of its scripts; and that nothing jumps then."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

CENTRES = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
  const { left, top, right, bottom } = node.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
})"""
TITLES = """(selector) => Object.fromEntries([...document.querySelectorAll(selector)].map((node) => {
  const { left, top, right, bottom } = node.getBoundingClientRect();
  return [node.textContent.replace(/\\s/g, ""), [left, (top + bottom) / 2, right]]; // Plotly parts lines by elements
}))"""
SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
DRAWN = ".tracemarks path.point, .traceclusters path.point"


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
    page.at(".early").get_by_text("Putin signs the law").click()
    page.panel("putin-signs-ratification")


def test_a_filter_and_a_typed_word_change_count_list_and_marks(without_plotly, expected):
    page, send = without_plotly("lang=en")
    before = page.at(".early .mark").count()
    page.choose("kind", "ratification")
    wanted = expected.listed("kind=ratification")
    assert page.ids_become(wanted) == wanted
    assert 0 < page.at(".early .mark").count() < before
    page.type("duma")
    wanted = expected.listed("kind=ratification&q=duma")
    assert page.ids_become(wanted) == wanted
    send()
    assert page.ids_become(wanted) == wanted
    expect(page.at(".early")).to_have_count(0)


def test_tab_and_arrows_move_between_marks(without_plotly):
    page, _ = without_plotly("lang=en")
    page.at("#timeline").focus()
    page.browser.keyboard.press("ArrowRight")
    expect(page.at("#timeline .tip")).to_contain_text("2024")
    page.browser.keyboard.press("Enter")
    expect(page.at("#event-panel")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (768, 1024), (390, 844)])
def test_everything_stands_where_plotly_draws_it(without_plotly, width, height):
    page, send = without_plotly("lang=en", viewport={"width": width, "height": height})
    early = page.browser.evaluate(CENTRES, ".early .mark")
    titles = page.browser.evaluate(TITLES, ".early .title")
    page.browser.evaluate(SHIFTS)
    send()
    drawn = page.browser.evaluate(CENTRES, DRAWN)
    assert len(early) > 40 and len(titles) > 20
    # The middle of a triangle's box is not that of its place, and Plotly's has another box than a clip path.
    for x, y in early:
        assert min(max(abs(x - other), abs(y - place)) for other, place in drawn) < 2.5
    again = page.browser.evaluate(TITLES, ".tracelabels text")
    assert titles.keys() == again.keys()
    for words, place in titles.items():
        assert all(abs(one - other) < 2 for one, other in zip(place, again[words], strict=True)), words
    assert page.browser.evaluate("() => window.shifted") == 0
