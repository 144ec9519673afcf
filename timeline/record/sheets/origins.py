"""From a problem of a file that was made of sheets back to the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from ..edit.tree import Branch, Leaf, Twig
from ..places import Place, Steps
from ..problems.problem import Problem
from ..read.nodes import read_whole
from .merge import Merger
from .read_rows import Row
from .sheet import Cell, Complaint
from .tables import BY_NAME, table_of

MISSING_LANGUAGE = "missing-language"
MISSING = re.compile(r"`(\w+)` is missing")
Within: TypeAlias = tuple[Row, tuple[str, ...]]  # a row, and the keys that lead from it to a part of it
KEY = re.compile(r"`(\w[\w-]*):`")  # of YAML, in a hint


class Origins:
    """Knows for each place of the files of a draft the cell that it was made of; `files` are their names, where they
    stand, and what they hold, `languages` those of the draft.
    """

    def __init__(self, merger: Merger, files: Sequence[tuple[str, Path, Leaf | Branch]], languages: Sequence[str] = ()):
        self.languages = languages
        self.cells: dict[tuple[str, Place], Cell] = {}
        self.rows: dict[tuple[str, Place], list[Within]] = {}
        self.heads: dict[tuple[str, int], str] = {}  # of columns, by sheet and number
        for row in (*merger.rows.values(), *merger.singles.values()):
            self.heads |= {(cell.sheet, cell.column): head for head, cell in row.cells.items()}
        for name, path, root in files:
            parsed, _ = read_whole(path)
            if parsed is None:
                continue
            single = merger.singles.get(root)
            if single:
                self.rows[name, parsed.place_of(())] = [(single, ())]
            listed: Cell | None = None  # that of a list of words, whose items have none of their own
            for steps, twig, within in _walk(root, (), merger.rows, (single, ()) if single else None):
                place = (name, parsed.place_of(steps))
                cell = _origin(twig, merger)
                if twig.key is not None:
                    listed = merger.origins.get(twig)
                if found := cell or (listed if isinstance(twig.value, Leaf) else None):
                    self.cells.setdefault(place, found)
                if within:
                    self.rows.setdefault(place, []).append(within)

    def complaint(self, problem: Problem) -> Complaint:
        """A problem with its cell, where it has one."""
        place = (problem.file, (problem.line, problem.column))
        if key := _missing(problem):
            for row, keys in self.rows.get(place, ()):
                if found := self._column(row, [*keys, key], problem.code == MISSING_LANGUAGE):
                    head, cell = found
                    return Complaint(_told(problem, head), cell)
        where = self.cells.get(place)
        return Complaint(_told(problem, self.heads.get((where.sheet, where.column), "") if where else ""), where)

    def _column(self, row: Row, keys: Sequence[str], is_there: bool) -> tuple[str, Cell] | None:
        """The head of the column in which a value belongs, of a text in the first language, and its cell in a row.

        A column that the sheet lacks, unless it is to be there, has the row's first cell.
        """
        cells, table = dict(row.cells), table_of(row.place.sheet)
        for column in table.columns(self.languages) if table and not is_there else ():
            cells.setdefault(column.head, row.place)
        return next(((head, cell) for head, cell in cells.items() if head.split(" ")[: len(keys)] == keys), None)


def _missing(problem: Problem) -> str:
    """The key, or of a text the language, that a problem says is missing; "" for another problem."""
    if problem.code == MISSING_LANGUAGE:
        return next(iter(KEY.findall(problem.hint)), "")
    found = MISSING.match(problem.message)
    return found[1] if found else ""


def _told(problem: Problem, head: str) -> Problem:
    """The problem with a hint that names the column to fill in, or the sheet, where it names keys of YAML. `head` is
    that of the problem's cell."""
    keys = KEY.findall(problem.hint)
    if not keys or not problem.hint.startswith("add "):
        return problem
    words = head.split(" ")
    if problem.code == MISSING_LANGUAGE:  # the key is a language
        stem = head.rpartition(" ")[0] or problem.path.rpartition(".")[2]
        names = {key: f"{stem} {key}" for key in keys}
    else:
        names = {key: head if key in words else key for key in keys}
    is_list = problem.code == "missing-field" and keys[0] in BY_NAME
    hint = KEY.sub(lambda found: f"`{names[found[1]]}`", problem.hint.removeprefix("add "))
    return replace(problem, hint=f"{'add a row to the sheet' if is_list else 'fill in the column'} {hint}")


def _walk(
    branch: Leaf | Branch, path: Steps, rows: Mapping[Twig, Row], within: Within | None
) -> Iterator[tuple[Steps, Twig, Within | None]]:
    """Each part with its path, and the row that it is of."""
    for number, twig in enumerate(branch.parts if isinstance(branch, Branch) else ()):
        steps = (*path, number if twig.key is None else twig.key)
        inner = within and (within[0], (*within[1], twig.key or ""))
        own = (rows[twig], ()) if twig in rows else inner
        yield steps, twig, own
        yield from _walk(twig.value, steps, rows, own)


def _origin(twig: Twig, merger: Merger) -> Cell | None:
    """The cell of a part, or else of the first thing in it that has one."""
    if twig in merger.origins or not isinstance(twig.value, Branch):
        return merger.origins.get(twig)
    return next(filter(None, (_origin(part, merger) for part in twig.value.parts)), None)
