"""The options that commands share: which record they are about, which of its events, in which language."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..installed import DATA, INSTALLED
from ..record.files import FILES, record_folder
from ..record.problems.problem import clipped, did_you_mean

if TYPE_CHECKING:  # commands start without what they may not need
    from ..query.spec import FilterSpec

OTHERS = {name for key, (name, _) in FILES.items() if key != "events"}
RECORD = "A record: the folder that holds it, or its events file beside the other files."


def data_option(help: str = RECORD, default: Path | None = DATA):
    """`--data DIR-or-FILE`. A path where nothing is is wrong usage (exit code 2); what is wrong inside is for the
    command.
    """
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        default=default,
        callback=_existing,
        metavar="DIR-OR-FILE",
        show_default="the record that comes with the program" if default else False,
        help=help,
    )


def _existing(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and not value.exists():
        raise click.BadParameter(
            f"there is no `{value}`; name the folder of a record, or its events file", context, parameter
        )
    if value is not None and value.name in OTHERS and value.is_file():
        raise click.BadParameter(
            f"`{value}` holds no events; name the folder it is in, `{value.parent}`", context, parameter
        )
    if value is not None:
        folder = value if value.is_dir() else value.parent
        if (own := record_folder(folder / "any")) != folder:
            raise click.BadParameter(f"`{value}` is part of a record; name its folder, `{own}`", context, parameter)
    return value


class Seconds(click.FloatRange):
    """So many seconds, at most an hour. `nan`, which is neither too little nor too much, is refused as well."""

    name = "number of seconds"

    def __init__(self) -> None:
        super().__init__(0, 3600)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number that stands there; wrong usage where it is none of these."""
        seconds = float(super().convert(value, param, ctx))
        if math.isnan(seconds):
            self.fail(f"{value} is not in the range {self._describe_range()}.", param, ctx)
        return seconds


def refuse_to_edit_what_is_installed(data: Path) -> None:
    """Editing the files of an installed package is wrong usage: the next version would replace them."""
    if INSTALLED and data == DATA:
        raise click.UsageError(
            "the record that comes with the program is not there to be edited; name yours with --data"
        )


filter_option = click.option(
    "--filter",
    "query",
    default="",
    metavar="QUERY",
    help="The page's own filter names, e.g. 'country=KP&from=2024-10-01'.",
)


def understood(spec: FilterSpec, known: Mapping[str, frozenset[str]], language: str | None = None) -> None:
    """What is not understood of a filter or as a language is wrong usage (exit code 2), all of it in one message. The
    page leaves it out and says so; here it would go unseen into a file of other events than were asked for.
    """
    from ..query.ignored import complaints

    problems = [f"--filter: {complaint}" for complaint in complaints(spec, known)]
    if language is not None and language not in known["lang"]:
        problems.append(
            f"--lang: there is no `{clipped(language)}` in this record; {did_you_mean(language, sorted(known['lang']))}"
        )
    if problems:
        raise click.UsageError("\n".join(problems))
