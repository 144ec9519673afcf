"""The page shows any record: the shipped example from end to end, and records that lack almost everything."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from expected import Expected
from page import POINTS
from playwright.sync_api import expect
from test_page_accessibility import RULES

from timeline.query.frame import frame_of
from timeline.record.dates.days import FIRST, LAST, day_of_text

PARIS = {"locale": "fr-FR"}


@pytest.fixture
def wanted(vesuvius):
    """What the example's page has to show, worked out in Python."""
    return Expected(vesuvius, frame_of(vesuvius))


def violations(page) -> list[str]:
    result = Axe().run(page.browser, options=RULES)
    return [
        f"{item['id']}: {node['html'][:160]}" for item in result.response["violations"] for node in item["nodes"][:3]
    ]


def overflow(page) -> int:
    return page.browser.evaluate("document.documentElement.scrollWidth - innerWidth")


def radios(page, group) -> list[str]:
    return page.browser.evaluate(
        "(group) => [...document.querySelectorAll(`#${group} input`)].map((input) => input.value)", group
    )


# ---- the example ----


def test_the_example_opens_in_its_first_language_for_who_speaks_neither(visit_record, vesuvius):
    page = visit_record(vesuvius, locale="ja-JP")
    expect(page.at("html")).to_have_attribute("lang", "fr")
    expect(page.at("h1")).to_have_text(vesuvius.settings.title["fr"], use_inner_text=True)
    expect(page.at("#lang-toggle")).to_have_accessible_name("English, EN")
    page.set_language("en")
    expect(page.at("h1")).to_have_text(vesuvius.settings.title["en"], use_inner_text=True)


def test_the_example_lists_its_events_and_counts_its_options(visit_record, vesuvius, wanted):
    page = visit_record(vesuvius, "scope=all")
    assert page.shown_ids() == [event.id for event in vesuvius.events]
    for facet in ("actor", "country", "source", "claimant", "kind", "status"):
        shown = page.option_counts(facet)
        assert {key: count for key, count in shown.items() if count} == {
            key: count for key, count in wanted.counts("scope=all")[facet].items() if count
        }
    page.choose("kind", "dig")
    assert page.ids_become(wanted.listed("scope=all&kind=dig")) == wanted.listed("scope=all&kind=dig")
    page.choose("source", "monnier")
    assert page.ids_become(["pompeii-dig", "pompeii-named"]) == ["pompeii-dig", "pompeii-named"]
    assert page.option_counts("kind")["dig"] == wanted.counts("scope=all&kind=dig&source=monnier")["kind"]["dig"]


def test_the_example_shows_its_first_window_and_its_presets(visit_record, vesuvius, wanted):
    page = visit_record(vesuvius)
    assert page.window() == wanted.window() == ("0079-08-22", "0079-08-28")
    assert {mark["id"] for mark in page.marks()} >= {"cloud", "fleet-sails", "pliny-dies"}
    page.preset("antiquity")
    assert page.window_becomes(wanted.preset("antiquity")) == wanted.preset("antiquity")
    ticks = page.browser.evaluate(
        "[...document.querySelectorAll('#timeline .xtick text')].map((node) => node.textContent)"
    )
    assert "80" in ticks and not [tick for tick in ticks if tick.startswith("0")]


def test_no_label_of_the_example_stands_on_the_dash_of_an_approximate_end(look_record, vesuvius):
    page = look_record(vesuvius, "window=0060-01-01/0110-12-31")
    dashes = page.browser.evaluate(POINTS, "about-end")
    assert {dash["id"] for dash in dashes} == {"poets", "towns-buried"}
    for label in page.label_boxes():
        middle = (label["top"] + label["bottom"]) / 2
        over = [
            dash["id"]
            for dash in dashes
            if label["left"] < dash["right"] and dash["left"] < label["right"] and dash["top"] < middle < dash["bottom"]
        ]
        assert over == [], label["text"]


