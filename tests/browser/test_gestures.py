"""What fingers on the chart mean: `assets/src/chart/input/gestures.js` alone, on a plot 100 px wide that shows the
days 0 to 100.
"""

from __future__ import annotations

import pytest

# Each step is [what, finger, x]. A finger keeps its height; what the gestures ask of the chart is told in order.
PLAY = """({ attach }, steps) => {
  const plot = document.querySelector("#plot");
  const told = [];
  let shown = [0, 100];
  const round = (window) => window.map((day) => Math.round(day * 100) / 100);
  attach(plot, {
    at: (event) => [event.clientX, event.clientY],
    window: () => shown,
    width: () => 100,
    slide: (window) => {
      shown = window;
      told.push(["slide", ...round(window)]);
    },
    settle: () => told.push(["settle"]),
    tap: ([x]) => told.push(["tap", x]),
    hover: () => told.push(["hover"]),
    leave: () => {},
  });
  for (const [what, finger, x] of steps) {
    const event = { pointerId: finger, pointerType: "touch", clientX: x, clientY: 50, bubbles: true };
    plot.dispatchEvent(new PointerEvent(`pointer${what}`, event));
    if (what === "up") plot.dispatchEvent(new PointerEvent("click", event)); // as the browser does
  }
  return told;
}"""


@pytest.fixture
def play(modules):
    """play([what, finger, x], …) has fingers go down, move and up, and returns what that asked of the chart."""
    run = modules("chart/input/gestures.js", body="<div id=plot></div>")
    return lambda *steps: run(PLAY, steps)


def test_one_finger_that_moves_pans(play):
    assert play(["down", 1, 50], ["move", 1, 30], ["up", 1, 30]) == [["slide", 20, 120], ["settle"]]


def test_a_finger_that_hardly_moves_taps(play):
    assert play(["down", 1, 50], ["move", 1, 54], ["up", 1, 54]) == [["tap", 54]]


def test_a_tap_answers_once_the_click_is_over(modules):
    """Else the click would fall on what the tap has opened under the finger."""
    run = modules("chart/input/gestures.js", body="<div id=plot></div>")
    assert run(PLAY.replace('what === "up"', "false"), [["down", 1, 50], ["up", 1, 50]]) == []


def test_two_fingers_zoom_about_their_middle_and_do_not_pan(play):
    told = play(["down", 1, 40], ["down", 2, 60], ["move", 1, 30], ["move", 2, 70], ["up", 1, 30], ["up", 2, 70])
    assert told == [["slide", 16.67, 83.33], ["slide", 25, 75], ["settle"]]


def test_a_pinch_begins_with_its_first_pixel(play):
    """A drag waits until it is none of a tap; two fingers are never one."""
    told = play(["down", 1, 40], ["down", 2, 60], ["move", 1, 38])
    assert told == [["slide", 4.55, 95.45]]


def test_a_pinch_of_the_second_finger_alone_zooms(play):
    assert play(["down", 1, 40], ["down", 2, 60], ["move", 2, 80]) == [["slide", 25, 75]]


def test_after_a_pinch_the_finger_that_stays_pans_on_from_there(play):
    pinch = (["down", 1, 40], ["down", 2, 60], ["move", 1, 30], ["move", 2, 70])
    told = play(*pinch, ["up", 2, 70], ["move", 1, 40], ["up", 1, 40])
    assert told[1:] == [["slide", 25, 75], ["slide", 20, 70], ["settle"]]


def test_a_drag_that_the_browser_takes_for_scrolling_is_no_tap(play):
    assert play(["down", 1, 50], ["cancel", 1, 50]) == []
