"""Archived copies as a change of the record's YAML, to be looked at before it is written."""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..bring.draft import Draft, checked
from ..record.edit.tree import Branch, Leaf, Twig, tree_of
from ..record.files import shown
from ..record.record import Record
from .memento import Memento, nearest


@dataclass
class Proposal:
    """Copies for claims that have none yet, by event and claim; `without` are the addresses that have no copy."""

    draft: Draft
    found: dict[tuple[str, str], Memento] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)

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
        name, old = shown(self.draft.path("events")), self.draft.was["events"].decode("utf-8-sig")
        lines = difflib.unified_diff(
            old.splitlines(keepends=True), self.draft.texts["events"].splitlines(keepends=True), name, name
        )
        return "".join(lines)


def propose(
    record: Record, draft: Draft, timegate: str, delay: float, progress: Callable[[str], None] = lambda _: None
) -> Proposal:
    """Ask an archive for the copy of each cited page that is nearest to the day of its claim, or of the record's update
    where a claim has none. Raises NoArchive.
    """
    proposal, asked = Proposal(draft), dict[tuple[str, str], Memento | None]()
    assert record.settings.updated.start  # a day
    for event in record.events:
        for claim in event.claims:
            if not claim.url or claim.archived:
                continue
            day = (claim.asserted_on.end if claim.asserted_on else None) or record.settings.updated.start
            key = (claim.url, day.isoformat())
            if key not in asked:
                progress(claim.url)
                if asked:
                    time.sleep(delay)
                asked[key] = nearest(claim.url, day, timegate)
            if copy := asked[key]:
                proposal.found[event.id, claim.id] = copy
            elif claim.url not in proposal.without:
                proposal.without.append(claim.url)
    return proposal


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
