"""Names of countries by ISO 3166-1 alpha-2 code, from CLDR through Babel; none is typed by hand. Languages likewise."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global
from babel.localedata import normalize_locale

from ..folding import letters

BLOCS = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
# What people write for countries and CLDR has no name for; a key is folded.
ALIASES = {"uk": "GB", "usa": "US", "uae": "AE", "dprk": "KP", "rok": "KR", "prc": "CN"}


@cache
def country_codes() -> frozenset[str]:
    """The two-letter codes that CLDR knows, without regions and blocs."""
    return frozenset(code for code in Locale("en").territories if len(code) == 2 and code.isalpha()) - BLOCS


def is_language(code: str) -> bool:
    """True where CLDR has names in this language, and writes its code so: Babel knows `FR` too, and then has no file of that name."""
    return bool(code) and normalize_locale(code) == code and bool(Locale.parse(code).territories)


@cache
def country_name(code: str, language: str) -> str:
    """The name of a country in a language (`KP`, `fr` gives « Corée du Nord »); the code itself if unknown."""
    return Locale(language).territories.get(code, code)


def meant_country(word: str, languages: tuple[str, ...]) -> str | None:
    """The code of a country that was written otherwise: in small letters, with three letters, or by its name in one of
    the languages or in English. None where no single country is meant."""
    if word.upper() in country_codes():
        return word.upper()
    now = get_global("territory_aliases").get(word.upper(), ())  # `KOR`, and what became of `SU`: of many none is meant
    return (
        ALIASES.get(letters(word))
        or (now[0] if len(now) == 1 else None)
        or _codes_by_name(languages).get(letters(word))
    )


def meant_language(word: str, languages: tuple[str, ...] = ()) -> str | None:
    """The code of a language that was written otherwise: in capitals, with a country (`en-GB`), or by its name in one of
    the languages, in English, or in itself."""
    code = word.replace("_", "-").split("-")[0].lower()
    return code if is_language(code) else _languages_by_name(languages).get(letters(word) or None)


@cache
def _codes_by_name(languages: tuple[str, ...]) -> dict[str, str]:
    return {letters(country_name(code, language)): code for language in ("en", *languages) for code in country_codes()}


@cache
def _languages_by_name(languages: tuple[str, ...]) -> dict[str, str]:
    known = [code for code in Locale("en").languages if is_language(code)]
    own = {letters(Locale(code).display_name or ""): code for code in known}
    return own | {
        letters(name): code
        for language in ("en", *languages)
        if is_language(language)
        for code, name in Locale(language).languages.items()
        if code in known
    }
