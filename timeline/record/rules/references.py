"""Errors: ids are unique, and whatever a record refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.countries import country_codes, meant_country
from ..model.model import OUTLET
from ..problems.problem import Problem, clipped
from ..record import Document, Record
from .walk import Path, Register, claims_of, events_of, figures_of, unknown_word, unknown_words

CODES = "two capital letters of ISO 3166-1, such as FR, JP, US"
LISTS = ("presets", "kinds", "quantities", "units", "scopes")  # of the settings


def ids_are_unique(record: Record) -> Iterator[Problem]:
    """duplicate-id: no two events, actors, sources, claims of one event, or entries of one list of the settings share an id; no actor
    has the id `outlet`; and no list of actors, countries, claims or languages names one twice.
    """
    lists = [(record.documents[key], (), record.documents[key].value) for key in ("events", "actors", "sources")]
    lists += [(record.documents["settings"], (field,), getattr(record.settings, field)) for field in LISTS]
    lists += [
        (document, (index, "claims"), event.claims)
        for document, index, event in events_of(record)
        if len(event.claims) > 1
    ]
    for document, path, items in lists:
        seen = {}
        for number, item in enumerate(items):
            if item.id in seen:
                yield document.problem(
                    (*path, number, "id"),
                    "duplicate-id",
                    f"the id `{item.id}` is taken",
                    f"line {document.problem((*path, seen[item.id], 'id'), '', '').line} has it already",
                )
            seen.setdefault(item.id, number)
    for index, actor in enumerate(record.documents["actors"].value):
        if actor.id == OUTLET:
            yield record.documents["actors"].problem(
                (index, "id"),
                "duplicate-id",
                f"the id `{OUTLET}` is taken",
                "it stands for a source that speaks for itself; give the actor another",
            )
    for document, path, words in _lists_of_words(record):
        for number, word in enumerate(words) if len(words) > 1 else ():
            if word in words[:number]:
                yield document.problem((*path, number), "duplicate-id", f"`{word}` is named twice", "name it once")


def _lists_of_words(record: Record) -> Iterator[tuple[Document, Path, tuple[str, ...]]]:
    """The lists that name things, with their places."""
    settings, sources = record.documents["settings"], record.documents["sources"]
    yield settings, ("languages",), record.settings.languages
    yield from ((sources, (index, "language"), source.language) for index, source in enumerate(sources.value))
    for document, index, event in events_of(record):
        yield document, (index, "actors"), event.actors
        yield document, (index, "countries"), event.countries
        for number, claim in enumerate(event.claims):
            yield document, (index, "claims", number, "by"), claim.by
        for number, point in enumerate(event.disagreements):
            for turn, side in enumerate(point.sides):
                yield document, (index, "disagreements", number, "sides", turn, "claims"), side.claims


def actors_are_registered(record: Record) -> Iterator[Problem]:
    """unknown-actor: every actor of an event or claim stands in actors.yaml."""
    actors = Register(record.actors)
    for document, index, event in events_of(record):
        yield from unknown_words(document, (index, "actors"), event.actors, actors, "actor", "actors.yaml")
    for document, path, _, claim in claims_of(record):
        yield from unknown_words(document, (*path, "by"), claim.by, actors, "actor", "actors.yaml")


def sources_are_registered(record: Record) -> Iterator[Problem]:
    """unknown-source: the source of every claim stands in sources.yaml."""
    sources = Register(record.sources)
    for document, path, _, claim in claims_of(record):
        if claim.source not in sources:
            yield unknown_word(document, (*path, "source"), claim.source, sources, "source", "sources.yaml")


def kinds_are_known(record: Record) -> Iterator[Problem]:
    """unknown-kind: the kind of every event stands in settings.yaml."""
    kinds = Register({kind.id: kind for kind in record.settings.kinds})
    for document, index, event in events_of(record):
        if event.kind not in kinds:
            yield unknown_word(document, (index, "kind"), event.kind, kinds, "kind", "settings.yaml")


def countries_exist(record: Record) -> Iterator[Problem]:
    """unknown-country: countries are ISO 3166-1 alpha-2 codes."""
    known = country_codes()
    strays = [
        (document, (index, "countries", number), code)
        for document, index, event in events_of(record)
        for number, code in enumerate(event.countries)
        if code not in known
    ]
    strays += [
        (record.documents[key], (index, "country"), item.country)
        for key in ("actors", "sources")
        for index, item in enumerate(record.documents[key].value)
        if item.country and item.country not in known
    ]
    for document, path, code in strays:
        meant = meant_country(code, record.settings.languages)
        hint = f"did you mean `{meant}`?" if meant else CODES
        yield document.problem(path, "unknown-country", f"`{clipped(code)}` is no country code", hint)


def figures_use_known_terms(record: Record) -> Iterator[Problem]:
    """unknown-quantity, unknown-unit, unknown-scope: what a figure counts, in what and where is named in settings.yaml."""
    known = {
        name: Register({term.id: term for term in getattr(record.settings, plural)})
        for name, plural in (("quantity", "quantities"), ("unit", "units"), ("scope", "scopes"))
    }
    for document, path, _, claim in claims_of(record):
        for place, figure in figures_of(claim, path):
            for name, words in known.items():
                if (word := getattr(figure, name)) and word not in words:
                    yield unknown_word(document, (*place, name), word, words, name, "settings.yaml")


def relations_lead_somewhere(record: Record) -> Iterator[Problem]:
    """unknown-event: events relate to, and are part of, other events of the record."""
    ids = {event.id: None for event in record.events}
    for document, index, event in events_of(record):
        for number, link in enumerate(event.relates):
            place = (index, "relates", number, "event")
            if link.event == event.id:
                yield document.problem(place, "unknown-event", "the event relates to itself", "name the other event")
            elif link.event not in ids:
                yield unknown_word(document, place, link.event, ids, "event", "events.yaml")
        if event.part_of == event.id:
            message = "the event is part of itself"
            yield document.problem((index, "part_of"), "unknown-event", message, "name the event that it is part of")
        elif event.part_of is not None and event.part_of not in ids:
            yield unknown_word(document, (index, "part_of"), event.part_of, ids, "event", "events.yaml")


def disagreements_have_claims(record: Record) -> Iterator[Problem]:
    """unknown-claim: the sides of a disagreement name claims of the same event."""
    for document, index, event in events_of(record):
        ids = [claim.id for claim in event.claims]
        for number, point in enumerate(event.disagreements):
            for turn, side in enumerate(point.sides):
                place = (index, "disagreements", number, "sides", turn, "claims")
                yield from unknown_words(document, place, side.claims, ids, "claim", "this event")


def presets_are_windows(record: Record) -> Iterator[Problem]:
    """preset, unknown-preset: the first window names a preset, and presets, like the replay, have a first and a last day."""
    document, settings = record.documents["settings"], record.settings
    presets = Register({preset.id: preset for preset in settings.presets})
    if settings.window not in presets:
        yield unknown_word(document, ("window",), settings.window, presets, "preset", "settings.yaml")
    spans = [(("presets", index), "a preset", preset) for index, preset in enumerate(settings.presets)]
    spans += [(("replay",), "the replay", settings.replay)] if settings.replay else []
    for path, what, span in spans:
        if not (span.start.start and span.end.end and span.start.start < span.end.end):
            yield document.problem(path, "preset", f"{what} starts on a day before its end", "correct the two days")


RULES = (
    ids_are_unique,
    actors_are_registered,
    sources_are_registered,
    kinds_are_known,
    countries_exist,
    figures_use_known_terms,
    relations_lead_somewhere,
    disagreements_have_claims,
    presets_are_windows,
)
