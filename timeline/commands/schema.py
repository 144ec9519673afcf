"""`python -m timeline schema`: the JSON Schema of events.yaml for editors, and the field reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..record.files import FILES, WriteError, events_file, write_atomically
from ..record.model.schema import field_reference, schema_text
from ..record.model.settings import Settings
from ..record.problems.report import text_lines
from ..record.read.document import read_document
from .options import data_option


@click.command("schema")
@data_option("A record whose kinds and languages the schema shall know; without it, any will do.", default=None)
@click.option("--docs", is_flag=True, help="Print the field reference instead.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def schema(data: Path | None, docs: bool, out: Path | None) -> None:
    """Print the JSON Schema of events.yaml, which lets an editor complete and underline."""
    text = field_reference() if docs else schema_text(_settings(data) if data else None)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_atomically(out, text.encode())
    except WriteError as error:
        raise click.ClickException(str(error)) from None


def _settings(data: Path) -> Settings:
    """The settings of a record, whatever state its events are in."""
    document, problems = read_document(events_file(data).parent / FILES["settings"][0], Settings)
    if document is None or problems:
        for line in text_lines(problems):
            click.echo(line, err=True)
        sys.exit(1)
    return document.value
