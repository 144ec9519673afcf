"""What supports a status: the one rule that `check` warns by, and by which an event is judged on an earlier day and
without a source that somebody doubts.

- established: somebody confirms it, or two independent origins state it and nobody denies it;
- contested: somebody denies what somebody else states, or two origins differ on whether or when it happened;
- reported: somebody states it;
- predicted: somebody predicts it.

Of a statement every claim but a prediction states that it was made, a denial too. The browser's twin is
`assets/src/model/support.js`; `tests/vectors/support.json` runs against both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from .model.fields import Status
from .model.model import Claim, Event
from .origins import origins

STATING = ("asserts", "confirms")
TAKING_A_SIDE = (*STATING, "denies")
WHETHER_OR_WHEN = ("occurrence", "date")


@dataclass(frozen=True)
class Standing:
    """What some claims of an event come to: the `origins` of those that state it (ids of sources), and whether it is
    `confirmed`, `denied`, `divided` (origins differ on whether or when) and `predicted`."""

    origins: tuple[str, ...]
    confirmed: bool
    denied: bool
    divided: bool
    predicted: bool


# By status: what it can rest on, any one of these.
SUPPORTS: Mapping[Status, tuple[Callable[[Standing], bool], ...]] = MappingProxyType(
    {
        "established": (lambda it: it.confirmed, lambda it: len(it.origins) > 1 and not it.denied),
        "contested": (lambda it: it.denied and bool(it.origins), lambda it: it.divided),
        "reported": (lambda it: bool(it.origins),),
        "predicted": (lambda it: it.predicted,),
    }
)
# By the status that all claims have: what some of them can leave, the first that they support. None makes an event
# more certain than it was.
LEFT: Mapping[Status, tuple[Status, ...]] = MappingProxyType(
    {
        "established": ("established", "contested", "reported", "predicted"),
        "contested": ("contested", "reported", "predicted"),
        "reported": ("reported", "predicted"),
        "predicted": ("predicted",),
    }
)


def standing(event: Event, claims: Sequence[Claim], speech: bool) -> Standing:
    """What some of an event's claims come to. `speech` is true where the event is a statement."""
    stating = [claim for claim in claims if claim.stance in STATING or (speech and claim.stance != "predicts")]
    stances = {claim.stance for claim in claims}
    return Standing(
        origins=origins(stating, event.claims).origins,
        confirmed="confirms" in stances and not speech,
        denied="denies" in stances and not speech,
        divided=_divided(event, claims),
        predicted="predicts" in stances,
    )


def supports(status: Status, found: Standing) -> bool:
    """Whether a status can rest on what the claims come to."""
    return any(support(found) for support in SUPPORTS[status])


def status_left(event: Event, claims: Sequence[Claim], speech: bool) -> Status | None:
    """What some of an event's claims support: never more than what all of them do, None where nothing is left."""
    if len(claims) == len(event.claims):
        return event.status
    found = standing(event, claims, speech)
    return next((status for status in LEFT[event.status] if supports(status, found)), None)


def reason_left(event: Event, claims: Sequence[Claim], left: Status | None) -> str:
    """Why some of an event's claims leave another status than all of them do, in one word: `nothing`, `unstated`,
    `unpredicted` (none left), `denied` (contested), `one_origin`, `undisputed` (reported), `forecast` (predicted)."""
    if left is None:
        return "unpredicted" if claims and event.status == "predicted" else "unstated" if claims else "nothing"
    if left == "reported":
        return "one_origin" if event.status == "established" else "undisputed"
    return "denied" if left == "contested" else "forecast"


def _divided(event: Event, claims: Sequence[Claim]) -> bool:
    """Whether two sides on whether or when it happened are left that don't lead back to one origin."""
    by_id = {claim.id: claim for claim in claims if claim.stance in TAKING_A_SIDE}
    for point in event.disagreements:
        sides = [[by_id[key] for key in side.claims if key in by_id] for side in point.sides]
        held = [side for side in sides if side]
        spoken = origins([claim for side in held for claim in side], event.claims).origins
        if point.about in WHETHER_OR_WHEN and len(held) > 1 and len(spoken) > 1:
            return True
    return False
