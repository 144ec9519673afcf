"""How commands come by a record, and tell what is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..record.load import read_record
from ..record.problems.problem import Problem
from ..record.problems.report import github_lines, text_lines
from ..record.record import Record


def load(data: Path) -> Record:
    """The record at a path. Where it has problems they are told, and the command ends with exit code 1."""
    record, problems = read_record(data)
    if record is None:
        report(problems)
        sys.exit(1)
    return record


def report(problems: Sequence[Problem], form: str = "text") -> None:
    """Problems go to stderr; GitHub's annotations are commands, and read from stdout."""
    for line in github_lines(problems) if form == "github" else text_lines(problems):
        click.echo(line, err=form != "github")
