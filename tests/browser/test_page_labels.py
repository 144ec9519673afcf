"""Labels of the chart: never one over another, never over a mark, at any width, in any language, at any zoom."""

from __future__ import annotations

import re

import pytest
from expected import span
from playwright.sync_api import expect

HEIGHTS = {360: 740, 768: 1024, 1280: 900, 1920: 1080}
PRESETS = ("treaty-months", "signing", "autumn", "duma-week", "ratification", "before", "whole")
TOUCH = 0.5  # px by which boxes may touch


def overlap(a, b):
    return (
        min(a["right"], b["right"]) - max(a["left"], b["left"]) > TOUCH
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > TOUCH
    )


def own(label, titles):
    """True where a label may be that of the event with this title and perhaps a short one: whole or shortened, of one
    event or of a cluster.
    """
    words = re.sub(r" \(\+\d+\)$", "", label["text"])
    return words in titles or (words.endswith("…") and titles[0].startswith(words[:-1]))


def faults(page, expected, language):
    """Whatever is wrong with the labels that the page shows now, in words."""
    labels, plot = page.label_boxes(), page.plot_box()
    lanes = page.lane_names()
    symbols = [*page.marks(), *page.clusters(), *page.dashes(), *page.badges()]
    lines = [line for line in page.lines() if line["right"] > plot["left"] and line["left"] < plot["right"]]
    titles = {id: expected.titles(id, language) for id in expected.events}
    found = []
    for index, label in enumerate(labels):
        name = label["text"]
        found += [f"{name} / {other['text']}" for other in labels[index + 1 :] if overlap(label, other)]
        found += [f"{name} / the name of lane {lane['text']}" for lane in lanes if overlap(label, lane)]
        found += [
            f"{name} / the mark of {symbol['id'] or symbol['text']}" for symbol in symbols if overlap(label, symbol)
        ]
        found += [
            f"{name} / the line of {line['id']}"
            for line in lines
            if overlap(label, line) and not own(label, titles[line["id"]])
        ]
        if label["left"] < plot["left"] - 1 or label["right"] > plot["right"] + 1:
            found.append(f"{name} is cut off at the edge of the plot")
        if not any(own(label, title) for title in titles.values()):
            found.append(f"{name} is no event's title")
    visible = [
        symbol
        for symbol in [*page.marks(), *page.clusters()]
        if symbol["right"] > plot["left"] and symbol["left"] < plot["right"]
    ]
    found += [
        f"marks of {a['id'] or a['text']} / {b['id'] or b['text']}"
        for index, a in enumerate(visible)
        for b in visible[index + 1 :]
        if overlap(a, b)
    ]
    found += [
        f"mark of {a['id'] or a['text']} / the name of lane {lane['text']}"
        for a in visible
        for lane in lanes
        if overlap(a, lane)
    ]
    return found


def sized(opened, width, query):
    return opened(query, viewport={"width": width, "height": HEIGHTS[width]})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", HEIGHTS)
def test_labels_never_overlap(look, expected, width, language):
    page = sized(look, width, f"lang={language}&kind=treaty")
    for name in PRESETS:
        page.turn_to(f"window={'/'.join(expected.preset(name))}&lang={language}")
        assert page.window_becomes(expected.preset(name)) == expected.preset(name)
        assert faults(page, expected, language) == [], name
        assert page.label_boxes()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("group", ["actor", "source", "country", "status"])
def test_labels_never_overlap_in_other_lanes(look, expected, width, group):
    page = sized(look, width, f"group={group}&lang=en&kind=treaty")
    for name in ("treaty-months", "duma-week"):
        page.turn_to(f"group={group}&window={'/'.join(expected.preset(name))}&lang=en")
        assert page.window_becomes(expected.preset(name)) == expected.preset(name)
        assert faults(page, expected, "en") == [], name


@pytest.mark.parametrize("width", HEIGHTS)
def test_labels_never_overlap_while_zooming_in(visit, expected, width):
    page = sized(visit, width, "lang=fr")
    for _ in range(4):
        before = page.window()
        page.tool("zoom_in").click()
        assert span(page.window_changes(before)) < span(before)
        assert faults(page, expected, "fr") == [], page.window()


@pytest.mark.parametrize(
    "query", ["event=duma-vote", "kind=statement", "q=kim", "actor=north-korea&actor=russia", "asof=2024-10-28"]
)
def test_labels_never_overlap_whatever_is_chosen(look, expected, query):
    page = sized(look, 1280, query)
    assert faults(page, expected, "en") == []


