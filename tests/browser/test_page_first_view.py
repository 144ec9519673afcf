"""What somebody sees who comes for the first time: everything there, nothing broken, nothing asked of others."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from timeline.record.dates.days import day_number


def test_the_page_names_itself(still_page, record):
    title = record.settings.title["en"]
    expect(still_page.at("h1")).to_have_count(1)
    assert still_page.at("h1").inner_text() == title
    assert still_page.browser.title() == title
    assert still_page.at("html").get_attribute("lang") == "en"


def test_every_event_is_in_the_list_once_in_order_and_within_its_whole(look, record, expected):
    page = look("scope=all")
    shown = page.shown_ids()
    assert shown == expected.listed("scope=all") and sorted(shown) == sorted(event.id for event in record.events)
    tops = page.at("#event-list > [data-event-id]").evaluate_all("nodes => nodes.map((node) => node.dataset.eventId)")
    assert tops == [event.id for event in record.events if not event.part_of]
    for event in record.events:
        held = page.at(f'#event-list [data-event-id="{event.part_of}"] [data-event-id="{event.id}"]')
        assert held.count() == (1 if event.part_of else 0), event.id


def test_every_item_says_title_and_date(look, expected):
    page = look("scope=all")
    events = [expected.events[id] for id in expected.listed("scope=all")]
    titles = page.at("#event-list .event-title").all_text_contents()
    assert titles == [event.title["en"] for event in events]
    dates = page.at("#event-list time").evaluate_all(
        "nodes => nodes.map((node) => [node.textContent, node.dataset.edtf])"
    )
    assert [edtf for _, edtf in dates] == [event.date.text for event in events]
    words = dict(zip(page.shown_ids(), (text for text, _ in dates), strict=True))
    assert words["duma-vote"] == "24 October 2024\u00a0† (date from public pages only)"
    assert words["kim-ratifies"] == "11 November 2024"


def test_the_count_is_announced(still_page, record, expected):
    count = still_page.at("#result-count")
    assert count.inner_text() == f"{len(expected.listed())} of {len(record.events)} in this period"
    assert count.get_attribute("aria-live") == "polite"
    assert count.get_attribute("role") == "status"


def test_the_first_window_is_june_to_december_2024(still_page, expected):
    assert still_page.window() == expected.window() == ("2024-06-01", "2024-12-20")
    assert still_page.at(".window-text").inner_text().split() == "1 Jun – 20 Dec 2024".split()
    assert still_page.chosen("presets") == ["treaty-months"]
    assert still_page.chosen("chapters") == ["start"]
    assert still_page.query() == ""


def test_the_overview_shows_every_event_and_the_earlier_years(still_page, record):
    assert still_page.at("#overview .cell").count() == len(record.events)
    assert still_page.at("#overview .cell.off").count() == 0
    years = still_page.at("#overview .year").all_inner_texts()
    assert {"1961", "2024", "2025"} <= set(years)
    # The treaties of 1961 stand to the left of the brush, which is around the window.
    brush = still_page.at("#overview .brush").bounding_box()
    cells = [cell.bounding_box() for cell in still_page.at("#overview .cell").all()]
    assert cells[0]["x"] < brush["x"] < cells[len(cells) // 2]["x"] < brush["x"] + brush["width"]


@pytest.mark.parametrize("query", ["", "window=2024-10-20/2024-10-29", "kind=treaty&window=2024-06-14/2024-06-26"])
def test_how_many_lie_outside_the_window(look, expected, query):
    page = look(query)
    before, inside, after = expected.split(query)
    assert before and inside and after
    counts = {key: int(page.tool(key).get_attribute("data-count")) for key in ("outside_before", "outside_after")}
    assert counts == {"outside_before": len(before), "outside_after": len(after)}
    assert page.tool("outside_before").inner_text() == f"◀ {len(before)} earlier"
    assert page.tool("outside_after").inner_text() == f"{len(after)} later ▶"


def test_nothing_outside_means_no_indicator(look, expected):
    page = look("window=1960-01-01/2025-12-31")
    assert expected.split("window=1960-01-01/2025-12-31")[1] == expected.ids()
    expect(page.tool("outside_before")).to_be_hidden()
    expect(page.tool("outside_after")).to_be_hidden()


def test_marks_stand_at_their_days(still_page, expected):
    """A mark's place in px is its day's place in the window, to a pixel."""
    first, last = (day_number(date.fromisoformat(day)) for day in still_page.window())
    plot = still_page.plot_box()
    marks = {mark["id"]: mark for mark in still_page.marks()}
    assert {"duma-vote", "kim-ratifies"} <= marks.keys()
    for id in ("duma-vote", "kim-ratifies", "putin-signs-ratification"):
        share = (day_number(expected.day(id)) - first) / (last - first)
        at = plot["left"] + share * (plot["right"] - plot["left"])
        assert abs((marks[id]["left"] + marks[id]["right"]) / 2 - at) < 1.5


def test_nothing_is_asked_of_other_sites(visit, live_server):
    """With every other site out of reach, the page is whole; and it has not even tried to reach one."""
    tried = []

    def refuse(route):
        tried.append(route.request.url)
        route.abort()

    page = visit(user_agent="away")
    context = page.browser.context
    context.route(lambda url: not url.startswith(live_server), refuse)
    page.open()
    page.open_event("students-3765")
    assert tried == []
    assert page.foreign() == []
    assert page.errors == []


def test_nothing_is_asked_of_the_server_while_exploring(timeline_page, expected):
    # Dash comes when the page has nothing else to do, which on a loaded machine is late.
    come = "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/dash.'))"
    assert timeline_page.eventually(come, True) is True
    before = len(timeline_page.requests)
    timeline_page.choose("kind", "treaty")
    assert timeline_page.ids_become(expected.listed("kind=treaty")) == expected.listed("kind=treaty")
    timeline_page.type("Kim")
    assert timeline_page.ids_become(expected.listed("kind=treaty&q=Kim")) == expected.listed("kind=treaty&q=Kim")
    timeline_page.clear()
    assert timeline_page.ids_become(expected.listed()) == expected.listed()
    timeline_page.open_event("duma-vote")
    timeline_page.preset("duma-week")
    assert timeline_page.window_becomes(expected.preset("duma-week")) == expected.preset("duma-week")
    timeline_page.set_language("fr")
    timeline_page.set_theme("dark")
    assert timeline_page.requests[before:] == []


def test_the_page_has_no_empty_or_double_ids(still_page):
    ids = still_page.at("[id]").evaluate_all("nodes => nodes.map((node) => node.id)")
    ids = [id for id in ids if id]
    assert sorted(ids) == sorted(set(ids))


def test_the_stable_hooks_are_there(still_page):
    hooks = (
        "timeline",
        "overview",
        "filter-actor",
        "filter-country",
        "filter-source",
        "filter-kind",
        "filter-status",
        "filter-text",
        "filter-dates",
        "filter-clear",
        "result-count",
        "event-list",
        "event-panel",
        "view-tabs",
        "group-by",
        "chapters",
        "options",
        "lang-toggle",
        "theme-toggle",
        "share",
        "notice",
    )
    for hook in hooks:
        expect(still_page.at(f"#{hook}")).to_have_count(1)
    expect(still_page.at("#event-panel")).to_be_hidden()
    expect(still_page.at("#notice")).to_be_empty()


def test_the_list_view_has_the_same_events_with_their_summaries(timeline_page, record, expected):
    timeline_page.choice("view-tabs", "list").click()
    expect(timeline_page.at("#timeline")).to_be_hidden()
    expect(timeline_page.item("duma-vote").locator(".event-summary").first).to_have_text(
        next(event for event in record.events if event.id == "duma-vote").summary["en"]
    )
    assert timeline_page.shown_ids() == expected.listed()
    timeline_page.choice("view-tabs", "timeline").click()
    expect(timeline_page.at("#timeline")).to_be_visible()
    expect(timeline_page.item("duma-vote").locator(".event-summary").first).to_be_hidden()
