"""The window with the notes: it follows the presentation and moves it, from the server and from the offline file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from presentation import Presentation

LESSON = "how-many-soldiers"


@pytest.fixture
def notes(visit):
    """notes(query) presents something and opens the window with its notes; gives both."""
    opened = []

    def open_both(query, lang="en"):
        page = visit(f"{query}&present=1&lang={lang}", viewport={"width": 1024, "height": 768})
        shown = Presentation(page)
        with page.browser.context.expect_page() as coming:
            shown.press("n")
        opened.append(coming.value)
        errors = []
        coming.value.on("pageerror", lambda error: errors.append(str(error)))
        coming.value.locator("#speaker .speaker-now").wait_for()
        assert errors == []
        return shown, coming.value

    yield open_both
    for window in opened:
        window.close()


@pytest.mark.everywhere
def test_it_shows_notes_next_step_answer_and_time(notes, record, place):
    steps = record.lessons[LESSON].steps
    shown, window = notes(f"lesson={LESSON}&step=6")
    expect(window.locator(".speaker-notes")).to_have_text(steps[5].notes["en"])
    expect(window.locator(".speaker-answer")).to_contain_text(steps[5].answer["en"])
    expect(shown.page.at(".step-answer")).to_have_count(0)  # what the class does not see yet
    expect(window.locator(".speaker-next")).to_contain_text(steps[6].say["en"])
    assert re.fullmatch(r"\d\d:\d\d", window.locator("#speaker-clock").inner_text())
    assert re.fullmatch(r"0:\d\d", window.locator("#speaker-elapsed").inner_text())
    expect(window.locator(".speaker-planned")).to_have_text("of 45 minutes")


@pytest.mark.everywhere
def test_the_two_keep_in_step_both_ways(notes, record, place):
    steps = record.lessons[LESSON].steps
    shown, window = notes(f"lesson={LESSON}&step=1")
    shown.press("ArrowRight")
    expect(window.locator(".speaker-notes")).to_have_text(steps[1].notes["en"])
    window.keyboard.press("Home")
    assert shown.place_becomes("1 of 15") == "1 of 15"
    window.locator("[data-key=next]").click()
    assert shown.place_becomes("2 of 15") == "2 of 15"
    expect(window.locator(".speaker-notes")).to_have_text(steps[1].notes["en"])
    expect(window.locator("[data-key=next]")).to_be_focused()
    window.keyboard.press("1")
    window.keyboard.press("2")
    window.keyboard.press("Enter")
    assert shown.place_becomes("12 of 15") == "12 of 15"
    window.keyboard.press("b")
    expect(shown.page.at(".present-black")).to_be_visible()
    expect(window.locator("[data-key=black]")).to_have_attribute("aria-pressed", "true")


def test_it_finds_the_presentation_again_and_another_one_as_well(notes, record):
    shown, window = notes(f"lesson={LESSON}&step=3", lang="fr")
    window.reload()
    steps = record.lessons[LESSON].steps
    expect(window.locator(".speaker-notes")).to_have_text(steps[2].notes["fr"])
    shown.page.open("lesson=treaty-into-force&step=2&present=1&lang=fr")
    other = record.lessons["treaty-into-force"]
    expect(window.locator("#speaker h1")).to_have_text(other.title["fr"])
    expect(window.locator(".speaker-notes")).to_have_text(other.steps[1].notes["fr"])
    assert window.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_it_follows_its_own_presentation_until_that_ends(notes, record):
    steps = record.lessons[LESSON].steps
    shown, window = notes(f"lesson={LESSON}&step=3")
    expect(window.locator(".speaker-notes")).to_have_text(steps[2].notes["en"])
    other = shown.browser.context.new_page()
    other.goto(shown.page.address("lesson=treaty-into-force&step=2&present=1&lang=en"))
    other.locator(".present-place").wait_for()
    window.keyboard.press("5")
    window.keyboard.press("Enter")
    assert shown.place_becomes("5 of 15") == "5 of 15"
    expect(window.locator("#speaker h1")).to_have_text(record.lessons[LESSON].title["en"])
    expect(other.locator(".present-place")).to_have_text("2 of 16")
    other.close()
    shown.press("Escape")
    expect(window.locator(".speaker-waits")).to_be_visible()


def test_without_a_presentation_it_says_what_it_waits_for(visit):
    page = visit(f"lesson={LESSON}&present=speaker&lang=en")
    expect(page.at(".speaker-waits")).to_contain_text("Waiting for the presentation")
