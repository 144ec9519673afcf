"""The settings of a timeline as typed, immutable objects: what it is called, how it is first shown, its vocabulary."""

from __future__ import annotations

from pydantic import Field

from .fields import Colour, EdtfDate, Ref, Slug, Status, Symbol, Text, Today, Words
from .model import Part


class Kind(Part):
    """A kind of event: its name, the symbol of its marks, its colour on light and on dark, and whether its events are
    statements, of which a status says that they were made.
    """

    id: Slug
    name: Text
    symbol: Symbol
    light: Colour
    dark: Colour
    speech: bool = False


class Preset(Part):
    """A window of the chart that one click shows. `start` and `end` are days, YYYY-MM-DD."""

    id: Slug
    name: Text
    start: EdtfDate
    end: EdtfDate


class Choice(Part):
    """What a chapter leaves on the page, by facet; events match one word of each facet that is named."""

    actor: tuple[Ref, ...] = ()
    country: tuple[Ref, ...] = ()
    source: tuple[Ref, ...] = ()
    kind: tuple[Ref, ...] = ()
    status: tuple[Status, ...] = ()


class Chapter(Preset):
    """A step of the record's own story: a window, perhaps with a filter, a sentence, perhaps a question for a class."""

    sentence: Text
    question: Text | None = None
    filter: Choice | None = None


class Term(Part):
    """A word of the record's own vocabulary (a quantity, a unit, a scope) and its names."""

    id: Slug
    name: Text


class Span(Part):
    """From one day to another."""

    start: EdtfDate
    end: EdtfDate


class TranslationException(Part):
    """A text whose languages rightly differ in a number, a date or a name: its name in messages, and why."""

    text: Words
    reason: Words


class Settings(Part):
    """What one timeline is called and how it is first shown. `id` is its name in calendars and feeds, made once and
    then kept, whatever its title becomes. `changes` says what the update of the day `updated` changed; `licence` names
    the terms for the record's own text; `documents` what the seed documents are, in the plural; `window` is the id of a
    preset; `replay` is the span of days that the "known as of" slider runs through (without it there is no slider).
    `chapters` tell the story step by step.
    """

    id: Slug | None = None
    title: Text
    subtitle: Text
    languages: tuple[str, ...] = Field(min_length=1)
    updated: Today
    changes: Text | None = None
    licence: str | None = None
    documents: Text | None = None
    window: Ref
    replay: Span | None = None
    presets: tuple[Preset, ...] = Field(min_length=1)
    chapters: tuple[Chapter, ...] = ()
    kinds: tuple[Kind, ...] = Field(min_length=1)
    quantities: tuple[Term, ...] = ()
    units: tuple[Term, ...] = ()
    scopes: tuple[Term, ...] = ()
    translation_exceptions: tuple[TranslationException, ...] = ()
