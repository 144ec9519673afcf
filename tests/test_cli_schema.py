"""`schema` prints or writes the JSON Schema of events.yaml and the field reference."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.edit.schemas import known_at
from timeline.record.load import read_record
from timeline.record.model.reference import field_reference
from timeline.record.model.schema import FILES, schema, schema_text


@pytest.fixture
def run():
    """run(argument, …) runs `schema` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["schema", *map(str, arguments)])


def test_it_prints_a_schema_for_any_record(run):
    result = run()
    assert (result.exit_code, json.loads(result.stdout)) == (0, schema("event"))
    assert not [name for name in schema("event")["$defs"] if name.endswith("-id")]


def test_with_a_record_it_knows_its_kinds_and_languages(run, write_record):
    for path in (write_record(), write_record() / "events.yaml"):
        parts = json.loads(run("--data", path).stdout)["$defs"]
        assert parts["kind-id"]["enum"] == ["decision", "mission", "science"]
        assert parts["Event"]["properties"]["kind"]["$ref"] == "#/$defs/kind-id"
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
    assert (tmp_path / "event.json").read_bytes().decode() == schema_text("event")


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


@pytest.mark.parametrize("name", FILES)
def test_there_is_one_for_each_file(run, write_record, name):
    assert run("--of", name).stdout == schema_text(name)
    folder = write_record()
    assert run("--of", name, "--data", folder).stdout == schema_text(name, known_at(folder))


def test_with_a_record_that_of_a_lesson_knows_its_events(run, write_record):
    made = json.loads(run("--of", "lesson", "--data", write_record()).stdout)
    assert "lunar-goal" in made["$defs"]["event-id"]["enum"]
    assert made["properties"]["title"]["required"] == ["en", "fr"]


# Beside the record


@pytest.fixture
def beside(run, write_record):
    """A record with its schemas beside it."""
    folder = write_record()
    assert run("--write", "--data", folder).exit_code == 0
    return folder


def test_write_puts_them_beside_the_record_and_leads_editors_there(run, beside):
    assert sorted(file.name for file in (beside / "schema").iterdir()) == [
        "actor.json",
        "event.json",
        "settings.json",
        "source.json",
    ]
    for key, name in {"events": "event", "actors": "actor", "sources": "source", "settings": "settings"}.items():
        first = (beside / f"{key}.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schema/{name}.json"
        assert (beside / "schema" / f"{name}.json").read_text(encoding="utf-8") == schema_text(name, known_at(beside))
    assert read_record(beside)[1] == []
    assert run("--write", "--data", beside).stdout == "the schemas are those of the record already\n"


def test_what_changes_the_record_brings_them_up_to_date(beside):
    def events() -> list[str]:
        return json.loads((beside / "schema" / "event.json").read_bytes())["$defs"]["source-id"]["enum"]

    file = beside / "sources.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}- id: almanac\n  name: {{en: Almanac, fr: Almanach}}\n  type: book\n", encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", "--data", str(beside)])
    assert "events.yaml:1:1: warning[stale-schema]" in checked.stderr and "timeline fmt` writes it" in checked.stderr
    assert "almanac" not in events()
    formatted = CliRunner().invoke(main, ["fmt", "--data", str(beside)])
    assert "schema/event.json" in formatted.stdout and "almanac" in events()
    assert "stale-schema" not in CliRunner().invoke(main, ["check", "--data", str(beside)]).stderr


def test_the_schema_of_another_record_is_named_and_left_alone(run, beside, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(beside, other, ignore=shutil.ignore_patterns("schema"))
    for name, was, now in (("settings", "the-apollo-programme", "another"), ("events", "schema/", "../record/schema/")):
        file = other / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(was, now, 1), encoding="utf-8")
    theirs = (beside / "schema" / "event.json").read_bytes()
    checked = CliRunner().invoke(main, ["check", "--data", str(other)])
    assert "stale-schema" in checked.stderr and "schema --write` writes it" in checked.stderr
    CliRunner().invoke(main, ["fmt", "--data", str(other)])
    assert (beside / "schema" / "event.json").read_bytes() == theirs
    assert run("--write", "--data", other).exit_code == 0
    assert (beside / "schema" / "event.json").read_bytes() == theirs
    assert (
        (other / "events.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=schema/event")
    )


def test_write_needs_a_record(run, tmp_path):
    for arguments in (["--write"], ["--write", "--docs"], ["--write", "--data", "data", "--out", tmp_path / "a.json"]):
        assert run(*arguments).exit_code == 2
