"""Where a part of a record stands: steps into plain values, and what knows their lines and columns."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from .problems.problem import Problem

LONGEST = 200  # characters of a name in a label: an id has fewer, and a thousand labels are not long

Place: TypeAlias = tuple[int, int]  # line and column, counted from 1
# YAML as plain values: every scalar is a string, an empty one is None.
Node: TypeAlias = "dict[str, Node] | list[Node] | str | None"
Steps: TypeAlias = tuple[str | int, ...]  # names of fields and numbers of items, from the top of a file


class Places(Protocol):
    """A YAML document that knows where each part of it stands; `hidden` are its characters that nobody sees."""

    root: Node
    hidden: list[Problem]

    def place_of(self, path: Steps) -> Place:
        """The place of `path`, or of the nearest part around it that is there."""


class Nowhere:
    """The places of a document that is no longer there."""

    def __init__(self) -> None:
        self.root: Node = None
        self.hidden: list[Problem] = []

    def place_of(self, path: Steps) -> Place:
        """The top, whatever the path."""
        return 1, 1


def holds(node: Node, step: str | int) -> bool:
    """True where a list has an item of that number, or a map a field of that name."""
    if isinstance(node, list):
        return isinstance(step, int) and step < len(node)
    return isinstance(node, dict) and step in node


def below(node: Node, step: str | int) -> Node:
    """What a list or map holds at one step; None where it holds nothing there."""
    if isinstance(node, list):
        return node[step] if isinstance(step, int) and step < len(node) else None
    return node.get(step) if isinstance(node, dict) and isinstance(step, str) else None


def label_of(root: Node, path: Steps) -> str:
    """`(3, "claims", 0, "url")` as `[treaty-signed].claims[c1].url`: lists by the id of their items."""
    label, node = "", root
    for step in path:
        node = below(node, step)
        if isinstance(step, int):
            own = node.get("id") if isinstance(node, dict) else None
            label += f"[{own[:LONGEST] if isinstance(own, str) else step}]"
        else:
            label += f"{'.' if label else ''}{step[:LONGEST]}"
    return label
