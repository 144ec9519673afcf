"""Days of the calendar, also those before the year 1, as text and as numbers, as the browser and the frames count them.

Python's own `date` begins with the year 1. What lies before it is an `EarlyDay`; the two compare, and their difference
is a time. `moved` goes from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import TypeAlias, overload

EPOCH = date(1970, 1, 1).toordinal()
CYCLE_YEARS, CYCLE = 400, 146097  # years after which the calendar repeats itself, and their days
ISO_DAY = re.compile(r"(?!-0000)(-?\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class EarlyDay:
    """A day before the year 1, as EDTF and ISO 8601 count: the year 0 is 1 BC, and -43 is 44 BC. The calendar is the
    Gregorian one, carried on into the past.

    Raises ValueError for a day that does not exist.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not -9999 <= self.year <= 0:
            raise ValueError(f"year {self.year} is not between -9999 and 0")
        _ = self._twin

    @property
    def _twin(self) -> date:
        """The same day of a year that Python has, whole cycles later."""
        return date(self.year + CYCLE_YEARS * self._cycles, self.month, self.day)

    @property
    def _cycles(self) -> int:
        return 1 - self.year // CYCLE_YEARS

    def toordinal(self) -> int:
        """Days since the last of the year 0, which is 0."""
        return self._twin.toordinal() - CYCLE * self._cycles

    def isoformat(self) -> str:
        """The day as ISO text: `-0043-03-15`."""
        return iso_of([self.year, self.month, self.day])

    def replace(self, month: int, day: int) -> EarlyDay:
        """Another day of the same year."""
        return EarlyDay(self.year, month, day)

    def __str__(self) -> str:
        return self.isoformat()

    def __lt__(self, other: AnyDay) -> bool:
        if not isinstance(other, date | EarlyDay):
            return NotImplemented
        return self.toordinal() < other.toordinal()

    def __sub__(self, other: AnyDay) -> timedelta:
        return timedelta(self.toordinal() - other.toordinal())

    def __rsub__(self, other: date) -> timedelta:
        return timedelta(other.toordinal() - self.toordinal())


AnyDay: TypeAlias = date | EarlyDay
FIRST, LAST = EarlyDay(-9999, 1, 1), date.max  # the days that a timeline can have


def day_of(year: int, month: int, day: int) -> AnyDay:
    """A day of the years -9999 to 9999. Raises ValueError where there is no such day."""
    return date(year, month, day) if year > 0 else EarlyDay(year, month, day)


def day_of_ordinal(ordinal: int) -> AnyDay:
    """The day of a proleptic Gregorian ordinal (1 is 0001-01-01), or the nearest that there is."""
    if ordinal > 0:
        return date.fromordinal(min(ordinal, LAST.toordinal()))
    ordinal = max(ordinal, FIRST.toordinal())
    cycles = 1 - ordinal // CYCLE
    twin = date.fromordinal(ordinal + CYCLE * cycles)
    return EarlyDay(twin.year - CYCLE_YEARS * cycles, twin.month, twin.day)


def day_of_text(text: str) -> AnyDay:
    """The day of an ISO text (`2024-06-19`, `-0043-03-15`). Raises ValueError for any other text."""
    if not (found := ISO_DAY.match(text)):
        raise ValueError(f"{text!r} is no day")
    return day_of(*map(int, found.groups()))


def moved(day: AnyDay, days: int) -> AnyDay:
    """A day so many days later, or the last or first that there is."""
    return day_of_ordinal(day.toordinal() + days)


def since_year_one(day: AnyDay) -> date:
    """A day for what knows none before the year 1: the first one there for those."""
    return day if isinstance(day, date) else date.min


def iso_of(parts: Sequence[int]) -> str:
    """A year, a month of it or a day, [2024, 10], as ISO text (`2024-10`, `-0043`)."""
    year = f"{parts[0]:0{4 if parts[0] >= 0 else 5}}"
    return "-".join([year, *(f"{part:02}" for part in parts[1:])])


@overload
def day_number(day: AnyDay) -> int: ...
@overload
def day_number(day: None) -> None: ...
@overload
def day_number(day: AnyDay | None) -> int | None: ...
def day_number(day: AnyDay | None) -> int | None:
    """Days since 1970-01-01 (negative before), None for None."""
    return day.toordinal() - EPOCH if day else None
