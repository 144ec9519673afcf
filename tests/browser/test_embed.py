"""The page in another page's frame: compact, honest about what it shows, and a way to the whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

FRAMES = [{"width": 360, "height": 500}, {"width": 600, "height": 500}, {"width": 800, "height": 500}]


@pytest.mark.parametrize("viewport", FRAMES, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_chart_is_seen_at_once_and_the_tools_are_not(visit, viewport, language):
    page = visit(f"embed=1&lang={language}", viewport=viewport)
    for hidden in (".masthead-tools", "#filters", ".controls", ".chapters", ".footer", "#overview", "#share"):
        expect(page.at(hidden)).to_be_hidden()
    assert page.at("#timeline").bounding_box()["y"] < 190
    seen = [mark for mark in page.marks() if mark["bottom"] < viewport["height"]]
    assert len(seen) >= 5
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == viewport["width"]
    assert page.at(".story:visible, .status-line:visible").count() == 0


def test_it_names_itself_and_says_what_it_leaves_out(look, expected):
    page = look("embed=1&kind=combat&country=KP&lang=en")
    head = page.at(".embed-head")
    expect(head).to_contain_text("The 2024 Russia–North Korea treaty")
    count = len(expected.listed("kind=combat&country=KP"))
    expect(page.at(".embed-view")).to_have_text(f"{count} of 104 in this period · Country: North Korea · Kind: Combat")
    expect(page.browser.get_by_role("heading", level=1)).to_have_count(1)


def test_its_link_opens_the_whole_page_with_the_same_view(visit, live_server):
    page = visit("embed=1&kind=combat&lang=fr&theme=dark")
    link = page.at(".embed-open")
    assert link.inner_text().startswith("Ouvrir toute la frise")
    page.tool("zoom_in").click()
    query = page.eventually("() => new URLSearchParams(location.search).get('window') !== null", True) and page.query()
    expect(link).to_have_attribute("href", f"{live_server}/?{query.replace('&embed=1', '')}")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")


def test_an_event_opens_and_closes_within_the_frame(visit):
    page = visit("embed=1&lang=en&kind=ratification", viewport=FRAMES[1])
    panel = page.open_event("duma-vote")
    box = panel.bounding_box()
    assert box["width"] <= 600 and box["height"] <= 500
    assert "embed=1" in page.query()
    link = panel.locator("a[href^=http]").first
    link.evaluate("(node) => node.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    expect(link).to_have_attribute("target", "_blank")  # most sites refuse to be shown in a frame
    panel.locator(".panel-close").click()
    expect(page.at("#event-panel")).to_be_hidden()


@pytest.mark.parametrize("view", ["list", "sources", "disagreements", "numbers"])
def test_every_view_fits_a_frame(visit, view):
    page = visit(f"embed=1&view={view}&lang=en", viewport=FRAMES[0])
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == 360
    place = "#event-list" if view == "list" else f"#{view}-view"
    assert page.at(place).bounding_box()["y"] < 250


def test_a_replay_can_be_seen_in_a_frame_and_is_not_offered_there(look):
    page = look("embed=1&lang=en")
    expect(page.at("[data-key=asof_start]")).to_be_hidden()
    page = look("embed=1&lang=en&asof=2024-10-25")
    expect(page.at(".replay-line")).to_be_visible()
    expect(page.at(".embed-view")).to_contain_text("As known on 25 October 2024")


def test_a_frame_s_language_and_theme_are_not_taken_for_the_reader_s(visit):
    visit("embed=1&lang=fr&theme=dark")
    page = visit()
    expect(page.at("html")).to_have_attribute("lang", "en")
    assert page.at("html").get_attribute("data-theme") != "dark"


def test_the_whole_page_has_no_frame_s_head(still_page):
    expect(still_page.at(".embed-head")).to_have_count(0)
    expect(still_page.at("#share")).to_be_visible()


@pytest.fixture
def school(live_server, serving):
    """school(name) is the address of another site, whose page frames ours at `name`."""

    def answer(environ, start):
        start("200 OK", [("Content-Type", "text/html")])
        return [
            f'<!DOCTYPE html><title>A lesson</title><iframe src="{live_server}/?{environ["QUERY_STRING"]}" '
            f'width="800" height="500"></iframe>'.encode()
        ]

    address = serving(answer)
    return lambda name: f"{address}/?{name}"


def test_any_site_may_frame_the_compact_page_and_none_but_its_own_the_whole(browser, school):
    context = browser.new_context(locale="en-GB", viewport={"width": 900, "height": 700})
    page = context.new_page()
    for query in ("kind=treaty&embed=1", "kind=treaty"):  # one that asks for the whole is led to the compact page
        page.goto(school(query))
        inside = page.frame_locator("iframe")
        inside.locator("html[data-ready=true]").wait_for()
        expect(inside.locator("html")).to_have_attribute("data-embed", "1")
        expect(inside.locator(".embed-open")).to_be_visible()
        expect(inside.locator("#share")).to_be_hidden()
    context.close()
