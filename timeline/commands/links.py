"""`python -m timeline links`: whether the addresses of a record still lead to what it cites."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..record.writing import WriteError
from .options import Seconds, data_option, refuse_to_edit_what_is_installed
from .records import load

if TYPE_CHECKING:  # other commands start without it
    from ..links.checking import Cache
    from ..links.cited import Cited
    from ..links.verdict import Verdict


@click.command("links")
@data_option()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="Name the addresses that are fine too.")
@click.option("--fresh", is_flag=True, help="Ask again what was asked within a week.")
@click.option(
    "--delay",
    type=Seconds(),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait between two pages of one host.",
)
@click.option("--cache", type=click.Path(path_type=Path), default=None, help="The file in which answers are kept.")
@click.option("--archive", is_flag=True, help="Find archived copies instead, and show the change to the YAML.")
@click.option("--timegate", default=None, metavar="URL", help="The archive to ask (Memento, RFC 7089).")
@click.option("--write", is_flag=True, help="With --archive: write the change.")
def links(
    data: Path,
    form: str,
    every: bool,
    fresh: bool,
    delay: float,
    cache: Path | None,
    archive: bool,
    timegate: str | None,
    write: bool,
) -> None:
    """Ask every address that the record cites, and say how it does: fine, moved, gone, forbidden, behind a paywall,
    drifted (the words that a claim quotes are no longer there), or a page that says that it isn't there. What can't be
    known for certain is said as a guess.

    One page of a host is asked after the other. Nothing is written, but with --archive --write.
    """
    record = load(data)
    if archive:
        _archive(data, timegate, delay, write)
        return
    from ..links.checking import Cache, check_all, default_cache
    from ..links.cited import cited_by
    from ..links.verdict import FINE, NO_ANSWER

    kept = Cache(cache or default_cache())
    if fresh:
        kept.kept.clear()
    cited = cited_by(record)
    found: dict[Cited, Verdict] = {}
    try:
        for one, verdict in check_all(cited, kept, delay):
            found[one] = verdict
    finally:  # what was found until an interruption counts as well
        if not cited or any(verdict.word != NO_ANSWER for verdict in found.values()):
            _keep(kept)
    if cited and all(verdict.word == NO_ANSWER for verdict in found.values()):
        raise click.ClickException("no address answers: the network isn't there, and nothing was checked")
    told = [one for one in cited if every or found[one].word != FINE or found[one].says]
    if form == "json":
        click.echo(json.dumps([_object(one, found[one]) for one in told], ensure_ascii=False, indent=2))
    else:
        for one in told:
            click.echo(f"{one.url}\n  {found[one]} [{one.named}]")
        words = Counter(verdict.word for verdict in found.values())
        click.echo(f"{len(cited)} {'address' if len(cited) == 1 else 'addresses'}: {_counts(words)}")
    sys.exit(0 if all(verdict.word == FINE for verdict in found.values()) else 1)


def _keep(answers: Cache) -> None:
    try:
        answers.save()
    except (WriteError, OSError) as error:
        click.echo(f"the answers can't be kept: {error}", err=True)


def _counts(words: Counter[str]) -> str:
    return ", ".join(f"{number} {word}" for word, number in words.most_common()) or "none is cited"


def _object(cited: Cited, verdict: Verdict) -> dict[str, object]:
    return {
        "url": cited.url,
        "verdict": verdict.word,
        "says": verdict.says,
        "guess": verdict.guess,
        "claims": [f"{event} {claim}" for event, claim in cited.claims],
    }


def _archive(data: Path, timegate: str | None, delay: float, write: bool) -> None:
    refuse_to_edit_what_is_installed(data)
    from ..bring.draft import open_draft
    from ..bring.errors import BringError
    from ..links.memento import TIMEGATE, NoArchive
    from ..links.proposal import propose

    try:
        draft = open_draft(data)
        proposal = propose(load(data), draft, timegate or TIMEGATE, delay, lambda url: click.echo(url, err=True))
        difference = proposal.diff()
    except (NoArchive, BringError, ValueError) as error:
        raise click.ClickException(f"{error}; nothing was changed") from None
    for url in proposal.without:
        click.echo(f"no copy: {url}", err=True)
    for url, why in proposal.unasked.items():
        click.echo(f"not known: {url} ({why})", err=True)
    click.echo(difference, nl=False)
    try:
        for path in draft.write() if write else ():
            click.echo(f"written: {path}", err=True)
    except (WriteError, OSError) as error:
        raise click.ClickException(str(error)) from None
    if proposal.unasked:
        raise click.ClickException(f"{len(proposal.unasked)} of the addresses are to be asked again")
