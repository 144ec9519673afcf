"""YAML as a tree that keeps its comments, for what writes YAML. (`nodes` is for what reads it.)"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..places import Node


@dataclass(eq=False, slots=True)
class Leaf:
    """A scalar; `plain` where it was written without quotes."""

    value: str | None
    plain: bool = False


@dataclass(eq=False, slots=True)
class Twig:
    """An item of a list (no `key`) or an entry of a map, with its comments.

    They stand `above` it, where "" is a blank line, and at the end of its line (`eol`). `start` and `end` are its span
    with its comments, for entries of the root.
    """

    key: str | None = None
    value: Leaf | Branch = field(default_factory=lambda: Leaf(None))
    above: list[str] = field(default_factory=list)
    eol: str = ""
    column: int = -1
    start: int = -1
    end: int = -1


@dataclass(eq=False, slots=True)
class Branch:
    """A list or a map; `tail` holds the comments after its last part."""

    is_map: bool
    parts: list[Twig] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    column: int = -1
    flow: bool = False


@dataclass(eq=False, slots=True)
class Tree:
    """A whole file: its root, and the comments it begins and ends with."""

    root: Leaf | Branch
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


def tree_of(data: object) -> Leaf | Branch:
    """Plain data (dicts, lists, texts, numbers, None) as a tree without comments."""
    if isinstance(data, dict):
        return Branch(True, [Twig(key, tree_of(value)) for key, value in data.items()])
    if isinstance(data, (list, tuple)):
        return Branch(False, [Twig(None, tree_of(value)) for value in data])
    return Leaf(data if data is None else str(data))


def data_of(value: Leaf | Branch) -> Node:
    """A tree as dicts, lists, texts and None, as `nodes.read_yaml` would give it."""
    if isinstance(value, Leaf):
        return value.value
    if value.is_map:
        return {twig.key or "": data_of(twig.value) for twig in value.parts}
    return [data_of(twig.value) for twig in value.parts]


def comments_of(tree: Tree) -> list[str]:
    """Every comment of a file, in no particular order."""
    found = [*tree.head, *tree.tail]
    branches = [tree.root]
    while branches:
        value = branches.pop()
        if isinstance(value, Branch):
            found += value.tail
            for twig in value.parts:
                found += [*twig.above, twig.eol]
                branches.append(twig.value)
    return [comment for comment in found if comment]
