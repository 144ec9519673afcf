"""Names of countries (by ISO 3166-1 alpha-2 code) and of languages, from CLDR through Babel; none typed by hand."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import get_global
from babel.localedata import normalize_locale

from ..folding import letters
from ..locales import TAG, canonical, language_of, locale_of, prefixes

BLOCS = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
# What people write for countries and CLDR has no name for; the keys are as `letters` gives them.
ALIASES = {"uk": "GB", "usa": "US", "uae": "AE", "dprk": "KP", "rok": "KR", "prc": "CN"}


@cache
def country_codes() -> frozenset[str]:
    """The two-letter codes that CLDR knows, without regions and blocs."""
    return frozenset(code for code in _names("en", "territories") if len(code) == 2 and code.isalpha()) - BLOCS


def is_language(code: str) -> bool:
    """True of a tag (BCP 47) of a language in which CLDR has names: `fr`, `pt-BR`, `zh-Hant`; `FR` is none."""
    return _is_tag(code) and _has_names(language_of(code))


def _has_names(code: str) -> bool:
    return normalize_locale(code) == code and bool(Locale.parse(code).territories)


def _is_tag(code: str) -> bool:
    """Whether script and country of a tag are there, and it is written as BCP 47 writes it."""
    if not (found := TAG.match(code)):
        return False
    _, script, region = found.groups()
    is_region = (
        not region or region in country_codes() or (region.isdecimal() and region in locale_of("en").territories)
    )
    return is_region and (not script or script in locale_of("en").scripts)


@cache
def _language_codes() -> frozenset[str]:
    """The codes of ISO 639 that CLDR knows: those with a name, and those whose script it knows."""
    codes = {*_names("en", "languages"), *get_global("likely_subtags")}
    return frozenset(code for code in codes if re.fullmatch("[a-z]{2,3}", code)) - {"und", "mul", "zxx", "mis", "root"}


def is_language_of_text(code: str) -> bool:
    """True of a language that something may be written in, such as `grc` or `sr-Latn`: a quote or a source, but perhaps
    no page."""
    return _is_tag(code) and language_of(code) in _language_codes()


@cache
def country_name(code: str, language: str) -> str:
    """The name of a country in a language (`KP`, `fr` gives « Corée du Nord »); the code itself if unknown."""
    return _names(language, "territories").get(code, code)


def language_name(code: str, language: str) -> str:
    """The name of a language in another (`grc`, `fr` gives « grec ancien »); the code itself if unknown."""
    names, alone = _names(language, "languages"), language_of(code)
    if name := names.get(code.replace("-", "_")):
        return name
    said = locale_of(code).get_display_name(locale_of(language)) if code != alone and _has_names(alone) else None
    return said or names.get(alone, code)


def meant_country(word: str, languages: tuple[str, ...]) -> str | None:
    """The code of a country that is written in another way; None where no single country is meant.

    Other ways are small letters, three letters, and its name in one of the languages or in English.
    """
    if word.upper() in country_codes():
        return word.upper()
    if alias := ALIASES.get(letters(word)):
        return alias
    now = get_global("territory_aliases").get(word.upper(), ())  # `KOR`; several for `SU`, of which none is meant
    return str(now[0]) if len(now) == 1 else _codes_by_name(languages).get(letters(word))


def meant_language(word: str, languages: tuple[str, ...] = ()) -> str | None:
    """The code of a language that is written in another way; None where none is recognised.

    Other ways are capitals, `_` for `-` (`PT_br`), what no tag has behind it, and its name: in one of the languages, in
    English, or in the language itself.
    """
    for code in prefixes(canonical(word)):
        if is_language_of_text(code):
            return code
    return _languages_by_name(languages).get(letters(word)) if letters(word) else None


@cache
def _codes_by_name(languages: tuple[str, ...]) -> dict[str, str]:
    return {letters(country_name(code, language)): code for language in ("en", *languages) for code in country_codes()}


@cache
def _languages_by_name(languages: tuple[str, ...]) -> dict[str, str]:
    known = [code for code in _names("en", "languages") if is_language_of_text(code)]
    own = {letters(Locale(code).display_name or ""): code for code in known if is_language(code)}
    return own | {
        letters(name): code
        for language in ("en", *languages)
        if is_language(language)
        for code, name in _names(language, "languages").items()
        if code in known
    }


@cache
def _names(language: str, kind: Literal["territories", "languages"]) -> dict[str, str]:
    """What CLDR calls every territory or language in a language, by code."""
    locale = locale_of(language)
    names = locale.territories if kind == "territories" else locale.languages
    return {str(code): str(name) for code, name in names.items()}
