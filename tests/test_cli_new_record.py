"""`new-record` writes the files of a timeline to start from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.installed import STARTER
from timeline.record.edit.canon import format_file, record_files
from timeline.record.load import read_record
from timeline.record.writing import DRAFT

FILES = [".gitignore", "README.md", "actors.yaml", "events.yaml", "settings.yaml", "sources.yaml"]
FOLDERS = [".vscode", "schema"]


@pytest.fixture
def run():
    """run(argument, …) runs `new-record` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["new-record", *map(str, arguments)])


def test_it_writes_a_record_without_a_warning_in_canonical_form(run, tmp_path):
    result = run(tmp_path / "mine")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(file.name for file in (tmp_path / "mine").iterdir()) == sorted([*FILES, *FOLDERS])
    assert read_record(tmp_path / "mine", thorough=True)[1] == []
    changed = [file for file, kind in record_files(tmp_path / "mine") if format_file(file, ["en"], kind).changed]
    assert changed == []


@pytest.mark.parametrize(("name", "begins"), [("My town", "my-town"), ("летопись", "timeline")])
def test_each_new_record_has_an_id_of_its_own_by_the_name_of_its_folder(run, tmp_path, name, begins):
    ids = set()
    for folder in (tmp_path / "one" / name, tmp_path / "two" / name):
        run(folder)
        ids.add(re.search(f"^id: ({begins}-[0-9a-f]{{8}}) ", (folder / "settings.yaml").read_text("utf-8"), re.M)[1])
    assert len(ids) == 2


def test_it_says_what_it_wrote_and_what_comes_next(run, tmp_path):
    *written, editors, following, command = run(tmp_path / "mine").stdout.splitlines()
    assert editors == f"written: {tmp_path}/mine/.vscode/extensions.json and {tmp_path}/mine/schema/, for editors"
    assert written == [f"written: {tmp_path}/mine/{name}" for name in FILES]
    assert (following, command) == ("Next:", f"  python -m timeline serve --reload --data {tmp_path}/mine")


def test_every_file_explains_itself():
    assert all(file.read_text(encoding="utf-8").startswith("# ") for file in STARTER.iterdir())


def test_the_readme_needs_no_clone_and_names_commands_that_exist(run, tmp_path):
    run(tmp_path / "mine")
    text = (tmp_path / "mine" / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"python -m timeline ([\w-]+)", text))
    assert {"serve", "check", "new", "fmt", "export"} <= commands <= set(main.list_commands(None))
    assert re.search(r"\bmake [a-z]+`|\$program|\.venv", text) is None


def test_git_ignores_what_a_command_leaves_behind_that_is_ended_while_it_writes(run, tmp_path):
    folder = tmp_path / "mine"
    run(folder)
    (folder / f"{DRAFT}x1").touch()
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    left = [*FILES, *(f"{name}/" for name in FOLDERS)]
    assert sorted(status.stdout.split()[1::2]) == sorted(left)


def test_an_empty_folder_is_filled(run, tmp_path):
    assert run(tmp_path).exit_code == 0


def test_a_folder_that_holds_something_is_refused(run, tmp_path):
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    result = run(tmp_path)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: `{tmp_path}` is not empty; name a new folder"
    assert [file.name for file in tmp_path.iterdir()] == ["letters.txt"]


def test_a_file_is_refused(run, tmp_path):
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    assert run(tmp_path / "letters.txt").exit_code == 2


def test_a_folder_that_cannot_be_written_is_one_error(run, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = run(tmp_path / "mine")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: cannot write into {tmp_path}/mine: No space left on device\n",
    )
