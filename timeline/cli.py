"""The command line, `timeline …` or `python -m timeline …`: one module of `commands/` for each command.

Exit codes: 0 ok, 1 problems found, 2 usage.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module

import click

from . import __version__

# Each command, and what its module and its function are called.
COMMANDS = {
    **{
        name: name
        for name in ("check", "compare", "diff", "export", "fmt", "links", "new", "schema", "serve", "split", "verify")
    },
    "import": "import_record",
    "list": "list_events",
    "new-record": "new_record",
}


class Commands(click.Group):
    """A group whose commands are imported when they are asked for: most of what starting one takes is importing."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order."""
        return sorted(COMMANDS)

    def invoke(self, context: click.Context) -> object:
        """Run a command. A full disk behind stdout is a message, and what reads it may stop reading."""
        try:
            try:
                return super().invoke(context)
            finally:
                if sys.stdout:
                    sys.stdout.flush()
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # which click answers
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115  or Python would try once more when it ends
            raise click.ClickException(f"cannot write the output: {error.strerror or error}") from None

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, whose module is imported now; None where there is none."""
        if name not in COMMANDS:
            return None
        return getattr(import_module(f"timeline.commands.{COMMANDS[name]}"), COMMANDS[name])


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="timeline")
@click.pass_context
def main(context: click.Context) -> None:
    """An interactive timeline that shows how we know. Without a command it serves the page."""
    if hasattr(sys.stdout, "reconfigure"):
        # As on stderr: a terminal that isn't UTF-8 shows codes instead of stopping the program.
        sys.stdout.reconfigure(errors="backslashreplace")
    if context.invoked_subcommand is None and (serve := main.get_command(context, "serve")):
        context.invoke(serve)
