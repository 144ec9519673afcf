"""How answers travel: compressed once and kept; files named by their content are cached for good, the rest has ETags.

A record never changes under a server, so an address always has one answer. Each is made and compressed once; asked for
again, it is given out without the application being asked. Who asks while it is made waits for it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import lru_cache

import brotli
from flask import Flask, Response, request
from flask_compress import Compress
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header
from werkzeug.test import run_wsgi_app

from ..publish.page.bundle import FOLDER
from ..publish.page.single import FILE
from ..record.files import MEDIA

KEPT = 256  # answers that are kept; a page needs four, the rest are filtered API answers
KEPT_BYTES = 64_000_000  # of those answers together
MOST_KEPT = KEPT_BYTES // 2  # of one answer
TYPES = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/schema+json",
    "application/ld+json",
    "application/atom+xml",
    "text/csv",
    "text/calendar",
]
PAGE = "/"
FILTERED = ("/api/", "/export/")  # what has another answer for every filter
FILES = (
    f"/{FOLDER}/",
    f"/{FILE}",
    "/sources.html",
    "/guide",
    "/schema/",
    "/_dash-component-suites/",
)  # what has one answer
NAMED_BY_CONTENT = (f"/{FOLDER}/", f"/{MEDIA}/")
FRAMES = ("iframe", "frame", "embed", "object")  # what asks for a page to show it within another
TELL_FRAMES = ("Sec-Fetch-Dest", "Sec-Fetch-Site")  # the headers by which the whole page's answer differs
LESSONS = "/lessons/"  # one that leads elsewhere by its query is not kept
LONGEST_HEADER = 200  # characters of what is accepted that are looked at
QUICK, THOROUGH = 5, 10  # the levels at which Brotli compresses those, and the page itself
SMALLEST = 500  # bytes of an answer that is worth compressing
FOR_GOOD = "public, max-age=31536000, immutable"

Answer = tuple[str, list[tuple[str, str]], bytes]  # status, headers, body


def set_up(server: Flask, languages: Sequence[str]) -> None:
    """Compress what a server answers, and keep it; `languages` are those that the page has."""
    server.config.update(
        COMPRESS_MIMETYPES=TYPES, COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=9, COMPRESS_LEVEL=9
    )
    Compress(server)
    server.after_request(_compressed)
    server.after_request(_cacheable)  # Flask runs the last registered first: before it is compressed
    server.wsgi_app = Answers(server.wsgi_app, languages)  # type: ignore[method-assign]  # as Flask's documentation has it


def _cacheable(response: Response) -> Response:
    """Say how long an answer keeps."""
    if request.method == "GET" and response.status_code == 200:
        if request.path.startswith(NAMED_BY_CONTENT):
            response.headers["Cache-Control"] = FOR_GOOD
        elif not response.headers.get("ETag"):
            response.add_etag()
    return response


def _compressed(response: Response) -> Response:
    """Compress what depends on a filter at a lower level than the rest: most of these answers are given once, and at
    level 9 their compression takes three times as long as everything else, for 8 % fewer bytes. The page itself, which
    every visit waits for, at a higher one: 40 ms once for 7 % fewer."""
    level = QUICK if request.path.startswith(FILTERED) else THOROUGH if request.path == PAGE else None
    wanted = level and response.status_code == 200 and request.headers.get("Accept-Encoding") == "br"
    if level and wanted and response.content_length >= SMALLEST:
        response.set_data(brotli.compress(response.get_data(), quality=level))
        response.headers["Content-Encoding"] = "br"
        response.vary.add("Accept-Encoding")
        tag, weak = response.get_etag()
        response.set_etag(f"{tag}:br", bool(weak))
    return response


class Answers:
    """A WSGI application around another one that gives its good answers again without asking it.

    Those asked for longest ago are forgotten first.
    """

    def __init__(self, application: Callable, languages: Sequence[str] = ()):
        self.application, self.languages = application, languages
        self.kept: OrderedDict[tuple, Answer] = OrderedDict()
        self.size = 0  # bytes of the bodies that are kept
        self.making: dict[tuple, Future[Answer | None]] = {}  # what is made now: no more than there are threads
        self.lock = threading.Lock()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer a request (WSGI): a `GET` of ours with what is kept, a `HEAD` with its headers, any other with what
        the application says."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not (key := _key(environ, self.languages)):
            return self.application(environ, start_response)
        status, headers, body = self._answer(environ, key)
        tag = next((value for name, value in headers if name == "ETag"), None)
        if tag and environ.get("HTTP_IF_NONE_MATCH") == tag:
            start_response(
                "304 NOT MODIFIED",
                [pair for pair in headers if pair[0] not in ("Content-Length", "Content-Type", "Content-Encoding")],
            )
            return []
        start_response(status, headers)
        return [body] if environ["REQUEST_METHOD"] == "GET" else []

    def _answer(self, environ: dict, key: tuple) -> Answer:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
            others = self.making.get(key)
            if others is None:
                mine: Future[Answer | None] = Future()
                self.making[key] = mine
        if others is not None:
            return others.result() or self._made(environ, key)
        answer = None
        try:
            answer = self._made(environ, key)
            return answer
        finally:
            with self.lock:
                if answer and _is_good(answer) and len(answer[2]) <= MOST_KEPT:
                    self._keep(key, answer)
                del self.making[key]
            mine.set_result(answer if answer and _is_good(answer) else None)  # an error is for who asked alone

    def _made(self, environ: dict, key: tuple) -> Answer:
        """What the application answers to a `GET`, whole."""
        asked = {
            name: value
            for name, value in environ.items()
            if name not in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")
        }
        asked |= {"REQUEST_METHOD": "GET", "HTTP_ACCEPT_ENCODING": key[-1]}
        parts, status, headers = run_wsgi_app(self.application, asked, buffered=True)
        return status, list(headers), b"".join(parts)

    def _keep(self, key: tuple, answer: Answer) -> None:
        before = self.kept.pop(key, None)
        self.kept[key] = answer
        self.size += _size(key, answer) - (_size(key, before) if before else 0)
        while len(self.kept) > KEPT or self.size > KEPT_BYTES:
            forgotten = self.kept.popitem(last=False)
            self.size -= _size(*forgotten)


def embedded(query: str) -> bool:
    """Whether a query string asks for the page to be shown in a frame. Written in another way (`embed=%31`) it doesn't:
    what is kept and what is sent with it have to be decided alike."""
    return "embed=1" in query.split("&")


def to_embed(query: str) -> str:
    """A query string of the page as one of the compact page with the same view."""
    return "&".join([*(pair for pair in query.split("&") if pair and not pair.startswith("embed=")), "embed=1"])


def framed_elsewhere(environ: dict) -> bool:
    """Whether a browser asks for the whole page to show it in a frame of another site, as browsers tell where the
    connection is safe."""
    return (
        environ.get("HTTP_SEC_FETCH_DEST") in FRAMES
        and environ.get("HTTP_SEC_FETCH_SITE") in ("cross-site", "same-site")
        and not embedded(environ.get("QUERY_STRING", ""))
    )


def language_of(query: str, languages: Sequence[str]) -> str:
    """The language that a query string asks the page for, of those that it has; "" for none of them."""
    asked = {pair.removeprefix("lang=") for pair in query.split("&") if pair.startswith("lang=")}
    return next((language for language in languages if language in asked), "")


def _key(environ: dict, languages: Sequence[str]) -> tuple[str, ...] | None:
    """What an answer depends on; None of an address whose answer is not kept, such as those of an extension.

    The page is the same for every view, which the browser reads from the address, but for its language; and who may
    show it in a frame depends on whether it is asked for to be embedded. Files are the same for every query, but who
    may read a lesson differs. Addresses stand in exports and handouts, which so depend on the host and the scheme.
    """
    path, query, server = environ.get("PATH_INFO", ""), "", ""
    if path.startswith((*FILTERED, LESSONS)):
        server = f"{environ.get('wsgi.url_scheme')}://{environ.get('HTTP_HOST')}{environ.get('SCRIPT_NAME', '')}"
    if path == PAGE:
        if framed_elsewhere(environ):
            return None
        asked = environ.get("QUERY_STRING", "")
        query = f"{embedded(asked)} {language_of(asked, languages)}"
    elif path.startswith((*FILTERED, LESSONS)):
        query = environ.get("QUERY_STRING", "")
    elif not path.startswith(FILES):
        return None
    return server, path, query, _encoding(environ.get("HTTP_ACCEPT_ENCODING", "")[:LONGEST_HEADER])


@lru_cache(maxsize=64)
def _encoding(accepted: str) -> str:
    """The one encoding in which an answer is sent to somebody who accepts these; "" for none."""
    encodings = parse_accept_header(accepted, Accept)
    return next((name for name in ("br", "gzip") if encodings.quality(name) > 0), "")


def _is_good(answer: Answer) -> bool:
    return answer[0].startswith("200")


def _size(key: tuple[str, ...], answer: Answer) -> int:
    return len(answer[2]) + sum(map(len, key))
