"""Names of files that lead elsewhere or nowhere, and characters that mean something to a terminal or another format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.publish.exports.csv import cell
from timeline.record.edit.canon import record_files
from timeline.record.load import read_record
from timeline.view.app import build_app

from .full_record import value_at, with_value, write

ROOT = Path(__file__).parents[2]
APOLLO = ROOT / "tests" / "records" / "good" / "apollo"


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(APOLLO, tmp_path / "around" / "record"))


def naming(folder: Path, record: str) -> Path:
    """The record with another file for its document, written in YAML's own quotes."""
    file = folder / "sources.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("memo.yaml", record), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "record", ["/etc/passwd", "../../secret.yaml", "../secret.yaml", "../seeds/../secret.yaml", "link.yaml", '"a\\0b"']
)
def test_a_document_outside_the_record_is_a_problem_with_its_line(folder, record):
    secret = folder.parent / "secret.yaml"
    secret.write_text("secret:   1\n")
    (folder / "link.yaml").symlink_to(secret)
    loaded, problems = read_record(naming(folder, record), thorough=True)
    assert loaded is None
    found = [problem for problem in problems if problem.code in ("seed-record", "yaml-syntax")]
    assert found and found[0].line == 6 and "secret:" not in "".join(map(str, problems))
    result = CliRunner().invoke(main, ["fmt", "--data", str(folder)])
    assert secret.read_text() == "secret:   1\n"
    assert not isinstance(result.exception, (OSError, ValueError, RuntimeError))


def test_documents_in_the_folder_beside_are_the_record_s_own(folder):
    seeds = folder.parent / "seeds"
    seeds.mkdir()
    (folder / "memo.yaml").rename(seeds / "memo.yaml")
    record, problems = read_record(naming(folder, "../seeds/memo.yaml"))
    assert record is not None and problems == []
    assert (folder / "../seeds/memo.yaml",) == tuple(file for file, _ in record_files(folder) if "seeds" in str(file))


@pytest.mark.parametrize("name", ["events.yaml", "sources.yaml", "memo.yaml", "settings.yaml"])
@pytest.mark.parametrize("command", ["check", "fmt", "list", "schema", "verify"])
def test_a_circle_of_links_is_a_problem(folder, name, command):
    (folder / name).unlink()
    (folder / name).symlink_to(folder / "other")
    (folder / "other").symlink_to(folder / name)
    result = CliRunner().invoke(main, [command, "--data", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_a_character_that_no_text_may_hold_is_found_behind_an_escape_too(tmp_path, character):
    write(with_value(("events", 0, "summary"), {"en": f"a{character}b", "fr": "x"}), tmp_path)
    file = tmp_path / "events.yaml"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")), indent=0))  # with escapes
    record, problems = read_record(tmp_path)
    assert record is None and [problem.code for problem in problems] == ["yaml-syntax"]
    assert f"U+{ord(character[0]):04X}" in problems[0].message and problems[0].line > 1
    result = CliRunner().invoke(main, ["check", "--data", str(tmp_path)])
    assert result.exit_code == 1 and character[0] not in result.output.replace("\n", "")


@pytest.mark.parametrize("character", ["\u202e", "\xad", "\u200b"])
def test_a_character_that_nobody_sees_is_warned_of_behind_an_escape_too(tmp_path, character):
    write(with_value(("events", 0, "summary"), {"en": f"a{character}b", "fr": f"a{character}b"}), tmp_path)
    written = [problem for problem in read_record(tmp_path, thorough=True)[1] if problem.code == "hidden-character"]
    file = tmp_path / "events.yaml"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")), indent=0))
    escaped = [problem for problem in read_record(tmp_path, thorough=True)[1] if problem.code == "hidden-character"]
    assert len(written) == 2
    assert [(problem.line, problem.message) for problem in written] == [
        (problem.line, problem.message) for problem in escaped
    ]


@pytest.mark.parametrize("text", ["a;=1+1", "a;-1", ";@x", 'a;"=1+1', "=1;=2"])
def test_no_cell_is_a_formula_where_lines_are_split_at_semicolons(text):
    parts = cell(text).split(";")
    assert not any(part.lstrip('"').startswith(("=", "+", "-", "@")) for part in parts)
    assert cell("a; b - c") == "a; b - c"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [["list"], ["check", "--docs"], ["export", "csv"]])
def test_a_full_disk_behind_stdout_is_a_message(arguments):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "timeline", *arguments]
        result = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == "Error: cannot write the output: No space left on device\n"


def test_the_environment_of_another_dash_app_does_not_break_the_start(apollo, monkeypatch):
    for name in ("DASH_URL_BASE_PATHNAME", "DASH_ROUTES_PATHNAME_PREFIX", "DASH_REQUESTS_PATHNAME_PREFIX"):
        monkeypatch.setenv(name, f"/{name.lower()}/")
    assert build_app(apollo).server.test_client().get("/").status_code == 200
    assert os.environ["DASH_URL_BASE_PATHNAME"]
    assert value_at(("events",))
