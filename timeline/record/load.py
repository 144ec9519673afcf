"""From a folder of YAML files to a `Record`, or to every problem that keeps it from being one."""

from __future__ import annotations

import gc
import hashlib
import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from .model.model import Actor, Event, Seed, Settings, Source
from .problems.codes import severity_of
from .problems.problem import ERROR, MAX_PROBLEMS, Problem, RecordError
from .read.explain import explained, is_echo
from .read.nodes import Node, Tree, holds, open_yaml
from .read.text import form_problems

DEFAULT = Path(__file__).resolve().parents[2] / "data"
FILES = {
    "settings": ("settings.yaml", Settings),
    "actors": ("actors.yaml", list[Actor]),
    "sources": ("sources.yaml", list[Source]),
    "events": ("events.yaml", list[Event]),
}


@dataclass(frozen=True)
class Document:
    """A YAML file as read: the name messages use, its tree (for places), its validated value, and the ids of list
    items that are left out of the value because they aren't valid. `kept` says which items the others are, by their
    numbers in the file; None where none is left out."""

    name: str
    tree: Tree = field(repr=False)
    value: object
    left_out: frozenset[str] = frozenset()
    kept: Sequence[int] | None = None

    def problem(self, path: tuple, code: str, message: str, hint: str = "", label: str = "") -> Problem:
        """A problem at `path` of the value. `label` names the part for people."""
        if path and self.kept is not None:
            path = (self.kept[path[0]], *path[1:])
        line, column = self.tree.place_of(path)
        return Problem(
            self.name, line, column, code, label or _label(self.tree.root, path), message, hint, severity_of(code)
        )


