"""Errors: ids are unique, and whatever a record refers to is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model.countries import country_codes, meant_country
from ..model.model import OUTLET, Actor, Event, Source
from ..model.settings import Preset, Span
from ..places import Steps
from ..problems.problem import Problem, clipped
from ..record import Document, Record
from .walk import Register, amounts_of, claims_of, events_of, sides_in, sides_of, unknown_word, unknown_words

COUNTRY_CODES = "two capital letters of ISO 3166-1, such as FR, JP, US"
LISTS = ("presets", "chapters", "kinds", "quantities", "units", "scopes")  # of the settings


def ids_are_unique(record: Record) -> Iterator[Problem]:
    """duplicate-id: no two events, actors, sources, claims of one event, or entries of one list of the settings share
    an id; no actor has the id `outlet`; and no list of actors, countries, claims, outcomes or languages names one
    twice.
    """
    for document, path, ids in _lists_with_ids(record):
        yield from _repeated_ids(document, path, ids)
    actors = record.documents.actors
    for index, actor in enumerate(actors.value):
        if actor.id == OUTLET:
            hint = "it stands for a source that speaks for itself; give the actor another"
            yield actors.problem((index, "id"), "duplicate-id", f"the id `{OUTLET}` is taken", hint)
    for document, path, words in _lists_of_words(record):
        seen = set[str]()
        for number, word in enumerate(words) if len(words) > 1 else ():
            if word in seen:
                message = f"`{clipped(word)}` is named twice"
                yield document.problem((*path, number), "duplicate-id", message, "name it once")
            seen.add(word)


def _repeated_ids(document: Document[object], path: Steps, ids: Iterable[str]) -> Iterator[Problem]:
    """A problem for each id of the list at `path` that stands above already."""
    seen: dict[str, int] = {}
    for number, name in enumerate(ids):
        if name in seen:
            place = document.whereabouts((*path, seen[name], "id"), (*path, number, "id"))
            hint = f"{place} has it already"
            yield document.problem((*path, number, "id"), "duplicate-id", f"the id `{name}` is taken", hint)
        seen.setdefault(name, number)


def _lists_with_ids(record: Record) -> Iterator[tuple[Document[object], Steps, Iterable[str]]]:
    """The ids of each list whose items have some, with the path of the list."""
    files, settings = record.documents, record.settings
    lists: tuple[Document[Sequence[Event | Actor | Source]], ...] = (files.events, files.actors, files.sources)
    for document in lists:
        yield document, (), (item.id for item in document.value)
    for field in LISTS:
        yield files.settings, (field,), (item.id for item in getattr(settings, field))
    for events, index, event in events_of(record):
        if len(event.claims) > 1:
            yield events, (index, "claims"), (claim.id for claim in event.claims)


def _lists_of_words(record: Record) -> Iterator[tuple[Document[object], Steps, tuple[str, ...]]]:
    """The lists that name things, with their places."""
    settings, sources = record.documents.settings, record.documents.sources
    yield settings, ("languages",), record.settings.languages
    yield from ((sources, (index, "language"), source.language) for index, source in enumerate(sources.value))
    for document, index, event in events_of(record):
        yield document, (index, "actors"), event.actors
        yield document, (index, "countries"), event.countries
    for document, path, _, claim in claims_of(record):
        yield document, (*path, "by"), claim.by
        yield document, (*path, "outcome"), claim.outcome
    for document, path, _, side in sides_of(record):
        yield document, path, side.claims


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
    for document, path, code in _countries_of(record):
        if code not in known:
            meant = meant_country(code, record.settings.languages)
            hint = f"did you mean `{meant}`?" if meant else COUNTRY_CODES
            yield document.problem(path, "unknown-country", f"`{clipped(code)}` is no country code", hint)


def _countries_of(record: Record) -> Iterator[tuple[Document[object], Steps, str]]:
    """Every country code of a record with its place."""
    for events, index, event in events_of(record):
        yield from ((events, (index, "countries", number), code) for number, code in enumerate(event.countries))
    lists: tuple[Document[Sequence[Actor | Source]], ...] = (record.documents.actors, record.documents.sources)
    for document in lists:
        for index, item in enumerate(document.value):
            if item.country:
                yield document, (index, "country"), item.country


def figures_use_known_terms(record: Record) -> Iterator[Problem]:
    """unknown-quantity, unknown-unit, unknown-scope: what a figure counts, in what and where is named in
    settings.yaml.
    """
    known = {
        name: Register({term.id: term for term in getattr(record.settings, plural)})
        for name, plural in (("quantity", "quantities"), ("unit", "units"), ("scope", "scopes"))
    }
    for document, path, _, claim in claims_of(record):
        for place, amount in amounts_of(claim, path):
            for name, words in known.items():
                if (word := getattr(amount, name)) and word not in words:
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


def outcomes_lead_somewhere(record: Record) -> Iterator[Problem]:
    """unknown-event: what came of a prediction is told by events of the record."""
    ids = {event.id: None for event in record.events}
    for document, path, _, claim in claims_of(record):
        yield from unknown_words(document, (*path, "outcome"), claim.outcome, ids, "event", "events.yaml")


def outcomes_are_of_predictions(record: Record) -> Iterator[Problem]:
    """outcome: only a claim that predicts has an outcome, and a predicted event is none."""
    statuses = {event.id: event.status for event in record.events}
    for document, path, _, claim in claims_of(record):
        if claim.outcome and claim.stance != "predicts":
            message = f"the claim `{claim.stance}`, and only one that `predicts` has an outcome"
            yield document.problem((*path, "outcome"), "outcome", message, "leave it out, or correct the stance")
        for number, event in enumerate(claim.outcome):
            if claim.stance == "predicts" and statuses.get(event) == "predicted":
                message = f"`{event}` is itself only predicted"
                hint = "name an event that tells what happened, or leave it out"
                yield document.problem((*path, "outcome", number), "outcome", message, hint)


def disagreements_have_claims(record: Record) -> Iterator[Problem]:
    """unknown-claim: the sides of a disagreement name claims of the same event."""
    for document, index, event in events_of(record):
        ids = {claim.id: None for claim in event.claims}
        for path, side in sides_in(event, index):
            yield from unknown_words(document, path, side.claims, ids, "claim", "this event")


def presets_are_windows(record: Record) -> Iterator[Problem]:
    """preset, unknown-preset: the first window names a preset, and presets, like chapters and the replay, have a first
    and a last day.
    """
    document, settings = record.documents.settings, record.settings
    presets = Register({preset.id: preset for preset in settings.presets})
    if settings.window not in presets:
        yield unknown_word(document, ("window",), settings.window, presets, "preset", "settings.yaml")
    spans: list[tuple[Steps, str, Preset | Span]]
    spans = [(("presets", index), "a preset", preset) for index, preset in enumerate(settings.presets)]
    spans += [(("chapters", index), "a chapter", chapter) for index, chapter in enumerate(settings.chapters)]
    if settings.replay:
        spans.append((("replay",), "the replay", settings.replay))
    for path, what, span in spans:
        if not (span.start.start and span.end.end and span.start.start < span.end.end):
            yield document.problem(path, "preset", f"{what} starts on a day before its end", "correct the two days")


def chapters_choose_known_words(record: Record) -> Iterator[Problem]:
    """unknown-actor, unknown-country, unknown-source, unknown-kind: the filter of a chapter names what is there."""
    document, settings = record.documents.settings, record.settings
    known: dict[str, tuple[Collection[str], str]] = {
        "actor": (Register(record.actors), "actors.yaml"),
        "country": (sorted({country for event in record.events for country in event.countries}), "the events"),
        "source": (Register(record.sources), "sources.yaml"),
        "kind": (Register({kind.id: kind for kind in settings.kinds}), "settings.yaml"),
    }
    for index, chapter in enumerate(settings.chapters):
        for facet, (words, where) in known.items():
            path = ("chapters", index, "filter", facet)
            chosen = getattr(chapter.filter, facet, ())
            yield from unknown_words(document, path, chosen, words, facet, where)


RULES = (
    ids_are_unique,
    actors_are_registered,
    sources_are_registered,
    kinds_are_known,
    countries_exist,
    figures_use_known_terms,
    relations_lead_somewhere,
    outcomes_lead_somewhere,
    outcomes_are_of_predictions,
    disagreements_have_claims,
    presets_are_windows,
    chapters_choose_known_words,
)
