"""Parts of the record in a few English words, for those who review a change: a claim, a figure, a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from ..dates.edtf import Edtf
from ..model.lesson import Step
from ..model.model import (
    Actor,
    Amount,
    Archived,
    Claim,
    Event,
    Link,
    Moved,
    Part,
    Picture,
    Place,
    Quote,
    Source,
)
from ..model.settings import Span
from ..problems.report import counted
from ..record import Record

SHORT, LONG = 90, 240  # characters: texts up to the first length are shown whole, texts beyond the second are cut
AROUND = 3  # words that are kept on either side of a difference
BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
JOINERS = "\u200c\u200d"  # invisible, but letters of some scripts need them


@dataclass(frozen=True)
class Names:
    """What one record calls its own ids, in its first language."""

    record: Record

    @property
    def language(self) -> str:
        """The record's first language."""
        return self.record.settings.languages[0]

    def text(self, text: Mapping[str, str]) -> str:
        """The text in the first language, or in any that it has."""
        return text.get(self.language) or next(iter(text.values()), "")

    def of(self, registered: Mapping[str, Actor | Source], key: str) -> str:
        """The name of an actor or source; the id itself where it isn't registered."""
        return self.text(registered[key].name) if key in registered else key

    def term(self, kind: str, key: str | None) -> str:
        """The name of a word of the settings (`units`, `soldiers`); the empty text for None."""
        terms = {term.id: term for term in getattr(self.record.settings, kind)}
        return one_line(self.text(terms[key].name)) if key in terms else key or ""

    def value(self, field: str, value: object) -> str:
        """The value of a field: ids of actors and sources by their names, parts in words, texts in quotation marks."""
        match value:
            case str() if field in ("actors", "by"):
                return self.of(self.record.actors, value)
            case str() if field == "source":
                return self.of(self.record.sources, value)
            case Edtf():
                return str(value)
            case dict():
                return quoted(self.text(value))
            case tuple() | list():
                return ", ".join(self.value(field, item) for item in value)
            case Part():
                return self.part(value)
            case int() | float():
                return f"{value:.15g}"
        text = str(value)
        return quoted(text) if " " in text else one_line(text)

    def part(self, part: Part) -> str:
        """A part of an event or of the settings in words."""
        match part:
            case Event():
                claims = counted(len(part.claims), "claim")
                return f"{part.date}, {quoted(self.text(part.title))} ({part.status}, {claims})"
            case Claim():
                return self.claim(part)
            case Amount():
                return self.amount(part)
            case Quote() | Archived() | Moved() | Picture():
                return self.beside(part)
            case Place():
                where = f" ({part.lat:g}, {part.lon:g})" if None not in (part.lat, part.lon) else ""
                return one_line(self.text(part.name)) + where
            case Link():
                return f"{part.type} {part.event}"
            case Span():
                return f"{part.start} to {part.end}"
            case Actor() | Source():
                return f"{one_line(self.text(part.name))} ({part.type})"
            case Step():
                shows = f" {part.event or part.view}" if part.event or part.view else ""
                return f"{part.kind}{shows} {quoted(self.text(part.say))}"
        name = getattr(part, "name", None)
        return quoted(self.text(name)) if name else getattr(part, "id", "")

    def beside(self, part: Quote | Archived | Moved | Picture) -> str:
        """What a claim may have beside its text in words."""
        match part:
            case Quote():
                return f"{quoted(part.text)} ({part.lang})"
            case Archived():
                return f"{one_line(part.url)} ({part.on})"
            case Moved():
                return f"from {self.part(part.origin)} to {self.part(part.destination)}"
        return f"{one_line(part.file)} {quoted(self.text(part.alt))} (by {part.by}, {part.licence})"

    def claim(self, claim: Claim) -> str:
        """`(AFP, by Kremlin, 2024-10-25, denies): “…” https://…`, with the paragraph or place if there is one."""
        by = "by " + self.value("by", claim.by) if claim.by else ""
        where = f"paragraph {claim.passage}" if claim.passage else claim.locator or ""
        day = str(claim.asserted_on or "")
        pieces = [self.value("source", claim.source), where, by, day, claim.stance.replace("_", " ")]
        amounts = "; ".join(self.amount(amount) for amount in claim.amounts)
        words = f"({', '.join(filter(None, pieces))}): {quoted(self.text(claim.says))}"
        return words + (f" [{amounts}]" if amounts else "") + (f" {claim.url}" if claim.url else "")

    def amount(self, amount: Amount) -> str:
        """`at least 10,000 soldiers in Russia`: bound, number or words, unit (or what is counted), scope."""
        if amount.words:
            size = quoted(self.text(amount.words))
        elif amount.value is not None:
            size = number(amount.value)
        else:
            size = f"{number(amount.low)}–{number(amount.high)}"
        what = self.term("units", amount.unit) or self.term("quantities", amount.quantity)
        return " ".join(filter(None, [BOUNDS[amount.bound] + size, what, self.term("scopes", amount.scope)]))


def number(value: float | None) -> str:
    """`11,000`, `2.5`; `…` where a range is open."""
    return "…" if value is None else f"{int(value) if value == int(value) else value:,}"


def one_line(text: str) -> str:
    """The text on one line, with characters that nobody sees (those that turn the direction, too) written out."""
    hidden = {c for c in text if unicodedata.category(c) == "Cf" and c not in JOINERS}
    return " ".join("".join(f"\\u{ord(c):04x}" if c in hidden else c for c in text).split())


def quoted(text: str, limit: int = SHORT) -> str:
    """The text in quotation marks, cut at a word where it is longer than `limit`."""
    text = one_line(text)
    if len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0] + "…"
    return f"“{text}”"


def differing(old: str, new: str) -> tuple[str, str]:
    """Two texts in quotation marks: whole where both are short, or else what differs with a few words around it."""
    old, new = one_line(old), one_line(new)
    if max(len(old), len(new)) <= SHORT:
        return quoted(old), quoted(new)
    first, second = old.split(), new.split()
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    return _around(first, start, end), _around(second, start, end)


def _common(first: list[str], second: list[str]) -> int:
    """The number of equal words at the beginning of both lists."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _around(words: list[str], start: int, end: int) -> str:
    """The words without all but three of the first `start` and all but three of the last `end`."""
    first, last = max(0, start - AROUND), len(words) - max(0, end - AROUND)
    before, after = "… " if first else "", " …" if last < len(words) else ""
    return quoted(before + " ".join(words[first:last]) + after, LONG)
