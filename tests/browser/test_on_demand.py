"""What a visit asks for: the first screen's files, and each other part when somebody wants it first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.publish.page.bundle import modules

FIRST = ["timeline", "record"]  # in the order in which they are needed
WANTED = {name: [Path(path).stem for path in paths] for name, paths in modules().wanted.items()}
LATER = {
    *WANTED["views/panel/relations.js"],
    *WANTED["share/print.js"],
    *WANTED["chart/threads/threads.js"],
    "react",
    "dash",
    "html",
}  # once the page answers: for whoever prints, for relations where the network is gone by then, and for callbacks
CHART = {"plotly"}  # where there is a chart


def whole(page):
    """The page when all of it has come."""
    assert page.eventually("() => typeof DashRenderer", "function") == "function"
    return page


def asked(page):
    """The names of the page's files that were asked for, in order."""
    return [found[1] for address in page.requests if (found := re.search(r"/bundles/(?:\w+/)?([\w-]+)\.", address))]


def test_a_first_visit_asks_for_what_its_screen_needs_and_then_for_what_comes_after(visit):
    page = whole(visit())
    assert asked(page)[: len(FIRST)] == FIRST
    assert set(asked(page)) == {*FIRST, *CHART, *LATER}
    assert len(page.requests) == len(set(page.requests))  # a part and its sheet may have one name


@pytest.mark.parametrize(
    ("query", "module", "later"),
    [
        ("view=sources", "views/sources/sources.js", LATER),
        ("view=disagreements", "views/disagreements.js", LATER),
        ("asof=2024-10-20", "chart/replay/replay.js", CHART | LATER),
    ],
)
def test_what_the_address_asks_for_is_fetched_before_everything_else(visit, query, module, later):
    page, own = whole(visit(f"{query}&lang=en")), WANTED[module]
    assert asked(page)[: len(own) + len(FIRST)] == [*own, *FIRST]
    assert set(asked(page)) == {*own, *FIRST, *later}


def test_each_part_is_asked_for_once_and_only_when_it_is_wanted(visit):
    page = whole(visit("lang=en"))

    def brings(*names):
        found = sorted(asked(page))
        page.requests.clear()
        return found == sorted(names)

    page.requests.clear()
    page.at("#view-tabs").get_by_text("Sources", exact=True).click()
    expect(page.at("#sources-view table")).to_be_visible()
    assert brings(*WANTED["views/sources/sources.js"])
    page.at("#view-tabs").get_by_text("Disagreements", exact=True).click()
    expect(page.at("#disagreements-view .differing").first).to_be_visible()
    assert brings("disagreements")
    page.at("#view-tabs").get_by_text("Sources", exact=True).click()
    expect(page.at("#sources-view table")).to_be_visible()
    assert brings()
    page.at("#share").click()
    expect(page.at("#share-dialog")).to_be_visible()
    assert brings("dialog", "qrcode")
    page.browser.keyboard.press("Escape")
    page.at("#menu").click()
    page.at("#export").click()
    expect(page.at("#export-dialog")).to_be_visible()
    assert brings(*set(WANTED["export/menu.js"]) - LATER - set(WANTED["views/sources/sources.js"]))


def test_a_part_that_does_not_come_leaves_the_view_and_says_so(visit):
    page = visit("lang=en")
    page.browser.route("**/bundles/*/sources.js", lambda route: route.abort())
    page.at("#view-tabs").get_by_text("Sources", exact=True).click()
    expect(page.at("#notice")).not_to_be_empty()
    expect(page.at("#timeline .js-plotly-plot")).to_be_visible()
    page.errors.clear()


def test_what_stands_in_place_of_the_page_and_does_not_come_leaves_the_page_in_use(visit, expected):
    page = visit("lang=en")
    page.browser.route("**/lessons/index.json*", lambda route: route.abort())
    page.browser.route("**/bundles/*/present.js", lambda route: route.abort())
    page.browser.keyboard.press("p")
    expect(page.at("#notice")).to_contain_text("could not be loaded")
    assert page.query() == "lang=en"
    page.browser.unroute("**/bundles/*/present.js")
    page.at("#notice button").click()
    page.in_menu("#present-toggle").click()
    expect(page.at("#notice")).to_contain_text("could not be loaded")
    page.browser.keyboard.press("Escape")
    page.choose("kind", "treaty")
    assert page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    page.errors.clear()


def test_nobody_misses_dash_where_it_does_not_come(visit):
    page = visit("view=list")  # any view: the tab is then the test's own
    page.browser.route("**/bundles/dash.*", lambda route: route.abort())
    with page.browser.expect_event("requestfailed", lambda request: "/dash." in request.url):
        page.open("lang=en")
    expect(page.settled().at("#notice")).to_be_empty()
    page.errors.clear()


def test_a_file_holds_all_parts_and_asks_for_nothing(visit_at, offline_file):
    page = visit_at(offline_file, "view=sources&lang=en")
    expect(page.at("#sources-view table")).to_be_visible()
    page.at("#menu").click()
    page.at("#export").click()
    expect(page.at("#export-dialog")).to_be_visible()
    assert [address for address in page.requests if not address.startswith(("file:", "data:", "about:"))] == []
    assert len([address for address in page.requests if address.startswith("file:")]) == 1
