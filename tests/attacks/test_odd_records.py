"""What `check` accepts, every answer and every export can show."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from timeline.publish.exports.formats import FORMATS
from timeline.publish.page.single import single_page
from timeline.record.load import read_record
from timeline.record.record import Record
from timeline.serve.server import create_app

from .full_record import with_value, write
from .odd_records import odd_records


def read(content: dict) -> Record | None:
    """The record of these contents; None where `check` refuses it."""
    with TemporaryDirectory() as folder:
        record, problems = read_record(write(content, Path(folder)), thorough=True)
    assert record is not None or problems
    return record


def show(record: Record) -> None:
    """Everything that the server gives of a record, asked of its application."""
    client = create_app(record).server.test_client()
    for path in ("/", "/sources.html", "/schema/event.json", "/healthz", "/?lang=fr"):
        assert client.get(path).status_code == 200, path
    for query in ("", "?lang=fr", "?asof=2001-02-04", "?from=9999-12-31", "?q=a"):
        json.loads(client.get(f"/api/events.json{query}").data, parse_constant=pytest.fail)
        for form in FORMATS.values():
            answer = client.get(f"/export/events.{form.extension}{query}")
            assert answer.status_code == 200, form.extension
            if form.extension == "atom":
                ElementTree.fromstring(answer.data)
            if form.extension.endswith("json"):
                json.loads(answer.data, parse_constant=pytest.fail)


@settings(max_examples=12, derandomize=True, suppress_health_check=list(HealthCheck))
@given(odd_records())
def test_what_check_accepts_can_be_shown(content):
    if record := read(content):
        show(record)


def test_most_odd_records_are_accepted():
    found = Counter()

    @settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(odd_records())
    def count(content):
        found[read(content) is not None] += 1

    count()
    assert found[True] > found[False]


@pytest.mark.parametrize("number", ["1e25", "1e308", "5e-324", "123456789012345678"])
def test_a_number_of_any_size_is_shown(number):
    amount = {"quantity": "people", "value": number}
    record = read(with_value(("events", 0, "claims", 0, "figure"), amount))
    assert record is not None
    show(record)
    assert single_page(record)


@pytest.mark.parametrize(
    "path", [("events",), ("events", 0, "actors"), ("events", 0, "countries"), ("settings", "scopes")]
)
def test_an_empty_list_is_shown(path):
    content = with_value(path, [])
    content["settings"]["chapters"][0]["filter"] = {}  # which may name what is no longer there
    if path == ("settings", "scopes"):
        for claim in [claim for event in content["events"] for claim in event["claims"]]:
            claim["figures"] = []
    record = read(content)
    assert record is not None
    show(record)
