"""Rows into the trees of a record's files, so that everything else in them stays, comments too.

A value is written where the cell says something else than it would say for the value that is there: numbers keep their
zeros, texts their spaces, and a record that comes back as it went out is the same to the byte. A column that isn't
there changes nothing, an empty cell takes the value out. What a sheet has no row for stays, unless `remove` is set.
Everything keeps its place, however a sheet was sorted; new rows come after what the row above them is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..edit.tree import Branch, Leaf, Twig, data_of
from ..folding import slug_of
from ..places import Node
from ..problems.problem import clipped, did_you_mean
from .branches import (
    add_entry,
    branch_in,
    drop,
    drop_at,
    entry,
    entry_at,
    id_of,
    ids_of,
    list_at,
    map_in,
    parents_of,
    relisted,
    value_of_entry,
)
from .cells import cell_of, value_of
from .pairing import Likeness, pairs
from .read_rows import Row, Rows
from .sheet import Cell, Complaint, complaint
from .tables import ORDINAL, Column


@dataclass
class Merger:
    """Puts rows into the roots of the files, by the names of these in `files.FILES`.

    `origins` says of each part of a tree which cell it came from, `rows` of each that is a row which; `stayed` names
    what has no row and stays.
    """

    roots: Mapping[str, Branch]
    remove: bool = False
    origins: dict[Twig, Cell] = field(default_factory=dict)
    rows: dict[Twig, Row] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    stayed: list[str] = field(default_factory=list)

    def merge(self, rows: Rows) -> None:
        """Bring the rows of one sheet in. What they belong to has to be there already, so sheets come in order."""
        table, root = rows.table, self.roots[rows.table.file]
        if table.single:
            for row in rows.rows[:1]:
                self._fill(root, row, rows.columns)
            for row in rows.rows[1:]:
                message = f"the sheet `{table.name}` has one row, and this is another"
                self.complaints.append(complaint(row.place, "sheet-row", message, "delete it"))
        elif not table.keys:
            if not rows.rows and (table.path and not entry(root, table.path[0])):
                return
            branch = list_at(root, table.path)
            if table.has_ids:
                self._by_id(branch, rows.rows, rows.columns, table.name)
            else:
                self._by_likeness(branch, rows.rows, Likeness(rows.rows, rows.columns), table.name)
        else:
            self._inner(root, rows)

    def _inner(self, root: Branch, rows: Rows) -> None:
        """The rows of a list within events, or within the claims of events."""
        table, groups = rows.table, dict[tuple[str, ...], list[Row]]()
        for row in rows.rows:
            groups.setdefault(tuple(row.text(key) for key in table.keys), []).append(row)
        for ids, parent in parents_of(root, table.path, len(table.keys)).items():
            group = groups.pop(ids, [])
            fields = ("figure", "figures") if table.name == "figures" else table.path[-1:]
            if not group and not any(isinstance(value_of_entry(parent, key), Branch) for key in fields):
                continue
            name = f"{table.name} of {' '.join(ids)}"
            if table.name == "figures":
                self._figures(parent, group, rows.columns, name)
            else:
                branch = list_at(parent, table.path[-1:])
                had = bool(branch.parts)
                if table.has_ids:
                    self._by_id(branch, group, rows.columns, name)
                elif table.inner:
                    self._disagreements(branch, group, rows, name)
                else:
                    self._by_likeness(branch, group, Likeness(group, rows.columns), name)
                if had and not branch.parts:
                    drop(parent, table.path[-1])
        for ids, group in groups.items():
            self._orphans(root, ids, group, table.keys)

    def _orphans(self, root: Branch, ids: tuple[str, ...], group: Sequence[Row], keys: Sequence[str]) -> None:
        """Rows that belong to something that isn't there."""
        events = ids_of(root)
        for row in group:
            missing = next((key for key in keys if not row.text(key)), "")
            wrong = missing or (keys[0] if ids[0] not in events else keys[-1])
            cell = row.cells.get(wrong, row.place)
            if missing:
                message, hint = f"the row does not say which {missing} it belongs to", f"give the id of the {missing}"
            else:
                known = events if wrong == keys[0] else ids_of(list_at(events[ids[0]], ("claims",)))
                message, hint = (
                    f"there is no {wrong} `{clipped(row.text(wrong))}`",
                    did_you_mean(row.text(wrong), known),
                )
            self.complaints.append(complaint(cell, "sheet-row", message, hint))

    def _by_id(self, branch: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
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
            self._fill(map_in(twig), row, columns)
            self._note(twig, row)
            met.add(twig)
        left = [twig for twig in branch.parts if twig not in met]
        if self.remove:
            branch.parts = [twig for twig in branch.parts if twig in met]
        else:
            self.stayed += [f"{name}: {id_of(twig)}" for twig in left]

    def _note(self, twig: Twig, row: Row) -> None:
        self.origins[twig], self.rows[twig] = row.place, row

    def _refuse_nameless(self, row: Row) -> None:
        words = (row.cells[head].text for head in row.cells if head.startswith(("title", "name")))
        slug = next(filter(None, map(slug_of, words)), "")
        hint = f"for example `{slug}`" if slug else "short, in small letters with hyphens"
        cell = row.cells.get("id", row.place)
        self.complaints.append(complaint(cell, "sheet-row", "the row has no id", hint))

    def _by_likeness(self, branch: Branch, rows: Sequence[Row], likes: Likeness, name: str) -> list[Twig]:
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
            self._fill(map_in(twig), row, likes.columns)
            self._note(twig, row)
        return met

    def _figures(self, claim: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
        """The figures of a claim: one stands in `figure`, several in `figures`, and both stay where they are used."""
        one, several = entry(claim, "figure"), entry(claim, "figures")
        before = [Twig(None, one.value)] if one and isinstance(one.value, Branch) and one.value.parts else []
        alone = bool(before) or not several and len(rows) == 1
        every = Branch(False, [*before, *(several and branch_in(several, False).parts or [])])
        had = bool(every.parts)
        self._by_likeness(every, rows, Likeness(rows, columns), name)
        if alone and every.parts:
            first = every.parts.pop(0)
            figure = one or add_entry(claim, "figure", first.value)
            figure.value = first.value
            if first in self.rows:
                self._note(figure, self.rows[first])
        if every.parts or several:
            list_at(claim, ("figures",)).parts = every.parts
        if self.remove and not rows and had:
            drop(claim, "figure")
            drop(claim, "figures")

    def _disagreements(self, branch: Branch, rows: Sequence[Row], rows_of: Rows, name: str) -> None:
        """Rows that are sides: those with the same number are of one disagreement, whose words stand in any of them."""
        groups = dict[str, list[Row]]()
        for row in rows:
            groups.setdefault(row.text(ORDINAL), []).append(row)
        inner = rows_of.table.inner
        own = [column for column in rows_of.columns if column.steps and column.steps[0] != inner]
        sides = [_within(column) for column in rows_of.columns if column.steps and column.steps[0] == inner]
        heads = [self._one(group, own) for group in groups.values()]
        likes = Likeness(heads, own, inner, sides, [*groups.values()])
        found = self._by_likeness(branch, heads, likes, name)
        for place, (twig, group) in enumerate(zip(found, groups.values(), strict=False), 1):
            among = f"sides of {name} ({likes.label(twig.value, place)})"
            self._by_likeness(list_at(map_in(twig), (inner,)), group, Likeness(group, sides), among)

    def _one(self, group: Sequence[Row], columns: Sequence[Column]) -> Row:
        """The row of a disagreement: of each column the first cell that says something."""
        cells = dict[str, Cell]()
        for column in columns:
            said = [row.cells[column.head] for row in group if row.text(column.head)]
            cells[column.head] = said[0] if said else group[0].cells[column.head]
            for other in said[1:]:
                if other.text.strip() != said[0].text.strip():
                    message = f"{said[0].address} says something else of the same disagreement"
                    hint = f"give it once; another disagreement has another number in the column `{ORDINAL}`"
                    self.complaints.append(complaint(other, "sheet-row", message, hint))
        return Row(cells, group[0].place)

    def _fill(self, branch: Branch, row: Row, columns: Sequence[Column]) -> None:
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


def _within(column: Column) -> Column:
    """A column of an inner list as one of its items."""
    return replace(column, steps=column.steps[1:])
