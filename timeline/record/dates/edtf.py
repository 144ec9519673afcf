"""EDTF dates (ISO 8601-2:2019, levels 0 and 1, and the seasons of level 2), as days a timeline can draw and compare.

The `edtf` library parses; this module keeps levels 0 and 1, takes the *strict* bounds (the
library's fuzzy ones pad `2024-10~` by a month and more), and says in words what is wrong.
Specification: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..problems.problem import LONGEST
from .days import FIRST, LAST, AnyDay, day_of, day_of_ordinal
from .eras import historical
from .errors import OUTSIDE, EdtfError, Unrecognised, error_of, level_2_message
from .forms import day_and_time, days_of, seconds_of, usual_days_of

# How many of year, month and day are known; of any other precision only the year.
PARTS = {"day": 3, "month": 2, "season": 2}
PLAIN_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
# Months or days of which one digit is known, significant digits, sets, marks before or within a date, powers of ten.
# The library fails on some of these.
PLAINLY_LEVEL_2 = re.compile(r"-(\dX|X\d)|\dS\d|\A(?:\[.*\]|\{.*\})\Z|[?~%]-?[\dX]|\AY-?\d+E\d", re.ASCII)
# Refusing takes the library five milliseconds, and a file can have a thousand wrong dates: it is asked only of texts in
# the characters of EDTF that have the form of a date, and are not plainly a month or a day that does not exist.
PLAUSIBLE = re.compile(r"(?:[-0-9XYZEST:+?~%\[\]{},^]|\.\.)+", re.ASCII)
FAR_YEAR = re.compile(r"Y-?\d{5,}", re.ASCII)
FORM = re.compile(r"-?[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?|Y-?\d+", re.ASCII)
WRONG = re.compile(r"-?\d{4}-\d\d?(?:-\d\d?)?[?~%]?", re.ASCII)
LEVELS_0_AND_1 = {
    "Date",
    "DateAndTime",
    "Interval",
    "Level1Interval",
    "UncertainOrApproximate",
    "Unspecified",
    "Season",
    "LongYear",
}

Order = tuple[AnyDay, AnyDay, bool, int]


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as far as it is known.

    `text` is the EDTF string. `start` and `end` are the first and last day it can mean, None where
    open or unknown. `precision` is day, month, season, year, decade, century or interval.
    `qualifier` is "" or `?` (uncertain), `~` (approximate), `%` (both); of an interval, of either end.
    `open_start` and `open_end` are "" or `open` (`..`) or `unknown` (an empty end). `time` is the time of a day as
    it is written, with its offset (`18:00:00+03:00`), or "".
    """

    text: str
    start: AnyDay | None
    end: AnyDay | None
    precision: str = "day"
    qualifier: str = ""
    open_start: str = ""
    open_end: str = ""
    time: str = ""

    @property
    def shape(self) -> str:
        """How it is drawn: `instant` (a day), `range` (an interval) or `within` (some day of a month, a year, …)."""
        if self.precision == "interval":
            return "range"
        return "instant" if self.precision == "day" else "within"

    @property
    def earliest(self) -> AnyDay:
        """The first day it can mean; the last one where the start is open."""
        return self.start or self.end or FIRST

    @property
    def latest(self) -> AnyDay:
        """The last day it can mean; the first one where the end is open."""
        return self.end or self.start or LAST

    @property
    def order(self) -> Order:
        """What dates are sorted by: an open start comes first, and of one day what has no time, then the earlier. A
        season stands where most readers look for it."""
        first = self.ends[0]
        time = first.time if first else ""
        start = self._usual[0] if self.precision == "season" else self.start
        return start or FIRST, self.end or LAST, bool(time), seconds_of(time) if time else 0

    @property
    def middle(self) -> AnyDay | None:
        """The middle of the days that it can mean, of a season of those that it means to most readers; None where an
        end is open."""
        start, end = self._usual if self.precision == "season" else (self.start, self.end)
        return day_of_ordinal((start.toordinal() + end.toordinal()) // 2) if start and end else None

    @property
    def _usual(self) -> tuple[AnyDay | None, AnyDay | None]:
        return usual_days_of(self.text) or (self.start, self.end)

    @property
    def ends(self) -> tuple[Edtf | None, Edtf | None]:
        """The two dates of an interval (None where open or unknown); the date itself twice otherwise."""
        if self.precision != "interval":
            return self, self
        first, last = self.text.split("/")
        return (None if self.open_start else parse(first)), (None if self.open_end else parse(last))

    @property
    def certain(self) -> bool:
        """True of a known day, and of an interval between two known days."""
        return all([side and side.precision == "day" and not side.qualifier for side in self.ends])

    @property
    def parts(self) -> tuple[list[int], list[int] | None]:
        """Its start and end as [year, month, day], as far as each is known: ([2024, 10], None), ([2022], [2024, 11]).

        The end is None where it is open or the same as the start. Where the start is open, the end stands in its place.
        """
        if self.precision in ("season", "decade", "century"):
            return self._known(self.start), self._known(self.end)
        if self.precision != "interval":
            return self._known(self.start), None
        first, last = self.ends
        end = last._known(last.end) if last else None
        if first is None:
            return end or [], None
        return first._known(first.start), None if last == first else end

    def _known(self, day: AnyDay | None) -> list[int]:
        return [day.year, day.month, day.day][: PARTS.get(self.precision, 1)] if day else []

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Parse an EDTF string of level 0 or 1, or a season of level 2. Raises EdtfError, which names the wrong part."""
    if PLAIN_DAY.match(text):
        day = _day(text, text)
        return Edtf(text, day, day)
    try:
        return _any(text)
    except Unrecognised as error:
        raise EdtfError(_meant(text) or str(error)) from None


def _any(text: str) -> Edtf:
    return _interval(text) if "/" in text else _single(text)


def _interval(text: str) -> Edtf:
    if text.count("/") > 1:
        raise Unrecognised(f"`{text}` has more than one `/`; an interval is START/END")
    first, last = text.split("/")
    if first in ("", "..") and last in ("", ".."):
        raise EdtfError(f"`{text}` says nothing: an interval needs a start or an end")
    start = _single(first) if first not in ("", "..") else None
    end = _single(last) if last not in ("", "..") else None
    if start and end and _is_after(start, end):
        raise EdtfError(f"`{text}` ends before it starts; did you mean `{last}/{first}`?")
    marks = {side.qualifier for side in (start, end) if side} - {""}
    return Edtf(
        text,
        start.start if start else None,
        end.end if end else None,
        precision="interval",
        qualifier=marks.pop() if len(marks) == 1 else "%" if marks else "",
        open_start={"": "unknown", "..": "open"}.get(first, ""),
        open_end={"": "unknown", "..": "open"}.get(last, ""),
    )


def _is_after(start: Edtf, end: Edtf) -> bool:
    """True where a start lies after an end. Times of one day count where both have one, and an offset or none."""
    if not (start.start and end.end):
        return False
    if start.start != end.end or not (start.time and end.time) or bool(start.time[8:]) != bool(end.time[8:]):
        return start.start > end.end
    return seconds_of(start.time) > seconds_of(end.time)


def _single(text: str) -> Edtf:
    if PLAIN_DAY.match(text):
        day = _day(text, text)
        return Edtf(text, day, day)
    date_, time = day_and_time(text)
    if time:
        return replace(_single(date_), text=text, time=time)
    if "T" in text:
        raise Unrecognised(f"`{text}` is no day with a time of day; write one as 2024-06-19T18:00:00")
    if days := days_of(text):
        return _as_known(text, *days)
    # The library would skip white space, and accept the digits of every script.
    if not PLAUSIBLE.fullmatch(text) or WRONG.fullmatch(text):
        raise error_of(text)
    if PLAINLY_LEVEL_2.search(text):
        raise EdtfError(level_2_message(text))
    if FAR_YEAR.fullmatch(text):
        raise EdtfError(f"`{text}` {OUTSIDE}")
    if not FORM.fullmatch(text):
        raise error_of(text)
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 costs 60 ms, and most records never need it

    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError):
        raise error_of(text) from None
    if type(parsed).__name__ not in LEVELS_0_AND_1:
        raise EdtfError(level_2_message(text))
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    if lower.tm_year < FIRST.year or upper.tm_year > LAST.year:
        raise EdtfError(f"`{text}` {OUTSIDE}")
    return _as_known(text, day_of(*lower[:3]), day_of(*upper[:3]))


def _as_known(text: str, start: AnyDay, end: AnyDay) -> Edtf:
    qualifier = text[-1] if text[-1] in "?~%" else ""
    return Edtf(text, start, end, _precision(text.rstrip("?~%")), qualifier)


def _precision(text: str) -> str:
    year, *rest = text.removeprefix("-").split("-")
    rest = [part for part in rest if part != "XX"]
    if len(rest) == 2:
        return "day"
    if rest:
        return "season" if int(rest[0]) > 12 else "month"
    return {0: "year", 1: "decade"}.get(year.count("X"), "century")


def _day(part: str, text: str) -> AnyDay:
    year, month, day = map(int, part.split("-"))
    try:
        return day_of(year, month, day)
    except ValueError:
        raise error_of(text) from None


def _meant(text: str) -> str:
    """The message about a date that is written in another way than EDTF; "" where no date is recognised."""
    from .guesses import is_outside, meant_dates  # noqa: PLC0415 costs 30 ms, and dates are nearly always right

    if len(text) > LONGEST:
        return ""
    if good := [date for date in meant_dates(text) if _is_date(date)]:
        meant = " or ".join(f"`{date}`{_called(date)}" for date in good)
        note = " EDTF counts a year 0" if any(_called(date) for date in good) else ""
        return f"`{text}` is not an EDTF date; did you mean {meant}?{note}"
    return f"`{text}` {OUTSIDE}" if is_outside(text) else ""


def _called(text: str) -> str:
    """What people call the year of a date before the year 1: ` (44 BC)`."""
    year = parse(text).earliest.year
    return f" ({historical(year)} BC)" if year <= 0 and "/" not in text and "XX" not in text else ""


def _is_date(text: str) -> bool:
    try:
        _any(text)
    except EdtfError:
        return False
    return True
