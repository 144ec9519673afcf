"""`serve`: the page on this machine, by a production server."""

from __future__ import annotations

from pathlib import Path

import click

from ..record.load import no_collection
from ..record.problems.report import counted
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
    "--threads", default=8, show_default=True, type=click.IntRange(1), help="How many requests are answered at once."
)
def serve(data: Path, host: str, port: int, live: bool, threads: int) -> None:
    """Serve the page. An invalid record is refused before the port opens."""
    record = load(data)
    import gc
    import logging

    from waitress.server import create_server

    from ..serve.live import LiveApp
    from ..serve.server import create_app

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page's dozen files at once are no news
    with no_collection():
        app = LiveApp(data) if live else create_app(record).server
    if not live:
        gc.freeze()  # what is there now stays there, and needs not be looked through between two answers
    try:
        server = create_server(app, host=host, port=port, threads=threads)
    except (OSError, ValueError) as error:  # waitress has a ValueError of a name that is no host's
        raise click.ClickException(
            f"cannot listen on {host}:{port}: {getattr(error, 'strerror', None) or error}"
        ) from None
    click.echo(
        f"{counted(len(record.events), 'event')} on http://{host}:{port} (record {record.hash[:12]}); Ctrl-C stops"
    )
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
