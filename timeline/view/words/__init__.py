"""The words of the interface: one JSON file a language (`en.json`), read when they are first asked for. What is said in
the classroom alone, on the map or of citations, stands in files of its own (`classroom/en.json`), which no first visit
has to load.

What a record says stands in the record, which may have any languages. Where the interface has no file for one of them,
or the file lacks a word, it says the English word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ...record.locales import prefixes
from ...record.typography import typeset

FOLDER = Path(__file__).parent
STANDBY = "en"  # the language that has every word
CLASSROOM = "classroom"
MAP = "map"
CITATION = "citation"
# How the keys begin of words that the page has ready-made: in dates, and in the list that stands there without scripts.
MADE_HERE = ("season_", "noscript", "unloaded")


def text(key: str, language: str, **values: object) -> str:
    """The words for `key` in `language` (English where it has none), with `{name}` parts filled in.

    Raises KeyError for a key that English lacks.
    """
    words = words_of(language).get(key) or words_of(STANDBY)[key]
    return words.format(**values) if values else words


def by_language(key: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The words for `key` in each language: {language: words}."""
    return {language: text(key, language) for language in languages}


def all_words(languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """All words by language, as the page carries them: {language: {key: words}}."""
    keys = [key for key in words_of(STANDBY) if not key.startswith(MADE_HERE)]
    return {language: {key: text(key, language) for key in keys} for language in languages}


def classroom_words(languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The words of the classroom by language, which the page adds to its own: {language: {key: words}}."""
    return further_words(languages, CLASSROOM)


def further_words(languages: tuple[str, ...], part: str) -> dict[str, dict[str, str]]:
    """The words of a part of the page that comes on demand, by language: {language: {key: words}}."""
    english = words_of(STANDBY, part)
    return {language: {**english, **words_of(language, part)} for language in languages}


@cache
def known_languages() -> tuple[str, ...]:
    """The languages that the interface has words in, by name: `("en", "fr")`."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


@cache
def words_of(language: str, part: str = "") -> Mapping[str, str]:
    """What a language's file says, {key: words}, with the spaces its typography asks for; `fr-CA` without one has that
    of `fr`, and a language without any has nothing."""
    nearest = next((tag for tag in prefixes(language) if tag in known_languages()), None)
    if nearest is None:
        return MappingProxyType({})
    file = FOLDER / part / f"{nearest}.json"
    said = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return MappingProxyType({key: typeset(words, language) for key, words in said.items()})
