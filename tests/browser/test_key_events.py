"""Key events: one press leaves them alone, their marks are larger, and their labels come first."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SIZES = """() => {
  const marks = document.querySelector("#timeline .js-plotly-plot").data.find((trace) => trace.name === "marks");
  return marks.customdata.map((row, at) => [row, marks.marker.size[at]]);
}"""


@pytest.mark.parametrize(("lang", "words"), [("en", "Key events only"), ("fr", "Événements clés seulement")])
def test_one_press_leaves_the_key_events_and_another_brings_all_back(visit, expected, record, lang, words):
    page = visit(f"scope=all&lang={lang}")
    keys = [event.id for event in record.events if event.key]
    assert 8 <= len(keys) <= 20 and expected.ids("key=1") == keys
    expect(page.choice("key-events", "1")).to_contain_text(words)
    page.option("key-events", "1")
    assert page.ids_become(keys) == keys
    assert page.query_becomes(f"key=1&scope=all&lang={lang}") == f"key=1&scope=all&lang={lang}"
    page.option("key-events", "0")
    assert page.ids_become(expected.listed("scope=all")) == expected.listed("scope=all")


def test_a_key_event_s_mark_is_larger(look, record):
    sizes = look().browser.evaluate(SIZES)
    of = {key: {round(size, 3) for row, size in sizes if record.events[row].key is key} for key in (True, False)}
    assert len(of[True]) == len(of[False]) == 1
    assert of[True].pop() > 1.2 * of[False].pop()


@pytest.mark.parametrize("width", [360, 768, 1024, 1280, 1920])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_key_event_in_sight_has_a_whole_label_at_every_width(look, record, lang, width):
    """The title, or where that has no room the short title that its editor gave it; never one that is cut."""
    page = look(f"key=1&lang={lang}", viewport={"width": width, "height": 800})
    keys = [event for event in record.events if event.key]
    titles = {event.id: {event.title[lang], (event.short_title or event.title)[lang]} for event in keys}
    labels = {box["text"] for box in page.label_boxes()}
    first, last = page.window()
    seen = [event.id for event in keys if first <= event.date.earliest.isoformat() <= last]
    assert len(seen) > 5
    for id in seen:
        assert titles[id] & labels, id
    assert labels <= set().union(*titles.values())


def test_a_record_without_key_events_offers_no_such_choice(visit_record, apollo):
    page = visit_record(apollo, "key=1")
    expect(page.at("#key-events")).to_be_hidden()
    expect(page.at("#notice")).to_contain_text("key=1")
