"""On what the two claims of a pair differ, or the two events: stance, claimant, day, amount; status, date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..compare.describe import Names
from ..model.model import Amount, Claim
from ..record import Record
from .pairs import ClaimPair, EventPair
from .shared import Shared

NOBODY = "the source itself"
NO_DAY, NO_AMOUNT = "no day", "no amount"


@dataclass(frozen=True)
class Difference:
    """What the records hold of one thing, in words: `field` is stance, claimant, day, amount, status or date."""

    field: str
    ours: str
    theirs: str


def of_claims(shared: Shared, pair: ClaimPair) -> tuple[Difference, ...]:
    """On what two claims differ, in the order stance, claimant, day, amount."""
    ours, theirs = pair.ours.claim, pair.theirs.claim
    our_names, their_names = Names(shared.ours), Names(shared.theirs)

    def differing() -> Iterator[Difference]:
        if ours.stance != theirs.stance:
            yield Difference("stance", *(claim.stance.replace("_", " ") for claim in (ours, theirs)))
        if set(ours.by) != {shared.actors.get(key, f"their {key}") for key in theirs.by}:
            yield Difference(
                "claimant", our_names.value("by", ours.by) or NOBODY, their_names.value("by", theirs.by) or NOBODY
            )
        if ours.asserted_on != theirs.asserted_on:
            yield Difference("day", str(ours.asserted_on or NO_DAY), str(theirs.asserted_on or NO_DAY))
        if not _same_amounts(shared, ours, theirs):
            yield Difference("amount", _amounts(our_names, ours), _amounts(their_names, theirs))

    return tuple(differing())


def of_events(pair: EventPair) -> tuple[Difference, ...]:
    """On what two events differ: their status and their date."""
    fields = (("status", pair.ours.status, pair.theirs.status), ("date", str(pair.ours.date), str(pair.theirs.date)))
    return tuple(Difference(name, ours, theirs) for name, ours, theirs in fields if ours != theirs)


def _amounts(names: Names, claim: Claim) -> str:
    return "; ".join(names.amount(amount) for amount in claim.amounts) or NO_AMOUNT


def _same_amounts(shared: Shared, ours: Claim, theirs: Claim) -> bool:
    """True where each amount of one has its like among the other's, in whatever order."""
    terms = {kind: _ids(shared.ours, kind) & _ids(shared.theirs, kind) for kind in ("quantities", "units", "scopes")}

    def core(amount: Amount) -> tuple[object, ...]:
        """Numbers and bound, and what they count, as far as both records know the word; of words only that they are."""
        of = (("quantities", amount.quantity), ("units", amount.unit), ("scopes", amount.scope))
        counted = tuple(key if key in terms[kind] else None for kind, key in of)
        return (amount.value, amount.low, amount.high, amount.bound, bool(amount.words), counted)

    return sorted(map(core, ours.amounts), key=repr) == sorted(map(core, theirs.amounts), key=repr)


def _ids(record: Record, kind: str) -> set[str]:
    return {term.id for term in getattr(record.settings, kind)}
