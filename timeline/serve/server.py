"""The web application: the page, its data, health and API, with strict headers. Reads no file at import."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from dash import Dash
from flask import Flask, Response, redirect, request

from ..publish.exports.api import events_answer
from ..publish.exports.routes import add_exports
from ..publish.guide.routes import add_guide
from ..publish.handout.routes import add_lessons
from ..publish.page.bundle import FOLDER
from ..publish.page.not_found import not_found
from ..publish.page.page import Page, linked_page
from ..publish.page.single import FILE, single_file
from ..publish.page.sources import sources_page
from ..query.exercises.exercise import exercise
from ..query.objects import written
from ..query.spec import exercises_of, vocabulary
from ..record.edit.schemas import known_in
from ..record.files import MEDIA
from ..record.model.schema import schema_text
from ..record.record import Record
from ..view.app import Extend, build_app
from ..view.citations.citations import FILE as CITATIONS
from ..view.citations.citations import citation_files
from ..view.lessons import FOLDER as LESSONS
from ..view.lessons import lesson_files
from ..view.map.map import FILE as MAP
from ..view.map.map import map_files
from . import dash_routes, headers, transfer

DASH_CATCHES_ALL = "/<path:path>"
LONGEST_BODY = 1_000_000  # bytes of what is asked: the view and some properties, of callbacks that an extension has
NAMED_BY_HASH = (f"/{LESSONS}/", f"/{MAP}", f"/{CITATIONS}")  # what the page asks for with the record's hash behind
MIMETYPES = {"js": "text/javascript", "json": "application/json", "css": "text/css"}


def create_app(record: Record, live: bool = False, extend: Extend | None = None) -> Dash:
    """The Dash application that shows `record`. `app.server` is its WSGI application (Flask).

    With `live`, pages ask `/live.json` whether the record has changed (`timeline.serve.live` answers).

    `extend` adds to the page: it is called with the application, registers callbacks with it (`app.callback`, which
    runs on the server, or `app.clientside_callback`) and returns the components to show after the timeline. The
    callbacks may read the view, as JSON, from the property `data-spec` of `#view-spec`, and write it there.
    `examples/extend_with_dash.py` shows it.
    """
    app = build_app(record, extend)
    page = linked_page(record, app, live)
    app.page = page.html
    app.server.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
    _routes(app.server, record, page)
    _pictures(app.server, record)
    _frames_elsewhere(app.server)
    _languages(app.server, record.settings.languages, page)
    _headers(app.server, page, record.hash)
    dash_routes.guard(app, extended=extend is not None)
    transfer.set_up(app.server, record.settings.languages)
    # Now, and not while the first reader waits; beside what else is done, since the page itself can be sent already.
    threading.Thread(target=_prepare, args=(record, page), daemon=True).start()
    return app


def _routes(server: Flask, record: Record, page: Page) -> None:
    files = {file.path.removeprefix(f"{FOLDER}/"): file for file in page.files}

    @server.get(f"/{FOLDER}/<path:name>")
    def bundle(name: str):
        if name not in files:
            return "There is no such file.", 404
        file = files[name]
        if "br" in request.accept_encodings:
            return Response(
                file.brotli,
                mimetype=MIMETYPES[file.suffix],
                headers={"Content-Encoding": "br", "Vary": "Accept-Encoding"},
            )
        return Response(file.text, mimetype=MIMETYPES[file.suffix])

    @server.before_request
    def nothing_there():
        # Dash would answer with the page, which would look for its files in the wrong folder.
        if request.url_rule and request.url_rule.rule == DASH_CATCHES_ALL:
            return not_found(record, "/"), 404
        return None

    @server.get("/healthz")
    def healthz():
        return {"status": "ok", "hash": record.hash, "events": len(record.events)}

    @server.get("/api/events.json")
    def events():
        body = events_answer(record, request.query_string.decode("utf-8", "replace"))
        return Response(body, mimetype="application/json")

    @server.get("/sources.html")
    def sources():
        return sources_page(record)

    @server.get(f"/{FILE}")
    def one_file():
        take_along = {"Content-Disposition": f'attachment; filename="{FILE}"'}
        return Response(single_file(record), mimetype="text/html", headers=take_along)

    _on_demand(server, record)
    add_lessons(server, record)
    add_guide(server, record)
    add_exports(server, record)

    @server.get("/schema/event.json")
    def schema():
        return Response(schema_text("event", known_in(record)), mimetype="application/schema+json")


def _on_demand(server: Flask, record: Record) -> None:
    """Data that the page fetches when somebody wants it: the classroom's, the map, and citations."""
    classroom = lesson_files(record, packages=True)

    @server.get(f"/{LESSONS}/<name>.json")
    def classroom_data(name: str):
        path = f"{LESSONS}/{name}.json"
        if path not in classroom:
            return not_found(record, "../"), 404
        return Response(classroom[path], mimetype="application/json")

    @server.get(f"/{MAP}")
    def map_data():
        body = map_files(record).get(MAP)  # its land takes a moment, and few ask for it
        return Response(body, mimetype="application/json") if body else (not_found(record, ""), 404)

    @server.get(f"/{CITATIONS}")
    def citations():
        return Response(citation_files(record)[CITATIONS], mimetype="application/json")


