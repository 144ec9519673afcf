"""CONTRIBUTING's first contribution, followed literally on a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from timeline.serve.live import LiveApp

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def clone(tmp_path):
    """A copy of what a contributor has, in a git repository of its own."""
    for name in ("timeline", "data", "seeds", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "start"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def run(clone: Path, command: str) -> subprocess.CompletedProcess:
    """Run a command as the document prints it, with this Python instead of the copy's own environment."""
    line = command.replace("\\\n", " ").replace(".venv/bin/python", sys.executable)
    return subprocess.run(["sh", "-c", line], cwd=clone, capture_output=True, text=True, check=False)


def new_command() -> str:
    (block,) = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
    return block


def test_the_event_is_added_seen_checked_formatted_and_described(clone, serving):
    live = LiveApp(clone / "data")
    address = serving(live)

    added = run(clone, new_command())
    assert added.returncode == 0, added.stderr

    checked = run(clone, ".venv/bin/python -m timeline check")
    assert checked.returncode == 0 and checked.stdout.startswith("ok:"), checked.stderr
    assert run(clone, ".venv/bin/python -m timeline fmt --check").returncode == 0

    said = run(clone, ".venv/bin/python -m timeline diff").stdout
    assert "Seoul briefs lawmakers on the troops" in said and "added" in said

    live.refresh()
    with urllib.request.urlopen(f"{address}/api/events.json?from=2024-11-19&to=2024-11-19") as answer:
        assert "Séoul informe les députés sur les troupes" in answer.read().decode()


def test_a_mistake_is_named_with_its_line_and_what_would_be_right(clone):
    file = clone / "data" / "events.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("actors: [vladimir-putin]", "actors: [vladimir-poutine]", 1), encoding="utf-8")
    line = text[: text.index("actors: [vladimir-putin]")].count("\n") + 1
    checked = run(clone, ".venv/bin/python -m timeline check")
    assert checked.returncode == 1
    assert f"data/events.yaml:{line}:" in checked.stderr and "did you mean `vladimir-putin`?" in checked.stderr
