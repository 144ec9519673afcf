"""The first screen: how far down the chart begins, and how many stops of the keyboard stand before it."""

from __future__ import annotations

import pytest

SIZES = [(360, 640), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)]
# At most so many px from the top of the page, and so many stops.
TIMELINE = dict(zip(SIZES, (320, 300, 280, 260, 300), strict=True))
BUSY = dict(zip(SIZES[1:], (340, 300, 280, 320), strict=True))
OTHER = dict(zip(SIZES, (300, 280, 260, 240, 280), strict=True))
STOPS = dict(zip(SIZES, (14, 16, 16, 18, 18), strict=True))

FIRST = """(selector) => Math.min(...[...document.querySelectorAll(selector)]
  .filter((node) => node.checkVisibility()).map((node) => node.getBoundingClientRect().top + scrollY))"""


def named(size):
    return f"{size[0]}x{size[1]}"


def at(look, size, query):
    return look(query, viewport={"width": size[0], "height": size[1]})


def first_mark(page):
    drawn = [mark for mark in page.marks() if mark["right"] > mark["left"]]
    return min(mark["top"] for mark in drawn) + page.browser.evaluate("scrollY")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=named)
def test_the_first_mark_is_near_the_top(look, size, lang):
    assert first_mark(at(look, size, f"lang={lang}")) <= TIMELINE[size]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("query", ["event=duma-vote", "asof=2024-10-24"])
@pytest.mark.parametrize("size", SIZES[1:], ids=named)
def test_it_stays_there_with_an_event_open_and_in_replay(look, size, query, lang):
    assert first_mark(at(look, size, f"{query}&lang={lang}")) <= BUSY[size]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("view", "content"),
    [
        ("list", "#event-list li"),
        ("sources", "#sources-view :is(p, h2, table)"),
        ("disagreements", "#disagreements-view :is(p, h2)"),
        ("numbers", "#numbers-view :is(p, h2, svg)"),
    ],
)
@pytest.mark.parametrize("size", SIZES, ids=named)
def test_every_other_view_begins_near_the_top(look, size, view, content, lang):
    page = at(look, size, f"view={view}&lang={lang}")
    assert page.browser.evaluate(FIRST, content) <= OTHER[size]


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_few_stops_of_the_keyboard_stand_before_the_chart(visit, size):
    page = at(visit, size, "")
    stops = 0
    for _ in range(30):
        page.browser.keyboard.press("Tab")
        if page.browser.evaluate("() => document.activeElement.id === 'timeline'"):
            break
        stops += 1
    assert stops <= STOPS[size]


@pytest.mark.parametrize("size", [SIZES[0], SIZES[3]], ids=named)
def test_the_keyboard_meets_zoom_and_chart_in_the_order_of_what_is_seen(visit, size):
    """Zoom stands above the chart, on a phone at the foot of what is in sight of it."""
    page = at(visit, size, "")
    order = page.browser.evaluate(
        "() => [...document.querySelectorAll('#chart :is(#timeline, #zoom-tools button, #window-bar button:enabled)')]"
        ".map((node) => [node.id || node.dataset.key, node.getBoundingClientRect().bottom])"
    )
    names = [name for name, _ in order]
    zoom, chart = ["zoom_out", "zoom_in"], ["timeline"]
    assert names[:3] == (chart + zoom if size[0] < 600 else zoom + chart)
    assert size[0] < 600 or order[0][1] <= first_mark(page)


SHIFTS = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(found), 100)));
})"""


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES, ids=named)
def test_nothing_moves_while_the_page_arrives(visit, size, locale):
    """The sum of layout shifts, as web.dev/cls counts them."""
    page = visit("", viewport={"width": size[0], "height": size[1]}, locale=locale)
    assert sum(page.browser.evaluate(SHIFTS)) < 0.001


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("view", ["timeline", "numbers"])
def test_the_chosen_tab_and_chapter_are_in_sight_on_a_phone(look, view, lang):
    page = look(f"view={view}&chapter=in-force&lang={lang}", phone=True)
    for group in ("view-tabs", "chapters"):
        row, chosen = page.at(f"#{group}").bounding_box(), page.at(f"#{group} label:has(:checked)").bounding_box()
        assert row["x"] - 1 <= chosen["x"] and chosen["x"] + chosen["width"] <= max(row["x"] + row["width"], 360) + 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_on_a_phone_the_switch_of_the_period_stays_off_the_legend(look, lang):
    page = look(f"lang={lang}", viewport={"width": 360, "height": 640})
    switch, legend = page.at("#scope").bounding_box(), page.at("#legend-line").bounding_box()
    assert switch["y"] + switch["height"] <= legend["y"] + 0.5
