"""JSON-LD: a schema.org list of events."""

from __future__ import annotations

import json
import re

import pytest

from timeline.publish.exports.jsonld import jsonld_list
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record


def items(selection) -> dict:
    return {part["item"]["identifier"]: part["item"] for part in json.loads(jsonld_list(selection))["itemListElement"]}


def test_the_list_counts_and_orders_its_events(record):
    body = json.loads(jsonld_list(select_view(record)))
    assert (body["@context"], body["@type"], body["numberOfItems"]) == (
        "https://schema.org",
        "ItemList",
        len(record.events),
    )
    assert [part["position"] for part in body["itemListElement"]] == list(range(1, len(record.events) + 1))
    assert [part["item"]["identifier"] for part in body["itemListElement"]] == [event.id for event in record.events]


def test_a_date_is_a_day_where_the_day_is_known_and_else_the_time_that_an_entry_is_about(apollo):
    found = items(select_view(apollo)).items()
    assert {id: (item["@type"], item.get("startDate") or item["temporalCoverage"]) for id, item in found} == {
        "landing-before-1970": ("Claim", "../1969"),
        "lunar-goal": ("Event", "1961-05-25"),
        "rendezvous-chosen": ("Claim", "1962"),
        "apollo-11-flight": ("CreativeWork", "1969-07-16/1969-07-24"),  # without a place
        "first-words": ("Claim", "perhaps 21 July 1969"),
        "reflector-in-use": ("CreativeWork", "1969-08/.."),
        "quarantine-ends": ("CreativeWork", "1969-08"),
        "samples-studied": ("Claim", "on or about 15 September 1969"),
    }


def test_a_time_of_day_is_given_as_it_is_written(write_record):
    record = load_record(write_record(events=lambda text: text.replace("1961-05-25", "1961-05-25T18:30:00-05:00")))
    item = items(select_view(record))["lunar-goal"]
    assert (item["startDate"], item["endDate"]) == ("1961-05-25T18:30:00-05:00", "1961-05-25T18:30:00-05:00")


def test_an_event_says_who_where_and_which_works_report_it(apollo):
    assert items(select_view(apollo, "lang=fr", base="https://example.org/"))["lunar-goal"] == {
        "@type": "Event",
        "@id": "https://example.org/?event=lunar-goal&lang=fr",
        "url": "https://example.org/?event=lunar-goal&lang=fr",
        "identifier": "lunar-goal",
        "name": "Kennedy fixe l’objectif lunaire",
        "description": "Un discours au Congrès fixe l’objectif.",
        "inLanguage": "fr",
        "startDate": "1961-05-25",
        "endDate": "1961-05-25",
        "keywords": ["Décision", "Établi"],
        "location": {
            "@type": "Place",
            "name": "Washington",
            "address": "Washington",
            "geo": {"@type": "GeoCoordinates", "latitude": 38.89, "longitude": -77.01},
        },
        "about": [{"@type": "Person", "name": "John F. Kennedy"}],
        "subjectOf": [
            {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": "Mémo de presse, 1er août 1969"}},
            {
                "@type": "CreativeWork",
                "url": "https://example.org/goal",
                "publisher": {"@type": "Organization", "name": "Pages d’histoire de la NASA"},
            },
        ],
    }


EVENT = {
    "date": "2001-02-03",
    "status": "established",
    "place": {"name": {"en": "Rome"}, "precision": "city", "lat": 41.9, "lon": 12.5},
}


def the_item(make_record, **changes) -> dict:
    [item] = items(select_view(make_record({**EVENT, **changes}))).values()
    return item


@pytest.mark.parametrize("status", ["reported", "contested", "predicted"])
def test_what_the_record_does_not_establish_is_a_claim_and_no_event(make_record, status):
    item = the_item(make_record, status=status)
    assert (item["@type"], item["temporalCoverage"]) == ("Claim", "2001-02-03")
    assert item["spatialCoverage"]["name"] == "Rome"
    assert item["appearance"] and "startDate" not in item and "location" not in item


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2001-02", "2001-02"),
        ("2001", "2001"),
        ("2001-02-03~", "on or about 3 February 2001"),
        ("2001-02-03?", "perhaps 3 February 2001"),
        ("2001-02-03/2001-02-05~", None),
        ("2001-24", None),
        ("200X", "2000s, exact date unknown"),
        ("2001-02-03/..", "2001-02-03/.."),
        ("2001-02-03/", None),
        ("-0043-03-15", "-0043-03-15"),
        ("-0043-03-15~", None),
    ],
)
def test_a_date_that_is_no_known_day_of_our_era_makes_no_event(make_record, date, said):
    item = the_item(make_record, date=date)
    assert item["@type"] == "CreativeWork" and not {"startDate", "endDate", "datePublished"} & set(item)
    assert item["temporalCoverage"] == said or said is None
    if "~" in date or "?" in date or date.endswith("/"):
        assert not re.match(r"-?\d{4}-\d\d", item["temporalCoverage"]), "no false exact date"


@pytest.mark.parametrize(
    ("precision", "address", "has_point"),
    [
        ("exact", "Rome", True),
        ("city", {"@type": "PostalAddress", "addressLocality": "Rome"}, True),
        ("region", {"@type": "PostalAddress", "addressRegion": "Rome"}, False),
        ("country", {"@type": "PostalAddress", "addressCountry": "Rome"}, False),
    ],
)
def test_a_place_says_of_its_address_what_is_known(make_record, precision, address, has_point):
    """The point of a region or a country is its middle, where nothing took place."""
    location = the_item(make_record, place={**EVENT["place"], "precision": precision})["location"]
    assert (location["address"], "geo" in location) == (address, has_point)
