"""The teachers' guide over HTTP, at the same addresses as on a static site."""

from __future__ import annotations

from flask import Flask, Response

from ...record.record import Record
from ..page.not_found import not_found
from .guide import guide_pages, guide_pictures


def add_guide(server: Flask, record: Record) -> None:
    """Give a server `/guide.LANGUAGE.html` and the pictures in `/guide/`."""

    @server.get("/guide.<language>.html")
    def guide(language: str) -> Response | tuple[str, int]:
        page = guide_pages(record).get(f"guide.{language}.html")
        return Response(page, mimetype="text/html") if page else (not_found(record, "./"), 404)

    @server.get("/guide/<name>.webp")
    def picture(name: str) -> Response | tuple[str, int]:
        content = guide_pictures().get(f"guide/{name}.webp")
        return Response(content, mimetype="image/webp") if content else (not_found(record, "../"), 404)
