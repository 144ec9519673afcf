"""What a reader sees before the scripts have come: the page, its marks, and later nothing of it has moved."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

TOP = "() => document.querySelector('#timeline').getBoundingClientRect().top"
MARKS = (
    "() => [...document.querySelectorAll('#first-marks .mark')].filter((mark) => getComputedStyle(mark).visibility "
    "=== 'visible' && mark.getBoundingClientRect().bottom > 0).length"
)

# What moved since the page was opened, as the browser counts it.
SHIFTS = """() => new Promise((told) => {
  const entries = [];
  const heard = (list) => entries.push(...list.getEntries());
  new PerformanceObserver(heard).observe({ type: "layout-shift", buffered: true });
  const moved = ({ sources }) => sources.map(({ node }) => node && node.outerHTML.slice(0, 80));
  requestAnimationFrame(() => setTimeout(() => told(entries.flatMap(moved))));
})"""


def stop_scripts(page):
    """The page as it is while its scripts are on their way."""
    page.browser.route("**/bundles/**", lambda route: route.fulfill(body="", content_type="text/javascript"))


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1920, 1080), (768, 1024), (360, 740)])
def test_the_chart_s_marks_are_there_before_the_scripts_and_nothing_moves_after(visit, width, height):
    options = {"viewport": {"width": width, "height": height}}
    page = visit(**options)
    live = page.browser.evaluate(TOP)
    assert page.at("#first-marks").count() == 0
    stop_scripts(page)
    page.browser.goto(page.address())
    assert page.browser.evaluate(MARKS) > 40
    assert page.at("h1").is_visible()
    assert abs(page.browser.evaluate(TOP) - live) <= 3


@pytest.mark.parametrize("query", ["lang=en", "lang=fr&view=list", "lang=en&event=putin-signs-ratification"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024), (1080, 1920), (360, 740)])
def test_nothing_that_is_in_sight_moves_while_the_page_is_drawn(visit, query, width, height):
    page = visit("view=sources", viewport={"width": width, "height": height})
    page.browser.goto(page.address(query))
    page.ready()
    assert page.browser.evaluate(SHIFTS) == []


def test_the_marks_of_another_view_are_not_shown_for_it(visit):
    page = visit()
    stop_scripts(page)
    page.browser.goto(page.address("kind=ratification&lang=fr"))
    assert page.browser.evaluate(MARKS) == 0
    page.browser.goto(page.address("lang=fr&theme=dark"))
    assert page.browser.evaluate(MARKS) > 40


FIRST_MARKS = """() => [...document.querySelectorAll("#first-marks [data-row]")].flatMap((mark) => {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return bottom > 0 ? [[Number(mark.dataset.row), (left + right) / 2, (top + bottom) / 2]] : [];
})"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("width", "height", "alike"),
    [(360, 740, 0.7), (768, 1024, 0.6), (1280, 800, 0.9), (1440, 900, 0.9), (1920, 1080, 0.9)],
)
def test_marks_stand_where_the_chart_puts_them(visit, record, width, height, alike, language):
    """Across to the px. Down as well on the screens that they are made for (`alike` is the share of them within 4 px);
    a label that the server doesn't measure may bring a mark to another line of its lane."""
    page = visit(f"lang={language}", viewport={"width": width, "height": height})
    marks = {mark["id"]: mark for mark in page.marks()}
    stop_scripts(page)
    page.browser.goto(page.address(f"lang={language}"))
    first = page.browser.evaluate(FIRST_MARKS)
    assert len(first) > 40
    down = []
    for row, x, y in first:
        mark = marks.get(record.events[row].id)  # one that is in a circle of the chart has none
        if mark:
            assert abs(x - (mark["left"] + mark["right"]) / 2) <= 2
            down.append(abs(y - (mark["top"] + mark["bottom"]) / 2))
    assert len(down) >= 0.9 * len(first)
    assert sum(gap <= 4 for gap in down) >= alike * len(down), sorted(down)


def test_without_javascript_the_events_can_be_read_in_the_page_s_language(browser, live_server, record):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for query, shown, other in (("", "en", "fr"), ("?lang=fr&view=list", "fr", "en")):
        page.goto(f"{live_server}/{query}")
        assert not page.locator("#filters").is_visible()
        for language in (shown, other):  # as the address has it, and after the link to the other language
            read = page.locator(f".noscript section[lang={language}]")
            assert read.locator("li").count() == len(record.events)
            assert record.events[0].title[language] in page.locator(".noscript").inner_text()
            expect(page.locator(".noscript section:visible")).to_have_count(1)
            expect(page.locator("h1")).to_have_text(record.settings.title[language], use_inner_text=True)
            if language == shown:
                read.locator(f"a[lang={other}]").click()
    context.close()


@pytest.mark.parametrize("view", ["timeline", "numbers"])
def test_a_view_waits_for_plotly_where_it_needs_it(visit, view):
    """The largest of the scripts comes last, and on a slow network long after the others."""
    page = visit()
    held = []
    # Playwright counts the parameters of what it calls, which it can't of a built-in method.
    page.browser.route("**/bundles/plotly.*", lambda route: held.append(route))  # noqa: PLW0108
    with page.browser.expect_request("**/bundles/plotly.*"):
        page.browser.goto(page.address(f"view={view}&lang=en"), wait_until="domcontentloaded")
    shown = (
        f"() => document.documentElement.dataset.view === '{view}' && document.querySelectorAll('#event-list "
        f"[data-event-id]').length > 50"
    )
    assert page.eventually(shown, True), "the rest of the page is there without it"
    assert page.eventually("() => document.querySelectorAll('script[src*=\"/plotly.\"]').length", 1) == 1
    [route] = held
    route.continue_()
    page.ready()
    assert page.eventually(
        f"() => document.querySelectorAll('#{'timeline' if view == 'timeline' else 'numbers-view'} "
        f".js-plotly-plot .main-svg').length > 0",
        True,
    )


def test_data_that_did_not_come_are_asked_for_again(visit, expected):
    """A phone's network drops out now and then."""
    page = visit()
    asked = page.refuse("**/bundles/record.*", 2)  # the preload and the page's own question
    page.browser.goto(page.address("kind=treaty"))
    page.ready()
    assert page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    assert len(asked) > 1
    assert all("ERR_FAILED" in error for error in page.errors), page.errors
    page.errors.clear()
