"""Two clocks: when an event happened across, when a claim about it was made upwards, and the line of the day."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.query.clocks import side_of

ROWS = """() => [...document.querySelectorAll("#clocks-view tbody tr")].map((row) => ({
  claim: row.dataset.claim, side: row.dataset.side, apart: row.cells[2].textContent }))"""
# Each mark: the claims it holds, on which side of the slanting line they lie, and how far above it stands in px.
MARKS = """() => {
  const svg = document.querySelector("#clocks-view svg");
  const [, bottom] = svg.querySelector(".clocks-before").getAttribute("d").match(/[\\d.]+/g).map(Number);
  return [...svg.querySelectorAll(".clocks-mark")].map((mark) => {
    const [x, y] = mark.getAttribute("transform").match(/-?[\\d.]+/g).map(Number);
    const { left: from, top: high, width, height } = mark.getBoundingClientRect();
    return { n: Number(mark.querySelector("text")?.textContent || 1), side: mark.dataset.side, above: bottom - x - y,
      predicts: mark.querySelector(".clocks-predicts") !== null, middle: [from + width / 2, high + height / 2] };
  });
}"""
BOXES = """() => {
  const box = (node) => { const { left, top, right, bottom } = node.getBoundingClientRect();
    return { words: node.textContent, left, top, right, bottom }; };
  const all = (selector) => [...document.querySelectorAll(`#clocks-view ${selector}`)].map(box);
  return { titles: all(".clocks-title"), words: all(":is(.clocks-title, .clocks-day, .clocks-axis)"),
    marks: all(".clocks-mark") };
}"""
PLOT = "#clocks-view .clocks-plot"
LINE = "#clocks-view .clocks-line"


def marks(page):
    return page.browser.evaluate(MARKS)


def overlap(a, b):
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]


# ---- what stands where ----


def test_a_report_lies_above_the_line_a_prediction_below_it(look):
    """The sides are those of tests/query/test_clocks.py, which are read in the documents."""
    page = look("view=clocks&lang=en")
    found = marks(page)
    assert {mark["side"] for mark in found} >= {"after", "before", "during"}
    assert all(mark["above"] > 0 for mark in found if mark["side"] == "after")
    assert all(mark["above"] < 0 for mark in found if mark["side"] == "before")
    assert min(abs(mark["above"]) for mark in found if mark["side"] == "during") < 1


def test_picture_and_table_hold_every_claim_of_the_period_and_the_rest_is_listed(look, record, expected):
    page = look("view=clocks&lang=en&scope=all")
    claims = [(event, claim) for event in record.events for claim in event.claims]
    dated = [f"{event.id} {claim.id}" for event, claim in claims if claim.asserted_on]
    undated = [claim for _, claim in claims if not claim.asserted_on]
    assert sum(mark["n"] for mark in marks(page)) == len(dated)
    expect(page.at("#clocks-view .clocks-undated summary")).to_contain_text(f"{len(undated)} claims have no day")
    assert page.at("#clocks-view .clocks-undated li").count() == len(undated)
    more = page.at("#clocks-view .clocks-more")
    while more.count():
        more.click()
    assert sorted(row["claim"] for row in page.browser.evaluate(ROWS)) == sorted(dated)


def test_the_table_says_how_far_both_days_are_apart(look, record):
    page = look("view=clocks&lang=en&source=commentary-6-nov&scope=all")
    rows = {row["claim"]: row for row in page.browser.evaluate(ROWS)}
    sides = {f"{event.id} {claim.id}": side_of(event, claim) for event in record.events for claim in event.claims}
    assert all(row["side"] == sides[claim] for claim, row in rows.items())
    assert rows["entry-into-force c1"]["apart"] == "28 days before"  # of 4 December, in an article of 6 November
    assert rows["federation-council-vote c2"]["apart"] == "on the day itself"
    treaty = look("view=clocks&lang=fr&q=1961&source=mondialisation&scope=all")
    found = {row["claim"]: row["apart"] for row in treaty.browser.evaluate(ROWS)}
    assert found["soviet-treaty-1961 c2"].replace("\u00a0", " ") == "62 ans après"


def test_the_table_is_in_order_of_the_day_said_or_of_another_column(visit, record):
    page = visit("view=clocks&lang=en&source=entrevue")
    expect(page.at("#clocks-view th[aria-sort=ascending]")).to_have_text("Said▲")
    happened = page.at('#clocks-view [data-key="sort happened"]')
    happened.click()
    happened.click()
    expect(page.at("#clocks-view th[aria-sort=descending]")).to_have_text("Happened▼")
    expect(happened).to_be_focused()
    starts = {event.id: event.date.earliest for event in record.events}
    days = [starts[row["claim"].split()[0]] for row in page.browser.evaluate(ROWS)[:5]]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("lang=en", {"viewport": {"width": 1280, "height": 800}}),
        ("lang=fr&theme=dark&window=2024-10-20/2024-10-29", {"phone": True}),
        ("lang=fr&scope=all", {"viewport": {"width": 768, "height": 1024}}),
        ("lang=en&theme=dark&chapter=signing", {"viewport": {"width": 1920, "height": 1080}}),
    ],
)
def test_no_words_lie_over_others_or_over_a_mark(look, query, options):
    page = look(f"view=clocks&{query}", **options)
    boxes = page.browser.evaluate(BOXES)
    words = boxes["words"]
    assert [(a["words"], b["words"]) for i, a in enumerate(words) for b in words[i + 1 :] if overlap(a, b)] == []
    assert [title["words"] for title in boxes["titles"] for mark in boxes["marks"] if overlap(title, mark)] == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]


@pytest.mark.parametrize("day", ["2024-10-28", "2024-10-24", "2024-11-06", "2024-06-24"])
def test_the_words_on_the_level_line_cover_no_mark(look, day):
    page = look(f"view=clocks&lang=en&asof={day}", viewport={"width": 1024, "height": 768})
    box = page.at(".clocks-line-words").evaluate(
        "(node) => { const { left, top, right, bottom } = node.getBoundingClientRect();"
        " return { left, top, right, bottom } }"
    )
    assert not [mark for mark in page.browser.evaluate(BOXES)["marks"] if overlap(box, mark)]


def test_on_a_phone_the_table_needs_no_scrolling_sideways(look):
    page = look("view=clocks&lang=fr", phone=True)
    table = page.at("#clocks-view .clocks-table")
    assert table.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("rowheader").first.is_visible()


def test_axe_finds_nothing(look):
    page = look("view=clocks&source=mondialisation&kind=treaty&key=1&asof=2024-11-12&theme=dark", phone=True)
    assert violations(page) == []


# ---- pointer, touch and keyboard ----


def test_a_mark_says_both_days_in_words_and_opens_its_claim(visit):
    page = visit("view=clocks&lang=en&source=commentary-6-nov&event=kim-ratifies")
    far = next(mark for mark in marks(page) if mark["predicts"] and mark["side"] == "before")
    page.browser.mouse.move(*far["middle"])
    tip = page.at(f"{PLOT} .tip")
    expect(tip).to_contain_text("said: on or about 6 November 2024; happened: 4 December 2024: predicts")
    page.browser.mouse.click(*far["middle"])
    expect(page.panel("entry-into-force").locator(".claim.here")).to_have_attribute("data-claim-id", "c1")


def test_a_pile_lists_what_it_holds(visit):
    page = visit("view=clocks&lang=fr&window=2024-10-20/2024-10-29", phone=True)
    page.at(PLOT).scroll_into_view_if_needed()
    pile = max(marks(page), key=lambda mark: mark["n"])
    page.browser.touchscreen.tap(*pile["middle"])
    items = page.at("#clocks-dialog .cluster-event")
    expect(items).to_have_count(pile["n"])
    expect(items.first).to_be_focused()
    items.first.tap()
    expect(page.at("#event-panel .claim.here")).to_be_visible()


@pytest.mark.everywhere
def test_the_keyboard_goes_from_claim_to_claim_in_the_order_in_which_they_were_made(visit):
    page = visit("view=clocks&lang=fr&source=mondialisation&kind=statement")
    keys, spoken = page.browser.keyboard, page.at("#spoken")
    page.at(PLOT).focus()
    keys.press("End")
    expect(spoken).to_contain_text("dit le")
    keys.press("Home")
    first = page.browser.evaluate(ROWS)[0]["claim"].split()
    expect(page.at(f"{PLOT} .cursor")).to_be_visible()
    keys.press("Enter")
    panel = page.panel(first[0])
    expect(panel.locator(".claim.here")).to_have_attribute("data-claim-id", first[1])
    keys.press("Escape")
    expect(page.at("#event-panel")).to_be_hidden()


def test_the_level_line_sets_the_day_of_the_replay_by_keyboard_and_by_pointer(visit):
    page = visit("view=clocks&lang=en")
    line = page.at(LINE)
    expect(line).to_have_attribute("aria-valuetext", "everything said so far")
    line.focus()
    page.browser.keyboard.press("Home")
    expect(line).to_have_attribute("aria-valuetext", "said by 23 January 1962")
    expect(line).to_be_focused()
    page.browser.keyboard.press("ArrowUp")
    expect(line).not_to_have_attribute("aria-valuetext", "said by 23 January 1962")
    assert page.query().startswith("asof=2")
    page.browser.keyboard.press("End")
    assert page.query_becomes("view=clocks&lang=en") == "view=clocks&lang=en"
    everything = sum(mark["n"] for mark in marks(page))
    box = page.at(f"{LINE} .clocks-grip").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.browser.mouse.move(x, y)
    page.browser.mouse.down()
    page.browser.mouse.move(x, y + 200, steps=4)
    seen = "() => [...document.querySelectorAll('#clocks-view .clocks-mark')].filter((mark) => "
    seen += "getComputedStyle(mark).visibility === 'visible').length"
    assert page.eventually(f"(before) => ({seen})() < before", True, len(marks(page)))  # before it is let go
    page.browser.mouse.up()
    expect(page.at("#replay .asof-date")).to_be_visible()
    day = page.query().removeprefix("asof=")[:10]
    assert page.browser.evaluate("(day) => Date.parse(day) / 864e5", day) == int(line.get_attribute("aria-valuenow"))
    assert 0 < sum(mark["n"] for mark in marks(page)) < everything


def test_filters_period_and_chapters_apply(visit):
    page = visit("view=clocks&lang=en")
    before = sum(mark["n"] for mark in marks(page))
    page.choose("status", "contested")
    assert 0 < sum(mark["n"] for mark in marks(page)) < before
    page.at('#clocks-view [data-key="zoom_in"]').click()
    expect(page.at('#clocks-view [data-key="zoom_in"]')).to_be_focused()
    assert "window=" in page.query()
    page.choice("chapters", "signing").click()
    assert "chapter" in page.query() or "window=" in page.query()


def test_in_forced_colours_every_stance_keeps_its_shape(visit):
    page = visit("view=clocks&lang=en&scope=all", forced_colors="active")
    ink = page.browser.evaluate(
        "() => { const style = (node) => getComputedStyle(document.querySelector(node));"
        " return [style('#clocks-view .clocks-asserts').fill, style('body').backgroundColor] }"
    )
    assert ink[0] != ink[1]


def test_a_record_whose_claims_have_no_day_does_not_offer_it(make_record, visit_record):
    page = visit_record(make_record({"date": "1969"}), "view=clocks")
    expect(page.at("#notice")).to_contain_text("view=clocks")
