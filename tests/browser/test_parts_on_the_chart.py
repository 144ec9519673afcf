"""Parts in the chart: they are seen in their whole, which says how many it has and opens."""

from __future__ import annotations

import pytest
from page import middle
from playwright.sync_api import expect

RING = "() => document.querySelectorAll('#timeline .traceopen path.point').length"
SIGNING = "window=2024-06-01/2024-07-10"


def parts_of(record, whole):
    return [event.id for event in record.events if event.part_of == whole]


def beside(badge, marks):
    """The id of the mark that a badge stands beside."""
    level = [mark for mark in marks if mark["top"] < middle(badge)[1] < mark["bottom"] and mark["left"] < badge["left"]]
    return max(level, key=lambda mark: mark["left"])["id"]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_whole_has_the_count_of_its_parts_beside_its_mark_and_they_have_none(look, record, width):
    page = look(SIGNING, viewport={"width": width, "height": 800})
    marks, badges = page.marks(), page.badges()
    assert {beside(badge, marks): badge["text"] for badge in badges}["treaty-signed"] == str(
        len(parts_of(record, "treaty-signed"))
    )
    assert not {mark["id"] for mark in marks} & set(parts_of(record, "treaty-signed"))
    assert page.clusters() == []  # one day is no circle


@pytest.mark.parametrize(("lang", "words"), [("en", "14 parts"), ("fr", "14 éléments")])
def test_the_badge_says_what_it_is_and_opens_the_whole(visit, lang, words):
    page = visit(f"{SIGNING}&lang={lang}")
    badge = next(badge for badge in page.badges() if beside(badge, page.marks()) == "treaty-signed")
    page.browser.mouse.move(*middle(badge))
    expect(page.at("#timeline .tip")).to_contain_text(words)
    page.click_box(badge)
    page.panel("treaty-signed")


def test_the_whole_of_an_open_part_is_ringed(look, record):
    page = look(f"{SIGNING}&event={parts_of(record, 'treaty-signed')[0]}")
    assert page.browser.evaluate(RING) == 1
    assert look(SIGNING).browser.evaluate(RING) == 0


def test_a_part_whose_whole_is_filtered_away_stands_by_itself(look, expected, record):
    query = f"kind=statement&{SIGNING}"
    alone = set(parts_of(record, "treaty-signed")) & set(expected.ids(query))
    page = look(query)
    drawn = {mark["id"] for mark in page.marks()}
    held = sum(int(cluster["text"]) for cluster in page.clusters())
    assert len(alone) > 2
    assert len(alone & drawn) == len(alone) or held >= len(alone - drawn)
    assert page.badges() == []
