"""What `check` accepts, every answer and every export can show."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from .full_record import with_value
from .odd_forms import read, show, take_away
from .odd_records import odd_records


@settings(max_examples=12, derandomize=True, suppress_health_check=list(HealthCheck))
@given(odd_records())
def test_what_check_accepts_can_be_shown(content):
    if record := read(content):
        show(record)


def test_nearly_all_odd_records_are_accepted():
    found = Counter()

    @settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(odd_records())
    def count(content):
        found[read(content) is not None] += 1

    count()
    assert found[True] >= 9 * found[False]


@pytest.mark.parametrize("number", ["1e25", "1e308", "5e-324", "123456789012345678"])
def test_a_number_of_any_size_is_shown(number):
    amount = {"quantity": "people", "value": number}
    record = read(with_value(("events", 0, "claims", 0, "figure"), amount))
    assert record is not None
    show(record)
    take_away(record)


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
