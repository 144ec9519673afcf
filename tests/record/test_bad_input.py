"""Files that could hang or burst a program: each is one clear message and exit 1, within a small allowance.

The command runs as people run it, as a child that the system ends when it takes more than its share of
processor time or memory. No clock is asserted: a loaded machine is slow, but not wasteful.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.record.read.nodes import MAX_PLACES, MAX_VALUES, read_yaml
from timeline.record.read.text import MAX_BYTES

ROOT = Path(__file__).resolve().parents[2]
# What only a hang or a bomb would use up: seconds of processor time, with much room for a loaded machine; bytes of
# address space.
SECONDS, MEMORY = 40, 1_000_000_000


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "timeline", "check", "--data", str(folder), *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        preexec_fn=limited,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def only_line(result: subprocess.CompletedProcess) -> str:
    """The one problem that was reported; nothing else was said and nothing went wrong."""
    assert (result.returncode, result.stdout) == (1, ""), result.stderr[-2000:]
    line, count = result.stderr.splitlines()
    assert count == "1 problem found"
    return line


GOOD = "- id: flight\n  date: '1969'\n  title: {en: A, fr: B}\n"
CONFLICT = GOOD + "<<<<<<< HEAD\n  kind: mission\n=======\n  kind: science\n>>>>>>> other\n"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 10)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("content", "place", "code", "says"),
    [
        pytest.param(
            GOOD + "\tkind: mission\n",
            "4:1",
            "yaml-syntax",
            "a tab indents this line; YAML is indented with spaces",
            id="tab",
        ),
        pytest.param(
            GOOD.replace("A", "caf\u00e9").encode("latin-1"), "3:18", "not-utf8", "save the file as UTF-8", id="Latin-1"
        ),
        pytest.param("", "1:1", "empty-file", "a list belongs here", id="empty"),
        pytest.param("# nothing\n\n", "1:1", "empty-file", "a list belongs here", id="only a comment"),
        pytest.param(
            "id: flight\n",
            "1:1",
            "type",
            "a map of fields stands here, where a list belongs",
            id="a map where a list belongs",
        ),
        pytest.param("[" * 1000 + "]" * 1000, "1:41", "yaml-depth", "a record needs fewer than ten", id="1,000 levels"),
        pytest.param(
            "".join(f"{' ' * n}a:\n" for n in range(1000)),
            "41:41",
            "yaml-depth",
            "fewer than ten",
            id="1,000 levels, indented",
        ),
        pytest.param("- " * 1_000_000, "1:81", "yaml-depth", "a record needs fewer than ten", id="a million levels"),
        pytest.param(CONFLICT, "4:1", "yaml-syntax", "keep one side and delete the marks", id="merge conflict"),
        pytest.param(
            f'- id: "one\n{CONFLICT}"\n', "5:1", "yaml-syntax", "a merge conflict", id="merge conflict within quotes"
        ),
        pytest.param(BOMB, "2:8", "yaml-alias", "the alias `*a` is not allowed; write the value out", id="alias bomb"),
        pytest.param(b"\x00" * 1_000_000, "1:1", "yaml-syntax", "U+0000", id="zero bytes"),
        pytest.param(
            "- a: " + "x" * 10_000_000 + ": b",
            "1:",
            "yaml-syntax",
            "a text without quotes holds",
            id="one line of 10 MB",
        ),
        pytest.param(
            "- [" + "a, " * 1_800_000 + "]",
            "1:",
            "file-too-big",
            "no record needs as many",
            id="1.8 million values in one item",
        ),
        pytest.param(
            "a:\n" + "- b\n" * 1_800_000,
            "100000:",
            "file-too-big",
            "no record needs as many",
            id="1.8 million values in a map",
        ),
    ],
)
def test_bad_input_is_one_message_with_its_line(write_record, content, place, code, says):
    folder = write_record(events=content)
    line = only_line(check(folder))
    assert line.startswith(f"{folder}/events.yaml:{place}") and f"error[{code}]" in line and says in line
    assert len(line) < 400


@pytest.mark.parametrize(
    ("change", "place", "code", "says"),
    [
        pytest.param(
            lambda text: b"\xef\xbb\xbf" + text, "1:1", "byte-order-mark", "fmt` repairs it", id="byte order mark"
        ),
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), "1:26", "line-ends", "CR LF, as on Windows", id="CRLF"),
        pytest.param(lambda text: text.replace(b"\n", b"\r"), "1:26", "line-ends", "end with CR,", id="CR"),
        pytest.param(lambda text: text.replace(b"\n\n", b"\r\n\n", 1), "", "line-ends", "CR LF", id="one CRLF"),
    ],
)
def test_a_good_record_stored_badly_is_refused_by_check_alone(write_record, change, place, code, says):
    folder = write_record()
    file = folder / "events.yaml"
    file.write_bytes(change(file.read_bytes()))
    line = only_line(check(folder))
    assert line.startswith(f"{file}:{place}") and f"error[{code}]" in line and says in line
    fmt = subprocess.run(
        [sys.executable, "-m", "timeline", "fmt", "--data", str(folder)], cwd=ROOT, capture_output=True, check=False
    )
    assert fmt.returncode == 0
    assert check(folder).returncode == 0


def test_a_map_of_fields_where_a_text_belongs_and_the_reverse(write_record):
    folder = write_record(settings="- a\n- b\n")
    assert "settings.yaml:1:1: error[type] a list stands here, where a map of fields belongs" in only_line(
        check(folder)
    )


def test_a_file_of_50_mb_is_not_read(write_record):
    folder = write_record()
    with (folder / "events.yaml").open("ab") as file:
        file.truncate(50_000_000)
    line = only_line(check(folder))
    assert line.startswith(
        f"{folder}/events.yaml:0:0: error[file-too-big] the file has 50.0 MB, and files of more than 40 MB are not "
        f"read; "
    )


def test_a_huge_file_of_a_terabyte_neither(write_record):
    folder = write_record()
    with (folder / "sources.yaml").open("ab") as file:
        file.truncate(10**12)
    assert "the file has 1000000.0 MB" in only_line(check(folder))


def test_a_pipe_is_not_waited_for(write_record):
    folder = write_record(events=None)
    os.mkfifo(folder / "events.yaml")
    assert "error[missing-file] this is no file that could be read" in only_line(check(folder))


@pytest.mark.parametrize("item", ["x", "[a]"])
def test_a_thousand_problems_end_the_reading_of_a_file(write_record, item):
    folder = write_record(events=f"- {item}\n" * 900_000 + "- [")
    result = check(folder)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-2:] == [
        f"{folder}/events.yaml:1001:3: error[too-many] [1000]: 1000 problems stand above, and the rest is not read; "
        f"correct these first",
        "1001 problems found",
    ]


def test_a_file_too_big_to_be_read_is_not_read_again_for_its_quotes(write_record):
    events = "- title: 2024\n- [" + "a, " * 200_000 + "]\n"
    assert "events.yaml:2:" in only_line(check(write_record(events=events)))


def test_a_key_given_a_million_times_is_reported_a_thousand_times(write_record):
    lines = check(write_record(settings="a: 1\n" * 200_000)).stderr.splitlines()
    assert len(lines) == 1002 and "error[too-many]" in lines[-2]


def test_the_limits_leave_room_for_ten_times_this_record(write_record):
    files = [file for folder in ("data", "seeds") for file in (ROOT / folder).glob("*.yaml")]
    assert max(file.stat().st_size for file in files) * 10 < MAX_BYTES
    trees = {file: read_yaml(file)[0] for file in files}
    assert max(sum(map(values, tree)) for tree in trees.values()) * 10 < MAX_PLACES
    parts = [part for tree in trees.values() for part in (tree if isinstance(tree, list) else [tree])]
    assert max(map(values, parts)) * 10 < MAX_VALUES


def values(node) -> int:
    """The keys and values in a part of a file."""
    inside = [*node, *node.values()] if isinstance(node, dict) else node if isinstance(node, list) else ()
    return 1 + sum(map(values, inside))
