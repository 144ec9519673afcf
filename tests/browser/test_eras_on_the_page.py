"""A record with years before the year 1: the chart's axis, filters, addresses, what was known on a day, and exports."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from test_exports import open_menu, saved

from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record

ROME = Path(__file__).resolve().parents[1] / "records" / "good" / "rome"
ERA = "av.\u00a0J.\u2011C."  # on which no line ends
# What was known on the day after Caesar was killed.
LESSON = """
title: {en: The Ides, fr: Les Ides}
audience: {en: Everybody, fr: Tout le monde}
minutes: 5
aims: [{en: See it., fr: Le voir.}]
steps: [{kind: view, title: {en: Known, fr: Connu}, say: {en: So far., fr: Alors.}, view: asof=-0043-03-16&view=list}]
"""
TICKS = "() => [...document.querySelectorAll('#timeline .xtick text')].map((tick) => tick.textContent)"


def test_the_axis_the_window_and_the_overview_name_the_era(look_record, rome):
    page = look_record(rome, "lang=en")
    ticks = [*(f"{year} BC" for year in range(180, 0, -20)), *(f"{year} AD" for year in (1, 20, 40, 60))]
    assert page.eventually(TICKS, ticks) == ticks
    expect(page.at(".window-text")).to_contain_text("200 BC")
    expect(page.at("#overview")).to_contain_text("44 BC")
    page = look_record(rome, "lang=fr&window=-0048-01-01/-0030-12-31")
    assert page.eventually(f"() => ({TICKS})().includes('44 {ERA}')", True)
    expect(page.at(".window-text")).to_have_text(f"1er janv. 49 – 31 déc. 31 {ERA}", use_inner_text=True)
    expect(page.item("ides")).to_contain_text(f"15 mars 44 {ERA}")


def test_days_before_the_year_1_are_filtered_by_and_remembered(visit_record, rome):
    page = visit_record(rome, "lang=en&scope=all")
    page.days("-0043-01-01", "-0031-12-31")
    assert page.ids_become(["ides"]) == ["ides"]
    assert page.query_becomes("from=-0043-01-01&to=-0031-12-31&scope=all&lang=en")
    page.open("lang=en&asof=-0043-12-31&scope=all")
    assert page.ids_become(["rubicon", "ides"]) == ["rubicon", "ides"]
    expect(page.at("#result-count, #chips").first).to_be_visible()


@pytest.mark.parametrize(
    ("offer", "language"),
    [("csv", "en"), ("ics", "en"), ("timelinejs", "en"), ("json", "en"), ("csv", "fr"), ("ics", "fr")],
)
def test_what_is_exported_is_what_python_exports(visit_record, rome, offer, language):
    page = visit_record(rome, f"lang={language}&scope=all")
    open_menu(page)
    _, content = saved(page, offer)
    wanted = FORMATS[offer].make(select_view(rome, "scope=all", language, f"{page.base}/"))
    assert content.decode().replace(page.base, "") == wanted.decode().replace(page.base, "")
    if (offer, language) == ("ics", "en"):
        expect(page.at(".export-status")).to_contain_text("Left out, because calendars begin with the year 1")
        expect(page.at(".export-status")).to_contain_text("Caesar is killed (15 March 44 BC)")


def test_a_class_moves_the_day_of_a_view_on_before_the_year_1(visit_record, tmp_path):
    folder = shutil.copytree(ROME, tmp_path / "rome")
    (folder / "lessons").mkdir()
    (folder / "lessons" / "ides.yaml").write_text(LESSON, encoding="utf-8")
    page = visit_record(load_record(folder), "lesson=ides&step=1&present=1&lang=en")
    day, later = page.at(".step-days strong"), page.at(".step-days [data-key=asof_later]")
    expect(day).to_have_text("16 March 44 BC")
    later.click()
    expect(day).to_have_text("1 June 43 BC")
    page.at(".step-days [data-key=asof_earlier]").click()
    expect(day).to_have_text("16 March 44 BC")


def test_a_replay_before_the_year_1_plays_to_its_end(visit_record, rome):
    page = visit_record(rome, "asof=-0043-01-01&lang=en")
    play = page.at("#replay [data-key=asof_play]")
    play.click()
    expect(play).to_have_attribute("data-playing", "")
    end = "asof=-0040-12-31&lang=en"
    assert page.query_becomes(end) == end
    expect(play).not_to_have_attribute("data-playing", "")


@pytest.mark.parametrize("width", [320, 360, 390])
def test_on_a_phone_a_day_with_its_era_stands_beside_no_button(look_record, rome, width):
    page = look_record(rome, "lang=fr&asof=-0029-12-31", viewport={"width": width, "height": 640}, is_mobile=True)
    day = page.at(".asof-day")
    expect(day).to_have_text(f"31 déc. 30 {ERA}", use_inner_text=True)
    bar, box = page.at(".replay-line").bounding_box(), day.bounding_box()
    assert bar["y"] - 1 <= box["y"] and box["x"] + box["width"] <= bar["x"] + bar["width"] + 1
    for part in page.at(".replay-line :is(button, input)").all():
        other = part.bounding_box()
        assert other["y"] >= box["y"] + box["height"] - 1 and min(other["width"], other["height"]) >= 44
        assert other["y"] + other["height"] <= bar["y"] + bar["height"] + 1
