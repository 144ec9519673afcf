"""Warnings: the languages of a text say the same, as far as numbers, dates and names show it.

A number, a month or a day of the week, or a name in one language has to be found in the others. Names are those of the
registered persons, by the words that only one of them bears, and the acronyms of the other actors. (Of states the
languages rightly write the name, the capital or an adjective.) What rightly differs is listed in settings.yaml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Generic, Literal, NamedTuple, TypeVar

from babel.dates import get_day_names, get_month_names

from ..locales import locale_of
from ..model.countries import is_language
from ..model.model import Actor
from ..numerals import AND, PARTS, READ, SMALL, printed_numbers
from ..problems.problem import Problem
from ..record import Document, Record
from .walk import texts_of

SPELLED = 12  # numbers up to this one many languages write in words
ARTICLES = 2  # « un », « une » and “both” are no numbers to compare
WORD = re.compile(r"\w+")
NAME = re.compile(r"[^\W\d_]{4,}")  # shorter words are too often words of their own: « Son », « Un »
DIGIT = re.compile(r"\d")
ACRONYM = re.compile(r"\b[^\W\d_]{3,}\b")
WIDTHS: tuple[Literal["abbreviated", "wide"], ...] = ("abbreviated", "wide")
CONTEXTS: tuple[Literal["stand-alone", "format"], ...] = ("stand-alone", "format")
Day = tuple[str, int]  # `month` or `day` (of the week), and CLDR's number of it
BEGIN = 3  # letters by which names are looked for in a text
STEM = 4  # letters by which a declined name is recognised
REMEDY = "say the same, or list the text with the reason under `translation_exceptions` in settings.yaml"


def translations_agree(record: Record) -> Iterator[Problem]:
    """translation: the languages of a text have the same numbers, months, days of the week, and names of registered
    actors (of persons the words that no other bears, of others the acronyms), or `translation_exceptions` in
    settings.yaml lists the text with the reason; and lists no other.
    """
    languages = dict.fromkeys(record.settings.languages)
    reader = Reader(record.actors, [language for language in languages if is_language(language)])
    listed = {exception.text for exception in record.settings.translation_exceptions}
    needed = set()
    documents = record.documents
    read: list[tuple[str, Document[object]]] = [("", documents.settings), ("", documents.events)]
    read += [(f"seed:{key}.", document) for key, document in documents.seeds.items()]
    read += [(f"lesson:{key}.", document) for key, document in documents.lessons.items()]
    for prefix, document in read if len(reader.languages) > 1 else ():
        for path, text in texts_of(document.value):
            for one, other, lacking in reader.differences(text):
                label = prefix + document.problem(path, "", "").path
                needed.add(label)
                if label not in listed:
                    message = f"`{other}` lacks what `{one}` says: {', '.join(lacking)}"
                    yield document.problem((*path, other), "translation", message, REMEDY, label)
    for number, exception in enumerate(record.settings.translation_exceptions):
        if exception.text not in needed:
            yield documents.settings.problem(
                ("translation_exceptions", number, "text"),
                "translation",
                f"in `{exception.text}` nothing differs",
                "delete the exception, or name the text as `check` does",
            )


Meaning = TypeVar("Meaning")  # what a name stands for: an actor's id, the kind and number of a month or day


class Words(Generic[Meaning]):
    """Names in one language and what they stand for, found in texts.

    A single word of letters that have a case is found as a whole word, any other name wherever its characters stand.
    """

    def __init__(self, names: Mapping[str, Meaning]) -> None:
        single = {name for name in names if WORD.fullmatch(name) and name.lower() != name.upper()}
        self._single = {name: names[name] for name in single}
        self._other = {name: names[name] for name in names if name not in single}
        self._starts: dict[str, list[str]] = {}  # the others by how they begin, so that a text is read once for all
        for name in self._other:
            self._starts.setdefault(name[:BEGIN], []).append(name)
        self._short = [start for start in self._starts if len(start) < BEGIN]

    def within(self, text: str, words: set[str]) -> dict[Meaning, str]:
        """What the text names, with the name it has there; `words` are the text's."""
        found = {self._single[word]: word for word in words & self._single.keys()}
        if self._other:
            starts = {text[at : at + BEGIN] for at in range(len(text))} & self._starts.keys()
            begun = (name for start in (*starts, *self._short) for name in self._starts[start])
            found |= {self._other[name]: name for name in begun if name in text}
        return found


