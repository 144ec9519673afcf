"""The numbers that a text prints, in digits and in English or French words.

    printed_numbers("environ 11 000 soldats, trois généraux", "fr")  ->  {11000, 3}

Numbers are read whole, so that neither 1000 nor 11 is found in `11 000`. Three digits after a comma
or a point are taken for thousands (`11,000`, `11.000`) in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .folding import normalised
from .locales import language_of

# Digits after a letter are a name (km2, F-16). White space is normalised, so that every space is a plain one.
DIGITS = (
    r"(?<!\w)(?<![^\W\d_]-)(?<![0-9][.,’'])"
    r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,’'][0-9]+)*)"
)
GROUPED = re.compile(r"(?P<whole>[1-9][0-9]{0,2}([.,’'])[0-9]{3}(?:\2[0-9]{3})*)(?:(?!\2)[.,](?P<part>[0-9]+))?")
PLAIN = re.compile(r"(?P<whole>[0-9]+)(?:[.,](?P<part>[0-9]+))?")
# Words in order. Anything else that separates two numbers is a match of its own.
WORD = re.compile(r"[^\W\d_]+|[^ \-‑]")

COUNTED = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "en": (
        "zero one two three four five six seven eight nine ten "
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ),
}
SMALL = {
    "fr": {word: n for n, word in enumerate(COUNTED["fr"].split())}
    | {
        "une": 1,
        "vingt": 20,
        "vingts": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "huitante": 80,
        "octante": 80,
        "nonante": 90,
    },
    "en": {word: n for n, word in enumerate(COUNTED["en"].split())}
    | {
        "a": 1,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
}
READ = frozenset(SMALL)  # the languages whose words for numbers are read
HUNDREDS = {"fr": ("cent", "cents"), "en": ("hundred",)}
SCALES = {
    "fr": {"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
}
AND = {"fr": "et", "en": "and"}
# Every word that a number may have.
PARTS = {language: {*SMALL[language], *HUNDREDS[language], *SCALES[language], AND[language]} for language in READ}
# Words that are a number without another one before them; « millions » alone is not a number.
ALONE = {"cent", "mille"}


def printed_numbers(text: str, language: str = "") -> frozenset[Decimal]:
    """Every number the text prints: in digits, and in words where `language` is `en` or `fr`."""
    language = language_of(language)
    text, found = normalised(text).lower(), set()
    if any(map(str.isdigit, text)):
        scales, pattern = SCALES.get(language, {}), _digits(language)
        for match in pattern.finditer(text):
            if (value := number_of(match[1])) is not None:
                found.add(value * scales.get(match[2], 1))
        text = pattern.sub(";", text)  # the « mille » of « 11 mille » is not another thousand
    if language in READ:
        found.update(map(Decimal, _spelled_numbers(text, language)))
    return frozenset(found)


@cache
def _digits(language: str) -> re.Pattern[str]:
    """A number in digits, perhaps with a word for its thousands or millions."""
    return re.compile(rf"({DIGITS})(?:[ -]({'|'.join(SCALES.get(language, {})) or '(?!)'})\b)?")


def number_of(digits: str) -> Decimal | None:
    """`11 000`, `11,000.5` or `21,5` as a number; None for other texts, such as `12.11.2024`."""
    digits = digits.replace(" ", "")
    match = GROUPED.fullmatch(digits) or PLAIN.fullmatch(digits)
    if not match:
        return None
    whole = "".join(filter(str.isdigit, match["whole"]))
    return Decimal(f"{whole}.{match['part'] or 0}")


def _spelled_numbers(text: str, language: str) -> Iterator[int]:
    """The numbers in words. A number ends where the next word can't belong to it."""
    # Half a million isn't a million: without the article, `million` alone is not a number.
    words, number, after_and = WORD.findall(text.replace("half a ", "half ")), _Spelled(language), False
    for word in words:
        if word not in PARTS[language]:  # as most words
            if number.words:
                yield from number.result()
                number = _Spelled(language)
            after_and = False
            continue
        if word == AND[language] and number.words:
            after_and = True
            continue
        if not number.add(word, after_and):
            yield from number.result()
            number = _Spelled(language)
            number.add(word, False)
        after_and = False
    yield from number.result()


@dataclass
class _Spelled:
    """A number while its words are read: `total` of the finished thousands, and the current `group`, 0 to 999."""

    language: str
    total: int = 0
    group: int = 0
    scale: int = 10**12
    last: int = 0
    words: tuple[str, ...] = ()

    def result(self) -> list[int]:
        """The number, if there is one: the article `a` alone is not a number."""
        return [self.total + self.group] if self.words and self.words != ("a",) else []

    def add(self, word: str, after_and: bool) -> bool:
        """Add the word to the number; False where it can't belong to it."""
        if word in SMALL[self.language]:
            taken = not (word == "a" and self.words) and self._small(SMALL[self.language][word], after_and)
        elif word in HUNDREDS[self.language]:
            taken = self._hundred(word)
        else:
            taken = word in SCALES[self.language] and self._scale(word)
        if taken:
            self.words += (word,)
        return taken

    def _small(self, value: int, after_and: bool) -> bool:
        if after_and and not self._follows_and(value):
            return False
        if not self.words or (self.group == 0 and self.last >= 1000):
            self.group = value
        elif self._eighty(value):
            self.group += 76  # quatre-vingt: the four becomes eighty
        elif value and self._fits(value):
            self.group += value
        else:
            return False
        self.last = value
        return True

    def _eighty(self, value: int) -> bool:
        return self.language == "fr" and value == 20 and self.group % 100 == self.last == 4

    def _fits(self, value: int) -> bool:
        """True where a number below a hundred completes the group: cent + 3, vingt + 3, soixante + 13, dix + 7."""
        tens = self.group % 100
        if self.last == 100:
            return True
        if self.language == "fr" and self.last == 10:
            return value in (7, 8, 9)
        ceiling = 20 if self.language == "fr" and tens in (60, 80) else 10
        return tens >= 20 and tens % 10 == 0 and value < ceiling

    def _follows_and(self, value: int) -> bool:
        """`vingt et un`, `soixante et onze`, `two hundred and five`, `a thousand and one`."""
        return value in (1, 11) if self.language == "fr" else self.last >= 100

    def _hundred(self, word: str) -> bool:
        most = 9 if self.language == "fr" else 99
        if not (1 <= self.group <= most or (self.group == 0 and word in ALONE)):
            return False
        self.group, self.last = (self.group or 1) * 100, 100
        return True

    def _scale(self, word: str) -> bool:
        value = SCALES[self.language][word]
        if value >= self.scale or not (self.group or word in ALONE):
            return False
        self.total, self.group = self.total + (self.group or 1) * value, 0
        self.scale = self.last = value
        return True
