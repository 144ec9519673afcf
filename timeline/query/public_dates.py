"""Which events have a date that no seed document prints, so that it stands on public pages alone."""

from __future__ import annotations

import re

from ..record.dates.edtf import Edtf
from ..record.dates.eras import format_day
from ..record.model.model import Event
from ..record.record import Record, once

PATTERNS = {"day": "d MMMM", "month": "MMMM"}


@once
def public_dates(record: Record) -> frozenset[str]:
    """The ids of the events whose day, or month where no day is known, no seed document prints: they have no
    `date_note`, and none of their claims on a document cites a paragraph whose gist names it. A part of the same kind
    and date as its whole takes its whole's answer. Empty where the record has no documents.
    """
    if not record.seeds:
        return frozenset()
    events = {event.id: event for event in record.events}
    return frozenset(event.id for event in record.events if _public(record, _dated(event, events)))


def _dated(event: Event, events: dict[str, Event]) -> Event:
    whole = events.get(event.part_of or "")
    return whole if whole and (whole.kind, whole.date) == (event.kind, event.date) else event


def _public(record: Record, event: Event) -> bool:
    language = record.settings.languages[0]
    words = _words(event.date, language)
    gists = [
        paragraph.gist[language]
        for claim in event.claims
        if claim.source in record.seeds
        for paragraph in record.seeds[claim.source].paragraphs
        if paragraph.n == claim.passage
    ]
    printed = any(re.search(rf"\b{re.escape(word)}\b", gist) for word in words for gist in gists)
    return bool(words) and not event.date_note and not printed


def _words(when: Edtf, language: str) -> set[str]:
    """The first and the last day in words, without the year; a month where no day is known."""
    ends = [end for end in when.ends if end and end.precision in PATTERNS]
    return {format_day(day, PATTERNS[end.precision], language) for end in ends for day in (end.start, end.end) if day}
