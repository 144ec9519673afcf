"""Counts for Prometheus and the access log: neither knows what readers search for."""

from __future__ import annotations

import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families
from werkzeug.test import Client

from timeline.serve.observed import Observed
from timeline.serve.server import create_app


@pytest.fixture
def client(apollo):
    return Client(Observed(create_app(apollo).server, lambda: apollo, log=True))


def numbers(client) -> dict[tuple, float]:
    """What `/metrics` says, by name and labels."""
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
    }


def test_answers_are_counted_by_method_kind_of_path_and_status(client, apollo):
    for path in ("/", "/api/events.json?q=secret", "/api/events.json?q=other", "/nothing/secret"):
        client.get(path)
    client.post("/api/events.json")
    found = numbers(client)
    assert found["timeline_requests_total", "/api/", "200", "GET"] == 2
    assert found["timeline_requests_total", "/api/", "405", "POST"] == 1
    assert found["timeline_requests_total", "404", "GET", "other"] == 1
    assert found["timeline_request_seconds_count", "/api/"] == 3
    assert found["timeline_events",] == len(apollo.events)
    assert found["timeline_record_info", apollo.hash] == 1
    assert "secret" not in client.get("/metrics").text


def test_many_addresses_are_one_row(client):
    for number in range(50):
        client.get(f"/nothing/{number}")
        client.open("/", method=f"M{number}")
    assert len(numbers(client)) < 60


def test_a_line_of_the_log_has_no_query_and_nothing_that_a_terminal_obeys(client, caplog):
    logging.getLogger("timeline.access").propagate = True
    with caplog.at_level(logging.INFO, "timeline.access"):
        client.get("/api/events.json?q=secret")
        client.get("/%1b[31m%0d%0a/x")
    lines = list(dict.fromkeys(record.getMessage() for record in caplog.records if record.name == "timeline.access"))
    assert lines[0].startswith("GET /api/events.json 200 ") and "secret" not in "".join(lines)
    assert "\x1b" not in lines[1] and "\n" not in lines[1] and "%1B%5B31m%0D%0A/x" in lines[1]
