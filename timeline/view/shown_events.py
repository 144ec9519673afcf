"""The events as the page holds them: the API's own objects, and what the page shows of them in words.

Beside the keys of the API an event, a claim and a figure may have `shown`, which no export has. What the browser finds
again is left out: of a claim its `side` (assets/src/model/clocks.js), of an event its `coverage`, whose place is kept
with None (assets/src/model/coverage.js).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..query.objects import event_object
from ..query.public_dates import public_dates
from ..record.dates.edtf import Edtf
from ..record.model.model import Amount, Claim, Event
from ..record.record import Record, once
from ..record.typography import typeset_all
from .wording import amount_text, date_text, day_text

Links = list[tuple[str, str]]
INVERSE = {
    "follows": "rel_followed_by",
    "answers": "rel_answered_by",
    "contradicts": "rel_contradicted_by",
    "implements": "rel_implemented_by",
}


def shown_events(record: Record, events: Iterable[Event] | None = None) -> list[dict[str, Any]]:
    """Each event of the record, or of some of its events, as `event_object` gives it, with `shown`:

    - of the event `{date: {language: words}, parts, links, public_date}`: `parts` are the known parts of its ends where
      its date is uncertain, `links` the relations from it and to it as (key of the interface's words, id of the other
      event), `public_date` is True where no document prints its date;
    - of a claim with a date `{day: {language: words}, since, until, about}`: its first and last possible day, ISO.
      `since` is there where it differs from `until`, which is null where it is open; `about` where the date has a
      qualifier;
    - of a figure `{language: words}`.
    """
    links = _links(record)
    return [_event(record, event, links.get(event.id, [])) for event in (record.events if events is None else events)]


def _event(record: Record, event: Event, links: Links) -> dict[str, Any]:
    result = event_object(record, event)
    shown: dict[str, Any] = {"date": _dated(record, lambda lang: date_text(event.date, lang))}
    if not event.date.certain:
        shown["parts"] = event.date.parts
    if links:
        shown["links"] = links
    if event.id in public_dates(record):
        shown["public_date"] = True
    claims = [_claim(record, claim, body) for claim, body in zip(event.claims, result["claims"], strict=True)]
    return {**result, "coverage": None, "claims": claims, "shown": shown}


def _claim(record: Record, claim: Claim, body: dict[str, Any]) -> dict[str, Any]:
    result = {key: value for key, value in body.items() if key != "side"}  # the browser finds it itself
    if claim.figure:
        result["figure"] = _amount(record, claim.figure, body["figure"])
    result["figures"] = [_amount(record, *pair) for pair in zip(claim.figures, body["figures"], strict=True)]
    if when := claim.asserted_on:
        first, last = (day and day.isoformat() for day in (when.start, when.end))
        words = _dated(record, lambda lang: _short_date(when, lang))
        span = {"until": last, **({"since": first} if first and first != last else {})}
        result["shown"] = {"day": words, **span, **({"about": True} if when.qualifier else {})}
    return result


def _dated(record: Record, words: Callable[[str], str]) -> dict[str, str]:
    """A date in words by language, with the spaces on which no line ends."""
    return typeset_all({lang: words(lang) for lang in record.settings.languages})


def _amount(record: Record, amount: Amount, body: dict[str, Any]) -> dict[str, Any]:
    settings = record.settings
    return {**body, "shown": {lang: amount_text(amount, settings, lang) for lang in settings.languages}}


def _short_date(when: Edtf, language: str) -> str:
    if when.shape == "instant" and not when.qualifier:
        return day_text(when.earliest, language)
    return date_text(when, language)


@once
def _links(record: Record) -> dict[str, Links]:
    """By event that has any: first its own relations, then those of others to it."""
    links = {event.id: [(f"rel_{link.type}", link.event) for link in event.relates] for event in record.events}
    for other in record.events:
        for link in other.relates:
            links[link.event].append((INVERSE[link.type], other.id))
    return {key: some for key, some in links.items() if some}
