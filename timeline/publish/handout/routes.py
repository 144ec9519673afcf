"""The pages on lessons over HTTP: `/lessons/`, and the handouts at the same addresses as on a static site."""

from __future__ import annotations

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as Redirection

from ...record.record import Record
from ..exports.scorm import path_of as scorm_path
from ..exports.scorm import scorm_package
from ..page.not_found import not_found
from .handout import handout, index, path_of, policy

FOLDER = "/lessons/"


def add_lessons(server: Flask, record: Record) -> None:
    """Give a server the pages on the record's lessons; none where it has no lesson.

    `/lessons/ID.html?teacher=1&lang=fr` leads to the handout, `/lessons/ID.fr.teacher.html`.
    """
    if not record.lessons:
        return
    add_packages(server, record)
    languages = record.settings.languages
    known = {
        f"/{path_of(key, language, teacher)}": (key, language, teacher)
        for key in record.lessons
        for language in languages
        for teacher in (False, True)
    }

    @server.get(FOLDER)
    def lessons() -> Response:
        return _answer(index(record))

    @server.get(f"{FOLDER}<name>.html")
    def lesson(name: str) -> Response | Redirection | tuple[str, int]:
        path = f"{FOLDER}{name}.html"
        if path in known:
            return _answer(handout(record, *known[path], request.url_root))
        if name == "index":
            return _answer(index(record))
        if name not in record.lessons:
            return not_found(record, "../"), 404
        asked = request.args.get("lang", "")
        language = asked if asked in languages else languages[0]
        return redirect(request.root_path + "/" + path_of(name, language, request.args.get("teacher") == "1"))


def add_packages(server: Flask, record: Record) -> None:
    """Give a server the lessons as SCORM packages, `/lessons/ID.fr.scorm.zip`, made when they are asked for."""
    known = {f"/{scorm_path(key, each)}": (key, each) for key in record.lessons for each in record.settings.languages}

    @server.get(f"{FOLDER}<name>.scorm.zip")
    def package(name: str) -> Response | tuple[str, int]:
        path = f"{FOLDER}{name}.scorm.zip"
        if path not in known:
            return not_found(record, "../"), 404
        answer = Response(scorm_package(record, *known[path]), mimetype="application/zip")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.scorm.zip"'
        return answer


def _answer(page: str) -> Response:
    return Response(page, mimetype="text/html", headers={"Content-Security-Policy": policy()})
