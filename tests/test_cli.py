"""The command line: what it prints where, and its exit codes (0 ok, 1 problems found, 2 wrong usage)."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from timeline import __version__
from timeline.cli import COMMANDS, main
from timeline.commands.serve import serve
from timeline.publish.exports.api import events_object

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run():
    """run(argument, …) runs a command in this process."""
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


def python_m_timeline(*arguments, **options) -> subprocess.CompletedProcess:
    """The command as people run it."""
    command = [sys.executable, "-m", "timeline", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        **options,
    )


@pytest.fixture
def bad(write_record) -> Path:
    """A record with two problems, on lines 3 and 15 of its events.yaml."""
    return write_record(
        events=lambda text: text.replace("kind: decision", "kind: decisoin", 1).replace("passage: 2", "passage: 7")
    )


# check


def test_check_says_ok_and_what_it_read(run, write_record):
    result = run("check", "--data", write_record())
    assert (result.exit_code, result.stdout) == (0, "ok: 8 events, 11 claims, 3 sources, 4 actors\n")


def test_check_without_data_checks_the_timeline_s_own(run, record):
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"ok: {len(record.events)} events, ")


def test_check_takes_the_events_file_as_well(run, write_record):
    assert run("check", "--data", write_record() / "events.yaml").exit_code == 0


def test_check_prints_every_problem_at_its_line_and_exits_with_1(run, bad):
    result = run("check", "--data", bad)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{bad}/events.yaml:5:3: error[unknown-kind] [landing-before-1970].kind: there is no kind `decisoin` in "
        f"settings.yaml; did you mean `decision`?",
        f"{bad}/events.yaml:24:7: error[dangling-passage] [lunar-goal].claims[c1].passage: `memo` has no paragraph 7; "
        f"its paragraphs are 1 to 3",
        "2 problems found",
    ]


def test_check_prints_problems_as_json(run, bad, write_record):
    result = run("check", "--data", bad, "--format", "json")
    assert result.exit_code == 1
    assert [(item["line"], item["code"]) for item in json.loads(result.stdout)] == [
        (5, "unknown-kind"),
        (24, "dangling-passage"),
    ]
    good = run("check", "--data", write_record(), "--format", "json")
    assert (good.exit_code, json.loads(good.stdout)) == (0, [])


@pytest.mark.parametrize("command", ["serve", "check", "list", "fmt", "diff", "new", "schema"])
def test_a_path_where_nothing_is_is_wrong_usage_and_one_error(run, tmp_path, command):
    result = run(command, "--data", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        f"Error: Invalid value for '--data': there is no `{tmp_path}/nowhere`; name the folder of a record, or its "
        f"events file"
    )


def test_a_folder_without_a_record_is_one_problem(run, tmp_path):
    result = run("check", "--data", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{tmp_path}/events.yaml:0:0: error[missing-file] there is no such file; a record is `settings.yaml`, "
        f"`actors.yaml`, "
        "`sources.yaml`, `events.yaml` in one folder",
        "1 problem found",
    ]


def test_an_events_file_of_any_name_has_the_other_files_beside_it(run, write_record):
    folder = write_record()
    (folder / "events.yaml").rename(folder / "my-events.yaml")
    result = run("check", "--data", folder / "my-events.yaml")
    assert (result.exit_code, result.stdout) == (0, "ok: 8 events, 11 claims, 3 sources, 4 actors\n")
    assert "my-events.yaml" not in run("fmt", "--check", "--data", folder / "my-events.yaml").stderr


def test_check_as_people_run_it(bad):
    result = python_m_timeline("check", "--data", bad)
    assert (result.returncode, result.stdout) == (1, "")
    assert f"{bad}/events.yaml:5:3: error[unknown-kind]" in result.stderr
    assert "Traceback" not in result.stderr


# list


def test_list_prints_a_line_an_event_with_its_date_and_title(run, write_record):
    result = run("list", "--data", write_record(), "--filter", "kind=science", "--lang", "fr")
    assert result.exit_code == 0
    assert [line.split(maxsplit=2) for line in result.stdout.splitlines()] == [
        ["1969-08/..", "reflector-in-use", "Le réflecteur laser est utilisé"],
        ["1969-09-15~", "samples-studied", "L’étude des échantillons commence"],
    ]


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (["--lang", "fr"], "Le réflecteur laser est utilisé"),
        ([], "The laser reflector is in use"),
        (["--filter", "kind=science&lang=fr"], "Le réflecteur laser est utilisé"),
        (["--filter", "lang=fr", "--lang", "en"], "The laser reflector is in use"),
    ],
)
def test_list_speaks_the_language_asked_for_else_the_filter_s_else_the_first(run, write_record, options, title):
    assert title in run("list", "--data", write_record(), *options).stdout


@pytest.mark.parametrize(
    "query", ["", "country=KP&from=2024-10-01&dates=certain", "q=pyongyang", "window=2024-06-14/2024-06-26"]
)
def test_list_as_json_is_the_api_s_object(run, record, query):
    result = run("list", "--format", "json", "--filter", query)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == events_object(record, query)


def test_list_refuses_a_filter_that_it_does_not_understand(run, write_record):
    """It would list other events than were asked for."""
    result = run(
        "list",
        "--data",
        write_record(),
        "--filter",
        "kind=sience&colour=red&from=1969-13-01&status=established",
        "--lang",
        "ko",
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.split("Error: ")[1].splitlines() == [
        "--filter: there is no kind `sience`; did you mean `science`?",
        "--filter: there is no filter `colour`; did you mean `country`?",
        "--filter: `from=1969-13-01` is not understood; a day is written 2024-10-01",
        "--lang: there is no `ko` in this record; one of: en, fr",
    ]


def test_list_of_a_bad_record_reports_its_problems(run, bad):
    result = run("list", "--data", bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "2 problems found" in result.stderr


def test_list_as_people_run_it(record):
    result = python_m_timeline("list", "--format", "json", "--filter", "kind=treaty")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout) == events_object(record, "kind=treaty")


def test_a_terminal_that_lacks_a_character_is_shown_its_code():
    command = [sys.executable, "-m", "timeline", "list", "--lang", "fr", "--filter", "kind=treaty"]
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert "L\\u2019URSS et Pyongyang signent un traité".encode("latin-1") in result.stdout


@pytest.mark.parametrize("command", ["check", "fmt", "list", "new"])
@pytest.mark.parametrize("name", ["settings.yaml", "actors.yaml", "sources.yaml"])
def test_another_file_of_the_record_is_not_taken_for_its_events(run, write_record, command, name):
    folder = write_record()
    before = (folder / name).read_bytes()
    result = run(command, "--data", folder / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"`{folder / name}` holds no events; name the folder it is in, `{folder}`" in result.stderr
    assert (folder / name).read_bytes() == before


# serve


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_serve_refuses_a_bad_record_before_it_opens_the_port(bad):
    # The port is taken: had `serve` tried to listen, it would say so.
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = python_m_timeline("serve", "--data", bad, "--port", taken.getsockname()[1])
    assert result.returncode == 1
    assert "error[unknown-kind]" in result.stderr
    assert "cannot listen" not in result.stderr
    assert result.stdout == ""


def test_serve_says_in_one_line_that_a_port_is_taken(run, write_record):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--data", write_record(), "--port", port)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: cannot listen on 127.0.0.1:{port}: ")
    assert len(result.stderr.splitlines()) == 1


def test_serve_says_in_one_line_that_a_host_is_none(run, write_record):
    result = run("serve", "--data", write_record(), "--host", "host.invalid", "--port", free_port())
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: cannot listen on host.invalid:")
    assert len(result.stderr.splitlines()) == 1


def test_serve_says_where_it_listens_and_answers_there(write_record):
    port = free_port()
    command = [sys.executable, "-m", "timeline", "serve", "--data", str(write_record()), "--port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as server:
        try:
            assert server.stdout.readline().startswith(f"8 events on http://127.0.0.1:{port} (record ")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
                assert answer.status == 200
        finally:
            server.terminate()


def test_without_a_command_it_serves(monkeypatch):
    served = []
    monkeypatch.setattr(serve, "callback", lambda **options: served.append(options))
    assert CliRunner().invoke(main, []).exit_code == 0
    assert [(options["host"], options["port"]) for options in served] == [("127.0.0.1", 8050)]


# usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("chekc",),
        ("check", "--no-such-option"),
        ("check", "--format", "xml"),
        ("serve", "--port", "0"),
        ("serve", "--port", "http"),
        ("serve", "--threads", "0"),
        ("list", "--filter"),
        ("check", "surplus"),
    ],
)
def test_wrong_usage_exits_with_2(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""


def commands(group=main, *before):
    """Every command, those of groups as well: the words that call it, and what it is."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        yield (*before, name), command
        if hasattr(command, "list_commands"):
            yield from commands(command, *before, name)


