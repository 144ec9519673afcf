"""`python -m timeline schema`: the JSON Schemas of a record's files for editors, and the field reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..record.edit.schemas import known_at, write_schemas
from ..record.files import FILES as RECORD_FILES
from ..record.files import events_file, shown
from ..record.model.known import Known
from ..record.model.reference import field_reference
from ..record.model.schema import FILES, schema_text
from ..record.model.settings import Settings
from ..record.problems.report import text_lines
from ..record.read.document import read_document
from ..record.writing import WriteError, editing, write_atomically
from .options import data_option, refuse_to_edit_what_is_installed


@click.command("schema")
@data_option("A record whose ids and languages the schema shall know; without it, any will do.", default=None)
@click.option("--docs", is_flag=True, help="Print the field reference instead.")
@click.option(
    "--of", "name", type=click.Choice([*FILES]), default="event", show_default=True, help="Which file it is of."
)
@click.option("--lesson", "name", flag_value="lesson", hidden=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option(
    "--write",
    is_flag=True,
    help="With --data: write all of them beside the record, and the lines that lead editors to them.",
)
def schema(data: Path | None, docs: bool, name: str, out: Path | None, write: bool) -> None:
    """Print the JSON Schema of a file of a record, which lets an editor complete ids and fields, and underline.

    With --write the schemas of all files of the record stand in a folder `schema`; `fmt`, `new` and `import` bring them
    up to date from then on.
    """
    if write:
        if data is None or docs or out:
            raise click.UsageError("--write takes --data, the record whose schemas are written, and nothing else")
        _write(data)
        return
    text = field_reference() if docs else schema_text(name, _known(data) if data else Known())
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_atomically(out, text.encode())
    except WriteError as error:
        raise click.ClickException(str(error)) from None


def _write(data: Path) -> None:
    refuse_to_edit_what_is_installed(data)
    _known(data)
    try:
        with editing(events_file(data).parent):
            paths = write_schemas(data)
    except (WriteError, OSError) as error:
        raise click.ClickException(str(error)) from None
    for path in paths:
        click.echo(f"written: {shown(path)}")
    if not paths:
        click.echo("the schemas are those of the record already")


def _known(data: Path) -> Known:
    """What is known of a record, whatever state its events are in. Its settings have to be valid."""
    document, problems = read_document(events_file(data).parent / RECORD_FILES["settings"][0], Settings)
    if document is None or problems:
        for line in text_lines(problems):
            click.echo(line, err=True)
        sys.exit(1)
    return known_at(data)
