"""The scroll story of a lesson: text that drives a picture, addresses of its steps, and ways through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

TREATY, NEWSROOM, SOLDIERS = "treaty-into-force", "morning-in-the-newsroom", "how-many-soldiers"
NOW = "() => document.querySelector('.story-step.now')?.id"
MARKED = """() => [...document.querySelectorAll("#story .js-plotly-plot")].flatMap(({ data }) =>
  data.flatMap(({ name, customdata }) => name === "marks" ? customdata : []))"""
# How far a step stands below what is free for text, in px.
BELOW = """(n) => {
  const pane = document.querySelector(".story-pane").getBoundingClientRect();
  const above = pane.width > innerWidth * 0.75 ? pane.bottom : 0;
  return document.getElementById(`step-${n}`).getBoundingClientRect().top - above;
}"""


def step(page, n: int):
    return page.at(f"#step-{n}")


def scroll_to(page, n: int) -> None:
    """Scroll as a reader does, until a step stands at the top."""
    page.browser.mouse.move(200, 600)
    page.browser.mouse.wheel(0, page.browser.evaluate(BELOW, n))
    assert page.eventually(NOW, f"step-{n}") == f"step-{n}"


@pytest.mark.everywhere
def test_scrolling_drives_the_picture_and_the_address_and_leaves_no_trail(visit, record):
    page = visit(f"lesson={TREATY}")
    expect(page.at("#story h2").first).to_have_text(record.lessons[TREATY].title["en"])
    assert page.at(".story-step").count() == len(record.lessons[TREATY].steps)
    before = page.browser.evaluate("history.length")
    scroll_to(page, 2)
    assert page.query_becomes(f"lesson={TREATY}&step=2") == f"lesson={TREATY}&step=2"
    scroll_to(page, 5)
    assert page.query_becomes(f"lesson={TREATY}&step=5") == f"lesson={TREATY}&step=5"
    expect(page.at("#story .js-plotly-plot")).to_be_visible()
    # The chart holds what the story has told so far.
    rows = [event.id for event in record.events]
    told = {each.event for each in record.lessons[TREATY].steps[:5] if each.event}
    assert {rows[at] for at in page.browser.evaluate(MARKED)} <= told
    assert page.eventually(f"(row) => ({MARKED})().includes(row)", True, rows.index("bill-to-duma"))
    assert page.browser.evaluate("history.length") == before


@pytest.mark.parametrize("options", [{"viewport": {"width": 1024, "height": 768}}, {"phone": True}])
@pytest.mark.parametrize("n", [1, 6, 16])
def test_an_address_leads_to_its_step(visit, options, n):
    page = visit(f"lesson={TREATY}&step={n}", **options)
    assert page.eventually(NOW, f"step-{n}") == f"step-{n}"
    assert -4 <= page.browser.evaluate(BELOW, n) <= 8
    expect(page.at(".story-place")).to_contain_text(f"{n} of 16")


def test_a_jump_can_be_gone_back_from(visit):
    page = visit(f"lesson={TREATY}&step=3")
    page.at("#story [data-key=next]").click()
    assert page.query_becomes(f"lesson={TREATY}&step=4") == f"lesson={TREATY}&step=4"
    expect(step(page, 4)).to_be_focused()
    page.at("#story [data-key=next]").focus()
    page.browser.keyboard.press("Enter")
    assert page.eventually(NOW, "step-5") == "step-5"
    page.browser.go_back()
    assert page.eventually(NOW, "step-4") == "step-4"
    page.browser.go_back()
    assert page.eventually(NOW, "step-3") == "step-3"
    number = step(page, 3).locator(".story-number")
    number.click()
    expect(number).to_have_accessible_name("Step 3")
    assert page.query() == f"lesson={TREATY}&step=3"


def test_one_leaves_to_the_timeline_and_comes_back(visit):
    page = visit(f"lesson={TREATY}")
    page.browser.get_by_role("button", name="To the timeline").click()
    expect(page.at("#timeline .js-plotly-plot")).to_be_visible()
    expect(page.at("#story")).to_have_count(0)
    assert page.query() == ""
    expect(page.at("#result-count")).to_be_focused()
    page.browser.go_back()
    expect(page.at("#story")).to_be_visible()
    assert page.query() == f"lesson={TREATY}"


def test_a_key_presents_the_step_in_sight_and_leaving_leads_back_to_it(visit):
    page = visit(f"lesson={TREATY}&step=3")
    page.browser.keyboard.press("p")
    expect(page.at("#present")).to_be_visible()
    assert page.query() == f"lesson={TREATY}&step=3&present=1"
    page.browser.keyboard.press("Escape")
    expect(page.at("#present")).to_have_count(0)
    assert page.eventually(NOW, "step-3") == "step-3"


def test_an_answer_is_folded_away_until_it_is_asked_for(visit, record):
    page = visit(f"lesson={TREATY}&step=7")
    answer = step(page, 7).locator(".step-answer")
    expect(answer).to_be_hidden()
    step(page, 7).locator("summary").focus()
    page.browser.keyboard.press("Enter")
    expect(answer).to_have_text(record.lessons[TREATY].steps[6].answer["en"])


def test_language_and_theme_change_in_place(visit, record):
    page = visit(f"lesson={TREATY}")
    page.set_language("fr")
    expect(page.at("#story h2").first).to_have_text(record.lessons[TREATY].title["fr"])
    page.set_theme("dark")
    expect(page.at("#story")).to_have_count(1)
    assert page.query() == f"lesson={TREATY}&lang=fr&theme=dark"


def test_a_view_stands_beside_its_step(visit):
    page = visit(f"lesson={SOLDIERS}&step=11")
    expect(page.at(".story-picture .js-plotly-plot")).to_be_visible()
    expect(page.at(".story-picture h2")).to_contain_text("figures")


def test_what_is_chosen_in_a_picture_changes_it_and_an_event_leads_to_the_page(visit):
    page = visit(f"lesson={SOLDIERS}&step=11")
    unit = page.at(".story-picture input[value=persons]")
    unit.focus()
    page.browser.keyboard.press("ArrowRight")
    other = page.at(".story-picture input[name=unit]:checked")
    expect(other).to_be_focused()
    expect(page.at(".story-picture .step-numbers")).to_have_attribute("data-unit", other.input_value())
    page.at(".story-picture input[value=persons]").check(force=True)
    expect(page.at(".story-picture .step-numbers")).to_have_attribute("data-unit", "persons")
    assert page.query() == f"lesson={SOLDIERS}&step=11"
    figure = page.at(".story-picture .numbers-table tbody button").first
    claim = figure.get_attribute("data-claim-id")
    figure.click()
    expect(page.at(f'#event-panel [data-claim-id="{claim}"]')).to_be_focused()
    expect(page.at("#story")).to_have_count(0)
    page.browser.go_back()
    expect(page.at("#story")).to_be_visible()


def test_a_newsroom_shows_its_day_alone_until_it_has_moved_on(visit):
    page = visit(f"lesson={NEWSROOM}&step=9")
    expect(page.at(".story-picture")).to_have_text("24 October 2024")
    expect(step(page, 9).locator("h3").first).to_have_text("Report 1")
    step(page, 9).locator(".newsroom-next").click()
    expect(step(page, 9).locator(".newsroom-summary")).to_be_focused()
    expect(step(page, 9).locator("h3").first).not_to_have_text("Report 1")
    expect(page.at(".story-picture .js-plotly-plot")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "options"),
    [
        (f"lesson={TREATY}&step=7", {"viewport": {"width": 1920, "height": 1080}}),
        (f"lesson={NEWSROOM}&step=4&lang=fr&theme=dark", {"phone": True}),
    ],
)
def test_it_fits_and_axe_finds_nothing(visit, query, options):
    page = visit(query, **options)
    assert violations(page) == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]


def test_nothing_moves_while_it_is_read(visit):
    page = visit(f"lesson={TREATY}&step=2")
    page.browser.evaluate("""() => {
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.moved += value;
      }).observe({ type: "layout-shift" });
    }""")
    for n in (3, 4, 5, 6):
        scroll_to(page, n)
        page.settled()
    assert page.browser.evaluate("window.moved") < 0.02


def test_on_paper_it_is_plain_text_with_the_answers(visit, record):
    page = visit(f"lesson={TREATY}")
    page.browser.emulate_media(media="print")
    expect(page.at(".story-pane")).to_be_hidden()
    expect(page.at("#story")).to_be_visible()
    assert record.lessons[TREATY].steps[6].answer["en"][:40] in page.at("#step-7").evaluate(
        "(node) => [...node.querySelectorAll('.step-answer')].filter((each) => each.checkVisibility())"
        ".map((each) => each.textContent).join()"
    )
    page.browser.emulate_media(media="screen")


def test_a_page_that_follows_a_story_is_whole(visit):
    page = visit(f"lesson={TREATY}&step=3")
    page.browser.get_by_role("button", name="To the timeline").click()
    expect(page.at("#scope")).to_be_visible()
    expect(page.at("#overview .brush")).to_be_visible()


def test_an_exercise_does_not_stay_over_a_story(visit):
    page = visit(f"lesson={TREATY}&step=3")
    page.turn_to("lang=en")
    page.turn_to("exercise=order&seed=1&lang=en")
    expect(page.at("#exercise-dialog")).to_be_visible()
    page.browser.go_back()
    page.browser.go_back()
    expect(page.at("#story")).to_be_visible()
    expect(page.at("#exercise-dialog")).to_be_hidden()