NUMBERS = [
    ((*words, option.opts[0]), number)
    for words, command in commands()
    for option in command.params
    if isinstance(option.type, (click.types.IntParamType, click.types.FloatParamType))
    for number in ("nan", "inf", "-inf", "-1", "1e400", "9" * 30, "9" * 5000, "")
]


@pytest.mark.parametrize(("option", "number"), NUMBERS, ids=[f"{' '.join(words)} {n[:9]}" for words, n in NUMBERS])
def test_a_number_that_an_option_cannot_use_is_wrong_usage(run, option, number):
    result = run(*option, number)
    assert result.exit_code == 2 and result.stdout == ""
    assert f"Error: Invalid value for '{option[-1]}': " in result.stderr


def test_the_options_that_take_numbers_are_found():
    assert {words for words, _ in NUMBERS} >= {("links", "--delay"), ("serve", "--port"), ("export", "gift", "--seed")}


def test_wrong_usage_as_people_run_it():
    result = python_m_timeline("chekc")
    assert result.returncode == 2
    assert "No such command" in result.stderr


def test_version_and_help(run):
    assert run("--version").stdout == f"timeline, version {__version__}\n"
    help_text = run("--help").stdout
    assert all(command in help_text for command in COMMANDS)
    for command in COMMANDS:
        assert run(command, "--help").exit_code == 0