def test_an_event_of_the_example_says_who_says_what_and_cites_books(look_record, vesuvius):
    page = look_record(vesuvius, "lang=en&event=pliny-dies")
    panel = page.panel("pliny-dies")
    assert panel.locator("h3").all_inner_texts() == [
        "How we know",
        "≠ Where the sources differ",
        "Who says what",
        "Related events",
    ]
    first = panel.locator(".claim").first
    expect(first.locator(".claimant")).to_contain_text("Pliny the Younger")
    expect(first.locator(".marker")).to_have_text(["letter"])  # by its own author, so not relayed
    expect(first.locator(".claim-source a")).to_contain_text("Pliny the Younger, Letters, 6.16.17–20")
    assert "documents" not in panel.inner_text()


def test_a_claim_without_an_address_is_cited_in_words(look_record, vesuvius):
    """Only the inscription has none: it is no page that somebody could open."""
    panel = look_record(vesuvius, "lang=fr&event=cloud").panel("cloud")
    [claim] = [claim for event in vesuvius.events for claim in event.claims if not claim.url]
    without = panel.locator(".claim-source:not(:has(a))")
    expect(without).to_have_count(1)
    expect(without).to_have_text(f"{vesuvius.sources[claim.source].name['fr']}, {claim.locator}")
    assert without.locator("details").count() == 0


def test_each_source_of_the_example_has_its_column_and_a_cell_opens_its_claim(visit_record, vesuvius, wanted):
    page = visit_record(vesuvius, "lang=en&view=sources")
    table = page.at("#sources-view table")
    assert set(
        table.locator("thead th[data-source]").evaluate_all("(all) => all.map((th) => th.dataset.source)")
    ) == set(vesuvius.sources)
    assert table.locator(".public, .expand").count() == 0
    table.locator('tr[data-row="ash-abroad"] td[data-source="dio"] button').click()
    expect(page.panel("ash-abroad").locator(".claim.here")).to_contain_text("Africa, Syria, Egypt and Rome")


def test_the_example_s_points_name_no_documents(visit_record, vesuvius):
    page = visit_record(vesuvius, "lang=en&view=disagreements")
    points = sum(len(event.disagreements) for event in vesuvius.events)
    expect(page.at(".differing")).to_have_count(points)
    assert page.at(".rests-on").count() == 0
    page.at('.differing[data-row="cloud"] .side-claims button').click()
    expect(page.panel("cloud").locator(".claim.here")).to_contain_text("sixteenth day before the Kalends")


def test_the_example_s_figures_reach_from_seneca_to_today(visit_record, vesuvius):
    page = visit_record(vesuvius, "lang=en&view=numbers")
    units = dict.fromkeys(
        amount.unit for event in vesuvius.events for claim in event.claims for amount in claim.amounts
    )
    assert set(radios(page, "numbers-unit")) == set(units)
    page.choice("numbers-unit", "animals").click()
    expect(page.at(".numbers-table tbody tr")).to_have_count(1)
    expect(page.at(".numbers-table tbody")).to_contain_text("600 animals")
    expect(page.at(".numbers-table tbody")).to_contain_text("no scope given")
    expect(page.at(".numbers-table tbody")).to_contain_text("Seneca, Natural Questions, 6.1.1–3")
    years = re.findall(r"\d{2,}", " ".join(page.at(".numbers-plot .xtick text").all_text_contents()))
    assert {"62", "63", "64", "65"} <= set(years) <= {"61", "62", "63", "64", "65", "66"}


@pytest.mark.parametrize("phone", [False, True])
def test_the_plot_of_figures_has_a_date_and_none_beside_the_word_for_undated_ones(look_record, vesuvius, phone):
    page = look_record(vesuvius, "lang=fr&view=numbers&unit=persons", phone=phone)
    ticks = page.at(".numbers-plot .xtick text").evaluate_all(
        "(all) => all.map((node) => node.getBoundingClientRect()).filter(({ width }) => width).map(({ left }) => left)"
    )
    word = (
        page.at(".numbers-plot .annotation")
        .filter(has_text="jour inconnu")
        .locator("text")
        .evaluate("(node) => node.getBoundingClientRect().right")
    )
    assert ticks and min(ticks) > word


