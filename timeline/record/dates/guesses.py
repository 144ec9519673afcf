"""Which date somebody may have meant by a text that is not EDTF: `31/10/2024`, `circa 1961`, `October 2024`.

Only guesses, for a message to offer; nothing here changes a record. Names of months come from CLDR through Babel.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale

from ..problems.problem import LONGEST
from .era_guesses import BEFORE, EARLIEST, below_zero, counted_back, earlier, shared_era, without_era

LANGUAGES = ("en", "fr", "de", "es", "it")  # whose names of months and words around a date are understood
QUOTES = "\"'`«»“”„‟‘’‚‛‹› "
DASHES = re.compile("[‐‑‒–—―−]")
# Words before a date, simplified, with how EDTF says them: around it, perhaps on it, up to it, from it on.
ABOUT = (
    r"(?:circa|ca|c|about|around|approx|approximately|roughly|on or about|vers|env|environ|autour de|um|etwa|gegen)"
    r"\b\.?|~|±|≈"
)
PERHAPS = r"(?:perhaps|probably|possibly|maybe|peut-etre|probablement|sans doute|vielleicht|wohl)\b|\?"
UNTIL = r"(?:before|by|until|till|up to|avant|jusqu'?en|jusqu'?au|jusqu'?a|vor|bis)\b|<"
SINCE = r"(?:after|since|from|starting|as of|apres|depuis|des|a partir de|a partir du|ab|seit|nach)\b|>"
ARTICLES = re.compile(r"^(?:on|in|the|le|la|les|en|au|du|de|am|im|den)\s+|^l'")
BETWEEN = re.compile(
    r"(?:(?:from|between|de|du|entre|von|zwischen)\s+)?(.+?)\s*(?:\s-\s|\s(?:to|and|until|a|au|et|bis|und)\s|/)\s*(.+)"
)
SEASONS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "printemps": 21,
    "ete": 22,
    "automne": 23,
    "hiver": 24,
}


def meant_dates(text: str) -> list[str]:
    """The dates that may be meant, in EDTF.

    There are two where day and month could be either, and none where nothing is recognised. They have the form of
    EDTF; the caller has to check whether their days exist.
    """
    if len(text) > LONGEST:  # no date is, and the patterns would try a long text for minutes
        return []
    simplified = _simplified(text)
    for words, made in ((ABOUT, "{}~"), (PERHAPS, "{}?"), (UNTIL, "../{}"), (SINCE, "{}/..")):
        if (found := re.match(rf"(?:{words})\s*(.+)", simplified)) and (dates := _bare_date(found[1])):
            return [made.format(date) for date in dates]
    if found := re.fullmatch(r"(.+?)\s*(\?~|~\?|\?|~|%)", simplified):
        mark = found[2] if len(found[2]) == 1 else "%"
        return [date + mark for date in _bare_date(found[1])]
    return _bare_date(simplified) or _interval(simplified)


def is_outside(text: str) -> bool:
    """True of a year that a timeline of the years -9999 to 9999 can't draw: `10000`, `12000 BC`."""
    return bool(re.fullmatch(rf"y?-?\d{{5,}}(?: ?{BEFORE})?", _simplified(text)))


def _simplified(text: str) -> str:
    """In small letters without accents, with plain hyphens and spaces, and without the quotation marks around it."""
    plain = unicodedata.normalize("NFKD", DASHES.sub("-", text.replace("’", "'")))
    kept = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join(kept.lower().split()).strip(QUOTES)


