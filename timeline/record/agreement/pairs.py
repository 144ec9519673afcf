"""Which claims of two records are about the same, and which of their events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from rapidfuzz import fuzz

from ..folding import fold
from ..model.model import Amount, Claim, Event
from ..record import Record
from .shared import Passage, Shared

T = TypeVar("T", bound=Hashable)
ALIKE = 60  # of 100: from here on, two claims of a passage that holds several are taken for the same one


@dataclass(frozen=True)
class Cited:
    """A claim with its event."""

    event: Event
    claim: Claim

    @property
    def name(self) -> str:
        """`event-id/claim-id`."""
        return f"{self.event.id}/{self.claim.id}"


@dataclass(frozen=True)
class ClaimPair:
    """A claim of each record that are about the same words of the same passage."""

    ours: Cited
    theirs: Cited


@dataclass(frozen=True)
class EventPair:
    """An event of each record that rest on the same claims."""

    ours: Event
    theirs: Event


def by_passage(record: Record, passage_of: Callable[[Claim], Passage | None]) -> dict[Passage, list[Cited]]:
    """The claims of a record by the passage they cite, in the order of the record."""
    found: dict[Passage, list[Cited]] = {}
    for event in record.events:
        for claim in event.claims:
            if passage := passage_of(claim):
                found.setdefault(passage, []).append(Cited(event, claim))
    return found


def claim_pairs(shared: Shared) -> Iterator[ClaimPair]:
    """Claims on the same passage, two by two, each at most once; in our order of passages.

    The most alike come first. What is alike are the document's words that both rest on (`anchor`, `quote`), what both
    say in a language that they share, and numbers: not stance, claimant or day, which are what is compared. Two claims
    that are alone on a passage are a pair in any case.
    """
    ours, theirs = by_passage(shared.ours, shared.our_passage), by_passage(shared.theirs, shared.their_passage)
    for passage, claims in ours.items():
        others = theirs.get(passage, [])
        alone = len(claims) == len(others) == 1
        yield from (ClaimPair(a, b) for a, b in _best(claims, others, 0 if alone else ALIKE))


def _best(ours: list[Cited], theirs: list[Cited], least: float) -> list[tuple[Cited, Cited]]:
    """Each with the one most like it, the most alike of all first; in our order."""
    scored = []
    for (i, one), (j, other) in product(enumerate(ours), enumerate(theirs)):
        likeness = _likeness(one.claim, other.claim)
        same_event = one.event.id == other.event.id
        if max(likeness, default=0) >= least:
            scored.append((-max(likeness, default=0), -sum(likeness), not same_event, i, j))
    return [(ours[i], theirs[j]) for i, j in sorted(_each_once((i, j) for *_, i, j in sorted(scored)))]


def _each_once(pairs: Iterable[tuple[T, T]]) -> Iterator[tuple[T, T]]:
    left: set[T] = set()
    right: set[T] = set()
    for one, other in pairs:
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            yield one, other


def _likeness(one: Claim, other: Claim) -> list[float]:
    """How alike two claims are by each thing that both have, 0 to 100."""
    found = [
        fuzz.token_sort_ratio(fold(one.says[language]), fold(other.says[language]))
        for language in one.says
        if language in other.says
    ]
    if one.anchor and other.anchor:
        found.append(fuzz.token_set_ratio(fold(" ".join(one.anchor)), fold(" ".join(other.anchor))))
    if one.quote and other.quote:
        found.append(fuzz.token_sort_ratio(fold(one.quote.text), fold(other.quote.text)))
    numbers = [{number for amount in claim.amounts for number in _numbers(amount)} for claim in (one, other)]
    if all(numbers):
        found.append(100 * len(numbers[0] & numbers[1]) / len(numbers[0] | numbers[1]))
    return found


def _numbers(amount: Amount) -> Iterator[float]:
    yield from (number for number in (amount.value, amount.low, amount.high) if number is not None)


def event_pairs(shared: Shared, claims: Iterable[ClaimPair]) -> list[EventPair]:
    """Events that share the most claims, each at most once; then those of the same id. In our order."""
    ours, theirs = ({event.id: event for event in record.events} for record in (shared.ours, shared.theirs))
    order = {key: place for place, key in enumerate(ours)}
    common = Counter((pair.ours.event.id, pair.theirs.event.id) for pair in claims)
    best = sorted(common, key=lambda ids: (-common[ids], ids[0] != ids[1], order[ids[0]], ids[1]))
    same = [(key, key) for key in ours if key in theirs]
    found = sorted(_each_once([*best, *same]), key=lambda ids: order[ids[0]])
    return [EventPair(ours[a], theirs[b]) for a, b in found]
