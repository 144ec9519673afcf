"""Dash components as HTML: what a reader sees before Dash has drawn the page, which replaces it by the same."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup, escape

from .dash_internals import HTML, described

NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan"}
VOID = {"br", "hr", "img", "input"}


def markup(part: Component | list | str | int | float | None, filled: dict[str, Markup] | None = None) -> Markup:
    """The HTML of a component of `dash.html`, of a list of them, or of plain text (escaped). Of other libraries'
    components nothing stands in the page before Dash draws them.

    `filled` gives, by id, HTML that stands in an element that the layout leaves empty.
    """
    filled = filled or {}
    if part is None:
        return Markup()
    if isinstance(part, list | tuple):
        return Markup().join(markup(child, filled) for child in part)
    if not isinstance(part, Component):
        return escape(part)
    namespace, kind, props = described(part)
    if namespace != HTML:
        return Markup()
    tag = kind.lower()
    name = props.get("id")
    inside = (filled.get(name, "") if isinstance(name, str) else "") or markup(props.get("children"), filled)
    attributes = Markup().join(
        _attribute(NAMES.get(name, name), value) for name, value in props.items() if name != "children"
    )
    start = Markup("<{}{}>").format(tag, attributes)
    return start if tag in VOID else Markup("{}{}</{}>").format(start, inside, tag)


def _attribute(name: str, value: object) -> Markup:
    """` name="value"`; nothing for what is off, and for what is no text (a `style`, the id of a pattern), which React
    alone understands. ARIA and data attributes are words even where they are false.
    """
    if value is None or isinstance(value, dict | list) or (value is False and not name.startswith(("aria-", "data-"))):
        return Markup()
    if value is True and not name.startswith(("aria-", "data-")):
        return Markup(" {}").format(name)
    return Markup(' {}="{}"').format(name, value)
