"""The page as Dash components: mount points and controls. What fills them is drawn by `assets/`."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from ..record.record import Record
from . import ids
from .drawer import filters
from .markup import Words, aria, labelled
from .page_settings import endonym
from .wording import date_text
from .words import text


def build_layout(record: Record, added: Component | Sequence[Component] | None = None) -> html.Div:
    """The whole page, complete from the start, so that every callback finds its components. What somebody `added`
    stands after the views and before the list, which may be long.
    """
    say = Words(record.settings.languages)
    above = [_story(record, say), _controls(say), filters(say), _status(say), html.Div(id=ids.DOUBT)]
    views = [_chart(say), *_other_views(), _drawn_by_dash(added), _list(say)]
    return html.Div(
        [
            html.A(say("skip"), href="#" + ids.EVENT_LIST, className="skip-link"),
            html.A(say("skip_to_chart"), href="#main", className="skip-link"),
            _masthead(record, say),
            html.Div(id=ids.NOTICE, role="status"),
            html.Div(
                [
                    html.Div(
                        html.Main([*above, html.Div(views, id="main", tabIndex="-1")]),
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


def _masthead(record: Record, say: Words) -> html.Header:
    """One line: the title, what is pressed often, and a menu for the rest."""
    languages = record.settings.languages
    others = {language: endonym(languages[place - len(languages) + 1]) for place, language in enumerate(languages)}
    tools = [
        html.Button(_short(say.texts(others), "⇄"), id=ids.LANG_TOGGLE, type="button", className="button"),
        html.Button(_short(say("share"), "↗"), id=ids.SHARE, type="button", className="button"),
        html.Button(_short(say("menu"), "☰"), id=ids.MENU, type="button", className="button"),
    ]
    menu = [
        html.Button(id=ids.THEME_TOGGLE, type="button", className="button"),
        html.Button(
            say("in_class"), id=ids.PRESENT_TOGGLE, type="button", className="button", **aria("haspopup", "dialog")
        ),
        html.Button(say("export"), id=ids.EXPORT, type="button", className="button", **aria("haspopup", "dialog")),
        html.Button(say("print"), id="print", type="button", className="button"),
        html.A(say("about_timeline"), href="#about", className="button jump"),
    ]
    return html.Header(
        [
            html.H1(say.texts(record.settings.title)),
            html.Div([*tools, html.Div(menu, id="menu-items", className="popover")], className="masthead-tools"),
        ],
        className="masthead",
    )


def _short(words: list[html.Span], sign: str) -> list[html.Span]:
    """What a button says: a word, or on a phone a sign."""
    return [html.Span(words, className="wide-only"), html.Span(sign, className="narrow-only", **aria("hidden", "true"))]


def _story(record: Record, say: Words) -> html.Section:
    """The chapters, and in one place below them the lede, a chapter's sentence or the replay: whichever it is, what
    follows stays where it is.
    """
    return html.Section(
        [
            html.H2(say("chapters"), id="label-chapters", className="visually-hidden"),
            html.Div(id=ids.CHAPTERS, role="radiogroup", className="choices chapters", **labelled("label-chapters")),
            html.Div(
                [
                    html.P(say.texts(record.settings.subtitle), id="lede", className="lede"),
                    html.P(id="chapter-sentence", className="lede", **aria("live", "polite")),
                    html.Div(id=ids.REPLAY, className="replay"),
                ],
                className="story-line",
            ),
        ],
        className="story",
    )


def _controls(say: Words) -> html.Div:
    """One row: the views, the drawer's button, and the options."""
    return html.Div(
        [
            html.Span(say("view"), id="label-view", className="visually-hidden"),
            html.Div(id=ids.VIEW_TABS, role="radiogroup", className="choices tabs", **labelled("label-view")),
            html.Button(
                [html.Span(say("filters")), html.Span(id="filters-active", className="badge")],
                id="filters-open",
                type="button",
                className="button",
                **aria("controls", "filters"),
            ),
            html.Button(say("options"), id=ids.OPTIONS, type="button", className="button"),
            html.Div(_options(say), id="options-items", className="popover"),
        ],
        className="controls",
    )


