"""Which of Dash's own addresses answer. The page carries what Dash would ask for, so that most are not there at all.

What an extended app needs is there: its callbacks and the component libraries that it loads. What these can't use is
refused with 4xx; Dash itself would fail, with a traceback.
"""

from __future__ import annotations

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request

UPDATE, SUITES = "/_dash-update-component", "/_dash-component-suites/"
OURS = ("/_dash-", "/_reload-hash", "/_favicon.ico")  # how Dash's own addresses begin


def guard(app: Dash, extended: bool) -> None:
    """Refuse what the page of `app` does not ask for, before Dash sees it."""

    @app.server.before_request
    def refuse() -> None:
        if not request.path.startswith(OURS):
            return
        if not extended or not request.path.startswith((UPDATE, SUITES)):
            abort(404)
        if request.path == UPDATE and not _is_callback(app, request.get_json(silent=True)):
            abort(Response("This is no callback of the page.", 400, mimetype="text/plain"))

    @app.server.errorhandler(DependencyException)
    def no_library(_: DependencyException) -> Response:
        return Response("There is no such file.", 404, mimetype="text/plain")


def _is_callback(app: Dash, body: object) -> bool:
    """Whether a request names a callback of the app, with the values that it takes."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    callback = app.callback_map.get(body["output"])
    if callback is None:
        return False
    changed = body.get("changedPropIds", [])
    return (
        _are_values(body.get("inputs"), len(callback["inputs"]))
        and _are_values(body.get("state", []), len(callback["state"]))
        and _are_outputs(body.get("outputs"), body["output"])
        and isinstance(changed, list)
        and all(isinstance(name, str) and "." in name for name in changed)
    )


def _are_outputs(outputs: object, output: str) -> bool:
    """Whether these name the properties that the callback writes: `said.children`, or of several
    `..a.children...b.children..`; a pattern of ids (`{"n":["ALL"]}.children`) has a list of them.
    """
    if output.startswith(".."):
        return _are_values(outputs, len(output.strip(".").split("...")))
    return _is_value(outputs) or output.startswith("{") and isinstance(outputs, list) and all(map(_is_value, outputs))


def _are_values(parts: object, count: int) -> bool:
    """Whether these are so many values of properties; patterns of ids have lists of them."""
    if not isinstance(parts, list) or len(parts) != count:
        return False
    return all(_is_value(value) for part in parts for value in (part if isinstance(part, list) else [part]))


def _is_value(value: object) -> bool:
    """Whether this is an id and a property of a component, perhaps with its value."""
    return (
        isinstance(value, dict) and isinstance(value.get("id"), (str, dict)) and isinstance(value.get("property"), str)
    )
