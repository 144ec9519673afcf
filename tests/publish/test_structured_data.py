"""What search engines ask of JSON-LD, and what schema.org has: every property that is used exists for its type.

Google's own validators cannot be run here. `WANTED` and `WISHED` are what its pages on structured data say of each type
(developers.google.com/search/docs/appearance/structured-data/event, read in 2026). Types and properties are checked
against the vocabulary that `schema-dts` declares.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from schema_org import read_vocabulary

from timeline.publish.exports.jsonld import jsonld_list
from timeline.publish.exports.selection import select_view
from timeline.publish.page.site import site_files
from timeline.record.load import load_record

ROOT = Path(__file__).resolve().parents[2]
DECLARED = ROOT / "assets/node_modules/schema-dts/dist/schema.d.ts"
BASE = "https://example.org/"
# Without these a search engine refuses what is of a type, as Google's pages list them under "required".
WANTED = {
    "ItemList": ("itemListElement",),
    "ListItem": ("position", "item"),
    "Event": ("name", "startDate", "location"),
    "Place": ("name", "address"),  # of an event's location
    "ImageObject": ("contentUrl",),
}
# What it recommends and the record can truly say. It knows no tickets (`offers`), performers or organisers.
WISHED = {"Event": ("description", "endDate", "url"), "Claim": ("appearance",), "CreativeWork": ()}
NEVER = ("offers", "performer", "organizer", "eventStatus", "ClaimReview")  # what would be made up


def nodes(value):
    """Every typed node within."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


@pytest.fixture(scope="module", params=["record", "apollo", "rome", "vesuvius"])
def listed(request):
    """The JSON-LD of a record, in each of its languages."""
    if request.param == "vesuvius":
        record = load_record(ROOT / "examples" / "vesuvius")
    else:
        record = request.getfixturevalue(request.param)
    return [
        json.loads(jsonld_list(select_view(record, language=lang, base=BASE))) for lang in record.settings.languages
    ]


def test_each_type_has_what_is_required_of_it_and_what_is_recommended_and_known(listed):
    for node in (node for each in listed for node in nodes(each)):
        missing = [key for key in WANTED.get(node["@type"], ()) if node.get(key) in (None, "", [])]
        assert missing == [], node
        if node.get("identifier"):
            assert [key for key in WISHED[node["@type"]] if key not in node] == [], node
        assert not set(NEVER) & {node["@type"], *node}


def test_an_event_begins_and_ends_on_a_day_that_the_calendar_has(listed):
    events = [node for each in listed for node in nodes(each) if node["@type"] == "Event"]
    for event in events:
        for key in ("startDate", "endDate"):
            day = event[key]
            assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)?)?", day), day
            assert (datetime if "T" in day else date).fromisoformat(day)
        assert event["startDate"] <= event["endDate"]


def test_each_item_has_an_address_of_its_own(listed):
    for each in listed:
        links = [part["item"]["@id"] for part in each["itemListElement"]]
        assert len(set(links)) == len(links) == each["numberOfItems"]


def test_the_record_has_items_of_each_type(record):
    types = {node["@type"] for node in nodes(json.loads(jsonld_list(select_view(record)))) if node.get("identifier")}
    assert types == {"Event", "Claim", "CreativeWork"}


# ---- against schema.org's vocabulary ----


@pytest.fixture(scope="module")
def vocabulary():
    if not DECLARED.is_file():
        pytest.skip("schema-dts comes with the tools of assets/package.json")
    return read_vocabulary(DECLARED)


def test_every_type_and_property_exists_and_holds_what_it_may(listed, vocabulary):
    assert [problem for each in listed for problem in vocabulary.problems(each)] == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"temporalCoverage": "2024"}, "Event: has no property temporalCoverage"),  # a CreativeWork has
        ({"attendees": "nobody"}, "Event: has no property attendees"),  # deprecated
        ({"@type": "Happening"}, "Happening: there is no such type"),
        ({"startDate": 2024}, "Event.startDate: must be Date or DateTime, not 2024"),
        ({"location": {"@type": "Person", "name": "Kim"}}, "Event.location: must be "),
        ({"location": {"@type": "Country", "name": "Russia"}}, ""),  # a country is a place
    ],
)
def test_that_check_finds_what_is_not_in_the_vocabulary(vocabulary, changes, problem):
    found = list(vocabulary.problems({"@type": "Event", "name": "A summit", "startDate": "2024-06-19", **changes}))
    assert found[0].startswith(problem) if problem else found == []


def test_the_site_s_page_carries_the_same(apollo):
    page = site_files(apollo, BASE)["index.html"].decode()
    inline = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert inline == json.loads(jsonld_list(select_view(apollo, base=BASE)))
