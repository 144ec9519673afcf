"""Dates and figures in words, as a reader of each language expects them (names from CLDR)."""

from __future__ import annotations

import re
from decimal import localcontext
from functools import lru_cache

from babel.numbers import format_decimal

from ..record.dates.days import AnyDay, day_of
from ..record.dates.edtf import Edtf, parse
from ..record.dates.eras import format_day, historical
from ..record.dates.forms import NORTHERN, QUARTERS
from ..record.locales import language_of, locale_of
from ..record.model.model import Amount
from ..record.model.settings import Settings
from .words import text

DIGITS = 400  # of a number: the largest that a record can hold has 309
PATTERNED = ("en", "fr")  # the languages that PATTERNS fit; in any other a date has the form that CLDR gives it
PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}
ARTICLES = {"day": "the", "season": "the", "decade": "the_decade"}
ABOUT, PERHAPS = ("~", "%"), ("?", "%")
APART = re.compile(r"\b(?:le|de|à) ")  # how all of the following begin: few dates have one
JOINED = tuple(
    (re.compile(rf"\b{apart}"), joined)
    for apart, joined in (
        ("le (?=[aeéhiou])", "l’"),
        ("de le ", "du "),
        ("à le ", "au "),
        ("de les ", "des "),
        ("à les ", "aux "),
        ("de (?=[aeéiou])", "d’"),
    )
)


def date_text(edtf: Edtf, language: str) -> str:
    """A date as far as it is known: « vers le 3 octobre 2024 », `since September 2024`, `1996, exact date unknown`."""
    if edtf.precision == "interval":
        return _joined(_interval(edtf, language), language)
    about, perhaps = edtf.qualifier in ABOUT, edtf.qualifier in PERHAPS
    if about:
        words = text("about_day" if edtf.precision == "day" else "about_span", language, date=_named(edtf, language))
    elif edtf.precision == "day":
        words = _named(edtf, language) if perhaps else _bare(edtf, language)
    elif edtf.precision == "season":
        words = text(_season_key(edtf), language, date=_bare(edtf, language), months=_months(edtf, language))
    else:
        words = text(
            "day_unknown" if edtf.precision == "month" else "date_unknown", language, date=_bare(edtf, language)
        )
    return _joined(text("perhaps", language, date=words) if perhaps else words, language)


def _bare(edtf: Edtf, language: str, pattern: str | None = None, era: bool = False) -> str:
    """The date without its qualifier. `pattern` leaves out parts that the other end of an interval says; `era` adds the
    era of later years too."""
    if edtf.precision in PATTERNS:
        day = day_text(edtf.earliest, language, pattern or PATTERNS[edtf.precision], era)
        return text("day_time", language, date=day, time=_time(edtf.time)) if edtf.time else day
    if edtf.precision == "season":
        return text(f"season_{edtf.text[-2:]}", language, year=_year(int(edtf.text[:-3]), language, era))
    first, last = edtf.earliest.year, edtf.latest.year
    if edtf.precision == "decade" and first > 0:
        return text("decade", language, year=_year(first, language, era))
    if first > 0:
        return text("century", language, first=first, last=_year(last, language, era))
    # Before the year 1 a decade has no name of its own: those of EDTF end with a year 0.
    start = str(historical(first)) if last <= 0 and _is_patterned(language) else _year(first, language)
    return text("century", language, first=start, last=_year(last, language, era=True))


def _year(year: int, language: str, era: bool = False) -> str:
    """`2024`, `44 BC`; `3 AD` where the era is asked for."""
    return day_text(day_of(year, 1, 1), language, "y", era)


def _season_key(edtf: Edtf) -> str:
    """What is to say of a season beside its name: its months, and where it could be on either half of the globe."""
    code = int(edtf.text[-2:])
    return "date_unknown" if code >= QUARTERS else "season_anywhere" if code < NORTHERN else "season_months"


def _months(edtf: Edtf, language: str) -> str:
    """The months that a season can mean: `December 2020 to February 2022`."""
    ends = "/".join(day.isoformat()[:-3] for day in (edtf.earliest, edtf.latest))
    return _interval(parse(ends), language)


def _time(time: str) -> str:
    """A time of day as it is written, without a zero for seconds, and its offset: `18:00 (UTC+3)`."""
    clock, offset = re.sub(r":00\Z", "", time[:8]), time[8:]
    if not offset:
        return clock
    hours, _, minutes = offset.removeprefix("Z").partition(":")
    apart = f"{hours[0].replace('-', '−')}{int(hours[1:])}" if hours else ""
    return f"{clock} (UTC{apart}{f':{minutes}' if minutes.strip('0') else ''})"


