"""The first and the last day of a date, read off its form. The library takes a millisecond for what this takes a
thousandth of, and a file can hold twenty thousand dates; `tests/record/test_dates.py` compares the two.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

MARK = r"[?~%]?\Z"
# A day, a month or a year.
KNOWN = re.compile(
    r"(\d{4})(?:-(0[1-9]|1[012])(?:-(0[1-9]|[12]\d|3[01]))?)?" + MARK,
    re.ASCII,
)
TIMED = re.compile(
    r"(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)\Z", re.ASCII
)
SEASON = re.compile(r"(\d{4})-2([1-4])\Z", re.ASCII)  # without a mark, as the library has it
YEARS = re.compile(r"(\d{2,3})(X{1,2})" + MARK, re.ASCII)  # a decade or a century
UNSPECIFIED = re.compile(r"(\d{4})(?:-(0[1-9]|1[012]))?(?:-XX){1,2}" + MARK, re.ASCII)


def day_and_time(text: str) -> tuple[str, str]:
    """A date with a time of day as its day and its time, with the offset as written (`18:00:00+03:00`); any other text
    and "".
    """
    return (found[1], found[2]) if (found := TIMED.match(text)) else (text, "")


def seconds_of(time: str) -> int:
    """The seconds since the day began of a time as it is written, in UTC where its offset is known: below 0 or above a
    day where that is another day (`01:00:00+09:00` is -28800)."""
    hours, minutes, seconds = map(int, time[:8].split(":"))
    east, _, rest = time[8:].removeprefix("Z").partition(":")
    offset = int(east or 0) * 60 + int(rest or 0) * (-1 if east.startswith("-") else 1)
    return hours * 3600 + (minutes - offset) * 60 + seconds


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of a date of one of the usual forms; None of any other, and where there is no such
    day.
    """
    if found := KNOWN.match(text):
        return _days(*found.groups())
    if found := SEASON.match(text):
        first = 3 * int(found[2])
        last = min(first + 2, 12)  # of the winter only December lies in its year
        start, end = _days(found[1], f"{first}"), _days(found[1], f"{last}")
        return (start[0], end[1]) if start and end else None
    if (found := YEARS.match(text)) and len(found[1] + found[2]) == 4:
        width = len(found[2])
        start, end = _days(found[1] + "0" * width), _days(found[1] + "9" * width)
        return (start[0], end[1]) if start and end else None
    if (found := UNSPECIFIED.match(text)) and not (found[2] and text.count("XX") == 2):
        return _days(found[1], found[2])
    return None


def _days(year: str, month: str | None = None, day: str | None = None) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day; None where that does not exist."""
    first, last = (int(month), int(month)) if month else (1, 12)
    try:
        end = int(day) if day else calendar.monthrange(int(year), last)[1]
        return date(int(year), first, int(day or 1)), date(int(year), last, end)
    except ValueError:
        return None
