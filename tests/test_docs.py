"""What the documents say holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import timeline
from timeline.cli import COMMANDS
from timeline.record.dates.edtf import parse
from timeline.record.model import model
from timeline.view.wording import date_text

ROOT = Path(__file__).parents[1]
README, CONTRIBUTING, CHANGELOG = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
)


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_linked_file_is_there(text):
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links and [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_command_exists(text):
    commands = set(re.findall(r"python -m timeline (\w+)", text))
    targets = set(re.findall(r"`?make (\w+)", text)) - {"without"}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert commands and commands <= set(COMMANDS)
    assert targets and all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_the_filters_that_readme_shows_are_understood(record):
    from timeline.query.spec import parse_query, vocabulary

    queries = re.findall(r"(?:--filter '|events\.json\?)([\w=&.-]+)", README)
    assert len(queries) >= 2
    assert [parse_query(query, vocabulary(record)).ignored for query in queries] == [()] * len(queries)


def test_the_folders_that_readme_names_are_there():
    folders = re.findall(r"`((?:timeline|assets|data|seeds)/[\w/]*)`", README)
    assert len(folders) > 5 and all((ROOT / folder).is_dir() for folder in folders)


def test_contributing_s_dates_read_as_it_says():
    rows = re.findall(r"^\| [^|]+ \| (`[^|]+`) \| ([^|]+) \|$", CONTRIBUTING, re.MULTILINE)
    shown = {edtf: words for cell, words in rows for edtf in re.findall(r'`"([^"]+)"`', cell)[:1]}
    assert len(shown) >= 6
    assert {edtf: date_text(parse(edtf), "en") for edtf in shown} == shown


def test_contributing_names_every_field_of_an_event_and_a_claim():
    for part in (model.Event, model.Claim, model.Amount, model.Disagreement, model.Side):
        for field in part.model_fields:
            assert re.search(rf"\b{field}\b", CONTRIBUTING), f"CONTRIBUTING.md does not explain `{field}`"


def test_version_and_changelog_agree():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    latest = re.search(r"^## (\S+)", CHANGELOG, re.MULTILINE).group(1)
    assert timeline.__version__ == project == latest


def test_changelog_counts_the_record(record):
    events, claims = len(record.events), sum(len(event.claims) for event in record.events)
    pages = len({claim.url for event in record.events for claim in event.claims if claim.url})
    assert f"{events} events with {claims} claims, from five French articles and {pages} public pages" in CHANGELOG


def test_the_pre_commit_hooks_are_targets_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    targets = [hook["entry"].removeprefix("make ") for hook in hooks]
    assert len(targets) >= 4 and all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
