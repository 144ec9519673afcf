"""The no-break spaces of French, so that editors can type ordinary ones.

A narrow one stands before `;`, `?`, `!` and `%`, within « » and between thousands; the full one before a colon. An era
stays on one line too: `av. J.-C.` has a full one and a hyphen that does not break.
"""

from __future__ import annotations

import re

from .locales import language_of

NARROW, FULL, HYPHEN = "\u202f", "\u00a0", "\u2011"  # none of which a line ends on
SPACE = r"[ \u00a0\u2009\u202f]"  # what editors type there: ordinary, no-break, thin, narrow no-break
BESIDE = re.compile(rf"{SPACE}+(?=[;?!%»])|(?<=«){SPACE}+")
COLON = re.compile(rf"{SPACE}+(?=:(?:\s|$))")
ERA = re.compile(rf"\b(a[vp]\.){SPACE}+J\.-C\.")
NUMBER = re.compile(rf"(?<![0-9])[1-9][0-9]{{0,2}}(?:{SPACE}[0-9]{{3}})+(?![0-9])")
SIGN = re.compile("[;?!%»«:0-9J]")  # without one of these, none of them has anything to do: most short texts


def typeset(text: str, language: str) -> str:
    """A text with the no-break spaces that its language has beside its signs. Only spaces are exchanged for others,
    and the hyphen of an era."""
    if language_of(language) != "fr" or not SIGN.search(text):
        return text
    if "J.-C." in text:
        text = ERA.sub(rf"\1{FULL}J.{HYPHEN}C.", text)
    text = BESIDE.sub(NARROW, text)
    if ":" in text:
        text = COLON.sub(FULL, text)
    return NUMBER.sub(lambda number: re.sub(SPACE, NARROW, number[0]), text)


def typeset_all(texts: dict[str, str]) -> dict[str, str]:
    """The same for a text in several languages, {language: text}."""
    return {language: typeset(text, language) for language, text in texts.items()}
