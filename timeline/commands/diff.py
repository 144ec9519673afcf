"""`python -m timeline diff`: what changed in the record, for whoever reviews it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from ..record.compare.changelog import FORMATS, as_object, markdown, text_lines
from ..record.compare.diff import changes
from ..record.compare.revision import (
    Revision,
    RevisionError,
    find_merge_base,
    find_revision,
    read_revision,
    split_range,
)
from ..record.files import event_files, events_file
from ..record.load import read_record
from ..record.problems.problem import Problem
from ..record.problems.report import text_lines as problem_lines
from ..record.record import Record
from .options import data_option


@dataclass(frozen=True)
class Side:
    """One of the two records: how it is called, and how it is read."""

    name: str
    read: Callable[[], tuple[Record | None, list[Problem]]]


@click.command("diff")
@click.argument("old", required=False, metavar="[OLD]")
@click.argument("new", required=False, metavar="[NEW]")
@data_option("The record of the work tree, whose place is also that in every revision.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Lines for people, Markdown for a pull request, or JSON.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed.")
def diff(old: str | None, new: str | None, data: Path, form: str, exit_code: bool) -> None:
    """Say what changed in the record, in sentences.

    OLD and NEW are data folders, events.yaml files or git revisions. Without NEW, OLD is compared with the
    work tree; without both, HEAD is. `main...` stands for the commit where HEAD left main, `v0.1.0..HEAD`
    for two revisions.
    """
    try:
        sides = _sides(old, new, data)
        records, problems = zip(*(side.read() for side in sides), strict=True)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    if found := [problem for part in problems for problem in part]:
        for line in problem_lines(found):
            click.echo(line, err=True)
        sys.exit(1)
    result = changes(*records)
    old_name, new_name = (side.name for side in sides)
    if form == "json":
        click.echo(json.dumps(as_object(result, old_name, new_name), ensure_ascii=False, allow_nan=False, indent=2))
    elif form == "markdown":
        click.echo(markdown(result, old_name, new_name), nl=False)
    else:
        click.echo("\n".join(text_lines(result)))
    sys.exit(1 if result and exit_code else 0)


def _sides(old: str | None, new: str | None, data: Path) -> tuple[Side, Side]:
    folder = events_file(data).parent
    if new is None and old is not None and not _is_path(old) and (parts := split_range(old)):
        return _range(*parts, data, folder)
    return _side(old or "HEAD", data, folder), _side(new, data, folder) if new else _work_tree(data)


def _range(old: str, dots: str, new: str, data: Path, folder: Path) -> tuple[Side, Side]:
    """`OLD..NEW` and `OLD...NEW` as git's diff understands them, but a range without its end ends in the work tree."""
    old, end = old or "HEAD", new or "HEAD"
    first = find_merge_base(old, end, folder) if dots == "..." else find_revision(old, folder)
    return _at(first, data), _at(find_revision(end, folder), data) if new else _work_tree(data)


def _side(text: str, data: Path, folder: Path) -> Side:
    """A path where a record is there, else a revision."""
    if _is_path(text):
        return Side(text, lambda: read_record(text))
    return _at(find_revision(text, folder), data)


def _is_path(text: str) -> bool:
    """True of a YAML file and of a folder with events; a branch of that name is `refs/heads/NAME`."""
    path = Path(text)
    try:
        return path.is_file() and path.suffix in (".yaml", ".yml") or event_files(path)[0].is_file()
    except (OSError, ValueError):
        return False


def _at(revision: Revision, data: Path) -> Side:
    return Side(revision.name, lambda: read_revision(revision, data))


def _work_tree(data: Path) -> Side:
    return Side("the work tree", lambda: read_record(data))
