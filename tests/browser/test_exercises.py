"""Exercises over the page: it asks what Python asks, and an answer is told at once what is right and why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.query.chapters import read_query
from timeline.query.events import matching_events
from timeline.query.exercises.exercise import exercise
from timeline.view.exercises.questions import Questions

DIALOG = "#exercise-dialog"
KINDS = ("order", "claimant", "status", "figure", "disagreement")


@pytest.fixture
def asked(record):
    """asked(kind, seed, query, language) gives the questions that Python makes."""

    def questions(kind, seed=1, query="", language="en"):
        events = matching_events(record, read_query(record, query))
        return Questions(record, events, language).of(exercise(record, events, kind, seed))

    return questions


def dialog(page):
    found = page.at(DIALOG)
    expect(found.locator(".exercise-question")).to_be_visible()
    return found


def titles(box):
    return box.locator(".exercise-order .exercise-title").all_inner_texts()


def check(box):
    box.locator(".exercise-check").click()
    return box.locator(".exercise-said")


# What is asked


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_asks_what_python_asks(look, asked, kind):
    language = "fr" if kind in ("claimant", "figure") else "en"
    query = f"kind=deployment&exercise={kind}&seed=7&lang={language}"
    first = asked(kind, 7, "kind=deployment", language)[0]
    box = dialog(look(query))
    said = " ".join(box.locator(".exercise-question").inner_text().split())
    plain = lambda words: " ".join(words.split())  # noqa: E731
    for words in (first.ask, first.about, first.beside, *first.parts, *map(lambda each: each.words, first.given)):
        assert plain(words) in said
    if first.form == "match":
        assert box.locator("select").nth(1).locator("option").all_inner_texts()[1:] == list(first.options)
    else:
        assert [line for line in first.options if plain(line) not in said] == []


# Answering: by keyboard, by mouse, by a finger


@pytest.mark.everywhere
def test_events_are_put_in_order_by_the_arrow_keys_and_the_reasons_are_told(visit, asked):
    page = visit("exercise=order&seed=3")
    question, box = asked("order", 3)[0], dialog(page)
    assert titles(box) == list(question.options)
    right = [question.options[at] for at in question.right]
    for place, title in enumerate(right):
        item = box.locator(".exercise-order > li").filter(has_text=title)
        item.get_by_role("button", name=re.compile("^Move up")).focus()
        for _ in range(titles(box).index(title) - place):
            page.browser.keyboard.press("ArrowUp")
    assert titles(box) == right
    expect(box.locator("[role=status].visually-hidden")).to_contain_text("place")
    said = check(box)
    expect(said).to_contain_text("Right.")
    for reason in question.why:
        expect(said).to_contain_text(reason.words)
        expect(said).to_contain_text(reason.cite)
    expect(box.locator("#exercise-score")).to_have_text(f"On this device: {len(right)} of {len(right)} right.")


def test_an_event_is_dragged_by_the_mouse_and_moved_by_its_buttons(visit):
    page = visit("exercise=order&seed=3")
    box = dialog(page)
    before = titles(box)
    items = box.locator(".exercise-order > li")
    last, first = items.last.bounding_box(), items.first.bounding_box()
    page.browser.mouse.move(last["x"] + 100, last["y"] + 10)
    page.browser.mouse.down()
    page.browser.mouse.move(last["x"] + 100, first["y"] + 40, steps=12)
    page.browser.mouse.move(first["x"] + 100, first["y"] + 5, steps=4)
    page.browser.mouse.up()
    assert titles(box) == [before[-1], *before[:-1]]
    items.first.get_by_role("button", name=re.compile("^Move down")).click()
    assert titles(box)[:2] == [before[0], before[-1]]


def test_an_event_is_dragged_by_a_finger_on_its_grip(visit):
    page = visit("exercise=order&seed=3&lang=fr", phone=True)
    box = dialog(page)
    before = titles(box)
    box.locator(".exercise-order").scroll_into_view_if_needed()
    grip = box.locator(".exercise-grip").first.bounding_box()
    below = box.locator(".exercise-order > li").nth(1).bounding_box()
    touch = page.browser.context.new_cdp_session(page.browser)
    x, y, end = grip["x"] + 10, grip["y"] + 10, below["y"] + below["height"] - 8
    steps = [("touchStart", y), *(("touchMove", y + (end - y) * n / 10) for n in range(1, 11)), ("touchEnd", None)]
    for kind, at in steps:
        points = [] if at is None else [{"x": x, "y": at}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert page.eventually("() => document.querySelector('.exercise-title').textContent", before[1]) == before[1]


def test_a_wrong_choice_is_told_with_the_right_one_its_reasons_and_where_they_stand(visit, asked):
    page = visit("exercise=disagreement&seed=2")
    question, box = asked("disagreement", 2)[0], dialog(page)
    expect(check(box)).to_have_text("Choose an answer first.")
    wrong = (question.right[0] + 1) % len(question.options)
    box.get_by_role("radio").nth(wrong).check()
    said = check(box)
    expect(said).to_contain_text(f"Not quite. The answer: {question.options[question.right[0]]}")
    for reason in question.why:
        expect(said).to_contain_text(reason.words)
    assert {each for each in said.get_by_role("link").evaluate_all("all => all.map((one) => one.href)")} >= {
        reason.url for reason in question.why if reason.url
    }
    expect(box.locator(".exercise-next")).to_be_focused()
    page.browser.keyboard.press("Enter")
    expect(box.locator(".exercise-count")).to_have_text("Question 2 of 8")


def test_figures_are_matched_from_lists_and_each_is_told(visit, asked):
    page = visit("exercise=figure&seed=5&lang=fr")
    question, box = asked("figure", 5, language="fr")[0], dialog(page)
    lists = box.locator(".exercise-pair select")
    for place, right in enumerate(question.right):
        lists.nth(place).select_option(str(right if place else question.right[1]))
    said = check(box)
    expect(said).to_contain_text(f"{len(question.parts) - 1} sur {len(question.parts)} à leur place.")
    expect(box.locator(".exercise-pair").first).to_contain_text(question.options[question.right[0]])


# The score stays here


def test_the_first_answer_counts_and_the_score_can_be_cleared(visit, asked):
    page = visit("exercise=status&seed=3")
    question, box = asked("status", 3)[0], dialog(page)
    box.get_by_role("radio").nth(question.right[0]).check()
    check(box)
    expect(box.locator("#exercise-score")).to_have_text("On this device: 1 of 1 right.")
    page.open("exercise=status&seed=3")
    box = dialog(page)
    box.get_by_role("radio").nth((question.right[0] + 1) % 4).check()
    check(box)
    expect(box.locator("#exercise-score")).to_have_text("On this device: 1 of 1 right.")
    box.locator("#exercise-clear").click()
    expect(box.locator("#exercise-score")).to_have_text("The score is cleared.")
    assert page.browser.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('timeline-score'))") == []


# The address


@pytest.mark.everywhere
def test_number_and_kind_stand_in_the_address_and_closing_leaves_the_view(visit):
    page = visit("kind=deployment&exercise=status&seed=3")
    box = dialog(page)
    box.locator("#exercise-another").click()
    assert page.query_becomes("kind=deployment&exercise=status&seed=4").endswith("seed=4")
    expect(box.locator("#exercise-another")).to_be_focused()
    box.locator("#exercise-kind").select_option("claimant")
    assert "exercise=claimant" in page.query_becomes("kind=deployment&exercise=claimant&seed=4")
    expect(box.locator(".exercise-ask")).to_have_text("Who claims this?")
    page.browser.go_back()
    expect(box.locator(".exercise-ask")).to_contain_text("established")
    page.browser.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert page.query_becomes("kind=deployment") == "kind=deployment"


def test_the_dialog_in_class_leads_to_exercises_on_the_events_of_the_period(visit, expected):
    page = visit("kind=deployment")
    page.in_menu("#present-toggle").click()
    scorm = page.at("#class-dialog [data-lesson=how-many-soldiers]").get_by_role("link", name=re.compile("SCORM"))
    expect(scorm).to_have_attribute("href", "lessons/how-many-soldiers.en.scorm.zip")
    page.at("#class-dialog [data-key=exercises]").click()
    box = dialog(page)
    n = len(expected.periodic_ids("kind=deployment"))
    expect(box.locator(".exercise-events")).to_have_text(f"from {n} events")
    assert "exercise=order" in page.query() and "window=" in page.query()


def test_events_that_give_nothing_to_ask_are_told(visit, record):
    page = visit("kind=ratification&from=2030-01-01&exercise=order")
    expect(page.at(f"{DIALOG} .note")).to_contain_text("nothing to ask")
    expect(page.at("#exercise-sheet")).to_have_count(0)


# On paper


@pytest.mark.everywhere
def test_the_sheet_has_no_answers_and_the_key_has_them_with_their_reasons(visit, asked):
    page = visit("exercise=claimant&seed=7")
    dialog(page)
    page.browser.emulate_media(media="print")
    texts = {}
    for what in ("sheet", "key"):
        page.browser.evaluate(
            """(id) => {
              window.print = () => { window.printed = document.querySelector(".exercise-sheet").innerText; };
              document.getElementById(id).click();
              dispatchEvent(new Event("afterprint")); }""",
            f"exercise-{what}",
        )
        texts[what] = " ".join(page.browser.evaluate("window.printed").split())
    expect(page.at(".exercise-sheet")).to_have_count(0)
    for question in asked("claimant", 7):
        about, reason = (" ".join(words.split()) for words in (question.about, str(question.why[0])))
        assert about in texts["sheet"] and about in texts["key"]
        assert reason in texts["key"] and reason not in texts["sheet"]


# For everybody


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("exercise=order&seed=3&lang=fr", {"phone": True}),
        ("exercise=figure&seed=3&theme=dark", {"phone": True}),
        ("exercise=disagreement&seed=2&lang=fr&theme=dark", {"viewport": {"width": 1024, "height": 768}}),
    ],
)
def test_it_fits_thumbs_reach_everything_and_axe_finds_nothing(look, query, options):
    page = look(query, **options)
    box = dialog(page)
    expect(box.locator("#exercise-gift")).to_be_visible()
    wide = box.evaluate("(node) => [node.scrollWidth, node.clientWidth]")
    assert wide[0] <= wide[1]
    small = box.evaluate(
        """(node) => [...node.querySelectorAll(".exercise-room :is(button, select, label)"),
            ...node.querySelectorAll(".exercise-tools :is(button, a)")]
          .map((each) => [each.textContent, each.getBoundingClientRect()])
          .filter(([, { height, width }]) => height < 44 || width < 44).map(([words]) => words)"""
    )
    assert small == []
    assert violations(page) == []


def test_an_exercise_of_a_lesson_is_answered_while_it_is_presented_in_large_words(visit, asked):
    size = {"width": 1024, "height": 768}
    page = visit("lesson=how-many-soldiers&step=14&present=1", viewport=size)
    room = page.at(".step-of-exercise .exercise-question")
    expect(room).to_be_visible()
    question = asked("figure", 1, "kind=deployment&from=2024-10-01&to=2024-11-30")[0]
    for place, right in enumerate(question.right):
        room.locator("select").nth(place).select_option(str(right))
    room.locator(".exercise-check").click()
    expect(room.locator(".exercise-said")).to_contain_text("Right.")
    least = room.evaluate(
        """(node) => Math.min(...[...node.querySelectorAll("*")]
          .filter((each) => each.checkVisibility() && [...each.childNodes].some((child) => child.nodeType === 3))
          .map((each) => parseFloat(getComputedStyle(each).fontSize)))"""
    )
    assert least >= 24
    page.browser.keyboard.press("PageDown")
    expect(page.at(".step-of-exercise")).to_have_count(0)
    assert "step=15" in page.query()


def test_an_exercise_of_a_step_that_did_not_come_is_asked_for_again(visit):
    page = visit("lang=en")
    page.browser.route("**/*exercises*.css*", lambda route: route.abort())
    page.turn_to("lesson=how-many-soldiers&step=14&present=1&lang=en")
    expect(page.at(".exercise-room")).to_contain_text("could not be loaded")
    page.errors.clear()
    page.browser.unroute_all()
    page.browser.keyboard.press("Home")
    page.browser.keyboard.press("End")
    page.at("[data-key=previous]").click()
    expect(page.at(".exercise-room .exercise-question")).to_be_visible()
