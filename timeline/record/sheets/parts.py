"""Rows and the parts of the record that they stand for: which is which in one list, and what cells say put into them.

A value is written where the cell says something else than it would say for the value that is there: numbers keep their
zeros, texts their spaces, and a record that comes back as it went out is the same to the byte. A column that isn't
there changes nothing, an empty cell takes the value out. Everything keeps its place, however a sheet was sorted; new
rows come after what the row above them is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..edit.tree import Branch, Leaf, Twig, data_of
from ..folding import slug_of
from ..places import Node
from .branches import add_entry, branch_in, drop_at, entry, entry_at, id_of, map_in, relisted
from .cells import cell_of, value_of
from .pairing import Likeness, pairs
from .read_rows import Row
from .sheet import Cell, Complaint, complaint
from .tables import Column


@dataclass(kw_only=True)
class Parts:
    """Gives the parts of lists what rows say. What has no row stays, unless `remove` is set.

    `origins` says of each part of a tree which cell it came from, `rows` of each that is a row which; `stayed` names
    what has no row and stays.
    """

    remove: bool = False
    origins: dict[Twig, Cell] = field(default_factory=dict)
    rows: dict[Twig, Row] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)

    def by_id(self, branch: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
        """Rows that have an id: the part with that id takes their values, in their order."""
        waiting = {id_of(twig): twig for twig in reversed(branch.parts)}
        at, met = 0, set[Twig]()
        for row in rows:
            own = row.text("id")
            if not own:
                self._refuse_nameless(row)
                continue
            twig = waiting.pop(own, None)
            if twig is None:
                twig = Twig(None, Branch(True))
                branch.parts.insert(at, twig)
            at = branch.parts.index(twig) + 1
            self.fill(map_in(twig), row, columns)
            self.note(twig, row)
            met.add(twig)
        left = [twig for twig in branch.parts if twig not in met]
        if self.remove:
            branch.parts = [twig for twig in branch.parts if twig in met]
        else:
            self.stayed += [f"{name}: {id_of(twig)}" for twig in left]

    def note(self, twig: Twig, row: Row) -> None:
        """Keep which row a part stands for."""
        self.origins[twig], self.rows[twig] = row.place, row

    def _refuse_nameless(self, row: Row) -> None:
        words = (row.cells[head].text for head in row.cells if head.startswith(("title", "name")))
        slug = next(filter(None, map(slug_of, words)), "")
        hint = f"for example `{slug}`" if slug else "short, in small letters with hyphens"
        cell = row.cells.get("id", row.place)
        self.complaints.append(complaint(cell, "sheet-row", "the row has no id", hint))

    def by_likeness(self, branch: Branch, rows: Sequence[Row], likes: Likeness, name: str) -> list[Twig]:
        """Rows without ids: each is the part that says the same, or else the most alike. Returns the parts of the rows,
        none where a row is refused: of fewer rows than parts a changed one may be any part that has no other row.
        """
        there = [*branch.parts]
        said = [likes.part(twig.value) for twig in there]
        places = pairs(likes.rows, said, likes.alone)
        left = [number for number in range(len(there)) if number not in set(places)]
        changed = [
            row
            for row, own, place in zip(rows, likes.rows, places, strict=True)
            if place is not None and own != said[place]
        ]
        if left and changed and not self.remove:
            message = (
                f"{len(left) + len(changed)} {name} may be the one that this row changes: some of them have no row"
            )
            hint = "give each a row, or take those without one out with --remove"
            self.complaints.append(complaint(changed[0].place, "sheet-row", message, hint))
            return []
        at, met = min((place for place in places if place is not None), default=len(there)), list[Twig]()
        for place in places:
            twig = Twig(None, Branch(True)) if place is None else there[place]
            if place is None:
                branch.parts.insert(at, twig)
            at = branch.parts.index(twig) + 1
            met.append(twig)
        if self.remove:
            branch.parts = [twig for twig in branch.parts if twig in set(met)]
        else:
            self.stayed += [f"{name}: {likes.label(there[number].value, number + 1)}" for number in left]
        for twig, row in zip(met, rows, strict=True):
            self.fill(map_in(twig), row, likes.columns)
            self.note(twig, row)
        return met

    def fill(self, branch: Branch, row: Row, columns: Sequence[Column]) -> None:
        """Give the values of a map what the cells of a row say."""
        for column in columns:
            if column.steps:
                self._set(branch, column, row.cells[column.head])

    def _set(self, branch: Branch, column: Column, cell: Cell) -> None:
        """Give a value what its cell says, where it says something else."""
        *outer, last = column.steps
        twig = entry_at(branch, column.steps)
        there: Node = data_of(twig.value) if twig else None
        if cell.text != cell_of(there, column.form):
            value = value_of(cell.text, column.form)
            if not value:
                drop_at(branch, column.steps)
                return
            for step in outer:
                branch = branch_in(entry(branch, step) or add_entry(branch, step, Branch(True)), True)
            twig = entry(branch, last) or add_entry(branch, last, Leaf(None))
            twig.value = relisted(twig.value, value) if isinstance(value, list) else Leaf(value, column.plain)
        if twig:
            self.origins[twig] = cell