def test_a_record_without_a_replay_offers_none_and_says_so_where_an_address_asks(visit_record, vesuvius, wanted):
    page = visit_record(vesuvius, "lang=en")
    expect(page.at("#replay button")).to_have_count(0)
    page.turn_to("lang=en&asof=0130-01-01")
    assert page.ids_become(wanted.listed("asof=0130-01-01")) == wanted.listed("asof=0130-01-01") != wanted.listed()
    expect(page.at("#replay")).to_contain_text("As known on 1 Jan 130")
    page.at("[data-key=asof_stop]").click()
    assert page.ids_become(wanted.listed()) == wanted.listed()


@pytest.mark.parametrize(
    "query",
    ["", "view=sources&theme=dark&lang=en", "view=numbers", "view=disagreements&lang=en", "event=cloud&theme=dark"],
)
def test_axe_finds_nothing_in_the_example(look_record, vesuvius, query):
    assert violations(look_record(vesuvius, query, **PARIS)) == []


@pytest.mark.parametrize("query", ["", "event=pliny-dies&theme=dark", "view=sources", "view=numbers&theme=dark"])
def test_the_example_fits_a_phone(look_record, vesuvius, query):
    page = look_record(vesuvius, query, phone=True, **PARIS)
    assert overflow(page) <= 0 and violations(page) == []


# ---- records that lack almost everything ----


def test_one_event_in_one_language_is_a_whole_page(visit_record, make_record):
    page = visit_record(make_record({"date": "1969-07-20"}))
    assert page.shown_ids() == ["event-1"] == [mark["id"] for mark in page.marks()]
    expect(page.at("#lang-toggle")).to_be_hidden()
    assert not {"numbers", "disagreements"} & set(radios(page, "view-tabs"))
    assert radios(page, "group-by") == ["kind", "source", "status"]
    page.open_filters()
    for facet in ("actor", "country"):
        expect(page.at(f"#filter-{facet}")).to_be_hidden()
    expect(page.at("#filter-source")).to_be_visible()
    page.at("#filters-close").click()
    page.open_event("event-1")
    page.tool("zoom_in").click()
    page.tool("zoom_out").click()
    assert violations(page) == [] and overflow(page) <= 0


@pytest.mark.parametrize(
    ("language", "count", "exported", "single"),
    [
        ("en", "1 event", "The only event is exported.", "The one event shown rests on a single source."),
        (
            "fr",
            "1 événement",
            "Le seul événement est exporté.",
            "Le seul événement affiché repose sur une seule source.",
        ),
    ],
)
def test_a_single_event_is_counted_in_the_singular(visit_record, make_record, language, count, exported, single):
    page = visit_record(make_record({"date": "1969-07-20"}, languages=("en", "fr")), f"view=sources&lang={language}")
    assert page.count() == count
    expect(page.at(".single-line")).to_have_text(single)
    page.in_menu("#export").click()
    expect(page.at(".export-count")).to_have_text(exported)
    page.browser.keyboard.press("Escape")
    page.browser.emulate_media(media="print")
    expect(page.at(".print-view")).to_have_text(count)
    page.browser.emulate_media(media="null")


def test_a_view_that_a_record_cannot_fill_is_named_and_left_out(visit_record, make_record):
    page = visit_record(make_record({"date": "1969-07-20"}), "view=numbers&group=country")
    expect(page.at("#notice")).to_contain_text("view=numbers, group=country")
    expect(page.at("#timeline")).to_be_visible()
    expect(page.at('#view-tabs input[value="timeline"]')).to_be_checked()


def test_a_language_that_the_interface_lacks_falls_back_word_by_word(visit_record, make_record):
    record = make_record({"date": "1969-07-20"}, {"date": "1969-08"}, languages=("de", "fr", "it"))
    page = visit_record(record, locale="de-AT")
    expect(page.at("html")).to_have_attribute("lang", "de")
    expect(page.at("h1")).to_have_text("Small (de)", use_inner_text=True)
    expect(page.item("event-1")).to_contain_text("20. Juli 1969")
    assert page.count() == "2 events"
    for name, title in (
        ("Français, FR", "Small (fr)"),
        ("Italiano, IT", "Small (it)"),
        ("Deutsch, DE", "Small (de)"),
    ):
        expect(page.at("#lang-toggle")).to_have_accessible_name(name)
        page.at("#lang-toggle").click()
        expect(page.at("h1")).to_have_text(title, use_inner_text=True)


