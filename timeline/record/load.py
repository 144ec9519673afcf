"""From a folder of YAML files to a `Record`, or to every problem that keeps it from being one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..installed import DATA
from .files import FILES, events_file, shown
from .model.model import Seed
from .problems.problem import ERROR, Problem, RecordError
from .read.document import read_document
from .read.text import form_problems
from .record import Document, Record
from .rules.check import check_record, warn_of_record


def load_record(path: str | Path = DATA) -> Record:
    """Load the record at `path`: a data folder, or the `events.yaml` inside one.

    Raises RecordError with every problem found, sorted by file and line.
    """
    record, problems = read_record(path)
    if record is None:
        raise RecordError(problems)
    return record


def read_record(path: str | Path = DATA, thorough: bool = False) -> tuple[Record | None, list[Problem]]:
    """Like `load_record`, but returns (record or None, sorted problems) instead of raising.

    The problems are those that keep the record from being used; with `thorough` also what only `check`
    asks for: warnings, and how the files are stored. The record is None where there is an error.
    """
    with no_collection():
        return _read_record(Path(path), thorough)


def _read_record(path: Path, thorough: bool) -> tuple[Record | None, list[Problem]]:
    documents, problems, files = _read_files(path)
    forms = [problem for file in files for problem in form_problems(file, shown(file))] if thorough else []
    if problems:
        return None, sorted(problems + forms + _problems_of_the_rest(documents, problems))
    record = _record(documents)
    problems = forms + check_record(record) + (warn_of_record(record) if thorough else [])
    refused = any(problem.severity == ERROR for problem in problems)
    return (None if refused else record), sorted(problems)


@contextmanager
def no_collection() -> Iterator[None]:
    """While something big grows that is no garbage, without the garbage collector, which would look through it all again
    and again: half of the time that a big record takes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # what has grown is now of the oldest generation, without having been looked through for it
        if was_on:
            gc.enable()


def _read_files(path: Path) -> tuple[dict[str, Document], list[Problem], list[Path]]:
    """The documents of the record at `path`, the problems of each by itself, and the files they stand in."""
    events = events_file(path)
    folder = events.parent
    documents, problems, files = {}, [], []
    for key, (name, kind) in FILES.items():
        files.append(events if key == "events" else folder / name)
        read_document(files[-1], kind, key, documents, problems)
    if [problem.code for problem in problems] == ["missing-file"] * len(FILES):
        wanted = ", ".join(f"`{name}`" for name, _ in FILES.values())
        return {}, [replace(problems[-1], hint=f"a record is {wanted} in one folder")], files
    for source in documents["sources"].value if "sources" in documents else ():
        if source.record:
            files.append(folder / source.record)
            read_document(files[-1], Seed, f"seed:{source.id}", documents, problems)
    return documents, problems, list(dict.fromkeys(files))


def _problems_of_the_rest(documents: dict[str, Document], problems: list[Problem]) -> list[Problem]:
    """What the rules find in the valid parts of a record that has other problems; nothing that only follows from those."""
    if not FILES.keys() <= documents.keys() or any(problem.code == "too-many" for problem in problems):
        return []
    left_out = frozenset().union(*(document.left_out for document in documents.values()))  # rightly referred to
    unread = any(source.record and f"seed:{source.id}" not in documents for source in documents["sources"].value)
    return [
        problem
        for problem in check_record(_record(documents))
        if not (problem.code.startswith("unknown-") and left_out & set(problem.message.split("`")))
        and not (problem.code == "seed-record" and unread)
    ]


def _record(documents: dict[str, Document]) -> Record:
    by_id = lambda values: MappingProxyType({value.id: value for value in values})  # noqa: E731
    value = {key: documents[key].value for key in FILES}
    # The mark ~ or an open start sorts with its first possible day; open starts come first.
    events = sorted(value["events"], key=lambda e: (e.date.start or date.min, e.date.end or date.max))
    seeds = by_id(doc.value for key, doc in documents.items() if key.startswith("seed:"))
    return Record(
        tuple(events),
        by_id(value["actors"]),
        by_id(value["sources"]),
        seeds,
        value["settings"],
        MappingProxyType(documents),
    )
