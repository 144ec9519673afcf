"""A record of thousands of events: dense places are counted, texts come when they are shown, and nothing is missing."""

from __future__ import annotations

import re
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from expected import Expected
from playwright.sync_api import expect

from benchmarks.synthetic import write_record
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.query.frame import frame_of
from timeline.record.load import load_record
from timeline.view.data_parts import FIRST, PART, WHOLE

EVENTS = 2600
LINES = 125  # of the table of sources that are shown at once
# A lesson whose first step is the whole list.
LESSON = """
title: {en: All of it, fr: Tout}
audience: {en: Everybody, fr: Tout le monde}
minutes: 5
aims: [{en: See all of it., fr: Tout voir.}]
steps: [{kind: view, title: {en: The list, fr: La liste}, say: {en: All events., fr: Tout.}, view: view=list&scope=all}]
"""
# What stands in the chart: single marks, and the sums of the clusters.
DRAWN = """() => {
  const traces = document.querySelector("#timeline .js-plotly-plot").data;
  const of = (name) => traces.find((trace) => trace.name === name) || { x: [], text: [] };
  return of("marks").x.length + of("clusters").text.reduce((sum, text) => sum + Number(text), 0);
}"""
# The files that hold the record's texts.
PARTS = "() => document.getElementById('record-data').dataset.texts.split(' ')"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    assert EVENTS > WHOLE
    folder = write_record(tmp_path_factory.mktemp("large") / "record", EVENTS)
    (folder / "lessons").mkdir()
    (folder / "lessons" / "all.yaml").write_text(LESSON, encoding="utf-8")
    return load_record(folder)


@pytest.fixture(scope="module")
def wanted(large):
    """What the page has to show of the large record, worked out in Python."""
    return Expected(large, frame_of(large))


@pytest.fixture
def page(large, visit_record):
    return visit_record(large)


def asked_for(page) -> set[str]:
    """Which files with texts the page has sent for."""
    return {urlsplit(url).path[1:] for url in page.requests if "/texts." in url}


@pytest.fixture
def without_rest(page, large):
    """without_rest(query) opens the page while all of the record but its first part is held back, until `send()`; it
    gives the page and `send`."""

    def opened(query=""):
        held: list | None = []

        def hold(route):
            held.append(route) if held is not None else route.continue_()

        def send():
            nonlocal held
            routes, held = held, None
            for route in routes:
                route.continue_()

        page.browser.route(re.compile(r"/bundles/(later|titles|texts)\."), hold)
        page.browser.goto(page.address(query))
        page.at("html[data-answers=true]").wait_for()
        return page, send

    yield opened
    page.browser.unroute_all()


def test_the_first_part_is_all_that_an_answer_needs(without_rest, wanted, large):
    page, send = without_rest("lang=en")
    kinds = page.at("#filter-kind label")
    expect(kinds).to_have_count(len(large.settings.kinds))
    page.choose("kind", "visit")
    listed = wanted.listed("kind=visit")
    expect(page.at("#event-list > [data-event-id]")).to_have_count(min(len(listed), FIRST))
    expect(page.at("#result-count strong")).to_contain_text(str(len(listed)))
    expect(page.at("#filter-kind .choice-count").first).to_be_empty()
    expect(page.at("#filter-actor label")).to_have_count(0)
    send()
    assert page.ids_become(listed[:FIRST]) == listed[:FIRST]
    expect(page.at("#filter-actor label").first).to_be_attached()
    assert page.option_counts("actor") == wanted.counts("kind=visit")["actor"]


def test_an_event_that_is_pressed_before_its_id_is_here_opens_when_that_comes(without_rest, wanted, large):
    page, send = without_rest("lang=en&kind=visit&scope=all")
    page.at("#event-list .event-title").first.click()
    expect(page.at("#event-panel")).to_be_hidden()
    send()
    page.panel(wanted.ids("kind=visit")[0])
    title = next(event.title["en"] for event in large.events if event.kind == "visit")
    expect(page.at("#panel-title")).to_have_text(title)


def test_labels_get_their_titles_and_no_more_texts(page):
    page.requests.clear()
    page.turn_to("window=1946-01-01/2025-12-31&kind=research")
    labels = "() => [...document.querySelectorAll('#timeline .textpoint text')].map((node) => node.textContent)"
    assert page.eventually(f"() => ({labels})().length > 3", True)
    assert any("/titles." in url for url in page.requests)


def everything(record) -> str:
    """The preset that shows all events."""
    return min(record.settings.presets, key=lambda preset: preset.start.start).id


