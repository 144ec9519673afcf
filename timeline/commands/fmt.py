"""`python -m timeline fmt`: the record's files in canonical form."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from ..record.edit.canon import Formatted, format_file, record_files, record_languages
from ..record.edit.schemas import refresh_schemas
from ..record.files import events_file, record_folder, shown
from ..record.problems.report import counted, text_lines
from ..record.writing import WriteError, editing, write_atomically
from .options import data_option, refuse_to_edit_what_is_installed


@click.command("fmt")
@click.argument("files", nargs=-1, metavar="[FILES]...", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option("The record whose files are formatted where none are named, and whose languages order the texts.")
@click.option(
    "--check", is_flag=True, help="Write nothing; name the files that would change, and exit with 1 if there are any."
)
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def fmt(files: tuple[Path, ...], data: Path, check: bool, diff: bool) -> None:
    """Put the record's files into canonical form: order of keys and events, line width, quotes.

    Comments stay, and what the files say never changes. A file that can't be read is left as it is. The schemas of the
    record, where it has some, are brought up to date.
    """
    if not files:
        refuse_to_edit_what_is_installed(data)
    with ExitStack() as locks:
        if not (check or diff):
            try:
                for folder in sorted({record_folder(file) for file in files} or {events_file(data).parent}):
                    locks.enter_context(editing(folder))
            except WriteError as error:
                raise click.ClickException(str(error)) from None
        sys.exit(_formatted(files, data, check, diff))


def _formatted(files: tuple[Path, ...], data: Path, check: bool, diff: bool) -> int:
    """Format the files, or say what would change. Returns the exit code."""
    languages = record_languages(data)
    named: list[tuple[Path, type | None]] = [(file, None) for file in files] or [*record_files(data)]
    results = [format_file(file, languages, kind) for file, kind in named]
    changed = [result for result in results if result.changed]
    if diff:
        click.echo("".join(result.diff() for result in changed), nl=False)
    elif check:
        for result in changed:
            click.echo(f"would change: {result.name}")
    problems = [problem for result in results for problem in result.problems]
    failed = [] if check or diff else [result for result in changed if not _written(result)]
    for line in text_lines(problems):
        click.echo(line, err=True)
    if not (diff or check):
        click.echo(f"{counted(len(changed) - len(failed), 'file')} of {len(results)} formatted")
        for path in () if files else refresh_schemas(data):
            click.echo(f"schema: {shown(path)}")
    return 1 if problems or failed or check and changed else 0


def _written(result: Formatted) -> bool:
    """Write a file, and say so; say it too where it can't be written."""
    try:
        write_atomically(result.path, result.after, was=result.before)
    except WriteError as error:
        click.echo(error, err=True)
        return False
    click.echo(f"formatted: {result.name}")
    return True
