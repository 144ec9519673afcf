"""Make README's pictures from the page itself: `make screenshot` (or `python docs/screenshot.py`)."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from waitress import create_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from timeline.record.load import load_record  # noqa: E402
from timeline.serve.server import create_app  # noqa: E402

SHOTS = (
    ("timeline.png", "", 1280, 860, "light"),
    ("event.png", "?event=duma-vote&lang=fr&window=2024-10-20/2024-10-29", 1440, 900, "dark"),
)


def main() -> None:
    """Serve the record on a free port and take the pictures into docs/."""
    server = create_server(create_app(load_record()).server, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"), args=sandbox
        )
        for name, query, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(f"http://127.0.0.1:{server.effective_port}/{query}")
            page.locator("html[data-ready=true]").wait_for()
            page.screenshot(path=ROOT / "docs" / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
