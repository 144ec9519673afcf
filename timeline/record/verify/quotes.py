"""Whether a paragraph prints a phrase, and whether it prints it within quotation marks.

Paragraphs and phrases are compared in one typography: documents and the record may write ’ or ',
« » or “ ” or ". Letters, their case (of quotes) and their accents have to be the same.
"""

from __future__ import annotations

import re

from ..folding import normalised

APOSTROPHES = str.maketrans("‘’ʼ‛", "''''")
OPENING = re.compile("[«“„] ?")
CLOSING = re.compile(" ?[»”]")
# An opening mark without its closing one quotes to the end of the paragraph, and a closing one
# without its opening one quotes from the start: so a quoted text runs through several paragraphs.
PAIRS = (
    re.compile("«[^»]*(?:»|$)"),
    re.compile("^[^«»]*»"),
    re.compile("“[^”]*(?:”|$)"),
    re.compile("^[^“”]*”"),
    re.compile(r"(?<!\w)‘.*?’(?!\w)"),
)
LOW_HIGH = re.compile("„[^„“”]*[“”]")
STRAIGHT = re.compile('"[^"]*"')
# Of an odd number of straight marks one is an inch or a slip; then a mark opens before a word and closes after one.
STRAIGHT_AT_WORDS = re.compile(r'(?<!\w)"(?=\S)[^"]*(?<=\S)"(?!\w)')


def prints(paragraph: str, phrase: str) -> bool:
    """True where the paragraph prints the phrase as whole words."""
    wanted = re.escape(_in_one_typography(phrase))
    # A hyphen joins: the end of `nord-coréens` isn't the word `coréens`.
    return bool(wanted) and bool(re.search(rf"(?<!\w)(?<!\w-){wanted}(?!\w)(?!-\w)", _in_one_typography(paragraph)))


def prints_words(paragraph: str, words: str) -> bool:
    """The same for words whose case doesn't matter, such as « Des milliers »."""
    return prints(paragraph.lower(), words.lower())


def quotes(paragraph: str, phrase: str) -> bool:
    """True where the paragraph prints the phrase within one pair of quotation marks."""
    return any(prints(words, phrase) for words in quoted(paragraph))


def quoted(paragraph: str) -> list[str]:
    """What stands within quotation marks, marks included: of every pair in « », “ ”, „ “, ‘ ’ and " "."""
    found = LOW_HIGH.findall(paragraph)
    rest = LOW_HIGH.sub(" ", paragraph)
    for pair in (*PAIRS, STRAIGHT if rest.count('"') % 2 == 0 else STRAIGHT_AT_WORDS):
        found += pair.findall(rest)
    return found


def _in_one_typography(text: str) -> str:
    """Normalised text with plain apostrophes and quotation marks, without the spaces of « »."""
    text = normalised(text).translate(APOSTROPHES)
    return CLOSING.sub('"', OPENING.sub('"', text))
