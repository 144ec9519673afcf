"""The program installed from its wheel, in an environment of its own and outside the clone."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VESUVIUS = ROOT / "examples" / "vesuvius"
BESIDE = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


class Installed:
    """An environment that has the wheel; `run` and `start` use its `timeline` in a folder outside the clone."""

    def __init__(self, environment: Path, folder: Path) -> None:
        self.bin, self.folder = environment / "bin", folder

    def run(self, *arguments: object, command: tuple[str, ...] = ("timeline",)) -> subprocess.CompletedProcess:
        line = [str(self.bin / command[0]), *command[1:], *map(str, arguments)]
        return subprocess.run(
            line, cwd=self.folder, env=BESIDE, capture_output=True, encoding="utf-8", timeout=60, check=False
        )

    def start(self, *arguments: object) -> subprocess.Popen:
        line = [str(self.bin / "timeline"), *map(str, arguments)]
        env = {**BESIDE, "PYTHONUNBUFFERED": "1"}
        return subprocess.Popen(line, cwd=self.folder, env=env, stdout=subprocess.PIPE, encoding="utf-8")


def done(*command: object) -> None:
    result = subprocess.run([*map(str, command)], cwd=ROOT, env=BESIDE, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> Path:
    """The wheel, built and installed. What it depends on is lent by the environment of the tests, so that no network is
    needed and it takes seconds."""
    place = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    done(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", place, ROOT)
    done(sys.executable, "-m", "venv", "--without-pip", place / "venv")
    (wheel,) = place.glob("timeline-*.whl")
    done(*pip, "--python", place / "venv", "install", "--no-deps", "--no-index", wheel)
    (packages,) = place.glob("venv/lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place / "venv"


@pytest.fixture
def installed(environment, tmp_path) -> Installed:
    return Installed(environment, tmp_path)


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


def test_the_code_that_runs_is_the_installed_one(installed):
    where = "import timeline.installed as it; print(it.PACKAGE); print(it.INSTALLED)"
    package, inside = installed.run("-c", where, command=("python",)).stdout.split()
    assert Path(package).is_relative_to(installed.bin.parent) and inside == "True"


def test_the_guide_s_first_commands_run_in_any_folder(installed):
    guide = (ROOT / "docs" / "own-timeline.md").read_text(encoding="utf-8")
    ways = re.findall(r"```sh\n(timeline new-record .*?)```", guide, re.DOTALL)
    assert len(ways) == 2  # by spreadsheet, and by YAML
    home = installed.folder
    for number, way in enumerate(ways):
        installed.folder = home / f"way-{number}"
        installed.folder.mkdir()
        for line in way.strip().splitlines():
            command = line.removeprefix("timeline ").split()
            assert (result := installed.run(*command)).returncode == 0, (command, result.stderr)


def test_a_new_record_is_checked_and_listed_from_its_own_folder(installed):
    made = installed.run("new-record", "bridge")
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.endswith("Next:\n  timeline serve --reload --data bridge\n")
    installed.folder /= "bridge"
    readme = (installed.folder / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    timeline ((?:check|fmt|list|export).*?)(?: +#.*)?$", readme, re.MULTILINE)
    assert len(commands) >= 4
    for command in commands:
        assert (result := installed.run(*command.split())).returncode == 0, (command, result.stderr)
    assert installed.run("check", "--strict", "--data", ".").stdout.startswith("ok: 1 event")
    assert installed.run("fmt", "--check", "--data", ".").returncode == 0


def test_the_example_is_served(installed):
    shutil.copytree(VESUVIUS, installed.folder / "vesuvius")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with installed.start("serve", "--data", "vesuvius", "--port", port) as server:
        try:
            assert f" on http://127.0.0.1:{port} (record " in server.stdout.readline()
            page = get(f"http://127.0.0.1:{port}/")
            files = set(re.findall(r"bundles/[\w./-]+", page))
            assert "L’éruption du Vésuve en 79" in page
            assert {Path(name).name.split(".")[0] for name in files} >= {"timeline", "plotly", "record"}
            assert all(get(f"http://127.0.0.1:{port}/{name}") for name in files)
            events = json.loads(get(f"http://127.0.0.1:{port}/api/events.json"))["events"]
        finally:
            server.terminate()
    assert len(events) == len(re.findall(r"^- id:", (VESUVIUS / "events.yaml").read_text("utf-8"), re.MULTILINE))


def test_without_data_it_shows_the_record_that_comes_with_it(installed, record):
    assert installed.run("check", "--strict").stdout.startswith(f"ok: {len(record.events)} events, ")


@pytest.mark.parametrize("command", [("new", "--no-input"), ("fmt",)], ids=" ".join)
def test_the_record_that_comes_with_it_is_not_edited(installed, command):
    result = installed.run(*command)
    assert result.returncode == 2
    assert "name yours with --data" in result.stderr


@pytest.mark.parametrize("command", [("timeline",), ("python", "-m", "timeline")], ids=" ".join)
def test_messages_name_the_command_as_it_was_typed(installed, command):
    installed.run("new-record", "bridge")
    events = installed.folder / "bridge" / "events.yaml"
    events.write_bytes(events.read_bytes().replace(b"\n", b"\r\n"))
    result = installed.run("check", "--data", "bridge", command=command)
    assert f"`{' '.join(command)} fmt` repairs it" in result.stderr
    assert f"Usage: {' '.join(command)} " in installed.run("--help", command=command).stdout
