"""Writing a file: wholly or not at all, and one clear error."""

from __future__ import annotations

import os
import threading

import pytest

from timeline.record import writing
from timeline.record.writing import WriteError, write_atomically


def test_a_new_file_is_what_any_program_would_make_it(tmp_path):
    target, plain = tmp_path / "new.csv", tmp_path / "plain"
    write_atomically(target, b"whole")
    plain.touch()
    assert target.read_bytes() == b"whole"
    assert target.stat().st_mode == plain.stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "old.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)


def test_behind_a_link_the_file_it_leads_to_is_written(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_atomically(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_atomically(pipe, b"whole")
    reader.join(timeout=30)
    assert read == [b"whole"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "it is a folder"),
        ("nowhere/x.csv", "there is no folder"),
        ("file/x.csv", "there is no folder"),
        ("x" * 300, "File name too long"),
        ("null\0", "null"),
    ],
)
def test_what_cannot_be_written_is_one_clear_error(tmp_path, name, reason):
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match=reason) as caught:
        write_atomically(tmp_path / name, b"x")
    assert str(caught.value).startswith("cannot write ")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    target = tmp_path / "old.csv"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "replace", full)
    with pytest.raises(WriteError, match="No space left on device"):
        write_atomically(target, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old.csv", b"old")]


def test_writing_replaces_the_file_at_once_and_keeps_its_permissions(tmp_path):
    file, link = tmp_path / "events.yaml", tmp_path / "link.yaml"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert file.read_text() == "new" and file.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink() and sorted(tmp_path.iterdir()) == [file, link]
