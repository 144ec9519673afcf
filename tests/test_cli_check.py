"""`python -m timeline check`: severities, files of a record, formats, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.rules.rulebook import rules_page

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run():
    """run(argument, …) runs `check` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["check", *map(str, arguments)])


def unsourced(text: str) -> str:
    """The events with a number on line 106 that no claim gives. French writes it out, which only the translation rule
    reads.
    """
    return text.replace("Rocks go to many", "842 rocks go to many").replace(
        "Les roches partent", "Huit cent quarante-deux roches partent"
    )


@pytest.fixture
def doubtful(write_record) -> Path:
    """A record with a warning on line 106 of its events.yaml."""
    return write_record(events=unsourced)


@pytest.fixture
def bad(write_record) -> Path:
    """A record with an error in actors.yaml, one in events.yaml, and a warning."""
    return write_record(
        actors=lambda text: text.replace("country: AU", "country: au"),
        events=lambda text: unsourced(text).replace("kind: decision", "kind: decisoin", 1),
    )


def codes(result) -> list[str]:
    return [
        line.split("[")[1].split("]")[0]
        for line in result.stderr.splitlines()
        if ": error[" in line or ": warning[" in line
    ]


# Warnings


def test_a_warning_is_printed_and_does_not_fail(run, doubtful):
    result = run("--data", doubtful)
    assert result.exit_code == 0
    line, count = result.stderr.splitlines()
    assert line.startswith(f"{doubtful}/events.yaml:106:13: warning[unsourced-number] ")
    assert count == "1 warning found"
    assert result.stdout == "ok: 8 events, 11 claims, 3 sources, 4 actors, 1 warning\n"


def test_with_strict_a_warning_fails(run, doubtful):
    assert run("--data", doubtful, "--strict").exit_code == 1
    assert run("--data", doubtful, "--strict", "--format", "json").exit_code == 1


def test_with_strict_a_good_record_passes(run, write_record):
    assert run("--data", write_record(), "--strict").exit_code == 0


def test_errors_and_warnings_are_counted_apart(run, bad):
    result = run("--data", bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == "2 errors and 1 warning found"
    assert codes(result) == ["unknown-country", "unknown-kind", "unsourced-number"]


def test_json_says_the_severity(run, bad):
    result = run("--data", bad, "--format", "json")
    assert [(item["code"], item["severity"]) for item in json.loads(result.stdout)] == [
        ("unknown-country", "error"),
        ("unknown-kind", "error"),
        ("unsourced-number", "warning"),
    ]


def test_github_annotates_errors_and_warnings(run, bad):
    lines = run("--data", bad, "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning"]
    assert f"file={bad}/events.yaml,line=106,col=13,title=unsourced-number::" in lines[2]


def test_warnings_keep_nothing_else_from_running(doubtful):
    assert CliRunner().invoke(main, ["list", "--data", str(doubtful)]).exit_code == 0
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "timeline", "serve", "--data", str(doubtful), "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        assert server.stdout.readline().startswith("8 events on ")
    finally:
        server.terminate()
        server.wait(timeout=30)


# Files


def test_of_named_files_only_their_problems_are_reported(run, bad):
    assert codes(run(bad / "actors.yaml")) == ["unknown-country"]
    assert codes(run(bad / "events.yaml")) == ["unknown-kind", "unsourced-number"]
    assert codes(run(bad / "events.yaml", bad / "actors.yaml", bad / "events.yaml")) == [
        "unknown-country",
        "unknown-kind",
        "unsourced-number",
    ]
    clean = run(bad / "sources.yaml")
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "ok: 1 file\n", "")


def test_a_file_is_checked_with_all_that_it_refers_to(run, write_record):
    folder = write_record(actors=lambda text: text.replace("id: parkes", "id: parks"))
    assert set(codes(run(folder / "events.yaml"))) == {"unknown-actor"}
    assert run(folder / "settings.yaml").exit_code == 0


