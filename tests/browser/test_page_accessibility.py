"""Accessibility: what axe can tell, the keyboard's way through the page, sizes for thumbs, and calm."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
# What the keyboard has to reach, as the browser sees it: shown, enabled, not taken out of the order; of radio buttons
# the chosen one.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled && node.tabIndex >= 0
    && (node.type !== "radio" || node.checked))
  .map((node, index) => (node.dataset.stop = String(index)))"""


def violations(page):
    """What axe finds, in a form that a failing test can be understood by."""
    result = Axe().run(page.browser, options=RULES)
    return [
        f"{item['id']} ({item['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for item in result.response["violations"]
        for node in item["nodes"][:3]
    ]


# Every event in both themes; what stands around the list, with a short one.
@pytest.mark.parametrize(
    "query",
    [
        "",
        "theme=dark",
        "view=list&kind=ratification",
        "lang=fr&source=entrevue",
        "q=3765&event=students-3765",
        "q=3765&event=students-3765&theme=dark&lang=fr",
        "source=entrevue&group=actor&window=2024-10-20/2024-10-29",
        "kind=treaty&actor=kim-jong-un&from=2024-06-01&nonsense=1",
        "q=zzzz",
        "kind=ratification&status=established&theme=dark",
        "kind=ratification&embed=1",
        "kind=combat&embed=1&theme=dark&lang=fr&view=list",
    ],
)
def test_axe_finds_nothing_on_a_desktop(look, query):
    assert violations(look(query)) == []


@pytest.mark.parametrize("query", ["", "kind=ratification&event=duma-vote", "theme=dark&kind=treaty&lang=fr"])
def test_axe_finds_nothing_on_a_phone(look, query):
    assert violations(look(query, phone=True)) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_the_filters_open_on_a_phone(visit, theme):
    page = visit(f"theme={theme}&kind=ratification", phone=True)
    page.open_filters()
    expect(page.at("#filter-actor")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize(("query", "phone"), [("lang=en", False), ("theme=dark&lang=fr", True)])
def test_axe_finds_nothing_in_the_dialogs_of_sharing(visit, query, phone):
    page = visit(query, phone=phone)
    page.at("#share").click()
    assert violations(page) == []
    page.at("[data-key=qr-large]").click()
    assert violations(page) == []


# ---- keyboard ----


def walk(page, limit=600):
    """Press Tab until the focus leaves the page; gives the stops on the way."""
    stops = []
    for _ in range(limit):
        page.browser.keyboard.press("Tab")
        stop = page.browser.evaluate(
            "document.activeElement === document.body ? null : document.activeElement.dataset.stop ?? "
            "document.activeElement.outerHTML.slice(0, 120)"
        )
        if stop is None or (stops and stop == stops[0]):
            break
        if [stop] != stops[-1:]:  # a box for a day has stops of its own: day, month, year
            stops.append(stop)
    return stops


@pytest.mark.parametrize(
    ("query", "phone"),
    [
        ("kind=ratification&country=KP", False),
        ("kind=ratification&event=duma-vote", False),
        ("kind=ratification", True),
    ],
)
def test_the_keyboard_reaches_everything_in_the_order_of_the_page(visit, query, phone):
    page = visit(query, phone=phone)
    wanted = page.browser.evaluate(REACHABLE)
    assert len(wanted) > 20
    assert walk(page) == wanted


def test_the_first_stop_skips_to_the_events(timeline_page):
    page = timeline_page
    page.browser.keyboard.press("Tab")
    skip = page.at(".skip-link").first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.browser.keyboard.press("Enter")
    expect(page.at("#event-list")).to_be_focused()
    expect(page.at("#event-list")).to_be_in_viewport()
    page.browser.keyboard.press("Tab")
    expect(page.at("#event-list button").first).to_be_focused()


def test_the_second_stop_skips_to_the_chart(timeline_page):
    """The view stays, in a file too, where it stands behind the #."""
    page = timeline_page
    page.choose("kind", "treaty")
    before = page.query()
    assert "kind=treaty" in before
    skip = page.at(".skip-link").last
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.browser.keyboard.press("Enter")
    expect(page.at("#main")).to_be_focused()
    page.browser.keyboard.press("Tab")
    assert page.browser.evaluate("() => document.activeElement.closest('#chart') !== null")
    assert page.query() == before


def test_the_focus_can_be_seen(visit):
    """Each stop of the keyboard is outlined (or the label of a hidden box is), and lies in view."""
    page = visit("kind=ratification&country=KP")
    page.browser.evaluate(REACHABLE)
    for _ in range(40):
        page.browser.keyboard.press("Tab")
        seen = page.browser.evaluate("""() => {
          const node = document.activeElement;
          if (node === document.body) return "";
          const around = [node, node.closest("label, .dash-input-container")].filter(Boolean);
          const outlined = around.some((each) => getComputedStyle(each).outlineStyle !== "none"
            && parseFloat(getComputedStyle(each).outlineWidth) >= 2);
          return outlined ? "" : node.outerHTML.slice(0, 200);
        }""")
        assert seen == ""


def test_filters_work_by_keyboard(timeline_page, expected):
    page = timeline_page
    page.open_drawer()
    page.at("#filter-kind input[value=treaty]").focus()
    page.browser.keyboard.press("Space")
    assert page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    expect(page.at("#filter-kind input[value=treaty]")).to_be_focused()
    page.browser.keyboard.press("Escape")
    page.at("#view-tabs input:checked").focus()
    page.browser.keyboard.press("ArrowRight")
    expect(page.at("html")).to_have_attribute("data-view", "list")
    expect(page.at("#view-tabs input[value=list]")).to_be_focused()


# ---- names ----


def test_groups_and_parts_have_names(timeline_page):
    page = timeline_page.browser
    timeline_page.open_filters()
    timeline_page.at("#options").click()
    for name in ("Actor", "Country", "Source", "Kind", "Status", "Dates"):
        expect(page.get_by_role("group", name=name, exact=True)).not_to_have_count(0)
    expect(page.get_by_role("radiogroup", name="View")).to_have_count(1)
    expect(page.get_by_role("radiogroup", name="Group by")).to_have_count(1)
    expect(page.get_by_role("searchbox", name="Search", exact=True)).to_have_count(1)
    expect(page.get_by_role("region", name="Events")).to_have_count(1)
    expect(page.get_by_role("region", name="Filters")).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)


