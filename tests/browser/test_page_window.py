"""The window of the chart: presets, buttons, mouse, wheel, thumb, the brush of the overview, and the way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from expected import shifted, span
from playwright.sync_api import expect

WEEK = "window=2024-10-20/2024-10-29"
PRESETS = ("treaty-months", "signing", "autumn", "duma-week", "ratification", "before", "whole")


def in_view(page):
    """Bring the chart into view; gives the edges of its plot."""
    page.at("#timeline").evaluate("node => node.scrollIntoView({ block: 'center' })")
    return page.plot_box()


def near(window, wanted, days=1):
    """Windows are the same but for some days of rounding."""
    return all(
        abs(date.fromisoformat(a) - date.fromisoformat(b)) <= timedelta(days=days)
        for a, b in zip(window, wanted, strict=True)
    )


def assert_in_address(page):
    """The address tells the window that the chart shows."""
    query = f"window={'/'.join(page.window())}"
    assert page.query_becomes(query) == query


def test_every_preset_of_the_record_is_offered(timeline_page, record):
    timeline_page.at("#options").click()
    presets = timeline_page.at("#presets label")
    assert presets.locator("input").evaluate_all("nodes => nodes.map((node) => node.value)") == list(PRESETS)
    assert presets.all_inner_texts() == [preset.name["en"] for preset in record.settings.presets]


@pytest.mark.everywhere
def test_presets(timeline_page, expected):
    for name in (*PRESETS[1:], PRESETS[0]):
        timeline_page.preset(name)
        window = expected.preset(name)
        assert timeline_page.window_becomes(window) == window
        assert timeline_page.settled().chosen("presets") == [name]
        query = "" if name == PRESETS[0] else f"window={'/'.join(window)}"
        assert timeline_page.query() == query
        before, _, after = expected.split(query)
        expect(timeline_page.tool("outside_before")).to_have_attribute("data-count", str(len(before)))
        expect(timeline_page.tool("outside_after")).to_have_attribute("data-count", str(len(after)))


def test_a_preset_keeps_the_focus(timeline_page, expected):
    timeline_page.at("#options").click()
    autumn = timeline_page.choice("presets", "autumn").locator("input")
    autumn.focus()
    timeline_page.browser.keyboard.press("Space")
    assert timeline_page.window_becomes(expected.preset("autumn")) == expected.preset("autumn")
    expect(autumn).to_be_focused()


@pytest.mark.everywhere
def test_zoom_buttons(visit):
    page = visit(WEEK)
    start = page.window()
    page.tool("zoom_out").click()
    wide = page.window_changes(start)
    assert near(wide, (shifted(start, -5)[0], shifted(start, 5)[1]))
    assert abs(span(wide) - 2 * span(start)) <= 1
    assert_in_address(page)
    page.tool("zoom_in").click()
    assert near(page.window_changes(wide), start)
    assert_in_address(page)


def test_zooming_in_ends_at_four_days(visit):
    page = visit("window=2024-10-20/2024-10-28")
    start = page.window()
    page.tool("zoom_in").click()
    close = page.window_changes(start)
    assert close == ("2024-10-22", "2024-10-26")
    page.tool("zoom_in").click()
    page.tool("zoom_out").click()  # from four days again, not from two
    assert page.window_becomes(start) == start


def test_zooming_out_ends_at_the_whole_record(visit, expected):
    page = visit("window=1960-01-01/2025-12-31")
    page.tool("zoom_out").click()
    wide = page.window_changes(("1960-01-01", "2025-12-31"))
    assert set(expected.split(f"window={'/'.join(wide)}")[1]) == set(expected.ids())
    assert wide[0] > "1950-01-01" and wide[1] < "2030-01-01"
    expect(page.tool("outside_before")).to_be_hidden()


def test_pan_buttons(visit):
    page = visit(WEEK)
    start = page.window()
    page.tool("pan_later").click()
    later = page.window_changes(start)
    assert near(later, shifted(start, 5)) and span(later) == span(start)
    page.tool("pan_earlier").click()
    assert near(page.window_changes(later), start)
    assert_in_address(page)


def test_keys_move_and_zoom_the_window(visit):
    page = visit(WEEK)
    start = page.window()
    page.at("#timeline").focus()
    page.browser.keyboard.press("Shift+ArrowRight")
    later = page.window_changes(start)
    assert near(later, shifted(start, 2))
    page.browser.keyboard.press("-")
    wide = page.window_changes(later)
    assert span(wide) > span(start)
    page.browser.keyboard.press("+")
    assert span(page.window_changes(wide)) < span(wide)
    expect(page.at("#timeline")).to_be_focused()


@pytest.mark.everywhere
def test_dragging_pans(visit):
    page = visit(WEEK)
    plot = in_view(page)
    start, wide = page.window(), plot["right"] - plot["left"]
    x, y = plot["left"] + wide * 0.7, plot["bottom"] - 4
    mouse = page.browser.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x - wide / 9, y, steps=4)
    mouse.move(x - wide / 3, y, steps=4)
    mouse.up()
    moved = page.window_changes(start)
    moved = page.window_becomes(shifted(start, 3))
    assert moved == shifted(start, 3)
    assert_in_address(page)
    assert page.panel_id() is None


# The axis that is seen: another one stands in for it while the chart is pulled.
TICKS = """() => [...document.querySelectorAll("#timeline .xtick text")].filter((node) => getComputedStyle(node)
  .visibility === "visible")
  .map((node) => [node.textContent, Math.round(node.getBoundingClientRect().x)]).sort((a, b) => a[1] - b[1])"""


def test_what_is_drawn_moves_along_with_a_drag_and_what_lay_beside_the_window_comes_into_sight(visit):
    page = visit("window=2024-10-20/2024-10-30")
    plot = in_view(page)
    wide, y = plot["right"] - plot["left"], plot["bottom"] - 4
    marks, labels, ticks, names = page.marks(), page.label_boxes(), page.browser.evaluate(TICKS), page.lane_names()
    mouse = page.browser.mouse
    mouse.move(plot["left"] + wide * 0.2, y)
    mouse.down()
    mouse.move(plot["left"] + wide * 0.3, y)
    mouse.move(plot["left"] + wide * 0.7, y)  # by five of the ten days
    earlier = page.eventually(f"() => ({TICKS})().some(([day]) => day.startsWith('16 Oct'))", True)
    assert earlier is True, page.browser.evaluate(TICKS)
    days = [day for day, _ in page.browser.evaluate(TICKS)]
    assert days != [day for day, _ in ticks] and len(days) >= len(ticks) - 1
    pulled = page.marks()
    by = [
        (now["left"] - was["left"]) / wide for was, now in zip(marks, pulled, strict=True) if was["right"] > was["left"]
    ]
    assert len(by) > 20 and by == pytest.approx([0.5] * len(by), abs=0.005)
    come = [
        now
        for was, now in zip(marks, pulled, strict=True)
        if was["right"] == was["left"] and plot["left"] < now["left"] < now["right"] < plot["right"]
    ]
    assert len(come) > 3, "marks that lay beside the window are in sight"
    assert [
        (now["left"] - was["left"]) / wide for was, now in zip(labels, page.label_boxes(), strict=True)
    ] == pytest.approx([0.5] * len(labels), abs=0.005)
    assert page.lane_names() == names, "the lanes' names stay"
    mouse.up()
    assert page.window_becomes(("2024-10-15", "2024-10-25")) == ("2024-10-15", "2024-10-25")
    assert page.at("#timeline .js-plotly-plot").count() == 1
    assert all(
        plot["left"] - 12 < mark["left"] < plot["right"] for mark in page.marks() if mark["right"] > mark["left"]
    )


def test_a_drag_that_begins_on_a_mark_opens_nothing(visit):
    page = visit(f"kind=ratification&{WEEK}")
    in_view(page)
    mark = next(mark for mark in page.marks() if mark["id"] == "duma-vote")
    start = page.window()
    mouse = page.browser.mouse
    x, y = (mark["left"] + mark["right"]) / 2, (mark["top"] + mark["bottom"]) / 2
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 160, y, steps=5)
    mouse.up()
    page.window_changes(start)
    assert page.panel_id() is None


@pytest.mark.everywhere
def test_the_wheel_with_ctrl_zooms_where_the_mouse_is(visit):
    page = visit(WEEK)
    plot = in_view(page)
    start = page.window()
    at = page.browser.evaluate("scrollY")
    page.browser.mouse.move(plot["left"] + 2, (plot["top"] + plot["bottom"]) / 2)
    page.browser.keyboard.down("Control")
    page.browser.mouse.wheel(0, -100)
    page.browser.keyboard.up("Control")
    closer = page.window_changes(start)
    assert span(closer) < span(start)
    assert closer[0] == start[0] and closer[1] < start[1]
    assert page.browser.evaluate("scrollY") == at


def test_the_plain_wheel_scrolls_the_page(visit):
    page = visit(WEEK)
    plot = in_view(page)
    start, at = page.window(), page.browser.evaluate("scrollY")
    page.browser.mouse.move((plot["left"] + plot["right"]) / 2, (plot["top"] + plot["bottom"]) / 2)
    page.browser.mouse.wheel(0, 120)
    assert page.eventually("(at) => scrollY > at + 60", True, at)
    assert page.window() == start


def test_the_wheel_sideways_pans(visit):
    page = visit(WEEK)
    plot = in_view(page)
    start = page.window()
    page.browser.mouse.move((plot["left"] + plot["right"]) / 2, (plot["top"] + plot["bottom"]) / 2)
    page.browser.mouse.wheel(200, 0)
    later = page.window_changes(start)
    assert later[0] > start[0] and span(later) == span(start)


# ---- the overview ----


def edges(page):
    box = page.at("#overview .brush").bounding_box()
    return box["x"], box["x"] + box["width"], box["y"] + box["height"] / 2


@pytest.mark.everywhere
def test_the_brush_is_dragged(visit):
    page = visit(WEEK)
    start = page.window()
    left, right, y = edges(page)
    mouse = page.browser.mouse
    mouse.move((left + right) / 2, y)
    mouse.down()
    mouse.move((left + right) / 2 - 90, y, steps=5)
    mouse.up()
    moved = page.window_changes(start)
    assert moved[0] < start[0] and moved[1] < start[1]
    assert_in_address(page)
    # The window ends on whole days, and a busy day is up to 24 px wide here, since the overview is as wide as the page.
    assert all(abs(a - b) < 25 for a, b in zip(edges(page)[:2], (left - 90, right - 90), strict=True))


@pytest.mark.parametrize("side", [0, 1])
def test_a_handle_is_dragged(visit, side):
    page = visit(WEEK)
    start = page.window()
    *ends, y = edges(page)
    mouse = page.browser.mouse
    mouse.move(ends[side], y)
    mouse.down()
    mouse.move(ends[side] + (-60, 60)[side], y, steps=5)
    mouse.up()
    moved = page.window_changes(start)
    assert moved[1 - side] == start[1 - side]
    assert (moved[0] < start[0]) if side == 0 else (moved[1] > start[1])


def test_a_click_in_the_overview_brings_the_window_there(timeline_page):
    start = timeline_page.window()
    box = timeline_page.at("#overview").bounding_box()
    timeline_page.browser.mouse.click(box["x"] + 12, box["y"] + 20)
    moved = timeline_page.window_changes(start)
    assert moved[0] <= "1961-07-06" < moved[1]


def test_handles_are_sliders_for_the_keyboard(visit):
    page = visit(WEEK)
    start = page.window()
    handles = page.at("#overview [role=slider]")
    expect(handles).to_have_count(2)
    expect(handles.nth(0)).to_have_accessible_name("Start of the period")
    expect(handles.nth(1)).to_have_accessible_name("End of the period")
    expect(handles.nth(0)).to_have_attribute("aria-valuetext", "20 Oct 2024")
    expect(handles.nth(1)).to_have_attribute("aria-valuetext", "29 Oct 2024")
    handles.nth(1).focus()
    page.browser.keyboard.press("ArrowRight")
    wider = page.window_changes(start)
    assert wider[0] == start[0] and wider[1] > start[1]
    expect(handles.nth(1)).to_be_focused()
    last = date.fromisoformat(wider[1])
    expect(handles.nth(1)).to_have_attribute("aria-valuetext", f"{last.day} {last:%b %Y}".replace("Sep", "Sept"))
    handles.nth(0).focus()
    page.browser.keyboard.press("PageDown")
    earlier = page.window_changes(wider)
    assert earlier[0] < wider[0] and earlier[1] == wider[1]
    values = [int(handles.nth(0).get_attribute(f"aria-value{key}")) for key in ("min", "now", "max")]
    assert values == sorted(values)


def test_the_scale_of_the_overview_is_visibly_broken_where_quiet_years_are_short(look):
    page = look()
    breaks = page.at("#overview .break")
    expect(breaks).to_have_count(3)  # before 1995, 2000 and 2022
    expect(page.at(".quiet-years")).to_have_text("quiet years shortened")
    expect(look("lang=fr").at(".quiet-years")).to_have_text("années calmes raccourcies")


SPANS = """(level) => [...document.querySelectorAll(`.overview-labels span.${level}`)].map((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const [text, span] = [range.getBoundingClientRect(), node.getBoundingClientRect()];
  return { text: node.textContent, from: text.left, to: text.right, left: span.left, right: span.right };
})"""


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_a_month_stands_within_its_year_in_the_overview(look, width):
    """Years and months are spans: "Dec" stands within the line of 2024, and left of where 2025 begins."""
    page = look(viewport={"width": width, "height": 900})
    years = {span["text"]: span for span in page.browser.evaluate(SPANS, "year")}
    months = page.browser.evaluate(SPANS, "month")
    assert len(months) >= 3
    for month in months:
        assert years["2024"]["left"] - 1 <= month["from"] and month["to"] <= years["2024"]["right"] + 1
        assert month["left"] - 1 <= month["from"] and month["to"] <= month["right"] + 1
    if width >= 1280:
        assert years["2025"]["left"] >= months[-1]["to"]
        assert {"1961", "1995", "2000", "2022"} < set(years)
    names = sorted((span["from"], span["to"]) for span in years.values())
    assert all(one[1] < other[0] for one, other in zip(names, names[1:], strict=False)), "names keep clear"


def test_the_overview_stays_in_sight_while_the_chart_is_scrolled(visit):
    page = visit(viewport={"width": 1280, "height": 800})
    bar = page.at(".overview-bar")
    bottom = lambda: round(bar.bounding_box()["y"] + bar.bounding_box()["height"])  # noqa: E731
    assert bottom() == 800
    page.browser.evaluate("scrollTo(0, 150)")
    assert bottom() == 800
    page.browser.evaluate("document.querySelector('#event-list').scrollIntoView()")
    expect(bar).not_to_be_in_viewport()


def test_what_has_the_focus_is_not_scrolled_beneath_the_overview(visit):
    page = visit("kind=statement", viewport={"width": 1280, "height": 700})
    page.at("#timeline").focus()
    page.browser.keyboard.press("Home")
    for _ in range(12):
        page.browser.keyboard.press("ArrowRight")
        frame, bar = page.at("#timeline .cursor").bounding_box(), page.at(".overview-bar").bounding_box()
        assert frame["y"] + frame["height"] <= bar["y"]


def test_another_period_is_told_to_screen_readers_once_it_stays(visit, expected):
    page = visit(WEEK)
    expect(page.at("#spoken")).to_have_text("")
    start = page.window()
    page.tool("zoom_out").click()
    wide = page.window_changes(start)
    page.tool("pan_later").click()
    later = page.window_changes(wide)
    n = len(expected.split(f"window={'/'.join(later)}")[1])
    expect(page.at("#spoken")).to_contain_text(f": {n} events")
    expect(page.at("#spoken")).to_contain_text(page.at(".window-text").inner_text())


# ---- what lies outside ----


@pytest.mark.everywhere
@pytest.mark.parametrize("side", ["before", "after"])
def test_what_lies_outside_is_one_click_away(visit, expected, side):
    page = visit(WEEK)
    before, _, after = expected.split(WEEK)
    target = before[-1] if side == "before" else after[0]
    start = page.window()
    page.tool(f"outside_{side}").click()
    moved = page.window_changes(start)
    assert moved[0] <= expected.day(target).isoformat() <= moved[1]
    assert span(moved) == span(start)
    assert target in expected.split(f"window={'/'.join(moved)}")[1]
    assert_in_address(page)


def test_a_window_without_events_says_so(visit, expected):
    page = visit("kind=combat&window=1970-01-01/1980-01-01")
    assert expected.split("kind=combat&window=1970-01-01/1980-01-01")[1] == []
    assert [lane["text"] for lane in page.lane_names()] == ["No event in this period"]
    page.tool("outside_after").click()
    assert (
        page.eventually("() => document.querySelectorAll('#timeline g.annotation text')[0].textContent", "Combat")
        == "Combat"
    )


# ---- touch ----


def swipe(page, start, way, steps=8):
    """A thumb on the screen, as the browser's own input: it decides between scrolling and the page's handlers."""
    session = page.browser.context.new_cdp_session(page.browser)
    (x, y), (dx, dy) = start, way
    touch = lambda kind, points: session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})  # noqa: E731
    touch("touchStart", [{"x": x, "y": y}])
    for step in range(1, steps + 1):
        touch("touchMove", [{"x": x + dx * step / steps, "y": y + dy * step / steps}])
    touch("touchEnd", [])
    session.detach()


LINE_ENDS = """() => [...document.querySelectorAll("#timeline .js-line")].map((node) => node.getBoundingClientRect())
  .map(({ left, right, height }) => [left, right, height])"""


@pytest.mark.everywhere
def test_two_fingers_stretch_what_is_drawn(visit):
    """Marks and labels keep their size and stay at their days, lines become longer; the lanes and their names stay."""
    page = visit("window=2024-10-18/2024-10-30", phone=True)
    plot = in_view(page)
    wide, y = plot["right"] - plot["left"], (plot["top"] + plot["bottom"]) / 2  # the plot is higher than the screen
    before = page.marks(), page.label_boxes(), page.browser.evaluate(LINE_ENDS), page.lane_names()
    session = page.browser.context.new_cdp_session(page.browser)
    fingers = lambda *places: [
        {"x": plot["left"] + wide * place, "y": y, "id": turn} for turn, place in enumerate(places)
    ]  # noqa: E731
    touch = lambda kind, points: session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})  # noqa: E731
    touch("touchStart", fingers(0.4))
    touch("touchStart", fingers(0.4, 0.6))
    for move in (0.025, 0.05, 0.075, 0.1):  # to twice their distance
        touch("touchMove", fingers(0.4 - move, 0.6 + move))
    stretched = lambda place: plot["left"] + wide * 0.5 + (place - plot["left"] - wide * 0.5) * 2  # noqa: E731
    centre = lambda box: (box["left"] + box["right"]) / 2  # noqa: E731
    page.browser.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    after = page.marks(), page.label_boxes(), page.browser.evaluate(LINE_ENDS), page.lane_names()
    seen = [(was, now) for was, now in zip(before[0], after[0], strict=True) if was["right"] > was["left"]]
    assert len(seen) > 10
    assert [centre(now) for _, now in seen] == pytest.approx([stretched(centre(was)) for was, _ in seen], abs=1)
    assert [now["right"] - now["left"] for _, now in seen] == pytest.approx(
        [was["right"] - was["left"] for was, _ in seen], abs=0.1
    )
    # A label goes with its mark: it has moved as far as one of the marks beside it, or as its place where the mark is
    # out of sight.
    for was, now in zip(before[1], after[1], strict=True):
        moves = [
            goes["left"] - stood["left"]
            for stood, goes in seen
            if abs(stood["top"] + stood["bottom"] - was["top"] - was["bottom"]) < 8
        ]
        assert min(abs(now["left"] - was["left"] - by) for by in [*moves, stretched(was["left"]) - was["left"]]) < 1, (
            was["text"]
        )
    assert [end for line in after[2] for end in line[:2]] == pytest.approx(
        [stretched(end) for line in before[2] for end in line[:2]], abs=8
    )
    assert [line[2] for line in after[2]] == pytest.approx([line[2] for line in before[2]], abs=0.1), (
        "lines are as thick as before"
    )
    assert after[3] == before[3]
    touch("touchEnd", [])
    session.detach()
    assert page.window_becomes(("2024-10-21", "2024-10-27")) == ("2024-10-21", "2024-10-27")
    assert_in_address(page)


@pytest.mark.everywhere
def test_a_thumb_sideways_pans(visit):
    page = visit(WEEK, phone=True)
    plot = in_view(page)
    start, at = page.window(), page.browser.evaluate("scrollY")
    wide = plot["right"] - plot["left"]
    swipe(page, (plot["left"] + wide * 0.8, 400), (-wide * 0.5, 0))
    later = page.window_changes(start)
    assert later[0] > start[0]
    assert page.browser.evaluate("scrollY") == at
    assert page.panel_id() is None


def test_a_thumb_up_and_down_scrolls_the_page(visit):
    page = visit(WEEK, phone=True)
    in_view(page)
    start, at = page.window(), page.browser.evaluate("scrollY")
    swipe(page, (180, 500), (0, -200))
    assert page.eventually("(at) => scrollY > at + 50", True, at)
    assert page.window() == start
    assert page.panel_id() is None


def on_overview(page, share):
    """A place on the strip, which is brought into the middle of the screen."""
    page.at("#overview").evaluate("node => node.scrollIntoView({ block: 'center' })")
    box = page.at("#overview").bounding_box()
    return box["x"] + box["width"] * share, box["y"] + 20


def brush(page):
    box = page.at("#overview .brush").bounding_box()
    return round(box["x"]), round(box["x"] + box["width"])


@pytest.mark.parametrize("where", ["beside the frame", "within it", "left handle", "right handle"])
@pytest.mark.parametrize("aslant", [0, 40])
def test_a_thumb_up_and_down_on_the_overview_scrolls_and_leaves_the_period(visit, where, aslant):
    page = visit("", phone=True)
    _, y = on_overview(page, 0)
    left, right = brush(page)
    x = {"beside the frame": left - 40, "within it": (left + right) // 2, "left handle": left, "right handle": right}
    start, frame, at = page.window(), brush(page), page.browser.evaluate("scrollY")
    swipe(page, (x[where], y), (-aslant, -280))
    assert page.eventually("(at) => scrollY > at + 50", True, at)
    assert page.window() == start
    assert page.query() == ""
    assert brush(page) == frame


def test_a_thumb_sideways_moves_the_frame_of_the_overview(visit):
    page = visit(WEEK, phone=True)
    x, y = on_overview(page, 0.5)
    left, right = brush(page)
    start, at = page.window(), page.browser.evaluate("scrollY")
    swipe(page, ((left + right) / 2, y), (-60, 10))
    moved = page.window_changes(start)
    assert moved[0] < start[0] and moved[1] < start[1]
    assert page.browser.evaluate("scrollY") == at


@pytest.mark.parametrize(("handle", "by"), [(0, -50), (1, 50)])
def test_a_thumb_sideways_moves_an_end(visit, handle, by):
    page = visit(WEEK, phone=True)
    _, y = on_overview(page, 0)
    start, x = page.window(), brush(page)[handle]
    swipe(page, (x, y), (by, 8))
    moved = page.window_changes(start)
    assert moved[1 - handle] == start[1 - handle]
    assert (moved[0] < start[0]) if handle == 0 else (moved[1] > start[1])


def test_a_tap_beside_the_frame_brings_it_there(visit):
    page = visit(WEEK, phone=True)
    x, y = on_overview(page, 0.03)
    start = page.window()
    page.browser.touchscreen.tap(x, y)
    assert page.window_changes(start)[0] < "1963-01-01"


def test_a_finger_that_the_browser_takes_away_puts_the_frame_back(visit):
    page = visit(WEEK, phone=True)
    on_overview(page, 0.5)
    frame, start = brush(page), page.window()
    page.at("#overview .brush").evaluate("""(node) => {
      const { left, width, top } = node.getBoundingClientRect();
      const send = (type, by) => node.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1,
        pointerType: "touch", clientX: left + width / 2 + by, clientY: top + 20 }));
      node.parentNode.setPointerCapture = () => {};
      send("pointerdown", 0);
      send("pointermove", -30);
      send("pointermove", -60);
      send("pointercancel", -60);
    }""")
    assert brush(page) == frame
    assert page.window() == start


def test_a_tap_opens(visit, expected):
    page = visit("kind=ratification&window=2024-10-30/2024-11-15", phone=True)
    in_view(page)
    mark = next(mark for mark in page.marks() if mark["id"] == "kim-ratifies")
    page.browser.touchscreen.tap((mark["left"] + mark["right"]) / 2, (mark["top"] + mark["bottom"]) / 2)
    page.panel("kim-ratifies")


def test_chart_and_overview_leave_vertical_panning_to_the_page(timeline_page):
    for part in ("#timeline", "#timeline .plot", "#overview", "#overview .handle-0", "#overview .handle-1"):
        assert timeline_page.at(part).evaluate("node => getComputedStyle(node).touchAction") == "pan-y", part


@pytest.mark.everywhere
def test_turning_the_phone_draws_the_chart_anew(visit):
    page = visit(WEEK, phone=True)
    page.browser.set_viewport_size({"width": 740, "height": 360})
    wide = (
        "() => Math.round(document.querySelector('#timeline').clientWidth - document.querySelector('#timeline "
        ".main-svg').clientWidth)"
    )
    assert page.eventually(wide, 0) == 0
    assert page.window() == ("2024-10-20", "2024-10-29")


# ---- what is said and kept ----

TICK_TEXTS = "() => [...document.querySelectorAll('#timeline .xtick text')].map((node) => node.textContent)"


@pytest.mark.parametrize("width", [360, 1920])
def test_the_axis_never_has_hours_and_all_its_words_are_in_sight(look, width):
    for window in ("2024-06-18/2024-06-22", "2024-06-19/2024-06-21", "2024-06-01/2024-06-12"):
        page = look(f"window={window}", viewport={"width": width, "height": 900})
        texts = page.browser.evaluate(TICK_TEXTS)
        assert texts and not [text for text in texts if ":" in text], texts
        top = page.at("#timeline").bounding_box()["y"]
        ticks = page.at("#timeline .xtick text").evaluate_all(
            "all => all.map((tick) => tick.getBoundingClientRect()).filter(({ width }) => width).map(({ top }) => top)"
        )
        assert min(ticks) >= top


@pytest.mark.everywhere
def test_each_zoom_can_be_undone_by_going_back_and_a_pan_adds_nothing(visit):
    page = visit(WEEK)
    start = page.window()
    page.tool("zoom_in").click()
    first = page.window_changes(start)
    page.tool("pan_later").click()
    page.window_changes(first)
    page.at("#timeline").focus()
    moved = page.window()
    page.browser.keyboard.press("-")
    page.window_changes(moved)
    page.browser.go_back()
    assert page.window_becomes(moved) == moved
    page.browser.go_back()
    assert page.window_becomes(start) == start


def test_zooming_and_panning_say_what_is_in_sight(visit, expected):
    page = visit(WEEK)
    page.at("#timeline").focus()
    for key in ("-", "Shift+ArrowRight"):
        before = page.window()
        page.browser.keyboard.press(key)
        window = page.window_changes(before)
        first, last = map(date.fromisoformat, window)
        inside = len(expected.split(f"window={'/'.join(window)}")[1])
        said = f"{first.day} {first:%B %Y} – {last.day} {last:%B %Y}: {inside} events"
        expect(page.at("#spoken")).to_have_text(said)
