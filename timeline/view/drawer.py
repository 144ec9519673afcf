"""The drawer with the filters. What one chooses with is drawn into the places made here: lists by
`assets/src/dom/choices.js`, text and dates by `dom/fields.js`.
"""

from __future__ import annotations

from dash import html

from . import ids
from .markup import Words, labelled

LISTS = ("actor", "country", "source", "claimant")


def filters(say: Words) -> html.Section:
    """The drawer; it lies over the page, and is closed until somebody opens it."""
    return html.Section(
        [
            html.Div(
                [
                    html.H2(say("filters"), id="filters-heading"),
                    html.Button(say("clear"), id=ids.FILTER_CLEAR, type="button", className="button quiet"),
                    html.Button(id="filters-close", type="button", className="button icon"),
                ],
                className="drawer-head",
            ),
            html.Div(
                [_search(say), *(_list(facet, say) for facet in LISTS), *_chips(say), _dates(say)],
                id="filters-body",
                className="filters-body",
            ),
            html.Div(html.Button(id="filters-show", type="button", className="button"), className="drawer-foot"),
        ],
        className="filters drawer",
        id="filters",
        hidden=True,
        **labelled("filters-heading"),
    )


def _list(facet: str, say: Words) -> html.Details:
    summary = [html.Span(say(facet)), html.Span(className="chosen", id=f"chosen-{facet}")]
    return html.Details(
        [html.Summary(summary, id=f"label-{facet}"), _group(facet, "choices facet")],
        className="field",
        open=facet != "claimant",
    )


def _chips(say: Words) -> list[html.Div]:
    return [
        html.Div(
            [html.P(say(facet), className="field-label", id=f"label-{facet}"), _group(facet, "choices chips")],
            className="field",
        )
        for facet in ("kind", "status")
    ]


def _group(facet: str, look: str) -> html.Div:
    return html.Div(id=ids.FILTER[facet], role="group", className=look, **labelled(f"label-{facet}"))


def _search(say: Words) -> html.Div:
    return html.Div(
        [html.Label(say("text"), htmlFor=ids.FILTER_TEXT, className="field-label"), html.Span(id="text-box")],
        className="field",
    )


def _dates(say: Words) -> html.Div:
    days = [
        html.Label([html.Span(say(key)), html.Span(id=f"{key}-box")], htmlFor=element, className="date-label")
        for key, element in (("from", ids.FILTER_FROM), ("to", ids.FILTER_TO))
    ]
    return html.Div(
        [
            html.P(say("dates"), className="field-label", id="label-dates"),
            html.Div(days, className="dates"),
            html.Div(id=ids.FILTER_CERTAIN, className="choices check"),
            html.P(id="dates-remark", className="quiet-text"),
        ],
        id=ids.FILTER_DATES,
        role="group",
        className="field",
        **labelled("label-dates"),
    )
