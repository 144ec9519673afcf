"""One text in the form in which it is compared, searched, or made into a name."""

from __future__ import annotations

import re
import unicodedata

# Latin script with general punctuation, and its combining marks. Most texts are of this kind, and take a tenth of the
# time.
LATIN, LATIN_MARKS = re.compile("[\0-\u036f\u2000-\u206f]*"), re.compile("[\u0300-\u036f]+")
ID_LENGTH = 48  # characters of an id that is made from a title
POSSESSIVE = re.compile(r"(?<=[a-z])'(?=s\b)", re.ASCII)
# What a keyboard has for a sign that print writes otherwise, and for a letter that Unicode does not take apart. The
# browser has the same table in assets/src/model/folding.js; tests/vectors/fold.json proves them equal.
TYPED = {
    **dict.fromkeys("’‘‛ʼʻʹ′׳`", "'"),
    **dict.fromkeys("“”„‟″״«»‹›", '"'),
    **dict.fromkeys("‐‑‒–—―−־", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\u200e\u200f", ""),
    **{"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"},
}
WRITTEN = re.compile(f"[{''.join(TYPED)}]")


def normalised(text: str) -> str:
    """The text in NFC, with one space for every run of white space (no-break spaces too) and none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Text as it is searched: NFKD, lower case, without combining marks, as a keyboard types it.

    `Été` becomes `ete`, `l’œuvre` becomes `l'oeuvre`. Not `casefold()`, which differs from the browser's
    `toLowerCase()` on some 350 code points.
    """
    lowered = WRITTEN.sub(_typed, unicodedata.normalize("NFKD", text).lower())
    if LATIN.fullmatch(lowered):
        return LATIN_MARKS.sub("", lowered)
    return "".join(char for char in lowered if unicodedata.category(char)[0] != "M")


def _typed(sign: re.Match[str]) -> str:
    return TYPED[sign[0]]


def words_of(query: str) -> list[str]:
    """The folded words of a search.

    Only ASCII white space parts them: NFKD makes most other space ASCII, and Python and the browser differ on the rest.
    """
    return re.findall(r"[^\t-\r ]+", fold(query))


def letters(text: str) -> str:
    """A name in small letters and digits only, since accents, punctuation and spaces don't tell names apart."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(character for character in plain if character.isalnum())


def slug_of(title: str, most: int = ID_LENGTH) -> str:
    """A title in lower case with hyphens, without accents, of whole words and at most `most` characters.

    It is "" where the title has no Latin letter and no digit.
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", POSSESSIVE.sub("", fold(title))))
    return slug if len(slug) <= most else slug[: most + 1].rpartition("-")[0] or slug[:most]
