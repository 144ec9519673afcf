"""Established, reported, contested or predicted? What the record says of an event, and the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...record.model.fields import STATUSES
from ...record.model.model import Claim, Event
from ...record.record import Record
from .chance import Chance
from .items import ITEMS, Choice, Item, distinct


def status(record: Record, events: Sequence[Event], chance: Chance) -> Iterator[Item]:
    """Up to eight events, of every status in turn as far as there are any, in chance order."""
    order = chance.shuffled(distinct(events))
    kinds = [[event for event in order if event.status == each] for each in STATUSES]
    turns = [turn[n] for n in range(ITEMS) for turn in kinds if n < len(turn)]
    for event in chance.shuffled(turns[:ITEMS]):
        because = tuple(claim.id for claim in reasons(event))
        yield Choice("status", event.id, "", STATUSES, STATUSES.index(event.status), because)


def reasons(event: Event) -> list[Claim]:
    """The claims that show best why an event has its status: one or two, those of its own actors first."""
    claims = sorted(event.claims, key=lambda claim: set(claim.by).isdisjoint(event.actors))
    said = [claim for claim in claims if claim.stance in ("asserts", "confirms")]
    denials = [claim for claim in claims if claim.stance == "denies"]
    if event.status == "predicted":
        return [claim for claim in claims if claim.stance == "predicts"][:1] or claims[:1]
    if event.status == "contested":
        return [*said[:1], *denials[:1]] if said and denials else sides(event) or claims[:2]
    if event.status == "established":
        confirmed = [claim for claim in claims if claim.stance == "confirms"]
        return confirmed[:1] or two_sources(said) or claims[:1]
    return said[:1] or claims[:1]


def sides(event: Event) -> list[Claim]:
    """A claim of each of the first two sides of the first point on which sources differ; none where they don't."""
    held = [side.claims[0] for side in event.disagreements[0].sides[:2]] if event.disagreements else []
    return [claim for key in held for claim in event.claims if claim.id == key]


def two_sources(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim, and the first one of another source."""
    return [*claims[:1], *[claim for claim in claims if claim.source != claims[0].source][:1]]
