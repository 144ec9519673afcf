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
WORD = re.compile(r"[^\s“”‘’()\[\]/.,;:?!–—-]+(?:’\w+)*")  # a part of a compound is a word of its own
FIRST_LETTER = re.compile(r"^[“‘(]*[^\W\d_]")
SHORT_HASH = 12  # characters of the record's hash, as the page shows it
ENGLISH = "en"  # the language whose titles some styles write with large letters
# Words that stay small in such a title, unless they are the first or the last.
SMALL = frozenset(
    "a about above across after against along alongside amid amidst among amongst an and around as at before behind "
    "below beneath beside besides between beyond but by circa despite down during except for from given in inside into "
    "like near next nor notwithstanding of off on onto or out over per plus since so than the through throughout till "
    "to toward towards under underneath until unto up upon versus via vs with within without yet".split()
)
SIGNS = (".", "?", "!", ":", ";")  # after which no full stop comes
QUOTED = re.compile(r"“([^“”]*)”")
QUOTED_WITHIN = re.compile(r"‘((?:[^‘’]|’(?=\w))*)’(?!\w)")


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
        style: {form: _filled(pattern[form], pattern["months"], record, language, spoken) for form in FORMS}
        for style, pattern in _patterns()[spoken].items()
    }


def _filled(pattern: str, months: list[str], record: Record, language: str, spoken: str) -> str:
    """A pattern of the language `spoken` with what it names put in. A title that ends with a sign of its own takes no
    full stop; in English the full stop stands within the marks of what the title quotes last."""
    settings, said = record.settings, further_words((language,), CITATION)[language]
    before, form, after = TITLE.split(pattern)
    title = settings.title[language]
    if form == ":words" and language.partition("-")[0] == ENGLISH:
        title = _with_large_letters(title)
    elif form == ":first":
        title = FIRST_LETTER.sub(_upper, title, count=1)
    if before == "“":
        title = QUOTED.sub(_one_deeper, title)
    words = _without_last_marks(title) if spoken == ENGLISH else title
    marks = title[len(words) :]
    if marks and not words.endswith(SIGNS):
        words += "."
    if marks or words.endswith(SIGNS):
        after = re.sub(r"^(\W*?)\.", r"\1", after, count=1)
    year, month, day = settings.updated.parts[0]
    kind = said["share_kind"].format(hash=record.hash[:SHORT_HASH])
    rest = after.format(kind=kind, year=year, month=months[month - 1], day=day, link=LINK)
    return before + words + marks + rest


def _one_deeper(quoted: re.Match[str]) -> str:
    """What a title quotes, with the marks that it has in a title that stands in marks itself."""
    within = QUOTED_WITHIN.sub(r"“\1”", quoted[1])
    return f"‘{within}’"


def _without_last_marks(title: str) -> str:
    """A title without the closing quotation marks at its end; an apostrophe there (`the kings’`) is none."""
    return title.rstrip("”’" if "‘" in title else "”")


def _with_large_letters(title: str) -> str:
    """An English title as MLA and Chicago write it: each word that has no large letter begins with one, but for small
    words and lone letters within the title or within a compound (`and/or`, `state-of-the-art`)."""
    found = list(WORD.finditer(title))
    if not found:
        return title
    first, last = found[0].start(), found[-1].start()

    def written(word: re.Match[str]) -> str:
        before, after = title[: word.start()], title[word.end() :]
        is_small = len(word[0]) == 1 or word[0] in SMALL
        begins = word.start() == first or re.search(r"[?!:]\W*$", before)
        ends = word.start() == last and len(word[0]) > 1
        leads = after.startswith("-") and not before.endswith("-")  # the first part of a compound
        return _large(word[0]) if begins or ends or leads or not is_small else word[0]

    return WORD.sub(written, title)


def _large(word: str) -> str:
    """A word with a large letter; one that has such a letter within stays (`iPhone`)."""
    return word[:1].upper() + word[1:] if word == word.lower() else word


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()


@cache
def _patterns() -> dict:
    return json.loads(PATTERNS.read_text(encoding="utf-8"))
