"""Make the pictures of README and docs/teachers.md from the page: `make screenshot`, or `python docs/screenshot.py`."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from timeline.record.load import load_record  # noqa: E402
from timeline.serve.server import create_app  # noqa: E402

BEAMER = (1024, 768)
# What is taken: the file, the address, the size, the theme, and what is pressed before.
SHOTS = (
    ("timeline.png", "", (1280, 860), "light", ()),
    ("event.png", "?event=duma-vote&lang=fr&window=2024-10-20/2024-10-29", (1440, 900), "dark", ()),
    (
        "class-dialog.png",
        "?chapter=first-reports",
        BEAMER,
        "light",
        ("#menu", "#present-toggle", "#class-dialog[open]"),
    ),
    ("class-present.png", "?lesson=how-many-soldiers&step=5&present=1", BEAMER, "light", ()),
    ("class-wide.png", "?lesson=treaty-into-force&step=4&present=1", (1920, 1080), "dark", ()),
    (
        "class-question.png",
        "?lesson=how-many-soldiers&step=10&present=1",
        BEAMER,
        "light",
        (".step-reveal", ".step-answer"),
    ),
    ("class-numbers.png", "?lesson=how-many-soldiers&step=11&present=1", BEAMER, "light", (".step-view .main-svg",)),
)
NOTES = "class-notes.png"  # the window with the notes, which needs a presentation beside it


SETTLES = 900  # ms until what moves has come to rest


def opened(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    """A page that is ready."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB")
    page.goto(address)
    page.locator("html[data-ready=true]").wait_for()
    return page


def notes(browser: Browser, home: str) -> None:
    """Take the window with the notes, beside the presentation that it belongs to."""
    page = opened(browser, f"{home}?lesson=how-many-soldiers&step=6&present=1", BEAMER, "light")
    with page.context.expect_page() as coming:
        page.keyboard.press("n")
    coming.value.set_viewport_size({"width": 1000, "height": 700})
    coming.value.locator(".speaker-notes").wait_for()
    coming.value.screenshot(path=ROOT / "docs" / NOTES)
    page.close()


def main() -> None:
    """Serve the record on a free port and take the pictures into docs/."""
    server = create_server(create_app(load_record()).server, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"), args=sandbox
        )
        home = f"http://127.0.0.1:{server.effective_port}/"
        for name, query, size, scheme, presses in SHOTS:
            page = opened(browser, home + query, size, scheme)
            for selector in presses:
                element = page.locator(selector).first
                element.wait_for()
                if element.evaluate("(node) => node instanceof HTMLButtonElement"):
                    element.click()
            page.wait_for_timeout(SETTLES)
            page.screenshot(path=ROOT / "docs" / name)
            page.close()
        notes(browser, home)
        browser.close()


if __name__ == "__main__":
    main()
