"""Paper: an A4 with title, view, chart, legend, and the events with their sources, in light colours and without
controls.
"""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from itertools import takewhile

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from timeline.view.payload import build_payload, to_json

TEXT = 680  # px of an A4 between its margins


@pytest.fixture
def paper(visit):
    """paper(query) opens a page and turns it to paper, as a print preview does."""
    pages = []

    def turn(query, **options):
        page = visit(query, **options)
        pages.append(page)
        page.browser.emulate_media(media="print")
        expect(page.at("html")).to_have_class(re.compile("printing"))
        return page

    yield turn
    for page in pages:
        page.browser.emulate_media(media="null")


def pdf(page):
    """The page printed with its own page size, as the browser does it."""
    return PdfReader(BytesIO(page.browser.pdf(prefer_css_page_size=True)))


def squeezed(words):
    """A text without spaces and ligatures: lines break anywhere in an address, and fonts join f and i."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def printed(reader):
    """The squeezed text of all sheets."""
    return squeezed("".join(sheet.extract_text() for sheet in reader.pages))


def test_controls_are_left_out_and_what_is_read_stays(paper):
    page = paper("kind=ratification&event=duma-vote&nonsense=1&lang=en")
    for hidden in (
        ".masthead-tools",
        "#filters",
        ".chapters",
        ".controls",
        ".status-line",
        "#zoom-tools",
        "#window-bar",
        "#overview",
        "#replay",
        "#legend",
        "#event-panel",
        ".skip-link",
        "#notice",
    ):
        expect(page.at(hidden).first).to_be_hidden()
    for shown in ("h1", ".print-view", "#timeline", ".print-legend", "#event-list", ".footer"):
        expect(page.at(shown).first).to_be_visible()
    buttons = page.at("button:visible").evaluate_all("nodes => nodes.map((node) => node.className)")
    assert set(buttons) == {"event-title"}  # an event's title, which looks like one
    assert page.at("input:visible, select:visible, [role=slider]:visible").count() == 0


@pytest.mark.parametrize(
    ("language", "window", "count"),
    [
        (
            "en",
            "10 October 2024 – 20 November 2024",
            r"\d+ of 104 in this period · Kind: Ratification · Status: Established",
        ),
        (
            "fr",
            "10 octobre 2024 – 20 novembre 2024",
            r"\d+ sur 104 dans cette période · Nature\u00a0: Ratification · Statut\u00a0: Établi",
        ),
    ],
)
def test_the_view_is_said_in_words(paper, record, live_server, language, window, count):
    query = f"kind=ratification&status=established&window=2024-10-10/2024-11-20&lang={language}"
    page = paper(query)
    said = page.at(".print-view > *").all_inner_texts()
    assert said[0] == window and re.match(count, said[1])
    source = page.at(".print-line").inner_text()
    assert record.hash[:12] in source and f"{live_server}/?{query}" in source


def test_every_event_has_its_claims_with_source_and_passage_or_address(paper, record):
    page = paper("kind=treaty&lang=fr")
    events = {event.id: event for event in record.events}
    ids = page.shown_ids()
    assert len(ids) > 5
    for id in ids:
        claims = page.item(id).locator("> .event-body > .print-claims > li").all_text_contents()
        assert len(claims) == len(events[id].claims)
        for line, claim in zip(claims, events[id].claims, strict=True):
            assert claim.says["fr"] in line
            assert (claim.url or f"{record.sources[claim.source].name['fr']}\u00a0§\u00a0{claim.passage}") in line
            if claim.url and claim.by:
                assert record.sources[claim.source].name["fr"] in line


@pytest.mark.parametrize(
    ("query", "options"),
    [("theme=dark&lang=en", {}), ("lang=en", {"color_scheme": "dark"}), ("lang=en", {"phone": True})],
)
def test_the_chart_is_as_wide_as_the_text_and_in_light_colours(paper, query, options):
    page = paper(query, **options)
    chart = page.at("#timeline .main-svg").first.bounding_box()
    assert round(chart["width"]) == TEXT
    assert page.marks()
    for box in page.label_boxes() + page.lane_names():
        assert chart["x"] - 1 <= box["left"] and box["right"] <= chart["x"] + chart["width"] + 1
    assert page.at("h1").evaluate("(node) => getComputedStyle(node).color") == "rgb(28, 32, 38)"
    assert (
        page.at("#timeline .annotation-text-g text, #timeline g.annotation text").first.evaluate(
            "(node) => getComputedStyle(node).fill"
        )
        == "rgb(28, 32, 38)"
    )
    assert (
        page.at("#event-list h2, .list > h2").first.evaluate("(node) => getComputedStyle(node).color")
        == "rgb(28, 32, 38)"
    )


def test_a_long_list_is_printed_whole_up_to_a_thousand_events(modules, record):
    """The list shows its events in parts; paper can't be asked for more."""
    data = f'<script type="application/json" id="record-data">{to_json(build_payload(record))}</script>'
    run = modules("views/list.js", body=data)
    draw = """(list, count) => {
      const root = document.createElement("ol");
      document.documentElement.classList.add("printing");
      const { whole } = JSON.parse(document.getElementById("record-data").textContent).geometry;
      const alone = whole.flatMap((of, row) => (of === null && !whole.includes(row) ? [row] : []));
      list.draw(root, { listed: Array.from({ length: count }, (_, turn) => alone[turn % 50]), event: null }, {});
      return [root.querySelectorAll("[data-event-id]").length, root.lastChild.textContent];
    }"""
    assert run(draw, 300)[0] == 300
    assert run(draw, 1200) == [1000, "200 more events are not printed. Filters narrow the list."]


