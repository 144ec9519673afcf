"""Where the panel lies: over the page, beside what was pressed; nothing moves, and nothing beneath it is lost."""

from __future__ import annotations

import pytest
from page import middle
from playwright.sync_api import expect

WIDTHS = [(1024, 768), (1280, 800), (1920, 1080)]
SIZE = """() => [...document.querySelectorAll("#timeline, #timeline .main-svg, .masthead")].map((node) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
})"""
EDGES = """() => {
  const { left, top, right, bottom } = document.querySelector("#event-panel").getBoundingClientRect();
  return { left, top, right, bottom };
}"""
# Whether what has the focus lies wholly beneath the panel or out of sight.
HIDDEN = """() => {
  const panel = document.querySelector("#event-panel");
  const here = document.activeElement;
  if (here === document.body || panel.contains(here)) return null;
  const [own, over] = [here, panel].map((node) => node.getBoundingClientRect());
  const beneath = own.left >= over.left && own.right <= over.right && own.top >= over.top && own.bottom <= over.bottom;
  const away = own.right <= 0 || own.left >= innerWidth || own.bottom <= 0 || own.top >= innerHeight;
  return beneath || away ? here.outerHTML.slice(0, 200) : null;
}"""


def screen(width, height):
    return {"viewport": {"width": width, "height": height}}


def marks_in_sight(page):
    """A few marks of single events from all over the chart's width, which can be pressed without scrolling."""
    foot = page.at("#overview").evaluate("node => node.parentElement.getBoundingClientRect().top")
    found = sorted((mark for mark in page.marks() if mark["bottom"] < foot and mark["left"] > 0), key=middle)
    return found[:: max(1, len(found) // 6)]


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_the_pressed_mark_and_the_chart_stay_where_they_are(visit, width, height):
    """And the panel does not cover the mark."""
    page = visit("lang=en", **screen(width, height))
    sizes = page.browser.evaluate(SIZE)
    marks = marks_in_sight(page)
    assert len(marks) > 4 and marks[-1]["left"] > width * 0.75
    for mark in marks:
        page.click_box(mark)
        page.panel(mark["id"])
        page.settled()
        after = [other for other in page.marks() if other["id"] == mark["id"]]
        assert any(all(abs(a - b) < 1 for a, b in zip(middle(other), middle(mark), strict=True)) for other in after), (
            f"{mark} moved: {after}"
        )
        assert page.browser.evaluate(SIZE) == sizes
        panel = page.browser.evaluate(EDGES)
        assert mark["right"] <= panel["left"] or panel["right"] <= mark["left"]
        page.browser.keyboard.press("Escape")
        expect(page.at("#event-panel")).to_be_hidden()
        assert page.browser.evaluate(SIZE) == sizes


@pytest.mark.parametrize(("width", "height"), [(768, 1024), *WIDTHS])
def test_it_is_as_wide_at_every_event_and_never_wider_than_half_the_screen(visit, width, height):
    page = visit("event=treaty-signed&lang=en", **screen(width, height))
    rem = page.browser.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    edges = page.browser.evaluate(EDGES)
    assert edges["right"] - edges["left"] == pytest.approx(min(26 * rem, width / 2 - 1.5 * rem), abs=1)
    view = page.at("#main").bounding_box()
    assert (edges["top"], edges["bottom"]) == (pytest.approx(view["y"], abs=1), height), "below the controls"
    page.browser.evaluate("scrollTo(0, 400)")
    assert page.eventually(f"() => ({EDGES})().top", 0) == 0


def test_it_keeps_its_side_while_it_is_open(visit):
    page = visit("lang=en")
    right = max(marks_in_sight(page), key=middle)
    page.click_box(right)
    panel = page.panel(right["id"])
    expect(panel).to_have_attribute("data-side", "left")
    panel.locator(".panel-previous").click()
    expect(panel).not_to_have_attribute("data-event-id", right["id"])
    expect(panel).to_have_attribute("data-side", "left")
    page.browser.keyboard.press("Escape")
    page.open_event("treaty-signed")
    expect(panel).to_have_attribute("data-side", "right")


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("event=treaty-signed", (1024, 768)),  # to the right
        ("event=kim-ratifies", (1280, 800)),  # to the left
        ("event=kim-ratifies&view=sources", (1024, 768)),
        ("event=kim-ratifies", (390, 844)),
    ],
)
def test_what_has_the_focus_is_never_beneath_it(visit, query, size):
    """The panel goes to the other side; the page can be scrolled free of the sheet."""
    page = visit(f"{query}&lang=en&kind=ratification", **screen(*size))
    page.browser.evaluate("document.activeElement.blur()")
    seen = 0
    for _ in range(120):
        page.browser.keyboard.press("Tab")
        assert page.browser.evaluate(HIDDEN) is None
        seen += 1
        if page.browser.evaluate("document.activeElement === document.body"):
            break
    assert seen > 30


