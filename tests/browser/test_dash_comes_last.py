"""Dash takes over its part of a page that is in use already: nothing of what was done there is lost, and what was set
is what Dash finds."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from examples.extend_with_dash import months_panel
from timeline.serve.server import create_app

SPEC = "() => JSON.parse(document.getElementById('view-spec').dataset.spec)"
WRITE = "(spec) => dash_clientside.set_props('view-spec', { 'data-spec': JSON.stringify(spec) })"


@pytest.fixture
def without_dash(visit_at):
    """without_dash(home, query) opens a page whose Dash is held back; it gives the page and a function that sends
    Dash and waits until it has drawn its part."""
    pages = []

    def opened(home, query="", ready=True):
        page = visit_at(home, "view=list")  # any view: the tab is then the test's own
        pages.append(page)
        held, sent = [], []
        page.browser.route("**/bundles/dash.*", lambda route: route.continue_() if sent else held.append(route))
        page.browser.goto(page.address(query))
        if ready:
            page.ready()
        else:
            expect(page.at("#event-list [data-event-id]").first).to_be_attached()
        page.browser.evaluate("() => { window.part = document.getElementById('view-spec'); }")

        def send():
            assert page.eventually("() => document.querySelectorAll('script[src*=\"/dash.\"]').length", 1) == 1
            assert page.eventually("() => true", True)
            sent.append(True)
            for route in held:  # one each time that it was asked for
                route.continue_()
            assert page.eventually("() => document.getElementById('view-spec') !== window.part", True)
            assert page.eventually("() => document.getElementById('view-spec')?.dataset.spec !== undefined", True)

        return page, send

    yield opened
    for page in pages:
        page.browser.unroute_all()


def test_the_page_is_complete_without_it(without_dash, home, expected):
    page, _ = without_dash(home, "lang=en")
    page.choose("kind", "treaty")
    assert page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    assert page.browser.evaluate(SPEC) == {"lang": "en", "kind": ["treaty"]}


def test_nothing_that_was_done_before_is_lost(without_dash, home, expected):
    page, send = without_dash(home, "lang=en")
    page.open_event("duma-vote")
    page.open_drawer()
    box = page.at("#filter-text")
    box.click()
    page.browser.keyboard.type("treaty")
    wanted = expected.listed("q=treaty")
    assert page.ids_become(wanted) == wanted
    scrolled = page.browser.evaluate("() => { scrollTo(0, 40); return scrollY; }")
    assert scrolled > 0
    page.browser.keyboard.type(" ")  # changes no event, and is not in the address yet
    send()
    expect(box).to_be_focused()
    expect(box).to_have_value("treaty ")
    page.panel("duma-vote")
    assert page.browser.evaluate("() => scrollY") == scrolled
    now = page.browser.evaluate(SPEC)
    assert (now["event"], now["q"].strip()) == ("duma-vote", "treaty")


def test_nothing_moves_when_it_comes(without_dash, home):
    page, send = without_dash(home, "view=list&lang=en")
    page.browser.evaluate("""() => {
      window.tops = new Set();
      const look = () => {
        window.tops.add(document.getElementById("event-list").getBoundingClientRect().top);
        requestAnimationFrame(look);
      };
      look();
    }""")
    send()
    assert page.browser.evaluate("() => window.tops.size") == 1


def test_what_others_write_is_the_view_before_it_is_here_and_after(without_dash, home, expected):
    page, send = without_dash(home, "lang=en")
    page.browser.evaluate(WRITE, {"lang": "en", "kind": ["treaty"]})
    assert page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    send()
    assert page.browser.evaluate(SPEC) == {"lang": "en", "kind": ["treaty"]}
    page.browser.evaluate(WRITE, {"lang": "en", "kind": ["arms"]})
    assert page.ids_become(expected.listed("kind=arms")) == expected.listed("kind=arms")
    page.choose("kind", "arms")
    assert page.eventually(SPEC, {"lang": "en"}) == {"lang": "en"}
    assert "kind" not in page.query()


def test_callbacks_of_an_extension_find_what_was_set_before(without_dash, record, serving):
    extended = serving(create_app(record, extend=months_panel(record)).server)
    page, send = without_dash(extended, "lang=en", ready=False)
    page.choose("kind", "arms")
    send()
    page.ready()
    count = sum(event.kind == "arms" and event.date.start is not None for event in record.events)
    expect(page.at("#months-said")).to_contain_text(f"{count} events in")
    assert json.loads(page.at("#view-spec").get_attribute("data-spec")) == {"lang": "en", "kind": ["arms"]}
