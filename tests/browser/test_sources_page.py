"""The page about the sources: one language in sight, on a phone as on a desk, and a way back to the timeline."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SIZES = [{"width": 360, "height": 640}, {"width": 1280, "height": 800}]


@pytest.fixture
def about(browser, live_server):
    """about(language, viewport) opens the page about the sources in a tab of its own."""
    contexts = []

    def opened(language, viewport):
        contexts.append(browser.new_context(viewport=viewport))
        page = contexts[-1].new_page()
        page.goto(f"{live_server}/sources.html#{language}")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("viewport", SIZES, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_source_is_there_and_nothing_is_scrolled_sideways(about, record, viewport, language):
    page = about(language, viewport)
    words = page.locator(f"#{language}").inner_text()
    for source in record.sources.values():
        assert source.name[language] in words, source.id
    assert page.evaluate("document.scrollingElement.scrollWidth") <= viewport["width"]


def test_it_leads_back_to_the_timeline(about, live_server):
    page = about("en", SIZES[1])
    page.locator("main:visible a").first.click()
    expect(page).to_have_url(f"{live_server}/?lang=en")


def test_the_timeline_s_foot_leads_to_it_in_the_page_s_language(timeline_page, live_server):
    page = timeline_page
    if page.sign == "#":
        expect(page.at(".footer .only-served")).to_be_hidden()
        return
    page.at(".footer a[href^='sources.html']:visible").click()
    expect(page.browser).to_have_url(f"{live_server}/sources.html#en")