def test_the_page_is_put_back_afterwards(visit):
    page = visit("theme=dark&event=duma-vote&lang=en")
    state = """() => ({ theme: document.documentElement.dataset.theme,
      printing: document.documentElement.className.includes("printing"),
      nodes: document.querySelectorAll("body *:not(#react-entry-point *)").length,
      chart: document.querySelector("#timeline .main-svg").getAttribute("width") })"""
    before = page.browser.evaluate(state)
    page.browser.emulate_media(media="print")
    expect(page.at(".print-claims").first).to_be_attached()
    page.browser.emulate_media(media="null")
    assert page.eventually(state, before) == before
    # A theme that was the system's choice is so again.
    page = visit("lang=en")
    page.browser.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.at("html")).to_have_attribute("data-theme", "light")
    page.browser.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.at("html")).not_to_have_attribute("data-theme", "light")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pdf_is_an_a4_with_chart_first_and_every_event_after_it(visit, record, language):
    page = visit(f"kind=ratification&kind=treaty&theme=dark&lang={language}")
    reader = pdf(page)
    ids = page.shown_ids()
    assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in reader.pages} == {
        (595, 842)
    }
    assert len(reader.pages) <= 2 + len(ids)
    first = squeezed(reader.pages[0].extract_text())
    assert squeezed(record.settings.title[language]) in first
    legend = {"en": "Whattherecordsupports", "fr": "Cequeledossierpermetd’affirmer"}[language]
    assert legend in first, "chart and legend share the first page"
    whole = printed(reader)
    events = {event.id: event for event in record.events}
    for id in ids:
        assert squeezed(events[id].title[language]) in whole
        for claim in events[id].claims:
            assert not claim.url or squeezed(claim.url) in whole
    for word in {
        "en": ["Share", "Clearall", "Darktheme", "Replay"],
        "fr": ["Partager", "Touteffacer", "Thème", "Revivre"],
    }[language]:
        assert word not in whole


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_chart_of_all_events_has_its_legend_on_the_same_sheet(visit, language):
    first = squeezed(pdf(visit(f"lang={language}")).pages[0].extract_text())
    assert {"en": "severalevents", "fr": "plusieursévénements"}[language] in first  # the legend's last sign
    assert {"en": "Events", "fr": "Événements"}[language] not in first.replace(
        {"en": "Kindsofevents", "fr": "Naturedesévénements"}[language], ""
    )


