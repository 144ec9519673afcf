"""The registries of actors and sources: one entry each (errors), and none that nothing uses (warnings)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..folding import letters
from ..model.model import Actor, Source
from ..problems.problem import Problem
from ..record import Document, Record
from .walk import claims_of, events_of


def names_are_told_apart(record: Record) -> Iterator[Problem]:
    """same-name: no two actors, and no two sources, have the same name in a language."""
    lists: tuple[Document[Sequence[Actor | Source]], ...] = (record.documents.actors, record.documents.sources)
    for document in lists:
        seen: dict[tuple[str, str], str] = {}
        for index, item in enumerate(document.value):
            twins = {
                seen[name]: language
                for language, text in item.name.items()
                if (name := (language, letters(text))) in seen
            }
            for twin, language in twins.items():
                if twin != item.id:  # two entries of one id are a duplicate-id
                    yield document.problem(
                        (index, "name", language),
                        "same-name",
                        f"`{twin}` has the name `{item.name[language]}` too",
                        "keep one id for what is one; tell two apart in their names",
                    )
            for language, text in item.name.items():
                seen.setdefault((language, letters(text)), item.id)


def actors_are_used(record: Record) -> Iterator[Problem]:
    """unused-actor: every actor of actors.yaml acts in an event or makes a claim."""
    used = {name for event in record.events for name in event.actors}
    used |= {name for _, _, _, claim in claims_of(record) for name in claim.by}
    yield from _unused(record.documents.actors, record.actors, used, "actor", "acts in no event and makes no claim")


def sources_are_used(record: Record) -> Iterator[Problem]:
    """unused-source: every source of sources.yaml is cited, or relayed by a claim."""
    used = {name for _, _, _, claim in claims_of(record) for name in (claim.source, claim.derives_from)}
    yield from _unused(record.documents.sources, record.sources, used, "source", "is cited by no claim")


def _unused(
    document: Document[Sequence[Actor | Source]],
    known: Mapping[str, Actor | Source],
    used: Collection[str | None],
    what: str,
    says: str,
) -> Iterator[Problem]:
    places = {item.id: index for index, item in enumerate(document.value)}
    for name in known:
        if name not in used:
            yield document.problem((places[name],), f"unused-{what}", f"the {what} {says}", "use it, or delete it")


def events_can_be_found(record: Record) -> Iterator[Problem]:
    """nobody-involved: an event names an actor or a country, by which readers find it."""
    for document, index, event in events_of(record):
        if not (event.actors or event.countries):
            yield document.problem(
                (index,),
                "nobody-involved",
                "the event names neither actors nor countries",
                "add `actors:` or `countries:`, by which readers filter",
            )


ERRORS = (names_are_told_apart,)
WARNINGS = (actors_are_used, sources_are_used, events_can_be_found)
