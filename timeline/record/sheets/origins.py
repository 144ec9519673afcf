"""From a problem of a file that was made of sheets back to the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..edit.tree import Branch, Leaf, Twig
from ..places import Place, Steps
from ..problems.problem import Problem
from ..read.nodes import read_whole
from .merge import Merger
from .read_rows import Row
from .sheet import Cell, Complaint

MISSING = re.compile(r"`(\w+)` is missing")


class Origins:
    """Knows for each place of the files of a draft the cell that it was made of; `files` are their names, where they
    stand, and what they hold.
    """

    def __init__(self, merger: Merger, files: Sequence[tuple[str, Path, Leaf | Branch]]):
        self.cells: dict[tuple[str, Place], Cell] = {}
        self.rows: dict[tuple[str, Place], Row] = {}
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
                    self.rows.setdefault(place, merger.rows[twig])

    def complaint(self, problem: Problem) -> Complaint:
        """A problem with its cell, where it has one."""
        place = (problem.file, (problem.line, problem.column))
        found = MISSING.match(problem.message)
        row = self.rows.get(place) if found else None
        if found and row:
            for head, cell in row.cells.items():
                if head.split(" ")[0] == found[1]:
                    return Complaint(problem, cell)
        return Complaint(problem, self.cells.get(place))


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
