"""The Sources view: what each document and each public page says of each event, and what a cell opens."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from timeline.query.coverage import coverage
from timeline.record.origins import origins

ENTREVUE, NOV_9, NOV_6, OCT_25, JUNE = SEEDS = (
    "entrevue",
    "digest-9-nov",
    "commentary-6-nov",
    "digest-25-oct",
    "mondialisation",
)
PUBLIC = ""
BOX = ".matrix-box"
STATES = """() => Object.fromEntries([...document.querySelectorAll(".matrix tbody tr")].map((line) =>
  [line.dataset.row, Object.fromEntries([...line.querySelectorAll("td")].filter((cell) =>
    cell.dataset.state !== "silent").map((cell) => [cell.dataset.source, cell.dataset.state]))]))"""
FOCUS = """() => {
  const cell = document.activeElement.closest(".matrix td, .matrix tbody th");
  return cell && [cell.parentElement.dataset.row, cell.dataset.source === undefined ? "event" : cell.dataset.source];
}"""

# What the five documents say, read in them (§ is the paragraph); see tests/query/test_coverage.py for the words.
# A document that is not named is silent.
READ = {
    "treaty-signed": {JUNE: "differs", OCT_25: "differs", NOV_6: "differs", NOV_9: "differs", ENTREVUE: "differs"},
    "kim-ratifies": {ENTREVUE: "differs"},
    "students-3765": {NOV_9: "differs"},
    "scholz-escalation": {OCT_25: "reports"},
    "anthem-law": {OCT_25: "differs"},
    "ushakov-on-replaced-treaties": {JUNE: "differs"},
    "putin-our-affair": {OCT_25: "denies", ENTREVUE: "declines"},
    "zelensky-27-28-october": {OCT_25: "predicts"},
    "iran-arms-ties": {JUNE: "reports"},
}
SIGNS = {"reports": "●", "differs": "≠", "denies": "✕", "predicts": "◌", "declines": "–"}
# Known to one source alone: two passages of one document each, and a remark that no document has.
SINGLE = {
    "iran-arms-ties",
    "rosenthal-on-un-sanctions",
    "ukraine-front-withdrawals",
    "shells-for-technology",
    "putin-warns-seoul",
}


def cell(page, row, source):
    return page.at(f'.matrix tr[data-row="{row}"] td[data-source="{source}"]')


@pytest.fixture
def sources(look):
    return look("view=sources")


@pytest.fixture
def fresh_sources(visit):
    """The same, for tests that do something there."""
    return visit("view=sources")


# ---- the cells ----


@pytest.mark.everywhere
@pytest.mark.parametrize(("row", "states"), READ.items(), ids=READ)
def test_what_the_documents_say(sources, row, states):
    for source in SEEDS:
        expect(cell(sources, row, source)).to_have_attribute("data-state", states.get(source, "silent"))
        sign = cell(sources, row, source).locator(".sign")
        expect(sign).to_have_text(SIGNS[states[source]]) if source in states else expect(sign).to_have_count(0)


def test_the_duma_vote(sources):
    """25 October § 6, commentary § 6 and 9 November § 2 report it; the article of June can't."""
    for source in (OCT_25, NOV_6, NOV_9):
        expect(cell(sources, "duma-vote", source)).to_have_attribute("data-state", "differs")
    expect(cell(sources, "duma-vote", JUNE)).to_have_attribute("data-state", "silent")


def public_origins(record, row: str):
    """The public sources of an event, and their origins."""
    claims = next(event for event in record.events if event.id == row).claims
    return origins([claim for claim in claims if claim.source not in SEEDS], claims)


def test_public_pages_together(sources, record):
    """Their combined state, of how many outlets it is made, and of how many origins where any is known."""
    for row, state, outlets in (
        ("scholz-escalation", "reports", 3),
        ("dprk-un-denial", "denies", 2),
        ("kim-ratifies", "differs", 6),
    ):
        found = public_origins(record, row)
        number = f"{outlets}/{len(found.origins)}" if found.known else str(outlets)
        expect(cell(sources, row, PUBLIC)).to_have_attribute("data-state", state)
        expect(cell(sources, row, PUBLIC).locator(".outlets")).to_have_text(number)
    expect(cell(sources, "iran-arms-ties", PUBLIC)).to_have_attribute("data-state", "silent")


