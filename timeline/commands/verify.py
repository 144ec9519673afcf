"""`verify`: every citation proven against the documents, for whoever holds them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..record.load import read_record
from ..record.problems.report import FORMATS
from ..record.verify.verification import Verification
from ..record.verify.verify import verify_record
from .options import data_option
from .records import load, report

INVALID = "not checked: anything against the documents, since the record itself has problems"


@click.command()
@data_option()
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds the seed documents.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How problems are printed: lines, JSON, or GitHub's annotations.",
)
@click.option("--docs", is_flag=True, help="Print the page on the sources instead, as in docs/sources.md.")
def verify(data: Path, documents: Path | None, form: str, docs: bool) -> None:
    """Prove every citation against the seed documents: digests, passages, quotes, figures and anchors."""
    if docs:
        from ..publish.page.sources import sources_markdown  # templates, which a proof does without

        click.echo(sources_markdown(load(data)), nl=False)
        return
    if documents is None:
        raise click.UsageError("Missing option '--documents'.")
    record, problems = read_record(data)
    result = verify_record(record, documents) if record else Verification(tuple(problems), (INVALID,), ())
    if form == "json":
        click.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
    else:
        report(result.problems, form)
        for line in result.lines():
            click.echo(line)
    sys.exit(1 if result.problems else 0)
