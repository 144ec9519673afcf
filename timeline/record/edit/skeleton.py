"""A new event in the events file: written in canonical form, at its place in date order, all else untouched."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...installed import program
from ..files import event_files, events_file, resolved, shown
from ..folding import slug_of
from ..load import read_record
from ..model.shape import shape_of
from ..problems.problem import Problem
from ..writing import editing, replace_with, written_beside
from .canon import EVENTS, date_key, event_key
from .schemas import refresh_schemas
from .split import dates_in, file_for
from .tree import Branch, Twig, data_of, tree_of
from .tree_reader import read_tree
from .tree_writer import TreeWriter

ID_LENGTH = 48
EMPTY_LIST = re.compile(r"^\[\s*\]", re.MULTILINE)


class SkeletonError(Exception):
    """An events file to which no event can be added without changing the rest of it."""


@dataclass(frozen=True)
class Inserted:
    """The whole new text, and where the event begins in it: the 1-based line of its `- id:`."""

    text: str
    line: int


@dataclass(frozen=True)
class Added:
    """The result of adding an event: the file and line it stands at, or the problems that prevented it."""

    file: str
    line: int
    problems: tuple[Problem, ...] = ()


def free_id(title: str, day: str, taken: Collection[str]) -> str:
    """An id for an event, from its title (or its day, where the title has no Latin letters), that no other has."""
    slug = slug_of(title) or f"event-{slug_of(day)}"
    if slug not in taken:
        return slug
    used, free = 1, 2
    while f"{slug}-{free}" in taken:
        used, free = free, 2 * free
    while free - used > 1:  # thousands may be called alike, so that counting up to the first would take too long
        between = (used + free) // 2
        used, free = (between, free) if f"{slug}-{between}" in taken else (used, between)
    return f"{slug}-{free}"


def event_lines(event: Mapping[str, object], languages: Sequence[str] = ()) -> list[str]:
    """The lines of an event in canonical form, as an item of the events file."""
    branch = Branch(True, [Twig(key, tree_of(value)) for key, value in event.items()])
    return TreeWriter(languages).item(branch, shape_of(EVENTS))


def insert_event(text: str, event: Mapping[str, object], languages: Sequence[str] = ()) -> Inserted:
    """The text with an event added in date order, after those of the same date. Every other character stays.

    Raises SkeletonError where the text is no list with one item below the other.
    """
    same_places = _with_unix_ends(text)
    tree = read_tree(same_places)
    root = tree.root
    if not isinstance(root, Branch) or root.is_map:
        raise SkeletonError("the file is no list of events")
    if root.parts and root.flow:
        raise SkeletonError(f"the events stand in brackets; run `{program()} fmt` first")
    key = date_key(str(event["date"]))
    earlier = [index for index, entry in enumerate(root.parts) if key and (own := event_key(entry)) and own <= key]
    index = earlier[-1] + 1 if earlier else 0
    offset, removed, before, after = _place(same_places, root.parts, index)
    margin = " " * root.column if root.parts else ""
    lines = [line and margin + line for line in event_lines(event, languages)]
    end = "\r\n" if "\r\n" in text else "\n"
    piece = before + "\n".join(lines) + after
    new = text[:offset] + piece.replace("\n", end) + text[offset + removed :]
    events = data_of(read_tree(_with_unix_ends(new)).root)
    if not isinstance(events, list) or events[:index] + events[index + 1 :] != data_of(root):
        raise SkeletonError(
            f"adding one would change an event beside its place, as that is written; run `{program()} fmt` first"
        )
    return Inserted(new, new.count("\n", 0, offset) + before.count("\n") + 1)


def _with_unix_ends(text: str) -> str:
    """Line ends of Unix and no byte order mark, with every other character where it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n").replace("\ufeff", "\n")


def _place(text: str, entries: list[Twig], index: int) -> tuple[int, int, str, str]:
    """Where item number `index` goes: the offset, how many characters it replaces, and the texts around it."""
    if not entries:
        found = EMPTY_LIST.search(text)
        if not found:
            raise SkeletonError("the file is no list of events")
        return found.start(), len(found[0]), "", ""
    if not index:
        return entries[0].start, 0, "", "\n\n"
    end = text.find("\n", entries[index - 1].end)
    if end < 0:
        return len(text), 0, "\n\n", ""
    following = text[end + 1 :].split("\n", 1)[0]
    return end + 1, 0, "\n", "\n\n" if following.strip() else "\n"


def add_event(data: Path, event: Mapping[str, object], languages: Sequence[str] = ()) -> Added:
    """Write an event into the record at `data`, at once or not at all: only where the record with it has no problems.

    Raises SkeletonError where it can't be put in, OSError where the file can't be written, WriteError where somebody
    else is writing it.
    """
    with editing(events_file(data).parent):
        file = _file_for(str(event["date"]), event_files(data))
        name, path = shown(file), resolved(file)
        was = path.read_bytes()
        inserted = insert_event(was.decode("utf-8"), event, languages)
        with written_beside(path, inserted.text.encode()) as draft:
            _, problems = read_record(data, instead={file: draft})
            if problems:
                drafted = shown(draft)
                named = (replace(problem, file=name) if problem.file == drafted else problem for problem in problems)
                return Added(name, inserted.line, tuple(named))
            replace_with(draft, path, was)
        refresh_schemas(data)
    return Added(name, inserted.line)


def _file_for(date: str, files: Sequence[Path]) -> Path:
    """Which of the files an event of this date goes into."""
    if len(files) == 1:
        return files[0]
    trees = {file: read_tree(_with_unix_ends(file.read_bytes().decode("utf-8"))) for file in files}
    roots = {file: tree.root for file, tree in trees.items()}
    return file_for(
        date, {file: dates_in(root.parts if isinstance(root, Branch) else ()) for file, root in roots.items()}
    )
