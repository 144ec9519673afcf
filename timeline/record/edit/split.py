"""Events in several files: which one an event belongs in, and one file parted into several and put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..files import EVENTS, events_file, resolved, shown, split_files
from ..writing import WriteError, editing, write_atomically
from .canon import EVENTS as KIND
from .canon import DateKey, date_key, event_date, event_key, record_languages, tree_text
from .schemas import MODELINE, modeline, schema_of
from .tree import Branch, Tree, Twig
from .tree_reader import read_tree

PERIODS = {"year": re.compile(r"-?[\dX]{4}"), "month": re.compile(r"-?[\dX]{4}(-[01]\d)?")}  # as dates name them


def file_for(date: str, files: Mapping[Path, Sequence[DateKey]]) -> Path:
    """The file that an event of this date belongs in: one that is named after the beginning of the date (`2024.yaml`,
    `2024-10.yaml`), or else that with the event before it. `files` holds the dates of the events in each.
    """
    if named := [file for file in files if date.startswith(file.stem)]:
        return max(named, key=lambda file: len(file.stem))
    key = date_key(date)
    earlier = [(own, place) for place, keys in enumerate(files.values()) for own in keys if key and own <= key]
    return [*files][max(earlier, default=((), 0))[1]]


def split_events(data: Path, period: str) -> list[Path]:
    """Part the events file of the record at `data` into files of a period each, in the folder `events/` beside it.

    Returns the new files. What stands above the first event goes into the first of them. Raises WriteError.
    """
    own = events_file(data)
    folder = own.parent / EVENTS
    with editing(own.parent):
        if split_files(own.parent) or not own.is_file():
            raise WriteError(f"the events of this record stand in {shown(folder)}/ already")
        before = own.read_bytes()
        whole, schema = _read(before), schema_of(own)
        trees: dict[str, Tree] = {}
        for twig in _events(whole):
            name = _period(twig, period) or next(reversed(trees), "undated")
            _events(trees.setdefault(name, Tree(Branch(False)))).append(twig)
        if not trees:
            raise WriteError(f"{shown(own)} has no events to be parted")
        trees[min(trees)].head, trees[max(trees)].tail = _without_lead(whole.head), whole.tail
        folder.mkdir(exist_ok=True)
        paths = []
        for name, tree in sorted(trees.items()):
            paths.append(folder / f"{name}.yaml")
            _write(paths[-1], tree, schema, data)
        if own.read_bytes() != before:
            raise WriteError(f"{shown(own)} was changed at the same time, and still stands beside {shown(folder)}/")
        own.unlink()
    return paths


def join_events(data: Path) -> Path:
    """Put the events of the folder `events/` together into one file again. Returns it. Raises WriteError."""
    own = events_file(data)
    with editing(own.parent):
        files = split_files(own.parent)
        if own.exists() or not files:
            raise WriteError(f"the events of this record stand in {shown(own)} already")
        schema, before = schema_of(files[0]), {file: file.read_bytes() for file in files}
        whole = Tree(Branch(False))
        for content in before.values():
            tree = _read(content)
            head = [line for line in _without_lead(tree.head) if line not in whole.head]
            if _events(whole) and head:
                _events(tree)[0].above[:0] = [*head, ""]
            else:
                whole.head += head
            _events(whole).extend(_events(tree))
            whole.tail += tree.tail
        _write(own, whole, schema, data)
        for file, content in before.items():
            if file.read_bytes() != content:
                own.unlink()
                raise WriteError(f"{shown(file)} was changed at the same time; run the command again")
        for file in files:
            file.unlink()
        if not any((own.parent / EVENTS).iterdir()):
            (own.parent / EVENTS).rmdir()
    return own


def dates_in(events: Iterable[Twig]) -> list[DateKey]:
    """What the events that begin on a date are sorted by."""
    begun = (twig for twig in events if not event_date(twig).startswith(("..", "/")))
    return [key for twig in begun if (key := event_key(twig))]


def _period(twig: Twig, period: str) -> str:
    """The name of the file of an event's period: the first year or month that its date names; "" for none."""
    found = PERIODS[period].search(event_date(twig))
    return found[0].replace("X", "0") if found else ""


def _events(tree: Tree) -> list[Twig]:
    return tree.root.parts if isinstance(tree.root, Branch) and not tree.root.is_map else []


def _read(content: bytes) -> Tree:
    return read_tree(content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))


def _without_lead(head: Sequence[str]) -> list[str]:
    return [line for line in head if not MODELINE.match(line)]


def _write(file: Path, tree: Tree, schema: Path | None, data: Path) -> None:
    if schema:
        tree.head.insert(0, modeline(schema, resolved(file)))
    write_atomically(file, tree_text(tree, KIND, record_languages(data)).encode())
