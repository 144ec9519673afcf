"""`python -m timeline schema`: the JSON Schemas of events.yaml and of lessons for editors, and the field reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..record.files import FILES, events_file
from ..record.model.schema import field_reference, lesson_schema, schema_text, written
from ..record.model.settings import Settings
from ..record.problems.report import text_lines
from ..record.read.document import read_document
from ..record.read.nodes import read_yaml
from ..record.writing import WriteError, write_atomically
from .options import data_option


@click.command("schema")
@data_option("A record whose kinds and languages the schema shall know; without it, any will do.", default=None)
@click.option("--docs", is_flag=True, help="Print the field reference instead.")
@click.option("--lesson", is_flag=True, help="Print the schema of a lesson instead; with --data it knows the events.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def schema(data: Path | None, docs: bool, lesson: bool, out: Path | None) -> None:
    """Print the JSON Schema of events.yaml, or of a lesson, which lets an editor complete and underline."""
    text = field_reference() if docs else _schema(data, lesson)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_atomically(out, text.encode())
    except WriteError as error:
        raise click.ClickException(str(error)) from None


def _schema(data: Path | None, lesson: bool) -> str:
    settings = _settings(data) if data else None
    return written(lesson_schema(settings, _event_ids(data) if data else ())) if lesson else schema_text(settings)


def _event_ids(data: Path) -> list[str]:
    """The ids of the events of a record, as far as its file can be read."""
    events, _ = read_yaml(events_file(data))
    listed = events if isinstance(events, list) else ()
    return [own for event in listed if isinstance(event, dict) and isinstance(own := event.get("id"), str)]


def _settings(data: Path) -> Settings:
    """The settings of a record, whatever state its events are in."""
    document, problems = read_document(events_file(data).parent / FILES["settings"][0], Settings)
    if document is None or problems:
        for line in text_lines(problems):
            click.echo(line, err=True)
        sys.exit(1)
    return document.value
