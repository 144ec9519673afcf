"""The Dash application of a record: its layout and its callback. Who serves it, and the page around it, come later."""

from __future__ import annotations

from dash import Dash
from flask import Flask

from ..record.record import Record
from . import callbacks
from .components import build_layout


class TimelineDash(Dash):
    """A Dash application whose page is made beforehand (`timeline.publish.page.page`): `page` is its HTML."""

    page: str | None = None

    def index(self, *args: object, **kwargs: object) -> str:
        """The page; Dash's own as long as none is made."""
        return self.page or super().index(*args, **kwargs)


def build_app(record: Record) -> TimelineDash:
    """The application without its page: layout and callback, which every form of the page is made from."""
    server = Flask("timeline", static_folder=None)
    app = TimelineDash(
        "timeline", server=server, compress=False, update_title=None, serve_locally=True, assets_ignore=".*"
    )
    app.layout = build_layout(record)
    callbacks.register(app)
    return app
