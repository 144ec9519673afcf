"""All that depends on how Dash works inside, which an upgrade of Dash may change.

`tests/publish/test_dash_internals.py` has a test for each of these assumptions; where one fails, it says what to do.
The browser's half is `assets/src/state/dash.js`: it gives Dash's renderer what `boot_data` put into the page, and
starts it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dash import Dash
from dash.development.base_component import Component

from ...view import ids

HTML = "dash_html_components"  # the namespace of `dash.html`, whose components are HTML's own elements
SCRIPT = re.compile(r'<script src="([^"]+)"')
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
CONFIG = re.compile(r'<script id="_dash-config"[^>]*>(.*?)</script>', re.DOTALL)
SUITES = "/_dash-component-suites/"  # the address of everything that Dash sends of its own
# Dash's own page always loads these. Its polyfill a browser of today needs only regenerator-runtime of; the component
# libraries are wanted where a layout uses them (their namespace is the key).
POLYFILL = "/deps/polyfill"
OPTIONAL = {"dash_core_components": "/dash/dcc/", "dash_table": "/dash/dash_table/"}
OURS = ("/dash/deps/", "/dash/dash-renderer/", "/dash/html/")  # what every form of the page is made with
# The types of components' properties are checked while one develops, and at no other time; they are a seventh of Dash.
TYPES = re.compile(r"(?<=\.propTypes=)\{[^{}]*\}")
# A token for callbacks in the background, which differs at every start, and what nobody has to know.
PRIVATE = ("end_id", "python_version")


@dataclass(frozen=True)
class BootData:
    """What Dash's renderer asks of its server before it draws: JSON-ready parts. `layout` is what it draws."""

    config: dict
    layout: dict
    dependencies: list[dict]


@dataclass(frozen=True)
class Suites:
    """The addresses of component libraries that an extension needs, relative to the page, in the order to load them."""

    scripts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def boot_data(app: Dash) -> BootData:
    """What `app` would answer, of the layout the part that Dash draws. It has its layout and callbacks, and no page of
    ours yet."""
    found = CONFIG.search(answer(app, "/"))
    if found is None:
        raise RuntimeError("Dash's page has no configuration where it used to be")
    config = json.loads(found[1])
    for name in PRIVATE:
        config.pop(name, None)
    whole, dependencies = (json.loads(answer(app, path)) for path in ("/_dash-layout", "/_dash-dependencies"))
    entry = next(part for part in _components(whole) if part["props"].get("id") == ids.DASH)
    layout = {**entry, "props": {key: value for key, value in entry["props"].items() if key != "id"}}
    return BootData(config, layout, dependencies)


def renderer_scripts(app: Dash) -> list[str]:
    """React, Dash's renderer and `dash.html` as text, in the order in which Dash's own page loads them."""
    wanted = [address for address in SCRIPT.findall(answer(app, "/")) if _is_ours(address)]
    return [TYPES.sub("null", answer(app, address)) for address in wanted]


def component_suites(app: Dash) -> Suites:
    """The component libraries that an extended app needs beyond `dash.html`: of Dash's own those that its layout (or
    its `validation_layout`) uses, and every other one that this process has imported, as in any Dash app.
    """
    parts = (json.loads(answer(app, "/_dash-layout")), boot_data(app).config)
    used = {component["namespace"] for part in parts for component in _components(part)}
    left = (POLYFILL, *OURS, *(part for namespace, part in OPTIONAL.items() if namespace not in used))
    page = answer(app, "/")
    found = [
        tuple(address.lstrip("/") for address in pattern.findall(page) if not any(part in address for part in left))
        for pattern in (SCRIPT, SHEET)
    ]
    return Suites(*found)


def described(component: Component) -> tuple[str, str, dict]:
    """(namespace, type, properties) of a component: `("dash_html_components", "Div", {"children": …})`."""
    parts = component.to_plotly_json()
    return parts["namespace"], parts["type"], parts["props"]


def answer(app: Dash, address: str) -> str:
    """What the app would answer, without having been asked: once a request is answered, Flask takes no more routes."""
    with app.server.test_request_context(address):
        response = app.server.preprocess_request() or app.server.dispatch_request()
        response = app.server.make_response(response)
        response.direct_passthrough = False  # a file is sent without being read, and is wanted as text here
        return response.get_data(as_text=True)


def _is_ours(address: str) -> bool:
    return SUITES in address and any(part in address for part in OURS) and POLYFILL not in address


def _components(part: object) -> Iterator[dict]:
    """All components in a layout that is JSON: `namespace`, `type` and `props` of each."""
    if isinstance(part, dict):
        if isinstance(part.get("namespace"), str):
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for child in part:
            yield from _components(child)
