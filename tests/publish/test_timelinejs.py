"""TimelineJS 3 JSON (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import json
import re

import pytest

from timeline.publish.exports.selection import select_view
from timeline.publish.exports.timelinejs import timelinejs_json
from timeline.record.load import load_record


def slides(selection) -> dict:
    return {slide["unique_id"]: slide for slide in json.loads(timelinejs_json(selection))["events"]}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_event_is_a_slide_with_our_words_for_its_date(record, language):
    selection = select_view(record, "", language)
    found = slides(selection)
    assert list(found) == [event.id for event in record.events]
    for entry in selection.entries:
        slide = found[entry.id]
        assert slide["display_date"] == entry.when
        assert {"year"} <= set(slide["start_date"]) <= {"year", "month", "day"}
        assert all(isinstance(part, int) for part in slide["start_date"].values())
        assert not {"media", "background"} & set(slide)  # nothing is loaded from elsewhere


def test_dates_are_as_precise_as_they_are_known(apollo):
    dates = {id: (slide["start_date"], slide.get("end_date")) for id, slide in slides(select_view(apollo)).items()}
    assert dates["lunar-goal"] == ({"year": 1961, "month": 5, "day": 25}, None)
    assert dates["apollo-11-flight"] == ({"year": 1969, "month": 7, "day": 16}, {"year": 1969, "month": 7, "day": 24})
    assert dates["quarantine-ends"] == ({"year": 1969, "month": 8}, None)
    assert dates["rendezvous-chosen"] == ({"year": 1962}, None)
    assert dates["landing-before-1970"] == ({"year": 1969}, None)


def test_a_time_of_day_is_a_part_of_the_date(write_record):
    record = load_record(
        write_record(events=lambda text: text.replace("1961-05-25", "1961-05-25T18:30:00/1961-05-26T01:00:00"))
    )
    slide = slides(select_view(record))["lunar-goal"]
    assert slide["start_date"] == {"year": 1961, "month": 5, "day": 25, "hour": 18, "minute": 30, "second": 0}
    assert slide["end_date"] == {"year": 1961, "month": 5, "day": 26, "hour": 1, "minute": 0, "second": 0}


def test_the_title_slide_is_the_record_s(apollo):
    title = json.loads(timelinejs_json(select_view(apollo, "lang=fr")))["title"]
    assert title == {"text": {"headline": "Le programme Apollo", "text": "<p>De l’objectif aux échantillons</p>"}}


def test_a_slide_says_how_we_know_and_leads_to_the_claims(apollo):
    slide = slides(select_view(apollo, base="https://example.org/"))["first-words"]
    assert slide["group"] == "Mission"
    assert slide["text"] == {
        "headline": "First words on the Moon",
        "text": (
            "<p>Listeners differ on one small word.</p><p>How the date is known: The day depends on the time "
            "zone.</p><p>Status: Contested</p>"
            "<p>Sources: NASA history pages; The Lunar Herald</p><p>2 claims</p>"
            '<p><a href="https://example.org/?event=first-words&amp;lang=en">Read the claims</a></p>'
        ),
    }


def test_markup_in_the_record_is_text_on_a_slide(write_record):
    evil = "<img src=x onerror=alert(1)>&"
    record = load_record(
        write_record(
            events=lambda text: text.replace("Kennedy sets the goal of a lunar landing", evil).replace(
                "A speech to Congress sets the goal.", evil
            ),
            settings=lambda text: text.replace("{en: Decision", f"{{en: '{evil}'").replace(
                "en: The Apollo programme", f"en: '{evil}'"
            ),
        )
    )
    content = timelinejs_json(select_view(record)).decode()
    assert set(re.findall(r"</?\w+", content)) == {"<p", "</p"}
    slide = slides(select_view(record))["lunar-goal"]
    assert slide["text"]["headline"] == slide["group"] == "&lt;img src=x onerror=alert(1)&gt;&amp;"
