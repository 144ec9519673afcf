"""The record's settings as the page needs them, and how each of its languages writes numbers and dates."""

from __future__ import annotations

from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from ..record.identity import name_of
from ..record.locales import locale_of
from ..record.model.countries import language_name
from ..record.model.settings import Chapter, Preset, Span
from ..record.record import Record


def page_settings(record: Record) -> dict:
    """`name` (the record's, in identifiers), `title`, `subtitle`, `languages`, `endonyms`, `window`, `presets`,
    `chapters`, `symbols` of kinds, `speech` (the kinds whose events are statements), `seeds`, `documents` (what these
    are called), `lessons` (their ids), `replay` (two ISO days).
    """
    settings = record.settings
    return {
        "name": name_of(settings),
        "title": settings.title,
        "subtitle": settings.subtitle,
        "licence": settings.licence,
        "languages": list(settings.languages),
        "endonyms": {language: endonym(language) for language in settings.languages},
        "window": settings.window,
        "presets": [_preset(preset) for preset in settings.presets],
        "chapters": [_chapter(chapter) for chapter in settings.chapters],
        "symbols": {kind.id: kind.symbol for kind in settings.kinds},
        "speech": [kind.id for kind in settings.kinds if kind.speech],
        "seeds": list(record.seeds),
        "documents": settings.documents,
        "lessons": list(record.lessons),
        "replay": _span(settings.replay) if settings.replay else None,
    }


def endonym(language: str) -> str:
    """What a language calls itself, as a button says it."""
    name = language_name(language, language)
    return name[:1].upper() + name[1:]


def _preset(preset: Preset) -> dict:
    return {
        "id": preset.id,
        "name": preset.name,
        "start": preset.start.earliest.isoformat(),
        "end": preset.end.latest.isoformat(),
    }


def _chapter(chapter: Chapter) -> dict:
    """A preset with its sentence, its question (or None), and what it chooses: {facet: [words]}."""
    chosen = chapter.filter.model_dump(exclude_defaults=True) if chapter.filter else {}
    return {
        **_preset(chapter),
        "sentence": chapter.sentence,
        "question": chapter.question,
        "filter": {facet: list(words) for facet, words in chosen.items()},
    }


def _span(span: Span) -> list[str]:
    """The first and the last day of a span, ISO."""
    return [span.start.earliest.isoformat(), span.end.latest.isoformat()]


def plotly_locale(language: str) -> dict:
    """Plotly's locale format: names as CLDR writes them within a date, the day before the month in every language."""
    locale = locale_of(language)
    months = [[get_month_names(width, locale=locale)[n] for n in range(1, 13)] for width in ("wide", "abbreviated")]
    days = [[get_day_names(width, locale=locale)[(n - 1) % 7] for n in range(7)] for width in ("wide", "abbreviated")]
    return {
        "months": months[0],
        "shortMonths": months[1],
        "days": days[0],
        "shortDays": days[1],
        "decimal": get_decimal_symbol(locale),
        "thousands": get_group_symbol(locale),
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
