"""The events as the page shows them, with their dates and figures in words."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..record.dates.edtf import Edtf
from ..record.model.model import Amount, Claim, Event
from ..record.record import Record
from .wording import amount_text, date_text, day_text

INVERSE = {
    "follows": "rel_followed_by",
    "answers": "rel_answered_by",
    "contradicts": "rel_contradicted_by",
    "implements": "rel_implemented_by",
}


def shown_events(record: Record) -> list[dict]:
    """Each event in order, what is empty left out."""
    links = _links(record)
    return [_event(record, event, links[event.id]) for event in record.events]


def _event(record: Record, event: Event, links: list[tuple[str, str]] | None) -> dict:
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    result = {
        "title": event.title,
        "summary": event.summary,
        "date": in_each(lambda language: date_text(event.date, language)),
        "edtf": event.date.text,
        "claims": [_claim(record, claim) for claim in event.claims],
        "later": record.later_than_seeds(event),
    }
    if not event.date.certain:
        result["span"] = event.date.parts
    if event.date_note:
        result["date_note"] = event.date_note
    if event.place:
        result["place"] = event.place.name
        if at := event.place.model_dump(exclude_none=True, include={"lat", "lon"}):
            result["at"] = at
    if event.disagreements:
        result["disagreements"] = [point.model_dump(mode="json") for point in event.disagreements]
    if links:
        result["links"] = links
    return result


def _links(record: Record) -> dict[str, list[tuple[str, str]]]:
    """By event: (name of the relation, id of the other event), first its own relations, then those of others to it."""
    links = {event.id: [(f"rel_{link.type}", link.event) for link in event.relates] for event in record.events}
    for other in record.events:
        for link in other.relates:
            links[link.event].append((INVERSE[link.type], other.id))
    return links


def _claim(record: Record, claim: Claim) -> dict:
    """A claim as the panel shows it; what is empty is left out."""
    languages = record.settings.languages
    in_each = lambda make: {language: make(language) for language in languages}  # noqa: E731
    result: dict[str, Any] = {"id": claim.id, "source": claim.source, "stance": claim.stance, "says": claim.says}
    if claim.by:
        result["by"] = list(claim.by)
    if claim.passage:
        result["passage"] = claim.passage
    for name in ("url", "locator", "via", "note"):
        if value := getattr(claim, name):
            result[name] = value
    if claim.asserted_on:
        result["until"] = claim.asserted_on.end.isoformat() if claim.asserted_on.end else None
        if claim.asserted_on.text != result["until"]:
            result["asserted"] = claim.asserted_on.text
        if claim.asserted_on.start and claim.asserted_on.start != claim.asserted_on.end:
            result["since"] = claim.asserted_on.start.isoformat()
        result["day"] = in_each(partial(_short_date, claim.asserted_on))
    if claim.quote:
        result["quote"] = {"text": claim.quote.text, "lang": claim.quote.lang}
    if claim.amounts:
        result["figures"] = [_amount(record, amount) for amount in claim.amounts]
        if bool(claim.figure) != (len(claim.amounts) == 1):  # one figure is the claim's `figure`, several its `figures`
            result["first"] = bool(claim.figure)
    return result


def _amount(record: Record, amount: Amount) -> dict:
    """A figure as the record has it (absent what it hasn't), and its `text` in each language."""
    settings = record.settings
    words = {language: amount_text(amount, settings, language) for language in settings.languages}
    return {**amount.model_dump(mode="json", exclude_none=True), "text": words}


def _short_date(when: Edtf, language: str) -> str:
    if when.shape == "instant" and not when.qualifier:
        return day_text(when.earliest, language)
    return date_text(when, language)
