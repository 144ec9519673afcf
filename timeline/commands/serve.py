"""`serve`: the page on this machine, by a production server."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from ..record.load import no_collection
from ..record.problems.report import counted
from ..serve.editors import EDITORS
from .options import data_option
from .records import load


@click.command()
@data_option()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option(
    "--reload",
    "live",
    is_flag=True,
    help="Follow the files: a save changes the open pages, a broken one is shown on them.",
)
@click.option(
    "--editor",
    type=click.Choice([*EDITORS]),
    help="With --reload: where problems are shown, their lines open in this editor.",
)
@click.option(
    "--threads",
    default=8,
    show_default=True,
    type=click.IntRange(1, 256),
    help="How many requests are answered at once.",
)
@click.option(
    "--proxy",
    metavar="ADDRESS",
    help="The address of a proxy before the server, whose X-Forwarded-* say how readers came: links follow them.",
)
@click.option("--access-log", is_flag=True, help="A line on stderr for every answer, without the query.")
def serve(
    data: Path,
    host: str,
    port: int,
    live: bool,
    editor: str | None,
    threads: int,
    proxy: str | None,
    access_log: bool,
) -> None:
    """Serve the page. An invalid record is refused before the port opens.

    SIGTERM finishes what is being answered, and ends within five seconds.
    """
    if editor and not live:
        raise click.UsageError("--editor is for the problems that --reload shows; give both")
    record = load(data).without_places()
    import gc
    import logging

    from ..serve.heap import share_heap
    from ..serve.listening import Listening
    from ..serve.live import LiveApp
    from ..serve.observed import Observed
    from ..serve.server import create_app

    share_heap()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page's dozen files at once are no news
    with no_collection():
        app = LiveApp(data, host=host, editor=editor) if live else create_app(record).server
        observed = Observed(app, app.shown if isinstance(app, LiveApp) else lambda: record, access_log)
    if not live:
        gc.freeze()  # what is there now stays there, and needs not be looked through between two answers
    try:
        server = Listening(observed, host, port, threads, proxy)
    except (OSError, ValueError) as error:  # waitress has a ValueError of a name that is no host's
        raise click.ClickException(_why_not(host, port, error)) from None
    server.obey()
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    click.echo(f"{counted(len(record.events), 'event')} on {address} (record {record.hash[:12]}); Ctrl-C stops")
    server.run()


def _why_not(host: str, port: int, error: Exception) -> str:
    from ..serve.listening import free_port

    said = f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}"
    if getattr(error, "errno", None) != errno.EADDRINUSE or not (other := free_port(host, port)):
        return said
    return f"{said}; --port {other} is free"