def test_a_folder_stands_for_its_record(run, bad):
    assert codes(run(bad)) == ["unknown-country", "unknown-kind", "unsourced-number"]


def test_files_of_several_records_are_checked_each_with_its_own(run, bad, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(ROOT / "tests" / "records" / "good" / "lighthouse", other)
    result = run(bad / "actors.yaml", other / "events.yaml", ROOT / "data" / "events.yaml")
    assert codes(result) == ["unknown-country"]


def test_a_seed_record_belongs_to_the_record_that_names_it(run, tmp_path, monkeypatch):
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    seed = sorted((tmp_path / "seeds").glob("*.yaml"))[0]
    seed.write_text(seed.read_text(encoding="utf-8").replace("language: fr", "language: frr-no"), encoding="utf-8")
    assert codes(run(seed)) == ["unknown-language"]
    monkeypatch.chdir(tmp_path / "seeds")
    result = run(seed.name)
    assert codes(result) == ["unknown-language"] and result.stderr.startswith(seed.name)


def test_a_file_of_no_record_is_wrong_usage(run, write_record, tmp_path):
    folder = write_record()
    (folder / "draft.yaml").write_text("[]\n")
    (tmp_path / "notes.yaml").write_text("[]\n")
    for stray in (folder / "draft.yaml", tmp_path / "notes.yaml", ROOT / "README.md", ROOT / "timeline"):
        result = run(folder / "events.yaml", stray)
        assert result.exit_code == 2
        assert f"{stray}: no record uses this" in result.stderr
    assert run("--data", folder / "draft.yaml", folder / "draft.yaml").exit_code == 0
    assert run(folder / "absent.yaml").exit_code == 2


def test_a_record_that_cannot_be_read_is_said_where_another_file_is_named(run, write_record):
    folder = write_record(settings="title: [\n")
    result = run(folder / "events.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("not checked against the rest of the record, which can't be read: ")
    assert "settings.yaml:1:8: error[yaml-syntax]" in result.stderr


# All at once


def test_problems_of_fields_do_not_hide_those_of_rules(run, write_record):
    folder = write_record(
        actors=lambda text: text.replace("type: person", "type: persona", 1),
        events=lambda text: (
            text.replace("status: reported", "status: reportd", 1)
            .replace("kind: science", "kind: sience", 1)
            .replace("1969-07-16/", "1969-07-76/")
        ),
    )
    result = run("--data", folder)
    # John Kennedy's entry and two events are not valid; what refers to them is not therefore wrong.
    assert codes(result) == ["unknown-word", "unknown-word", "date", "unknown-kind"]


def test_a_registry_that_cannot_be_read_makes_no_other_file_wrong(run, write_record):
    assert codes(run("--data", write_record(actors="- id: [\n"))) == ["yaml-syntax"]
    assert codes(run("--data", write_record(memo=None))) == ["missing-file"]


# Docs, and speed


def test_docs_prints_the_page(run):
    result = run("--docs")
    assert (result.exit_code, result.stdout) == (0, rules_page())


def test_an_actor_that_there_is_not_is_said_where_a_lesson_has_exercises_about_the_event(run, tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    events = tmp_path / "data" / "events.yaml"
    events.write_text(events.read_text("utf-8").replace("vladimir-putin", "vladimir-poutine", 1), encoding="utf-8")
    result = run("--data", tmp_path / "data")
    assert result.exit_code == 1 and "[unknown-actor]" in result.stderr and "1 problem found" in result.stderr


def test_check_loads_neither_pandas_nor_dash():
    """Of a record without exercises, which choose their events by a filter."""
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom timeline.cli import main\n"
        "assert CliRunner().invoke(main, ['check', '--data', 'examples/vesuvius']).exit_code == 0\n"
        "print({'pandas', 'numpy', 'dash', 'plotly', 'flask'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "set()\n", done.stderr
