"""Everything the page needs to know of the record, as one JSON object: a file beside the page, or inside the offline one."""

from __future__ import annotations

import json

import pandas as pd
from babel import Locale
from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from ..query.facets import STATUSES, options_of
from ..query.frame import DAY, frame_of, iso_days
from ..query.operators import table
from ..query.spec import KEYS, choices_of, units_of
from ..record.dates.days import day_number
from ..record.model.countries import country_name
from ..record.model.model import OUTLET, Amount, Claim, Event, Preset
from ..record.record import Record
from .figure import ABOUT, anchor, extent, figure_template
from .overview import overview_scale
from .wording import amount_text, date_text, day_text
from .words import all_words, by_language, text

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


def build_payload(record: Record) -> dict:
    """The page's data: `operators`, `rows` (columns for the query), `geometry` (days for the drawing),
    `events` (what panel and list show), `gists` (of the passages that claims cite), names of everything, `facets` (options in order), `settings`,
    `strings`, `locale`, `figures` by theme, `overview` scale, `record` (hash, count, date as EDTF, updated in words)."""
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    frame, links = frame_of(record), _links(record)
    return {
        "count": len(record.events),
        "operators": table(),
        "keys": list(KEYS),
        "choices": {key: list(values) for key, values in choices_of(record).items()},
        "rows": {name: _cells(frame[name]) for name in ROW_COLUMNS},
        "geometry": _geometry(record),
        "events": [_event(record, event, links.get(event.id)) for event in record.events],
        "gists": _gists(record),
        "names": _names(record),
        "types": {key: source.type for key, source in record.sources.items()},
        "registry": _registry(record),
        "facets": {facet: list(options) for facet, options in options_of(record).items()},
        "settings": _settings(record),
        "strings": all_words(languages),
        "locale": in_each(_locale),
        "figures": {theme: figure_template(record, theme) for theme in ("light", "dark")},
        "overview": overview_scale(record),
        "record": {
            "hash": record.hash,
            "count": len(record.events),
            "date": record.settings.updated.text,
            "updated": in_each(lambda language: date_text(record.settings.updated, language)),
            "day": (record.settings.updated.start or record.settings.updated.end).isoformat(),
        },
    }


def to_json(payload: dict) -> str:
    """The payload as JSON that can stand inside `<script>`: no NaN, and no `<` that could end the element."""
    return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")


def _cells(column: pd.Series) -> list:
    """A column of the frame as JSON-ready values: days as ISO strings, None where one is missing."""
    if column.dtype == DAY:
        return iso_days(column)
    return [list(cell) if isinstance(cell, tuple) else cell for cell in column]


def _geometry(record: Record) -> dict[str, list]:
    """Days since 1970 by row: `at` of the mark, `from` and `to` of its whole drawing; `bar` where that is a bar;
    `pad` the px by which it reaches further on both sides."""
    spans = [extent(event) for event in record.events]
    return {
        "at": [day_number(anchor(event)) for event in record.events],
        "from": [day_number(start) for start, _ in spans],
        "to": [day_number(end) for _, end in spans],
        "bar": [event.date.shape == "range" for event in record.events],
        "pad": [ABOUT // 2 if event.date.qualifier and event.date.shape != "within" else 0 for event in record.events],
    }


def _gists(record: Record) -> dict[str, dict[int, dict]]:
    """What each paragraph that a claim cites is about: {source: {paragraph: {language: gist}}}."""
    cited = {(claim.source, claim.passage) for event in record.events for claim in event.claims if claim.passage}
    found = {key: {p.n: p.gist for p in seed.paragraphs if (key, p.n) in cited} for key, seed in record.seeds.items()}
    return {key: gists for key, gists in found.items() if gists}


def _names(record: Record) -> dict[str, dict]:
    languages = record.settings.languages
    countries = sorted({code for event in record.events for code in event.countries})
    return {
        "actor": {key: actor.name for key, actor in record.actors.items()},
        "source": {key: source.name for key, source in record.sources.items()},
        "claimant": {
            **{
                key: record.actors[key].name
                for event in record.events
                for key in event.claimants
                if key in record.actors
            },
            OUTLET: {lang: text("outlet_claimant", lang) for lang in languages},
        },
        "quantity": {term.id: term.name for term in record.settings.quantities},
        "scope": {**{term.id: term.name for term in record.settings.scopes}, **_no_scope(record)},
        "unit": _unit_names(record),
        "type": {key: by_language(f"type_{source.type}", languages) for key, source in record.sources.items()},
        "country": {code: {lang: country_name(code, lang) for lang in languages} for code in countries},
        "kind": {kind.id: kind.name for kind in record.settings.kinds},
        "status": {status: {lang: text(status, lang) for lang in languages} for status in STATUSES},
        "role": {key: actor.role for key, actor in record.actors.items() if actor.role},
    }


def _no_scope(record: Record) -> dict[str, dict]:
    """What a figure without a scope has for one, where the record doesn't say it in its own words (a scope `none`)."""
    own = any(term.id == "none" for term in record.settings.scopes)
    return {} if own else {"none": by_language("scope_none", record.settings.languages)}


def _unit_names(record: Record) -> dict[str, dict]:
    terms = {term.id: term.name for terms in (record.settings.quantities, record.settings.units) for term in terms}
    return {unit: terms[unit] for unit in units_of(record)}


def _registry(record: Record) -> dict[str, dict]:
    """What the registries say beside names, roles and the sources' types, for what leaves the page."""
    rest = lambda part, *known: part.model_dump(mode="json", exclude_none=True, exclude={"id", "name", *known})  # noqa: E731
    return {
        "actor": {key: rest(actor, "role") for key, actor in record.actors.items()},
        "source": {key: rest(source, "type") for key, source in record.sources.items()},
    }


def _settings(record: Record) -> dict:
    settings = record.settings
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "licence": settings.licence,
        "languages": list(settings.languages),
        "endonyms": {language: _endonym(language) for language in settings.languages},
        "window": settings.window,
        "presets": [_preset(preset) for preset in settings.presets],
        "symbols": {kind.id: kind.symbol for kind in settings.kinds},
        "seeds": list(record.seeds),
        "replay": [settings.replay.start.start.isoformat(), settings.replay.end.end.isoformat()]
        if settings.replay
        else None,
    }


