"""The events as plain HTML, for readers without JavaScript and for machines: what stands in `<noscript>`."""

from __future__ import annotations

from html import escape

from ...record.model.model import Event
from ...record.record import Record
from ...view.wording import date_text
from ...view.words import text

MOST = 1500  # events of a record that are listed; more would delay the page for everybody else
# What of the page does nothing without JavaScript; in a file neither does a link to what a server has.
HIDDEN = "<style>.filters,.toolbar,.replay,.list,.masthead-tools,.window-bar,.overview,.legend,.skip-link%s{display:none!important}</style>"


def html(record: Record, alone: bool = False) -> str:
    """The events in order, in each language of the record: date, title, and the sources of their claims. Of a very large
    record the first and a link to the rest, except in a file that is `alone`, which has all there is."""
    sections = "".join(
        _section(record, language, len(record.events) if alone else MOST) for language in record.settings.languages
    )
    return f'{HIDDEN % (",.only-served" if alone else "")}<div class="noscript">{sections}</div>'


def _section(record: Record, language: str, most: int) -> str:
    items = "".join(_item(record, event, language) for event in record.events[:most])
    if len(record.events) > most:
        items += f"<li>{escape(text('list_more', language, n=len(record.events) - most, rest=len(record.events)))}: <a href='api/events.json'>JSON</a></li>"
    return f'<section lang="{language}"><p>{escape(text("noscript", language))}</p><ol>{items}</ol></section>'


def _item(record: Record, event: Event, language: str) -> str:
    sources = "; ".join(record.sources[source].name.get(language, source) for source in event.sources)
    return f"<li>{escape(date_text(event.date, language))}: <b>{escape(event.title[language])}</b> ({escape(sources)})</li>"
