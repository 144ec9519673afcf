"""The rows of whole sheets into the trees of a record's files, so that everything else in them stays, comments too.

How the rows of one list find their parts, and how a cell changes a value, is in `parts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..edit.tree import Branch, Leaf, Twig
from ..problems.problem import clipped, did_you_mean
from .branches import add_entry, branch_in, drop, entry, ids_of, list_at, map_in, parents_of, value_of_entry
from .pairing import Likeness
from .parts import Parts
from .read_rows import Row, Rows
from .sheet import Cell, complaint
from .tables import ORDINAL, Column


@dataclass
class Merger(Parts):
    """Puts rows into the roots of the files, by the names of these in `files.FILES`; `singles` are the rows of the
    roots that are one."""

    roots: Mapping[str, Branch]
    singles: dict[Leaf | Branch, Row] = field(default_factory=dict)

    def merge(self, rows: Rows) -> None:
        """Bring the rows of one sheet in. What they belong to has to be there already, so sheets come in order."""
        table, root = rows.table, self.roots[rows.table.file]
        if table.single:
            for row in rows.rows[:1]:
                self.fill(root, row, rows.columns)
                self.singles[root] = row
            for row in rows.rows[1:]:
                message = f"the sheet `{table.name}` has one row, and this is another"
                self.complaints.append(complaint(row.place, "sheet-row", message, "delete it"))
        elif not table.keys:
            if not rows.rows and (table.path and not entry(root, table.path[0])):
                return
            branch = list_at(root, table.path)
            if table.has_ids:
                self.by_id(branch, rows.rows, rows.columns, table.name)
            else:
                self.by_likeness(branch, rows.rows, Likeness(rows.rows, rows.columns), table.name)
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
                    self.by_id(branch, group, rows.columns, name)
                elif table.inner:
                    self._disagreements(branch, group, rows, name)
                else:
                    self.by_likeness(branch, group, Likeness(group, rows.columns), name)
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

    def _figures(self, claim: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
        """The figures of a claim: one stands in `figure`, several in `figures`, and both stay where they are used."""
        one, several = entry(claim, "figure"), entry(claim, "figures")
        before = [Twig(None, one.value)] if one and isinstance(one.value, Branch) and one.value.parts else []
        alone = bool(before) or not several and len(rows) == 1
        every = Branch(False, [*before, *(several and branch_in(several, False).parts or [])])
        had = bool(every.parts)
        self.by_likeness(every, rows, Likeness(rows, columns), name)
        if alone and every.parts:
            first = every.parts.pop(0)
            figure = one or add_entry(claim, "figure", first.value)
            figure.value = first.value
            if first in self.rows:
                self.note(figure, self.rows[first])
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
        found = self.by_likeness(branch, heads, likes, name)
        for place, (twig, group) in enumerate(zip(found, groups.values(), strict=False), 1):
            among = f"sides of {name} ({likes.label(twig.value, place)})"
            self.by_likeness(list_at(map_in(twig), (inner,)), group, Likeness(group, sides), among)

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


def _within(column: Column) -> Column:
    """A column of an inner list as one of its items."""
    return replace(column, steps=column.steps[1:])
