"""A sheet as it was read: its rows as texts, and how a cell is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..problems.codes import severity_of
from ..problems.problem import Problem


@dataclass(frozen=True)
class Cell:
    """A cell: the sheet it is on, its row and column counted from 1, what it says."""

    sheet: str
    row: int
    column: int
    text: str = ""

    @property
    def address(self) -> str:
        """`claims!F12`, as a spreadsheet calls it."""
        letters, number = "", self.column
        while number:
            number, place = divmod(number - 1, 26)
            letters = chr(ord("A") + place) + letters
        return f"{self.sheet}!{letters}{self.row}"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its head, and its rows below, with the numbers that they have."""

    name: str
    head: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]] = field(repr=False)


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a cell: the problem, and the cell where that is known."""

    problem: Problem
    cell: Cell | None = None

    def __str__(self) -> str:
        if self.cell is None:
            return str(self.problem)
        problem = self.problem
        path = f" {problem.path}:" if problem.path else ""
        hint = f"; {problem.hint}" if problem.hint else ""
        return f"{self.cell.address}: {problem.severity}[{problem.code}]{path} {problem.message}{hint}"


def complaint(cell: Cell, code: str, message: str, hint: str = "") -> Complaint:
    """A complaint about a cell that only importing finds."""
    return Complaint(Problem(cell.sheet, cell.row, cell.column, code, "", message, hint, severity_of(code)), cell)
