"""Filters: what is chosen is what is shown, and every option says beforehand how many events it would leave."""

from __future__ import annotations

import re
from datetime import date

import pytest
from page import QUERY
from playwright.sync_api import expect

from timeline.query.operators import FACETS
from timeline.query.spec import FilterSpec
from timeline.view.figure import extent
from timeline.view.words import text


def assert_shows(page, expected, query):
    """The page shows exactly what Python selects for the query, in list, count and address."""
    wanted = expected.listed(query)
    assert page.ids_become(wanted) == wanted
    assert page.query_becomes(expected.canonical(query)) == expected.canonical(query)
    total = len(expected.ids())
    none = "No event in this period" if expected.ids(query) else "No event matches"
    assert page.at("#result-count strong").inner_text() == (
        f"{len(wanted)} of {total} in this period" if wanted else none
    )


@pytest.mark.everywhere
def test_one_value_of_each_facet(timeline_page, expected):
    values = {
        "actor": "vladimir-putin",
        "country": "KP",
        "source": "tass",
        "claimant": "kyrylo-budanov",
        "kind": "ratification",
        "status": "contested",
    }
    assert set(values) == set(FACETS)
    for facet, value in values.items():
        assert 0 < len(expected.ids(f"{facet}={value}")) < len(expected.ids())
        timeline_page.choose(facet, value)
        assert_shows(timeline_page, expected, f"{facet}={value}")
        timeline_page.choose(facet, value)
        assert_shows(timeline_page, expected, "")


def test_ratification_is_these_events(timeline_page):
    """By hand: nothing of Python's query has a say in this one."""
    timeline_page.choose("kind", "ratification")
    wanted = {"duma-vote", "federation-council-vote", "putin-signs-ratification", "kim-ratifies"}
    expect(timeline_page.item("students-3765")).to_have_count(0)
    assert wanted <= set(timeline_page.shown_ids())
    assert timeline_page.at("#event-list time").all_text_contents()[-1] == "11 November 2024"


def test_two_values_of_each_facet_add_up(timeline_page, expected):
    pairs = {
        "actor": ("north-korea", "kim-jong-un"),
        "country": ("US", "CN"),
        "source": ("tass", "kbs"),
        "claimant": ("vladimir-putin", "outlet"),
        "kind": ("treaty", "combat"),
        "status": ("predicted", "contested"),
    }
    assert set(pairs) == set(FACETS)
    for facet, values in pairs.items():
        for value in values:
            timeline_page.choose(facet, value)
        query = "&".join(f"{facet}={value}" for value in values)
        assert_shows(timeline_page, expected, query)
        one, other = (set(expected.ids(f"{facet}={value}")) for value in values)
        assert set(expected.ids(query)) == one | other
        for value in values:
            timeline_page.choose(facet, value)


def test_several_facets_narrow(timeline_page, expected):
    timeline_page.choose("country", "KP")
    timeline_page.choose("kind", "statement")
    timeline_page.choose("status", "established")
    timeline_page.choose("actor", "vladimir-putin")
    query = "country=KP&kind=statement&status=established&actor=vladimir-putin"
    assert 0 < len(expected.ids(query)) < len(expected.ids("country=KP&kind=statement"))
    assert_shows(timeline_page, expected, query)


@pytest.mark.everywhere
def test_text(timeline_page, expected):
    for typed, like in (
        ("Poutine", "poutine"),
        ("armée", "armee"),
        ("3,000", None),
        ("ARMEE", "armée"),
        ("  kim   treaty ", "treaty kim"),
        ("Ko Jeong-ae duma", None),
    ):
        timeline_page.type(typed)
        wanted = expected.listed("q=" + typed.replace(" ", "+"))
        assert timeline_page.ids_become(wanted) == wanted, typed
        if like:
            assert wanted and wanted == expected.listed("q=" + like.replace(" ", "+"))


@pytest.mark.parametrize("delay", [0, 60, 140])
def test_what_is_typed_stays_as_it_is_typed(timeline_page, expected, delay):
    """Drawing must not write into the box while somebody types there, fast or slowly."""
    words = "pyongyang constitution"
    timeline_page.open_drawer()
    timeline_page.at("#filter-text").press_sequentially(words, delay=delay)
    wanted = expected.listed("q=" + words.replace(" ", "+"))
    assert timeline_page.ids_become(wanted) == wanted
    assert timeline_page.at("#filter-text").input_value() == words


