"""One visit to one page by a new browser, in a process of its own, which may hang or crash.

    python -m benchmarks.visit PEER URL KIND cold|warm|phone [PICTURE.png]

Prints a JSON line for each measure as soon as it is known, so that what was measured before a crash isn't lost.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from .gestures import pan, zoom
from .peers import PEERS, Peer, page_code
from .weight import Weight

LIMIT = 60.0  # seconds for a page to show marks, then to answer, and for a filter
SIZE = {"width": 1280, "height": 800}
PHONE = {"viewport": {"width": 412, "height": 823}, "has_touch": True}
SLOWER = 4  # times that a phone's processor is slower
# Chromium's own "Fast 4G", in ms and bytes a second.
FAST_4G = {"offline": False, "latency": 165, "downloadThroughput": 1_012_500, "uploadThroughput": 168_750}
CALM = 2.0  # seconds after the page is live in which it may still be busy
BROWSER = shutil.which("chromium-headless-shell") or shutil.which("chromium")
PROBE = Path(__file__).with_name("probe.js")
WARM = "data:text/html,<svg><circle r='9'/></svg><p>warm<script>requestAnimationFrame(()=>1)</script>"


class Slow(Exception):
    """What was waited for did not come in time."""


def tell(**measures: object) -> None:
    """Print measures at once."""
    print(json.dumps(measures), flush=True)


class Visit:
    """A page with the probe inside, and what the probe has told."""

    def __init__(self, page: Page, peer: Peer, kind: str) -> None:
        self.page, self.peer = page, peer
        self.told: dict[str, float] = {}
        self.crashed = False
        page.on("crash", self._crash)
        page.expose_binding("benchTell", lambda source, name, value: self.told.update({name: value}))
        page.add_init_script(
            f"window.benchPeer = "
            f"{{kind: {json.dumps(kind)}, ...{page_code(peer)}}};\n{PROBE.read_text(encoding='utf-8')}"
        )
        self.weight = Weight(page)

    def run(self, url: str, picture: str | None) -> None:
        """Tell `first`, `answers`, `live`, `filter_one`, `filter_all` (ms), `kb`, `kb_first`, `kb_answers`, `kb_live`
        (KB), `pan` and `zoom` (p95 frame in ms, None where the chart doesn't move)."""
        first, answers, live = self.load(url)
        self.weight.settle()
        tell(kb=self.weight.until(), kb_first=self.weight.until(first))
        tell(kb_answers=self.weight.until(answers), kb_live=self.weight.until(live))
        self.shoot(picture, "")
        for name in ("one", "all"):
            self.page.evaluate("name => probe.filter(name)", name)
            self.wait(f"filter_{name}")
            time.sleep(0.3)
            self.shoot(picture, f"-{name}")
        tell(pan=pan(self.page, self.peer))
        time.sleep(0.3)
        tell(zoom=zoom(self.page, self.peer))
        self.shoot(picture, "-zoomed")

    def warm(self, url: str) -> None:
        """Tell `warm_first`, `warm_answers` and `warm_live` (ms) of a second visit."""
        self.load(url, told="")
        self.weight.settle()
        self.told.clear()
        self.page.goto("about:blank")
        self.load(url, told="warm_")

    def phone(self, url: str) -> None:
        """Tell `phone_first`, `phone_answers`, `phone_live` (ms) and `blocked` (ms, total blocking time)."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.emulateNetworkConditions", FAST_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self.load(url, told="phone_")
        self.page.wait_for_timeout(CALM * 1000)
        tell(blocked=round(self.page.evaluate("() => probe.blocked()")))

    def load(self, url: str, told: str | None = None) -> tuple[float, float, float]:
        """Open the page until it is live, and tell when; the times are told on with `told` before their names."""
        self.page.goto(url, wait_until="commit", timeout=LIMIT * 1000)
        first, answers, live = (self.wait(name, told) for name in ("first", "answers", "live"))
        return first, answers, live

    def wait(self, name: str, before: str | None = None) -> float:
        """What the probe tells under a name; told on, unless `before` its name is to be "". Raises Slow."""
        end = time.monotonic() + LIMIT
        while name not in self.told:
            if self.crashed or time.monotonic() > end:
                raise Slow
            self.page.wait_for_timeout(20)
        if before != "":
            tell(**{(before or "") + name: round(self.told[name], 1)})
        return self.told[name]

    def shoot(self, picture: str | None, what: str) -> None:
        """A picture of the page, where pictures are wanted."""
        if picture:
            self.page.screenshot(path=picture.replace(".png", f"{what}.png"))

    def _crash(self, page: Page) -> None:
        self.crashed = True


def main(peer: str, url: str, kind: str, how: str = "cold", picture: str | None = None) -> None:
    """Visit a page once, and tell what was measured, a line of JSON each."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        tell(browser=browser.version)
        warm = browser.new_page()
        warm.goto(WARM)
        warm.close()
        screen = PHONE if how == "phone" else {"viewport": SIZE}
        page = browser.new_context(**screen, locale="en-GB", timezone_id="UTC", service_workers="block").new_page()
        page.on("pageerror", lambda error: print(f"{peer}: {error}", file=sys.stderr))
        page.on("requestfailed", lambda request: print(f"{peer}: failed {request.url}", file=sys.stderr))
        visit = Visit(page, PEERS[peer], kind)
        try:
            if how == "cold":
                visit.run(url, picture)
            else:
                getattr(visit, how)(url)
        except Slow:
            tell(failed="crash" if visit.crashed else f"none in {LIMIT:.0f} s")
        except Error as error:
            tell(failed="crash" if visit.crashed else str(error).splitlines()[0])
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
