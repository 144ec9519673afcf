"""The citations that Share offers beside the page's own line: APA, MLA and Chicago, in the words of each language.

A processor of CSL made `patterns.json` of the styles themselves (`assets/citations.js`), and none is run later: what is
filled in here is the same for every view, but for its address. The tests compare the result with the processor's.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from ...record.locales import prefixes
from ...record.record import Record
from ..payload import to_json
from ..words import CITATION, STANDBY, further_words

FILE = "citations.json"
PATTERNS = Path(__file__).with_name("patterns.json")
LINK = "{link}"  # stands where the browser puts the view's address
FORMS = ("linked", "bare")
TITLE = re.compile(r"\{title(:\w+)?\}")
FIRST_LETTER = re.compile(r"^[“‘(]*[^\W\d_]")
SHORT_HASH = 12  # characters of the record's hash, as the page shows it
ENGLISH = "en"  # the language whose titles some styles write with large letters
# Words that stay small in such a title, unless they are the first or the last.
SMALL = frozenset(
    "a about above across after against along amid among an and around as at before behind below beneath beside "
    "between beyond but by despite down during except for from in inside into like near nor of off on onto or out over "
    "per since so than the through throughout till to toward towards under until up upon versus via vs with within "
    "without yet".split()
)
INNER_QUOTES = str.maketrans("“”", "‘’")  # of a title that a style puts into quotation marks of its own


def citation_files(record: Record) -> dict[str, str]:
    """The citations as a file that the page fetches on demand, path → JSON."""
    return {path: to_json(value) for path, value in citation_data(record).items()}


def citation_data(record: Record) -> dict[str, dict]:
    """The same as a value: `words` by language, and `cited` by language and style (`apa`, `mla`, `chicago`): `linked`,
    in which `{link}` stands for the address of the view, and `bare` for a page that has none.
    """
    languages = record.settings.languages
    cited = {language: _in_styles(record, language) for language in languages}
    return {FILE: {"words": further_words(languages, CITATION), "cited": cited}}


def _in_styles(record: Record, language: str) -> dict[str, dict[str, str]]:
    spoken = next((tag for tag in prefixes(language) if tag in _patterns()), STANDBY)
    return {
        style: {form: _filled(pattern[form], pattern["months"], record, language) for form in FORMS}
        for style, pattern in _patterns()[spoken].items()
    }


def _filled(pattern: str, months: list[str], record: Record, language: str) -> str:
    """A pattern with what it names put in. A title that ends with a sign of its own takes no full stop."""
    settings, said = record.settings, further_words((language,), CITATION)[language]
    before, form, after = TITLE.split(pattern)
    title = settings.title[language]
    if form == ":words" and language.partition("-")[0] == ENGLISH:
        title = _with_large_letters(title)
    elif form == ":first":
        title = title[:1].upper() + title[1:]
    if before == "“":
        title = title.translate(INNER_QUOTES)
    if title.endswith((".", "?", "!")):
        after = re.sub(r"^(\W*?)\.", r"\1", after, count=1)
    year, month, day = settings.updated.parts[0]
    kind = said["share_kind"].format(hash=record.hash[:SHORT_HASH])
    rest = after.format(kind=kind, year=year, month=months[month - 1], day=day, link=LINK)
    return before + title + rest


def _with_large_letters(title: str) -> str:
    """An English title as MLA and Chicago write it: each word that has no large letter begins with one, but for small
    words within."""
    words = title.split(" ")
    last = len(words) - 1
    return " ".join(
        word if 0 < at < last and word in SMALL and not words[at - 1].endswith((":", "?", "!", ".")) else _large(word)
        for at, word in enumerate(words)
    )


def _large(word: str) -> str:
    """A word whose parts (`mutual-defence`) begin with a large letter; those that have one within stay (`iPhone`)."""
    parts = (part if part != part.lower() else FIRST_LETTER.sub(_upper, part, count=1) for part in word.split("-"))
    return "-".join(parts)


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()


@cache
def _patterns() -> dict:
    return json.loads(PATTERNS.read_text(encoding="utf-8"))
