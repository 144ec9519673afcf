"""An answer that is higher than the screen: a clicker goes through its lines, and back, before it goes on."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from presentation import Presentation

from timeline.record.load import load_record

VESUVIUS = Path(__file__).resolve().parents[2] / "examples" / "vesuvius"
WORDS = 500  # of the answer, each with its number
ANSWER = " ".join(f"word{n}" if n != 200 else f"word{n}\\n\\n" for n in range(1, WORDS + 1))
LESSON = f"""
title: {{en: Much to say, fr: Beaucoup à dire}}
audience: {{en: Everybody, fr: Tout le monde}}
minutes: 5
aims: [{{en: Read it., fr: Le lire.}}]
steps:
  - kind: question
    title: {{en: A question, fr: Une question}}
    say: {{en: What is known?, fr: Que sait-on ?}}
    answer: {{en: "{ANSWER}", fr: Beaucoup.}}
    event: earthquake
  - {{kind: text, title: {{en: The end, fr: La fin}}, say: {{en: Enough., fr: Assez.}}}}
"""


@pytest.fixture
def long_answer(tmp_path):
    """A record with a lesson that begins with such an answer, beside an event."""
    folder = shutil.copytree(VESUVIUS, tmp_path / "vesuvius")
    (folder / "lessons").mkdir()
    (folder / "lessons" / "long.yaml").write_text(LESSON, encoding="utf-8")
    return load_record(folder)


def numbers(part: dict) -> list[int]:
    """Which words of the answer a part shows."""
    return [int(n) for n in re.findall(r"word(\d+)", " ".join(part["words"]))]


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_a_clicker_goes_through_it_line_by_line_and_back(visit_record, long_answer, size):
    width, height = size
    page = visit_record(
        long_answer,
        "lesson=long&step=1&present=1&lang=en",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    shown, answer = Presentation(page), page.at(".step-answer")
    every = list(range(1, WORDS + 1))

    assert shown.parts_until(answer.count)  # the question, and what stands beside it
    parts = shown.parts()
    assert shown.place_becomes("2 of 2") == "2 of 2"
    assert [part["cut"] for part in parts] == [[]] * len(parts)
    assert sorted({n for part in parts for n in numbers(part)}) == every
    assert all(numbers(part) for part in parts), "what stands beside it is not gone through again"
    for before, after in zip(parts, parts[1:], strict=False):
        assert numbers(after)[0] == numbers(before)[-1] + 1

    shown.press("Home")
    shown.parts_until(answer.count)
    for _ in parts[1:]:
        shown.press("PageDown")
        page.settled()
    assert numbers(shown.in_sight())[-1] == WORDS
    back = shown.parts_until(lambda: not answer.count(), "PageUp")
    assert [part["cut"] for part in back] == [[]] * len(back)
    assert sorted({n for part in back for n in numbers(part)}) == every
    expect(page.at(".step-reveal")).to_be_visible()


def test_its_lines_are_found_anew_when_the_screen_is_another(visit_record, long_answer):
    page = visit_record(
        long_answer,
        "lesson=long&step=1&present=1&lang=en",
        viewport={"width": 1920, "height": 1080},
        reduced_motion="reduce",
    )
    shown, answer = Presentation(page), page.at(".step-answer")
    shown.parts_until(answer.count)
    page.browser.set_viewport_size({"width": 1024, "height": 768})
    page.settled()
    parts = shown.parts()
    assert [part["cut"] for part in parts] == [[]] * len(parts)
    assert numbers(parts[-1])[-1] == WORDS