@pytest.mark.parametrize("query", ["", "kind=visit", "country=FR&status=contested"])
def test_marks_and_counts_together_are_every_event_in_the_window(large, wanted, visit_record, query):
    page = visit_record(large, query)
    page.preset(everything(large))
    ids = wanted.ids(query)
    assert len(ids) > 50
    assert page.eventually(DRAWN, len(ids)) == len(ids)


def test_a_dense_place_opens_into_its_events_whose_titles_come(page, large):
    page.preset(everything(large))
    assert page.eventually(
        "() => document.querySelector('#timeline .js-plotly-plot').data.some((trace) => trace.name === 'clusters')",
        True,
    )
    cluster = max(page.clusters(), key=lambda cluster: int(cluster["text"]))
    page.click_box(cluster)
    listed = page.at("#cluster-dialog .cluster-event")
    expect(listed).to_have_count(int(cluster["text"]))
    come = "() => [...document.querySelectorAll('.cluster-title')].every((title) => title.textContent !== '…')"
    assert page.eventually(come, True)
    expect(listed.first).to_be_focused()
    before = page.window()
    page.at("#cluster-dialog .cluster-foot button").click()
    first, last = page.window_changes(before)
    assert before[0] <= first < last <= before[1]


def test_the_first_screen_comes_with_the_texts_that_it_shows_and_no_others(page):
    page.eventually(
        "() => [...document.querySelectorAll('#event-list .event-title')].every((title) => title.textContent !== '…')",
        True,
    )
    parts = page.browser.evaluate(PARTS)
    assert len(parts) == ceil(EVENTS / PART) and FIRST < EVENTS
    assert 20 < len(page.shown_ids()) <= FIRST and page.label_boxes()
    assert asked_for(page) == set()


def test_a_search_looks_through_all_texts(page, wanted, large):
    word = large.events[-1].title["en"].split()[-1]
    ids = wanted.ids(f"q={word}")
    assert 0 < len(ids) < EVENTS
    page.at("#scope").click()
    page.open_filters()
    page.type(word)
    assert page.eventually(
        "() => document.querySelector('#result-count strong').textContent.split(' ')[0]", str(len(ids))
    ) == str(len(ids))
    assert asked_for(page) == set(page.browser.evaluate(PARTS))


def test_an_event_s_link_opens_it_with_its_texts(large, visit_record):
    event = large.events[-3]
    page = visit_record(large, f"event={event.id}&lang=en")
    expect(page.at("#panel-title")).to_have_text(event.title["en"])
    expect(page.at("#event-panel .claim").first).to_be_visible()


def test_a_long_list_comes_in_parts(large, visit_record):
    page = visit_record(large, "scope=all&lang=en")
    items = page.at("#event-list [data-event-id]")
    expect(items).to_have_count(FIRST)
    page.at(".list-more").click()
    expect(items).to_have_count(2 * FIRST)
    assert (
        page.browser.evaluate("document.activeElement.closest('[data-event-id]').dataset.eventId")
        == large.events[FIRST].id
    )
    expect(items.nth(2 * FIRST - 1).locator(".event-title")).to_have_text(large.events[2 * FIRST - 1].title["en"])


def test_what_is_exported_has_all_texts_however_few_the_page_had(large, visit_record):
    page = visit_record(large, "scope=all&lang=en")
    page.in_menu("#export").click()
    with page.browser.expect_download() as download:
        page.at("#export-dialog [data-format=csv]").click()
    made = Path(download.value.path()).read_bytes()
    assert made == FORMATS["csv"].make(select_view(large, "lang=en", base=page.base + "/"))


def test_a_chart_that_comes_back_has_its_texts(page, large):
    """Texts of its labels may have come while another was there."""
    whole = (
        "() => { const words = [...document.querySelectorAll('#timeline .textpoint text')].map((node) => "
        "node.textContent); return words.length > 3 && !words.some((word) => word.startsWith('…')); }"
    )
    for _ in range(2):
        page.choose("kind", "visit")
        page.choose("kind", "visit")
    assert page.eventually(whole, True)


def test_panning_through_a_large_record_makes_no_more_items_than_the_list_shows(page, wanted):
    for _ in range(6):
        before = page.window()
        page.tool("pan_earlier").click()
        window = "/".join(page.window_changes(before))
        listed = wanted.listed(f"window={window}")
        assert page.ids_become(listed) == listed
    assert page.browser.evaluate("document.querySelectorAll('#event-list *').length") < 20 * FIRST


