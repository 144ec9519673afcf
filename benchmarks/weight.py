"""What a visit transfers, as it travels over the network: headers and compressed bodies, told by Chromium."""

from __future__ import annotations

import time

from playwright.sync_api import Page

QUIET = 1.0  # seconds without a transfer after which a first visit is over
LONGEST = 30.0


class Weight:
    """Listens to a page's transfers from its making on. Sizes are KB of 1,000 bytes, times ms since navigation."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._parts: list[tuple[float, int]] = []
        self._told: dict[str, int] = {}  # bytes of a request that have been counted as they came
        self._start: float | None = None
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.dataReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def settle(self) -> None:
        """Wait until nothing has been transferred for a while."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            before = len(self._parts)
            self._page.wait_for_timeout(QUIET * 1000)
            if len(self._parts) == before:
                return

    def until(self, moment: float | None = None) -> float:
        """KB transferred until a moment, or in all."""
        return round(sum(size for at, size in self._parts if moment is None or at <= moment) / 1000, 1)

    def _sent(self, event: dict) -> None:
        if self._start is None:
            self._start = event["timestamp"]

    def _received(self, event: dict) -> None:
        size = event["encodedDataLength"]
        self._told[event["requestId"]] = self._told.get(event["requestId"], 0) + size
        self._add(event["timestamp"], size)

    def _finished(self, event: dict) -> None:
        """The whole of a request, of which the parts that came before are taken off: the rest are its headers."""
        self._add(event["timestamp"], max(0, int(event["encodedDataLength"]) - self._told.pop(event["requestId"], 0)))

    def _add(self, at: float, size: int) -> None:
        if size:
            self._parts.append(((at - (self._start or at)) * 1000, size))
