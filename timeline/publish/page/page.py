"""The page's HTML: one document for the server, for static files, and for a file that needs neither.

What Dash would ask of its server (layout, callbacks, configuration) stands in the document, and its markup as well, so
that a reader sees the page before a script has run, and something of it where none does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from ...record.record import Record
from ...view import ids
from ...view.app import TimelineDash, build_app
from ...view.components import build_layout
from ...view.first_marks import first_marks
from ...view.payload import build_payload, to_json
from ...view.portions import portions
from . import outline
from .bundle import Bundle, built, data_file, scripts, styles
from .markup import markup

# The page's icon, in the page itself: a browser asks for an icon file again at every change of the address.
ICON = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#3a49b8"><path d="M0 7h16v2H0z"/>'
    '<path d="m8 2 6 6-6 6-6-6z"/></svg>'
)
DOCUMENT = """<!DOCTYPE html>
<html lang="{language}"{live}>
<head>
<meta charset="utf-8">{policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{description}">
<title>{title}</title>
<script data-languages="{languages}">{boot}</script>
<link rel="icon" href="{icon}">{head}
<style>{style}</style>
</head>
<body>
<div id="react-entry-point">{shell}</div>
<noscript>{outline}</noscript>
<script type="application/json" id="_dash-config">{config}</script>
<script type="application/json" id="dash-layout">{layout}</script>
<script type="application/json" id="dash-dependencies">{dependencies}</script>
<script type="application/json" id="record-data"{portions}>{data}</script>{foot}
</body>
</html>
"""


@dataclass(frozen=True)
class Page:
    """A document (`html`), the files that it asks for, and what its inline scripts allow it to run."""

    html: str
    files: tuple[Bundle, ...]
    script_sources: tuple[str, ...]

    def policy(self, frames: str = "'self'") -> str:
        """A Content-Security-Policy for the answer's header. `frames` says who may show the page in a frame."""
        return f"{linked_policy(self.script_sources)}; frame-ancestors {frames}"


def linked_policy(script_sources: tuple[str, ...]) -> str:
    """What a page with files may do. Plotly and Dash set inline styles; no script but the page's own runs, and nothing
    is asked of other sites."""
    return (
        f"default-src 'self'; script-src {' '.join(script_sources)}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


def linked_page(record: Record, live: bool = False, head: str = "", static: bool = False) -> Page:
    """The document that asks for its scripts and data, for a server or, with `static`, for a folder of files, where no server says
    what the page may do. `head` is more for `<head>`."""
    app = build_app(record)  # asked what it would answer; not the one that serves
    first, texts = portions(build_payload(record))
    start, *parts = (
        data_file(name, to_json(part)) for name, part in (("record", first), *(("texts", part) for part in texts))
    )
    dash, timeline, plotly, codes = scripts(app)
    asked = [[file.name, file.path] for file in (dash, timeline, start, plotly, codes)]
    files = (dash, timeline, plotly, codes, start, *parts)
    portion = f' data-record="{start.path}" data-texts="{" ".join(part.path for part in parts)}"'
    run = built("boot-files.js")
    sources = ("'self'", _allowed(built("boot-first-paint.js")), _allowed(run))
    policy = _policy_tag(linked_policy(sources)) if static else ""
    html = DOCUMENT.format(
        **_parts(record, app, live),
        data="",
        portions=portion,
        policy=policy,
        head=head,
        foot=f'\n<script type="application/json" id="files">{json.dumps(asked)}</script>\n<script>{run}</script>',
    )
    return Page(html, files, sources)


def single_page(record: Record, head: str = "") -> Page:
    """The document with everything in it, for a file that is opened from disk. Its policy allows no request at all."""
    app = build_app(record)
    dash, timeline, plotly, _ = scripts(app)  # a file has no address that a QR code could hold
    # Ours last: it starts Dash, which draws as soon as the parser takes a breath, and then Plotly has to be there.
    around = built("boot-unaddressed.js"), dash.text, built("boot-addressed.js")
    inline = [built("boot-first-paint.js"), *(_safe(text) for text in (*around, plotly.text, timeline.text))]
    sources = tuple(map(_allowed, inline))
    policy = (
        f"default-src 'none'; script-src {' '.join(sources)}; style-src 'unsafe-inline'; img-src data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'"
    )
    html = DOCUMENT.format(
        **_parts(record, app, live=False, alone=True),
        data=to_json(build_payload(record)),
        portions="",
        head=head,
        policy=_policy_tag(policy),
        foot="".join(f"\n<script>{text}</script>" for text in inline[1:]),
    )
    return Page(html, (), sources)


def _parts(record: Record, app: TimelineDash, live: bool, alone: bool = False) -> dict[str, str]:
    settings = record.settings
    first = settings.languages[0]
    client = app.server.test_client()
    config = json.loads(
        re.search(r'<script id="_dash-config"[^>]*>(.*?)</script>', client.get("/").get_data(as_text=True), re.DOTALL)[
            1
        ]
    )
    for name in ("end_id", "python_version"):  # a token for callbacks on the server, of which there are none
        config.pop(name, None)
    return {
        "language": first,
        "languages": " ".join(settings.languages),
        "live": " data-live" if live else "",
        "title": escape(settings.title[first]),
        "description": escape(settings.subtitle[first]),
        "boot": built("boot-first-paint.js"),
        "icon": ICON,
        "style": styles().text + _style(record),
        "shell": markup(build_layout(record), {ids.TIMELINE: first_marks(record)}),
        "outline": outline.html(record, alone),
        "config": to_json(config),
        "layout": to_json(client.get("/_dash-layout").get_json()),
        "dependencies": to_json(client.get("/_dash-dependencies").get_json()),
    }


def _policy_tag(policy: str) -> str:
    return f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _style(record: Record) -> str:
    """What CSS has to know of the record: the kinds' colours in each theme, and which language hides which."""
    kinds = record.settings.kinds
    light = "".join(f"--kind-{kind.id}:{kind.light};" for kind in kinds)
    dark = "".join(f"--kind-{kind.id}:{kind.dark};" for kind in kinds)
    hide = "".join(f":root[lang={lang}] .t:not([lang={lang}]){{display:none}}" for lang in record.settings.languages)
    return (
        f":root{{{light}}}:root[data-theme=dark]{{{dark}}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}{hide}"
    )


def _allowed(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _safe(script: str) -> str:
    """A script that can stand inside `<script>`: where it holds `</script` or `<!--`, it does so in a string or a regular expression."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)
