"""Chapters: the record's story in numbered steps, each with its days, its filter, and its sentence."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


def query_of(chapter):
    return f"window={chapter.start.earliest.isoformat()}/{chapter.end.latest.isoformat()}"


def test_each_chapter_shows_its_days_and_its_sentence(timeline_page, record):
    page = timeline_page
    expect(page.at("#lede")).to_have_text(record.settings.subtitle["en"], use_inner_text=True)
    assert len(record.settings.chapters) in (5, 6)
    for chapter in record.settings.chapters:
        page.choice("chapters", chapter.id).click()
        assert page.query_becomes(query_of(chapter)) == query_of(chapter)
        expect(page.at("#chapter-sentence")).to_have_text(chapter.sentence["en"])
        expect(page.at("#lede")).to_be_hidden()
        assert page.window() == (chapter.start.earliest.isoformat(), chapter.end.latest.isoformat())


def test_the_first_step_is_the_view_of_a_first_visit(timeline_page, record):
    page = timeline_page
    page.choice("chapters", "signing").click()
    expect(page.at("#lede")).to_be_hidden()
    page.choice("chapters", "start").click()
    assert page.query_becomes("") == ""
    expect(page.at("#lede")).to_be_visible()


def test_another_window_is_no_chapter(timeline_page):
    page = timeline_page
    page.choice("chapters", "signing").click()
    page.tool("zoom_out").click()
    expect(page.at("#lede")).to_be_visible()
    expect(page.at("#chapters input:checked")).to_have_count(0)


def test_back_leads_to_the_chapter_before(timeline_page):
    page = timeline_page
    page.choice("chapters", "signing").click()
    page.choice("chapters", "ratification").click()
    page.browser.go_back()
    expect(page.choice("chapters", "signing").locator("input")).to_be_checked()


def test_an_address_can_name_a_chapter(visit, record):
    page = visit("chapter=ratification")
    chapter = next(chapter for chapter in record.settings.chapters if chapter.id == "ratification")
    assert page.window() == (chapter.start.earliest.isoformat(), chapter.end.latest.isoformat())
    assert page.chosen("chapters") == ["ratification"]
    page = visit("chapter=no-such")
    expect(page.at("#notice")).to_contain_text("chapter=no-such")


def test_the_arrow_keys_walk_through_the_chapters(timeline_page, record):
    page = timeline_page
    page.at("#chapters input:checked").focus()
    for chapter in record.settings.chapters:
        page.browser.keyboard.press("ArrowRight")
        expect(page.choice("chapters", chapter.id).locator("input")).to_be_focused()
        expect(page.at("#chapter-sentence")).to_have_text(chapter.sentence["en"])


@pytest.mark.parametrize(
    "viewport", [{"width": 360, "height": 640}, {"width": 1280, "height": 800}], ids=["phone", "desk"]
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_below_moves_from_chapter_to_chapter(visit, record, viewport, lang):
    page = visit(f"lang={lang}", viewport=viewport)
    places = {round(page.at("#timeline").bounding_box()["y"])}
    for chapter in record.settings.chapters:
        page.choice("chapters", chapter.id).click()
        expect(page.at("#chapter-sentence")).to_have_text(chapter.sentence[lang])
        places.add(round(page.at("#timeline").bounding_box()["y"]))
    assert len(places) == 1


def test_a_record_without_chapters_has_its_presets_there(visit_record, apollo):
    page = visit_record(apollo)
    assert page.chosen("chapters") == ["mission"]
    page.choice("chapters", "whole").click()
    assert page.query_becomes("window=1961-01-01/1970-12-31") == "window=1961-01-01/1970-12-31"
    page.at("#options").click()
    expect(page.at("#presets")).to_be_hidden()


FUNCTIONS = """(chapters, [name, ...given]) => chapters[name](...given)"""
CHAPTERS = [
    {"id": "one", "start": "2024-01-01", "end": "2024-02-01", "filter": {}},
    {"id": "two", "start": "2024-01-01", "end": "2024-03-01", "filter": {"kind": ["treaty"]}},
]


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ({}, None),
        ({"window": "2024-01-01/2024-02-01"}, "one"),
        ({"window": "2024-01-01/2024-02-01", "actor": ["x"]}, "one"),
        ({"window": "2024-01-01/2024-03-01"}, None),
        ({"window": "2024-01-01/2024-03-01", "kind": ["treaty"]}, "two"),
        ({"window": "2024-01-01/2024-03-01", "kind": ["treaty", "arms"]}, None),
    ],
)
def test_the_current_chapter_is_the_one_whose_days_and_filter_are_shown(modules, spec, found):
    call = modules("model/chapters.js")
    current = call(FUNCTIONS, ["current", CHAPTERS, spec])
    assert (current and current["id"]) == found


def test_a_chapter_s_filter_goes_when_it_is_left_and_the_reader_s_own_stays(modules):
    call = modules("model/chapters.js")
    merged = "(chapters, [list, spec, id]) => ({ ...spec, ...chapters.chosen(list, spec, id) })"
    first = call(merged, [CHAPTERS, {"actor": ["x"]}, "two"])
    assert first == {"actor": ["x"], "kind": ["treaty"], "window": "2024-01-01/2024-03-01"}
    second = call(merged, [CHAPTERS, first, "one"])
    assert {key: value for key, value in second.items() if value} == {"actor": ["x"], "window": "2024-01-01/2024-02-01"}
