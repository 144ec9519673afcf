"""The addresses that the claims of a record stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urldefrag

from ..record.dates.days import since_year_one
from ..record.record import Record


@dataclass(frozen=True)
class Cited:
    """An address, the claims that cite it (ids of event and claim), the words that they quote from it, and the day of
    the latest of them, None where none has one."""

    url: str
    claims: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...] = ()
    day: date | None = None

    @property
    def page(self) -> str:
        """The address without what follows `#`, which no server is asked for."""
        return urldefrag(self.url)[0]

    @property
    def named(self) -> str:
        """`treaty-signed c2` and how many others."""
        event, claim = self.claims[0]
        more = len(self.claims) - 1
        return f"{event} {claim}" + (f" and {more} more" if more else "")


def cited_by(record: Record) -> list[Cited]:
    """Every address once, in the order in which events cite them."""
    found: dict[str, list[tuple[str, str, str, date | None]]] = {}
    for event in record.events:
        for claim in event.claims:
            if claim.url:
                quote = claim.quote.text if claim.quote else ""
                said = claim.asserted_on.end if claim.asserted_on else None
                day = since_year_one(said) if said else None
                found.setdefault(claim.url, []).append((event.id, claim.id, quote, day))
    return [
        Cited(
            url,
            tuple((event, claim) for event, claim, *_ in claims),
            tuple(dict.fromkeys(quote for _, _, quote, _ in claims if quote)),
            _latest(day for *_, day in claims),
        )
        for url, claims in found.items()
    ]


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
