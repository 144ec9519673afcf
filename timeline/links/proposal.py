"""Archived copies as a change of the record's YAML, to be looked at before it is written."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ..bring.draft import Draft, checked
from ..record.dates.days import since_year_one
from ..record.edit.tree import Branch, Leaf, Twig, tree_of
from ..record.record import Record
from .memento import Busy, Memento, NoArchive, Refused, nearest

PAUSE = 30.0  # seconds to wait for an archive that asks to come back later and doesn't say when
LONGEST = 300.0  # that are waited at all


@dataclass
class Proposal:
    """Copies for claims that have none yet, by event and claim; `without` are the addresses that have no copy,
    `unasked` those of which that isn't known, and why.
    """

    draft: Draft
    found: dict[tuple[str, str], Memento] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    unasked: dict[str, str] = field(default_factory=dict)

    def diff(self) -> str:
        """What changes in the events file, as a unified diff. Puts the copies into the draft; raises ValueError where
        the record with them would not be valid.
        """
        for event, claim, branch in _claims(self.draft.roots["events"]):
            if copy := self.found.get((event, claim)):
                value = tree_of({"url": copy.url, "on": copy.on.isoformat()})
                branch.parts.append(Twig("archived", value))
        with checked(self.draft, ["events"]) as draft:
            if draft.refused:
                raise ValueError("\n".join(map(str, draft.problems)))
        return self.draft.diff()


def propose(
    record: Record, draft: Draft, timegate: str, delay: float, progress: Callable[[str], None] = lambda _: None
) -> Proposal:
    """Ask an archive for the copy of each cited page that is nearest to the day of its claim, or of the record's update
    where a claim has none. Raises NoArchive where it answers for no page; once it stops to answer, the rest is unasked.
    """
    proposal, archive, ended = Proposal(draft), _Archive(timegate), None
    for number, ((url, day), claims) in enumerate(_without_copy(record).items()):
        if ended:
            proposal.unasked[url] = str(ended)
            continue
        if number:
            time.sleep(delay)
        progress(url)
        try:
            copy = archive.nearest(url, day)
        except Refused as error:
            proposal.unasked[url] = str(error)
        except NoArchive as error:
            if not archive.answered:
                raise
            ended = error
            proposal.unasked[url] = str(error)
        else:
            proposal.found.update(dict.fromkeys(claims, copy) if copy else {})
            if not copy and url not in proposal.without:
                proposal.without.append(url)
    if proposal.unasked and not archive.answered:
        raise NoArchive(next(iter(proposal.unasked.values())))
    return proposal


class _Archive:
    """An archive that is asked politely: when it asks to come back later, that is done once."""

    def __init__(self, timegate: str):
        self.timegate, self.answered, self.waited = timegate, False, False

    def nearest(self, url: str, day: date) -> Memento | None:
        try:
            copy = nearest(url, day, self.timegate)
        except Busy as busy:
            pause = PAUSE if busy.after is None else busy.after
            if self.waited or pause > LONGEST:
                raise
            self.waited = True
            time.sleep(pause)
            copy = nearest(url, day, self.timegate)
        self.answered = True
        return copy


def _without_copy(record: Record) -> dict[tuple[str, date], list[tuple[str, str]]]:
    """The claims that have an address and no copy of it, by the page and the day to ask for."""
    wanted: dict[tuple[str, date], list[tuple[str, str]]] = {}
    assert record.settings.updated.start  # a day
    for event in record.events:
        for claim in event.claims:
            if claim.url and not claim.archived:
                day = (claim.asserted_on.end if claim.asserted_on else None) or record.settings.updated.start
                wanted.setdefault((claim.url, since_year_one(day)), []).append((event.id, claim.id))
    return wanted


def _claims(events: Branch) -> Iterator[tuple[str, str, Branch]]:
    for event in events.parts:
        for claims in event.value.parts if isinstance(event.value, Branch) else ():
            if claims.key == "claims" and isinstance(claims.value, Branch):
                for claim in claims.value.parts:
                    if isinstance(claim.value, Branch):
                        yield _id(event.value), _id(claim.value), claim.value


def _id(part: Leaf | Branch) -> str:
    own = next((twig.value for twig in part.parts if twig.key == "id"), None) if isinstance(part, Branch) else None
    return own.value or "" if isinstance(own, Leaf) else ""