def _named(edtf: Edtf, language: str, pattern: str | None = None, era: bool = False) -> str:
    """The same as it stands after a preposition: « le 3 octobre 2024 », « l’été 2024 », `the 1990s`."""
    words = _bare(edtf, language, pattern, era)
    article = "the_part" if edtf.precision == "season" and _season_key(edtf) == "date_unknown" else None
    if edtf.precision != "decade" or edtf.earliest.year > 0:
        article = article or ARTICLES.get(edtf.precision)
    return text(article, language, date=words) if article else words


def _interval(edtf: Edtf, language: str) -> str:
    first, last = edtf.ends
    if first and last:
        start = _end(first, language, _shortened(first, last, language))
        era = first.earliest.year <= 0 < last.latest.year
        return text("span", language, first=start, last=_end(last, language, era=era))
    if first:
        return text("end_unknown" if edtf.open_end == "unknown" else "since", language, date=_end(first, language))
    assert last is not None  # an interval has a start or an end
    bare = last.precision in ("month", "year") and not last.qualifier
    until = text("until_in" if bare else "until", language, date=_end(last, language))
    return text("start_unknown", language, until=until) if edtf.open_start == "unknown" else until


def _end(edtf: Edtf, language: str, pattern: str | None = None, era: bool = False) -> str:
    """An end of an interval, with its qualifier: `about 2022`, « le 3 octobre 2024 environ »."""
    words = _named(edtf, language, pattern, era)
    if edtf.qualifier in ABOUT:
        words = text("about_end_the" if edtf.precision in ARTICLES else "about_end", language, date=words)
    return text("perhaps_end", language, date=words) if edtf.qualifier in PERHAPS else words


def _joined(words: str, language: str) -> str:
    """French joins its prepositions and articles: de + le is « du », de + octobre is « d’octobre »."""
    for apart, joined in JOINED if language_of(language) == "fr" and APART.search(words) else ():
        words = apart.sub(joined, words)
    return words


def _shortened(first: Edtf, last: Edtf, language: str) -> str | None:
    """The parts that the start of an interval has to say when the end says the rest: `18`, `July`, `18 June`. Not every
    language has the rest at the end."""
    if not _is_patterned(language) or first.time or last.time or first.precision != last.precision:
        return None
    if first.precision == "year" and last.latest.year <= 0:
        return f"'{historical(first.earliest.year)}'"  # `50 to 44 BC`, `about 50 to about 44 BC`
    if first.qualifier or first.earliest.year != last.earliest.year:
        return None
    if first.precision == "day":
        return "d" if first.earliest.month == last.earliest.month else "d MMMM"
    return "MMMM" if first.precision == "month" else None


@lru_cache(maxsize=65536)  # a tenth of a millisecond each, and a day is often named
def day_text(day: AnyDay, language: str, pattern: str = "d MMM y", era: bool = False) -> str:
    """A day in short words (`19 Jun 2024`), by a CLDR pattern; `19. Juni 2024` in German, and so in each language its
    way. One before the year 1 has its era (`44 BC`), a later one where `era` says so.
    """
    words = format_day(day, pattern if _is_patterned(language) else _own(pattern, language), language, era)
    return re.sub(r"^1\b", "1er", words) if language_of(language) == "fr" and pattern.startswith("d") else words


def _is_patterned(language: str) -> bool:
    """Whether PATTERNS fit a language: English as it stands here is that of Britain, and `en-US` another."""
    return language in PATTERNED or language_of(language) == "fr"


def _own(pattern: str, language: str) -> str:
    """The language's own pattern for the parts that a pattern names."""
    locale = locale_of(language)
    if pattern.startswith("d"):
        long = locale.date_formats["long"].pattern
        return long if "MMMM" in pattern else long.replace("MMMM", "MMM")
    known = locale.datetime_skeletons.get("yMMMM" if "M" in pattern else "y")
    return known.pattern if known else pattern


def amount_text(amount: Amount, settings: Settings, language: str) -> str:
    """A figure in words: `about 11,000 soldiers, in Kursk region`. The number is the claimant's, never ours."""
    names = {term.id: term.name for terms in (settings.units, settings.scopes) for term in terms}
    if amount.words:
        size = amount.words[language]
    elif amount.value is not None:
        size = text(f"bound_{amount.bound}", language, n=number_text(amount.value, language))
    else:
        ends = {"low": amount.low, "high": amount.high}
        size = text("range", language, **{key: number_text(value, language) for key, value in ends.items()})
    unit = names[amount.unit][language] if amount.unit else ""
    scope = names[amount.scope][language] if amount.scope and amount.scope != "none" else ""
    return ", ".join(part for part in (f"{size} {unit}".strip(), scope) if part)


def number_text(value: float | None, language: str) -> str:
    """A number as its readers write it (`11,000`, « 11 000 »), `…` where a range is open."""
    if value is None:
        return "…"
    with localcontext(prec=DIGITS):
        return format_decimal(value, locale=locale_of(language))