def test_a_mouse_reaches_what_it_covers(visit):
    """The controls stay free. A button puts the panel on the other side; the page is no wider than the screen."""
    page = visit("event=treaty-signed&lang=en")
    panel = page.at("#event-panel")
    for control in ("#lang-toggle", "#share", "#menu", "#filters-open", "#options"):
        page.at(control).click(trial=True)
    mark = max(marks_in_sight(page), key=middle)
    at_mark = "([x, y]) => document.elementFromPoint(x, y).closest('#event-panel') !== null"
    assert page.browser.evaluate(at_mark, middle(mark))
    panel.get_by_role("button", name="Move to the other side").click()
    expect(panel).to_have_attribute("data-side", "left")
    assert not page.browser.evaluate(at_mark, middle(mark))
    assert page.browser.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_pressed_mark_stands_above_the_sheet(visit):
    page = visit("lang=en", phone=True)
    page.at("#timeline").evaluate("(node) => scrollBy(0, node.getBoundingClientRect().top - 200)")
    low = max((mark for mark in page.marks() if 0 < mark["bottom"] < 700), key=lambda mark: mark["bottom"])
    page.click_box(low)
    page.panel(low["id"])
    page.settled()
    panel = page.browser.evaluate(EDGES)
    [mark] = [mark for mark in page.marks() if mark["id"] == low["id"]]
    assert mark["top"] > 0 and mark["bottom"] < panel["top"]
    assert mark["left"] == pytest.approx(low["left"], abs=1)


def test_on_a_phone_the_mark_of_an_address_and_of_the_next_event_stand_above_the_sheet(visit):
    page = visit("event=entry-into-force&lang=en", phone=True)
    for _ in range(2):
        id = page.panel_id()
        panel = page.browser.evaluate(EDGES)
        [mark] = [mark for mark in page.marks() if mark["id"] == id]
        assert mark["top"] > 0 and mark["bottom"] < panel["top"]
        page.at(".panel-previous").click()
        expect(page.at("#event-panel")).not_to_have_attribute("data-event-id", id)
        page.settled()


def test_on_a_phone_the_line_that_was_pressed_stands_above_the_sheet(visit):
    page = visit("view=list&lang=en", phone=True)
    page.open_event("kim-ratifies")
    page.settled()
    line = page.item("kim-ratifies").locator("button").bounding_box()
    assert line["y"] > 0 and line["y"] + line["height"] < page.browser.evaluate(EDGES)["top"]


@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("id", ["soviet-treaty-1961", "kim-ratifies", "entry-into-force"])
def test_the_line_of_an_address_is_in_sight_in_the_table_of_sources(look, size, id):
    page = look(f"view=sources&event={id}&lang=en", **screen(*size))
    title = page.at(f'#sources-view tr[data-row="{id}"] .event-title').bounding_box()
    head, foot = (page.at(f"#sources-view {part} th").first.bounding_box() for part in ("thead", "tfoot"))
    panel = page.browser.evaluate(EDGES)
    end = min(foot["y"], panel["top"] if size[0] < 640 else size[1])
    assert max(0, head["y"] + head["height"]) <= title["y"] + 1
    assert title["y"] + title["height"] <= end + 1
    assert title["x"] >= 0 and title["x"] + 24 < (panel["left"] or size[0])


def test_the_region_is_named_by_its_title_and_its_headings_are_in_order(look):
    page = look("event=duma-vote&lang=en")
    page.panel("duma-vote")
    region = page.browser.get_by_role("complementary", name="Russia’s lower house votes unanimously", exact=False)
    expect(region).to_have_count(1)
    levels = region.locator("h2, h3, h4").evaluate_all("nodes => nodes.map((node) => Number(node.tagName[1]))")
    assert levels[0] == 2 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_titles_names_and_dates_are_read_in_their_own_direction(look):
    panel = look("event=duma-vote&lang=en").panel("duma-vote")
    for part in ("#panel-title", ".says >> nth=0", ".claimant strong >> nth=0", ".related a >> nth=0"):
        expect(panel.locator(part)).to_have_attribute("dir", "auto")
    for part in (".panel-date bdi", "bdi.claim-day >> nth=0", ".meta dd bdi >> nth=0"):
        expect(panel.locator(part)).to_be_visible()
