"""However large a list, map or reference is, a thousand problems are reported, with work proportional to the file.

Work is counted in calls, which are the same on every machine, and compared with that for a smaller file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from timeline.record.load import read_record
from timeline.record.model.model import Actor, Event, Seed, Source
from timeline.record.model.settings import Settings
from timeline.record.problems.problem import MAX_PROBLEMS

from .full_record import FULL, write
from .large_records import Record, large_records, paths_of

MANY, FEW = 400, 100
# What cost work in proportion to the square of the file, or more, before this test was written.
SQUARES = (
    "events.0.claims: one entry again and again",
    "events.0.claims: empty maps",
    "events.0.actors: one entry again and again",
    "settings.languages: one entry again and again",
    "many claims on many sides",
    "many claims, and sides of unknown ones",
    "a circle of origins",
    "many actors, and as many unknown",
    "many sources of one document",
    "many claims of many paragraphs",
    "one language again and again, and texts without another",
    "claims on times",
    "claims on all years",
)


def read(record: Record, folder: Path) -> tuple[int, int]:
    """How many problems a record has, and how many calls of functions it took to find them."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    write(record, folder)
    sys.setprofile(count)
    try:
        _, problems = read_record(folder, thorough=True)
    finally:
        sys.setprofile(None)
    return len(problems), calls


def test_the_record_that_the_attacks_start_from_has_every_field_and_no_problem(tmp_path):
    given = {str(step) for path in paths_of(FULL) for step in path}
    assert not {field for model in models_of(Settings, Actor, Source, Event, Seed) for field in model.model_fields} - {
        *given,
        *(key for event in FULL["events"] for key in event),
        *(key for claim in FULL["events"][0]["claims"] for key in (*claim, *claim["figure"], *claim["figures"][0])),
        *(key for amount in FULL["events"][0]["claims"][0]["figures"] for key in amount),
    }
    record, problems = read_record(write(FULL, tmp_path))
    assert record is not None and problems == []


def test_no_large_record_has_more_than_a_thousand_problems(tmp_path):
    found = {name: read(record, tmp_path / str(turn))[0] for turn, (name, record) in enumerate(large_records(25))}
    assert len(found) > 200
    assert max(found.values()) <= MAX_PROBLEMS + 1


@pytest.mark.parametrize("name", SQUARES)
def test_the_work_grows_with_the_file_and_not_with_its_square(tmp_path, name):
    few, many = (next(record for key, record in large_records(n) if key == name) for n in (FEW, MANY))
    problems, small = read(few, tmp_path / "few")
    more, large = read(many, tmp_path / "many")
    assert max(problems, more) <= MAX_PROBLEMS + 1
    assert large < 1.5 * (MANY / FEW) * small, (small, large)


def models_of(*models: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models and all that they are made of."""
    for model in models:
        yield model
        for field in model.model_fields.values():
            yield from models_of(*parts_of(field.annotation))


def parts_of(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)