def _interval(text: str) -> list[str]:
    """`2024-10-03 - 2024-10-05`, `1941-1945`, `between May and June 1996`; `2024-10-03/05`, whose end is shortened."""
    text = shared_era(text)
    if found := re.fullmatch(r"(\d{4})-(\d{4})", text):
        return [f"{found[1]}/{found[2]}"]
    if not (found := BETWEEN.fullmatch(text)):
        return []
    first, last = found[1], found[2]
    if (era := without_era(last)) and era[1] and not without_era(first):
        first += " bc"  # `from 49 to 44 BC`
    if re.fullmatch(r"\d{1,2}(-\d\d)?", last) and re.fullmatch(r"\d{4}(-\d\d){1,2}", first) and len(last) < len(first):
        return [f"{first}/{first[: len(first) - len(last)]}{last}"]
    if not re.search(r"\d{4}", first) and (year := re.search(r"\d{4}", last)):
        first = f"{first} {year[0]}"
    starts, ends = _bare_date(first), _bare_date(last)
    return [f"{starts[0]}/{ends[0]}"] if len(starts) == len(ends) == 1 else []


def _bare_date(text: str) -> list[str]:
    """One date, without a word about how well it is known."""
    text = ARTICLES.sub("", text)
    if dates := below_zero(text):
        return dates
    if re.fullmatch(rf"{EARLIEST} ?{BEFORE}", text):
        return [counted_back(EARLIEST)]
    if era := without_era(text):
        date, before = era
        dates = _bare_date(date)
        return [each for date in dates for each in earlier(date)] if before else dates
    for pattern, made in FORMS:
        if (found := re.fullmatch(pattern, text)) and (dates := made(*found.groups())):
            return dates
    return []


def _day_first(one: str, two: str, year: str) -> list[str]:
    """Of `31/10/2024` the day can only be the first number, of `10/31/2024` the second, of `3/4/2024` either."""
    dates = [_date(year, month, day) for day, month in ((one, two), (two, one)) if int(month) <= 12]
    return list(dict.fromkeys(dates))


def _date(*parts: str) -> str:
    return "-".join(part.zfill(2) for part in parts)


def _named(day: str | None, month: str, year: str) -> list[str]:
    number = _months().get(month)
    return [_date(year, str(number), *([day] if day else []))] if number else []


@cache
def _months() -> dict[str, int]:
    """Months by their names, whole and shortened, simplified."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("abbreviated", "wide"):
            names |= {
                _simplified(name).rstrip("."): number
                for number, name in Locale(language).months["format"][width].items()
            }
    return names


FORMS = (
    (
        r"(\d{4}-\d\d-\d\d)[t ](\d{1,2})[:h](\d\d)(?::(\d\d))? ?(z|[+-]\d\d(?::\d\d)?)?",
        lambda day, hour, minute, second, offset: [
            f"{day}T{hour.zfill(2)}:{minute}:{second or '00'}{(offset or '').upper()}"
        ],
    ),
    (r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[t ]\d.*)?", lambda *parts: [_date(*filter(None, parts))]),
    (r"(-\d{4}(?:-\d\d){0,2})", lambda date: [date]),  # in quotes, or with another sign for the minus
    (r"(\d{4})[./](\d{1,2})[./](\d{1,2})", lambda year, month, day: [_date(year, month, day)]),
    (r"(\d{4})(\d\d)(\d\d)", lambda year, month, day: [_date(year, month, day)]),
    (r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", _day_first),
    (r"(\d{1,2})[./-](\d{4})", lambda month, year: [_date(year, month)]),
    (r"(\d{1,2})(?:st|nd|rd|th|er|e|\.)?(?: of)? ([^\W\d_]+)\.?,? (\d{4})", _named),
    (r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", lambda month, day, year: _named(day, month, year)),
    (
        r"([^\W\d_]+)\.?,? (?:of )?(\d{4})",
        lambda word, year: [f"{year}-{SEASONS[word]}"] if word in SEASONS else _named(None, word, year),
    ),
    (r"(?:annees )?(\d{3})0(?:'?s|er)?", lambda decade: [f"{decade}X"]),
    (
        r"(\d{1,2})(?:st|nd|rd|th|er|e|eme|\.) (?:century|siecle|jahrhundert)",
        lambda number: [f"{int(number) - 1:02}XX"],
    ),
    (r"(\d{1,3})", lambda year: [year.zfill(4)]),
)
