"""`python -m timeline check`: every problem of a record at once, or only those of some of its files."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from ..record.edit.membership import problems_of, record_of
from ..record.edit.schemas import schemas_are_fresh
from ..record.load import read_record
from ..record.problems.codes import UNREADABLE
from ..record.problems.problem import ERROR, Problem
from ..record.problems.report import FORMATS, counted, github_lines, tally, text_lines
from ..record.record import Record
from .options import data_option


@dataclass(frozen=True)
class Checked:
    """What came of a check: the problems to report, one line of what was read, and what could not be checked."""

    problems: list[Problem]
    read: str
    unchecked: tuple[str, ...] = ()

    def fails(self, strict: bool) -> bool:
        """True where the exit code is 1."""
        return bool(self.unchecked) or any(strict or problem.severity == ERROR for problem in self.problems)


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILES]...", type=click.Path(exists=True, path_type=Path))
@data_option()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How problems are printed: lines, JSON, or GitHub's annotations.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--docs", is_flag=True, help="Print what every code means (docs/rules.md) instead.")
def check(files: tuple[Path, ...], data: Path, form: str, strict: bool, docs: bool) -> None:
    """Check a record: every problem at once, as file:line:column.

    With FILES only their problems are reported; the records they belong to are read all the same, since an event
    refers to actors and sources in other files. Errors exit with 1, warnings only with --strict.
    """
    if docs:
        from ..record.rules.rulebook import rules_page

        click.echo(rules_page(), nl=False)
        return
    result = _check_files(files, data) if files else _check_record(data)
    if form == "json":
        click.echo(json.dumps([problem.as_dict() for problem in result.problems], ensure_ascii=False, indent=2))
    else:
        for line in github_lines(result.problems) if form == "github" else text_lines(result.problems):
            click.echo(line, err=form != "github")  # GitHub's annotations are commands, and read from stdout
        if not result.unchecked and not any(problem.severity == ERROR for problem in result.problems):
            click.echo(f"ok: {result.read}" + (f", {tally(result.problems)}" if result.problems else ""))
    for line in result.unchecked:
        click.echo(line, err=True)
    sys.exit(1 if result.fails(strict) else 0)


def _read(data: Path) -> tuple[Record | None, list[Problem]]:
    """A record and every problem of it, in the addresses that its lessons hold too."""
    from ..query.addresses import RULES, RULES_OF_SOUND

    further = (*RULES, schemas_are_fresh)
    return read_record(data, thorough=True, further=further, of_sound=RULES_OF_SOUND)


def _check_record(data: Path) -> Checked:
    record, problems = _read(data)
    return Checked(problems, _counts(record) if record else "")


def _check_files(files: tuple[Path, ...], data: Path) -> Checked:
    """The problems of some files, record by record."""
    records = {file: record_of(file, data) for file in files}
    if strays := [str(file) for file in files if records[file] is None]:
        raise click.UsageError(
            f"{', '.join(strays)}: no record uses this; --data names the record, or the events file, to check"
        )
    problems, unchecked = [], []
    for place in dict.fromkeys(place for place in records.values() if place):
        _, found = _read(place)
        own = problems_of(found, [file for file in files if records[file] == place])
        if hidden := [problem for problem in found if problem not in own and problem.code in UNREADABLE]:
            unchecked.append(f"not checked against the rest of the record, which can't be read: {hidden[0]}")
        problems += own
    return Checked(sorted(set(problems)), counted(len(files), "file"), tuple(unchecked))


def _counts(record: Record) -> str:
    claims = sum(len(event.claims) for event in record.events)
    parts = {"event": len(record.events), "claim": claims, "source": len(record.sources), "actor": len(record.actors)}
    parts |= {"lesson": len(record.lessons)} if record.lessons else {}
    return ", ".join(counted(number, noun) for noun, number in parts.items())
