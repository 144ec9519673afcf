"""Moving and zooming a chart with the browser's own input events for two seconds, and how long its frames take."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

from playwright.sync_api import Page

from .peers import Peer

SECONDS = 2.0
STRIDE = 6  # pixels of a drag's step
REACH = 240  # pixels to either side
WHEEL = 40  # pixels of a turn of the wheel
LOWEST = 560  # pixels from the top of the page: what is fixed to its foot lies over the chart there


def p95(values: list[float]) -> float:
    """The value that 95 % don't exceed (nearest rank). Raises ValueError on an empty list."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def pan(page: Page, peer: Peer) -> float | None:
    """The p95 frame in ms while the chart is moved to and fro; None where it doesn't move."""
    if peer.prepare:
        page.evaluate("probe.prepare()")
        time.sleep(0.5)
    return _frames(page, peer.pan, peer.at)


def zoom(page: Page, peer: Peer) -> float | None:
    """The p95 frame in ms while the chart is zoomed in, then out; None where it doesn't change."""
    return _frames(page, peer.zoom, peer.zoom_at or peer.at)


def _frames(page: Page, way: str, at: str) -> float | None:
    box = page.locator(at).first.bounding_box()
    x, y = box["x"] + box["width"] * 0.6, min(box["y"] + box["height"] * 0.52, LOWEST)
    page.mouse.move(x, y)
    before, moved = page.evaluate("probe.place()"), False
    page.evaluate("stepping => probe.record(stepping)", way == "step")
    for step in _steps(way, page, x, y):
        moved = moved or (step % 5 == 4 and page.evaluate("probe.place()") != before)
    frames = page.evaluate("probe.stop()")
    if not moved:  # some only move once they are let go
        time.sleep(0.5)
        moved = page.evaluate("probe.place()") != before
    return round(p95(frames), 1) if moved and frames else None


def _steps(way: str, page: Page, x: float, y: float) -> Iterator[int]:
    """Do one step after another for as long as is measured, half of the time in each direction. Gives their numbers."""
    start, step = time.monotonic(), 0
    if way == "drag":
        page.mouse.down()
    if way == "ctrl":
        page.keyboard.down("Control")
    while (passed := time.monotonic() - start) < SECONDS:
        turn = WHEEL if passed > SECONDS / 2 else -WHEEL
        if way == "drag":
            page.mouse.move(x - REACH * math.sin(step * STRIDE / REACH), y)
        elif way == "scroll":
            page.mouse.wheel(-turn, 0)
        elif way in ("wheel", "ctrl"):
            page.mouse.wheel(0, turn)
        time.sleep(1 / 60)
        yield step
        step += 1
    if way == "drag":
        page.mouse.up()
    if way == "ctrl":
        page.keyboard.up("Control")
