"""`python -m timeline split`: a long events file as several, and back."""

from __future__ import annotations

from pathlib import Path

import click

from ..installed import program
from ..record.edit.split import PERIODS, join_events, split_events
from ..record.files import EVENTS, shown
from ..record.problems.report import counted
from ..record.writing import WriteError
from .options import data_option, refuse_to_edit_what_is_installed
from .records import load


@click.command("split")
@data_option()
@click.option(
    "--by", type=click.Choice([*PERIODS]), default="year", show_default=True, help="How long the time of a file is."
)
@click.option("--join", is_flag=True, help="Put the files together into one again.")
def split(data: Path, by: str, join: bool) -> None:
    """Part a long events.yaml into files of the folder `events/`, one for each year or month.

    Every command reads them as one list. `new` puts an event into the file that is named after its date, else into that
    with the event before it. Files of other names and cuts may be made by hand as well. Comments stay.
    """
    refuse_to_edit_what_is_installed(data)
    load(data)
    if not data.is_dir():
        raise click.UsageError("--data names the folder of the record here, since its events file is replaced")
    try:
        if join:
            click.echo(f"written: {shown(join_events(data))}")
            return
        paths = split_events(data, by)
    except (WriteError, OSError) as error:
        raise click.ClickException(str(error)) from None
    for path in paths:
        click.echo(f"written: {shown(path)}")
    click.echo(
        f"{counted(len(paths), 'file')} in {EVENTS}/ in place of events.yaml; `{program()} split --join` undoes it"
    )
