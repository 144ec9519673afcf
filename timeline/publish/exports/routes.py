"""The exports over HTTP: `/export/events.csv` and its like, with the page's own query string."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode

from flask import Flask, Response, request

from ...record.record import Record
from .formats import FORMATS, Format
from .selection import select_view

SHOWN = 1000  # characters of the header that says what was not understood


def add_exports(server: Flask, record: Record) -> None:
    """Give a server a route for every format. `?lang=` picks the language; what is not understood is left out and
    named in the header `X-Timeline-Ignored` (key=value pairs, percent-encoded, joined by `&`)."""
    for name, form in FORMATS.items():
        server.add_url_rule(
            f"/export/events.{form.extension}", f"export_{name}", lambda form=form: _answer(record, form)
        )
    server.add_url_rule("/export/<path:name>", "export_unknown", _unknown)  # otherwise Dash answers with the page


def _answer(record: Record, form: Format) -> Response:
    query, options, ignored = options_of(request.query_string.decode("utf-8", "replace"), form)
    selection = select_view(record, query, base=request.url_root)
    response = Response(form.make(selection, **options), content_type=form.mimetype)
    part = options.get("rows", "events").removeprefix("events")
    response.headers["Content-Disposition"] = f'attachment; filename="{selection.filename(form.extension, part)}"'
    if ignored := [*selection.spec.ignored, *ignored]:
        response.headers["X-Timeline-Ignored"] = "&".join(f"{_quoted(key)}={_quoted(value)}" for key, value in ignored)[
            :SHOWN
        ]
    return response


def _unknown(name: str) -> Response:
    names = ", ".join(f"events.{form.extension}" for form in FORMATS.values())
    return Response(f"There is no such export. There are: {names}\n", status=404, mimetype="text/plain")


def options_of(query: str, form: Format) -> tuple[str, dict[str, str], list[tuple[str, str]]]:
    """The query string without a format's own options, those options, and those that it doesn't know."""
    filters, options, ignored = [], {}, []
    for key, value in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if key not in form.options:
            filters.append((key, value))
        elif value in form.options[key]:
            options[key] = value
        elif value:
            ignored.append((key, value))
    return urlencode(filters), options, ignored


def _quoted(word: str) -> str:
    return quote(word, safe="")
