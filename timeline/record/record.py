"""A whole timeline in memory, and the files it came from. Both are immutable."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from .dates.days import AnyDay
from .model.lesson import Lesson
from .model.model import Actor, Event, Seed, Source
from .model.settings import Settings
from .pictures import Found, PictureFile
from .places import Node, Nowhere, Place, Places, Steps, label_of
from .problems.codes import severity_of
from .problems.problem import Problem

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Document(Generic[T_co]):
    """A YAML file as it was read: the name that messages use, where its parts stand, and its validated value.

    `left_out` holds the ids of list items that are not in the value because they aren't valid. `kept` then gives the
    numbers that the other items have in the file; it is None where no item is left out.
    """

    name: str
    places: Places = field(repr=False)
    value: T_co
    left_out: frozenset[str] = frozenset()
    kept: Sequence[int] | None = None

    def problem(self, path: Steps, code: str, message: str, hint: str = "", label: str = "") -> Problem:
        """A problem at `path` of the value. `label` names the part for people."""
        if path and self.kept is not None:
            path = (self.kept[int(path[0])], *path[1:])
        line, column = self.places.place_of(path)
        where = label or label_of(self.places.root, path)
        return Problem(self.name, line, column, code, where, message, hint, severity_of(code))

    def whereabouts(self, path: Steps, beside: Steps) -> str:
        """Where the part at `path` stands, for a message at `beside`: `line 12`, or the place in another file."""
        one, other = (self.problem(steps, "", "") for steps in (path, beside))
        return f"line {one.line}" if one.file == other.file else f"{one.file}:{one.line}"


@dataclass(frozen=True)
class Joined(Document[Sequence[T]]):
    """Several files that hold one list between them, as if it stood in one: `parts` are the files."""

    parts: tuple[Document[Sequence[T]], ...] = ()

    def problem(self, path: Steps, code: str, message: str, hint: str = "", label: str = "") -> Problem:
        """A problem at `path` of the whole list, in the file that has this item."""
        number = int(path[0]) if path else 0
        for part in self.parts:
            if number < len(part.value) or part is self.parts[-1]:
                break
            number -= len(part.value)
        return part.problem((number, *path[1:]) if path else (), code, message, hint, label)


def joined(parts: Sequence[Document[list[T]]]) -> Document[Sequence[T]]:
    """The document of a list that stands in these files: the one, or all of them as one."""
    if len(parts) == 1:
        return parts[0]
    value = [item for part in parts for item in part.value]
    left_out = frozenset(name for part in parts for name in part.left_out)
    return Joined(parts[0].name, _JoinedPlaces(parts), value, left_out, parts=tuple(parts))


class _JoinedPlaces:
    """The plain values of several files that hold one list; where these stand each file knows itself."""

    def __init__(self, parts: Sequence[Document[object]]):
        roots = [part.places.root for part in parts]
        self.root: Node = [item for root in roots if isinstance(root, list) for item in root]
        self.hidden = [problem for part in parts for problem in part.places.hidden]

    def place_of(self, path: Steps) -> Place:
        """None of one file: a `Joined` asks the file that has the part."""
        raise NotImplementedError


def files_of(document: Document[T]) -> tuple[Document[T], ...]:
    """The files that a document was read from."""
    return cast("tuple[Document[T], ...]", document.parts) if isinstance(document, Joined) else (document,)


@dataclass(frozen=True)
class Documents:
    """The files of a record. Lists stand in the order of their files; `seeds` are by the ids of their sources,
    `lessons` by their own, `pictures` by their names in the record, which does not name the `unused` files of `media/`.
    """

    settings: Document[Settings]
    actors: Document[Sequence[Actor]]
    sources: Document[Sequence[Source]]
    events: Document[Sequence[Event]]
    seeds: Mapping[str, Document[Seed]]
    lessons: Mapping[str, Document[Lesson]]
    pictures: Mapping[str, Found]
    unused: Sequence[str]

    def __iter__(self) -> Iterator[Document[object]]:
        yield from (self.settings, self.actors, self.sources, self.events, *self.seeds.values())
        yield from self.lessons.values()


@dataclass(frozen=True)
class Record:
    """A whole timeline: events in date order, what they refer to, and lessons by the names of their files. Immutable.

    `documents` are the files it came from, which know where each part stands.
    """

    events: tuple[Event, ...]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    seeds: Mapping[str, Seed]
    settings: Settings
    lessons: Mapping[str, Lesson]
    documents: Documents = field(repr=False, compare=False)

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of the content, as 64 hexadecimal digits, made when it is first asked for.

        It covers every value that isn't its field's default. Formatting does not change it, nor does the order of
        fields or of events that have different dates. Lessons count, since pages carry them: it tells an open page,
        and a published site, that what they were made of has changed; so do the bytes of pictures. Without lessons and
        pictures it is that of the rest.
        """
        parts = (self.settings, *self.actors.values(), *self.sources.values(), *self.seeds.values(), *self.events)
        digest = hashlib.sha256()
        for part in parts:
            content = {type(part).__name__: part.model_dump(mode="json", exclude_defaults=True)}
            digest.update(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
        for key, lesson in self.lessons.items():
            content = {"Lesson": {"id": key, **lesson.model_dump(mode="json", exclude_defaults=True)}}
            digest.update(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
        for name, picture in sorted(self.pictures.items()):
            digest.update(f"{name} {picture.digest}".encode())
        return digest.hexdigest()

    @cached_property
    def pictures(self) -> Mapping[str, PictureFile]:
        """The pictures beside the record, by the names that it gives them."""
        found = self.documents.pictures.items()
        return MappingProxyType({name: one for name, one in found if isinstance(one, PictureFile)})

    @cached_property
    def made(self) -> dict[Callable[[Record], Any], Any]:
        """What has been made of the record so far, by the function that makes it: see `once`."""
        return {}

    def without_places(self) -> Record:
        """The same record, for a program that only shows it: where everything stands in the files, which problems say,
        takes a third of what a large record takes in memory."""
        kept = self.documents
        documents = Documents(
            _placeless(kept.settings),
            _placeless(kept.actors),
            _placeless(kept.sources),
            _placeless(kept.events),
            {key: _placeless(document) for key, document in kept.seeds.items()},
            {key: _placeless(document) for key, document in kept.lessons.items()},
            kept.pictures,
            kept.unused,
        )
        return replace(self, documents=documents)

    @cached_property
    def last_seed_day(self) -> AnyDay | None:
        """The last day on which one of the seed documents was published, None without any."""
        return max((seed.published.end for seed in self.seeds.values() if seed.published.end), default=None)

    def later_than_seeds(self, event: Event) -> bool:
        """True where an event begins after the last seed document was published."""
        last = self.last_seed_day
        return bool(last and event.date.start and event.date.start > last)


def _placeless(document: Document[T]) -> Document[T]:
    light = replace(document, places=Nowhere())
    if isinstance(light, Joined):
        return cast("Document[T]", replace(light, parts=tuple(map(_placeless, light.parts))))
    return light


def once(make: Callable[[Record], T]) -> Callable[[Record], T]:
    """A function whose result is made once for each record, and kept as long as the record is.

    A record never changes, so neither does the result: don't change it.
    """

    @wraps(make)
    def kept(record: Record) -> T:
        if make not in record.made:
            record.made[make] = make(record)
        made: T = record.made[make]
        return made

    return kept
