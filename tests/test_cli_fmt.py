"""`fmt` on the command line: what it writes, prints and exits with."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record import writing
from timeline.record.load import load_record


@pytest.fixture
def run():
    """run(argument, …) runs `fmt` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["fmt", *map(str, arguments)])


def contents(folder) -> dict:
    return {file.name: file.read_bytes() for file in folder.glob("*.yaml")}


def test_it_formats_the_files_of_a_record_once(run, write_record):
    folder = write_record()
    events = sorted(load_record(folder).events, key=lambda event: event.id)
    result = run("--data", folder)
    assert result.exit_code == 0
    named = [line.split("/")[-1] for line in result.output.splitlines() if line.startswith("formatted")]
    assert named == ["settings.yaml", "events.yaml", "memo.yaml"]
    assert result.output.endswith("3 files of 5 formatted\n")
    after = contents(folder)
    assert sorted(load_record(folder).events, key=lambda event: event.id) == events
    again = run("--data", folder)
    assert (again.exit_code, again.output) == (0, "0 files of 5 formatted\n")
    assert contents(folder) == after


def test_a_file_that_is_canonical_is_not_touched(run, write_record):
    folder = write_record()
    run("--data", folder)
    stamps = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    run("--data", folder)
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == stamps


def test_files_may_be_named(run, write_record):
    folder = write_record()
    before = contents(folder)
    result = run(folder / "memo.yaml", "--data", folder)
    assert result.exit_code == 0 and result.output.endswith("1 file of 1 formatted\n")
    assert [name for name, content in contents(folder).items() if content != before[name]] == ["memo.yaml"]


def test_check_names_what_would_change_and_writes_nothing(run, write_record):
    folder = write_record()
    before = contents(folder)
    result = run("--check", "--data", folder)
    assert result.exit_code == 1
    assert [line.split("/")[-1] for line in result.output.splitlines()] == ["settings.yaml", "events.yaml", "memo.yaml"]
    assert contents(folder) == before
    run("--data", folder)
    result = run("--check", "--data", folder)
    assert (result.exit_code, result.output) == (0, "")


def test_diff_shows_what_would_change_and_writes_nothing(run, write_record):
    folder = write_record()
    before = contents(folder)
    result = run("--diff", "--data", folder)
    assert result.exit_code == 0
    assert "-author: ~\n+author: null\n" in result.output
    assert contents(folder) == before
    assert run("--diff", "--check", "--data", folder).exit_code == 1
    run("--data", folder)
    assert run("--diff", "--data", folder).output == ""


def test_a_diff_of_a_file_without_a_last_line_end_is_said_as_diff_says_it(run, tmp_path):
    (tmp_path / "events.yaml").write_text("- id: a")
    assert "-- id: a\n\\ No newline at end of file\n+- id: a\n" in run("--diff", tmp_path / "events.yaml").output


def test_a_file_that_does_not_load_is_left_alone_and_the_others_are_formatted(run, write_record):
    folder = write_record(actors=lambda text: text + "- id: [\n")
    before = contents(folder)
    result = run("--data", folder)
    assert result.exit_code == 1
    assert "actors.yaml:18:7: error[yaml-syntax]" in result.stderr and "1 problem found" in result.stderr
    assert {name for name, content in contents(folder).items() if content == before[name]} == {
        "actors.yaml",
        "sources.yaml",
    }


def test_a_failed_write_is_said_and_leaves_the_file(run, write_record, monkeypatch):
    folder = write_record()
    before = contents(folder)

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "replace", fail)
    result = run("--data", folder)
    assert result.exit_code == 1 and "No space left on device" in result.stderr
    assert contents(folder) == before


def test_windows_line_ends_and_byte_order_marks_go(run, write_record):
    folder = write_record(events=lambda text: "\ufeff" + text.replace("\n", "\r\n"))
    assert run("--data", folder).exit_code == 0
    content = (folder / "events.yaml").read_bytes()
    assert b"\r" not in content and content.startswith(b"- id: landing-before-1970\n")


@pytest.mark.parametrize("arguments", [["no-such-file.yaml"], ["--no-such-option"], ["tests"]])
def test_wrong_usage_exits_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_a_record_that_is_not_there(run, tmp_path):
    result = run("--data", tmp_path)
    assert result.exit_code == 1 and "error[missing-file]" in result.stderr