class Reading(NamedTuple):
    """A text in one language: its words, and the numbers in it."""

    language: str
    text: str
    words: set[str]
    numbers: frozenset[Decimal]


def _reading(language: str, text: str) -> Reading:
    words = set(WORD.findall(text))
    # Most texts have no number, which is quicker to see than to read all their words.
    counts = not words.isdisjoint(_counting(language)) or DIGIT.search(text)
    return Reading(language, text, words, printed_numbers(text, language) if counts else frozenset())


class Reader:
    """Finds numbers, dates and names of these actors in texts in these languages."""

    def __init__(self, actors: Mapping[str, Actor], languages: list[str]) -> None:
        self.languages = languages
        self._actors = actors
        self._bearers = {language: Words(_telling_words(actors.values(), language)) for language in languages}

    def differences(self, text: Mapping[str, str]) -> Iterator[tuple[str, str, list[str]]]:
        """(a language, another, what the first says and the other lacks), of the first language with each other one."""
        readings = [_reading(language, text[language]) for language in self.languages if language in text]
        for reading in readings[1:]:
            for one, other in ((readings[0], reading), (reading, readings[0])):
                if lacking := self._lacking(one, other):
                    yield one.language, other.language, lacking

    def _lacking(self, one: Reading, other: Reading) -> list[str]:
        dates = _date_words(one.language).within(one.text, one.words)
        named = self._bearers[one.language].within(one.text, one.words)
        return [
            *_numbers_lacking(one, other),
            *sorted(name for key, name in dates.items() if not _date_pattern(other.language, key).search(other.text)),
            *sorted(word for key, word in named.items() if not self._may_name(key, other)),
        ]

    def _may_name(self, key: str, reading: Reading) -> bool:
        """True where the text has the beginning of a word of the actor's name, which may be declined."""
        name = self._actors[key].name.get(reading.language, "")
        return any(word[:STEM] in reading.text for word in ACRONYM.findall(name) or [name])


def _telling_words(actors: Iterable[Actor], language: str) -> dict[str, str]:
    """Words that stand for one actor only, and for which: all of a person's name, of any other the acronyms."""
    words = {actor.id: _words_of_name(actor, language) for actor in actors}
    bearers = Counter(word for of_one in words.values() for word in of_one)
    return {word: key for key, of_one in words.items() for word in of_one if bearers[word] == 1}


def _words_of_name(actor: Actor, language: str) -> set[str]:
    name = actor.name.get(language, "")
    if actor.type == "person":
        return {word for word in NAME.findall(name) if not word[0].islower()}
    return {word for word in ACRONYM.findall(name) if word.isupper()}


def _numbers_lacking(one: Reading, other: Reading) -> Iterator[str]:
    least = ARTICLES if {one.language, other.language} <= READ else SPELLED
    for number in sorted(one.numbers - other.numbers):
        printed = f"{number.normalize():f}"
        if other.language not in READ and printed in other.text:
            continue  # 2024年10月
        if number > least or (number > 1 and other.language in READ and number in printed_numbers(one.text)):
            yield printed


@cache
def _counting(language: str) -> frozenset[str]:
    """The words, small and with a capital, of which every number from two on has one."""
    words = (
        PARTS[language] - {word for word, n in SMALL[language].items() if n < ARTICLES} - {AND[language]}
        if language in READ
        else ()
    )
    return frozenset(form for word in words for form in (word, word.capitalize()))


@cache
def _date_words(language: str) -> Words[Day]:
    """The names of months and days of the week as they stand within a date."""
    return Words({name: key for key, names in _date_names(language).items() for name in names[-1:] if name.isalpha()})


@cache
def _date_pattern(language: str, key: Day) -> re.Pattern[str]:
    """What may name the month or day in any form: the beginning of one of its names, or the month's number in CJK."""
    forms = {re.escape(name[:STEM]) for name in _date_names(language)[key]}
    return re.compile(
        "|".join(form if form[0].isdigit() else rf"(?<!\w){form}" for form in sorted(forms)), re.IGNORECASE
    )


@cache
def _date_names(language: str) -> dict[Day, list[str]]:
    """What CLDR calls each month and day of the week: short and long, alone and, last, within a date."""
    found: dict[Day, list[str]] = {}
    for width, context in product(WIDTHS, CONTEXTS):
        for kind, names in (("month", get_month_names), ("day", get_day_names)):
            for number, name in names(width, context, locale_of(language)).items():
                found.setdefault((kind, number), []).append(name.rstrip("."))
    return found


WARNINGS = (translations_agree,)
