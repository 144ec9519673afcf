"""Drawings of the chart are kept: one that comes back is the one that was there, and it looks as if drawn anew."""

from __future__ import annotations

import pytest

# Everything in the chart that can be seen: what it is, what it says, where, and in which colours.
LOOKS = """() => [...document.querySelectorAll("#timeline .main-svg :is(path, text, rect)")].map((node) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  const { fill, stroke, opacity, visibility } = getComputedStyle(node);
  const seen = width + height > 0 && visibility === "visible" && left + width > 0 && left < innerWidth;
  return seen && [node.tagName, node.textContent, ...[left, top + scrollY, width, height].map(Math.round), fill,
    stroke, opacity].join(" ");
}).filter(Boolean).sort()"""
PLAIN = "lang=en&theme=light"
VIEWS = {
    "all": PLAIN,
    "a kind": f"kind=treaty&{PLAIN}",
    "a country": f"country=IR&{PLAIN}",
    "an open event": f"kind=treaty&event=treaty-signed&{PLAIN}",
    "other lanes": f"group=status&{PLAIN}",
    "an earlier day": f"asof=2024-10-25&{PLAIN}",
    "another window": f"window=2024-10-20/2024-10-29&{PLAIN}",
    "French": "lang=fr&theme=light",
    "dark": "lang=en&theme=dark",
}


def looks(page):
    return page.settled().browser.evaluate(LOOKS)


@pytest.fixture
def anew(visit):
    """anew(query) is what a page looks like that was loaded for the view."""
    return lambda query: looks(visit(query))


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "all"])
def test_a_view_that_comes_back_looks_as_if_drawn_anew(visit, anew, name):
    other = anew(VIEWS[name])
    page = visit(VIEWS["all"])
    every = looks(page)
    assert len(every) > 100 and len(other) > 5 and other != every
    for _ in range(2):
        assert looks(page.turn_to(VIEWS[name])) == other
        assert looks(page.turn_to(VIEWS["all"])) == every


def test_three_views_in_turn(visit):
    page = visit(VIEWS["all"])
    seen = {"all": looks(page)}
    for name in ("a kind", "other lanes", "all", "other lanes", "a kind", "all", "a kind"):
        now = looks(page.turn_to(VIEWS[name]))
        assert seen.setdefault(name, now) == now


def test_what_is_filtered_away_and_comes_back_is_not_drawn_anew(visit):
    page = visit()
    page.browser.evaluate("document.querySelector('#timeline .main-svg').dataset.mine = 'the first'")
    page.choose("kind", "treaty")
    assert page.settled().at("#timeline .main-svg[data-mine]").count() == 0
    page.choose("kind", "treaty")
    assert page.settled().at("#timeline .main-svg[data-mine='the first']").count() == 1
    assert page.at("#timeline .js-plotly-plot").count() == 1


def test_a_screen_of_another_width_has_a_drawing_of_its_own(visit):
    page = visit()
    wide = looks(page)
    page.browser.set_viewport_size({"width": 800, "height": 900})
    fits = (
        "() => { const [svg] = document.querySelectorAll('#timeline .main-svg'); return svg.clientWidth === "
        "document.getElementById('timeline').clientWidth; }"
    )
    assert page.eventually(fits, True)
    page.choose("kind", "treaty")
    page.choose("kind", "treaty")
    assert looks(page) != wide
    page.browser.set_viewport_size({"width": 1280, "height": 900})
    assert page.eventually(fits, True)
    assert looks(page) == wide


def test_a_drag_and_back_leaves_what_was_there(visit):
    page = visit("window=2024-10-20/2024-10-30")
    before, plot, mouse = looks(page), page.plot_box(), page.browser.mouse
    y = plot["top"] + 5
    for way in (0.3, -0.3):
        start = page.window()
        mouse.move((plot["left"] + plot["right"]) / 2, y)
        mouse.down()
        mouse.move((plot["left"] + plot["right"]) / 2 + way * (plot["right"] - plot["left"]), y, steps=4)
        mouse.up()
        page.window_changes(start)
    mouse.move(0, 0)
    assert page.query() == "window=2024-10-20/2024-10-30"
    assert looks(page) == before