def test_words_beside_the_signs(sources):
    named = {
        (OCT_25, "scholz-escalation"): "Unsigned digest, 25 Oct 2024: reports",
        (OCT_25, "putin-our-affair"): "Unsigned digest, 25 Oct 2024: denies",
        (ENTREVUE, "putin-our-affair"): "Entrevue, 12 Nov 2024: declines to comment",
        (NOV_6, "combat-expected-days"): "Unsigned commentary, about 6 Nov 2024: predicts",
        (NOV_9, "students-3765"): "Unsigned digest, 9–11 Nov 2024: differs",
        (PUBLIC, "scholz-escalation"): "Public sources: reports, 3 sources, 3 origins",
    }
    for (source, row), words in named.items():
        expect(cell(sources, row, source).get_by_role("button", name=words, exact=True)).to_have_count(1)
    expect(cell(sources, "scholz-escalation", JUNE)).to_have_text("silent")
    expect(cell(sources, "scholz-escalation", OCT_25).locator("button")).to_have_attribute(
        "title", "Unsigned digest, 25 Oct 2024: reports (§\u00a07)"
    )


def test_a_table_that_says_what_it_is(sources):
    table = sources.at("#sources-view table")
    expect(table.locator("caption")).to_contain_text("Events in time order, by source")
    heads = table.locator("thead th[scope=col]")
    assert [" ".join(text.split()) for text in heads.all_text_contents()][:6] == [
        "Event",
        "Entrevue, 12 Nov 2024",
        "Unsigned digest, 9–11 Nov 2024",
        "Unsigned commentary, about 6 Nov 2024",
        "Unsigned digest, 25 Oct 2024",
        "Mondialisation.ca, 24 June 2024",
    ]
    assert table.locator("tbody th[scope=row]").count() == table.locator("tbody tr").count() == len(sources.shown_ids())
    expect(sources.at(BOX)).to_have_attribute("tabindex", "0")
    expect(sources.at(BOX)).to_have_accessible_name("Which source says what")
    assert sources.at(".states li").all_inner_texts() == [
        "●\nreports",
        "≠\ngives one version where sources differ",
        "✕\nrelays a denial",
        "◌\nonly predicts",
        "–\nrelays only a refusal to comment",
        "·\nsilent",
    ]


@pytest.mark.everywhere
def test_same_cells_as_python(fresh_sources, record):
    """Every cell of every column, against the other program's rule."""
    fresh_sources.at(".expand").click()
    found = fresh_sources.browser.evaluate(STATES)
    assert {row: {source: state for source, state in states.items() if source} for row, states in found.items()} == {
        event.id: coverage(event) for event in record.events
    }


# ---- one source, and how much each covers ----


def test_single_sources_stand_out(sources, record):
    relaying = {event.id for event in record.events if origins(event.claims).known}
    for row in SINGLE:
        words = "Single source, 1 origin" if row in relaying else "Single source"
        expect(sources.at(f'.matrix tr.single[data-row="{row}"] .single-mark')).to_have_text(words)
    for row in ("treaty-signed", "duma-vote", "scholz-escalation"):
        expect(sources.at(f'.matrix tr[data-row="{row}"] .single-mark')).to_have_count(0)


def test_summary_counts_them(sources, record):
    single = sum(len(event.sources) == 1 for event in record.events)
    expect(sources.at(".single-line")).to_have_text(
        f"{single} of the {len(record.events)} events shown rest on a single source."
    )


def test_summary_of_none_and_of_one(look):
    expect(look("view=sources&kind=ratification").at(".single-line")).to_have_text(
        "None of the 5 events shown rests on a single source."
    )
    expect(look("view=sources&q=scholz&kind=statement").at(".single-line")).to_have_text(
        "The one event shown rests on several sources."
    )
    page = look("view=sources&from=2024-06-24&to=2024-06-24&q=Iran")
    assert page.shown_ids() == ["iran-arms-ties"]
    expect(page.at(".single-line")).to_have_text("The one event shown rests on a single source.")