SPACED = """* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }
  p { margin-bottom: 2em !important }"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("style", [SPACED, "html { font-size: 200% !important }"], ids=["spaced", "large"])
def test_labels_never_overlap_in_a_reader_s_own_style(visit, expected, width, style):
    """WCAG 1.4.12 and 1.4.4: letters and words spaced, text twice as large, by a style that comes after the page."""
    page = sized(visit, width, "")
    shown = "() => [...document.querySelectorAll('#timeline .tracelabels text')].map((node) => node.textContent).join()"
    before = page.browser.evaluate(shown)
    page.browser.evaluate(
        "(css) => document.head.append(Object.assign(document.createElement('style'), {textContent: css}))", style
    )
    assert page.eventually(f"(before) => ({shown})() !== before", True, before)
    assert faults(page, expected, "en") == []


def test_labels_come_back_when_zooming_in(visit, expected):
    """A title that found no room among half a year's is there in its own week."""
    page = sized(visit, 1280, "")
    at_first = {label["text"] for label in page.label_boxes()}
    week = expected.ids("from=2024-10-20&to=2024-10-29&dates=certain")
    parts = {id for id, event in expected.events.items() if event.part_of}
    dropped = [id for id in week if expected.title(id) not in at_first and id not in parts]
    assert len(dropped) > 10
    page.preset("duma-week")
    assert page.window_becomes(expected.preset("duma-week")) == expected.preset("duma-week")
    now = page.label_boxes()
    back = [id for id in dropped if any(own(label, expected.titles(id)) for label in now)]
    assert len(back) > len(dropped) / 2
    assert any(own(label, expected.titles("duma-vote")) for label in now)


def test_the_most_documented_event_of_a_crowd_has_its_label(look, expected):
    """Where not all fit, events that more sources speak of come first."""
    page = sized(look, 1280, "kind=ratification")
    assert any(own(label, expected.titles("duma-vote")) for label in page.label_boxes())


def test_every_label_is_whole_where_there_is_room(look, expected):
    page = sized(look, 1920, "kind=ratification&window=2024-10-10/2024-11-20")
    inside = expected.split("kind=ratification&window=2024-10-10/2024-11-20")[1]
    assert {label["text"] for label in page.label_boxes()} == {expected.title(id) for id in inside}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "lang=fr",
        "view=list&lang=fr",
        "event=students-3765&lang=fr",
        "group=source",
        "q=zzzz",
        "view=numbers",
        "view=sources",
    ],
)
def test_a_phone_is_never_scrolled_sideways(visit, query):
    page = visit(query, phone=True)
    page.at("#filters-open").evaluate("node => node.click()")
    expect(page.at("#filters-open")).to_have_attribute("aria-expanded", "true")
    assert page.browser.evaluate("document.scrollingElement.scrollWidth") == 360
    too_wide = page.browser.evaluate("""() =>
      [...document.querySelectorAll("#filters *, .masthead *, #event-list *, #event-panel *, .story-line *, .footer *")]
      .filter((node) => node.offsetParent && !node.closest(".visually-hidden") && node.getBoundingClientRect()
        .right > innerWidth + 0.5)
      .map((node) => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`)""")
    assert too_wide == []


def test_a_span_whose_mark_is_out_of_sight_has_its_label_above_its_line(look, expected):
    """The day of an event of October may be any of the month; in a week of it there is a line, and it says of what."""
    page = sized(look, 1280, "kind=combat&window=2024-10-20/2024-10-29")
    [label] = [label for label in page.label_boxes() if own(label, expected.titles("russia-october-gain"))]
    [line] = [line for line in page.lines() if line["id"] == "russia-october-gain"]
    assert label["text"] == expected.title("russia-october-gain")
    assert not overlap(label, line)


def test_marks_at_the_ends_of_the_window_are_whole_and_those_beyond_are_not_drawn(visit, expected):
    page = sized(visit, 360, f"window={'/'.join(expected.preset('whole'))}")
    plot = page.plot_box()
    seen = [mark for mark in [*page.marks(), *page.clusters()] if mark["right"] > mark["left"]]
    assert all(mark["left"] >= 0 and mark["right"] <= 360 for mark in seen)
    assert any(mark["right"] > plot["right"] for mark in seen)  # one that would be cut off by the plot's edge
    page.preset("duma-week")
    assert page.window_becomes(expected.preset("duma-week")) == expected.preset("duma-week")
    for mark in (mark for mark in [*page.marks(), *page.clusters()] if mark["right"] > mark["left"]):
        assert plot["left"] - 1 <= (mark["left"] + mark["right"]) / 2 <= plot["right"] + 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_at_most_a_quarter_of_the_labels_is_shortened(look, language):
    texts = [label["text"] for label in sized(look, 1280, f"lang={language}").label_boxes()]
    assert len(texts) >= 25
    assert sum("…" in text for text in texts) <= len(texts) / 4


@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_a_phone_labels_have_two_rows_so_that_the_story_can_be_read(look, expected, language):
    page = look(f"lang={language}", viewport={"width": 360, "height": 640})
    texts = [label["text"] for label in page.label_boxes()]
    titles = [expected.titles(id, language) for id, event in expected.events.items() if event.key]
    shown = [(text, own_titles) for own_titles in titles for text in texts if own({"text": text}, own_titles)]
    assert len(shown) >= 10
    assert all(text in titles for text, titles in shown), "a key event's label is cut"
    assert sum(text == long for text, (long, *_) in shown) >= len(shown) / 2
