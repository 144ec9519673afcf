"""What the page carries: one JSON object that can stand inside a script element and names everything it mentions."""

from __future__ import annotations

import json
import re

import pytest

from timeline.publish.page.page import single_page
from timeline.query.objects import event_object
from timeline.query.operators import FACETS
from timeline.query.search import facet_counts
from timeline.query.spec import FilterSpec
from timeline.record.load import load_record
from timeline.serve.server import create_app
from timeline.view.packing import pack
from timeline.view.payload import build_payload, to_json


@pytest.fixture(scope="module")
def payload(record) -> dict:
    return build_payload(record)


def texts(value, path=()):
    """Every {language: text} in a payload, with its path."""
    if isinstance(value, dict):
        if value and set(value) <= {"en", "fr"} and all(isinstance(part, str) for part in value.values()):
            yield path, value
        else:
            for key, part in value.items():
                yield from texts(part, (*path, key))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from texts(part, (*path, index))


def test_it_survives_json_and_holds_no_nan(payload):
    assert json.loads(to_json(payload)) == json.loads(json.dumps(payload, allow_nan=False))


def test_nan_is_refused_rather_than_written():
    with pytest.raises(ValueError, match="JSON"):
        to_json({"value": float("nan")})


HOSTILE = "</script><script>alert(1)</script><!-- {%config%} %s %(data)s {{x}} \\u003c & \" '"


@pytest.fixture
def hostile(write_record):
    """The apollo record with a title that tries to break out of the page."""
    return load_record(
        write_record(events=lambda text: text.replace("en: First words on the Moon", f"en: {json.dumps(HOSTILE)}"))
    )


def test_a_title_cannot_end_the_script_element(hostile):
    written = to_json(build_payload(hostile))
    assert "<" not in written
    assert HOSTILE in [event["title"]["en"] for event in json.loads(written)["events"]]


def test_the_served_page_names_the_file_that_is_exactly_the_payload(hostile):
    client = create_app(hostile).server.test_client()
    file, texts = re.search(
        r'<script type="application/json" id="record-data" data-record="([^"]+)" data-texts="([^"]*)"></script>',
        client.get("/").get_data(as_text=True),
    ).groups()
    assert client.get(f"/{file}").get_json() == json.loads(to_json(pack(build_payload(hostile))))
    assert texts == ""


def test_the_offline_file_carries_exactly_the_payload_whatever_a_title_holds(hostile):
    page = single_page(hostile).html
    opening = '<script type="application/json" id="record-data">'
    assert page.count(opening) == 1
    carried = page[page.index(opening) + len(opening) :]
    assert json.loads(carried[: carried.index("</script>")]) == json.loads(to_json(pack(build_payload(hostile))))


def test_every_event_is_there_in_order_with_its_claims(record, payload):
    assert payload["rows"]["id"] == [event.id for event in record.events]
    assert [len(event["claims"]) for event in payload["events"]] == [len(event.claims) for event in record.events]
    assert {len(part) for part in (payload["events"], *payload["rows"].values(), *payload["geometry"].values())} == {
        len(record.events)
    }


def test_open_bounds_are_null_and_others_days(record, payload):
    for event, start, end in zip(record.events, payload["rows"]["start"], payload["rows"]["end"], strict=True):
        assert start == (event.date.start and event.date.start.isoformat())
        assert end == (event.date.end and event.date.end.isoformat())


@pytest.mark.parametrize("facet", sorted(FACETS))
def test_every_option_of_a_facet_is_offered_once_named_and_counted(record, frame, payload, facet):
    counts = facet_counts(frame, FilterSpec())[facet]
    options = payload["facets"][facet]
    assert len(options) == len(set(options))
    assert set(counts) <= set(options)
    for option in options:
        assert set(payload["names"][facet][option]) == set(record.settings.languages)
        assert all(payload["names"][facet][option].values())


def test_options_that_no_event_has_are_not_offered_save_statuses(frame, payload):
    counts = facet_counts(frame, FilterSpec())
    assert {facet: set(payload["facets"][facet]) - set(counts[facet]) for facet in FACETS if facet != "status"} == {
        facet: set() for facet in FACETS if facet != "status"
    }