def test_the_plot_of_the_numbers_is_cut_between_bands_and_its_table_has_a_head_on_every_sheet(visit):
    page = visit("view=numbers&unit=soldiers&lang=en")
    page.browser.emulate_media(media="print")
    bands = page.at(".print-bands > svg")
    # The plot of the page takes the width of the paper a moment later than the bands do.
    cut = """() => {
      const { layout } = document.querySelector("#numbers-view .js-plotly-plot");
      const boxes = [...document.querySelectorAll(".print-bands > svg")].map((svg) => svg.viewBox.baseVal.height);
      const whole = boxes.reduce((sum, height) => sum + height, 0);
      const headings = layout.annotations.filter(({ name }) => name === "heading");
      return [boxes.length - headings.length, Math.round(whole - layout.height)];
    }"""
    assert page.eventually(cut, [0, 0]) == [0, 0]
    boxes = bands.evaluate_all("(all) => all.map((svg) => svg.viewBox.baseVal).map(({ y, height }) => [y, height])")
    assert all(
        y + height == pytest.approx(following) for (y, height), (following, _) in zip(boxes, boxes[1:], strict=False)
    )
    assert set(bands.evaluate_all("(all) => all.map((svg) => getComputedStyle(svg).breakInside)")) == {"avoid"}
    expect(page.at(".numbers-plot")).to_be_hidden()
    page.browser.emulate_media(media="null")
    expect(page.at(".numbers-plot")).to_be_visible()
    expect(bands).to_have_count(0)
    sheets = (squeezed(sheet.extract_text()) for sheet in pdf(page).pages)
    before = takewhile(lambda sheet: "SovietUnionandNorthKorea" not in sheet, sheets)  # the first event
    tables = [sheet for sheet in before if "WhatitcoversWhatiscountedSourceEvent" in sheet]
    assert len(tables) >= 2 and all("AssertedonWhosaysitFigureWhatitcovers" in sheet for sheet in tables)


def test_no_sheet_ends_with_the_title_of_an_event_whose_claims_follow(visit, record):
    """An event that goes on over an edge has its summary and a claim before it."""
    page = visit("kind=treaty&kind=statement&lang=en")
    titles = {squeezed(event.title["en"]) for event in record.events}
    for sheet in pdf(page).pages:
        lines = [
            line
            for line in sheet.extract_text().splitlines()
            if line.strip() and not re.fullmatch(r"\s*\d+ / \d+\s*", line)
        ]
        assert squeezed(lines[-1]) not in titles


@pytest.mark.parametrize("phone", [False, True])
def test_an_open_event_neither_covers_nor_cuts_the_rest(visit, phone):
    page = visit("kind=ratification&event=duma-vote&lang=en", phone=phone)
    reader = pdf(page)
    assert len(reader.pages) > 1
    assert "Previousevent" not in printed(reader) and "Howthedateisknown" in printed(reader)
    assert printed(reader).rstrip().find("Textoftherecord:CCBY4.0") > 0, "the foot of the page is reached"


@pytest.mark.parametrize("view", ["sources", "disagreements", "numbers"])
def test_the_other_views_print_what_they_show_and_no_list_of_events(visit, record, view):
    page = visit(f"view={view}&kind=deployment&lang=en")
    reader = pdf(page)
    heading = {
        "sources": "Whichsourcesayswhat",
        "disagreements": "Wherethesourcesdiffer",
        "numbers": r"Soldiers:\d+figures",
    }[view]
    assert re.search(heading, squeezed(reader.pages[0].extract_text()))
    assert len(reader.pages) < 12
    page.browser.emulate_media(media="print")
    expect(page.at(".list")).to_be_hidden()
    expect(page.at(".print-claims")).to_have_count(0)
    page.browser.emulate_media(media="null")


def test_the_list_prints_the_events_of_its_period(visit, record, expected):
    page = visit("view=list&kind=treaty&window=2024-06-14/2024-06-26&lang=en")
    whole = printed(pdf(page))
    listed = set(expected.listed("kind=treaty&window=2024-06-14/2024-06-26"))
    assert "14June2024–26June2024" in whole
    for event in record.events:
        if event.kind == "treaty" and event.date.start and event.date.start.year < 2024:
            assert event.id not in listed and squeezed(event.title["en"]) not in whole
    for id in listed:
        assert squeezed(expected.title(id)) in whole


