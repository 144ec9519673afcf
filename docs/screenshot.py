"""Make the pictures of README and of the teachers' guide from the page: `make screenshot`, or this file."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from timeline.record.load import load_record  # noqa: E402
from timeline.serve.server import create_app  # noqa: E402

DOCS = ROOT / "docs"
BEAMER = (1024, 768)
NEXT = ".present-moves [data-key=next]"
# What is taken: the file, the address, the size, the theme, and what is pressed before.
README = (
    ("timeline.png", "?lang=en", (1280, 860), "light", ()),
    ("event.png", "?event=duma-vote&lang=fr&window=2024-10-20/2024-10-29", (1440, 900), "dark", ()),
)
# The same for the guide, in each of its languages, as docs/guide/NAME.LANGUAGE.webp.
LANGUAGES = ("en", "fr")
GUIDE = (
    ("dialog", "?chapter=first-reports", BEAMER, "light", ("#menu", "#present-toggle", "#class-dialog[open]")),
    ("present", "?lesson=how-many-soldiers&step=5&present=1", BEAMER, "light", ()),
    ("wide", "?lesson=treaty-into-force&step=4&present=1", (1920, 1080), "dark", ()),
    ("question", "?lesson=how-many-soldiers&step=10&present=1", BEAMER, "light", (".step-reveal", ".step-answer")),
    ("numbers", "?lesson=how-many-soldiers&step=11&present=1", BEAMER, "light", (".step-view .main-svg", NEXT)),
    ("newsroom", "?lesson=morning-in-the-newsroom&step=8&present=1", BEAMER, "light", (".newsroom-word",)),
)
NOTES = "notes"  # the window with the notes, which needs a presentation beside it
WIDEST = 1024  # px of a picture of the guide
QUALITY = 70  # of WebP: words stay sharp, and a picture has about 30 KB

SETTLES = 900  # ms until what moves has come to rest


def opened(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> Page:
    """A page that is ready."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB")
    page.goto(address)
    page.locator("html[data-ready=true]").wait_for()
    return page


def taken(browser: Browser, address: str, size: tuple[int, int], scheme: str, presses: tuple[str, ...]) -> bytes:
    """A picture of a page (PNG)."""
    page = opened(browser, address, size, scheme)
    for selector in presses:
        element = page.locator(selector).first
        element.wait_for()
        if element.evaluate("(node) => node instanceof HTMLButtonElement"):
            element.click()
    page.wait_for_timeout(SETTLES)
    picture = page.screenshot()
    page.close()
    return picture


def notes(browser: Browser, home: str, language: str) -> bytes:
    """A picture of the window with the notes, beside the presentation that it belongs to."""
    page = opened(browser, f"{home}?lesson=how-many-soldiers&step=6&present=1&lang={language}", BEAMER, "light")
    with page.context.expect_page() as coming:
        page.keyboard.press("n")
    coming.value.set_viewport_size({"width": 1000, "height": 700})
    coming.value.locator(".speaker-notes").wait_for()
    picture = coming.value.screenshot()
    page.close()
    return picture


def keep(picture: bytes, name: str) -> None:
    """Write a picture of the guide, small enough for a page."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.thumbnail((WIDEST, WIDEST))
    image.save(DOCS / "guide" / f"{name}.webp", quality=QUALITY, method=6)


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
        for name, query, *how in README:
            (DOCS / name).write_bytes(taken(browser, home + query, *how))
        for language in LANGUAGES:
            for name, query, *how in GUIDE:
                keep(taken(browser, f"{home}{query}&lang={language}", *how), f"{name}.{language}")
            keep(notes(browser, home, language), f"{NOTES}.{language}")
        browser.close()


if __name__ == "__main__":
    main()