@pytest.mark.everywhere
def test_words_count_with_whatever_is_done_next(timeline_page, expected):
    """Words wait a moment for more letters; opening an event or another choice makes them count at once."""
    at_once = timeline_page.browser.evaluate(
        """([words, option]) => {
      const box = document.querySelector("#filter-text");
      box.value = words;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const query = %s;
      const before = query();
      document.querySelector(option).click();
      return [before, query()];
    }"""
        % QUERY,
        ["constitution", "#filter-country input[value=KP]"],
    )
    assert at_once == ["", "country=KP&q=constitution"]
    assert_shows(timeline_page, expected, "country=KP&q=constitution")
    assert timeline_page.at("#filter-text").input_value() == "constitution"
    timeline_page.browser.go_back()
    assert_shows(timeline_page, expected, "")
    assert timeline_page.at("#filter-text").input_value() == ""


def test_accents_and_languages_do_not_matter(timeline_page, expected):
    timeline_page.type("Poutine")
    french = expected.listed("q=Poutine")
    assert "putin-signs-ratification" in timeline_page.ids_become(french) == french
    timeline_page.type("pOUTÏNE")
    assert timeline_page.ids_become(french) == french


@pytest.mark.everywhere
@pytest.mark.parametrize("dates", ["", "certain"])
@pytest.mark.parametrize(("first", "last"), [("2024-10-20", "2024-10-29"), ("2024-11-05", None), (None, "2024-06-18")])
def test_dates(timeline_page, expected, first, last, dates):
    timeline_page.days(first, last)
    if dates:
        timeline_page.choice("filter-certain", "certain").click()
    query = "&".join(f"{key}={value}" for key, value in (("from", first), ("to", last), ("dates", dates)) if value)
    assert_shows(timeline_page, expected, query)
    hint = "dates_certain" if dates else "dates_possible"
    assert timeline_page.at("#filter-dates").inner_text().endswith(text(hint, "en"))


def test_an_uncertain_date_is_possible_but_not_certain(timeline_page):
    """By hand: `on or about`, a month, a year lie only perhaps within a few of their days."""
    certain = "from=2024-10-01&to=2024-10-31&dates=certain"
    timeline_page.days("2024-10-01", "2024-10-31")
    timeline_page.choice("filter-certain", "certain").click()
    assert timeline_page.query_becomes(certain) == certain
    expect(timeline_page.item("duma-vote")).to_have_count(1)
    expect(timeline_page.item("kim-ratifies")).to_have_count(0)
    expect(timeline_page.item("students-3765")).to_have_count(0)


@pytest.mark.everywhere
def test_clear_all_clears_all(visit, expected):
    page = visit(
        "actor=vladimir-putin&country=RU&source=tass&kind=treaty&status=established&q=kim&from=2024-06-01&to=2024-12-31&dates=certain"
    )
    page.clear()
    assert_shows(page, expected, "")
    assert page.at("#filter-text").input_value() == ""
    assert page.at("#filter-from").input_value() == page.at("#filter-to").input_value() == ""
    expect(page.at("#filters input:checked")).to_have_count(0)
    expect(page.at("#filter-clear")).to_be_disabled()


def test_clear_all_keeps_what_is_no_filter(visit, expected):
    page = visit("kind=treaty&group=actor&window=2024-10-20/2024-10-29&event=duma-vote")
    page.clear()
    assert_shows(page, expected, "group=actor&window=2024-10-20/2024-10-29&event=duma-vote")


@pytest.mark.everywhere
@pytest.mark.parametrize("query", ["", "kind=statement", "country=KP&status=established&q=treaty"])
def test_every_count_is_the_number_of_events_it_would_leave(look, expected, query):
    page = look(query)
    counts = expected.counts(query)
    for facet in FACETS:
        assert page.option_counts(facet) == counts[facet], facet


