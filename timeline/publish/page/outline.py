"""The events as plain HTML, for readers without JavaScript and for machines: what stands in `<noscript>`."""

from __future__ import annotations

from markupsafe import Markup

from ...record.record import Record
from ...view.page_settings import endonym
from ...view.wording import date_text
from ...view.words import text
from .rendering import render

MOST = 1500  # events of a record that are listed; more would delay the page for everybody else


def outline(record: Record, alone: bool = False) -> Markup:
    """The events in order, in each language of the record, of which CSS shows the page's: date, title, and the sources
    of their claims. Of a very large record the first and a link to the rest, except in a file that is `alone`, which
    has all there is.
    """
    most = len(record.events) if alone else MOST
    parts = [_part(record, language, most) for language in record.settings.languages]
    return render("outline.html", parts=parts, alone=alone)


def _part(record: Record, language: str, most: int) -> dict:
    """The list in one language: {language, endonym, words above it, `unloaded` (words where the scripts did not come),
    events, more (of the rest, "" where none)}."""
    count = len(record.events)
    events = [
        {
            "date": text("label", language, label=date_text(event.date, language)),
            "title": event.title[language],
            "sources": "; ".join(record.sources[source].name.get(language, source) for source in event.sources),
        }
        for event in record.events[:most]
    ]
    more = text("list_more", language, n=count - most, rest=count) if count > most else ""
    words = {"words": text("noscript", language), "unloaded": text("unloaded", language)}
    return {"language": language, "endonym": endonym(language), **words, "events": events, "more": more}
