"""Dash components as HTML, so that a reader sees the page before Dash has drawn it (which replaces this by the same)."""

from __future__ import annotations

from html import escape

from dash.development.base_component import Component

NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan"}
VOID = {"br", "hr", "img", "input"}


def markup(part: Component | list | str | int | float | None, filled: dict[str, str] | None = None) -> str:
    """The HTML of a component of `dash.html`, of a list of them, or of plain text (escaped).

    `filled` gives, by id, HTML that stands in an element that the layout leaves empty.
    """
    filled = filled or {}
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(markup(child, filled) for child in part)
    if not isinstance(part, Component):
        return escape(str(part))
    described = part.to_plotly_json()
    tag, props = described["type"].lower(), described["props"]
    inside = filled.get(props.get("id"), "") or markup(props.get("children"), filled)
    attributes = "".join(
        _attribute(NAMES.get(name, name), value) for name, value in props.items() if name != "children"
    )
    return f"<{tag}{attributes}>" if tag in VOID else f"<{tag}{attributes}>{inside}</{tag}>"


def _attribute(name: str, value: object) -> str:
    """` name="value"`; nothing for what is off. ARIA and data attributes are words even where they are false."""
    if value is None or (value is False and not name.startswith(("aria-", "data-"))):
        return ""
    if value is True and not name.startswith(("aria-", "data-")):
        return f" {name}"
    return f' {name}="{escape(str(value))}"'
