"""Atom (RFC 4287): the events as a feed that readers and other programs follow."""

from __future__ import annotations

import re
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from ...record.dates.days import since_year_one
from ...record.model.model import Event
from .selection import Entry, Selection

ATOM = "http://www.w3.org/2005/Atom"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold


def atom_feed(selection: Selection) -> bytes:
    """The events as an Atom feed, an entry an event. Ids are URNs made of the record's name and the event's id, so
    that they stay what they are wherever the record is served. `updated` of the feed is the day of the record's update,
    that of an entry the day of its own last change."""
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed", {"xml:lang": selection.language})
    _add(feed, "id", _urn(selection, selection.query))
    _add(feed, "title", selection.title)
    _add(feed, "subtitle", selection.subtitle)
    _add(feed, "updated", f"{selection.updated}T00:00:00Z")
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", selection.title)
    if selection.base:
        _add(feed, "link", rel="alternate", type="text/html", href=f"{selection.base}?{selection.query}")
        _add(
            feed,
            "link",
            rel="self",
            type="application/atom+xml",
            href=f"{selection.base}export/events.atom?{selection.query}",
        )
    for event, entry in zip(selection.events, selection.entries, strict=True):
        _entry(feed, selection, entry, event)
    indent(feed)
    return tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(feed: Element, selection: Selection, entry: Entry, event: Event) -> None:
    item = SubElement(feed, f"{{{ATOM}}}entry")
    _add(item, "id", _urn(selection, f"event={entry.id}"))
    _add(item, "title", selection.say("labelled", label=entry.when, text=entry.title))
    _add(item, "updated", f"{last_change(selection, event)}T00:00:00Z")
    _add(item, "category", term=event.kind, label=entry.kind)
    _add(item, "content", "\n".join(filter(None, [selection.limits, entry.summary, *selection.notes(entry)])))
    if selection.base:
        _add(item, "link", rel="alternate", type="text/html", href=entry.link)
    if entry.media:
        shown = entry.media
        size = str(shown.size)
        _add(item, "link", rel="enclosure", type=shown.type, length=size, href=shown.url, title=shown.alt)


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


def _add(parent: Element, tag: str, words: str | None = None, /, **attributes: str) -> None:
    element = SubElement(parent, f"{{{ATOM}}}{tag}", {key: NO_XML.sub("", value) for key, value in attributes.items()})
    element.text = words and NO_XML.sub("", words)
