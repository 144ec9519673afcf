"""The drawer of filters: it lies over the page, moves nothing, hides no focus, and puts what matches first."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SIZES = [(360, 640), (768, 1024), (1280, 800)]
BOX = "(selector) => { const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();"
BOX += " return [x, y, width, height].map(Math.round); }"
NAMES = """(facet) => [...document.querySelectorAll(`#filter-${facet} label`)]
  .filter((label) => label.checkVisibility())
  .map((label) => [label.querySelector(".choice-name").textContent,
    Number(label.querySelector(".choice-count").textContent)])"""
VALUES = "(facet) => [...document.querySelectorAll(`#filter-${facet} input[name]`)].map((input) => input.value)"


def sized(size):
    return {"viewport": {"width": size[0], "height": size[1]}}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_drawer_moves_and_resizes_nothing(visit, size):
    page = visit(**sized(size))
    before = [page.browser.evaluate(BOX, part) for part in ("#timeline", "#overview", ".controls")]
    page.open_drawer()
    expect(page.at("#filters")).to_be_in_viewport()
    assert [page.browser.evaluate(BOX, part) for part in ("#timeline", "#overview", ".controls")] == before


@pytest.mark.parametrize(("lang", "words"), [("en", "Show {} events"), ("fr", "Voir {} événements")])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_its_foot_says_how_many_events_there_are_and_closes_it(visit, expected, size, lang, words):
    page = visit(f"lang={lang}", **sized(size))
    page.choose("kind", "treaty")
    foot = page.at("#filters-show")
    expect(foot).to_have_text(words.format(len(expected.listed("kind=treaty"))))
    expect(foot).to_be_in_viewport(ratio=1)  # however far the filters are scrolled
    foot.click()
    expect(page.at("#filters")).to_be_hidden()
    expect(page.at("#filters-open")).to_be_focused()


def test_its_foot_says_so_when_nothing_matches(visit):
    page = visit("q=zzzz")
    page.open_drawer()
    expect(page.at("#filters-show")).to_have_text("Close: no event matches")


@pytest.mark.parametrize("close", ["Escape", "#filters-close"])
def test_closing_gives_the_focus_back(timeline_page, close):
    page = timeline_page
    page.at("#filters-open").focus()
    page.browser.keyboard.press("Enter")
    expect(page.at("#filters-close")).to_be_focused()
    if close == "Escape":
        page.at("#filter-text").focus()
        page.browser.keyboard.press("Escape")
    else:
        page.at(close).click()
    expect(page.at("#filters")).to_be_hidden()
    expect(page.at("#filters-open")).to_be_focused()


def test_escape_closes_the_drawer_alone_and_not_an_open_event(visit):
    page = visit("event=duma-vote")
    page.open_drawer()
    page.browser.keyboard.press("Escape")
    expect(page.at("#filters")).to_be_hidden()
    expect(page.at("#event-panel")).to_be_visible()


def test_clear_all_keeps_the_focus(visit):
    page = visit("kind=treaty&q=kim")
    page.open_drawer()
    page.at("#filter-clear").focus()
    page.browser.keyboard.press("Enter")
    assert page.query_becomes("") == ""
    expect(page.at("#filter-clear")).to_be_focused()
    expect(page.at("#filter-clear")).to_be_disabled()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_focus_is_never_beneath_the_drawer(visit, size):
    """WCAG 2.4.11: what the keyboard reaches beneath it makes it close."""
    page = visit("kind=ratification", **sized(size))
    page.open_drawer()
    page.at("#filters-show").focus()
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 24:
        page.browser.keyboard.press(key)
        covered = page.settled().browser.evaluate("""() => {
          const node = document.activeElement, drawer = document.querySelector("#filters");
          if (node === document.body || drawer.hidden || drawer.contains(node)) return null;
          const own = drawer.getBoundingClientRect(), box = (node.closest("label") || node).getBoundingClientRect();
          const over = box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top;
          return over ? node.outerHTML.slice(0, 120) : null;
        }""")
        assert covered is None


def test_the_mouse_reaches_the_chart_beside_the_drawer(timeline_page):
    """Only the keyboard's focus makes the drawer close."""
    page = timeline_page
    page.open_drawer()
    mark = next(mark for mark in page.marks() if 500 < mark["left"] < 900 and mark["bottom"] < 700)
    page.click_box(mark)
    page.panel(mark["id"])
    expect(page.at("#filters")).to_be_visible()


# ---- the order of the options ----


@pytest.mark.parametrize("facet", ["actor", "country", "source"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_options_that_match_come_first_and_the_rest_is_folded_away(visit, expected, lang, facet):
    page = visit(f"kind=ratification&lang={lang}")
    page.open_drawer()
    counts = expected.counts("kind=ratification")[facet]
    none = sum(count == 0 for count in counts.values())
    shown = page.browser.evaluate(NAMES, facet)
    assert len(shown) == len(counts) - none and all(count for _, count in shown)
    assert [count for _, count in shown] == sorted((count for _, count in shown), reverse=True)
    words = {"en": f"{none} more without events", "fr": f"{none} de plus sans événement"}[lang]
    fold = page.at(f"#filter-{facet} .more > summary")
    expect(fold).to_have_text(words)
    fold.click()
    assert len(page.browser.evaluate(NAMES, facet)) == len(counts)


def test_a_chosen_option_without_events_is_in_sight(visit):
    page = visit("kind=ratification&country=IR")
    page.open_drawer()
    expect(page.choice("filter-country", "IR")).to_be_visible()


def test_the_search_box_of_a_list_looks_into_the_fold(visit):
    page = visit("kind=ratification")
    page.open_drawer()
    page.at("#filter-country .choice-search").fill("iran")
    expect(page.choice("filter-country", "IR")).to_be_visible()


def test_nothing_jumps_while_somebody_clicks(timeline_page):
    page = timeline_page
    page.open_drawer()
    before = [page.browser.evaluate(VALUES, facet) for facet in ("actor", "country", "source")]
    page.choose("kind", "ratification")
    page.choose("country", "KP")
    page.settled()
    assert [page.browser.evaluate(VALUES, facet) for facet in ("actor", "country", "source")] == before
    page.close_drawer()
    page.open_drawer()
    assert page.browser.evaluate(VALUES, "actor") != before[0]


ORDER = """({ ordered }, [lang, options]) => {
  const { options: found, shown } = ordered(options, new Intl.Collator(lang).compare);
  return [found.map(({ label }) => label), shown];
}"""


def option(label, count, checked=False):
    return {"value": label, "label": label, "count": count, "checked": checked}


def test_options_go_by_number_and_then_by_the_language_s_alphabet(modules):
    order = modules("model/facet-order.js")
    names = [option(name, 2) for name in ("Zambie", "États-Unis", "Éthiopie", "Espagne", "eSwatini")]
    assert order(ORDER, ["fr", [*names, option("Togo", 3)]]) == [
        ["Togo", "Espagne", "eSwatini", "États-Unis", "Éthiopie", "Zambie"],
        6,
    ]
    swedish = [option(name, 1) for name in ("Ö", "A", "Z")]
    assert order(ORDER, ["sv", swedish])[0] == ["A", "Z", "Ö"]
    assert order(ORDER, ["de", swedish])[0] == ["A", "Ö", "Z"]


def test_a_chosen_option_counts_as_one_that_matches(modules):
    order = modules("model/facet-order.js")
    options = [option("a", 0), option("b", 0, checked=True), option("c", 1)]
    assert order(ORDER, ["en", options]) == [["c", "b", "a"], 2]
