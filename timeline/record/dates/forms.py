"""The first and the last day of a date, read off its form. The library takes a millisecond for what this takes a
thousandth of, and a file can hold twenty thousand dates; `tests/record/test_dates.py` compares the two.
"""

from __future__ import annotations

import calendar
import re

from .days import FIRST, LAST, AnyDay, day_of

Span = tuple[AnyDay, AnyDay]

MARK = r"[?~%]?\Z"
YEAR = r"((?!-0000)-?\d{4})"  # the year before 0001 is 0000, that before it -0001
# A day, a month or a year.
KNOWN = re.compile(
    YEAR + r"(?:-(0[1-9]|1[012])(?:-(0[1-9]|[12]\d|3[01]))?)?" + MARK,
    re.ASCII,
)
TIMED = re.compile(
    r"(-?\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)\Z", re.ASCII
)
SEASON = re.compile(YEAR + r"-(2[1-9]|3\d|4[01])\Z", re.ASCII)  # without a mark, as the library has it
# The first and the last month that a season can mean, counted from January of its year as 1, and the one with which it
# begins for most readers. EDTF says neither of spring to winter (21 to 24) on which half of the globe they are, nor of
# what lasts from December to February which of its years it has its name from.
NORTHERN, QUARTERS = 25, 33  # the first of the spring that is on one half of the globe, and of what is no spring
MONTHS = {
    **{21: (3, 11, 3), 22: (0, 14, 6), 23: (3, 11, 9), 24: (0, 14, 12)},
    **{25: (3, 5, 3), 26: (6, 8, 6), 27: (9, 11, 9), 28: (0, 14, 12)},  # northern
    **{29: (9, 11, 9), 30: (0, 14, 12), 31: (3, 5, 3), 32: (6, 8, 6)},  # southern
    **{33 + part: (3 * part + 1, 3 * part + 3, 3 * part + 1) for part in range(4)},  # quarters
    **{37 + part: (4 * part + 1, 4 * part + 4, 4 * part + 1) for part in range(3)},  # thirds
    **{40 + part: (6 * part + 1, 6 * part + 6, 6 * part + 1) for part in range(2)},  # halves
}
YEARS = re.compile(r"(-?)(\d{1,3})(X{1,3})" + MARK, re.ASCII)  # a decade, a century or a thousand years
UNSPECIFIED = re.compile(YEAR + r"(?:-(0[1-9]|1[012]))?(?:-XX){1,2}" + MARK, re.ASCII)


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


def days_of(text: str) -> Span | None:
    """The first and the last day of a date of one of the usual forms; None of any other, and where there is no such
    day.
    """
    if found := KNOWN.match(text):
        return _days(*found.groups())
    if found := SEASON.match(text):
        first, last, _ = MONTHS[int(found[2])]
        return _months(int(found[1]), first, last)
    if (found := YEARS.match(text)) and len(found[2] + found[3]) == 4:
        years = sorted(int(found[1] + found[2] + digit * len(found[3])) for digit in "09")
        return day_of(years[0], 1, 1), day_of(years[1], 12, 31)
    if (found := UNSPECIFIED.match(text)) and not (found[2] and text.count("XX") == 2):
        return _days(found[1], found[2])
    return None


def usual_days_of(season: str) -> Span | None:
    """The first and the last day that most readers take a season for: of spring to winter the months of the north,
    where it may be either, of a winter those that begin with December of its year. None of what is no season.
    """
    if not (found := SEASON.match(season)):
        return None
    first, last, usual = MONTHS[int(found[2])]
    return _months(int(found[1]), usual, min(usual + 2, last) if int(found[2]) < QUARTERS else last)


def _months(year: int, first: int, last: int) -> Span:
    """The first day of a month and the last of another, counted from January of a year as 1. What lies beyond the years
    -9999 to 9999 is left out."""
    (before, from_), (after, to) = divmod(first - 1, 12), divmod(last - 1, 12)
    start = day_of(year + before, from_ + 1, 1) if year + before >= FIRST.year else FIRST
    if year + after > LAST.year:
        return start, LAST
    return start, day_of(year + after, to + 1, calendar.monthrange(year + after, to + 1)[1])


def _days(year: str, month: str | None = None, day: str | None = None) -> Span | None:
    """The first and the last day of a year, a month or a day; None where that does not exist."""
    first, last = (int(month), int(month)) if month else (1, 12)
    try:
        end = int(day) if day else calendar.monthrange(int(year), last)[1]
        return day_of(int(year), first, int(day or 1)), day_of(int(year), last, end)
    except ValueError:
        return None
