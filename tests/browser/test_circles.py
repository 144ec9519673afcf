"""Whatever the chart draws or counts can be opened: a mark by itself, an event of a circle from the circle's list."""

from __future__ import annotations

import pytest
from page import middle
from playwright.sync_api import expect

from timeline.view.payload import build_payload, to_json

# For windows of every length the boxes of the real layout are pressed at some place of theirs, by a mouse and by a
# finger, and visited with the arrow keys. What can't be opened is told, as are rows that no box holds.
PLAY = """({ figureOf, sizes }, { hit, stop }, { load }, { fold }, { clamp }, { windows, group }) => {
  const data = load();
  const { at, from, to, whole } = data.geometry;
  const rowsOf = (box) => box.rows || [box.row];
  const all = data.rows.id.map((_, row) => row);
  const lost = [];
  let circles = 0;
  for (const [wanted, outer] of windows) {
    const window = clamp(wanted);
    const view = { rows: all, window, group, only: [], event: null, asof: "" };
    const { boxes, width, parts } = figureOf(view, sizes(outer, 16, 576), "light");
    const said = `${window} at ${outer}: `;
    const held = new Set(boxes.flatMap(rowsOf).flatMap((row) => [row, ...(parts.get(row) || [])]));
    const inside = all.filter((row) => to[row] >= window[0] && from[row] <= window[1]);
    for (const row of inside) if (!held.has(row)) lost.push(said + `row ${row} is in no box`);
    for (const box of boxes) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, width)];
      const places = [(left + right) / 2, left + 1, right - 1, Math.min(Math.max(box.x, left), right)];
      for (const slack of [3, 12])
        if (!places.some((x) => hit(boxes, [x, box.y], slack) === box)) lost.push(`${said} ${rowsOf(box)} ${slack}`);
      circles += Boolean(box.rows);
    }
    const seen = new Set();
    let box = stop(boxes, at, null, -Infinity);
    for (; box && !seen.has(box); box = stop(boxes, at, box, 1)) seen.add(box);
    const visited = new Set([...seen].flatMap(rowsOf));
    for (const row of boxes.flatMap(rowsOf)) if (!visited.has(row)) lost.push(said + `${row} is not visited`);
  }
  return { lost: lost.slice(0, 10), circles };
}"""
MODULES = (
    "chart/figure/figure.js",
    "chart/lanes/boxes.js",
    "state/data.js",
    "model/parts.js",
    "chart/axis/window.js",
)


@pytest.fixture
def play(modules):
    """play(record, group) has the layout of a record pressed everywhere, in windows of every length at its events."""

    def run(record, group="kind", outers=(360, 1280)):
        payload = build_payload(record)
        days = sorted(set(payload["geometry"]["at"]))
        chosen = days[:: max(1, len(days) // 8)]
        whole = [days[0] - 30, days[-1] + 30]
        windows = [
            [day - span * share, day + span * (1 - share)]
            for day in chosen
            for span in (4, 7, 30, 120, 400, 4000, 40000)
            for share in (0.02, 0.5, 0.98)
        ]
        data = f'<script type="application/json" id="record-data">{to_json(payload)}</script>'
        sized = [[window, outer] for window in [*windows, whole] for outer in outers]
        return modules(*MODULES, body=data)(PLAY, {"windows": sized, "group": group})

    return run


@pytest.mark.parametrize("group", ["kind", "actor", "source"])
def test_all_of_the_shipped_record_can_be_opened_at_every_zoom(play, record, group):
    found = play(record, group)
    assert found["lost"] == [] and found["circles"] > 20


def test_all_of_the_example_can_be_opened_at_every_zoom(play, vesuvius):
    assert play(vesuvius)["lost"] == []


DATES = {"day": "1850-07-02", "month": "1850-07", "year": "1850", "century": "18XX"}


@pytest.mark.parametrize("edtf", DATES.values(), ids=DATES)
@pytest.mark.parametrize("count", [6, 9, 150])
def test_all_events_of_one_date_can_be_opened_at_every_zoom(play, make_record, count, edtf):
    others = [{"date": "1848-02-24"}, {"date": "1850-06-28/1850-07-30"}, {"date": "1850-07-03"}]
    found = play(make_record(*({"date": edtf} for _ in range(count)), *others))
    assert found["lost"] == [] and found["circles"] > 0


# ---- the list of a circle, in the page ----

LIST = "#cluster-dialog"


def one_day(make_record, edtf="1850", count=9):
    return make_record(*({"date": edtf} for _ in range(count)))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("1850-07-02", "9 events, 2 July 1850"), ("1850-07", "9 events, July 1850"), ("1850", "9 events, 1850")],
)
def test_a_circle_is_called_by_what_it_holds_and_its_true_date(visit_record, make_record, edtf, words):
    page = visit_record(one_day(make_record, edtf))
    [circle] = page.clusters()
    page.browser.mouse.move(*middle(circle))
    expect(page.at("#timeline .tip strong")).to_have_text(words)
    page.click_box(circle)
    expect(page.at(f"{LIST} h2")).to_have_text(words)


def test_a_press_lists_what_a_circle_holds_and_a_press_on_a_title_opens_it(visit_record, make_record):
    page = visit_record(one_day(make_record))
    window = page.window()
    [circle] = page.clusters()
    page.click_box(circle)
    titles = page.at(f"{LIST} .cluster-title")
    assert titles.all_inner_texts() == [f"Event {turn} (en)" for turn in range(1, 10)]
    expect(page.at(f"{LIST} .cluster-foot")).to_have_count(0)  # no zoom shows events of one date apart
    titles.nth(6).click()
    expect(page.at(LIST)).to_be_hidden()
    page.panel("event-7")
    assert page.window() == window


def test_a_tap_lists_what_a_circle_holds_at_the_foot_of_a_phone_s_screen(visit_record, make_record):
    page = visit_record(one_day(make_record), phone=True)
    page.at("#timeline").scroll_into_view_if_needed()
    [circle] = page.clusters()
    page.browser.touchscreen.tap(*middle(circle))
    sheet = page.at(LIST)
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert (box["x"], box["width"]) == (0, 360) and box["y"] + box["height"] == pytest.approx(740, abs=1)
    sheet.locator(".cluster-event").nth(2).tap()
    page.panel("event-3")


def test_enter_lists_what_a_circle_holds_escape_closes_and_enter_opens(visit_record, make_record):
    page = visit_record(one_day(make_record))
    page.at("#timeline").focus()
    for key in ("ArrowRight", "Enter"):
        page.browser.keyboard.press(key)
    expect(page.at("#spoken")).to_contain_text("9 events, 1850")
    expect(page.at(f"{LIST} .cluster-event").first).to_be_focused()
    page.browser.keyboard.press("Escape")
    expect(page.at(LIST)).to_be_hidden()
    expect(page.at("#timeline")).to_be_focused()
    page.browser.keyboard.press("Enter")
    for key in ("Tab", "Tab", "Enter"):
        page.browser.keyboard.press(key)
    page.panel("event-3")


def test_zooming_in_is_the_second_action_and_going_back_undoes_it(timeline_page, expected):
    page = timeline_page
    page.at("#timeline").scroll_into_view_if_needed()
    circle = max(page.clusters(), key=lambda each: int(each["text"]))
    page.click_box(circle)
    expect(page.at(f"{LIST} .cluster-event")).to_have_count(int(circle["text"]))
    page.at(f"{LIST} .cluster-foot button").click()
    before = expected.window()
    after = page.window_changes(before)
    assert before[0] <= after[0] < after[1] <= before[1]
    page.browser.go_back()
    assert page.window_becomes(before) == before