def test_texts_that_did_not_come_are_sent_for_again(page, large):
    page.browser.route("**/bundles/texts.*", lambda route: route.abort())
    event = large.events[EVENTS // 2]
    page.turn_to(f"event={event.id}&lang=en")
    expect(page.at("#panel-title")).to_have_text("…")
    page.browser.unroute_all()
    page.turn_to(f"event={event.id}&lang=en&group=actor")
    expect(page.at("#panel-title")).to_have_text(event.title["en"])
    page.errors.clear()  # the texts that were kept away


def test_facets_count_every_event(page, wanted):
    page.at("#scope").click()
    page.choose("kind", "visit")
    ids = wanted.ids("kind=visit")
    assert page.eventually(
        "() => document.querySelector('#result-count strong').textContent.split(' ')[0]", str(len(ids))
    ) == str(len(ids))
    counts = wanted.counts("kind=visit&scope=all")["status"]
    assert sum(counts.values()) == len(ids)
    assert page.option_counts("status") == counts


@pytest.mark.parametrize(
    ("view", "part"), [("sources", "tbody .event-title"), ("forecasts", "tbody strong"), ("compare", "tbody th")]
)
def test_a_view_that_is_drawn_before_the_texts_are_here_has_them_all(large, visit_record, view, part):
    page = visit_record(large, f"view={view}&kind=visit&status=predicted&lang=en")
    shown = page.at(f"#{view}-view")
    expect(shown.locator(part).first).to_be_visible()
    expect(shown.get_by_text("…", exact=True)).to_have_count(0)


def test_a_view_of_claims_says_nothing_before_they_are_here(large, visit_record):
    page = visit_record(large, "lang=en")
    held = []

    def hold(route):
        held.append(route)

    page.browser.route("**/bundles/texts.*", hold)
    page.turn_to("view=clocks&lang=en")
    expect(page.at("#clocks-view")).to_have_text("The texts of the events are still loading.")
    for route in held:
        route.continue_()
    expect(page.at("#clocks-view .clocks-mark").first).to_be_visible()


def test_the_table_of_sources_comes_in_parts(large, visit_record):
    page = visit_record(large, "view=sources&lang=en")
    lines, more = page.at("#sources-view tbody tr"), page.at(".matrix-more button")
    expect(lines).to_have_count(LINES)
    expect(more).to_have_text(f"Show {LINES} more of {EVENTS - LINES}")
    more.click()
    expect(lines).to_have_count(2 * LINES)
    expect(lines.nth(LINES).locator(".event-title")).to_be_focused()
    expect(page.at("#sources-view tfoot td").first).to_have_attribute("title", re.compile(f"of {EVENTS}"))
    following = large.events[2 * LINES + 9].id  # who goes on from the last line comes to the next ones
    page.turn_to(f"view=sources&lang=en&event={following}")
    expect(lines).to_have_count(2 * LINES + 10)
    expect(lines.last).to_have_class(re.compile("open"))


def test_a_pile_of_claims_lists_some_and_leads_to_its_days(large, visit_record):
    page = visit_record(large, "view=clocks&scope=all&lang=en")
    counts = """() => [...document.querySelectorAll("#clocks-view .clocks-mark")].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      return [Number(mark.querySelector("text")?.textContent || 1), left + width / 2, top + height / 2]; })"""
    page.at("#clocks-view .clocks-picture").scroll_into_view_if_needed()
    n, x, y = max(page.browser.evaluate(counts))
    assert n > 200
    page.browser.mouse.click(x, y)
    listed, more = page.at("#clocks-dialog .cluster-event"), page.at("#clocks-dialog .clocks-more")
    expect(listed).to_have_count(200)
    expect(more).to_have_text(f"{n - 200} more claims")
    more.click()
    expect(listed).to_have_count(min(n, 400))
    expect(listed.nth(200)).to_be_focused()
    before = len(page.browser.evaluate(counts))
    page.at("#clocks-dialog .cluster-foot button").click()
    assert page.eventually(f"(before) => ({counts})().length !== before", True, before)
    assert "window=" in page.query() and "scope" not in page.query()


def test_a_lesson_s_lists_have_their_texts(large, visit_record):
    page = visit_record(large, "lesson=all&present=1&lang=en")
    titles = page.at("#present .event-title")
    expect(titles.first).to_have_text(large.events[0].title["en"])
    expect(titles.filter(has_text="…")).to_have_count(0)
