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
from urllib.parse import quote

from markupsafe import Markup

from ...record.record import Record
from ...view import ids
from ...view.app import TimelineDash, build_app
from ...view.citations.citations import citation_data
from ...view.data_parts import data_parts, titles_of
from ...view.first_marks import first_marks
from ...view.lessons import lesson_data
from ...view.map.map import map_data
from ...view.packing import pack
from ...view.payload import build_payload, to_json
from .bundle import (
    SCRIPTS_QUALITY,
    Bundle,
    Packed,
    built,
    dash_script,
    dash_scripts,
    data_file,
    modules,
    packed_file,
    plotly_script,
    qrcode_script,
    sheets,
    styles,
    whole_script,
)
from .dash_internals import Suites, boot_data, component_suites
from .markup import markup
from .outline import outline
from .rendering import document, render

# The page's icon, in the page itself: a browser asks for an icon file again at every change of the address.
ICON = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#3a49b8"><path d="M0 7h16v2H0z"/>'
    '<path d="m8 2 6 6-6 6-6-6z"/></svg>'
)


@dataclass(frozen=True)
class Page:
    """A document (`html`), the files that it asks for, and what its inline scripts allow it to run."""

    html: str
    files: tuple[Bundle | Packed, ...]
    script_sources: tuple[str, ...]

    def html_in(self, language: str) -> str:
        """The document as one whose language is another of the record's. Scripts choose the same by themselves."""
        return re.sub(r'<html lang="[^"]*"', f'<html lang="{language}"', self.html, count=1)

    def policy(self, framed: bool = False) -> str:
        """A Content-Security-Policy for the answer's header. With `framed` anybody may show the page in a frame: then
        nothing is said of frames, since `frame-ancestors *` means web sites alone, and refuses a file on disk and a
        page that is itself in a closed frame."""
        policy = linked_policy(self.script_sources)
        return policy if framed else f"{policy}; frame-ancestors 'self'"


def linked_policy(script_sources: tuple[str, ...]) -> str:
    """What a page with files may do. Plotly and Dash set inline styles; no script but the page's own runs, and nothing
    is asked of other sites."""
    return (
        f"default-src 'self'; script-src {' '.join(script_sources)}; style-src 'self' 'unsafe-inline'; img-src 'self' "
        f"data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


def linked_page(record: Record, app: TimelineDash, live: bool = False, head: str = "", static: bool = False) -> Page:
    """The document that asks for its scripts and data, for a server or, with `static`, for a folder of files, where no
    server says what the page may do. `app` is the record's, which need not have answered a request. `head` is more for
    `<head>`.
    """
    data = _data_files(record)
    dash, ours, plotly, qrcode, on_demand = dash_scripts(app), modules(), plotly_script(), qrcode_script(), sheets()
    suites = component_suites(app) if app.extended else Suites()
    files = {
        "run": [[file.name, file.path] for file in (ours.first, *data["record"])],
        "dash": [*(part.path for part in dash), *suites.scripts],  # after Plotly, with which what others add may draw
        "modules": ours.wanted,
        "sheets": {sheet.name: sheet.path for sheet in on_demand},
        "scripts": {"plotly": plotly.path, "qrcode": qrcode.path},
        "server": not static,
    }
    run = built("boot-files.js")
    sources = ("'self'", _allowed(built("boot-first-paint.js")), _allowed(run))
    html = document(
        "page.html",
        **_parts(record, app),
        live=live,
        head=head,
        policy=linked_policy(sources) if static else "",
        sheets=suites.sheets,
        data=None,
        data_files={name: " ".join(file.path for file in some) for name, some in data.items()},
        files=Markup(json.dumps(files)),
        scripts=[run],
    )
    records = [file for some in data.values() for file in some]
    return Page(html, (ours.first, *records, plotly, *dash, *ours.others, qrcode, *on_demand), sources)


def _data_files(record: Record) -> dict[str, list[Bundle | Packed]]:
    """The files of the page's data by what is in them: the `record` for the first screen, and of a large one `texts`
    and `titles` in parts and the columns that come `later`."""
    data = data_parts(record)
    first = to_json(data.first)
    if not data.later:
        return {"record": [data_file("record", first)], "texts": []}
    files: dict[str, list[Bundle | Packed]] = {
        "record": [packed_file("record", first, SCRIPTS_QUALITY)],
        "texts": [],
        "titles": [],
        "later": [packed_file("later", to_json(data.later), SCRIPTS_QUALITY)],
    }
    for part in data.texts:
        files["titles"].append(packed_file("titles", to_json(titles_of(part))))
        files["texts"].append(packed_file("texts", to_json(part)))
    return files


def single_page(record: Record) -> Page:
    """The document with everything in it, for a file that is opened from disk. Its policy allows no request at all."""
    app = build_app(record)
    dash, timeline, plotly = dash_script(app), whole_script(), plotly_script()
    around = built("boot-unaddressed.js"), dash.text, built("boot-addressed.js")
    inline = [built("boot-first-paint.js"), *(_safe(text) for text in (timeline.text, plotly.text, *around))]
    sources = tuple(map(_allowed, inline))
    policy = (
        f"default-src 'none'; script-src {' '.join(sources)}; style-src 'unsafe-inline'; img-src data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'"
    )
    html = document(
        "page.html",
        **_parts(record, app, alone=True),
        live=False,
        head="",
        policy=policy,
        sheets=(),
        data=Markup(to_json(pack(build_payload(record)))),
        lessons=Markup(to_json(lesson_data(record) | map_data(record) | citation_data(record))),
        pictures=_pictures(record),
        files=None,
        scripts=inline[1:],
    )
    return Page(html, (), sources)


def _parts(record: Record, app: TimelineDash, alone: bool = False) -> dict:
    """What every form of the page has, for its template; one that stands `alone` has every style sheet. `dash` is by
    the id under which the browser looks for it."""
    settings = record.settings
    first = settings.languages[0]
    boot = boot_data(app)
    marks = render("first_marks.html", first=first_marks(record))
    return {
        "language": first,
        "title": settings.title[first],
        "description": settings.subtitle[first],
        "languages": " ".join(settings.languages),
        "boot": built("boot-first-paint.js"),
        "icon": ICON,
        "style": styles().text + _style(record) + "".join(sheet.text for sheet in sheets() if alone),
        "shell": Markup(markup(app.layout, {ids.TIMELINE: marks})),
        "outline": outline(record, alone),
        "dash": {
            "_dash-config": Markup(to_json(boot.config)),
            "dash-layout": Markup(to_json(boot.layout)),
            "dash-dependencies": Markup(to_json(boot.dependencies)),
        },
    }


def _pictures(record: Record) -> Markup:
    """The pictures themselves by their addresses, each once; "" where there is none."""
    found = {picture.address: picture.data for picture in record.pictures.values()}
    return Markup(to_json(found)) if found else Markup()


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
    """A script that can stand inside `<script>`: where it holds `</script` or `<!--`, it does so in a string or a
    regular expression.
    """
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)
