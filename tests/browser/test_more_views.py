"""The last of the tabs, "More", opens the extra views and bears the name of the one that is shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.query.spec import CHOICES, EXTRA_VIEWS


def more(page):
    return page.at("#more-views-open")


def test_every_view_is_a_tab_or_stands_behind_more(look):
    page = look("lang=en")
    tabs = page.browser.evaluate("[...document.querySelectorAll('#view-tabs input')].map((tab) => tab.value)")
    more(page).click()
    extra = page.browser.evaluate("[...document.querySelectorAll('#more-views button')].map((it) => it.dataset.view)")
    assert (*tabs, *extra) == CHOICES["view"]
    assert tuple(extra) == EXTRA_VIEWS
    assert violations(page) == []


@pytest.mark.everywhere
def test_a_press_shows_an_extra_view_and_more_bears_its_name(visit):
    page = visit("lang=en")
    expect(more(page)).to_have_text("More")
    more(page).click()
    page.at("#more-views button[data-view=compare]").click()
    assert page.query_becomes("view=compare&lang=en") == "view=compare&lang=en"
    expect(more(page)).to_have_text("Compare")
    expect(more(page)).to_have_attribute("aria-current", "true")
    expect(page.at("#more-views")).to_be_hidden()
    page.choice("view-tabs", "list").click()
    expect(more(page)).to_have_text("More")
    expect(more(page)).to_have_attribute("aria-current", "false")


def test_the_keyboard_reaches_it_after_the_tabs_and_comes_back_to_it(visit):
    page = visit("lang=fr&event=duma-vote")
    page.at("#view-tabs input:checked").focus()
    keys = page.browser.keyboard
    keys.press("Tab")
    expect(more(page)).to_be_focused()
    keys.press("Enter")
    expect(more(page)).to_have_attribute("aria-expanded", "true")
    keys.press("Escape")
    expect(page.at("#more-views")).to_be_hidden()
    expect(more(page)).to_be_focused()
    expect(page.at("#event-panel")).to_be_visible()
    for key in ("Enter", "Tab", "Enter"):
        keys.press(key)
    expect(more(page)).to_have_text("Comparer")
    expect(more(page)).to_be_focused()
    keys.press("Shift+Tab")  # no tab is chosen: the last one is the nearest
    keys.press("Space")
    assert "view=numbers" in page.query_becomes("view=numbers&event=duma-vote&lang=fr")


@pytest.mark.parametrize(("view", "lang"), [("disagreements", "en"), ("compare", "fr")])
def test_on_a_phone_what_is_shown_is_in_sight_among_the_tabs(look, view, lang):
    page = look(f"view={view}&lang={lang}", phone=True)
    row = page.at("#view-tabs").bounding_box()
    shown = page.at("#view-tabs :is(label:has(:checked), button[aria-current=true])").first.bounding_box()
    assert row["x"] - 1 <= shown["x"] and shown["x"] + shown["width"] <= row["x"] + row["width"] + 1
    assert more(page).bounding_box()["height"] >= 44
