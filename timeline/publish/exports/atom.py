"""Atom (RFC 4287): the events as a feed that readers and other programs follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from ...record.dates.days import since_year_one
from ...record.model.model import Event
from .selection import Entry, Selection

ATOM = "http://www.w3.org/2005/Atom"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold
IN_ATTRIBUTE = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}  # what a reader would take for other signs


def atom_feed(selection: Selection) -> bytes:
    """The events as an Atom feed, an entry an event. Ids are URNs made of the record's name and the event's id, so
    that they stay what they are wherever the record is served. `updated` of the feed is the day of the record's update,
    that of an entry the day of its own last change."""
    here, name = f"{selection.base}?{selection.query}", _element("name", selection.title)
    feed = f"{selection.base}export/events.atom?{selection.query}"
    of_record = since_year_one(selection.record.settings.updated.earliest)
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        f'<feed xmlns="{ATOM}" xml:lang="{selection.language}">',
        f"  {_element('id', _urn(selection, selection.query))}",
        f"  {_element('title', selection.title)}",
        f"  {_element('subtitle', selection.subtitle)}",
        f"  {_element('updated', _moment(of_record))}",
        "  <author>",
        f"    {name}",
        "  </author>",
    ]
    if selection.base:
        lines.append(f"  {_element('link', rel='alternate', type='text/html', href=here)}")
        lines.append(f"  {_element('link', rel='self', type='application/atom+xml', href=feed)}")
    for event, entry in zip(selection.events, selection.entries, strict=True):
        lines += ["  <entry>", *(f"    {line}" for line in _entry(selection, entry, event)), "  </entry>"]
    lines.append("</feed>\n")
    return NO_XML.sub("", "\n".join(lines)).encode()


def _entry(selection: Selection, entry: Entry, event: Event) -> Iterator[str]:
    """The elements of an entry."""
    yield _element("id", _urn(selection, f"event={entry.id}"))
    yield _element("title", selection.say("labelled", label=entry.when, text=entry.title))
    yield _element("updated", _moment(last_change(selection, event)))
    yield _element("category", term=event.kind, label=entry.kind)
    yield _element("content", "\n".join(filter(None, [selection.limits, entry.summary, *selection.notes(entry)])))
    if selection.base:
        yield _element("link", rel="alternate", type="text/html", href=entry.link)
    if shown := entry.media:
        size = str(shown.size)
        yield _element("link", rel="enclosure", type=shown.type, length=size, href=shown.url, title=shown.alt)


def last_change(selection: Selection, event: Event) -> date:
    """The day on which an event last changed: what it says itself; else the last day on which one of its claims was
    made or archived, as far as the record knows, and that of the record's update where no claim has a day."""
    of_record = since_year_one(selection.record.settings.updated.earliest)
    if event.updated:
        return since_year_one(event.updated.earliest)
    said = [claim.asserted_on for claim in event.claims if claim.asserted_on]
    said += [claim.archived.on for claim in event.claims if claim.archived]
    days = [since_year_one(date.end) for date in said if date.end]
    return min(max(days, default=of_record), of_record)


def _urn(selection: Selection, what: str) -> str:
    return uuid5(NAMESPACE_URL, f"{selection.name}?{what}").urn


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"


def _element(tag: str, words: str = "", /, **attributes: str) -> str:
    """An element as text."""
    opened = "".join([tag, *[f' {name}="{escape(value, IN_ATTRIBUTE)}"' for name, value in attributes.items()]])
    return f"<{opened}>{escape(words)}</{tag}>" if words else f"<{opened} />"
