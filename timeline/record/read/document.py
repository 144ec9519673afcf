"""One file of a record: read, validated part by part, with every problem at its place."""

from __future__ import annotations

import typing
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..files import shown
from ..places import Node
from ..problems.problem import MAX_PROBLEMS, Problem, RecordError
from ..record import Document
from .explain import explained, is_echo
from .nodes import Tree, open_yaml


def read_document(path: Path, kind: type, key: str, documents: dict, problems: list[Problem]) -> None:
    """Read and validate one file into `documents[key]`, or append what is wrong with it to `problems`."""
    name = shown(path)
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


def _expected(kind: type) -> str:
    return (
        "a list belongs here, `[]` while it has no entries"
        if getattr(kind, "__origin__", None) is list
        else "a map of fields belongs here"
    )
