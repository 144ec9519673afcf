"""A presentation as a test handles it, and what can be measured of it: sizes of type, contrast, what is cut off."""

from __future__ import annotations

from collections.abc import Callable

from page import TimelinePage
from playwright.sync_api import Page, expect

MOST_PARTS = 30  # of a step
PLACE = "() => document.querySelector('.present-place').textContent"
# Every text that is seen, with its size in px, its contrast with what is behind it, and whether its box holds it.
WORDS = """() => {
  const parse = (colour) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a };
  };
  const luminance = ({ r, g, b }) => {
    const part = (value) => ((value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.a === 255) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const root = document.getElementById("present");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    const seen = element.checkVisibility({ checkVisibilityCSS: true });
    if (!text || !seen || element.closest(".visually-hidden, [hidden]")) continue;
    const style = getComputedStyle(element);
    const svg = element instanceof SVGElement;
    const [one, other] = [parse(svg ? style.fill : style.color), behind(element)].map(luminance);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    const drawn = svg ? element.getScreenCTM() : { a: 1, b: 0 }; // a picture may stretch its words
    const px = parseFloat(style.fontSize) * Math.hypot(drawn.a, drawn.b);
    found.push({ text, px, contrast, cut: left < -1 || right > innerWidth + 1,
      tag: element.tagName, name: element.className.baseVal ?? element.className });
  }
  return found;
}"""

# What of the board is in sight: words that its upper or lower edge cuts; words, claims and ballots that are whole.
SEEN = """() => {
  const board = document.querySelector("#present .present-board");
  const { top, bottom } = board.getBoundingClientRect();
  const shown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const inside = (box) => box.top >= top - 1 && box.bottom <= bottom + 1;
  const outside = (box) => box.bottom <= top + 1 || box.top >= bottom - 1;
  const [cut, words, edges] = [[], [], []];
  const walker = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent.trim() || !shown(node.parentElement) || node.parentElement.closest("svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.height);
    if (boxes.some((box) => !inside(box) && !outside(box))) cut.push(node.textContent.trim());
    if (!boxes.length || !boxes.every(inside)) continue;
    words.push(node.textContent.trim());
    edges.push(...boxes.flatMap((box) => [box.top, box.bottom]));
  }
  const whole = (selector) =>
    [...board.querySelectorAll(selector)].filter((node) => shown(node) && inside(node.getBoundingClientRect()));
  const bands = [...board.querySelectorAll(".plot-band:not(.other-part)")]; // the others are covered
  return {
    cut: [...cut, ...bands.filter((band) => !inside(band.getBoundingClientRect())).map(() => "a band of the plot")],
    words,
    air: [Math.min(...edges) - top, bottom - Math.max(...edges)],
    claims: whole("[data-claim-id]").map((node) => node.dataset.claimId),
    ballots: whole(".newsroom-vote").map((node) => node.closest("[data-row]").dataset.row),
    titles: whole("h2, h3").map((node) => node.textContent),
  };
}"""


class Presentation:
    """What a class sees, and the hands of the teacher."""

    def __init__(self, page: TimelinePage):
        self.page, self.browser = page, page.browser
        expect(page.at("#present")).to_be_visible()

    @property
    def board(self):
        return self.page.at(".present-board")

    def title(self) -> str:
        return self.page.at(".present-board h2").first.inner_text()

    def place_becomes(self, words: str) -> str:
        """Where one is ("3 of 15"), once it is as wanted."""
        return self.page.eventually(PLACE, words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.browser.keyboard.press(key)

    def on(self, key: str = "PageDown") -> None:
        """Press a key until the next step is there: what does not fit on the screen comes first."""
        self._turn(key)

    def back(self, key: str = "PageUp") -> None:
        self._turn(key)

    def _turn(self, key: str) -> None:
        before = self.page.query()
        for _ in range(30):
            self.press(key)
            self.page.settled()
            if self.page.query() != before:
                return
        raise AssertionError(f"{key} leads nowhere from {before}")

    def parts(self, key: str = "PageDown") -> list[dict]:
        """What of the step is in sight, part by part, as a clicker shows it until the next step is there (`in_sight`).
        For somebody who wants less motion."""
        before = self.page.query()
        return self.parts_until(lambda: self.page.query() != before, key)

    def parts_until(self, done: Callable[[], bool], key: str = "PageDown") -> list[dict]:
        """The same, until something is so."""
        seen = []
        while not done() and len(seen) < MOST_PARTS:
            seen.append(self.in_sight())
            self.press(key)
            self.page.settled()
        return seen

    def in_sight(self) -> dict:
        """What is in sight: `cut` (words that the edge of the screen cuts), `words`, `claims`, `ballots`, `titles`, and
        the `air` above and below the words, in px."""
        return self.browser.evaluate(SEEN)

    def words(self) -> list[dict]:
        """Every text that is seen: `px`, `contrast`, `cut`."""
        return self.browser.evaluate(WORDS)


def swipe(browser: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """A finger that goes over the screen, as the browser itself hears it."""
    tools = browser.context.new_cdp_session(browser)
    points = [[{"x": x, "y": y}] for x, y in (start, ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2), end)]
    for kind, at in zip(("touchStart", "touchMove", "touchMove", "touchEnd"), [*points, []], strict=True):
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
    tools.detach()
