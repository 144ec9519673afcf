"""`python -m timeline new`: a new event, asked for or given by flags, written at its place; or a new lesson."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from ..installed import DATA, program
from ..record.dates.edtf import parse
from ..record.edit.skeleton import SkeletonError, add_event, free_id
from ..record.load import read_record
from ..record.model.countries import country_codes, meant_country
from ..record.model.fields import STANCES, STATUSES, Slug, Url
from ..record.problems.problem import Problem, did_you_mean
from ..record.problems.report import text_lines
from ..record.read.guesses import fault_of, meant_address
from ..record.record import Record
from ..record.rules.walk import Register, hint_at
from ..record.writing import WriteError
from .new_lesson import lesson
from .options import data_option, refuse_to_edit_what_is_installed
from .questions import Questions, read_text


def _per_language(flag: str, says: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option that is given once per language."""
    return click.option(flag, metavar="LANG=TEXT", multiple=True, help=says)


@click.group("new", invoke_without_command=True)
@data_option()
@click.option("--date", help="When it happened, in EDTF: 2024-06-19, 2024-10, 2024-10-03~, 2024-09/..")
@_per_language("--title", "A headline, once per language of the timeline: --title 'en=The treaty is signed'.")
@_per_language("--summary", "One to three sentences, once per language.")
@click.option("--kind", help="One of the kinds in settings.yaml.")
@click.option("--status", help=f"What the record supports: {', '.join(STATUSES[:-1])} or {STATUSES[-1]}.")
@click.option("--actor", "actors", multiple=True, metavar="ID", help="An id of actors.yaml; repeatable.")
@click.option("--country", "countries", multiple=True, metavar="CODE", help="Two letters of ISO 3166-1; repeatable.")
@click.option("--source", help="Who reports it: an id of sources.yaml.")
@click.option("--passage", help="The paragraph, where the source is a seed document.")
@click.option("--url", help="The address of the page, where the source is any other.")
@click.option(
    "--locator", help="Where in a printed work, a letter, an object: a page, a chapter. With or instead of --url."
)
@click.option(
    "--by",
    multiple=True,
    metavar="ID",
    help="Who says it: an id of actors.yaml; repeatable. Left out, it is the outlet itself.",
)
@click.option("--asserted-on", metavar="DATE", help="The day it was said or published.")
@click.option("--stance", help="asserts (the default), denies, predicts, confirms or declines_to_comment.")
@_per_language("--says", "What exactly the passage says, in our own words, once per language.")
@click.option("--id", help="The event's id; by default made from the title.")
@click.option(
    "--no-input", is_flag=True, help="Ask nothing: what is missing is an error, what is optional is left out."
)
@click.pass_context
def new(context: click.Context, data: Path, no_input: bool, **given) -> None:
    """Add an event with its first claim to the events file, at its place in date order; or a lesson (`new lesson`).

    Asks for whatever is not given. Nothing else in the file changes, and nothing is written
    unless the record is valid with the event in it.
    """
    if context.invoked_subcommand:
        return
    refuse_to_edit_what_is_installed(data)
    record, problems = read_record(data)
    if record is None or problems:
        _refuse(problems, "the record has to be without problems before an event is added")
    event = _event(record, Questions(given, record.settings.languages, asking=not no_input))
    try:
        added = add_event(data, event, record.settings.languages)
    except (SkeletonError, WriteError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"nothing was written: {error.strerror or error}") from None
    if added.problems:
        _refuse(added.problems, "nothing was written")
    option = "" if data == DATA else f" --data {data}"
    click.echo(f"{added.file}:{added.line}: added `{event['id']}`")
    click.echo(
        "Next: add what else is known there (more claims, a quote, figures; CONTRIBUTING.md explains the fields), then"
    )
    click.echo(f"  {program()} check{option}\n  {program()} serve{option}")


new.add_command(lesson)


def _refuse(problems: Iterable[Problem], why: str) -> NoReturn:
    for line in [*text_lines(list(problems)), why]:
        click.echo(line, err=True)
    sys.exit(1)


