"""JSON-LD: a schema.org list of events."""

from __future__ import annotations

import json

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


def test_dates_are_as_precise_as_they_are_known_and_open_ends_are_left_out(apollo):
    dates = {id: (item.get("startDate"), item.get("endDate")) for id, item in items(select_view(apollo)).items()}
    assert dates == {
        "lunar-goal": ("1961-05-25", "1961-05-25"),
        "landing-before-1970": (None, "1969"),
        "rendezvous-chosen": ("1962", "1962"),
        "apollo-11-flight": ("1969-07-16", "1969-07-24"),
        "first-words": ("1969-07-21", "1969-07-21"),
        "reflector-in-use": ("1969-08", None),
        "quarantine-ends": ("1969-08", "1969-08"),
        "samples-studied": ("1969-09-15", "1969-09-15"),
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


def test_an_uncertain_date_is_said_in_words_too(apollo):
    assert items(select_view(apollo))["samples-studied"]["keywords"][-1] == "on or about 15 September 1969"
