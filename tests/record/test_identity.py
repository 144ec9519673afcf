"""A record is known again: its `id` names it in calendars and feeds, whatever its title becomes."""

from __future__ import annotations

import re

import pytest

from timeline.publish.exports.atom import atom_feed
from timeline.publish.exports.ics import calendar_ics
from timeline.publish.exports.selection import select_view
from timeline.record.identity import new_id
from timeline.record.load import read_record
from timeline.record.model.fields import SLUG

UIDS = re.compile(r"^UID:(.*)\r$", re.MULTILINE)
URNS = re.compile(r"<id>(.*)</id>")


def ids(record, language: str = "") -> list[str]:
    """Every id by which another program knows the record and its events again."""
    selection = select_view(record, language=language or None)
    calendar, feed = calendar_ics(selection).decode(), atom_feed(selection).decode()
    return [*UIDS.findall(calendar), *URNS.findall(feed)]


def called(title: str, **settings: str) -> dict:
    return {"title": {"en": title}, **settings}


def test_an_id_keeps_what_others_know_when_the_title_changes(make_record):
    before = ids(make_record({"date": "1969"}, settings=called("The Moon", id="small-thing")))
    assert before[0] == "event-1@small-thing"
    assert ids(make_record({"date": "1969"}, settings=called("The Moon landing", id="small-thing"))) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("История моста", "Битва за Москву", id="in Cyrillic"),
        pytest.param("橋の歴史 1742", "城の歴史 1742", id="with a number in Latin digits"),
    ],
)
def test_two_records_without_an_id_are_two_whatever_their_script(make_record, one, other):
    first, second = (ids(make_record({"date": "1969"}, settings=called(title))) for title in (one, other))
    assert not {*first} & {*second}


def test_without_an_id_a_title_in_latin_letters_names_the_record_as_it_always_has(make_record):
    record = make_record({"date": "1969"}, settings=called("L’Œuvre d’un été, 1969"))
    assert ids(record)[0] == "event-1@l-oeuvre-d-un-ete-1969"


def test_the_shipped_records_keep_the_names_that_subscribers_know(record, vesuvius):
    assert ids(record)[0].endswith("@the-2024-russia-north-korea-treaty")
    assert ids(vesuvius)[0].endswith("@l-eruption-du-vesuve-en-79")


def test_check_says_the_line_that_is_missing_and_adding_it_changes_no_id(write_record):
    folder = write_record(settings=lambda text: text.replace("id: the-apollo-programme\n", ""))
    record, problems = read_record(folder, thorough=True)
    (problem,) = problems
    assert (problem.code, problem.severity) == ("no-id", "warning")
    line = re.search("`(id: [^`]+)`, and keep it", problem.hint)[1]
    settings = folder / "settings.yaml"
    settings.write_text(f"{line}\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    again, problems = read_record(folder, thorough=True)
    assert problems == [] and ids(again) == ids(record)


@pytest.mark.parametrize("title", ["The old bridge", "История моста", "?", "x" * 200])
def test_a_new_id_is_a_name_that_no_other_record_has(title):
    assert re.fullmatch(SLUG, new_id(title)) and new_id(title) != new_id(title)
