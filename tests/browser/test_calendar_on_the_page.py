"""The example of the calendar on the page: 2,700 years, half of them before the year 1, on phone and projector."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_other_records import overflow, violations

YEAR = re.compile(r"\d+( (av|ap)\. J\.\u2011C\.| BC| AD)?")
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
PHONE = {"viewport": {"width": 360, "height": 740}}
# Of each date at an axis, which may stand on two lines; other words stand there too.
DATES = """(all) => all.map((node) =>
  [...(node.children.length ? node.children : [node])].map((line) => line.textContent)
  .join(" ").trim()).filter((words) => /^\\d|\\d{3}/.test(words))"""


@pytest.mark.parametrize("size", [PHONE, PROJECTOR], ids=["phone", "projector"])
@pytest.mark.parametrize("query", ["view=clocks&lang=fr", "view=clocks&lang=en", "view=numbers&lang=fr"])
def test_axes_of_many_centuries_bear_round_years_alone(look_record, calendar, query, size):
    page = look_record(calendar, f"{query}&scope=all", **size)
    ticks = page.at("#clocks-view .clocks-day" if "clocks" in query else ".numbers-plot .xtick text")
    expect(ticks.first).to_be_visible()
    words = ticks.evaluate_all(DATES)
    assert words and [word for word in words if not YEAR.fullmatch(word.replace("\u00a0", " "))] == []
    assert all(int(re.match(r"\d+", word)[0]) in (1, 325) or int(re.match(r"\d+", word)[0]) % 10 == 0 for word in words)


@pytest.mark.parametrize(
    ("query", "size"),
    [("event=month-in-politics", PHONE), ("event=month-in-politics&present=1", PROJECTOR), ("view=compare", PHONE)],
    ids=["panel", "present", "compare"],
)
def test_the_months_of_a_season_stay_within_what_they_stand_in(look_record, calendar, query, size):
    page = look_record(calendar, f"{query}&lang=fr", **size)
    day = page.at(":is(.claim-day, .said-day, .step-who bdi)")
    expect(day.first).to_be_visible()
    over = day.evaluate_all(
        "(days) => days.filter((day) => day.getBoundingClientRect().right >"
        " day.parentElement.getBoundingClientRect().right + 1).map((day) => day.textContent)"
    )
    assert over == []


@pytest.mark.parametrize(
    "query", ["", "chapter=kings&theme=dark", "view=map", "view=forecasts&theme=dark", "event=riots"]
)
def test_it_fits_a_phone(look_record, calendar, query):
    page = look_record(calendar, f"{query}&lang=fr", phone=True)
    assert overflow(page) <= 0 and violations(page) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("query", ["event=canopus&chapter=adrift", "lesson=which-day-was-it&step=4", "chapter=kings"])
def test_the_line_of_time_beside_a_presentation_holds_its_dates(look_record, calendar, query, lang):
    page = look_record(calendar, f"{query}&present=1&lang={lang}", **PROJECTOR)
    ticks = page.at(".strip-tick")
    expect(ticks.first).to_be_visible()
    strip = page.at(".strip").bounding_box()
    for tick in ticks.all():
        box = tick.bounding_box()
        assert strip["x"] <= box["x"] and box["x"] + box["width"] < strip["x"] + strip["width"] / 2


def test_before_its_first_event_a_presentation_names_no_day_of_a_year(look_record, calendar):
    page = look_record(calendar, "chapter=kings&present=1&lang=en", **PROJECTOR)
    expect(page.at(".strip-tick").first).to_have_text("800 BC")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_title_of_a_key_event_is_cut_on_a_phone(look_record, calendar, lang):
    """In any window that the record offers: where the title has no room, the short title has."""
    settings, keys = calendar.settings, [event for event in calendar.events if event.key]
    whole = {text[lang] for event in keys for text in (event.title, event.short_title) if text}
    shown, cut = set(), set()
    for span in (*settings.presets, *settings.chapters):
        page = look_record(calendar, f"lang={lang}&window={span.start.text}/{span.end.text}", **PHONE)
        labels = {box["text"] for box in page.label_boxes()}
        shown |= labels & whole
        begun = {label for label in labels if label.endswith("…")}
        cut |= {label for label in begun for title in whole if title.startswith(label.removesuffix("…"))}
    assert len(shown) >= 7 and cut == set()
