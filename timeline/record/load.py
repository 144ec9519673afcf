"""From a folder of YAML files to a `Record`, or to every problem that keeps it from being one."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from ..installed import DATA
from .files import EVENTS, FILES, event_files, events_file, lesson_files, resolved, seed_file, shown, split_files
from .model.lesson import Lesson
from .model.model import Actor, Event, Seed, Source
from .model.settings import Settings
from .pictures import named_in, read_pictures, unused
from .problems.problem import ERROR, MAX_PROBLEMS, TOO_BIG, TOO_MANY, Problem, RecordError, clipped, reported
from .read.document import read_document, read_list
from .read.text import form_problems
from .read.unquoted import unquoted_problems
from .record import Document, Documents, Record, joined
from .rules.check import check_record, warn_of_record
from .rules.walk import Rule

T = TypeVar("T")


def load_record(path: str | Path = DATA) -> Record:
    """Load the record at `path`: a data folder, or the `events.yaml` inside one.

    Raises RecordError with every problem found, sorted by file and line.
    """
    record, problems = read_record(path)
    if record is None:
        raise RecordError(problems)
    return record


def read_record(
    path: str | Path = DATA,
    thorough: bool = False,
    further: Sequence[Rule] = (),
    of_sound: Sequence[Rule] = (),
    instead: Mapping[Path, Path] = MappingProxyType({}),
) -> tuple[Record | None, list[Problem]]:
    """Like `load_record`, but returns (record or None, sorted problems) instead of raising.

    The problems are those that keep the record from being used; with `thorough` also what only `check`
    asks for: warnings, how the files are stored, and `further` rules, of stages that the record may not import. Rules
    `of_sound` records are asked where nothing else is an error. The record is None where there is an error.
    `instead` names files that are read in place of others.
    """
    with no_collection():
        return _read_record(Path(path), thorough, further, of_sound, instead)


def _read_record(
    path: Path, thorough: bool, further: Sequence[Rule], of_sound: Sequence[Rule], instead: Mapping[Path, Path]
) -> tuple[Record | None, list[Problem]]:
    documents, problems, files = _read_files(path, instead)
    forms = [problem for file in files for problem in form_problems(file, shown(file))] if thorough else []
    if thorough and documents:
        forms += [problem for document in documents for problem in document.places.hidden]
    if problems or documents is None:
        problems += forms + _problems_of_the_rest(documents, problems)
        return None, reported(problems + (_unquoted(files, problems) if thorough else []))
    record = _record(documents)
    problems = forms + check_record(record) + (warn_of_record(record) if thorough else [])
    problems += [problem for rule in further if thorough for problem in rule(record)]
    if not _refused(problems):
        problems += [problem for rule in of_sound if thorough for problem in rule(record)]
    problems += _unquoted(files, problems) if thorough else []
    return (None if _refused(problems) else record), reported(problems)


def _unquoted(files: Mapping[Path, type], problems: list[Problem]) -> list[Problem]:
    """What lacks quotes, for which each file is read again, but for one that was too big to be read to its end; nothing
    where so much else is wrong that none would be reported."""
    if len(problems) >= MAX_PROBLEMS:
        return []
    unread = {problem.file for problem in problems if problem.code in (TOO_BIG, TOO_MANY)}
    read = ((file, kind) for file, kind in files.items() if shown(file) not in unread)
    return [one for file, kind in read for one in unquoted_problems(file, shown(file), kind)]


def _refused(problems: list[Problem]) -> bool:
    return any(problem.severity == ERROR for problem in problems)


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the garbage collector, while something big is built of which nothing is garbage.

    It would look through all of it again and again, which is half of the time that a big record takes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # everything built so far now belongs to the oldest generation, without having been searched
        if was_on:
            gc.enable()


class _Files:
    """Reads the files of one record, and collects their paths, with the types they hold, and their problems."""

    def __init__(self, instead: Mapping[Path, Path]) -> None:
        self.instead = instead
        self.kinds: dict[Path, type] = {}
        self.problems: list[Problem] = []

    def value(self, path: Path, kind: type[T]) -> Document[T] | None:
        """The document of a file that holds one value."""
        path = self.instead.get(path, path)
        return self._noted(path, kind, read_document(path, kind))

    def items(self, path: Path, kind: type[list[T]]) -> Document[list[T]] | None:
        """The document of a file that holds a list."""
        path = self.instead.get(path, path)
        return self._noted(path, kind, read_list(path, kind))

    def events(self, data: Path) -> Document[Sequence[Event]] | None:
        """The document of the events, which stand in one file or in several."""
        one, others = events_file(data), split_files(events_file(data).parent)
        if one.name == FILES["events"][0] and one.is_file() and others:
            message = f"there are events here and in `{EVENTS}/` too"
            hint = f"keep one of the two: move these to `{EVENTS}/`, or those ({shown(others[0])}, …) here"
            self.problems.append(Problem(shown(one), 1, 1, "events-twice", "", message, hint))
            return None
        documents = [self.items(path, list[Event]) for path in event_files(data)]
        read = [document for document in documents if document]
        return joined(read) if len(read) == len(documents) else None

    def seeds(self, sources: Document[Sequence[Source]] | None, folder: Path) -> dict[str, Document[Seed]]:
        """The documents of the seed records that sources name, by the ids of these. Each file is read once."""
        found: dict[str, Document[Seed]] = {}
        read: dict[Path, Document[Seed] | None] = {}
        for index, source in enumerate(sources.value if sources else ()):
            if sources is None or source.record is None:
                continue
            if len(self.problems) > MAX_PROBLEMS:
                break
            if (file := seed_file(folder, source.record)) is None:
                message = f"`{clipped(source.record)}` is no file of this record"
                hint = "name it relative to the data folder; it stands there, or in `seeds/` beside it"
                self.problems.append(sources.problem((index, "record"), "seed-record", message, hint))
                continue
            is_new = (place := resolved(file)) not in read
            if is_new:
                read[place] = self.value(file, Seed)
            # A thousand sources of one document, which is about one of them, are not a thousand documents.
            if (seed := read[place]) and (is_new or seed.value.id == source.id):
                found[source.id] = seed
        return found

    def _noted(self, path: Path, kind: type, result: tuple[Document[T] | None, list[Problem]]) -> Document[T] | None:
        document, problems = result
        self.kinds[path] = kind
        self.problems += problems
        return document


def _read_files(path: Path, instead: Mapping[Path, Path]) -> tuple[Documents | None, list[Problem], dict[Path, type]]:
    """The documents of the record at `path`, None unless all were read; the problems of each by itself; the files, with
    the types they hold.
    """
    folder, files = events_file(path).parent, _Files(instead)
    settings = files.value(folder / FILES["settings"][0], Settings)
    actors = files.items(folder / FILES["actors"][0], list[Actor])
    sources = files.items(folder / FILES["sources"][0], list[Source])
    events = files.events(path)
    if [problem.code for problem in files.problems] == ["missing-file"] * len(FILES):
        wanted = ", ".join(f"`{name}`" for name, _ in FILES.values())
        problem = replace(files.problems[-1], hint=f"a record is {wanted} in one folder")
        return None, [problem], files.kinds
    seeds = files.seeds(sources, folder)
    lessons = {path.stem: files.value(path, Lesson) for path in lesson_files(folder)}
    taught = {key: lesson for key, lesson in lessons.items() if lesson}
    if settings is None or actors is None or sources is None or events is None:
        return None, files.problems, files.kinds
    pictures = read_pictures(folder, named_in(events.value))
    found = Documents(
        settings,
        actors,
        sources,
        events,
        seeds,
        taught,
        pictures,
        unused(folder, pictures) if not events.left_out else (),
    )
    return found, files.problems, files.kinds


def _problems_of_the_rest(documents: Documents | None, problems: list[Problem]) -> list[Problem]:
    """What the rules find in the valid parts of a record that has other problems, without what follows from those."""
    if documents is None or any(problem.code == TOO_MANY for problem in problems):
        return []
    # It is right to refer to items that were left out because of their own problems.
    left_out = documents.actors.left_out | documents.sources.left_out | documents.events.left_out
    unread = any(source.record and source.id not in documents.seeds for source in documents.sources.value)
    return [
        problem
        for problem in check_record(_record(documents))
        if not (problem.code.startswith("unknown-") and left_out & set(problem.message.split("`")))
        and not (problem.code == "seed-record" and unread)
    ]


def _record(documents: Documents) -> Record:
    events = sorted(documents.events.value, key=lambda event: event.date.order)
    return Record(
        tuple(events),
        MappingProxyType({actor.id: actor for actor in documents.actors.value}),
        MappingProxyType({source.id: source for source in documents.sources.value}),
        MappingProxyType({seed.value.id: seed.value for seed in documents.seeds.values()}),
        documents.settings.value,
        MappingProxyType({key: lesson.value for key, lesson in documents.lessons.items()}),
        documents,
    )
