"""`list`: the events that match a filter, for people or for programs."""

from __future__ import annotations

from pathlib import Path

import click

from .options import data_option, filter_option, understood
from .records import load


@click.command("list")
@data_option()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or the API's object.",
)
@filter_option
@click.option(
    "--lang", default=None, help="Language of the text format; by default the filter's, else the record's first."
)
def list_events(data: Path, form: str, query: str, lang: str | None) -> None:
    """List the events that match a filter."""
    record = load(data)
    # What a command needs is imported when its record is good, so that a broken one is told of sooner.
    from ..publish.exports.api import json_bytes, selected_object
    from ..query.chapters import read_query
    from ..query.events import matching_events
    from ..query.spec import vocabulary

    known = vocabulary(record)
    spec = read_query(record, query)
    understood(spec, known, lang)
    events = matching_events(record, spec)
    if form == "json":
        click.echo(json_bytes(selected_object(record, events, spec)), nl=False)
        return
    language = lang or spec.text("lang") or record.settings.languages[0]
    for event in events:
        click.echo(f"{event.date.text:<22} {event.id:<36} {event.title[language]}")
