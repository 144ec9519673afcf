"""The list and the period: what is counted, listed and offered where nothing is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from timeline.query.operators import table
from timeline.query.search import select
from timeline.query.spec import FilterSpec, parse_query, vocabulary
from timeline.view.payload import build_payload
from timeline.view.words import text

SIGNING = "window=2024-06-14/2024-06-26"
# The items in the list, marked in the page, so that those drawn anew can be told from those that stayed.
MARK = "() => document.querySelectorAll('#event-list [data-event-id]').forEach((item) => { item.mine = true; })"
MINE = """() => [...document.querySelectorAll('#event-list [data-event-id]')].filter((item) => item.mine)
  .map((item) => item.dataset.eventId)"""
BUSY = "() => document.querySelector('#result-count').getAttribute('aria-busy')"


# ---- the period ----


@pytest.mark.parametrize(
    ("language", "words"), [("en", "{n} of {total} in this period"), ("fr", "{n} sur {total} dans cette période")]
)
@pytest.mark.parametrize("view", ["timeline", "list"])
def test_count_and_list_are_of_the_period(look, expected, record, view, language, words):
    query = f"view={view}&{SIGNING}&lang={language}"
    page = look(query)
    listed = expected.listed(query)
    assert 0 < len(listed) < len(record.events) / 2
    assert page.shown_ids() == listed
    assert page.at("#result-count strong").inner_text() == words.format(n=len(listed), total=len(record.events))


def test_one_switch_lifts_the_period_and_stands_in_the_address(visit, expected, record):
    page = visit(SIGNING)
    switch = page.at("#scope")
    expect(switch).to_have_text(text("scope_all", "en"), use_inner_text=True)
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert page.query_becomes(f"{SIGNING}&scope=all") == f"{SIGNING}&scope=all"
    assert page.ids_become(expected.listed("scope=all")) == expected.listed("scope=all")
    assert page.at("#result-count strong").inner_text() == f"{len(record.events)} events"
    assert page.window() == ("2024-06-14", "2024-06-26")
    switch.click()
    assert page.ids_become(expected.listed(SIGNING)) == expected.listed(SIGNING)


def test_moving_the_period_moves_count_and_list_and_keeps_the_items_that_stay(visit, expected):
    page = visit("window=2024-10-20/2024-10-29")
    before = set(page.shown_ids())
    page.browser.evaluate(MARK)
    page.tool("pan_later").click()
    window = "/".join(page.window_changes(("2024-10-20", "2024-10-29")))
    after = expected.listed(f"window={window}")
    assert page.ids_become(after) == after
    assert before & set(after) and set(after) - before
    assert set(page.browser.evaluate(MINE)) == before & set(after)
    assert page.at("#result-count strong").inner_text().startswith(f"{len(after)} of ")


def test_the_count_is_announced_when_the_period_rests(visit):
    page = visit()
    assert page.browser.evaluate(BUSY) is None
    for _ in range(3):
        page.tool("zoom_in").click()
    assert page.eventually(BUSY, "true") == "true"
    assert page.eventually(BUSY, None) is None


@pytest.mark.parametrize("view", ["sources", "disagreements", "numbers"])
def test_the_other_views_follow_a_period_that_was_chosen(look, expected, record, view):
    page = look(f"view={view}&lang=en")
    assert page.at("#result-count strong").inner_text() == f"{len(record.events)} events"
    expect(page.at("#scope")).to_be_hidden()
    page = look(f"view={view}&{SIGNING}&lang=en")
    n = len(expected.listed(SIGNING))
    assert page.at("#result-count strong").inner_text() == f"{n} of {len(record.events)} in this period"
    expect(page.at("#scope")).to_be_visible()


def test_the_sources_have_a_row_for_each_event_of_a_chosen_period(look, expected):
    page = look(f"view=sources&{SIGNING}")
    rows = page.at("#sources-view tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.row)")
    assert sorted(rows) == sorted(expected.listed(SIGNING))


@pytest.mark.parametrize("view", ["list", "sources", "disagreements"])
def test_an_event_that_is_opened_outside_the_chart_leaves_the_period_alone(visit, view):
    page = visit(f"view={view}&scope=all&lang=en")
    page.at(f"#{'event-list' if view == 'list' else f'{view}-view'} .event-title").first.click()
    page.panel("soviet-treaty-1961")
    assert "window" not in page.query()


def test_counts_beside_options_are_of_the_period(look, expected):
    page = look(SIGNING)
    counts = expected.counts(SIGNING)["kind"]
    assert page.option_counts("kind") == counts
    assert counts["treaty"] < expected.counts("scope=all")["kind"]["treaty"]


def test_the_export_menu_has_the_same_choice(visit, expected, record):
    page = visit(f"{SIGNING}&lang=en")
    page.in_menu("#export").click()
    said = page.at("#export-dialog .export-count")
    n, total = len(expected.listed(SIGNING)), len(record.events)
    expect(said).to_have_text(text("export_some", "en", n=n, total=total))
    page.at("#export-dialog label:has(input[value=all])").click()
    expect(said).to_have_text(text("export_all", "en", n=total))
    assert page.query_becomes(f"{SIGNING}&scope=all&lang=en") == f"{SIGNING}&scope=all&lang=en"
    page.browser.keyboard.press("Escape")
    expect(page.at("#scope")).to_have_attribute("aria-pressed", "true")


# ---- parts ----


def test_parts_stand_within_their_whole_behind_their_count(look, record):
    page = look("scope=all")
    parts = [event.id for event in record.events if event.part_of == "treaty-signed"]
    folded = page.at('#event-list > [data-event-id="treaty-signed"] > .event-body > details.parts')
    expect(folded.locator("summary")).to_have_text(text("parts_n", "en", n=len(parts)))
    ids = folded.locator("[data-event-id]").evaluate_all("items => items.map((item) => item.dataset.eventId)")
    assert ids == parts
    expect(page.item(parts[0])).to_be_hidden()


def test_a_part_whose_whole_is_not_shown_stands_by_itself(look, record):
    page = look("scope=all&q=breakthrough")
    alone = page.at("#event-list > [data-event-id]").evaluate_all("items => items.map((item) => item.dataset.eventId)")
    assert any(event.part_of and event.id in alone for event in record.events)


def test_an_open_part_is_in_sight_in_its_whole(visit, record):
    part = next(event.id for event in record.events if event.part_of == "treaty-signed")
    page = visit(f"event={part}")
    expect(page.item(part)).to_be_visible()
    expect(page.item(part)).to_have_class("event open")
    page.browser.keyboard.press("Escape")
    expect(page.item(part)).to_be_visible()  # what was unfolded stays so


def test_what_was_unfolded_stays_so_when_the_event_opens(visit):
    page = visit()
    page.at('#event-list [data-event-id="treaty-signed"] summary').click()
    page.title("treaty-signed").click()
    page.panel("treaty-signed")
    assert page.at('#event-list [data-event-id="treaty-signed"] details').evaluate("(node) => node.open")


# ---- the list and other views ----


@pytest.mark.parametrize("view", ["sources", "disagreements", "numbers"])
def test_the_list_is_not_appended_to_the_other_views(look, expected, view):
    page = look(f"view={view}")
    expect(page.at(".list")).to_be_hidden()
    expect(page.at('.skip-link[href="#event-list"]')).to_be_hidden()
    assert page.shown_ids() == expected.listed(f"view={view}"), "outside tools still find the events that are shown"


@pytest.mark.parametrize("view", ["timeline", "list"])
def test_dates_titles_and_summaries_find_their_own_direction(look, view):
    page = look(f"view={view}")
    for part in (".event-title", "time", ".event-summary"):
        assert page.at(f"#event-list {part}:not([dir=auto])").count() == 0, part


def test_a_word_without_spaces_does_not_widen_a_phone(visit_record, make_record):
    word = "Donaudampfschifffahrtsgesellschaftskapitaen" * 4
    page = visit_record(
        make_record({"date": "1969-07-20", "title": {"en": word}, "summary": {"en": word}}), "view=list", phone=True
    )
    assert page.browser.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- nothing ----


def ways(page, place="#event-list") -> list[str]:
    return page.at(f"{place} .ways button").all_inner_texts()


def test_where_nothing_is_left_each_filter_that_is_to_blame_can_be_removed(visit, expected):
    page = visit("kind=ratification&country=IR&scope=all&lang=en")
    without = {
        key: len(expected.ids(query)) for key, query in (("kind", "country=IR"), ("country", "kind=ratification"))
    }
    assert ways(page) == [
        f"Remove the filter Country: Iran ({without['country']} events)",
        f"Remove the filter Kind: Ratification ({without['kind']} events)",
    ]
    page.at("#event-list .ways button").first.click()
    left = "kind=ratification&scope=all"
    assert page.query_becomes(f"{left}&lang=en") == f"{left}&lang=en"
    assert page.ids_become(expected.listed(left)) == expected.listed(left)
    expect(page.at("#event-list")).to_be_focused()


def test_the_chart_offers_the_same_in_its_empty_place(visit, expected):
    page = visit("q=zzzz&lang=en")
    assert ways(page, "#timeline") == ways(page) != []
    page.at("#timeline .ways button").first.click()
    assert page.query_becomes("lang=en") == "lang=en"
    expect(page.at("#timeline .ways")).to_have_count(0)
    expect(page.at("#timeline")).to_be_focused()


def test_where_the_period_is_to_blame_the_chart_goes_where_the_events_are(visit, expected):
    page = visit("kind=treaty&window=2025-06-01/2025-07-01&lang=en")
    n = len(expected.ids("kind=treaty"))
    expect(page.at("#result-count strong")).to_have_text(text("count_none_period", "en"))
    page.at("#timeline .ways button").filter(has_text=text("none_outside", "en", events=f"{n} events")).click()
    assert page.ids_become(expected.listed("kind=treaty&scope=all")) == expected.listed("kind=treaty&scope=all")


def test_where_the_period_is_to_blame_the_list_shows_the_whole_timeline(visit, expected):
    query = "kind=treaty&view=list&window=2025-06-01/2025-07-01"
    page = visit(f"{query}&lang=en")
    page.at("#event-list .ways button").last.click()
    assert page.ids_become(expected.listed(f"{query}&scope=all")) == expected.listed("kind=treaty&scope=all")


def test_where_no_filter_alone_is_to_blame_all_are_cleared(visit, expected):
    page = visit("q=zzzz&actor=zhou-enlai&kind=combat&scope=all&lang=en")
    assert ways(page) == [text("clear", "en")]
    page.at("#event-list .ways button").click()
    assert page.query_becomes("scope=all&lang=en") == "scope=all&lang=en"
    assert page.ids_become(expected.listed("scope=all")) == expected.listed("scope=all")


def test_the_day_of_a_replay_can_be_to_blame(look):
    page = look("kind=ratification&asof=2024-06-20&scope=all&lang=en")
    assert ways(page)[-1].startswith("Remove the filter As known on 20 June 2024 (")


def test_the_blame_is_what_python_finds(modules, record, frame):
    """For each filter, as many events as Python selects without its keys."""
    queries = [
        "kind=treaty&status=contested",
        "actor=vladimir-putin&country=KP&q=zzzz",
        "from=2025-01-01&to=2025-02-01&kind=combat&key=1",
        "window=2025-06-01/2025-07-01&kind=treaty",
    ]
    specs = [parse_query(query, vocabulary(record)).values for query in queries]
    run = """({ blame }, { operators, columns, specs }) =>
      specs.map((spec) => blame(operators, columns, spec, columns.id.map((_, row) => row)))"""
    columns = {**build_payload(record)["rows"], "text": list(frame["text"])}
    plain = [{key: list(value) if isinstance(value, tuple) else value for key, value in spec.items()} for spec in specs]
    found = modules("model/blame.js")(run, {"operators": table(), "columns": columns, "specs": plain})
    for spec, blamed in zip(specs, found, strict=True):
        counts = {
            operator["keys"][0]: len(
                select(frame, FilterSpec({k: v for k, v in spec.items() if k not in operator["keys"]}))
            )
            for operator in table()
            if spec.keys() & set(operator["keys"])
        }
        assert {entry["keys"][0]: entry["n"] for entry in blamed} == {key: n for key, n in counts.items() if n}