@pytest.mark.parametrize("facet", list(FACETS))
def test_a_count_keeps_its_promise(visit, expected, facet):
    """The count beside an option that is not chosen is the number of events once it is chosen too."""
    start = {
        "kind": "treaty",
        "status": "reported",
        "actor": "kim-jong-un",
        "country": "US",
        "source": "tass",
        "claimant": "vladimir-putin",
    }[facet]
    query = f"{facet}={start}&from=2024-06-01"
    page = visit(query)
    promised = page.option_counts(facet)
    more = sorted(
        (value for value in promised if value != start and promised[value] > promised[start]),
        key=lambda value: -promised[value],
    )
    assert more
    for value in {more[0], more[len(more) // 2], more[-1]}:
        page.choose(facet, value)
        assert (
            page.eventually("() => document.querySelectorAll('#event-list [data-event-id]').length", promised[value])
            == promised[value]
        )
        assert_shows(page, expected, f"{query}&{facet}={value}")
        page.choose(facet, value)
        assert_shows(page, expected, query)


def test_options_that_would_leave_nothing_are_disabled(look, expected):
    page = look("kind=ratification")
    counts = expected.counts("kind=ratification")
    for facet in ("actor", "country", "source", "status"):
        off = page.at(f"#filter-{facet} input:disabled").evaluate_all("nodes => nodes.map((node) => node.value)")
        assert sorted(off) == sorted(value for value, count in counts[facet].items() if count == 0)
        assert off


def test_a_chosen_option_can_always_be_unchosen(visit, expected):
    page = visit("kind=ratification&country=IR")
    assert expected.ids("kind=ratification&country=IR") == []
    page.choose("country", "IR")
    assert_shows(page, expected, "kind=ratification")


@pytest.mark.everywhere
@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en", ["No event matches.", "Remove the filter Search: “zzzz” (92 events)"]),
        (
            "fr",
            ["Aucun événement ne correspond.", "Retirer le filtre Recherche\u00a0: «\u202fzzzz\u202f» (92 événements)"],
        ),
    ],
)
def test_no_result_says_so_and_which_filter_is_to_blame(look, language, hint):
    page = look(f"q=zzzz&lang={language}")
    assert page.shown_ids() == []
    assert page.at("#event-list p, #event-list button").all_inner_texts() == hint
    assert page.at("#result-count strong").inner_text() + "." == hint[0]
    assert text("nothing_here", language) in [lane["text"] for lane in page.lane_names()]
    assert page.marks() == page.clusters() == page.label_boxes() == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("{total} events", "{some} of {total} events", "1 of {total} events")),
        ("fr", ("{total} événements", "{some} événements sur {total}", "1 événement sur {total}")),
    ],
)
def test_the_count_of_the_whole_timeline_in_words(look, expected, language, words):
    total = len(expected.ids())
    single = next(query for query in ("q=3765", "actor=zhou-enlai") if len(expected.ids(query)) == 1)
    some = len(expected.ids("kind=treaty"))
    for query, line in zip(("", "kind=treaty", single), words, strict=True):
        page = look(f"{query}&scope=all&lang={language}".lstrip("&"))
        assert page.at("#result-count strong").inner_text() == line.format(total=total, some=some)


def test_a_long_list_has_a_search_box_that_narrows_it(timeline_page):
    timeline_page.open_drawer()
    box = timeline_page.at("#filter-actor .choice-search")
    shown = timeline_page.at("#filter-actor label:not([hidden]) .choice-name")
    everything = shown.count()
    box.fill("kim jong")
    names = shown.all_inner_texts()
    assert "Kim Jong Un" in names and len(names) < everything
    assert all("kim" in name.lower() and "jong" in name.lower() for name in names)
    box.fill("")
    assert shown.count() == everything
    # Short groups need none.
    expect(timeline_page.at("#filter-status .choice-search")).to_have_count(0)


def test_the_search_box_of_a_list_looks_at_names_not_at_counts(timeline_page):
    """A number in the box means a number in a name; the counts change with every other filter."""
    timeline_page.open_drawer()
    timeline_page.at("#filter-actor .choice-search").fill("27")
    expect(timeline_page.at("#filter-actor label:not([hidden])")).to_have_count(0)


