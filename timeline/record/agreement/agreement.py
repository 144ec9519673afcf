"""How often two curators of the same documents agree, beyond what chance would give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import krippendorff

from ..record import Record
from .differences import Difference, of_claims, of_events
from .pairs import Cited, ClaimPair, EventPair, by_passage, claim_pairs, event_pairs
from .shared import Passage, Shared


@dataclass(frozen=True)
class Measure:
    """Of `of` pairs, `same` have the same value. `alpha` is Krippendorff's for nominal data: 1 is full agreement, 0
    what chance would give, less than 0 is worse than chance. It is None where it is not defined: for no pair, and where
    both curators use one and the same value throughout, so that chance could not differ either.

    Method: K. Krippendorff, Content Analysis, 4th edition (2019), chapter 12.
    """

    same: int
    of: int
    alpha: float | None


@dataclass(frozen=True)
class Agreement:
    """Two records side by side.

    `claims` and `events` are pairs with what they differ on, in our order. `only_ours` and `only_theirs` are the claims
    on documents that both records have, without a counterpart; `passages` counts the passages that both cite, that only
    we do, that only they do, of those documents.
    """

    shared: Shared
    claims: tuple[tuple[ClaimPair, tuple[Difference, ...]], ...]
    events: tuple[tuple[EventPair, tuple[Difference, ...]], ...]
    only_ours: tuple[Cited, ...]
    only_theirs: tuple[Cited, ...]
    passages: tuple[int, int, int]

    @property
    def stance(self) -> Measure:
        """How far the stances of paired claims agree."""
        return measure((pair.ours.claim.stance, pair.theirs.claim.stance) for pair, _ in self.claims)

    @property
    def status(self) -> Measure:
        """How far the statuses of paired events agree."""
        return measure((pair.ours.status, pair.theirs.status) for pair, _ in self.events)

    @property
    def differing(self) -> dict[str, int]:
        """How many pairs of claims or events differ on each field."""
        fields = [one.field for _, found in (*self.claims, *self.events) for one in found]
        return {name: fields.count(name) for name in ("stance", "claimant", "day", "amount", "status", "date")}


def agreement(ours: Record, theirs: Record) -> Agreement:
    """Sets two records of the same documents side by side."""
    shared = Shared(ours, theirs)
    pairs = list(claim_pairs(shared))
    mine = by_passage(ours, shared.our_passage)
    others = by_passage(theirs, shared.their_passage)
    documents = set(shared.documents)
    theirs_of_both = {
        passage: [c for c in cited if c.claim.source in shared.sources] for passage, cited in others.items()
    }
    ours_of_both = {passage: [c for c in cited if c.claim.source in documents] for passage, cited in mine.items()}
    return Agreement(
        shared,
        tuple((pair, of_claims(shared, pair)) for pair in pairs),
        tuple((pair, of_events(pair)) for pair in event_pairs(shared, pairs)),
        _unpaired(ours_of_both.values(), {pair.ours.name for pair in pairs}),
        _unpaired(theirs_of_both.values(), {pair.theirs.name for pair in pairs}),
        _counted(ours_of_both, theirs_of_both),
    )


def _unpaired(cited: Iterable[Sequence[Cited]], paired: set[str]) -> tuple[Cited, ...]:
    return tuple(one for claims in cited for one in claims if one.name not in paired)


def _counted(ours: dict[Passage, list[Cited]], theirs: dict[Passage, list[Cited]]) -> tuple[int, int, int]:
    mine, others = ({passage for passage, cited in side.items() if cited} for side in (ours, theirs))
    return len(mine & others), len(mine - others), len(others - mine)


def measure(pairs: Iterable[tuple[str, str]]) -> Measure:
    """The agreement of two curators who gave each thing one of several words."""
    found = list(pairs)
    values = sorted({value for pair in found for value in pair})
    alpha = None
    if len(values) > 1:
        coded = [[values.index(pair[side]) for pair in found] for side in (0, 1)]
        alpha = float(krippendorff.alpha(reliability_data=coded, level_of_measurement="nominal"))
    return Measure(sum(one == other for one, other in found), len(found), alpha)
