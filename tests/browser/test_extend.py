"""A page that somebody extended with Dash: `examples/extend_with_dash.py`, as a reader uses it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from examples.extend_with_dash import months_panel
from timeline.serve.server import create_app

BARS = "() => document.querySelector('#months .js-plotly-plot')?.data?.[0]?.y"
DRAWN = "() => document.querySelectorAll('#months g.point').length > 10"


@pytest.fixture(scope="module")
def extended(record, serving):
    """The address of the real record with the example's panel."""
    return serving(create_app(record, extend=months_panel(record)).server)


def bars(page) -> list[int]:
    return page.browser.evaluate(BARS)


def test_the_panel_stands_in_the_page_with_a_chart_of_all_events(visit_at, extended, record):
    page = visit_at(extended)
    expect(page.at("main #extension h2")).to_have_text("Events by month")
    begun = [event for event in record.events if event.date.start]
    expect(page.at("#months-said")).to_contain_text(f"{len(begun)} events in")
    assert page.eventually(DRAWN, True)
    assert sum(bars(page)) == len(begun)
    assert page.browser.evaluate("() => document.querySelectorAll('script[src*=plotly]').length") == 1, (
        "the graph draws with the page's own Plotly"
    )


def test_the_panel_follows_the_filters_of_the_page(visit_at, extended, record):
    page = visit_at(extended)
    count = sum(event.kind == "arms" and event.date.start is not None for event in record.events)
    page.choose("kind", "arms")
    expect(page.at("#months-said")).to_contain_text(f"{count} events in")
    assert page.eventually(f"() => ({BARS})().reduce((sum, bar) => sum + bar, 0)", count) == count


def test_the_panel_starts_with_the_view_of_the_address(visit_at, extended, record):
    page = visit_at(extended, "kind=treaty")
    count = sum(event.kind == "treaty" and event.date.start is not None for event in record.events)
    expect(page.at("#months-said")).to_contain_text(f"{count} events in")


def test_what_a_callback_writes_is_the_view_of_the_page(visit_at, extended):
    page = visit_at(extended)
    expect(page.at("#months-said")).to_contain_text("events in")
    page.at("#months-busiest").click()
    expect(page.at("#filter-from")).to_have_value("2024-10-01")
    expect(page.at("#filter-to")).to_have_value("2024-10-31")
    shown = json.loads(page.at("#view-spec").get_attribute("data-spec"))
    assert (shown["from"], shown["to"]) == ("2024-10-01", "2024-10-31")
    assert page.eventually("() => new URL(location.href).searchParams.get('from')", "2024-10-01") == "2024-10-01"


def test_a_callback_hears_each_step_of_a_lesson_and_that_it_is_left(visit_at, extended):
    page = visit_at(extended, "lesson=how-many-soldiers&step=2&present=1&lang=en")
    spec = "() => JSON.parse(document.getElementById('view-spec').dataset.spec)"
    steps = f"() => {{ const {{ lesson, step, present }} = ({spec})(); return [lesson, step, present].join(); }}"
    assert page.eventually(steps, "how-many-soldiers,2,1")
    page.browser.keyboard.press("End")
    assert page.eventually(steps, "how-many-soldiers,15,1")
    page.browser.keyboard.press("Escape")  # which leads to the story, since the address was the first
    assert page.eventually(steps, "how-many-soldiers,15,")
    page.at(".story-bar [data-key=previous]").click()
    assert page.eventually(steps, "how-many-soldiers,14,")
    page.browser.get_by_role("button", name="To the timeline").click()
    assert page.eventually(steps, ",,")


def test_axe_finds_nothing_in_the_extended_page(visit_at, extended):
    page = visit_at(extended)
    expect(page.at("#months-said")).to_contain_text("events in")
    assert page.eventually(DRAWN, True)
    assert violations(page) == []


def test_without_an_extension_nothing_of_it_is_loaded(visit, home):
    page = visit()
    assert page.at("#extension").count() == 0
    assert page.browser.evaluate("() => typeof window.dash_core_components") == "undefined"