def test_the_search_box_of_a_list_knows_no_accents(visit):
    page = visit("lang=fr")
    page.open_drawer()
    page.at("#filter-country .choice-search").fill("coree")
    assert page.at("#filter-country label:not([hidden]) .choice-name").all_inner_texts() == [
        "Corée du Nord",
        "Corée du Sud",
    ]


def test_an_option_found_by_the_search_box_filters(timeline_page, expected):
    timeline_page.open_drawer()
    timeline_page.at("#filter-actor .choice-search").fill("lavrov")
    timeline_page.choice("filter-actor", "sergei-lavrov").click()
    assert_shows(timeline_page, expected, "actor=sergei-lavrov")
    # The box keeps its words while the page is drawn anew.
    assert timeline_page.at("#filter-actor .choice-search").input_value() == "lavrov"


@pytest.mark.everywhere
@pytest.mark.parametrize(
    "query",
    [
        "",
        "kind=statement",
        "country=UA&status=reported",
        "q=Kim",
        "window=2024-10-20/2024-10-29",
        "from=2024-11-01&window=2024-10-30/2024-11-15",
        "window=1960-01-01/2025-12-31",
    ],
)
def test_the_chart_shows_exactly_the_filtered_events(look, expected, query):
    """Marks and the events in clusters are together those within reach of the window, none twice (each is one kind),
    without the parts that are seen in their wholes."""
    page = look(query)
    inside = set(expected.drawn(query))
    first, last = map(date.fromisoformat, expected.window(query))
    marked = [mark["id"] for mark in page.marks()]
    assert len(set(marked)) == len(marked)
    assert set(marked) <= set(expected.ids(query))
    clustered = sum(int(cluster["text"]) for cluster in page.clusters())
    assert len(inside & set(marked)) + clustered == len(inside)
    for id in set(marked) - inside:  # drawn ahead, for panning: out of sight for now
        start, end = extent(expected.events[id])
        assert end < first or start > last


def test_the_chart_has_a_lane_for_each_kind_it_shows(look, expected, record):
    page = look("kind=treaty&kind=combat")
    names = {kind.id: kind.name["en"] for kind in record.settings.kinds}
    assert [lane["text"] for lane in page.lane_names()] == [names["treaty"], names["combat"]]


@pytest.mark.parametrize(
    ("group", "first"), [("actor", "North Korea"), ("country", "Russia"), ("source", None), ("status", "Established")]
)
def test_lanes_by_another_facet(timeline_page, expected, group, first):
    timeline_page.option("group-by", group)
    assert timeline_page.query_becomes(f"group={group}") == f"group={group}"
    if first:
        assert (
            timeline_page.eventually("() => document.querySelector('#timeline g.annotation text').textContent", first)
            == first
        )
    inside = set(expected.split(f"group={group}")[1])
    assert {mark["id"] for mark in timeline_page.marks()} <= set(expected.ids())
    assert timeline_page.shown_ids() == expected.listed()
    assert inside


@pytest.mark.everywhere
def test_the_address_has_what_the_controls_say(timeline_page, expected):
    timeline_page.choose("status", "reported")
    timeline_page.choose("kind", "deployment")
    timeline_page.choose("kind", "combat")
    timeline_page.type("Koursk & région, +100 %")
    timeline_page.days("2024-10-01")
    spec = FilterSpec(
        {
            "kind": ("deployment", "combat"),
            "status": ("reported",),
            "q": "Koursk & région, +100 %",
            "from": "2024-10-01",
        }
    )
    assert timeline_page.query_becomes(spec.to_query()) == spec.to_query()
    assert not re.search(r"[^ -~]", timeline_page.browser.url)


def test_how_many_filters_are_on_is_shown_where_they_are_folded_away(visit):
    page = visit("kind=treaty&kind=combat&q=kim", phone=True)
    expect(page.at("#filters-active")).to_have_text("3")
    expect(page.at("#filters-body")).to_be_hidden()
    page.at("#filters-open").click()
    expect(page.at("#filters-body")).to_be_visible()
    expect(page.at("#filters-open")).to_have_attribute("aria-expanded", "true")