@dataclass(frozen=True)
class Record:
    """A whole timeline: events in date order, and what they refer to. Immutable.

    `documents` are the files it came from, which say where an event stands.
    """

    events: tuple[Event, ...]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    seeds: Mapping[str, Seed]
    settings: Settings
    documents: Mapping[str, Document] = field(repr=False, compare=False, default_factory=dict)

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of the content, as 64 hexadecimal digits: of every value that isn't its field's default, whatever the
        formatting and the order of fields and of events of different dates. Made when it is first asked for."""
        parts = (self.settings, *self.actors.values(), *self.sources.values(), *self.seeds.values(), *self.events)
        digest = hashlib.sha256()
        for part in parts:
            content = {type(part).__name__: part.model_dump(mode="json", exclude_defaults=True)}
            digest.update(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
        return digest.hexdigest()

    @cached_property
    def last_seed_day(self) -> date | None:
        """The last day on which one of the seed documents was published, None without any."""
        return max((seed.published.end for seed in self.seeds.values() if seed.published.end), default=None)

    def later_than_seeds(self, event: Event) -> bool:
        """True where an event begins after the last seed document was published."""
        last = self.last_seed_day
        return bool(last and event.date.start and event.date.start > last)


def load_record(path: str | Path = DEFAULT) -> Record:
    """Load the record at `path`: a data folder, or the `events.yaml` inside one.

    Raises RecordError with every problem found, sorted by file and line.
    """
    record, problems = read_record(path)
    if record is None:
        raise RecordError(problems)
    return record


def read_record(path: str | Path = DEFAULT, thorough: bool = False) -> tuple[Record | None, list[Problem]]:
    """Like `load_record`, but returns (record or None, sorted problems) instead of raising.

    The problems are those that keep the record from being used; with `thorough` also what only `check`
    asks for: warnings, and how the files are stored. The record is None where there is an error.
    """
    with no_collection():
        return _read_record(Path(path), thorough)


def _read_record(path: Path, thorough: bool) -> tuple[Record | None, list[Problem]]:
    from .rules.check import check_record, warn_of_record

    documents, problems, files = _read_files(path)
    forms = [problem for file in files for problem in form_problems(file, _shown(file))] if thorough else []
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
    events_file = path / FILES["events"][0] if path.is_dir() or not path.suffix else path
    folder = events_file.parent
    documents, problems, files = {}, [], []
    for key, (name, kind) in FILES.items():
        files.append(events_file if key == "events" else folder / name)
        read_document(files[-1], kind, key, documents, problems)
    if [problem.code for problem in problems] == ["missing-file"] * len(FILES):
        wanted = ", ".join(f"`{name}`" for name, _ in FILES.values())
        return {}, [replace(problems[-1], hint=f"a record is {wanted} in one folder")], files
    for source in documents["sources"].value if "sources" in documents else ():
        if source.record:
            files.append(folder / source.record)
            read_document(files[-1], Seed, f"seed:{source.id}", documents, problems)
    return documents, problems, list(dict.fromkeys(files))


def read_document(path: Path, kind: type, key: str, documents: dict, problems: list[Problem]) -> None:
    """Read and validate one file into `documents[key]`, or append what is wrong with it to `problems`."""
    name = _shown(path)
    tree, found = open_yaml(path, name)
    problems.extend(found)
    if tree is None:
        return
    try:
        document, found = _validated(name, tree, kind)
    except RecordError as error:  # what was wrong before that would only distract
        problems += tree.problems + error.problems
        return
    if tree.root is None:
        problems.append(Problem(name, 1, 1, "empty-file", "", "the file is empty", _expected(kind)))
        return
    problems += tree.problems + found
    if document.value is not None:
        documents[key] = document


def _validated(name: str, tree: Tree, kind: type) -> tuple[Document, list[Problem]]:
    """A document with what of it is valid (of a list the valid items, of anything else all or nothing), and its problems.

    Validates as it reads, so that a file with a thousand problems is read no further than to the last of them.
    """
    draft, item = Document(name, tree, None), next(iter(typing.get_args(kind)), None)
    adapter = TypeAdapter(item or kind)
    values, kept, problems, left_out = [], [], [], set()
    for index, node in enumerate(tree.parts()):
        if item is None and isinstance(tree.root, list):
            break  # a list where a map belongs is wrong whatever else is in it
        if item is None or not isinstance(tree.root, list):
            continue
        if len(problems) >= MAX_PROBLEMS:
            problems.append(
                draft.problem(
                    (index,),
                    "too-many",
                    f"{len(problems)} problems stand above, and the rest is not read",
                    "correct these first",
                )
            )
            break
        value, found = _valid_part(draft, item, adapter, (index,), node)
        if value is not None:
            values.append(value)
            kept.append(index)
        elif isinstance(node, dict) and isinstance(node.get("id"), str):
            left_out.add(node["id"])
        problems += found
    if item is None or not isinstance(tree.root, list):
        value, problems = _valid_part(draft, kind, TypeAdapter(kind), (), tree.root)
        return Document(name, tree, value), problems
    return Document(name, tree, values, frozenset(left_out), kept if len(kept) < len(tree.root) else None), problems


def _valid_part(
    draft: Document, kind: type, adapter: TypeAdapter, path: tuple, node: Node
) -> tuple[object, list[Problem]]:
    try:
        return adapter.validate_python(node), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [explained(draft, kind, path, item) for item in errors if not is_echo(item)]


def _problems_of_the_rest(documents: dict[str, Document], problems: list[Problem]) -> list[Problem]:
    """What the rules find in the valid parts of a record that has other problems; nothing that only follows from those."""
    from .rules.check import check_record

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


def _label(nodes: Node, path: tuple) -> str:
    """`(3, "claims", 0, "url")` as `[treaty-signed].claims[c1].url`: lists by the id of their items."""
    label, node = "", nodes
    for step in path:
        node = node[step] if holds(node, step) else None
        if isinstance(step, int):
            label += f"[{node['id'] if isinstance(node, dict) and 'id' in node else step}]"
        else:
            label += f".{step}" if label else str(step)
    return label


def _expected(kind: type) -> str:
    return (
        "a list belongs here, `[]` while it has no entries"
        if getattr(kind, "__origin__", None) is list
        else "a map of fields belongs here"
    )


def _shown(path: Path) -> str:
    """The path as messages show it: relative to the working directory where it is inside it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
