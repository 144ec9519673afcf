"""The files in deploy/ fit the program that they start."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from timeline.commands.serve import serve

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"


def options_of(words: list[str]) -> set[str]:
    return {word.split("=", 1)[0] for word in words if word.startswith("--")}


def test_what_is_started_has_the_options_that_it_is_started_with():
    known = {name for option in serve.params if isinstance(option, click.Option) for name in option.opts}
    unit = re.search(r"(?m)^ExecStart=(.+)$", (DEPLOY / "timeline.service").read_text(encoding="utf-8"))[1]
    container = re.search(r"(?m)^ENTRYPOINT (.+)$", (DEPLOY / "Containerfile").read_text(encoding="utf-8"))[1]
    for command in (shlex.split(unit), re.findall(r'"([^"]+)"', container)):
        assert command[0].endswith("/timeline") and command[1] == "serve"
        assert options_of(command) <= known


def test_the_container_runs_as_nobody_and_asks_for_its_health():
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    user = lines.index("USER 65534:65534")
    assert user < next(number for number, line in enumerate(lines) if line.startswith("ENTRYPOINT"))
    assert any(line.startswith("HEALTHCHECK") for line in lines) and "/healthz" in "".join(lines)


def test_what_the_container_is_built_of_is_let_in():
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] == "!"}
    assert all((ROOT / name).exists() for name in let_in)
    wheel = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("force-include]")[1].split("\n[")[0]
    assert set(re.findall(r'(?m)^"([^"]+)" =', wheel)) <= let_in


def test_both_proxies_keep_the_metrics_for_the_machine():
    for name in ("Caddyfile", "nginx.conf"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        assert "/metrics" in text and "404" in text and "127.0.0.1:8050" in text
