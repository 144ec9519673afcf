"""`python -m timeline compare`: how far two curators' records of the same documents agree."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..record.load import read_record
from .options import data_option
from .records import report


@click.command("compare")
@click.argument("other", type=click.Path(exists=True, path_type=Path), metavar="OTHER")
@data_option("The record that OTHER is compared with.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="Lines for people, Markdown for a report, or JSON.",
)
def compare(other: Path, data: Path, form: str) -> None:
    """Set two records of the same documents side by side.

    OTHER is the data folder, or the events.yaml, of somebody else who read the same documents. Claims on the same
    passage are compared: who claims it, on which day, with which stance and amount; and the events that rest on them.
    Whatever the two call their events, sources and actors: documents are known by their paragraphs.
    """
    from ..record.agreement.agreement import agreement
    from ..record.agreement.report import as_object, markdown, text_lines

    found = [read_record(path) for path in (data, other)]
    if problems := [problem for _, part in found for problem in part]:
        report(problems)
    ours, theirs = (record for record, _ in found)
    if ours is None or theirs is None:
        sys.exit(1)
    result = agreement(ours, theirs)
    names = str(data), str(other)
    if form == "json":
        click.echo(json.dumps(as_object(result, *names), ensure_ascii=False, allow_nan=False, indent=2))
    elif form == "markdown":
        click.echo(markdown(result, *names), nl=False)
    else:
        click.echo("\n".join(text_lines(result, *names)))
