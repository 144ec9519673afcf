"""Where the system sets all colours, and where a reader asks for more contrast, all that says something stays."""

from __future__ import annotations

import pytest

# A colour as Chromium paints it, of a property of the first element that a selector finds.
STYLE = "([selector, property]) => getComputedStyle(document.querySelector(selector))[property]"
CHOSEN = "label:has(input:checked)"
OTHER = "label:not(:has(input:checked))"
# Elements without words whose background is all there is of them.
PALE = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll(".symbol, .handle")].filter((node) => node.checkVisibility())
    .filter((node) => {
      const style = getComputedStyle(node, node.matches(".handle") ? "::after" : null);
      return [paper, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor) || style.forcedColorAdjust === "auto";
    }).map((node) => node.outerHTML.slice(0, 100));
}"""


def style(page, selector, name):
    return page.browser.evaluate(STYLE, [selector, name])


@pytest.fixture(params=["light", "dark"])
def forced(visit, request):
    """forced(query) opens the page where the system sets all colours."""
    return lambda query="": visit(query, forced_colors="active", color_scheme=request.param)


@pytest.mark.parametrize(
    ("query", "groups"),
    [
        ("", ["view-tabs", "chapters"]),
        (
            "group=actor&window=2024-10-20/2024-10-29&key=1&kind=treaty&status=reported",
            ["group-by", "presets", "key-events", "filter-kind", "filter-status"],
        ),
        ("view=numbers", ["numbers-view"]),
    ],
)
def test_what_is_chosen_is_told_apart_by_the_system_s_colour(forced, query, groups):
    page = forced(query)
    page.open_drawer()
    page.at("#options").click()
    for group in groups:
        ground = style(page, f"#{group} {CHOSEN}", "backgroundColor")
        assert ground != style(page, f"#{group} {OTHER}", "backgroundColor"), group
        assert ground != style(page, f"#{group} {CHOSEN}", "color"), group


@pytest.mark.parametrize(
    "query", ["event=duma-vote", "view=list&kind=treaty", "view=numbers", "theme=light", "theme=dark"]
)
def test_the_signs_of_chart_list_and_panel_stay(forced, query):
    assert forced(query).browser.evaluate(PALE) == []


def test_the_brush_keeps_its_frame(forced):
    page = forced()
    assert style(page, ".brush", "borderTopColor") != style(page, "body", "backgroundColor")
    assert style(page, ".brush", "borderTopStyle") == "solid"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_chart_s_words_stand_against_the_system_s_ground(forced, theme):
    """The reader's own theme gives way: dark words would be lost on a dark ground."""
    page = forced(f"theme={theme}")
    light = page.browser.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    words = style(page, "#timeline g.annotation text", "fill")
    assert (sum(int(part) for part in words[4:-1].split(",")) < 3 * 128) == light


def test_more_contrast_darkens_lines_and_faint_words(visit):
    shown = (("#lede", "color"), (".controls", "borderBottomColor"), (".chip", "borderTopWidth"))
    plain = visit("kind=treaty")
    before = [style(plain, *each) for each in shown]
    more = visit("kind=treaty", contrast="more")
    for was, each in zip(before, shown, strict=True):
        assert style(more, *each) != was, each
    assert style(more, "#lede", "color") == style(more, "body", "color")
