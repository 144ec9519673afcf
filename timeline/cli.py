"""The command line: `python -m timeline serve | check | verify | list`. Exit codes: 0 ok, 1 problems found, 2 usage."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from . import __version__
from .commands.check import check
from .commands.diff import diff
from .commands.export import export
from .commands.fmt import fmt
from .commands.new import new
from .commands.options import data_option, filter_option, understood
from .commands.schema import schema
from .record.load import no_collection, read_record
from .record.problem import Problem
from .record.report import FORMATS, counted, github_lines, text_lines
from .record.verify import Verification, verify_record

report_option = click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
                             help="How problems are printed: lines, JSON, or GitHub's annotations.")

INVALID = "not checked: anything against the documents, since the record itself has problems"


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="timeline")
@click.pass_context
def main(context: click.Context) -> None:
    """An interactive timeline that shows how we know. Without a command it serves the page."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # as on stderr: a terminal that isn't UTF-8 shows codes, and ends nothing
    if context.invoked_subcommand is None:
        context.invoke(serve)


@main.command()
@data_option()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--reload", "live", is_flag=True, help="Follow the files: a save changes the open pages, a broken one is shown on them.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1), help="How many requests are answered at once.")
def serve(data: Path, host: str, port: int, live: bool, threads: int) -> None:
    """Serve the page. An invalid record is refused before the port opens."""
    record = _load(data)
    import gc
    import logging

    from waitress import create_server

    from .live import LiveApp
    from .server import create_app

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page's dozen files at once are no news
    with no_collection():
        app = LiveApp(data) if live else create_app(record).server
    if not live:
        gc.freeze()  # what is there now stays there, and needs not be looked through between two answers
    try:
        server = create_server(app, host=host, port=port, threads=threads)
    except (OSError, ValueError) as error:  # waitress has a ValueError of a name that is no host's
        raise click.ClickException(f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}") from None
    click.echo(f"{counted(len(record.events), 'event')} on http://{host}:{port} (record {record.hash[:12]}); Ctrl-C stops")
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()


@main.command()
@data_option()
@click.option("--documents", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="The folder that holds the seed documents.")
@report_option
def verify(data: Path, documents: Path, form: str) -> None:
    """Prove every citation against the seed documents: digests, passages, quotes and figures."""
    record, problems = read_record(data)
    result = verify_record(record, documents) if record else Verification(tuple(problems), (INVALID,), ())
    if form == "json":
        click.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
    else:
        _report(result.problems, form)
        for line in result.lines():
            click.echo(line)
    sys.exit(1 if result.problems else 0)


@main.command("list")
@data_option()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Lines for people, or the API's object.")
@filter_option
@click.option("--lang", default=None, help="Language of the text format; by default the filter's, else the record's first.")
def list_events(data: Path, form: str, query: str, lang: str | None) -> None:
    """List the events that match a filter."""
    record = _load(data)
    from .publish.api import filtered_object
    from .query.spec import parse_query, vocabulary

    known = vocabulary(record)
    spec = parse_query(query, known)
    understood(spec, known, lang)
    body = filtered_object(record, spec)
    if form == "json":
        click.echo(json.dumps(body, ensure_ascii=False, allow_nan=False, indent=2))
        return
    language = lang or spec.get("lang") or record.settings.languages[0]
    for event in body["events"]:
        click.echo(f"{event['date']:<22} {event['id']:<36} {event['title'][language]}")


def _load(data: Path):
    record, problems = read_record(data)
    if record is None:
        _report(problems)
        sys.exit(1)
    return record


def _report(problems: Sequence[Problem], form: str = "text") -> None:
    """Problems go to stderr; GitHub's annotations are commands, and read from stdout."""
    for line in github_lines(problems) if form == "github" else text_lines(problems):
        click.echo(line, err=form != "github")


main.add_command(check)
main.add_command(diff)
main.add_command(export)
main.add_command(schema)
main.add_command(fmt)
main.add_command(new)
