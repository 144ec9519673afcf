"""The page's one callback, in the browser.

`#view-spec` (the view's specification, JSON in `data-spec`) → `show` → chart, list, panel, counts, address.

The page writes there what it has drawn (a filter, a click in the chart, the back button), for other callbacks to hear.
What any other callback or tool writes there is drawn.
"""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input

from . import ids


def register(app: Dash) -> None:
    """Register the callback with an app. `assets/src/app.js` holds the function."""
    app.clientside_callback(ClientsideFunction("timeline", "show"), Input(ids.VIEW_SPEC, ids.SPEC_PROPERTY))
