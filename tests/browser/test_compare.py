"""Compare: two sources, or the record on two days, side by side on the same events."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.query.asof import known_events

ROWS = """() => [...document.querySelectorAll("#compare-view .compare-event")].map((row) => ({
  id: row.dataset.row, how: row.dataset.how,
  claims: [...row.querySelectorAll("td")].map((cell) =>
    [...cell.querySelectorAll("[data-claim-id]")].map((claim) => claim.dataset.claimId).sort()),
  fresh: [...row.querySelectorAll("[data-fresh=true]")].map((claim) => claim.dataset.claimId).sort(),
  status: [...row.querySelectorAll("td")].map((cell) => cell.querySelector(".compare-status strong")?.textContent ?? "")
}))"""
COMPARE = """(compare, { events, columns, sides }) => {
  const rows = events.map((_, row) => row);
  const sources = compare.bySource(rows, events, sides);
  return sources.map(({ row, how, left, right, points }) =>
    [row, how, left.map(({ id }) => id), right.map(({ id }) => id), points.length]);
}"""


def claim(id, source, stance="asserts"):
    return {"id": id, "source": source, "stance": stance, "by": []}


def two_sides(page):
    return page.at("#compare-left").input_value(), page.at("#compare-right").input_value()


@pytest.fixture(scope="module")
def two(record):
    """Two documents of the record, by id."""
    first, second = sorted(record.seeds)[:2]
    return first, second


# ---- which events, and how both sides stand ----


def test_two_sources_differ_where_a_point_parts_them_or_one_denies_what_the_other_says(modules):
    apart = {"about": "date", "sides": [{"claims": ["c1"]}, {"claims": ["c2"]}]}
    events = [
        {"claims": [claim("c1", "a"), claim("c2", "b")], "disagreements": []},
        {"claims": [claim("c1", "a"), claim("c2", "b")], "disagreements": [apart]},
        {"claims": [claim("c1", "a"), claim("c2", "b", "denies")], "disagreements": []},
        {"claims": [claim("c1", "a"), claim("c2", "c")], "disagreements": [apart]},
        {"claims": [claim("c1", "b")], "disagreements": []},
        {"claims": [claim("c1", "c")], "disagreements": []},
    ]
    found = modules("model/compare.js")(COMPARE, {"events": events, "sides": ["a", "b"]})
    assert found == [
        [0, "both", ["c1"], ["c2"], 0],
        [1, "differ", ["c1"], ["c2"], 1],
        [2, "differ", ["c1"], ["c2"], 0],
        [3, "left", ["c1"], [], 0],
        [4, "right", [], ["c1"], 0],
    ]


@pytest.mark.parametrize(
    ("spec", "sides", "mixed"),
    [
        ({}, ["a", "b"], False),
        ({"left": "c"}, ["c", "b"], False),
        ({"left": "b"}, ["b", "a"], False),
        ({"right": "a"}, ["b", "a"], False),
        ({"left": "c", "right": "d"}, ["c", "d"], False),
        ({"left": "c", "right": "2024-10-01"}, ["c", "b"], True),
    ],
)
def test_a_side_that_nobody_chose_is_the_usual_one(modules, spec, sides, mixed):
    found = modules("model/compare.js")("(compare, spec) => compare.sidesOf(spec, ['a', 'b'])", spec)
    assert found == {"sides": sides, "mixed": mixed}


def test_the_page_shows_every_claim_of_both_sources_on_the_events_that_match(look, record, two):
    left, right = two
    page = look(f"kind=ratification&view=compare&left={left}&right={right}")
    shown = page.browser.evaluate(ROWS)
    of = lambda event, source: sorted(claim.id for claim in event.claims if claim.source == source)  # noqa: E731
    events = {event.id: event for event in record.events if event.kind == "ratification"}
    expected = {id: [of(event, left), of(event, right)] for id, event in events.items()}
    assert {row["id"]: row["claims"] for row in shown} == {id: both for id, both in expected.items() if any(both)}
    order = ["differ", "both", "left", "right"]
    assert [row["how"] for row in shown] == sorted((row["how"] for row in shown), key=order.index)


def test_two_days_show_what_was_known_on_each_and_mark_what_is_new(look, record):
    first, last = date(2024, 10, 24), date(2024, 11, 5)
    page = look(f"kind=deployment&view=compare&left={first}&right={last}")
    shown = {row["id"]: row for row in page.browser.evaluate(ROWS)}
    known = [{event.id: event for event in known_events(record, day).values()} for day in (first, last)]
    wanted = {event.id for event in record.events if event.kind == "deployment"} & (known[0].keys() | known[1].keys())
    assert shown.keys() == wanted
    for id, row in shown.items():
        then, now = known[0].get(id), known[1][id]
        before = {claim.id for claim in then.claims} if then else set()
        assert row["claims"] == [sorted(before), sorted(claim.id for claim in now.claims)]
        assert row["fresh"] == sorted({claim.id for claim in now.claims} - before)
        assert row["status"] == [then.status.capitalize() if then else "", now.status.capitalize()]


# ---- choosing ----


@pytest.mark.everywhere
def test_both_sides_are_chosen_in_fields_swapped_and_kept_in_the_address(visit, two):
    left, right = two
    page = visit("view=sources&kind=ratification")
    page.at("[data-key=compare]").click()
    expect(page.at("#compare-view table")).to_be_visible()
    assert page.query() == "kind=ratification&view=compare"
    page.at("#compare-left").select_option(left)
    page.at("#compare-right").select_option(right)
    assert page.query_becomes(f"kind=ratification&view=compare&left={left}&right={right}")
    page.at("#compare-view").get_by_role("button", name="Swap the sides").click()
    assert two_sides(page) == (right, left)
    page.browser.go_back()
    page.settled()
    assert two_sides(page) == (left, right)
    page.choice("compare-view", "days").click()
    expect(page.at("#compare-left")).to_have_attribute("type", "date")
    page.at("#compare-left").fill("2024-10-20")
    page.at("#compare-right").fill("2024-11-05")
    query = "kind=ratification&view=compare&left=2024-10-20&right=2024-11-05"
    assert page.query_becomes(query) == query
    expect(page.at("#compare-right")).to_be_focused()
    page.choice("compare-view", "sources").click()
    assert two_sides(page) == (left, right)


def test_groups_can_be_left_out_and_an_event_opens_beside_the_table(visit, two):
    left, right = two
    page = visit(f"view=compare&left={left}&right={right}")
    page.choice("compare-view", "both").click()
    rows = page.browser.evaluate(ROWS)
    assert {row["how"] for row in rows} == {"both"}
    page.at("#compare-view .event-title").first.click()
    page.panel(rows[0]["id"])
    expect(page.at(".compare-event.open .event-title")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("side", ["nobody", "2024-13-01", "2024"])
def test_a_side_that_does_not_exist_is_left_out_with_a_notice(look, side):
    page = look(f"view=compare&left={side}")
    expect(page.at("#notice")).to_contain_text(f"left={side}")
    expect(page.at("#compare-view table")).to_be_visible()


def test_a_source_beside_a_day_is_told(look, two):
    page = look(f"view=compare&left={two[0]}&right=2024-10-20")
    expect(page.at("#compare-view")).to_contain_text("A source and a day cannot be compared.")
    assert two_sides(page)[0] == two[0]


# ---- for the last row of a classroom, and for those who don't see it ----


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("kind=ratification&view=compare", {"viewport": {"width": 1024, "height": 768}}),
        ("view=compare&left=2024-10-20&right=2024-11-05&lang=fr&theme=dark", {"phone": True}),
    ],
)
def test_it_fits_and_axe_finds_nothing(look, query, options):
    page = look(query, **options)
    assert violations(page) == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    table = page.browser.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 3
    assert table.get_by_role("row").count() > 3


def test_its_words_are_24_px_high_on_a_small_projector_and_larger_on_a_large_one(look):
    sizes = []
    for size in ((1024, 768), (1920, 1080)):
        page = look("kind=ratification&view=compare", viewport={"width": size[0], "height": size[1]})
        sizes.append(
            page.browser.evaluate(
                """Math.min(...[...document.querySelectorAll(".compare :is(p, li, strong, th, button, time, span)")]
                  .filter((node) => node.checkVisibility() && node.textContent)
                  .map((node) => parseFloat(getComputedStyle(node).fontSize)))"""
            )
        )
    assert sizes[0] >= 24
    assert sizes[1] > sizes[0]


def test_a_record_without_two_sides_does_not_offer_it(make_record, visit_record):
    page = visit_record(make_record({"date": "1969"}), "view=compare")
    expect(page.at("#notice")).to_contain_text("view=compare")
    assert page.at("#more-views-open").count() == 0
