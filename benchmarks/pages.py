"""The peers' pages, built from what npm installed: one folder for each peer and size, ready to be served."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from .events import columns, in_page
from .files import write

HERE = Path(__file__).parent
PACKAGES = HERE / "peers" / "node_modules"
TEMPLATES = HERE / "peers" / "pages"
# Where a page's files come from: name in the page's folder, path in node_modules.
FILES = {
    "canvas": {},
    "event-drops": {
        "d3.js": "d3/build/d3.min.js",
        "event-drops.js": "event-drops/dist/index.js",
        "event-drops.css": "event-drops/dist/style.css",
    },
    "timelines-chart": {"timelines-chart.js": "timelines-chart/dist/timelines-chart.min.js"},
    "vis-timeline": {
        "vis-timeline.js": "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
        "vis-timeline.css": "vis-timeline/styles/vis-timeline-graph2d.min.css",
    },
    "timelinejs": {
        "js/timeline.js": "@knight-lab/timelinejs/dist/js/timeline.js",
        "css/timeline.css": "@knight-lab/timelinejs/dist/css/timeline.css",
        **{
            f"css/icons/tl-icons.{form}": f"@knight-lab/timelinejs/dist/css/icons/tl-icons.{form}"
            for form in ("woff2", "woff", "ttf")
        },
        "js/locale/en.json": "@knight-lab/timelinejs/dist/js/locale/en.json",
    },
}


def build_page(peer: str, folder: Path, data: dict) -> None:
    """Write the peer's `index.html` and its files into `folder`. `data` is what `events.read_events` gives.
    Raises FileNotFoundError where npm has not installed the peer."""
    write(folder / "index.html", _page(peer, data, folder).encode())
    for name, source in FILES.get(peer, {}).items():
        write(folder / name, (PACKAGES / source).read_bytes())


def _page(peer: str, data: dict, folder: Path) -> str:
    if peer == "markwhen":
        return _markwhen(data, folder)
    return _filled((TEMPLATES / f"{peer}.html").read_text(encoding="utf-8"), data)


def _filled(template: str, data: dict) -> str:
    """A template with its places taken by the data: `{{events}}`, `{{columns}}`, `{{from}}`, `{{middle}}`, `{{to}}`."""
    parts = {
        "events": lambda: in_page({"kinds": data["kinds"], "events": data["events"]}),
        "columns": lambda: in_page(columns(data)),
        "from": lambda: str(data["from"]),
        "middle": lambda: str((data["from"] + data["to"]) // 2),
        "to": lambda: str(data["to"]),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place.group(1)](), template)


def _markwhen(data: dict, folder: Path) -> str:
    """markwhen's page is one file, which draws the state that is put before its script."""
    page = (PACKAGES / "@markwhen/timeline/dist/index.html").read_text(encoding="utf-8")
    given = folder.with_name("markwhen.json")
    given.parent.mkdir(parents=True, exist_ok=True)
    given.write_text(json.dumps(data), encoding="utf-8")
    state = subprocess.run(
        ["node", "markwhen.js", given], cwd=HERE / "peers", check=True, capture_output=True, encoding="utf-8"
    ).stdout
    given.unlink()
    state = state.replace("<", "\\u003c")
    host = _filled((TEMPLATES / "markwhen-host.js").read_text(encoding="utf-8"), data)
    head, rest = page.split("<script", 1)
    return f"{head}<script>window.__markwhen_initial_state = {state};\n{host}</script>\n<script{rest}"
