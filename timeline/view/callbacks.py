"""The page's one callback, in the browser. State flows one way, in a ring:

a choice → the view's specification (`#view-spec`) → `show` → chart, list, panel, counts, address.

Whatever changes the view (a filter, a click in the chart, the back button) writes the specification; so may
any other callback or tool, as JSON in the property `data-spec`.
"""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input

from . import ids


def register(app: Dash) -> None:
    """Register the callback with an app. `assets/src/app.js` holds the function."""
    app.clientside_callback(ClientsideFunction("timeline", "show"), Input(ids.VIEW_SPEC, ids.SPEC_PROPERTY))
