"""`python -m timeline export FORMAT`: the events of a view as a file, in every format that the record leaves in.

A further format of events belongs into `timeline/publish/exports/formats.py` and `HELP`. Anything else that leaves as a
file is a command of its own in the group `export`, with `data_option`, `out_option`, `load` and `write`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..record.model.lesson import EXERCISE_TYPES
from ..record.problems.problem import clipped, did_you_mean
from ..record.problems.report import counted
from ..record.record import Record
from . import options
from .options import understood
from .records import load

# The formats without options of their own. The table of formats loads what they are made with, which the command line
# starts without.
HELP = {
    "json": "Everything, as the API gives it.",
    "ics": "Whole-day entries for calendars (iCalendar, RFC 5545).",
    "timelinejs": "The slides of Knight Lab's TimelineJS 3.",
    "atom": "A feed (RFC 4287).",
    "jsonld": "A schema.org list of events, claims and entries (JSON-LD).",
}
# Exercises made of the events of a view.
QUIZZES = {
    "gift": "Exercises as questions for Moodle (GIFT).",
    "qti": "Exercises as a package for learning platforms (QTI 2.1, ZIP).",
}

data_option = options.data_option()
out_option = click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write to this file, wholly or not at all; without it, to stdout.",
)
lang_option = click.option(
    "--lang",
    "language",
    default=None,
    help="The language of the words; by default the filter's, else the record's first.",
)
base_option = click.option("--base", default="", metavar="URL", help="The address of the page, for links to it.")

seed_option = click.option(
    "--seed",
    type=click.IntRange(1, 999999),
    default=None,
    metavar="N",
    help="The number that chooses what exercises ask; the same one asks the same.",
)


def view_options(command: Callable) -> Callable:
    """The options of every command that writes the events of a view."""
    for option in (data_option, base_option, lang_option, options.filter_option, out_option):
        command = option(command)
    return command


@click.group("export")
def export() -> None:
    """Write the events of a view to a file, in one of many formats."""


@export.command("csv")
@view_options
@click.option(
    "--rows",
    type=click.Choice(["events", "claims", "forecasts"]),
    default="events",
    show_default=True,
    help="A row an event, a row a claim, or a row a prediction with what came of it.",
)
@click.option("--bom", is_flag=True, help="Begin with a byte order mark, by which Excel sees that it is UTF-8.")
@click.option(
    "--delimiter",
    type=click.Choice(["comma", "semicolon", "tab"]),
    default="comma",
    show_default=True,
    help="What parts the cells. Spreadsheets of countries that write 1,5 expect semicolons; numbers then have a comma.",
)
def csv(rows: str, bom: bool, delimiter: str, **view) -> None:
    """A table for spreadsheets and scripts (RFC 4180)."""
    write_view("csv", **view, rows=rows, bom="1" if bom else "0", delimiter=delimiter)


def _add_command(form: str) -> None:
    """Add the command of a format that has no options of its own."""

    @export.command(form, help=HELP[form])
    @view_options
    def command(**view) -> None:
        write_view(form, **view)


for name in HELP:
    _add_command(name)


def _add_quiz(form: str) -> None:
    """Add the command of a format of exercises. What they ask stands in the query string, as in the page's address."""

    @export.command(form, help=QUIZZES[form])
    @view_options
    @click.option(
        "--exercise", type=click.Choice(EXERCISE_TYPES), default=None, help="One kind; without it one of each."
    )
    @seed_option
    def command(exercise: str | None, seed: int | None, query: str, **view) -> None:
        chosen = [query, f"exercise={exercise}" if exercise else "", f"seed={seed}" if seed else ""]
        write_view(form, query="&".join(filter(None, chosen)), **view)


for name in QUIZZES:
    _add_quiz(name)


def write_view(
    form: str, data: Path, query: str, language: str | None, base: str, out: Path | None, **settings: str
) -> None:
    """Write the events of a view in a format."""
    record = load(data)
    from ..publish.exports.formats import FORMATS
    from ..publish.exports.selection import select_view
    from ..query.spec import vocabulary

    selection = select_view(record, query, language, base)
    understood(selection.spec, vocabulary(record), language)
    write(out, FORMATS[form].make(selection, **settings))
    if missing := FORMATS[form].left_out(selection):
        click.echo(missing, err=True)


def write(out: Path | None, content: bytes) -> None:
    """Write to a file, or to stdout; what keeps a file from being written ends the program with 1."""
    from ..record.writing import WriteError, write_atomically

    if out is None or str(out) == "-":
        click.echo(content, nl=False)
        return
    try:
        write_atomically(out, content)
    except WriteError as error:
        raise click.ClickException(str(error)) from None


