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


@pytest.mark.parametrize(
    ("said", "day"),
    [
        pytest.param({"asserted_on": "1969-07"}, "1969-07-31", id="the last day that its claims can mean"),
        pytest.param({}, "2026-01-01", id="that of the record where no claim has one"),
        pytest.param({"asserted_on": "2026-02"}, "2026-01-01", id="no later than the record's"),
        pytest.param({"asserted_on": "1969-07", "updated": "2025-03-04"}, "2025-03-04", id="its own where it says one"),
    ],
)
def test_an_entry_carries_the_day_of_its_own_last_change(make_record, said, day):
    claim = {"id": "c1", "source": "book", "locator": "p. 1", "says": {"en": "It did"}, **said}
    own = {"updated": claim.pop("updated")} if "updated" in claim else {}
    claims = [claim, {**claim, "id": "c2", "says": {"en": "It did not"}, **({"asserted_on": "1960"} if said else {})}]
    record = make_record({"date": "1960", "claims": claims, **own}, {"date": "1961"})
    feed = fromstring(atom_feed(select_view(record)))
    assert texts(feed, "a:updated") == ["2026-01-01T00:00:00Z"]
    assert texts(feed, "a:entry/a:updated") == [f"{day}T00:00:00Z", "2026-01-01T00:00:00Z"]


def test_an_archived_copy_is_a_change_and_a_feed_as_of_a_day_knows_the_claims_of_then(make_record):
    said = {"source": "book", "url": "https://example.org/a", "asserted_on": "1970-01-02"}
    kept = {"url": "https://archive.org/a", "on": "1999-05-06"}
    claims = [
        {**said, "id": "c1", "says": {"en": "One"}},
        {**said, "id": "c2", "says": {"en": "Two"}, "asserted_on": "1980-03-04", "archived": kept},
    ]
    record = make_record({"date": "1960", "claims": claims})
    for query, day in (("", "1999-05-06"), ("asof=1975-01-01", "1970-01-02")):
        feed = fromstring(atom_feed(select_view(record, query)))
        assert texts(feed, "a:entry/a:updated") == [f"{day}T00:00:00Z"], query


def test_markup_in_the_record_is_text_in_the_feed(write_record):
    record = load_record(
        write_record(
            events=lambda text: text.replace("en: Kennedy sets the goal of a lunar landing", 'en: "<b>&amp;]]>"')
        )
    )
    assert texts(fromstring(atom_feed(select_view(record))), "a:entry/a:title")[1] == "25 May 1961: <b>&amp;]]>"
