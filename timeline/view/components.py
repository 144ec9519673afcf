"""The page as Dash components: mount points and controls. What fills them is drawn by `assets/`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from ..record.record import Record
from . import ids
from .wording import date_text
from .words import text

LISTS = ("actor", "country", "source", "claimant")


def _aria(name: str, value: str) -> dict[str, Any]:
    """An `aria-` attribute, whose name no keyword of Python can have."""
    return {f"aria-{name}": value}


def build_layout(record: Record, added: Component | Sequence[Component] | None = None) -> html.Div:
    """The whole page, complete from the start, so that every callback finds its components. What somebody `added`
    stands after the views and before the list, which may be long.
    """
    languages = record.settings.languages
    say = Words(languages)
    return html.Div(
        [
            html.Div(id=ids.VIEW_SPEC, hidden=True),
            html.A(say("skip"), href="#" + ids.EVENT_LIST, className="skip-link"),
            html.A(say("skip_filters"), href="#main", className="skip-link"),
            _masthead(record, say),
            html.Div(id=ids.NOTICE, role="status"),
            html.Div(
                [
                    html.Div(
                        html.Div(
                            [
                                _filters(record, say),
                                html.Main(
                                    [_tools(say), _chart(), *_other_views(), *_extension(added), _list(say)],
                                    id="main",
                                    tabIndex="-1",
                                ),
                            ],
                            className="content-grid",
                        ),
                        className="content",
                    ),
                    html.Aside(id=ids.EVENT_PANEL, hidden=True),
                ],
                className="columns",
            ),
            _footer(record, say),
        ],
        className="page",
    )


class Words:
    """Makes the words of the interface in all languages at once; CSS shows the page's own (`page.css`)."""

    def __init__(self, languages: tuple[str, ...]):
        self.languages = languages

    def __call__(self, key: str, **values: object) -> list[html.Span]:
        """A text of the interface, in every language."""
        return self.texts({language: text(key, language, **values) for language in self.languages})

    def texts(self, texts: dict[str, str]) -> list[html.Span]:
        """A text of the record, in every language; CSS shows one."""
        return [html.Span(texts[language], lang=language, className="t") for language in self.languages]


def _masthead(record: Record, say: Words) -> html.Header:
    settings = record.settings
    buttons = [
        html.Button(id=ids.LANG_TOGGLE, type="button", className="button"),
        html.Button(id=ids.THEME_TOGGLE, type="button", className="button"),
        html.Button(id=ids.SHARE, type="button", className="button"),
        html.Button(say("export"), id=ids.EXPORT, type="button", className="button", **_aria("haspopup", "dialog")),
    ]
    return html.Header(
        [
            html.Div([html.H1(say.texts(settings.title)), html.P(say.texts(settings.subtitle), className="subtitle")]),
            html.Div(buttons, className="masthead-tools"),
        ],
        className="masthead",
    )


def _filters(record: Record, say: Words) -> html.Section:
    """What one chooses with is drawn into the places made here: by `assets/src/dom/choices.js`, text and dates by
    `dom/fields.js`.
    """
    lists = [
        html.Details(
            [
                html.Summary(
                    [html.Span(say(facet)), html.Span(className="chosen", id=f"chosen-{facet}")], id=f"label-{facet}"
                ),
                html.Div(
                    id=ids.FILTER[facet],
                    role="group",
                    className="choices facet",
                    **_aria("labelledby", f"label-{facet}"),
                ),
            ],
            className="field",
            open=facet != "claimant",
        )
        for facet in LISTS
    ]
    chips = [
        html.Div(
            [
                html.P(say(facet), className="field-label", id=f"label-{facet}"),
                html.Div(
                    id=ids.FILTER[facet],
                    role="group",
                    className="choices chips",
                    **_aria("labelledby", f"label-{facet}"),
                ),
            ],
            className="field",
        )
        for facet in ("kind", "status")
    ]
    return html.Section(
        [
            html.H2(say("filters"), id="filters-heading", className="visually-hidden"),
            html.Div(
                [
                    html.Button(
                        [html.Span(say("filters")), html.Span(id="filters-active", className="badge")],
                        id="filters-open",
                        type="button",
                        className="button filters-open",
                    ),
                    html.P(id=ids.RESULT_COUNT, role="status", **_aria("live", "polite")),
                    html.Button(say("clear"), id=ids.FILTER_CLEAR, type="button", className="button quiet"),
                ],
                className="result-line",
            ),
            html.Div([_search(say), _key(), *lists, *chips, _dates(say)], id="filters-body", className="filters-body"),
        ],
        className="filters",
        id="filters",
        **_aria("labelledby", "filters-heading"),
    )


