"""The rows of each sheet of a record, from its YAML as it stands in the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..places import Node, Steps, below
from .cells import cell_of
from .tables import Column, Table


def rows_of(root: Node, table: Table, columns: Sequence[Column]) -> Iterator[list[str]]:
    """Each row as the texts of its cells, in the order of the columns. `root` is what the table's file holds."""
    for keys, parts in _lists(root, table):
        for ordinal, part in enumerate(parts, 1):
            for row in _inner(part, table) if table.inner else [part]:
                own = iter((*keys, str(ordinal)))
                yield [
                    cell_of(_at(row, column.steps), column.form) if column.steps else next(own) for column in columns
                ]


def _lists(root: Node, table: Table) -> Iterator[tuple[tuple[str, ...], list[Node]]]:
    """Each list of a table's parts, with the ids of what it belongs to."""
    if table.single:
        yield (), [root]
        return
    if not table.keys:
        yield (), _items(_at(root, table.path))
        return
    for event in _items(root):
        if len(table.keys) == 1:
            yield (_id(event),), _items(below(event, table.path[0]))
            continue
        for claim in _items(below(event, table.path[0])):
            yield (_id(event), _id(claim)), _figures(claim)


def _figures(claim: Node) -> list[Node]:
    figure = below(claim, "figure")
    return [*([figure] if figure else []), *_items(below(claim, "figures"))]


def _inner(part: Node, table: Table) -> Iterator[Node]:
    """A row for each item of the part's inner list; the part's own fields stand in the first."""
    own = {key: value for key, value in part.items() if key != table.inner} if isinstance(part, dict) else {}
    for place, item in enumerate(_items(below(part, table.inner)) or [None]):
        yield {**({} if place else own), table.inner: item}


def _at(node: Node, steps: Steps) -> Node:
    for step in steps:
        node = below(node, step)
    return node


def _id(node: Node) -> str:
    return str(below(node, "id") or "")


def _items(node: Node) -> list[Node]:
    return node if isinstance(node, list) else []
