"""Where a part of a record stands: paths into plain values, and what knows their lines and columns."""

from __future__ import annotations

from typing import Protocol

Place = tuple[int, int]  # line and column, counted from 1
Node = dict | list | str | None  # YAML as plain values: every scalar is a string, an empty one is None
Path = tuple[str | int, ...]  # names of fields and numbers of items, from the top of a file


class Places(Protocol):
    """A YAML document that knows where each part of it stands."""

    root: Node

    def place_of(self, path: Path) -> Place:
        """The place of `path`, or of the nearest part around it that is there."""


def holds(node: Node, step: str | int) -> bool:
    """True where a list has an item of that number, or a map a field of that name."""
    if isinstance(node, list):
        return isinstance(step, int) and step < len(node)
    return isinstance(node, dict) and step in node


def label_of(root: Node, path: Path) -> str:
    """`(3, "claims", 0, "url")` as `[treaty-signed].claims[c1].url`: lists by the id of their items."""
    label, node = "", root
    for step in path:
        node = node[step] if holds(node, step) else None
        if isinstance(step, int):
            label += f"[{node['id'] if isinstance(node, dict) and 'id' in node else step}]"
        else:
            label += f".{step}" if label else str(step)
    return label