def _endonym(language: str) -> str:
    """What a language calls itself, as a button says it."""
    name = Locale(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def _preset(preset: Preset) -> dict:
    return {
        "id": preset.id,
        "name": preset.name,
        "start": preset.start.start.isoformat(),
        "end": preset.end.end.isoformat(),
    }


def _locale(language: str) -> dict:
    """Plotly's locale format: names as CLDR writes them within a date, the day before the month in every language."""
    months = [[get_month_names(width, locale=language)[n] for n in range(1, 13)] for width in ("wide", "abbreviated")]
    days = [[get_day_names(width, locale=language)[(n - 1) % 7] for n in range(7)] for width in ("wide", "abbreviated")]
    return {
        "months": months[0],
        "shortMonths": months[1],
        "days": days[0],
        "shortDays": days[1],
        "decimal": get_decimal_symbol(language),
        "thousands": get_group_symbol(language),
        "grouping": [3],
        "currency": ["", ""],
        "periods": ["AM", "PM"],
        "dateTime": "%e %B %-Y, %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "year": "%-Y",
        "month": "%b %-Y",
        "dayMonth": "%-d %b",
        "dayMonthYear": "%-d %b %-Y",  # 79, not 0079
    }


def _event(record: Record, event: Event, links: list[tuple[str, str]] | None) -> dict:
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    result = {
        "title": event.title,
        "summary": event.summary,
        "date": in_each(lambda language: date_text(event.date, language)),
        "edtf": event.date.text,
        "claims": [_claim(record, claim) for claim in event.claims],
        "later": record.later_than_seeds(event),
    }
    if not event.date.certain:
        result["span"] = event.date.parts
    if event.date_note:
        result["date_note"] = event.date_note
    if event.place:
        result["place"] = event.place.name
        if at := event.place.model_dump(exclude_none=True, include={"lat", "lon"}):
            result["at"] = at
    if event.disagreements:
        result["disagreements"] = [point.model_dump(mode="json") for point in event.disagreements]
    if links:
        result["links"] = links
    return result


def _links(record: Record) -> dict[str, list[tuple[str, str]]]:
    """By event: (name of the relation, id of the other event), first its own relations, then those of others to it."""
    links = {event.id: [(f"rel_{link.type}", link.event) for link in event.relates] for event in record.events}
    for other in record.events:
        for link in other.relates:
            links[link.event].append((_inverse(link.type), other.id))
    return links


def _inverse(relation: str) -> str:
    return {
        "follows": "rel_followed_by",
        "answers": "rel_answered_by",
        "contradicts": "rel_contradicted_by",
        "implements": "rel_implemented_by",
    }[relation]


def _claim(record: Record, claim: Claim) -> dict:
    """A claim as the panel shows it; what is empty is left out."""
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    result = {"id": claim.id, "source": claim.source, "stance": claim.stance, "says": claim.says}
    if claim.by:
        result["by"] = list(claim.by)
    if claim.passage:
        result["passage"] = claim.passage
    for name in ("url", "locator", "via", "note"):
        if value := getattr(claim, name):
            result[name] = value
    if claim.asserted_on:
        result["until"] = claim.asserted_on.end.isoformat() if claim.asserted_on.end else None
        if claim.asserted_on.text != result["until"]:
            result["asserted"] = claim.asserted_on.text
        if claim.asserted_on.start and claim.asserted_on.start != claim.asserted_on.end:
            result["since"] = claim.asserted_on.start.isoformat()
        result["day"] = in_each(lambda language: _short_date(claim, language))
    if claim.quote:
        result["quote"] = {"text": claim.quote.text, "lang": claim.quote.lang}
    if claim.amounts:
        result["figures"] = [_amount(record, amount) for amount in claim.amounts]
        if bool(claim.figure) != (len(claim.amounts) == 1):  # one figure is the claim's `figure`, several its `figures`
            result["first"] = bool(claim.figure)
    return result


def _amount(record: Record, amount: Amount) -> dict:
    """A figure as the record has it (absent what it hasn't), and its `text` in each language."""
    settings = record.settings
    words = {language: amount_text(amount, settings, language) for language in settings.languages}
    return {**amount.model_dump(mode="json", exclude_none=True), "text": words}


def _short_date(claim: Claim, language: str) -> str:
    when = claim.asserted_on
    return (
        day_text(when.start, language) if when.shape == "instant" and not when.qualifier else date_text(when, language)
    )
