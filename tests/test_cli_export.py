"""`export`: every format to a file or to stdout. Exit codes: 0 ok, 1 problems, 2 wrong usage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.commands.export import export
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.record.load import load_record

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run():
    """run(argument, …) runs `export` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_every_format_of_the_table_is_a_command():
    assert set(FORMATS) <= set(export.commands)
    assert all(export.commands[name].help for name in FORMATS)


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("query", ["", "kind=mission&lang=fr", "asof=1969-08-01", "window=1969-07-01/1969-07-31"])
def test_the_file_and_stdout_hold_what_the_view_leaves(run, write_record, tmp_path, form, query):
    data, target = write_record(), tmp_path / "out"
    wanted = FORMATS[form].make(select_view(load_record(data), query))
    assert run(form, "--data", data, "--filter", query, "-o", target).stdout_bytes == b""
    printed = run(form, "--data", data, "--filter", query)
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert target.read_bytes() == printed.stdout_bytes == wanted


def test_a_dash_is_stdout(run, write_record):
    data = write_record()
    assert run("csv", "--data", data, "-o", "-").stdout_bytes == run("csv", "--data", data).stdout_bytes


def test_the_table_has_a_mark_other_rows_and_links_when_asked(run, write_record):
    result = run(
        "csv", "--data", write_record(), "--bom", "--rows", "claims", "--lang", "fr", "--base", "https://example.org/"
    )
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfevent,claim,")
    assert b",https://example.org/?event=lunar-goal&lang=fr\r\n" in result.stdout_bytes


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize(
    "options", [["--filter", "actor=nobody"], ["--filter", "colour=red&kind=science"], ["--lang", "ko"]]
)
def test_a_filter_that_is_not_understood_is_refused_and_nothing_written(run, write_record, tmp_path, form, options):
    result = run(form, "--data", write_record(), *options, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("Error: ") == 1 and f"Error: {options[0]}: there is no " in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_bad_record_is_refused_with_its_problems_and_nothing_is_written(run, write_record, tmp_path):
    data = write_record(events=lambda text: text.replace("kind: decision", "kind: decisoin", 1))
    result = run("ics", "--data", data, "-o", tmp_path / "out.ics")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no kind `decisoin`" in result.stderr
    assert not (tmp_path / "out.ics").exists()


def test_a_missing_record_is_refused(run, tmp_path):
    result = run("csv", "--data", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "there is no `" in result.stderr


@pytest.mark.parametrize(("name", "reason"), [("nowhere/x.csv", "there is no folder"), ("record", "it is a folder")])
def test_a_file_that_cannot_be_written_is_one_clear_line(run, write_record, tmp_path, name, reason):
    result = run("csv", "--data", write_record(), "-o", tmp_path / name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: cannot write {tmp_path / name}: {reason}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["odt"], ["csv", "--rows", "cells"], ["ics", "--bom"], ["csv", "-o"]])
def test_wrong_usage_exits_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_as_people_run_it(write_record):
    """Bytes reach stdout as they are, whatever the terminal's encoding, and line ends stay CRLF."""
    data = write_record()
    result = subprocess.run(
        [sys.executable, "-m", "timeline", "export", "csv", "--data", str(data), "--lang", "fr"],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert result.stdout == FORMATS["csv"].make(select_view(load_record(data), "", "fr"))
