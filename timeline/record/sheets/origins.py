"""From a problem of a file that was made of sheets back to the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..edit.tree import Branch, Leaf, Twig
from ..places import Place, Steps
from ..problems.problem import Problem
from ..read.nodes import read_whole
from .merge import Merger
from .read_rows import Row
from .sheet import Cell, Complaint
from .tables import BY_NAME

MISSING = re.compile(r"`(\w+)` is missing")
KEY = re.compile(r"`(\w[\w-]*):`")  # of YAML, in a hint


class Origins:
    """Knows for each place of the files of a draft the cell that it was made of; `files` are their names, where they
    stand, and what they hold.
    """

    def __init__(self, merger: Merger, files: Sequence[tuple[str, Path, Leaf | Branch]]):
        self.cells: dict[tuple[str, Place], Cell] = {}
        self.rows: dict[tuple[str, Place], Row] = {}
        self.heads: dict[tuple[str, int], str] = {}  # of columns, by sheet and number
        for name, path, root in files:
            parsed, _ = read_whole(path)
            listed: Cell | None = None  # that of a list of words, whose items have none of their own
            for steps, twig in _walk(root, ()) if parsed else ():
                place = (name, parsed.place_of(steps)) if parsed else (name, (0, 0))
                cell = _origin(twig, merger)
                if twig.key is not None:
                    listed = merger.origins.get(twig)
                if found := cell or (listed if isinstance(twig.value, Leaf) else None):
                    self.cells.setdefault(place, found)
                if twig in merger.rows:
                    row = self.rows.setdefault(place, merger.rows[twig])
                    self.heads |= {(cell.sheet, cell.column): head for head, cell in row.cells.items()}

    def complaint(self, problem: Problem) -> Complaint:
        """A problem with its cell, where it has one."""
        place = (problem.file, (problem.line, problem.column))
        found = MISSING.match(problem.message)
        row = self.rows.get(place) if found else None
        if found and row:
            for head, cell in row.cells.items():
                if head.split(" ")[0] == found[1]:
                    return Complaint(_told(problem, head), cell)
        where = self.cells.get(place)
        return Complaint(_told(problem, self.heads.get((where.sheet, where.column), "") if where else ""), where)


def _told(problem: Problem, head: str) -> Problem:
    """The problem with a hint that names the column to fill in, or the sheet, where it names keys of YAML. `head` is
    that of the problem's cell."""
    keys = KEY.findall(problem.hint)
    if not keys or not problem.hint.startswith("add "):
        return problem
    text, _, last = head.partition(" ")
    if problem.code == "missing-language":  # the key is a language
        stem = head.rpartition(" ")[0] or problem.path.rpartition(".")[2]
        names = {key: f"{stem} {key}" for key in keys}
    else:
        names = {key: head if last and key == text else key for key in keys}
    is_list = problem.code == "missing-field" and keys[0] in BY_NAME
    hint = KEY.sub(lambda found: f"`{names[found[1]]}`", problem.hint.removeprefix("add "))
    return replace(problem, hint=f"{'add a row to the sheet' if is_list else 'fill in the column'} {hint}")


def _walk(branch: Leaf | Branch, path: Steps) -> Iterator[tuple[Steps, Twig]]:
    for number, twig in enumerate(branch.parts if isinstance(branch, Branch) else ()):
        steps = (*path, number if twig.key is None else twig.key)
        yield steps, twig
        yield from _walk(twig.value, steps)


def _origin(twig: Twig, merger: Merger) -> Cell | None:
    """The cell of a part, or else of the first thing in it that has one."""
    if twig in merger.origins or not isinstance(twig.value, Branch):
        return merger.origins.get(twig)
    return next(filter(None, (_origin(part, merger) for part in twig.value.parts)), None)
