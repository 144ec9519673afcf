"""What is filtered by stands beside the count, a button for each; a press takes it away."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from timeline.query.spec import KEYS

QUERY = "kind=treaty&country=KP&q=kim&from=2024-06-01&dates=certain&key=1&asof=2024-12-24"


def words(page):
    return [text.removeprefix("×") for text in page.at("#active-filters .chip").all_inner_texts()]


def chip(page, key):
    return page.at(f'#active-filters .chip[data-key="{key}"]')


def test_there_is_none_without_a_filter(still_page):
    expect(still_page.at("#active-filters .chip")).to_have_count(0)


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        (
            "en",
            [
                "Remove the filter Search: “kim”",
                "Remove the filter Country: North Korea",
                "Remove the filter Kind: Treaty",
                "Remove the filter Dates: from 1 June 2024 (only if surely within)",
                "Remove the filter Key events only",
            ],
        ),
        (
            "fr",
            [
                "Retirer le filtre Recherche : « kim »",
                "Retirer le filtre Pays : Corée du Nord",
                "Retirer le filtre Nature : Traité",
                "Retirer le filtre Dates : à partir du 1er juin 2024 (dates certaines seulement)",
                "Retirer le filtre Événements clés seulement",
            ],
        ),
    ],
)
def test_each_filter_is_named_by_what_it_takes_away(look, lang, names):
    page = look(f"{QUERY}&lang={lang}")
    buttons = page.at("#active-filters .chip")
    expect(buttons).to_have_count(len(names))
    for button, name in zip(buttons.all(), names, strict=True):
        expect(button).to_have_accessible_name(name)


def test_a_press_takes_one_away_and_leaves_the_others(visit, expected):
    page = visit("kind=treaty&kind=combat&country=KP")
    chip(page, "kind=treaty").click()
    assert page.query_becomes("country=KP&kind=combat") == "country=KP&kind=combat"
    assert page.ids_become(expected.listed("country=KP&kind=combat")) == expected.listed("country=KP&kind=combat")


@pytest.mark.parametrize("key", ["q", "from", "key", "kind=treaty", "country=KP"])
def test_every_kind_of_filter_can_be_taken_away(visit, key):
    page = visit(QUERY)
    chip(page, key).click()
    expect(chip(page, key)).to_have_count(0)
    gone = {"from": ["from", "dates"]}.get(key, [key.split("=")[0]])
    assert not any(f"{name}=" in page.query() for name in gone)
    assert set(gone) <= set(KEYS)
    for box, name in (("#filter-text", "q"), ("#filter-from", "from")):
        if key == name:
            expect(page.at(box)).to_have_value("")


def test_the_focus_goes_on_to_the_next_and_at_last_to_the_count(visit):
    page = visit("country=KP&kind=treaty&q=kim")
    chip(page, "country=KP").focus()
    page.browser.keyboard.press("Enter")
    expect(chip(page, "kind=treaty")).to_be_focused()
    page.browser.keyboard.press("Space")
    expect(page.at("#result-count")).to_be_focused()
    chip(page, "q").click()
    expect(page.at("#result-count")).to_be_focused()


@pytest.mark.parametrize(
    ("size", "touch", "lang"),
    [
        ((640, 900), True, "fr"),  # the longest words in the least room
        ((640, 900), False, "en"),
        ((768, 1024), True, "fr"),
        ((1024, 768), True, "en"),
        ((1024, 768), False, "fr"),
        ((1280, 800), False, "fr"),
        ((1280, 800), False, "en"),
        ((1920, 1080), False, "fr"),
    ],
    ids=str,
)
def test_the_first_filter_moves_neither_chart_nor_list(visit, size, touch, lang):
    page = visit(f"lang={lang}", viewport={"width": size[0], "height": size[1]}, has_touch=touch)
    before = page.at("#timeline").bounding_box()["y"]
    page.choose("kind", "treaty")
    page.choose("country", "KP")
    page.days("2024-06-01", "2024-12-31")
    expect(page.at("#active-filters .chip")).to_have_count(3)
    assert page.at("#timeline").bounding_box()["y"] == before
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == size[0]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_on_a_phone_they_stand_in_one_line_that_scrolls_sideways(visit, lang):
    page = visit(f"kind=treaty&kind=combat&country=KP&q=kim&lang={lang}", phone=True, is_mobile=True)
    boxes = [chip.bounding_box() for chip in page.at("#active-filters .chip").all()]
    assert len({box["y"] for box in boxes}) == 1
    assert all(box["height"] >= 44 for box in boxes)
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == 360
