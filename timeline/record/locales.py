"""The locale of a language tag (BCP 47: `fr`, `pt-BR`, `zh-Hant`): how its readers write, from CLDR through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def locale_of(tag: str) -> Locale:
    """The locale of a tag, or of as many of its first parts as CLDR knows (`pt-MZ` is read as it is, `de-XX` as `de`).

    Raises UnknownLocaleError where CLDR does not even know the language.
    """
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:count]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise UnknownLocaleError(tag)


def language_of(tag: str) -> str:
    """The language of a tag, without script and country: `pt` of `pt-BR`."""
    return tag.partition("-")[0]
