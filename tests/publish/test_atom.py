"""Atom (RFC 4287): a feed with ids that stay."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from timeline.publish.exports.atom import ATOM, atom_feed
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record

NAMES = {"a": ATOM}


def texts(feed, path: str) -> list[str]:
    return [element.text for element in feed.iterfind(path, NAMES)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_event_is_an_entry_with_all_that_atom_asks_for(record, language):
    feed = fromstring(atom_feed(select_view(record, "", language, "https://example.org/")))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert [len(texts(feed, f"a:{tag}")) for tag in ("id", "title", "updated", "author/a:name")] == [1, 1, 1, 1]
    assert texts(feed, "a:updated") == ["2026-11-25T00:00:00Z"]
    entries = feed.findall("a:entry", NAMES)
    assert len(entries) == len(record.events)
    for event, entry in zip(record.events, entries, strict=True):
        assert event.title[language] in entry.findtext("a:title", "", NAMES)
        assert entry.find("a:link", NAMES).get("href") == f"https://example.org/?event={event.id}&lang={language}"
        assert entry.find("a:category", NAMES).get("term") == event.kind
        assert event.summary[language] in entry.findtext("a:content", "", NAMES)


def test_ids_are_unique_and_do_not_depend_on_the_address(record):
    here, there = (
        texts(fromstring(atom_feed(select_view(record, "", "en", base))), "a:entry/a:id")
        for base in ("https://example.org/", "")
    )
    assert here == there
    assert len(set(here)) == len(record.events)
    assert here[0].startswith("urn:uuid:")


def test_the_feed_of_a_view_leads_to_that_view(apollo):
    feed = fromstring(atom_feed(select_view(apollo, "lang=fr&kind=science", base="https://example.org/")))
    assert {link.get("rel"): link.get("href") for link in feed.findall("a:link", NAMES)} == {
        "alternate": "https://example.org/?kind=science&lang=fr",
        "self": "https://example.org/export/events.atom?kind=science&lang=fr",
    }


def test_markup_in_the_record_is_text_in_the_feed(write_record):
    record = load_record(
        write_record(
            events=lambda text: text.replace("en: Kennedy sets the goal of a lunar landing", 'en: "<b>&amp;]]>"')
        )
    )
    assert texts(fromstring(atom_feed(select_view(record))), "a:entry/a:title")[1] == "25 May 1961: <b>&amp;]]>"