def _event(record: Record, ask: Questions) -> dict[str, object]:
    """The event as it will stand in the file; the order of its keys is the formatter's business."""
    actor = _known(Register(record.actors), "actor in actors.yaml")
    kinds = Register({kind.id: kind for kind in record.settings.kinds})
    event = {
        "date": ask.one("date", "Date (EDTF: 2024-06-19, 2024-10, 2024-10-03~, 2024-07/2024-09)", _date),
        "title": ask.texts("title", "Title"),
        "summary": ask.texts("summary", "Summary"),
        "kind": ask.one("kind", f"Kind ({', '.join(kinds)})", _known(kinds, "kind in settings.yaml")),
        "status": ask.one(
            "status",
            f"Status ({', '.join(STATUSES)})",
            _choice(STATUSES),
            default="reported" if ask.asking else "",
        ),
        "actors": ask.several("actor", "actors", "Actors (ids or names with commas between, or Enter)", actor),
    }
    near = " ".join(filter(None, dict.fromkeys(record.actors[name].country for name in event["actors"])))
    event["countries"] = ask.several(
        "country", "countries", "Countries (two-letter codes, or Enter)", _country(record), near
    )
    event["claims"] = [_claim(record, ask, actor)]
    if not ask.missing:
        taken = {other.id for other in record.events}
        title = event["title"].get("en") or event["title"][record.settings.languages[0]]
        free = free_id(title, event["date"], taken)
        event["id"] = ask.one("id", "Id (the permalink)", _new_id(taken), default=free, optional=True) or free
    ask.refuse_missing()
    return {key: value for key, value in event.items() if value}


def _claim(record: Record, ask: Questions, actor: Callable[[str], str]) -> dict[str, object]:
    source = ask.one(
        "source", "Source (an id of sources.yaml)", _known(Register(record.sources), "source in sources.yaml")
    )
    seed = record.seeds.get(source)
    claim = {"id": "c1", "source": source}
    if seed:
        gists = {str(paragraph.n): paragraph.gist for paragraph in seed.paragraphs}
        claim["passage"] = ask.one("passage", f"Passage (paragraph, 1 to {len(gists)})", _choice(gists))
        if ask.asking and claim["passage"]:
            click.echo(f"  {gists[claim['passage']][record.settings.languages[0]]}")
    elif source or ask.given["url"] or ask.given["locator"]:
        printed = ask.asking or ask.given["locator"]
        claim["url"] = ask.one(
            "url", "Address of the page (https://…; Enter for a printed work)", _url, optional=bool(printed)
        )
        if ask.given["locator"] or ask.asking and not claim["url"]:
            claim["locator"] = ask.one("locator", "Where in it (a page, a chapter)", read_text)
    else:
        ask.missing.append("--passage, --url or --locator")
    for flag, other in (("url", "passage"), ("locator", "passage"), ("passage", "url")):
        if source and ask.given[flag] and flag not in claim:
            raise click.BadParameter(f"`{source}` is cited by its --{other}", param_hint=f"--{flag}")
    claim["by"] = ask.several("by", "by", "Said by (ids of actors; Enter for the outlet itself)", actor)
    published = str(seed.published) if seed else ""
    claim["asserted_on"] = ask.one(
        "asserted-on", "Said or published on (or Enter)", _date, default=published, optional=True
    )
    claim["stance"] = (
        ask.one(
            "stance",
            f"Stance ({', '.join(STANCES)})",
            _choice(STANCES),
            default="asserts",
            optional=True,
        )
        or "asserts"
    )
    claim["says"] = ask.texts("says", "Says")
    return {key: value for key, value in claim.items() if value}


def _date(text: str) -> str:
    return str(parse(text))


def _country(record: Record) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text in country_codes():
            return text
        if not (meant := meant_country(text, record.settings.languages)):
            raise ValueError(f"`{text}` is no country code of ISO 3166-1, such as FR, JP, US")
        return meant

    return read


def _url(text: str) -> str:
    try:
        return TypeAdapter(Url).validate_python(text)
    except ValidationError:
        fault = fault_of(text)
        said = f"`{text}` is not a web address{f': {fault}' if fault else ''}"
        raise ValueError(f"{said}; {meant_address(text)}") from None


def _choice(words: Iterable[str]) -> Callable[[str], str]:
    words = list(words)

    def read(text: str) -> str:
        if text not in words:
            near = did_you_mean(text, words)
            raise ValueError(
                f"`{text}` is none of: {', '.join(words)}" + (f"; {near}" if near.startswith("did") else "")
            )
        return text

    return read


def _known(known: Register, what: str) -> Callable[[str], str]:
    """Takes an id, or the whole name of one thing."""

    def read(text: str) -> str:
        if text in known:
            return text
        if meant := known.named(text):
            return meant
        near = hint_at(text, known)
        raise ValueError(f"there is no {what} called `{text}`" + (f"; {near}" if near else ""))

    return read


def _new_id(taken: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        try:
            TypeAdapter(Slug).validate_python(text)
        except ValidationError:
            raise ValueError(f"`{text}` is no id: small letters and digits, with single hyphens between") from None
        if text in taken:
            raise ValueError(f"the id `{text}` is taken")
        return text

    return read