def test_seed_documents_come_first_among_the_sources(record, payload):
    assert set(payload["facets"]["source"][: len(record.seeds)]) == set(record.seeds)


def test_every_text_has_every_language(record, payload):
    found = [
        (path, set(text))
        for path, text in texts({key: part for key, part in payload.items() if key not in ("words", "locale")})
    ]
    assert len(found) > 500
    assert [path for path, languages in found if languages != set(record.settings.languages)] == []


def test_claims_name_only_what_the_page_can_name(record, payload):
    for event in payload["events"]:
        for claim in event["claims"]:
            assert claim["source"] in payload["names"]["source"]
            assert set(claim["by"]) <= set(payload["names"]["actor"])
            assert ("passage" in claim) == (claim["source"] in record.seeds)
            if "passage" in claim:
                assert payload["gists"][claim["source"]][claim["passage"]]


def test_a_relation_is_shown_at_both_events(apollo):
    events = dict(zip([event.id for event in apollo.events], build_payload(apollo)["events"], strict=True))
    assert [list(link) for link in events["apollo-11-flight"]["shown"]["links"]] == [["rel_implements", "lunar-goal"]]
    assert [list(link) for link in events["lunar-goal"]["shown"]["links"]] == [
        ["rel_implemented_by", "apollo-11-flight"]
    ]


def test_what_is_empty_is_left_out(apollo):
    events = dict(zip([event.id for event in apollo.events], build_payload(apollo)["events"], strict=True))
    assert {"date_note", "place"}.isdisjoint(events["quarantine-ends"])
    assert "links" not in events["quarantine-ends"]["shown"]
    assert {"passage", "quote", "figure", "shown"}.isdisjoint(events["quarantine-ends"]["claims"][0])


def unshown(part):
    """A JSON value without what the page alone has."""
    if isinstance(part, dict):
        return {key: unshown(value) for key, value in part.items() if key != "shown"}
    return [unshown(value) for value in part] if isinstance(part, list) else part


@pytest.mark.parametrize("name", ["record", "apollo"])
def test_events_are_those_of_the_api_with_what_is_shown_of_them(request, name):
    """To the byte, so that the browser can give them out again by leaving out what is shown. The side of a claim and
    the coverage of an event it finds again: tests/browser/test_exports_kernel.py compares what it gives out."""
    whole = request.getfixturevalue(name)
    events = json.loads(to_json(build_payload(whole)))["events"]
    objects = [event_object(whole, event) for event in whole.events]
    for claim in (claim for event in objects for claim in event["claims"]):
        del claim["side"]
    for event in objects:
        event["coverage"] = None
    assert json.dumps(unshown(events)) == json.dumps(objects)


def test_what_is_shown_of_a_date_is_its_words_and_the_days_it_may_mean(apollo):
    shown = {event.id: part for event, part in zip(apollo.events, build_payload(apollo)["events"], strict=True)}
    assert shown["apollo-11-flight"]["shown"]["date"] == {"en": "16 to 24 July 1969", "fr": "du 16 au 24 juillet 1969"}
    for event in apollo.events:
        for claim, part in zip(event.claims, shown[event.id]["claims"], strict=True):
            assert ("shown" in part) == bool(claim.asserted_on)
            if claim.asserted_on:
                assert part["shown"]["until"] == (claim.asserted_on.end and claim.asserted_on.end.isoformat())


def test_plotly_s_names_of_months_and_days_are_the_language_s_own(payload):
    french = payload["locale"]["fr"]
    assert (french["months"][7], french["shortMonths"][6], french["days"][0], len(french["shortDays"])) == (
        "août",
        "juil.",
        "dimanche",
        7,
    )


def test_an_empty_record_makes_a_page_all_the_same(write_record):
    record = load_record(write_record(events="[]\n"))
    payload = build_payload(record)
    assert payload["record"]["count"] == 0
    assert create_app(record).server.test_client().get("/").status_code == 200
