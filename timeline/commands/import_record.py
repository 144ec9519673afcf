"""`python -m timeline import`: what people have elsewhere, into a record."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..installed import DATA, program
from ..record.load import read_record
from ..record.problems.problem import clipped, did_you_mean
from ..record.problems.report import counted, tally
from ..record.writing import WriteError, write_atomically
from .options import refuse_to_edit_what_is_installed

if TYPE_CHECKING:  # other commands start without it
    from ..bring.draft import Draft
    from ..bring.result import Brought
    from ..record.record import Record

SHOWN = 20  # entries that stay are named, up to so many


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=DATA,
    metavar="DIR-OR-FILE",
    show_default="the record that comes with the program",
    help="The record that it goes into; a folder that isn't there yet becomes a new record.",
)
@click.option("--remove", is_flag=True, help="Take out of the record what the sheets have no row for.")
@click.option(
    "--mark",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.xlsx",
    help="Write a copy of the spreadsheet in which each problem stands at its cell.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEAD",
    help="Which column of any table holds the date, title, text, link, source, place, kind, …; repeatable.",
)
@click.option("--lang", "language", default="", metavar="CODE", help="The language of another timeline's texts.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change.")
def import_record(
    file: Path, data: Path, remove: bool, mark: Path | None, columns: tuple[str, ...], language: str, dry_run: bool
) -> None:
    """Bring FILE into a record: a workbook that `export xlsx` wrote (XLSX, ODS), one of its sheets as CSV, or a
    bibliography (BibTeX, RIS, CSL-JSON), whose entries become sources.

    Another timeline becomes a new record, with a claim for each event: TimelineJS (JSON, or its sheet), a calendar
    (ICS), a list of Markwhen, any table with dates and titles. What can't be brought is listed.

    Nothing is written unless the record is valid with it. Comments in the YAML stay, and so does what the sheets don't
    have. Problems are named by their cells: claims!F12.
    """
    refuse_to_edit_what_is_installed(data)
    if mark:
        _check_mark(mark, file)
    draft, brought = _brought(file, data, remove, _pairs(columns), language)
    _report(brought)
    if mark:
        from ..bring.marking import marked

        _write(mark, marked(file, brought.complaints))
        click.echo(f"marked: {mark}", err=True)
    if brought.refused or brought.record is None:
        click.echo("nothing was written", err=True)
        sys.exit(1)
    _say_what_stays(brought.stayed)
    for name in brought.left:
        click.echo(f"not brought: {name}")
    for line in _changes(data, brought.record, draft.is_new):
        click.echo(line)
    if brought.made:
        click.echo(f"made up, to begin with: {', '.join(brought.made)} in settings.yaml")
    if dry_run:
        click.echo("nothing was written (--dry-run)")
        return
    try:
        for path in draft.write():
            click.echo(f"written: {path}")
    except (WriteError, OSError) as error:
        raise click.ClickException(str(error)) from None
    if draft.is_new:
        click.echo(f"Next:\n  {program()} serve --reload --data {data}")


def _check_mark(mark: Path, file: Path) -> None:
    from ..bring.spreadsheet import BOOKS, TEXTS

    reason = ""
    if mark.suffix.lower() != ".xlsx":
        reason = "the marked copy is a workbook, FILE.xlsx"
    elif file.suffix.lower() not in (*BOOKS, *TEXTS):
        reason = "only a spreadsheet can be marked"
    elif mark.exists() and mark.samefile(file):
        reason = "this is the file that is brought; name another for its copy"
    if reason:
        raise click.BadParameter(reason, param_hint="--mark")


def _pairs(columns: Sequence[str]) -> dict[str, str]:
    """`date=Quand` as field and head."""
    from ..bring.table import FIELDS

    pairs = dict(pair.partition("=")[::2] for pair in columns)
    for field, head in pairs.items():
        if field not in FIELDS or not head:
            hint = did_you_mean(field, FIELDS) if field not in FIELDS else "write FIELD=HEAD"
            raise click.BadParameter(f"`{clipped(field)}` is no field of a table; {hint}", param_hint="--column")
    return pairs


def _brought(file: Path, data: Path, remove: bool, columns: dict[str, str], language: str) -> tuple[Draft, Brought]:
    """The draft with the file in it. Asks for columns that no head tells, where somebody is there to answer."""
    from ..bring.bring import bring
    from ..bring.draft import open_draft
    from ..bring.errors import BringError
    from ..bring.table import ColumnsWanted
    from ..query.addresses import RULES, RULES_OF_SOUND

    try:
        draft = open_draft(data)
        draft.further, draft.of_sound = RULES, RULES_OF_SOUND  # so that `check` says the same afterwards
        try:
            return draft, bring(draft, file, remove, columns, language)
        except ColumnsWanted as wanted:
            if not sys.stdin.isatty():
                raise
            heads = click.Choice([head.strip() for head in wanted.heads])
            asked = {field: click.prompt(f"Which column holds the {field}?", type=heads) for field in wanted.missing}
            return draft, bring(draft, file, remove, columns | asked, language)
    except (BringError, ColumnsWanted, OSError) as error:
        raise click.ClickException(str(error)) from None


def _report(brought: Brought) -> None:
    for complaint in brought.complaints:
        click.echo(str(complaint), err=True)
    if brought.complaints:
        click.echo(f"{tally([complaint.problem for complaint in brought.complaints])} found", err=True)


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except WriteError as error:
        raise click.ClickException(str(error)) from None


def _say_what_stays(stayed: Sequence[str]) -> None:
    """Entries of the record without a row: they may have been deleted in the sheet, or filtered away."""
    if not stayed:
        return
    click.echo("the sheets have no row for these, which stay as they are (--remove takes them out):")
    for name in stayed[:SHOWN]:
        click.echo(f"  {name}")
    if len(stayed) > SHOWN:
        click.echo(f"  and {len(stayed) - SHOWN} more")


def _changes(data: Path, record: Record, is_new: bool) -> list[str]:
    """What changes in the record, in sentences; of a new one what is in it."""
    if is_new:
        claims = sum(len(event.claims) for event in record.events)
        numbers = {"event": len(record.events), "claim": claims, "source": len(record.sources)}
        return [f"a new record: {', '.join(counted(number, noun) for noun, number in numbers.items())}"]
    from ..record.compare.changelog import text_lines
    from ..record.compare.diff import changes

    old, _ = read_record(data)
    return text_lines(changes(old, record)) if old else []
