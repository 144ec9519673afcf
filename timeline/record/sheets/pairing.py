"""Which part of the record a row without an id stands for: the one that says the same, or else the most alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..edit.tree import Branch, Leaf, data_of
from ..places import Node, below
from .cells import LIST, cell_of, joined, split
from .read_rows import Row
from .tables import Column

Said = Counter[tuple[str, ...]]  # what a row or a part says: its values with the heads of their columns


class Likeness:
    """Rows and parts by what they say in some columns; what has an `inner` list also by the items of that."""

    def __init__(
        self,
        rows: Sequence[Row],
        columns: Sequence[Column],
        inner: str = "",
        within: Sequence[Column] = (),
        groups: Sequence[Sequence[Row]] = (),
    ):
        self.columns = [column for column in columns if column.steps]
        self.inner, self.within = inner, within
        self.alone = len(self.columns) + len(within) == 1  # a single column, whose cells can only have changed
        self.rows = [_of_row(row, self.columns) for row in rows]
        for said, group in zip(self.rows, groups, strict=False):
            said.update(_whole(_of_row(row, within)) for row in group)

    def part(self, part: Leaf | Branch) -> Said:
        """What a part of the record says."""
        node = data_of(part)
        said = _of_node(node, self.columns)
        items = below(node, self.inner) if self.inner else None
        said.update(_whole(_of_node(item, self.within)) for item in (items if isinstance(items, list) else ()))
        return said

    def label(self, part: Leaf | Branch, place: int) -> str:
        """What a part without an id is called: by its first values, or by its place."""
        return ", ".join(text for _, text in _of_node(data_of(part), self.columns))[:60] or f"number {place}"


def pairs(rows: Sequence[Said], parts: Sequence[Said], alone: bool) -> list[int | None]:
    """For each row the number of its part, None for a new one. First those that say the same, then the most alike.

    What has nothing in common is no pair, except where `alone` says that nothing could be.
    """
    found: list[int | None] = [None] * len(rows)
    waiting = dict[frozenset[object], list[int]]()
    for number, said in enumerate(parts):
        waiting.setdefault(frozenset(said.items()), []).append(number)
    for number, said in enumerate(rows):
        if same := waiting.get(frozenset(said.items())):
            found[number] = same.pop(0)
    free = set(range(len(parts))) - set(found)
    alike = [
        (-common, row, part)
        for row, place in enumerate(found)
        for part in (free if place is None else ())
        if (common := sum((rows[row] & parts[part]).values())) or alone
    ]
    for _, row, part in sorted(alike):
        if found[row] is None and part in free:
            found[row] = part
            free.remove(part)
    return found


def _of_row(row: Row, columns: Sequence[Column]) -> Said:
    return Counter((column.head, text) for column in columns if (text := _plain(row.text(column.head), column)))


def _of_node(node: Node, columns: Sequence[Column]) -> Said:
    said = Said()
    for column in columns:
        value = node
        for step in column.steps:
            value = below(value, step)
        if text := _plain(cell_of(value, column.form), column):
            said[column.head, text] += 1
    return said


def _whole(said: Said) -> tuple[str, ...]:
    return tuple(word for pair in sorted(said) for word in pair)


def _plain(text: str, column: Column) -> str:
    return joined(split(text)) if column.form == LIST else " ".join(text.split())
