"""`diff` compares paths, revisions and the work tree, and says in one line what it can't find."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.compare.revision import split_range


@pytest.fixture
def run():
    """run(argument, …) runs `diff` in this process."""
    return lambda *arguments: CliRunner().invoke(main, ["diff", *map(str, arguments)])


def git(folder: Path, *arguments: str) -> str:
    """git, knowing nothing of this machine's settings."""
    identity = {
        f"GIT_{who}_{what}": "someone@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def work(write_record, tmp_path) -> Path:
    """A repository with a record in data/ and its seed in seeds/, on the branch main; its first commit is tagged v1."""
    root = tmp_path / "work"
    root.mkdir()
    write_record(sources=lambda text: text.replace("record: memo.yaml", "record: ../seeds/memo.yaml")).rename(
        root / "data"
    )
    (root / "seeds").mkdir()
    (root / "data" / "memo.yaml").rename(root / "seeds" / "memo.yaml")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "first")
    git(root, "tag", "v1")
    return root


def commit(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def edit(root: Path, old: str, new: str, file: str = "data/events.yaml") -> None:
    """Replaces the first `old` in a file of the work tree."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


STATUS = ("status: established", "status: reported")
SAID = "lunar-goal: status changed from established to reported"
DAY = ('"1969-08/.."', '"1969-08-02/.."')
DAY_SAID = "reflector-in-use: date changed from 1969-08/.. to 1969-08-02/.."


# Paths


def test_two_folders_or_files_are_compared(run, work, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(work, other)
    edit(other, *STATUS)
    for old, new in ((work / "data", other / "data"), (work / "data" / "events.yaml", other / "data")):
        result = run(old, new)
        assert (result.exit_code, result.stdout) == (0, f"{SAID}\n1 status changed\n")


def test_nothing_changed_is_one_plain_line(run, work):
    for arguments in ((work / "data", work / "data"), ("--data", work / "data")):
        assert run(*arguments).stdout == "nothing changed in the record\n"


def test_exit_code_is_for_scripts(run, work):
    assert run("--data", work / "data", "--exit-code").exit_code == 0
    edit(work, *STATUS)
    assert (run("--data", work / "data").exit_code, run("--data", work / "data", "--exit-code").exit_code) == (0, 1)


# Revisions


def test_without_arguments_head_is_compared_with_the_work_tree(run, work):
    edit(work, *STATUS)
    assert run("--data", work / "data").stdout == f"{SAID}\n1 status changed\n"
    commit(work, "second")
    assert run("--data", work / "data").stdout == "nothing changed in the record\n"


@pytest.fixture
def branched(work) -> Path:
    """The status changed on a branch, the day on main after it; the work tree, on the branch, also has another kind."""
    git(work, "switch", "--quiet", "--create", "proposal")
    edit(work, *STATUS)
    commit(work, "status")
    git(work, "switch", "--quiet", "main")
    edit(work, *DAY)
    commit(work, "day")
    git(work, "switch", "--quiet", "proposal")
    edit(work, "kind: mission", "kind: science")
    return work


KIND_SAID = "apollo-11-flight: kind changed from mission to science"
BACK = "reflector-in-use: date changed from 1969-08-02/.. to 1969-08/.."


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (("HEAD",), [KIND_SAID]),
        (("v1",), [SAID, KIND_SAID]),
        (("main",), [SAID, KIND_SAID, BACK]),
        (("main..",), [SAID, KIND_SAID, BACK]),
        (("main...",), [SAID, KIND_SAID]),
        (("main…",), [SAID, KIND_SAID]),
        (("main..HEAD",), [SAID, BACK]),
        (("main...HEAD",), [SAID]),
        (("..main",), ["lunar-goal: status changed from reported to established", DAY_SAID]),
        (("...main",), [DAY_SAID]),
        (("v1", "HEAD"), [SAID]),
        (("HEAD~1", "main"), [DAY_SAID]),
        (("refs/heads/main", "HEAD"), [SAID, BACK]),
    ],
)
def test_revisions_and_ranges(run, branched, arguments, sentences):
    result = run(*arguments, "--data", branched / "data")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[:-1] == sentences


def test_a_revision_and_a_folder(run, branched):
    assert run("v1", branched / "data", "--data", branched / "data").stdout.splitlines()[:-1] == [SAID, KIND_SAID]
    sha = git(branched, "rev-parse", "--short", "main")
    assert run(branched / "data", sha, "--data", branched / "data").stdout.splitlines()[:-1] == [
        "lunar-goal: status changed from reported to established",
        "apollo-11-flight: kind changed from science to mission",
        DAY_SAID,
    ]


def test_seed_documents_are_those_of_the_revision(run, work):
    edit(work, "Gives the mass", "Gives some mass", "seeds/memo.yaml")
    assert run("--data", work / "data").stdout.splitlines()[0] == (
        "memo: gist of paragraph 3 (en) changed, unchanged in fr: "
        "“Gives the mass of the samples.” → “Gives some mass of the samples.”"
    )


def test_the_work_tree_and_the_index_are_left_alone(run, branched):
    before = git(branched, "status", "--porcelain"), git(branched, "stash", "list")
    run("main...HEAD", "--data", branched / "data")
    assert (git(branched, "status", "--porcelain"), git(branched, "stash", "list")) == before


def test_a_record_at_the_root_of_its_repository(run, write_record):
    root = write_record()
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "first")
    edit(root, *STATUS, "events.yaml")
    assert run("--data", root).stdout.splitlines()[0] == SAID


# What can't be compared


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no-such-branch",), "there is no file and no revision `no-such-branch`"),
        (("main", "no/such/file.yaml"), "there is no file and no revision `no/such/file.yaml`"),
        (("nowhere...",), "there is no file and no revision `nowhere`"),
        (("--", "--output=/tmp/stolen"), "there is no file and no revision `--output=/tmp/stolen`"),
        (("--", "--help..HEAD"), "there is no file and no revision `--help`"),
        (("HEAD; touch /tmp/stolen",), "there is no file and no revision `HEAD; touch /tmp/stolen`"),
        (("HEAD:data",), "there is no file and no revision `HEAD:data`"),
    ],
)
def test_an_unknown_revision_is_wrong_usage(run, work, arguments, message):
    result = run("--data", work / "data", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {message}"


def test_three_arguments_are_wrong_usage(run):
    assert run("a", "b", "c").exit_code == 2


def test_outside_a_repository_only_paths_are_compared(run, write_record, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(write_record().parent))
    folder = write_record()
    result = run("main", "--data", folder)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {folder} is in no git repository")
    assert run(folder, folder).exit_code == 0


def test_without_git_only_paths_are_compared(run, work, monkeypatch):
    monkeypatch.setenv("PATH", "")
    result = run("--data", work / "data")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: git is not installed, and revisions can't be read without it",
    )


def test_a_branch_known_only_by_its_remote_name_is_suggested(run, work, tmp_path):
    git(work, "branch", "proposal")
    git(tmp_path, "clone", "--quiet", str(work), "clone")
    result = run("proposal...", "--data", tmp_path / "clone" / "data")
    assert result.stderr.splitlines()[-1].endswith("; did you mean `origin/proposal`?")
    assert run("origin/proposal...", "--data", tmp_path / "clone" / "data").exit_code == 0


def test_a_shallow_clone_is_named_as_the_cause(run, work, tmp_path):
    edit(work, *STATUS)
    commit(work, "second")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{work}", "clone")
    result = run("HEAD~1", "--data", tmp_path / "clone" / "data")
    assert (result.exit_code, "fetch-depth: 0" in result.stderr) == (2, True)


def test_problems_of_either_side_are_reported_where_they_are(run, work):
    edit(work, "kind: decision", "kind: decisoin")
    commit(work, "broken")
    edit(work, "kind: decisoin", "kind: decision")
    result = run("--data", work / "data")
    assert (result.exit_code, result.stdout) == (1, "")
    first, count = result.stderr.splitlines()
    assert first.startswith("HEAD:data/events.yaml:5:3: error[unknown-kind]") and count == "1 problem found"
    assert "error[unknown-kind]" not in run("v1", "--data", work / "data").stderr


def test_a_revision_without_a_record_misses_its_files(run, work):
    git(work, "switch", "--quiet", "--orphan", "empty")
    (work / "note.txt").write_text("no record")
    commit(work, "empty")
    git(work, "switch", "--quiet", "main")
    result = run("empty", "--data", work / "data")
    assert (result.exit_code, result.stderr.count("there is no such file")) == (1, 1)
    assert "empty:data/events.yaml" in result.stderr


def test_a_seed_outside_the_repository_is_not_read(run, work, tmp_path):
    (tmp_path / "secret.yaml").write_text("secret: true")
    edit(work, "../seeds/memo.yaml", "../../secret.yaml", "data/sources.yaml")
    commit(work, "stray")
    result = run("HEAD", "v1", "--data", work / "data")
    assert result.exit_code == 1
    assert (
        "HEAD:data/sources.yaml:6:3: error[seed-record] [memo].record: `../../secret.yaml` is outside the repository"
        in result.stderr
    )
    assert "unknown-field" not in result.stderr


# Forms


def test_markdown_and_json_name_both_sides(run, branched):
    text = run("main...", "--data", branched / "data", "--format", "markdown").stdout
    base = git(branched, "rev-parse", "v1")[:10]
    assert text.splitlines()[2] == f"{base}, where HEAD left main → the work tree: **1 status changed, 1 event edited**"
    body = json.loads(run("v1", "HEAD", "--data", branched / "data", "--format", "json").stdout)
    assert (body["old"], body["new"], [change["kind"] for change in body["changes"]]) == (
        "v1",
        "HEAD",
        ["status-changed"],
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("main...HEAD", ("main", "...", "HEAD")),
        ("main…", ("main", "...", "")),
        ("v0.1.0..HEAD", ("v0.1.0", "..", "HEAD")),
        ("v0.1.0", None),
        ("..main", ("", "..", "main")),
    ],
)
def test_ranges_are_split_at_their_dots(text, parts):
    assert split_range(text) == parts
