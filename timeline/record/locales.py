"""Language tags (BCP 47: `fr`, `pt-BR`, `zh-Hant`), and how the readers of one write, from CLDR through Babel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

# Language, script and country or region, written as BCP 47 writes them: `sr-Latn`, `pt-BR`, `es-419`.
TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?\Z")


def prefixes(tag: str) -> Iterator[str]:
    """A tag, and what is left of it without its last part, and so on: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


@cache
def locale_of(tag: str) -> Locale:
    """The locale of a tag, or of as many of its first parts as CLDR knows.

    Raises UnknownLocaleError where CLDR does not even know the language.
    """
    for prefix in prefixes(tag):
        try:
            return Locale.parse(prefix, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise UnknownLocaleError(tag)


def language_of(tag: str) -> str:
    """The language of a tag, without script and country: `pt` of `pt-BR`."""
    return tag.partition("-")[0]


def canonical(tag: str) -> str:
    """A tag as it is written: `pt-BR` for `PT_br`, `zh-Hant` for `zh-HANT`."""
    language, *rest = tag.replace("_", "-").split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])