def _pictures(server: Flask, record: Record) -> None:
    """Give out the record's pictures, which are in memory: no address leads to another file."""
    pictures = {picture.address: picture for picture in record.pictures.values()}

    @server.get(f"/{MEDIA}/<name>")
    def media(name: str):
        path = f"{MEDIA}/{name}"
        if path not in pictures:
            return not_found(record, "../"), 404
        return Response(pictures[path].content, mimetype=pictures[path].type, headers=dict(headers.BARE))


def _languages(server: Flask, languages: Sequence[str], page: Page) -> None:
    """Give the page in the language that its address asks for. Readers without scripts need it; these choose alone."""

    @server.before_request
    def in_another_language():
        asked = request.query_string.decode("latin-1") if request.path == transfer.PAGE else ""
        language = transfer.language_of(asked, languages[1:])
        return page.html_in(language) if language else None


def _frames_elsewhere(server: Flask) -> None:
    """Lead another site's frame that asks for the whole page, which it may not show, to the compact one."""

    @server.before_request
    def in_a_frame():
        if request.path == transfer.PAGE and transfer.framed_elsewhere(request.environ):
            led = redirect(f"?{transfer.to_embed(request.query_string.decode('latin-1'))}")
            led.headers["Cache-Control"] = "no-store"  # a cache between here and other readers would lead them too
            return led
        return None


def _prepare(record: Record, page: Page) -> None:
    """Make what is made once: the compressed files, and what every filtered answer is put together from."""
    for file in page.files:
        _ = file.brotli
    from ..query.frame import frame_of  # noqa: PLC0415 imports pandas, which takes 300 ms

    vocabulary(record)
    frame_of(record)
    for event in record.events:
        written(record, event)
    for kind in exercises_of(record):
        exercise(record, (), kind)


def _headers(server: Flask, page: Page, hash: str) -> None:
    policy = page.policy()

    @server.after_request
    def add(response: Response) -> Response:
        # Any site may frame the compact page: it holds nothing of its reader's and asks nothing of them.
        framed = request.path == transfer.PAGE and transfer.embedded(request.query_string.decode("latin-1"))
        if request.path == transfer.PAGE and not framed:  # a frame is led elsewhere: a cache may not mix the two
            response.vary.update(transfer.TELL_FRAMES)
        if headers.POLICY not in response.headers:  # a page without scripts has a stricter one of its own
            response.headers[headers.POLICY] = page.policy(framed) if framed else policy
        # A page in a closed frame (`sandbox`) is nobody's, and asks for its own files as a stranger does. Those may be
        # read whose address only the page can tell: by its content, or by the record's hash behind it.
        named = request.query_string.decode("latin-1") == hash and request.path.startswith(NAMED_BY_HASH)
        if named or request.path.startswith(transfer.NAMED_BY_CONTENT):
            response.headers["Access-Control-Allow-Origin"] = "*"
        for name, value in headers.STRICT.items():
            response.headers[name] = value
        return response
