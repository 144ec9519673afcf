"""The workflows of GitHub: what they may do, and the comment on a pull request, written by the script as it stands."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

FILES = sorted((Path(__file__).parents[1] / ".github" / "workflows").glob("*.yml"))
# What stands in for GitHub's own command: it notes what it is asked, and answers from files.
GH = """#!/bin/sh
echo "$@" >> asked
for word in "$@"; do [ "$word" = "body=@body.md" ] && cp body.md said; done
case "$*" in
  *--paginate*) cat comments ;;
  *pulls*) cat pulls ;;
esac
"""
WITHOUT_CHANGES = "## Changes of the record\n\nNothing changed in the record (a → b).\n"
CHANGES = "## Changes of the record\n\na → b: **1 event added**\n"


def workflow(name: str) -> dict:
    file = next(file for file in FILES if file.stem == name)
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(name: str) -> list[dict]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_a_workflow_states_its_rights_and_runs_no_text_of_a_pull_request(name):
    said = workflow(name)
    assert "permissions" in said and "pull_request_target" not in said["on"]
    for step in steps(name):
        # A branch may be called `$(…)`: what people write reaches a script as a variable only.
        assert not re.search(r"\$\{\{[^}]*(github\.event|head_ref)", step.get("run", "")), step
        assert re.search(r"^actions/[\w-]+@v\d+$", step.get("uses", "actions/checkout@v4"))


def test_what_runs_the_code_of_a_pull_request_may_only_read():
    for name in ("record", "test"):
        assert "pull_request" in workflow(name)["on"] and workflow(name)["permissions"] == {"contents": "read"}


def test_what_may_comment_runs_nothing_of_the_pull_request():
    said = workflow("comment")
    assert said["on"] == {"workflow_run": {"workflows": [workflow("record")["name"]], "types": ["completed"]}}
    assert said["permissions"] == {}
    assert said["jobs"]["comment"]["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert not any("checkout" in step.get("uses", "") for step in steps("comment"))


def test_the_one_workflow_leaves_what_the_other_reads():
    left = next(step["with"] for step in steps("record") if "upload-artifact" in step.get("uses", ""))
    read = next(step["with"] for step in steps("comment") if "download-artifact" in step.get("uses", ""))
    assert left["name"] == read["name"] and left["path"] == "changes/changes.md" and read["path"] == "changes"
    assert any(left["path"] in step.get("run", "") for step in steps("record"))


@pytest.fixture
def comment(tmp_path):
    """Run the script of the comment: (what GitHub was asked, what the comment says)."""
    tool = tmp_path / "bin" / "gh"
    tool.parent.mkdir()
    tool.write_text(GH, encoding="utf-8")
    tool.chmod(0o755)

    def run(changes: str | None, pulls: str = "7\n", comments: str = "") -> tuple[list[str], str]:
        (tmp_path / "pulls").write_text(pulls)
        (tmp_path / "comments").write_text(comments)
        (tmp_path / "changes").mkdir()
        if changes is not None:
            (tmp_path / "changes" / "changes.md").write_text(changes, encoding="utf-8")
        script = next(step["run"] for step in steps("comment") if "run" in step)
        names = {"REPOSITORY": "o/r", "OWNER": "them", "BRANCH": "a b", "COMMIT": "abc", "RUN": "https://example.org/1"}
        path = f"{tool.parent}:{os.environ['PATH']}"
        command = ["bash", "-e", "-o", "pipefail", "-c", script]
        subprocess.run(command, cwd=tmp_path, check=True, env={**os.environ, **names, "PATH": path})
        asked = (tmp_path / "asked").read_text().splitlines() if (tmp_path / "asked").exists() else []
        return asked, (tmp_path / "said").read_text(encoding="utf-8") if (tmp_path / "said").exists() else ""

    return run


def test_the_first_run_with_changes_writes_a_comment(comment):
    asked, said = comment(CHANGES)
    assert "head=them:a b" in asked[0]
    assert "repos/o/r/issues/7/comments -F body=@body.md" in asked[-1] and "PATCH" not in asked[-1]
    assert said.startswith("<!-- record -->\n## Changes of the record") and "**1 event added**" in said
    assert said.endswith("From [the run](https://example.org/1) of abc.\n")


def test_the_next_run_brings_it_up_to_date_also_where_nothing_is_left(comment):
    asked, said = comment(WITHOUT_CHANGES, comments="41\n42\n")
    assert "-X PATCH repos/o/r/issues/comments/42" in asked[-1] and "Nothing changed" in said


@pytest.mark.parametrize(
    ("changes", "pulls"),
    [
        pytest.param(WITHOUT_CHANGES, "7\n", id="nothing of the record has changed"),
        pytest.param(CHANGES, "", id="the pull request has newer commits, or is closed"),
        pytest.param(None, "7\n", id="the run ended before it knew"),
    ],
)
def test_otherwise_there_is_no_comment(comment, changes, pulls):
    assert comment(changes, pulls)[1] == ""


def test_a_comment_is_as_long_as_github_takes(comment):
    assert 59_000 < len(comment("é" * 70_000)[1].encode()) < 65_536