def test_the_signing_is_printed_on_a_few_full_sheets(visit):
    """It took 35, beginning in 1961."""
    sheets = [sheet.extract_text() for sheet in pdf(visit("window=2024-06-14/2024-06-26&lang=en")).pages]
    assert len(sheets) <= 10
    assert "23of104inthisperiod" in squeezed(sheets[0])
    assert not re.search(r"\b1961\b", sheets[0])
    assert all(len(sheet) > 1500 for sheet in sheets[:-1])


@pytest.mark.parametrize(("view", "most"), [("sources", 8), ("disagreements", 27), ("numbers", 6)])
def test_a_view_of_the_whole_record_leaves_no_half_empty_sheets(visit, view, most):
    sheets = [sheet.extract_text() for sheet in pdf(visit(f"view={view}&lang=en")).pages]
    assert len(sheets) <= most
    least = 600 if view == "numbers" else 900  # a sheet of plots holds few words
    assert all(len(sheet) > least for sheet in sheets[:-1]), [len(sheet) for sheet in sheets]


def test_the_parts_of_an_event_are_unfolded_on_paper_each_with_its_claims(paper, record):
    page = paper("window=2024-06-14/2024-06-26&lang=en")
    for event in record.events:
        if event.part_of == "treaty-signed":
            claims = page.item(event.id).locator("> .event-body > .print-claims > li")
            expect(claims).to_have_count(len(event.claims))
            expect(claims.first).to_be_visible()


# ---- an open event by itself ----


def alone(page):
    """The PDF of the open event by itself, without the browser's question. The page asks it when the code is there."""
    page.browser.evaluate("() => void (window.print = () => void (window.printed = true))")
    page.at("#event-panel .panel-print_event").click()
    assert page.eventually("() => window.printed === true", True)
    return pdf(page)


@pytest.fixture
def handout(visit):
    """handout(query) prints the open event by itself, without the browser's question, and gives the PDF."""

    def printed_alone(query, **options):
        return alone(visit(query, **options))

    return printed_alone


@pytest.mark.parametrize("options", [{}, {"phone": True}], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_open_event_is_printed_by_itself_with_sources_addresses_and_permalink(
    handout, record, live_server, language, options
):
    event = next(event for event in record.events if event.id == "duma-vote")
    reader = handout(f"event={event.id}&theme=dark&kind=combat&lang={language}", **options)
    whole = printed(reader)
    assert len(reader.pages) <= 2
    assert squeezed(record.settings.title[language]) in whole
    for words in (event.title[language], event.summary[language], f"{live_server}/?event={event.id}&lang={language}"):
        assert squeezed(words) in whole
    heads = {
        "en": ["How we know", "Where the sources differ", "The five articles", "Checked against"],
        "fr": ["Comment on le sait", "Ce sur quoi les sources divergent", "Les cinq articles", "Vérifié auprès de"],
    }[language]
    places = [whole.index(squeezed(head)) for head in heads]
    assert places == sorted(places)
    for claim in event.claims:
        assert squeezed(claim.says[language]) in whole
        assert squeezed(claim.url or f"§{claim.passage}") in whole
    others = [other for other in record.events if other.kind == "combat"]
    assert not any(squeezed(other.title[language]) in whole for other in others), "nothing else of the page"
    for word in {"en": ["Share", "Previous event", "more claims"], "fr": ["Partager", "autres affirmations"]}[language]:
        assert squeezed(word) not in whole


def test_no_handout_is_longer_than_two_pages(handout, record):
    """Those of the events with the most to say."""
    long = lambda event: (
        sum(len(claim.says["fr"]) + len(claim.url or "") for claim in event.claims)
        + sum(  # noqa: E731
            len(side.holds["fr"]) for point in event.disagreements for side in point.sides
        )
    )
    for event in sorted(record.events, key=long)[-5:]:
        assert 1 <= len(handout(f"event={event.id}&lang=fr").pages) <= 2, event.id


def test_after_a_handout_the_view_is_printed_again(visit):
    page = visit("event=duma-vote&kind=ratification&theme=dark&lang=en")
    assert "Checkedagainst" in printed(alone(page))
    assert page.at(".handout").count() == 0
    expect(page.at("html")).to_have_attribute("data-theme", "dark")
    page.panel("duma-vote")
    assert "Checkedagainst" not in printed(pdf(page))
