"""Lessons: files beside the record that are read, formatted, compared and begun; and the three that are shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.query.addresses import RULES
from timeline.record.compare.diff import changes
from timeline.record.edit.canon import format_file, format_text, kind_of
from timeline.record.edit.lesson_skeleton import lesson_text
from timeline.record.load import load_record, read_record
from timeline.record.model.lesson import EXERCISE_TYPES, MAY_HAVE, NEEDS, STEP_KINDS, WORDS, Lesson, Step
from timeline.record.problems.problem import RecordError
from timeline.record.read.nodes import read_yaml

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("how-many-soldiers", "morning-in-the-newsroom", "treaty-into-force")
WALK = """\
title: {en: To the Moon, fr: Vers la Lune}
audience: {en: Ages 14 to 18, fr: De 14 à 18 ans}
minutes: 45
aims: [{en: Read a date., fr: Lire une date.}]
steps:
  - {kind: text, say: {en: Look., fr: Regardez.}}
  - {kind: event, event: lunar-goal, claims: [c2], say: {en: Who?, fr: Qui ?}, notes: {en: Wait., fr: Attendre.}}
"""


@pytest.fixture
def walk(write_record):
    """The folder of a record with the lesson `walk`."""
    return write_record(**{"lessons/walk": WALK})


# Reading


def test_a_lesson_is_called_by_its_file_and_stands_beside_the_events(walk):
    record = load_record(walk)
    assert list(record.lessons) == ["walk"]
    lesson = record.lessons["walk"]
    assert (lesson.minutes, lesson.title["fr"]) == (45, "Vers la Lune")
    assert [(step.kind, step.event, step.claims) for step in lesson.steps] == [
        ("text", None, ()),
        ("event", "lunar-goal", ("c2",)),
    ]


def test_without_lessons_a_record_is_what_it_was(write_record, apollo, walk):
    assert apollo.lessons == {}
    assert load_record(walk).events == apollo.events
    (walk / "lessons" / "walk.yaml").unlink()
    assert load_record(walk).hash == apollo.hash  # an empty folder says nothing


def test_lessons_count_in_the_hash_and_their_form_does_not(walk, apollo):
    file, before = walk / "lessons" / "walk.yaml", load_record(walk).hash
    assert before != apollo.hash
    file.write_bytes(format_file(file, ("en", "fr")).after)
    assert load_record(walk).hash == before
    file.rename(file.with_stem("stroll"))
    assert load_record(walk).hash != before
    file.with_stem("stroll").write_text(WALK.replace("Look.", "See."), encoding="utf-8")
    assert load_record(walk).hash != before


def test_only_yaml_files_of_the_folder_are_lessons(walk):
    (walk / "lessons" / "README.md").write_text("# Ours\n")
    assert list(load_record(walk).lessons) == ["walk"]


def test_a_lesson_with_an_error_keeps_the_record_from_being_used(walk):
    file = walk / "lessons" / "walk.yaml"
    file.write_text(WALK.replace("event: lunar-goal", "event: lunar-gaol"), encoding="utf-8")
    with pytest.raises(RecordError, match=r"walk\.yaml:7:19: error\[unknown-event\] .*did you mean `lunar-goal`"):
        load_record(walk)


def test_an_address_that_is_not_understood_is_the_business_of_check_alone(walk):
    file = walk / "lessons" / "walk.yaml"
    file.write_text(WALK + "  - {kind: view, view: viiew=list, say: {en: Look., fr: Regardez.}}\n", encoding="utf-8")
    assert read_record(walk)[1] == []
    record, [problem] = read_record(walk, thorough=True, further=RULES)
    assert record is None and (problem.code, problem.line, problem.column) == ("view-address", 8, 18)
    assert problem.hint == "did you mean `view`?"


def test_the_languages_of_a_lesson_are_compared_as_those_of_the_events(walk):
    file = walk / "lessons" / "walk.yaml"
    file.write_text(WALK.replace("Wait.", "Wait 30 seconds."), encoding="utf-8")
    [problem] = read_record(walk, thorough=True)[1]
    assert (problem.code, problem.path) == ("translation", "lesson:walk.steps[1].notes")


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_every_kind_of_step_says_what_it_needs_and_may_have(kind):
    fields = {*NEEDS[kind], *MAY_HAVE[kind]}
    assert fields <= set(Step.model_fields) - set(WORDS)


# Formatting and comparing


def test_a_lesson_is_formatted_with_a_blank_line_between_its_steps(walk):
    text = format_text(WALK, Lesson, ("en", "fr"))
    assert "aims:\n  - en: Read a date.\n    fr: Lire une date.\nsteps:\n  - kind: text\n" in text
    assert "      fr: Regardez.\n\n  - kind: event\n    event: lunar-goal\n    claims: [c2]\n    say:\n" in text
    assert format_text(text, Lesson, ("en", "fr")) == text


@pytest.mark.parametrize("name", ["lessons/walk.yaml", "walk.yaml"])
def test_a_lesson_is_known_by_its_folder_or_its_keys(tmp_path, name):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(WALK, encoding="utf-8")
    assert kind_of(file, read_yaml(file)[0]) is Lesson


def test_what_changes_in_a_lesson_is_said(walk, apollo):
    before = load_record(walk)
    file = walk / "lessons" / "walk.yaml"
    file.write_text(WALK.replace("minutes: 45", "minutes: 50").replace("Lire une", "Lire la"), encoding="utf-8")
    assert [str(change) for change in changes(apollo, before)] == ["walk: lesson added: To the Moon"]
    assert [str(change) for change in changes(before, load_record(walk))] == [
        "walk: minutes of the lesson changed from 45 to 50",
        "walk: aims of the lesson: “Read a date.” added, “Read a date.” removed",
    ]


# Beginning one


def test_a_new_lesson_is_valid_formatted_and_has_everything_still_to_be_written(write_record, apollo):
    text = lesson_text(apollo)
    folder = write_record(**{"lessons/new": text})
    record, problems = read_record(folder, thorough=True, further=RULES)
    assert record and {problem.code for problem in problems} == {"unwritten-text"}
    assert {step.kind for step in record.lessons["new"].steps} == set(STEP_KINDS)
    assert not format_file(folder / "lessons" / "new.yaml", ("en", "fr")).changed


def test_a_new_lesson_has_no_newsroom_where_no_day_of_a_claim_is_known(make_record):
    kinds = re.findall("kind: (.+)", lesson_text(make_record({"date": "1969"}, languages=("en", "no"))))
    assert "newsroom" not in kinds and "event" in kinds


# The three that are shipped


def test_three_lessons_are_shipped(record):
    assert tuple(record.lessons) == SHIPPED


@pytest.mark.parametrize("key", SHIPPED)
def test_a_shipped_lesson_has_12_to_20_steps_and_is_canonical(record, key):
    lesson = record.lessons[key]
    assert 12 <= len(lesson.steps) <= 20
    assert not format_file(ROOT / "data" / "lessons" / f"{key}.yaml", record.settings.languages).changed


@pytest.mark.parametrize("key", SHIPPED)
def test_every_step_of_a_shipped_lesson_has_words_for_the_teacher(record, key):
    assert [
        number for number, step in enumerate(record.lessons[key].steps) if not step.notes and not step.exercise
    ] == []


@pytest.mark.parametrize("key", SHIPPED)
def test_a_shipped_lesson_quotes_no_more_than_20_words(record, key):
    texts = [text for step in record.lessons[key].steps for text in (step.say, step.answer, step.notes) if text]
    quotes = [quote for text in texts for words in text.values() for quote in re.findall("[“«]([^”»]+)[”»]", words)]
    assert all(len(quote.split()) <= 20 for quote in quotes)


def test_together_they_have_every_kind_of_step(record):
    steps = [step for lesson in record.lessons.values() for step in lesson.steps]
    assert {step.kind for step in steps} == set(STEP_KINDS)
    assert {step.exercise for step in steps if step.exercise} <= set(EXERCISE_TYPES)


def test_the_newsroom_goes_forward_without_a_gap(record):
    days = [(s.start, s.end) for s in record.lessons["morning-in-the-newsroom"].steps if s.kind == "newsroom"]
    assert len(days) > 5
    assert [str(start) for start, _ in days[1:]] == [str(end) for _, end in days[:-1]]
