"""What the rules share: walks over the parts of a record with their places, and what to say of an unknown word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol, TypeAlias, get_args, get_origin

from pydantic import BaseModel

from ..folding import letters
from ..model.lesson import Lesson, Step
from ..model.model import Amount, Claim, Event, Side
from ..places import Steps
from ..problems.problem import Problem, clipped, did_you_mean
from ..record import Document, Record

Rule: TypeAlias = Callable[[Record], Iterator[Problem]]
EventsFile: TypeAlias = Document[Sequence[Event]]


def events_of(record: Record) -> Iterator[tuple[EventsFile, int, Event]]:
    """Each event as (document, its index in the file, event): problems point into the file, not the sorted list."""
    document = record.documents.events
    return ((document, index, event) for index, event in enumerate(document.value))


def claims_of(record: Record) -> Iterator[tuple[EventsFile, Steps, Event, Claim]]:
    """Each claim as (document, its path in the file, its event, claim)."""
    for document, index, event in events_of(record):
        for number, claim in enumerate(event.claims):
            yield document, (index, "claims", number), event, claim


def sides_of(record: Record) -> Iterator[tuple[EventsFile, Steps, Event, Side]]:
    """Each side of a disagreement as (document, the path of its list of claims, its event, side)."""
    for document, index, event in events_of(record):
        for path, side in sides_in(event, index):
            yield document, path, event, side


def sides_in(event: Event, index: int) -> Iterator[tuple[Steps, Side]]:
    """Each side of the disagreements of event number `index` with the path of its list of claims."""
    for number, point in enumerate(event.disagreements):
        for turn, side in enumerate(point.sides):
            yield (index, "disagreements", number, "sides", turn, "claims"), side


def amounts_of(claim: Claim, path: Steps) -> Iterator[tuple[Steps, Amount]]:
    """Each figure of the claim at `path` with its own path."""
    if claim.figure:
        yield (*path, "figure"), claim.figure
    for number, amount in enumerate(claim.figures):
        yield (*path, "figures", number), amount


def steps_of(record: Record) -> Iterator[tuple[Document[Lesson], Steps, Step]]:
    """Each step of each lesson as (document, its path in the file, step)."""
    for document in record.documents.lessons.values():
        for number, step in enumerate(document.value.steps):
            yield document, ("steps", number), step


def texts_of(value: object, path: Steps = ()) -> Iterator[tuple[Steps, dict[str, str]]]:
    """Each text for readers (a map of languages to words) in a part of the record, with its path."""
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from texts_of(item, (*path, index))
    elif isinstance(value, BaseModel):
        for name in _fields_with_texts(type(value)):
            if part := getattr(value, name):
                yield from texts_of(part, (*path, name))


@cache
def _fields_with_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that are texts for readers, or have some within."""
    return tuple(name for name, field in model.model_fields.items() if _has_texts(field.annotation))


def _has_texts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields_with_texts(annotation))
    return get_origin(annotation) is dict or any(map(_has_texts, get_args(annotation)))


class Named(Protocol):
    """Anything with a name in every language of the timeline."""

    @property
    def name(self) -> Mapping[str, str]:
        """The name by language."""


@dataclass(frozen=True)
class Register:
    """Things with names, by their ids: to say which is meant by a name where an id belongs."""

    items: Mapping[str, Named]

    def __contains__(self, key: object) -> bool:
        return key in self.items

    def __iter__(self) -> Iterator[str]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def named(self, word: str) -> str | None:
        """The id of the one thing that has this name in some language; None for none or several."""
        return _only(self._names[0].get(letters(word)))

    def called(self, word: str) -> str | None:
        """The same, or that of the one thing with this word in its name."""
        return self.named(word) or _only(self._names[1].get(letters(word)))

    @cached_property
    def _names(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """The ids by their names, and by the words of these, as `letters` gives them."""
        whole: dict[str, set[str]] = {}
        words: dict[str, set[str]] = {}
        for key, item in self.items.items():
            for name in item.name.values():
                whole.setdefault(letters(name), set()).add(key)
                for word in name.split():
                    words.setdefault(letters(word), set()).add(key)
        return whole, words


def _only(found: set[str] | None) -> str | None:
    return next(iter(found)) if found and len(found) == 1 else None


def unknown_words(
    document: Document[object], path: Steps, words: Iterable[str], known: Collection[str], what: str, where: str
) -> Iterator[Problem]:
    """A problem for each of the words at `path` that isn't known."""
    for number, word in enumerate(words):
        if word not in known:
            yield unknown_word(document, (*path, number), word, known, what, where)


def unknown_word(
    document: Document[object], path: Steps, word: str, known: Collection[str], what: str, where: str
) -> Problem:
    """`unknown-actor`, `unknown-source`, …: the word isn't among those that `where` knows."""
    hint = hint_at(word, known) or f"add it to {where} first"
    return document.problem(path, f"unknown-{what}", f"there is no {what} `{clipped(word)}` in {where}", hint)


def hint_at(word: str, known: Collection[str]) -> str:
    """Which id was meant, by its letters or by the name that belongs to it; else all ids, where these are few."""
    hint = did_you_mean(word, known)
    if not hint.startswith("did") and isinstance(known, Register) and (named := known.called(word)):
        return f"did you mean `{named}`?"
    return hint