def test_totals(sources, record):
    """How many of the shown events each column covers."""
    for source in SEEDS:
        covered = sum(source in event.sources for event in record.events)
        expect(sources.at(f'.matrix tfoot td[data-source="{source}"]')).to_have_text(str(covered))
    public = sum(any(source not in SEEDS for source in event.sources) for event in record.events)
    expect(sources.at('.matrix tfoot td[data-source=""]')).to_have_text(str(public))


# ---- one column per outlet ----


def test_expand_and_collapse(fresh_sources, record):
    columns = fresh_sources.at(".matrix thead th")
    outlets = {source for event in record.events for source in event.sources} - set(SEEDS)
    expect(columns).to_have_count(7)
    button = fresh_sources.at("#sources-view").get_by_role("button", name=f"{len(outlets)} sources")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    expect(columns).to_have_count(7 + len(outlets))
    for source, state in (("afp", "reports"), ("dpa-afx", "reports"), ("unn", "reports"), ("reuters", "silent")):
        expect(cell(fresh_sources, "scholz-escalation", source)).to_have_attribute("data-state", state)
    totals = [int(text) for text in fresh_sources.at(".matrix tfoot td").all_inner_texts()[6:]]
    assert totals == sorted(totals, reverse=True)
    button.press("Space")
    expect(columns).to_have_count(7)
    expect(button).to_be_focused()


def test_outlets_of_the_shown_rows_only(visit):
    page = visit("view=sources&from=2024-10-25&to=2024-10-25&q=scholz")
    assert page.shown_ids() == ["scholz-escalation"]
    page.at(".expand").click()
    assert set(
        page.at(".matrix thead th[data-source]").evaluate_all("(heads) => heads.map((head) => head.dataset.source)")
    ) == {*SEEDS, PUBLIC, "afp", "dpa-afx", "unn"}


# ---- a cell opens its claim ----


def claim_here(page, id, passage):
    """The claim that is marked in the open panel, which must show this paragraph."""
    panel = page.panel(id)
    here = panel.locator(".claim.here")
    expect(here).to_have_count(1)
    expect(here).to_be_focused()
    expect(here).to_be_in_viewport()
    expect(here).to_contain_text("The claim you opened")
    expect(here.locator("details[open] summary")).to_contain_text(f"paragraph {passage}")
    return here


@pytest.mark.everywhere
def test_cell_opens_the_claim(fresh_sources):
    cell(fresh_sources, "scholz-escalation", OCT_25).locator("button").click()
    expect(claim_here(fresh_sources, "scholz-escalation", 7)).to_contain_text("Olaf Scholz")
    expect(fresh_sources.at('.matrix tr[data-row="scholz-escalation"]')).to_have_class("open")


def test_another_cell_of_the_open_event(fresh_sources):
    """A denier's cell opens the denial; the next cell moves the mark."""
    cell(fresh_sources, "putin-our-affair", OCT_25).locator("button").click()
    expect(claim_here(fresh_sources, "putin-our-affair", 6)).to_have_class("claim stance-denies here")
    cell(fresh_sources, "putin-our-affair", ENTREVUE).locator("button").click()
    expect(fresh_sources.panel("putin-our-affair").locator(".claim.here")).to_contain_text("Entrevue")
    expect(claim_here(fresh_sources, "putin-our-affair", 6)).to_have_class("claim stance-declines_to_comment here")


def test_public_cell_opens_a_public_claim(fresh_sources):
    cell(fresh_sources, "dprk-un-denial", PUBLIC).locator("button").click()
    here = fresh_sources.panel("dprk-un-denial").locator(".claim.here.stance-denies")
    expect(here).to_be_focused()
    expect(here.get_by_role("link")).to_contain_text("Kyiv Post")