def test_the_ends_of_time_can_be_seen_zoomed_and_left(visit_record, make_record):
    dates = ("-9999-01-01~", "-9999/..", "0001", "1492-10-12", "9999", "9999-12-30/..", "../9999-12-31")
    ends = ("-9999-01-01", "9999-12-31")
    preset = {"id": "all", "name": {"en": "All"}, "start": ends[0], "end": ends[1]}
    page = visit_record(make_record(*({"date": edtf} for edtf in dates), settings={"presets": [preset]}))
    assert page.window() == ends
    assert len(page.marks()) + sum(int(cluster["text"]) for cluster in page.clusters()) == len(dates)
    for key in (
        "zoom_out",
        "pan_earlier",
        "zoom_in",
        "pan_earlier",
        "pan_earlier",
        "pan_later",
        "pan_later",
        "pan_later",
        "zoom_in",
        "zoom_out",
    ):
        page.tool(key).click()
        first, last = map(day_of_text, page.window())
        assert FIRST <= first < last <= LAST, key
    for end in ("start", "end"):
        handle = page.at(f".handle-{int(end == 'end')}")
        handle.press("Home" if end == "start" else "End")
    assert page.window_becomes(ends) == ends
    assert violations(page) == []


def test_figures_without_a_unit_are_shown_as_what_they_count(visit_record, make_record):
    claim = {
        "id": "c1",
        "source": "book",
        "locator": "p. 1",
        "asserted_on": "0098",
        "says": {"en": "397 votes"},
        "figure": {"quantity": "votes", "value": 397},
    }
    record = make_record(
        {"date": "0098", "claims": [claim]}, settings={"quantities": [{"id": "votes", "name": {"en": "votes for"}}]}
    )
    page = visit_record(record, "view=numbers")
    expect(page.at("#numbers-view h2")).to_have_text("Votes for: 1 figure")
    expect(page.at(".numbers-table tbody")).to_contain_text("397")


@pytest.mark.parametrize("view", ["sources", "disagreements"])
def test_what_documents_are_is_said_where_a_record_has_any(look, look_record, vesuvius, view):
    note = f"#{view}-view .documents-note"
    expect(look(f"view={view}").browser.locator(note)).to_contain_text("“Documents” are the texts")
    expect(look_record(vesuvius, f"view={view}").browser.locator(note)).to_have_count(0)


def test_a_word_of_400_letters_scrolls_nothing_sideways(visit_record, make_record):
    word = "Ärger" * 80

    def said():
        return {"en": word}

    def claim(id, value):
        return {
            "id": id,
            **{"source": "book", "locator": word, "by": ["somebody"], "asserted_on": "1969-07-21"},
            **{"says": said(), "note": said(), "figure": {"quantity": "steps", "value": value}},
        }

    sides = [{"holds": said(), "claims": ["c1"]}, {"holds": said(), "claims": ["c2"]}]
    record = make_record(
        {
            **{"date": "1969-07-20", "date_note": said(), "title": said(), "summary": said()},
            "claims": [claim("c1", 3), claim("c2", 4)],
            "disagreements": [{"about": "number", "sentence": said(), "sides": sides}],
        },
        settings={
            **{"title": said(), "subtitle": said(), "quantities": [{"id": "steps", "name": said()}]},
            "kinds": [{"id": "thing", "name": said(), "symbol": "star", "light": "#3a49b8", "dark": "#9aaaff"}],
        },
    )
    for query in ("", "view=list", "view=sources", "view=disagreements", "view=numbers", "event=event-1"):
        page = visit_record(record, query, viewport={"width": 360, "height": 640})
        page.browser.evaluate("document.querySelectorAll('details').forEach((more) => { more.open = true; })")
        wide = page.browser.evaluate("""() => [document.scrollingElement, document.querySelector("#event-panel")]
          .map((node) => node.scrollWidth - node.clientWidth)""")
        assert wide == [0, 0], query
