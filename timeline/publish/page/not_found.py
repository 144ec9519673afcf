"""The page for an address at which there is nothing, in the record's languages."""

from __future__ import annotations

from ...record.record import Record
from ...view.words import text
from .rendering import document


def not_found(record: Record, home: str) -> str:
    """An HTML document that says so and leads to the timeline, whose address is `home`."""
    settings = record.settings
    lines = [
        {"language": language, "words": text("not_found", language), "title": settings.title[language]}
        for language in settings.languages
    ]
    return document("not_found.html", lines=lines, home=home)
