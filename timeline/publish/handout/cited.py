"""Who says what on a handout, with a number that leads to the source at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...record.model.model import Claim, Picture
from ...record.record import Record
from ...view.pictures import credit
from ...view.wording import amount_text, date_text, day_text
from ...view.words import text as interface
from .words import text


@dataclass(frozen=True)
class Printed:
    """A picture as it is printed: `data` is its address, which holds it."""

    data: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Line:
    """A claim in one language: `who` says it, `where`, on which `day`, in which `stance` where it doesn't just say so,
    `says` what, with which `figures` and perhaps a picture; `number` is that of its source.
    """

    who: str
    where: str
    day: str
    stance: str
    says: str
    figures: tuple[str, ...]
    number: int
    picture: Printed | None = None


@dataclass(frozen=True)
class CitedSource:
    """A source at the end of a handout: its name, where in it (a paragraph, a page, a reprint), its address or ""."""

    name: str
    where: str
    url: str


@dataclass
class Citations:
    """The sources of one handout, numbered in the order in which they are first cited."""

    record: Record
    language: str
    numbers: dict[CitedSource, int] = field(default_factory=dict)

    def lines(self, claims: Iterable[Claim]) -> tuple[Line, ...]:
        """The claims as lines, whose sources get a number each."""
        return tuple(self.line(claim) for claim in claims)

    def line(self, claim: Claim) -> Line:
        """One claim as a line."""
        language = self.language
        names = self.record.actors
        source = self.record.sources[claim.source].name[language]
        who = ", ".join(names[actor].name[language] for actor in claim.by)
        stance = "" if claim.stance == "asserts" else interface(f"stance_{claim.stance}", language)
        return Line(
            who=who or source,
            where=source if who else "",
            day=self._day(claim),
            stance=stance,
            says=claim.says[language],
            figures=tuple(amount_text(amount, self.record.settings, language) for amount in claim.amounts),
            number=self.numbers.setdefault(self._source(claim), len(self.numbers) + 1),
            picture=self.printed(claim.media),
        )

    def printed(self, picture: Picture | None) -> Printed | None:
        """A picture as it is printed, None where there is none."""
        if picture is None:
            return None
        file, language = self.record.pictures[picture.file], self.language
        caption = picture.caption[language] if picture.caption else ""
        return Printed(file.data, file.width, file.height, picture.alt[language], caption, credit(picture, language))

    def _day(self, claim: Claim) -> str:
        when = claim.asserted_on
        if when is None:
            return ""
        if when.shape == "instant" and not when.qualifier:
            return day_text(when.earliest, self.language)
        return date_text(when, self.language)

    def _source(self, claim: Claim) -> CitedSource:
        where = [
            text("paragraph", self.language, n=claim.passage) if claim.passage else "",
            claim.locator or "",
            text("read_in", self.language, via=claim.via) if claim.via else "",
        ]
        name = self.record.sources[claim.source].name[self.language]
        return CitedSource(name, ", ".join(filter(None, where)), claim.url or "")