def _options(say: Words) -> list[html.Div]:
    """How the timeline is drawn: which events, in which lanes, over which days, and the replay."""
    groups = (
        (ids.KEY_EVENTS, "which_events", "field"),
        (ids.GROUP_BY, "group", "field only-timeline"),
        (ids.PRESETS, "window", "field only-timeline"),
        (ids.QUIET, "quiet", "field only-timeline"),
    )
    choices = [
        html.Div(
            [
                html.P(say(label), className="field-label", id=f"label-{element}"),
                html.Div(id=element, role="radiogroup", className="choices segments", **labelled(f"label-{element}")),
            ],
            className=look,
        )
        for element, label, look in groups
    ]
    return [*choices, html.Div(id="replay-start", className="field")]


def _status(say: Words) -> html.Div:
    """How many events there are and why; and what the marks say."""
    return html.Div(
        [
            html.P(id=ids.RESULT_COUNT, role="status", tabIndex="-1", **aria("live", "polite")),
            html.Button(say("scope_all"), id=ids.SCOPE, type="button", className="scope"),
            html.Div(id=ids.ACTIVE_FILTERS, role="group", className="active-filters"),
            html.Div(id="legend-line", role="group", className="legend-line only-timeline"),
        ],
        className="status-line",
    )


def _chart(say: Words) -> html.Section:
    return html.Section(
        [
            html.H2(say("chart"), id="label-chart", className="visually-hidden"),
            html.Div(
                [html.Div(id="zoom-tools", className="zoom-tools"), html.Div(id=ids.TIMELINE, className="timeline")],
                className="chart-frame",
            ),
            html.Div(
                [html.Div(id="window-bar", className="window-bar"), html.Div(id=ids.OVERVIEW, className="overview")],
                className="overview-bar",
            ),
            html.Div(id="legend", className="legend"),
        ],
        className="chart only-timeline",
        id="chart",
        **labelled("label-chart"),
    )


def _other_views() -> list[html.Section]:
    """Mount points of the views that `assets/src/views/sources/`, `disagreements.js`, `numbers/`, `compare/`,
    `clocks/`, `map/` and `forecasts.js` draw.
    """
    return [
        html.Section(id=element, className=f"only-{view}")
        for view, element in (
            ("sources", ids.SOURCES_VIEW),
            ("disagreements", ids.DISAGREEMENTS_VIEW),
            ("numbers", ids.NUMBERS_VIEW),
            ("compare", ids.COMPARE_VIEW),
            ("clocks", ids.CLOCKS_VIEW),
            ("map", ids.MAP_VIEW),
            ("forecasts", ids.FORECASTS_VIEW),
        )
    ]


def _drawn_by_dash(added: Component | Sequence[Component] | None) -> html.Div:
    """What Dash draws in the browser: the view's specification, which callbacks read and write, and what somebody
    added. Everything else stands in the document, and `assets/` fills it.
    """
    extension = [] if added is None else [html.Section(added, id=ids.EXTENSION, className="extension")]
    return html.Div([html.Div(id=ids.VIEW_SPEC, hidden=True), *extension], id=ids.DASH)


def _list(say: Words) -> html.Section:
    return html.Section(
        [html.H2(say("list"), id="list-heading"), html.Ol(id=ids.EVENT_LIST, className="event-list", tabIndex="-1")],
        className="list",
        **labelled("list-heading"),
    )


def _sources_links(say: Words) -> list[html.A]:
    """Links to the page on the sources (timeline/publish/page/sources.py), one a language; CSS shows one."""
    return [
        html.A(text("sources_about", language), href=f"sources.html#{language}", lang=language, className="t")
        for language in say.languages
    ]


def _lessons_links(record: Record, say: Words) -> list[html.A | html.Span]:
    """Links to the page on the lessons (timeline/publish/handout/), one a language; none where there is no lesson."""
    links = [
        html.A(text("lessons", language), href=f"lessons/index.html#{language}", lang=language, className="t")
        for language in say.languages
    ]
    return [html.Span(" · "), *links] if record.lessons else []


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
    links = [html.Span(" · "), html.A("JSON", href="api/events.json"), html.Span(" · "), *_sources_links(say)]
    links += _lessons_links(record, say)
    return html.Footer(
        [
            html.P(say("about")),
            html.P(
                [
                    *say.texts(updated),
                    html.Span(" · "),
                    html.Code(record.hash[:12]),
                    *([html.Span(" · "), *say("licence", name=settings.licence)] if settings.licence else []),
                    html.Span(links, className="only-served"),
                ]
            ),
        ],
        className="footer",
        id="about",
        tabIndex="-1",
    )
