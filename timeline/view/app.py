"""The Dash application of a record: its layout and its callback. Who serves it, and the page around it, come later."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import Flask

from ..record.record import Record
from . import callbacks
from .components import build_layout

# Given the application, registers callbacks with it and returns the components to add to the page (None for none).
Extend = Callable[[Dash], Component | Sequence[Component] | None]


class TimelineDash(Dash):
    """A Dash application whose page is made beforehand (`timeline.publish.page.page`): `page` is its HTML. It is
    `extended` where somebody added components or callbacks to those of the timeline."""

    page: str | None = None
    extended: bool = False

    def index(self, *args: object, **kwargs: object) -> str:
        """The page; Dash's own as long as none is made."""
        return self.page or super().index(*args, **kwargs)


def build_app(record: Record, extend: Extend | None = None) -> TimelineDash:
    """The application without its page: layout and callbacks, which every form of the page is made from."""
    server = Flask("timeline", static_folder=None)
    # Dash's annotations know neither a server that is there already nor a title that never changes.
    options: dict[str, Any] = {"server": server, "update_title": None}
    with _without_environment():
        app = TimelineDash("timeline", compress=False, serve_locally=True, assets_ignore=".*", **options)
    callbacks.register(app)
    app.extended = extend is not None
    app.layout = build_layout(record, extend(app) if extend else None)
    return app


@contextmanager
def _without_environment() -> Iterator[None]:
    """Without the variables by which Dash can be told other paths and folders: those of another app, perhaps."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("DASH_")}
    try:
        yield
    finally:
        os.environ.update(kept)