@export.command("handout")
@data_option
@click.option("--lesson", "key", required=True, metavar="ID", help="The lesson: the name of its file in data/lessons/.")
@click.option("--teacher", is_flag=True, help="For the teacher: with the answers, the notes and the keys.")
@click.option("--lang", "language", default=None, help="The language; by default the record’s first.")
@click.option("--base", default="", metavar="URL", help="The address of the page, for QR codes to what is printed.")
@seed_option
@out_option
def handout(
    data: Path, key: str, teacher: bool, language: str | None, base: str, seed: int | None, out: Path | None
) -> None:
    """A lesson as an A4 handout to print (HTML): for pupils, or for the teacher."""
    record = load(data)
    _known_lesson(record, key, language)
    from ..publish.handout.handout import handout as made

    write(out, made(record, key, language or record.settings.languages[0], teacher, _address(base), seed).encode())


@export.command("scorm")
@data_option
@click.option("--lesson", "key", required=True, metavar="ID", help="The lesson: the name of its file in data/lessons/.")
@click.option("--lang", "language", default=None, help="The language; by default the record’s first.")
@out_option
def scorm(data: Path, key: str, language: str | None, out: Path | None) -> None:
    """A lesson for a learning platform, with completion and score (SCORM 1.2, ZIP)."""
    record = load(data)
    _known_lesson(record, key, language)
    from ..publish.exports.scorm import scorm_package

    write(out, scorm_package(record, key, language or record.settings.languages[0]))


@export.command("xlsx")
@data_option
@out_option
def xlsx(data: Path, out: Path | None) -> None:
    """The whole record as a workbook to edit in a spreadsheet; `import` brings it back."""
    record = load(data)
    from ..publish.exports.workbook import CellError, workbook

    try:
        content = workbook(record)
    except CellError as error:
        raise click.ClickException(str(error)) from None
    write(out, content)


def _add_bibliography(form: str, help: str) -> None:
    """Add the command of a format of bibliographies."""

    @export.command(form, help=help)
    @data_option
    @lang_option
    @out_option
    def command(data: Path, language: str | None, out: Path | None) -> None:
        record = load(data)
        from ..publish.exports import bibliography

        known = record.settings.languages
        if language is not None and language not in known:
            hint = did_you_mean(language, known)
            raise click.BadParameter(f"there is no `{clipped(language)}` in this record; {hint}", param_hint="--lang")
        write(out, getattr(bibliography, form.replace("-", "_"))(record, language or known[0]))


_add_bibliography("bibtex", "The sources and the pages that were read, for LaTeX and reference managers (BibTeX).")
_add_bibliography("ris", "The same for reference managers (RIS).")
_add_bibliography("csl-json", "The same for Zotero, pandoc and others (CSL-JSON).")


@export.command("html")
@data_option
@out_option
def html(data: Path, out: Path | None) -> None:
    """The whole timeline as one file that works without server and network."""
    record = load(data)
    from ..publish.page.single import single_file

    content = single_file(record)
    write(out, content)
    if out and str(out) != "-":
        click.echo(
            f"{out}: {counted(len(record.events), 'event')} in {len(content) / 1e6:.2f} MB (record {record.hash[:12]})",
            err=True,
        )


@export.command("site")
@data_option
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="The folder to write, a new one or that of an earlier site; wholly or not at all.",
)
@click.option(
    "--base",
    default="",
    metavar="URL",
    help="The address that the site will have, for its picture, its map and search engines.",
)
@click.option("--scorm", is_flag=True, help="With each lesson as a SCORM package in each language, 0.8 MB each.")
def site(data: Path, out: Path, base: str, scorm: bool) -> None:
    """The same page as static files, for any web server or CDN, under any path."""
    base = _address(base)
    record = load(data)
    from ..publish.page.site import refuse_folder, site_files, write_site
    from ..record.writing import WriteError

    try:
        refuse_folder(out)
        files = site_files(record, base, scorm)
        write_site(out, files)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        f"{out}: {counted(len(record.events), 'event')} in {len(files)} files (record {record.hash[:12]})", err=True
    )


def _known_lesson(record: Record, key: str, language: str | None) -> None:
    """A lesson or a language that the record doesn't have is wrong usage (exit code 2)."""
    for flag, word, known in (("--lesson", key, record.lessons), ("--lang", language, record.settings.languages)):
        if word is not None and word not in known:
            hint = did_you_mean(word, known) if known else "`new lesson ID` begins one"
            raise click.BadParameter(f"there is no `{clipped(word)}` in this record; {hint}", param_hint=flag)


def _address(base: str) -> str:
    """The address of a page, ending with `/`; "" where none is given. One that is none is wrong usage (exit code 2)."""
    if base and not base.startswith(("http://", "https://")):
        raise click.BadParameter(f"`{base}` is no web address; it begins with https://", param_hint="--base")
    return base and base.rstrip("/") + "/"
