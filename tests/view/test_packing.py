"""The columns of the page's data as short texts. The cases are shared with the browser, which reads them:
tests/browser/test_packed_columns.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.synthetic import write_record
from timeline.record.load import load_record
from timeline.view.data_parts import LATER, WHOLE, data_parts, titles_of
from timeline.view.packing import differences, lists, numbers, pack, words
from timeline.view.payload import build_payload, to_json

VECTORS = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "packing.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("values", "text"), VECTORS["numbers"])
def test_whole_numbers_are_letters(values, text):
    assert numbers(values) == text


@pytest.mark.parametrize(("column", "base", "text"), VECTORS["differences"])
def test_what_is_counted_from_something_is_written_as_differences(column, base, text):
    assert differences(column, base) == text


@pytest.mark.parametrize(("column", "packed"), VECTORS["words"])
def test_of_words_each_is_written_once(column, packed):
    assert words(column) == packed


@pytest.mark.parametrize(("column", "packed"), VECTORS["lists"])
def test_lists_are_written_one_after_the_other(column, packed):
    assert lists(column) == packed


def test_only_columns_and_lines_are_packed(record):
    payload = build_payload(record)
    packed = pack(payload)
    changed = {key for key, part in packed.items() if part != payload[key]}
    assert changed == {"rows", "geometry", "figures", "overview"}
    assert packed["rows"].keys() == payload["rows"].keys() and packed["geometry"].keys() == payload["geometry"].keys()
    assert len(to_json(packed)) < len(to_json(payload))


def test_the_first_part_of_a_large_record_has_no_column_that_the_first_screen_does_without(tmp_path):
    record = load_record(write_record(tmp_path / "record", WHOLE + 1))
    data = data_parts(record)
    assert set(data.later) == set(data.first["later"]) == set(LATER)
    assert not set(data.first["rows"]) & set(LATER)
    assert data.later["id"] == [event.id for event in record.events]
    texts = [event for part in data.texts for event in part]
    assert [event["id"] for event in texts] == data.later["id"]
    assert [event["title"] for event in titles_of(texts)] == [event.title for event in record.events]


def test_a_record_that_is_not_large_has_everything_in_one_part(record):
    data = data_parts(record)
    assert (data.later, list(data.texts)) == ({}, [])
    assert data.first == pack(build_payload(record))