def _search(say: Words) -> html.Div:
    return html.Div(
        [html.Label(say("text"), htmlFor=ids.FILTER_TEXT, className="field-label"), html.Span(id="text-box")],
        className="field",
    )


def _key() -> html.Div:
    """The choice of the key events alone; hidden where a record has none."""
    return html.Div(id=ids.FILTER_KEY, role="group", className="field choices check")


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
        ],
        id=ids.FILTER_DATES,
        role="group",
        className="field",
        **_aria("labelledby", "label-dates"),
    )


def _tools(say: Words) -> html.Div:
    """Views, groups and the replay: in one line where there is room."""
    return html.Div([_toolbar(say), _replay()], className="tools")


def _toolbar(say: Words) -> html.Div:
    return html.Div(
        [
            html.Div(
                id=ids.VIEW_TABS, role="radiogroup", className="choices segments", **_aria("labelledby", "label-view")
            ),
            html.Span(say("view"), id="label-view", className="visually-hidden"),
            html.Div(
                [
                    html.Span(say("group"), className="inline-label", id="label-group"),
                    html.Div(
                        id=ids.GROUP_BY,
                        role="radiogroup",
                        className="choices segments small",
                        **_aria("labelledby", "label-group"),
                    ),
                ],
                className="group-by only-timeline",
            ),
        ],
        className="toolbar",
    )


def _replay() -> html.Div:
    """The "known as of" bar, drawn by `assets/src/chart/replay.js`."""
    return html.Div(id=ids.REPLAY, className="replay")


def _chart() -> html.Section:
    return html.Section(
        [
            html.Div(id="window-bar", className="window-bar"),
            html.Div(id=ids.OVERVIEW, className="overview"),
            html.Div(id=ids.TIMELINE, className="timeline"),
            html.Div(id="legend", className="legend"),
        ],
        className="chart only-timeline",
        id="chart",
    )


def _other_views() -> list[html.Section]:
    """Mount points of the views that `assets/src/views/sources.js`, `views/disagreements.js` and
    `views/numbers/numbers.js` draw.
    """
    return [
        html.Section(id=element, className=f"only-{view}")
        for view, element in (
            ("sources", ids.SOURCES_VIEW),
            ("disagreements", ids.DISAGREEMENTS_VIEW),
            ("numbers", ids.NUMBERS_VIEW),
        )
    ]


def _extension(added: Component | Sequence[Component] | None) -> list[html.Section]:
    return [] if added is None else [html.Section(added, id=ids.EXTENSION, className="extension")]


def _list(say: Words) -> html.Section:
    return html.Section(
        [html.H2(say("list"), id="list-heading"), html.Ol(id=ids.EVENT_LIST, className="event-list", tabIndex="-1")],
        className="list",
        **_aria("labelledby", "list-heading"),
    )


def _sources_links(say: Words) -> list[html.A]:
    """Links to the page on the sources (timeline/publish/page/sources.py), one a language; CSS shows one."""
    return [
        html.A(text("sources_about", language), href=f"sources.html#{language}", lang=language, className="t")
        for language in say.languages
    ]


def _footer(record: Record, say: Words) -> html.Footer:
    settings = record.settings
    updated = {
        language: text(
            "updated_changes" if settings.changes else "updated",
            language,
            date=date_text(settings.updated, language),
            what=(settings.changes or {}).get(language, ""),
        )
        for language in say.languages
    }
    return html.Footer(
        [
            html.P(say("about")),
            html.P(
                [
                    *say.texts(updated),
                    html.Span(" · "),
                    html.Code(record.hash[:12]),
                    *([html.Span(" · "), *say("licence", name=settings.licence)] if settings.licence else []),
                    html.Span(
                        [
                            html.Span(" · "),
                            html.A("JSON", href="api/events.json"),
                            html.Span(" · "),
                            *_sources_links(say),
                        ],
                        className="only-served",
                    ),
                ]
            ),
        ],
        className="footer",
    )