def test_closing_comes_back_to_the_cell(fresh_sources):
    cell(fresh_sources, "kim-ratifies", ENTREVUE).locator("button").click()
    claim_here(fresh_sources, "kim-ratifies", 3)
    fresh_sources.browser.keyboard.press("Escape")
    expect(fresh_sources.at("#event-panel")).to_be_hidden()
    expect(cell(fresh_sources, "kim-ratifies", ENTREVUE).locator("button")).to_be_focused()


def test_the_mark_stays_with_its_claim(fresh_sources):
    """A change of theme leaves it; another event has none."""
    cell(fresh_sources, "kim-ratifies", ENTREVUE).locator("button").click()
    claim_here(fresh_sources, "kim-ratifies", 3)
    fresh_sources.set_theme("dark")
    expect(fresh_sources.at("#event-panel .claim.here")).to_have_count(1)
    fresh_sources.at("#event-panel .panel-next").click()
    expect(fresh_sources.at("#event-panel")).not_to_have_attribute("data-event-id", "kim-ratifies")
    expect(fresh_sources.at("#event-panel .claim.here")).to_have_count(0)


def test_row_header_opens_the_event(fresh_sources):
    button = fresh_sources.at('.matrix tr[data-row="treaty-signed"] .event-title')
    button.click()
    fresh_sources.panel("treaty-signed")
    expect(fresh_sources.at("#panel-title")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")


# ---- filters, and what was known ----


@pytest.mark.everywhere
def test_filters_apply(fresh_sources, expected):
    fresh_sources.choose("source", ENTREVUE)
    wanted, listed = expected.ids("source=entrevue"), expected.listed("view=sources&source=entrevue")
    assert fresh_sources.ids_become(listed) == listed
    expect(fresh_sources.at(".matrix tbody tr")).to_have_count(len(wanted))
    assert list(fresh_sources.browser.evaluate(STATES)) == wanted
    expect(fresh_sources.at('.matrix tfoot td[data-source="entrevue"]')).to_have_text(str(len(wanted)))


def test_nothing_left(visit):
    page = visit("view=sources&q=zzzz")
    expect(page.at("#sources-view .none")).to_contain_text("No event matches")
    expect(page.at("#sources-view table")).to_have_count(0)
    page.clear()
    expect(page.at("#sources-view table")).to_be_visible()


def test_as_known_at_the_end_of_june(look):
    """Of the five only the article of 24 June had appeared, and nobody had yet contradicted it on the signing."""
    page = look("view=sources&asof=2024-06-30")
    expect(cell(page, "treaty-signed", JUNE)).to_have_attribute("data-state", "reports")
    for source in (ENTREVUE, NOV_9, NOV_6, OCT_25):
        expect(cell(page, "treaty-signed", source)).to_have_attribute("data-state", "silent")
    expect(page.at('.matrix tr[data-row="duma-vote"]')).to_have_count(0)


@pytest.mark.everywhere
def test_as_known_on_6_november(look):
    """The commentary contradicts the article on the signing; the digest of 9–11 November and Entrevue are to come."""
    page = look("view=sources&asof=2024-11-06")
    for source, state in (
        (JUNE, "differs"),
        (OCT_25, "differs"),
        (NOV_6, "differs"),
        (NOV_9, "silent"),
        (ENTREVUE, "silent"),
    ):
        expect(cell(page, "treaty-signed", source)).to_have_attribute("data-state", state)
    expect(page.at('.matrix tr[data-row="kim-ratifies"]')).to_have_count(0)


# ---- keyboard, small screens, languages ----


def test_keyboard(fresh_sources):
    fresh_sources.at('.matrix tr[data-row="treaty-signed"] .event-title').focus()
    for key, place in (
        ("ArrowRight", ["treaty-signed", ENTREVUE]),
        ("ArrowRight", ["treaty-signed", NOV_9]),
        ("ArrowLeft", ["treaty-signed", ENTREVUE]),
        ("ArrowLeft", ["treaty-signed", "event"]),
        ("ArrowLeft", ["treaty-signed", "event"]),
        ("Tab", ["treaty-signed", ENTREVUE]),
        ("ArrowDown", ["putin-calls-treaty-breakthrough", ENTREVUE]),  # the next event of which Entrevue speaks (§ 5)
    ):
        fresh_sources.browser.keyboard.press(key)
        assert fresh_sources.browser.evaluate(FOCUS) == place, key
    fresh_sources.browser.keyboard.press("Enter")
    claim_here(fresh_sources, "putin-calls-treaty-breakthrough", 5)


def test_arrows_step_over_silent_cells(fresh_sources):
    cell(fresh_sources, "kim-ratifies", ENTREVUE).locator("button").focus()
    fresh_sources.browser.keyboard.press("ArrowRight")
    assert fresh_sources.browser.evaluate(FOCUS) == ["kim-ratifies", PUBLIC]


@pytest.mark.everywhere
@pytest.mark.parametrize("language", ["en", "fr"])
def test_phone(visit, language):
    page = visit(f"view=sources&lang={language}", phone=True)
    assert page.browser.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.at(".matrix button:visible").evaluate_all(
        "(buttons) => buttons.map((button) => button.getBoundingClientRect()).filter(({ width, height }) => width < "
        "24 || height < 24).length"
    )
    assert small == 0
    # All six columns are in sight, and headings are whole.
    box = page.at(BOX).bounding_box()
    for head in page.at(".matrix thead th").all():
        edges = head.bounding_box()
        assert edges["x"] >= box["x"] - 1 and edges["x"] + edges["width"] <= box["x"] + box["width"] + 1
        assert head.evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")


def test_phone_expanded_scrolls_inside_its_box(visit):
    page = visit("view=sources", phone=True)
    page.at(".expand").click()
    expect(page.at(".expand")).to_be_in_viewport()
    assert page.browser.evaluate("document.documentElement.scrollWidth") <= 360
    box = page.at(BOX)
    left = "() => document.querySelector('.matrix tbody th').getBoundingClientRect().left"
    box.evaluate("(node) => { node.scrollLeft = 500; node.scrollTop = 900; }")
    assert box.evaluate("(node) => node.scrollLeft") == 500
    assert abs(page.browser.evaluate(left) - box.bounding_box()["x"]) < 2  # the events stay at the left edge
    top = "() => document.querySelector('.matrix thead th').getBoundingClientRect().top"
    assert abs(page.browser.evaluate(top) - box.bounding_box()["y"]) < 2  # and the headings at the top


def test_phone_claim_covers_and_gives_back(visit):
    page = visit("view=sources", phone=True)
    button = cell(page, "scholz-escalation", OCT_25).locator("button")
    button.tap()
    claim_here(page, "scholz-escalation", 7)
    page.at("#event-panel .panel-close").tap()
    expect(page.at("#event-panel")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", [768, 1024, 1280, 1920])
def test_no_sideways_scrolling(visit, width):
    page = visit("view=sources&event=duma-vote", viewport={"width": width, "height": 900})
    assert page.browser.evaluate("document.documentElement.scrollWidth") <= width
    assert page.at(BOX).evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0


def test_french(fresh_sources):
    fresh_sources.set_language("fr")
    expect(fresh_sources.at("#sources-view h2")).to_have_text("Quelle source dit quoi")
    expect(
        cell(fresh_sources, "scholz-escalation", OCT_25).get_by_role(
            "button", name="Synthèse non signée, 25 oct. 2024\u00a0: rapporte", exact=True
        )
    ).to_have_count(1)
    expect(cell(fresh_sources, "scholz-escalation", JUNE)).to_have_text("n’en parle pas")
    expect(fresh_sources.at('.matrix tr[data-row="iran-arms-ties"] .single-mark')).to_have_text(
        "Source unique, 1 origine"
    )
    expect(fresh_sources.at(".single-line")).to_contain_text("reposent sur une seule source.")
    cell(fresh_sources, "scholz-escalation", OCT_25).locator("button").click()
    expect(fresh_sources.panel("scholz-escalation").locator(".claim.here")).to_contain_text("L’affirmation ouverte")
