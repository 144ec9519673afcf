"""Two who write one file at once: both changes are there, or one of the two is told that nothing was written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record import writing
from timeline.record.edit import skeleton
from timeline.record.load import load_record
from timeline.record.writing import DRAFT, WriteError, editing, write_atomically

APOLLO = Path(__file__).parents[1] / "records" / "good" / "apollo"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(APOLLO, tmp_path / "record"))


def new(folder: Path, title: str) -> list[str]:
    flags = {
        "--data": str(folder),
        "--date": "1969-07-20",
        "--kind": "mission",
        "--status": "reported",
        "--source": "nasa",
        "--url": "https://example.org/a",
        "--id": title.lower().replace(" ", "-"),
    }
    texts = [
        ("--title", f"en={title}"),
        ("--title", f"fr={title}"),
        ("--summary", "en=It is."),
        ("--summary", "fr=Oui."),
    ]
    says = [("--says", "en=It is."), ("--says", "fr=Oui.")]
    return ["new", "--no-input", *(word for pair in (*flags.items(), *texts, *says) for word in pair)]


def test_of_events_added_at_once_none_is_lost(folder):
    before = len(load_record(folder).events)
    commands = [[sys.executable, "-m", "timeline", *new(folder, f"Event {number}")] for number in range(3)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for command in commands]
    added = [process.wait(timeout=120) for process in running].count(0)
    assert added == 3
    assert len(load_record(folder).events) == before + added


@pytest.mark.parametrize("command", ["new", "fmt"])
def test_what_an_editor_saves_in_the_meantime_is_kept(folder, monkeypatch, command):
    file = folder / "events.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: established", "status:   established", 1))
    saved = file.read_text(encoding="utf-8") + "# saved by an editor\n"
    written_beside = writing.written_beside

    def meanwhile(path, content):
        if path == file:
            file.write_text(saved, encoding="utf-8")
        return written_beside(path, content)

    monkeypatch.setattr(writing, "written_beside", meanwhile)
    monkeypatch.setattr(skeleton, "written_beside", meanwhile)
    arguments = new(folder, "An event") if command == "new" else ["fmt", "--data", str(folder)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1 and "it was changed at the same time" in result.output
    assert file.read_text(encoding="utf-8") == saved
    assert not list(folder.glob(".*"))


def test_a_file_that_holds_something_else_by_now_is_left_as_it_is(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"theirs")
    with pytest.raises(WriteError, match="changed at the same time"):
        write_atomically(file, b"ours", was=b"before")
    assert file.read_bytes() == b"theirs"
    write_atomically(file, b"ours", was=b"theirs")
    assert file.read_bytes() == b"ours"


def test_a_command_waits_for_another_and_gives_up_in_the_end(folder, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    with editing(folder), pytest.raises(WriteError, match="another command"), editing(folder / "." / "."):
        pass
    with editing(folder):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows does not say which processes run")
def test_drafts_that_a_kill_left_are_swept_and_others_are_not(tmp_path):
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        alive = tmp_path / f"{DRAFT}{other.pid}-x.yaml"
        alive.write_text("being written")
        with subprocess.Popen([sys.executable, "-c", ""]) as ended:
            ended.wait()
        left = tmp_path / f"{DRAFT}{ended.pid}-x.yaml"
        left.write_text("half")
        write_atomically(tmp_path / "a.yaml", b"whole")
        assert not left.exists() and alive.exists()
        other.kill()
        other.wait()
