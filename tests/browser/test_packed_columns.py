"""What Python packs of the page's data, the browser reads as it was."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from timeline.view.packing import differences, lists, numbers, pack, words
from timeline.view.payload import build_payload

VECTORS = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "packing.json").read_text(encoding="utf-8"))
READ = """(packing, given) => ({
  numbers: given.numbers.map((text) => packing.numbers(text)),
  differences: given.differences.map(([base, text]) => packing.sums(text, base)),
  words: given.words.map((packed) => packing.words(packed)),
  lists: given.lists.map((packed) => packing.words(packed)) })"""
PARTS = ("rows", "geometry", "overview")
UNPACK = """({ unpack }, data) => {
  const { rows, geometry, figures, overview } = unpack(data);
  return { rows: { ...rows }, geometry: { ...geometry }, figures: { ...figures }, overview };
}"""


@pytest.fixture
def read(modules):
    """read(given) has the browser read packed columns, by how they are packed."""
    return lambda given: modules("state/packing.js")(READ, given)


def test_the_vectors_hold_in_the_browser(read):
    given = {
        "numbers": [text for _, text in VECTORS["numbers"]],
        "differences": [[base, text] for _, base, text in VECTORS["differences"]],
        "words": [packed for _, packed in VECTORS["words"]],
        "lists": [packed for _, packed in VECTORS["lists"]],
    }
    assert read(given) == {kind: [case[0] for case in VECTORS[kind]] for kind in given}


def test_any_column_comes_back_as_it_was(read):
    chance = random.Random(17)

    def number():
        return chance.choice([None, 0, chance.randint(-20, 20), chance.randint(-4_400_000, 2_940_000)])

    def word():
        return chance.choice(["", "a", "é", "<b>", '"\\', "東", *map(str, range(chance.choice([1, 90])))])

    def column(cell):
        return [cell() for _ in range(chance.randint(0, 40))]

    columns = {
        "numbers": [column(number) for _ in range(150)],
        "differences": [column(number) for _ in range(150)],
        "words": [column(word) for _ in range(150)],
        "lists": [column(lambda: [word() for _ in range(chance.randint(0, 3))]) for _ in range(150)],
    }
    bases = [chance.choice([None, [number() for _ in some]]) for some in columns["differences"]]
    pairs = zip(columns["differences"], bases, strict=True)
    given = {
        "numbers": [numbers(some) for some in columns["numbers"]],
        "differences": [[base, differences(some, base)] for some, base in pairs],
        "words": [words(some) for some in columns["words"]],
        "lists": [lists(some) for some in columns["lists"]],
    }
    assert read(given) == columns


@pytest.mark.parametrize("name", ["record", "apollo", "vesuvius", "rome"])
def test_the_page_has_the_columns_and_lines_of_a_record(request, modules, name):
    payload = json.loads(json.dumps(build_payload(request.getfixturevalue(name))))
    found = modules("state/packing.js")(UNPACK, json.loads(json.dumps(pack(payload))))
    assert [found[part] for part in PARTS] == [payload[part] for part in PARTS]
    for theme, figure in payload["figures"].items():
        for trace, before in zip(found["figures"][theme]["data"], figure["data"], strict=True):
            if "x" in before and name != "rome":  # Python's own dates begin with the year 1
                trace["x"] = [None if ms is None else iso(ms) for ms in trace["x"]]
                assert trace == before
        assert found["figures"][theme]["layout"] == figure["layout"]


def test_columns_that_are_not_packed_are_left_as_they_are(record, modules):
    payload = json.loads(json.dumps(build_payload(record)))
    found = modules("state/packing.js")(UNPACK, payload)
    assert found == {part: payload[part] for part in found}


def iso(ms: float) -> str:
    """The day of a time in ms since 1970."""
    return (date(1970, 1, 1) + timedelta(milliseconds=ms)).isoformat()
