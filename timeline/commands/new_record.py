"""`new-record`: the files of a timeline to start from."""

from __future__ import annotations

from pathlib import Path
from string import Template

import click

from ..installed import STARTER, program
from ..record.edit.schemas import OWN, write_schemas
from ..record.identity import new_id
from ..record.writing import DRAFT, WriteError

EXTENSIONS = ".vscode/extensions.json"
RECOMMENDED = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'  # what reads the first lines that lead to schemas
ID = "id: the-old-bridge"  # in the starter, which is a record; what is written has an id of its own, by its folder
IGNORED = f"# What a command leaves behind that is ended while it writes.\n{DRAFT}*\n"


@click.command("new-record")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new_record(folder: Path) -> None:
    """Write the files of a new timeline into DIR: a small record that is valid, with comments, a README, a .gitignore,
    and the schemas by which editors complete and underline.

    DIR is made where there is none; one that holds anything is refused.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise click.UsageError(f"`{folder}` is not empty; name a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        texts = {file.name: file.read_text(encoding="utf-8") for file in STARTER.iterdir()}
        texts["README.md"] = Template(texts["README.md"]).substitute(program=program())
        texts["settings.yaml"] = texts["settings.yaml"].replace(ID, f"id: {new_id(folder.resolve().name)}", 1)
        for name, text in sorted({**texts, ".gitignore": IGNORED}.items()):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"written: {folder / name}")
        (folder / ".vscode").mkdir()
        (folder / EXTENSIONS).write_text(RECOMMENDED, encoding="utf-8", newline="\n")
        write_schemas(folder)
        click.echo(f"written: {folder / EXTENSIONS} and {folder / OWN}/, for editors")
    except (OSError, WriteError) as error:
        raise click.ClickException(f"cannot write into {folder}: {getattr(error, 'strerror', None) or error}") from None
    click.echo(f"Next:\n  {program()} serve --reload --data {folder}")
