"""Which year somebody may have meant who names the era: `44 BC`, « 44 av. J.-C. », `AD 79`, or writes `-44`.

EDTF counts a year 0, so that 44 BC is `-0043` there.
"""

from __future__ import annotations

import re

# The eras in simplified letters, as English, French, German, Spanish and Italian have them.
BEFORE = (
    r"(?:b\.? ?c\.?(?: ?e\.?)?|av(?:ant|\.)? ?j(?:esus|\.)?[ -]?c(?:hrist|\.)?"
    r"|av(?:ant|\.)? ?n(?:otre|\.)? ?e(?:re|\.)?|v(?:or|\.)? ?(?:chr(?:istus|\.)?|u\. ?z\.)|a\. ?(?:de )?c\.?)"
)
SINCE = (
    r"(?:a\.? ?d\.?|c\.? ?e\.?|ap(?:res|r?\.)? ?j(?:esus|\.)?[ -]?c(?:hrist|\.)?|de notre ere"
    r"|n(?:ach|\.)? ?(?:chr(?:istus|\.)?|u\. ?z\.)|d\. ?(?:de )?c\.?)"
)
OF_AN_ERA = re.compile(rf"(?P<date>.*\d.*?) ?(?:(?P<before>{BEFORE})|{SINCE})|(?:{SINCE}) ?(?P<later>\d.*)")
YEARS = re.compile(rf"(\d{{1,5}}) ?- ?(\d{{1,5}}) ?({BEFORE})")
MINUS = re.compile(r"-(\d{1,3})((?:-\d\d?){0,2})")
LAST_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?!.*\d)")
EARLIEST = 10000  # BC, which is -9999


def without_era(text: str) -> tuple[str, bool] | None:
    """A date in simplified letters without its era, its year in four digits, and whether that is the one before; None
    where it has no era, and of two years that share one."""
    if YEARS.fullmatch(text) or not (found := OF_AN_ERA.fullmatch(text)):
        return None
    date = (found["date"] or found["later"]).strip()
    return (date if "century" in date or "siecle" in date or "jahrhundert" in date else padded(date)), bool(
        found["before"]
    )


def padded(date: str) -> str:
    """A date with its last number, the year, in four digits."""
    return LAST_NUMBER.sub(lambda year: year[1].zfill(4), date)


def earlier(date: str) -> list[str]:
    """The date in EDTF that lies as long before the year 1 as an EDTF date is counted after it: `-0043` for `0044`. A
    decade has none: that of 44 BC is not one of EDTF's."""
    year, rest = date[:4], date[4:]
    if year.endswith("XX") and not year.endswith("XXX"):
        return [f"-{date}"]
    return [counted_back(int(year)) + rest] if year.isdecimal() and int(year) else []


def counted_back(year: int) -> str:
    """A year BC in EDTF."""
    return f"-{year - 1:04}" if year > 1 else "0000"


def shared_era(text: str) -> str:
    """Two years that share the era before the year 1, each with its own: `100 bc - 44 bc` for `100-44 bc`."""
    return YEARS.sub(r"\1 \3 - \2 \3", text) if YEARS.fullmatch(text) else text


def below_zero(text: str) -> list[str]:
    """What `-44` may be, in EDTF: the year 44 BC as most people count, or -44 as EDTF does."""
    if not (found := MINUS.fullmatch(text)) or not int(found[1]):
        return []
    rest = "".join(f"-{part.zfill(2)}" for part in found[2].split("-") if part)
    return [counted_back(int(found[1])) + rest, f"-{int(found[1]):04}{rest}"]
