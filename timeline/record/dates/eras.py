"""Days in the words of a language, by CLDR's patterns. What lies before the year 1 has its years counted back from
there, as people count them, and the name of the era: EDTF's `-0043` is `44 BC`, « 44 av. J.-C. ». No line ends within
that name.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import format_date

from ..locales import locale_of
from ..typography import typeset
from .days import AnyDay

LEAP = 2000  # a year with every day, in whose place another is written
YEAR = re.compile(r"('(?:[^']|'')*')|(?:y+\.?|G+)(?:\s*(?:y+\.?|G+))*")  # what is quoted, or a year with its era
PARTS = re.compile(r"y+|G+|\.|\s+")


def format_day(day: AnyDay, pattern: str, language: str, era: bool = False) -> str:
    """A day by a CLDR pattern (`d MMMM y`). A year before the year 1 brings its era, others where `era` says so."""
    locale = locale_of(language)
    if isinstance(day, date) and not era:
        return format_date(day, pattern, locale=locale)
    era_name = typeset(locale.eras["abbreviated"][int(day.year > 0)], language)
    said = {"y": str(historical(day.year)), "G": era_name}

    def fill(found: re.Match[str]) -> str:
        return _quoted("".join(said.get(part[0], part) for part in PARTS.findall(found[0])))

    filled = YEAR.sub(lambda found: found[1] or fill(found), with_era(pattern, language))
    return format_date(date(LEAP, day.month, day.day), filled, locale=locale)


def historical(year: int) -> int:
    """A year as people count it, who know no year 0: 44 of -43 and of 44."""
    return abs(without_zero(year))


def without_zero(year: int) -> int:
    """A year as programs count it that know no year 0: -44 of -43."""
    return year if year > 0 else year - 1


@cache
def with_era(pattern: str, language: str) -> str:
    """A pattern with the era where the language has it: behind the year or, as in Japanese, before it."""
    known = locale_of(language).datetime_skeletons.get("Gy")
    year = "Gy" if known and known.pattern.startswith("G") else "y G"
    as_ordinal = year.replace("y", "y.")  # as in Serbian, `44. p. n. e.`
    return YEAR.sub(lambda found: found[1] or (as_ordinal if found[0].endswith(".") else year), pattern)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