def test_headings_go_down_without_a_gap(look):
    page = look("event=students-3765")
    levels = page.at("h1, h2, h3, h4").evaluate_all(
        "nodes => nodes.filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1]))"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_the_chart_says_how_it_is_used(still_page):
    expect(still_page.at("#timeline")).to_have_attribute("role", "application")
    expect(still_page.at("#timeline")).to_have_accessible_name(
        "Timeline chart. Arrow keys move from event to event, Enter opens one or lists those of a circle, plus and "
        "minus zoom, Shift and arrows go earlier or later, R goes along related events. "
        "The list below holds the same events."
    )


# ---- sizes and calm ----


@pytest.mark.parametrize("query", ["", "event=students-3765", "view=list&lang=fr"])
def test_targets_are_large_enough_for_a_thumb(visit, query):
    """WCAG 2.2 AA, 2.5.8: 24 px both ways, for buttons, boxes to fill in, and the labels of boxes to tick."""
    page = visit(query, phone=True)
    if "event" not in query:
        page.open_filters()
    # What of the list is out of sight is not laid out, and would have no size.
    page.browser.add_style_tag(content=".event { content-visibility: visible !important }")
    small = page.browser.evaluate("""() =>
      [...document.querySelectorAll(
        "button, summary, label:has(input), input:not([type=checkbox], [type=radio]), [role=slider]")]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]"))
      .map((node) => [node.outerHTML.slice(0, 100), node.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24)
      .map(([html, box]) => `${html} ${Math.round(box.width)}×${Math.round(box.height)}`)""")
    assert small == []


def test_nothing_moves_for_those_who_want_calm(visit):
    page = visit(reduced_motion="reduce")
    page.open_event("duma-vote")
    page.preset("duma-week")
    moving = page.browser.evaluate("""() => [...document.querySelectorAll("*")].filter((node) => {
      const style = getComputedStyle(node);
      return style.animationName !== "none" || (style.transitionProperty !== "none"
        && style.transitionDuration.split(",").some((time) =>
          parseFloat(time) > 0)) || style.scrollBehavior === "smooth";
    }).map((node) => node.outerHTML.slice(0, 100))""")
    assert moving == []
    assert page.browser.evaluate("document.getAnimations().length") == 0


def test_twice_the_text_size_still_fits(visit):
    """At 640 CSS px, which is a 1280 px screen at 200 %, nothing is cut off sideways."""
    page = visit("event=students-3765", viewport={"width": 640, "height": 450})
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == 640


@pytest.mark.parametrize(("query", "phone"), [("", False), ("theme=dark&lang=fr&asof=2024-10-24", True)])
def test_axe_finds_nothing_in_the_export_menu(visit, query, phone):
    page = visit(query, phone=phone)
    page.in_menu("#export").click()
    expect(page.at("#export-dialog")).to_be_visible()
    assert violations(page) == []
