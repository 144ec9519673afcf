"""What came of bringing a file into a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..record.problems.problem import ERROR
from ..record.record import Record
from ..record.sheets.sheet import Complaint


@dataclass(frozen=True)
class Brought:
    """The record as it would be (None where there is an error), what is wrong and where, the entries that nothing was
    brought for and that stay, the settings that were made up to begin with, and what of the file was left aside.
    """

    record: Record | None
    complaints: Sequence[Complaint]
    stayed: Sequence[str] = ()
    made: Sequence[str] = ()
    left: Sequence[str] = ()

    @property
    def refused(self) -> bool:
        """True where there is an error, and so nothing may be written."""
        return any(complaint.problem.severity == ERROR for complaint in self.complaints)
