"""Everything the page needs to know of the record, as one JSON object: a file beside the page, or inside the offline
one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..query.columns import columns_of
from ..query.facets import options_of
from ..query.operators import table
from ..query.spec import EXTRA_VIEWS, KEYS, choices_of, exercises_of
from ..record.dates.days import day_number
from ..record.model.model import Event
from ..record.record import Record
from .figure import anchor, extent, figure_template, pad_of
from .names import names_of, registry_rest
from .overview import overview_scale
from .page_settings import page_settings, plotly_locale
from .parts import wholes_of
from .shown_events import shown_events
from .wording import date_text
from .words import all_words

ROW_COLUMNS = (
    "id",
    "start",
    "end",
    "kind",
    "status",
    "key",
    "actors",
    "countries",
    "sources",
    "claimants",
)  # `text` is made in the browser


def build_payload(record: Record, events: Iterable[Event] | None = None) -> dict:
    """The page's data: `operators`, `choices` of keys, the `extra` views behind "More", `rows` (columns for the
    query), `geometry` (days for the drawing), `events` (the API's objects and what is shown of them), `exercises`
    (kinds that can be made), `gists` (of the passages that claims cite), `names` of everything, `facets` (options in
    order), `settings`, `words` of the interface, `locale`, `figures` by theme, `overview` scale, `record` (hash,
    count, date as EDTF, updated in words). With `events`, the objects are of these alone.
    """
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    columns = columns_of(record)
    choices = choices_of(record)
    return {
        "count": len(record.events),
        "operators": table(),
        "keys": list(KEYS),
        "exercises": list(exercises_of(record)),
        "choices": {key: list(values) for key, values in choices.items()},
        "extra": [view for view in choices["view"] if view in EXTRA_VIEWS],
        "rows": {**{name: columns[name] for name in ROW_COLUMNS}, "speech": _speech(record)},
        "geometry": _geometry(record),
        "events": shown_events(record, events),
        "gists": _gists(record),
        "names": names_of(record),
        "types": {key: source.type for key, source in record.sources.items()},
        "registry": registry_rest(record),
        "facets": {facet: list(options) for facet, options in options_of(record).items()},
        "settings": page_settings(record),
        "words": all_words(languages),
        "locale": in_each(plotly_locale),
        "figures": {theme: figure_template(record, theme) for theme in ("light", "dark")},
        "overview": overview_scale(record),
        "record": {
            "hash": record.hash,
            "count": len(record.events),
            "date": record.settings.updated.text,
            "updated": in_each(lambda language: date_text(record.settings.updated, language)),
            "day": record.settings.updated.earliest.isoformat(),
        },
    }


def to_json(payload: object) -> str:
    """The payload as JSON that can stand inside `<script>`: no NaN, and no `<` that could end the element."""
    return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")


def _speech(record: Record) -> list[bool]:
    """Whether each event is a statement, of which a status says that it was made."""
    speech = {kind.id for kind in record.settings.kinds if kind.speech}
    return [event.kind in speech for event in record.events]


def _geometry(record: Record) -> dict[str, list]:
    """Days since 1970 by row: `at` of the mark, `from` and `to` of its whole drawing; `bar` where that is a bar; `pad`
    the px by which it reaches further on both sides; `whole` the row of the event that it is part of, or None.
    """
    spans = [extent(event) for event in record.events]
    return {
        "whole": wholes_of(record.events),
        "at": [day_number(anchor(event)) for event in record.events],
        "from": [day_number(start) for start, _ in spans],
        "to": [day_number(end) for _, end in spans],
        "bar": [event.date.shape == "range" for event in record.events],
        "pad": [pad_of(event) for event in record.events],
    }


def _gists(record: Record) -> dict[str, dict[int, dict]]:
    """What each paragraph that a claim cites is about: {source: {paragraph: {language: gist}}}."""
    cited = {(claim.source, claim.passage) for event in record.events for claim in event.claims if claim.passage}
    found = {key: {p.n: p.gist for p in seed.paragraphs if (key, p.n) in cited} for key, seed in record.seeds.items()}
    return {key: gists for key, gists in found.items() if gists}
