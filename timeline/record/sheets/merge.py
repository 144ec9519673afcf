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
            if not rows.rows and (table.path and not _get(root, table.path[0])):
                return
            branch = _list(root, table.path)
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
        for ids, parent in _parents(root, table.path, len(table.keys)).items():
            group = groups.pop(ids, [])
            fields = ("figure", "figures") if table.name == "figures" else table.path[-1:]
            if not group and not any(isinstance(_value(parent, key), Branch) for key in fields):
                continue
            name = f"{table.name} of {' '.join(ids)}"
            if table.name == "figures":
                self._figures(parent, group, rows.columns, name)
            else:
                branch = _list(parent, table.path[-1:])
                had = bool(branch.parts)
                if table.has_ids:
                    self._by_id(branch, group, rows.columns, name)
                elif table.inner:
                    self._disagreements(branch, group, rows, name)
                else:
                    self._by_likeness(branch, group, Likeness(group, rows.columns), name)
                if had and not branch.parts:
                    _drop(parent, table.path[-1])
        for ids, group in groups.items():
            self._orphans(root, ids, group, table.keys)

    def _orphans(self, root: Branch, ids: tuple[str, ...], group: Sequence[Row], keys: Sequence[str]) -> None:
        """Rows that belong to something that isn't there."""
        events = _ids(root)
        for row in group:
            missing = next((key for key in keys if not row.text(key)), "")
            wrong = missing or (keys[0] if ids[0] not in events else keys[-1])
            cell = row.cells.get(wrong, row.place)
            if missing:
                message, hint = f"the row does not say which {missing} it belongs to", f"give the id of the {missing}"
            else:
                known = events if wrong == keys[0] else _ids(_list(events[ids[0]], ("claims",)))
                message, hint = (
                    f"there is no {wrong} `{clipped(row.text(wrong))}`",
                    did_you_mean(row.text(wrong), known),
                )
            self.complaints.append(complaint(cell, "sheet-row", message, hint))

    def _by_id(self, branch: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
        """Rows that have an id: the part with that id takes their values, in their order."""
        waiting = {_id(twig): twig for twig in reversed(branch.parts)}
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
            self._fill(_map(twig), row, columns)
            self._note(twig, row)
            met.add(twig)
        left = [twig for twig in branch.parts if twig not in met]
        if self.remove:
            branch.parts = [twig for twig in branch.parts if twig in met]
        else:
            self.stayed += [f"{name}: {_id(twig)}" for twig in left]

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
            self._fill(_map(twig), row, likes.columns)
            self._note(twig, row)
        return met

    def _figures(self, claim: Branch, rows: Sequence[Row], columns: Sequence[Column], name: str) -> None:
        """The figures of a claim: one stands in `figure`, several in `figures`, and both stay where they are used."""
        one, several = _get(claim, "figure"), _get(claim, "figures")
        before = [Twig(None, one.value)] if one and isinstance(one.value, Branch) and one.value.parts else []
        alone = bool(before) or not several and len(rows) == 1
        every = Branch(False, [*before, *(several and _branch(several, False).parts or [])])
        had = bool(every.parts)
        self._by_likeness(every, rows, Likeness(rows, columns), name)
        if alone and every.parts:
            first = every.parts.pop(0)
            figure = one or _add(claim, "figure", first.value)
            figure.value = first.value
            if first in self.rows:
                self._note(figure, self.rows[first])
        if every.parts or several:
            _list(claim, ("figures",)).parts = every.parts
        if self.remove and not rows and had:
            _drop(claim, "figure")
            _drop(claim, "figures")

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
            self._by_likeness(_list(_map(twig), (inner,)), group, Likeness(group, sides), among)

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
        twig = _find(branch, column.steps)
        there: Node = data_of(twig.value) if twig else None
        if cell.text != cell_of(there, column.form):
            value = value_of(cell.text, column.form)
            if not value:
                _drop_deep(branch, column.steps)
                return
            for step in outer:
                branch = _branch(_get(branch, step) or _add(branch, step, Branch(True)), True)
            twig = _get(branch, last) or _add(branch, last, Leaf(None))
            twig.value = _relisted(twig.value, value) if isinstance(value, list) else Leaf(value, column.plain)
        if twig:
            self.origins[twig] = cell


def _within(column: Column) -> Column:
    """A column of an inner list as one of its items."""
    return replace(column, steps=column.steps[1:])


def _relisted(old: Leaf | Branch, words: Sequence[str]) -> Branch:
    """A list of words, where those that stay keep their comments."""
    waiting = {_word(twig): twig for twig in old.parts} if isinstance(old, Branch) and not old.is_map else {}
    parts = [waiting.pop(word) if word in waiting else Twig(None, Leaf(word)) for word in words]
    lost = [comment for twig in waiting.values() for comment in (*twig.above, twig.eol) if comment]
    return Branch(False, parts, [*(old.tail if isinstance(old, Branch) else ()), *lost])


def _word(twig: Twig) -> str | None:
    return twig.value.value if isinstance(twig.value, Leaf) else None


def _parents(root: Branch, path: Sequence[str], depth: int) -> dict[tuple[str, ...], Branch]:
    """What the rows of a list within events can belong to, by its ids: events, or claims of events."""
    events = _ids(root)
    if depth == 1:
        return {(own,): event for own, event in events.items()}
    return {
        (own, inner): claim
        for own, event in events.items()
        if (claims := _get(event, path[0])) and isinstance(claims.value, Branch)
        for inner, claim in _ids(claims.value).items()
    }


def _ids(branch: Branch) -> dict[str, Branch]:
    """The parts of a list by their ids, of two with the same the first."""
    found = dict[str, Branch]()
    for twig in branch.parts:
        if isinstance(twig.value, Branch):
            found.setdefault(_id(twig), twig.value)
    return found


def _id(twig: Twig) -> str:
    own = _get(twig.value, "id") if isinstance(twig.value, Branch) else None
    return own.value.value or "" if own and isinstance(own.value, Leaf) else ""


def _get(branch: Branch, key: str) -> Twig | None:
    return next((twig for twig in branch.parts if twig.key == key), None) if branch.is_map else None


def _value(branch: Branch, key: str) -> Leaf | Branch | None:
    twig = _get(branch, key)
    return twig.value if twig else None


def _find(branch: Leaf | Branch, steps: Sequence[str]) -> Twig | None:
    twig = None
    for step in steps:
        twig = _get(branch, step) if isinstance(branch, Branch) else None
        if twig is None:
            return None
        branch = twig.value
    return twig


def _add(branch: Branch, key: str, value: Leaf | Branch) -> Twig:
    branch.parts.append(Twig(key, value))
    return branch.parts[-1]


def _branch(twig: Twig, is_map: bool) -> Branch:
    """The list or map that a twig holds; a new one where it holds something else."""
    if not isinstance(twig.value, Branch) or twig.value.is_map != is_map:
        twig.value = Branch(is_map)
    return twig.value


def _map(twig: Twig) -> Branch:
    return _branch(twig, True)


def _list(branch: Branch, path: Sequence[str]) -> Branch:
    """The list at a path of a map, made where there is none; what is given itself, where the path is empty."""
    for step in path:
        branch = _branch(_get(branch, step) or _add(branch, step, Branch(False)), False)
    return branch


def _drop_deep(branch: Branch, steps: Sequence[str]) -> None:
    """Take a value out, and the map that it leaves empty."""
    twig = _get(branch, steps[0])
    if twig is None:
        return
    if len(steps) > 1 and isinstance(twig.value, Branch):
        _drop_deep(twig.value, steps[1:])
        if twig.value.parts:
            return
    _drop(branch, steps[0])


def _drop(branch: Branch, key: str) -> None:
    """Take an entry out of a map; its comments stay at the end of that."""
    for twig in [twig for twig in branch.parts if twig.key == key]:
        branch.parts.remove(twig)
        tail = twig.value.tail if isinstance(twig.value, Branch) else []
        branch.tail += [comment for comment in (*twig.above, twig.eol, *tail) if comment]
