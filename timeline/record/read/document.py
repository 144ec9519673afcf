"""One file of a record: read, validated part by part, with every problem at its place."""

from __future__ import annotations

import typing
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ..files import shown
from ..places import Node, Steps
from ..problems.problem import MAX_PROBLEMS, Problem, RecordError
from ..record import Document
from .explain import explained, is_echo
from .nodes import Parsed, open_yaml

T = TypeVar("T")
V = TypeVar("V")


def read_document(path: Path, kind: type[T]) -> tuple[Document[T] | None, list[Problem]]:
    """A file that holds one value of the type `kind`, such as `Settings`: (document, problems).

    The document is None where the file can't be read or the value isn't valid.
    """
    return _read(path, lambda name, parsed: _validated(name, parsed, kind), "a map of fields belongs here")


def read_list(path: Path, kind: type[list[T]]) -> tuple[Document[list[T]] | None, list[Problem]]:
    """A file that holds a list, such as `list[Event]`: (document with the valid items, problems).

    The document is None where the file can't be read or holds no list.
    """
    expected = "a list belongs here, `[]` while it has no entries"
    return _read(path, lambda name, parsed: _validated_items(name, parsed, kind), expected)


def _read(
    path: Path,
    validated: Callable[[str, Parsed], tuple[Document[T] | None, list[Problem]]],
    expected: str,
) -> tuple[Document[T] | None, list[Problem]]:
    name = shown(path)
    parsed, problems = open_yaml(path, name)
    if parsed is None:
        return None, problems
    try:
        document, problems = validated(name, parsed)
    except RecordError as error:  # what was wrong before that would only distract
        return None, parsed.problems + error.problems
    if parsed.root is None:
        return None, [Problem(name, 1, 1, "empty-file", "", "the file is empty", expected)]
    return document, parsed.problems + problems


def _validated(name: str, parsed: Parsed, kind: type[T]) -> tuple[Document[T] | None, list[Problem]]:
    """A document whose value is valid, or None, and its problems."""
    for _ in parsed.parts():
        if isinstance(parsed.root, list):
            break  # a list is wrong where a map belongs, no matter what else is in it
    draft = Document(name, parsed, None)
    good, problems = _valid(draft, kind, TypeAdapter(kind), (), parsed.root)
    if len(problems) >= MAX_PROBLEMS:
        problems.append(_the_rest(draft, (), "and the rest is not reported"))
    return (Document(name, parsed, good[0]) if good else None), problems


def _the_rest(draft: Document[None], path: Steps, what: str) -> Problem:
    """The last problem of a file that has as many as are reported."""
    message = f"{MAX_PROBLEMS} problems stand above, {what}"
    return draft.problem(path, "too-many", message, "correct these first")


def _validated_items(name: str, parsed: Parsed, kind: type[list[T]]) -> tuple[Document[list[T]] | None, list[Problem]]:
    """A document with the valid items of a list, and its problems.

    It validates as it reads, so that a file with a thousand problems is read no further than to the last of them.
    """
    item: type[T] = typing.get_args(kind)[0]
    draft = Document(name, parsed, None)
    adapter: TypeAdapter[T] = TypeAdapter(item)
    values, kept, problems, left_out = list[T](), list[int](), list[Problem](), set[str]()
    for index, node in enumerate(parsed.parts()):
        if not isinstance(parsed.root, list):
            continue
        if len(problems) >= MAX_PROBLEMS:
            problems.append(_the_rest(draft, (index,), "and the rest is not read"))
            break
        good, found = _valid(draft, item, adapter, (index,), node, MAX_PROBLEMS - len(problems))
        values += good
        problems += found
        if good:
            kept.append(index)
        elif isinstance(node, dict) and isinstance(own_id := node.get("id"), str):
            left_out.add(own_id)
    if not isinstance(parsed.root, list):
        return None, _valid(draft, kind, TypeAdapter(kind), (), parsed.root)[1]
    complete = len(kept) == len(parsed.root)
    return Document(name, parsed, values, frozenset(left_out), None if complete else kept), problems


def _valid(
    draft: Document[None], kind: type, adapter: TypeAdapter[V], path: Steps, node: Node, most: int = MAX_PROBLEMS
) -> tuple[list[V], list[Problem]]:
    """The value of the node at `path`, in a list that is empty where it isn't valid, and what is wrong with it: `most`
    problems, of which one item of a file can have a hundred thousand.
    """
    try:
        return [adapter.validate_python(node)], []
    except ValidationError as error:
        errors = (item for item in error.errors(include_url=False) if not is_echo(item))
        return [], [explained(draft, kind, path, item) for item in islice(errors, most)]
