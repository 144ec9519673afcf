"""Where the parts of a YAML document stand, for its messages: eight bytes for each.

Places are numbers in one packed array, in the order of the document: first that of a part itself, then for each field
of a map the place of its key, or for each item of a list its own, followed by what is within. Which number belongs to
which field is only counted when a problem is reported: once for every map and list that it stands in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from ..places import Node, Place, Steps, below, holds


class Positions:
    """The places of a document as it is read: `places` holds line and column in turn, counted from 0."""

    def __init__(self) -> None:
        self.places = array("I")
        self._starts = array("I")  # where in `places` each part begins
        self._fields: dict[int, dict[str, int]] = {}  # by the number of a map's place: those of its fields
        self._items: dict[int, array[int]] = {}  # the same of lists

    def begin(self) -> None:
        """A part of the document begins: the next place is its own."""
        self._starts.append(len(self.places))

    def of(self, root: Node, path: Steps) -> Place | None:
        """Where `path` is in the document `root`: the nearest part of it that is there, 1-based (line, column).

        A field is where its key is, an item of a list where it begins itself. None for the document itself, where
        that is empty or a list.
        """
        node, number = root, 0
        if node is None:
            return None
        if isinstance(node, list):
            first = path[0] if path else None
            if not isinstance(first, int) or first >= len(node):
                return None
            number, node, path = self._starts[first], node[first], path[1:]
        place = number
        for step in path:
            if not holds(node, step):
                break
            place = number = self._below(number, node, step)
            node = below(node, step)
        return self.places[place] + 1, self.places[place + 1] + 1

    def _below(self, number: int, node: Node, step: str | int) -> int:
        """The number of the place of a part of the map or list whose place has this number."""
        if isinstance(node, dict):
            if number not in self._fields:
                self._fields[number] = dict(zip(node, numbers_of(node.values(), number + 2), strict=True))
            return self._fields[number][str(step)]
        if number not in self._items:
            self._items[number] = numbers_of(node or (), number + 2)
        return self._items[number][int(step)]


def numbers_of(parts: Iterable[Node], start: int) -> array[int]:
    """The number of the place of each part of a map or list, whose first has the number `start`."""
    found = array("I")
    for part in parts:
        found.append(start)
        start += 2 * (1 + _within(part))
    return found


def _within(node: Node) -> int:
    """How many places stand within a node: of its fields or items, and of what they hold."""
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    inside: int = sum(_within(part) for part in parts if part and not isinstance(part, str))
    return len(parts) + inside
