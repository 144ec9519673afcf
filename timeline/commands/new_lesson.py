"""`python -m timeline new lesson ID`: the file of a new lesson, valid from the start, with texts to be written."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..installed import DATA, program
from ..record.edit.lesson_skeleton import lesson_file, lesson_text
from ..record.edit.schemas import known_at, modeline, schema_folder
from ..record.files import shown
from ..record.folding import slug_of
from ..record.model.fields import SLUG
from ..record.writing import WriteError, write_atomically
from .options import data_option, refuse_to_edit_what_is_installed
from .records import load


@click.command("lesson")
@click.argument("key", metavar="ID")
@data_option()
def lesson(key: str, data: Path) -> None:
    """Write data/lessons/ID.yaml: a lesson with a step of each kind, whose texts are still to be written."""
    refuse_to_edit_what_is_installed(data)
    if not re.search(SLUG, key):
        meant = f"; did you mean `{slug_of(key)}`?" if slug_of(key) else ""
        raise click.BadParameter(
            f"`{key}` is no id: small letters and digits, with single hyphens between{meant}", param_hint="ID"
        )
    file = lesson_file(data, key)
    if file.exists():
        raise click.ClickException(f"there is a lesson `{key}` already: {shown(file)}")
    schema = schema_folder(data, known_at(data)) / "lesson.json"
    text = lesson_text(load(data), modeline(schema, file) if schema.exists() else "")
    try:
        file.parent.mkdir(exist_ok=True)
        write_atomically(file, text.encode())
    except (OSError, WriteError) as error:
        click.echo(f"nothing was written: {getattr(error, 'strerror', None) or error}", err=True)
        sys.exit(1)
    option = "" if data == DATA else f" --data {data}"
    click.echo(f"{shown(file)}: a lesson of {text.count('- kind:')} steps, with texts to write where `…` stands")
    click.echo(f"Next: write them (docs/lessons.md explains the steps), then\n  {program()} check{option}")
