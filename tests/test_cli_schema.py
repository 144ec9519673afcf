"""`schema` prints or writes the JSON Schema of events.yaml and the field reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.model.schema import event_schema, field_reference, lesson_schema, schema_text


@pytest.fixture
def run():
    """run(argument, …) runs `schema` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["schema", *map(str, arguments)])


def test_it_prints_a_schema_for_any_record(run):
    result = run()
    assert (result.exit_code, json.loads(result.stdout)) == (0, event_schema())
    assert "enum" not in event_schema()["$defs"]["Event"]["properties"]["kind"]


def test_with_a_record_it_knows_its_kinds_and_languages(run, write_record):
    for path in (write_record(), write_record() / "events.yaml"):
        parts = json.loads(run("--data", path).stdout)["$defs"]
        assert parts["Event"]["properties"]["kind"]["enum"] == ["decision", "mission", "science"]
        assert parts["Event"]["properties"]["title"]["required"] == ["en", "fr"]


def test_events_with_problems_do_not_matter(run, write_record):
    assert run("--data", write_record(events="- broken: [")).exit_code == 0


def test_settings_with_problems_are_reported(run, write_record):
    result = run("--data", write_record(settings=lambda text: text.replace("window: mission", "windw: mission")))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[unknown-field]" in result.stderr and "2 problems found" in result.stderr


def test_it_writes_a_file(run, tmp_path):
    result = run("--out", tmp_path / "event.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "event.json").read_bytes().decode() == schema_text()


def test_it_writes_the_field_reference(run, tmp_path):
    assert run("--docs").stdout == field_reference()
    run("--docs", "--out", tmp_path / "fields.md")
    assert (tmp_path / "fields.md").read_bytes().decode() == field_reference()


def test_a_file_that_cannot_be_written_is_named(run, tmp_path):
    result = run("--out", tmp_path / "nowhere" / "event.json")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: cannot write {tmp_path}/nowhere/event.json: there is no folder {tmp_path}/nowhere\n",
    )


def test_a_folder_to_write_to_is_wrong_usage(run, tmp_path):
    assert run("--out", tmp_path).exit_code == 2


# The schema of a lesson


def test_it_prints_the_schema_of_a_lesson(run):
    result = run("--lesson")
    assert (result.exit_code, json.loads(result.stdout)) == (0, lesson_schema())


def test_with_a_record_the_schema_of_a_lesson_knows_its_events_and_languages(run, write_record):
    schema = json.loads(run("--lesson", "--data", write_record()).stdout)
    assert "lunar-goal" in schema["$defs"]["Step"]["properties"]["event"]["enum"]
    assert schema["properties"]["title"]["required"] == ["en", "fr"]


def test_the_committed_schema_of_a_lesson_is_up_to_date(run):
    file = Path(__file__).parents[1] / "schema" / "lesson.json"
    wanted = run("--lesson", "--data", "data").stdout
    assert file.read_text(encoding="utf-8") == wanted, "run: timeline schema --lesson --data data > schema/lesson.json"
