"""Each prediction of the record beside what the record says came of it. It tells no hits from misses: what is recorded
stands beside what was foreseen, with its date and its status.

The browser's twin is `assets/src/model/forecasts.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..record.model.model import Claim, Disagreement, Event

WHAT_CAME = ("date", "occurrence", "number")  # points on which a prediction and what came of it can differ


@dataclass(frozen=True)
class Forecast:
    """A prediction: the `event` and the `claim` that make it, the ids of all `claims` that cite the same words (event
    and claim), the events that tell its `outcome`, and the `point` on which others differ from it, None where none do.
    """

    event: Event
    claim: Claim
    claims: tuple[tuple[str, str], ...]
    outcome: tuple[Event, ...]
    point: Disagreement | None

    @property
    def how(self) -> Literal["differs", "recorded", "unrecorded"]:
        """What the record holds of it."""
        return "differs" if self.point else "recorded" if self.outcome else "unrecorded"


def forecasts(events: Iterable[Event], known: Mapping[str, Event]) -> list[Forecast]:
    """The predictions of some events, in order. `known` are all events by their ids, as they are known; one that is not
    among them tells no outcome. A passage that several events cite for the same prediction is one.
    """
    found: dict[object, list[tuple[Event, Claim]]] = {}
    for event in events:
        for claim in event.claims:
            if claim.stance == "predicts":
                key = (claim.source, claim.passage, claim.url, claim.by, claim.outcome)
                found.setdefault(key, []).append((event, claim))
    return [_forecast(cited, known) for cited in found.values()]


def _forecast(cited: list[tuple[Event, Claim]], known: Mapping[str, Event]) -> Forecast:
    event, claim = next((pair for pair in cited if pair[0].status == "predicted"), cited[0])
    points = (_differs(one, by) for one, by in cited)
    return Forecast(
        event,
        claim,
        tuple((one.id, by.id) for one, by in cited),
        tuple(known[key] for key in claim.outcome if key in known),
        next(filter(None, points), None),
    )


def _differs(event: Event, claim: Claim) -> Disagreement | None:
    """The first point on which a side that doesn't hold the prediction says something else than another prediction."""
    predicted = {each.id for each in event.claims if each.stance == "predicts"}
    for point in event.disagreements:
        held = [claim.id in side.claims for side in point.sides]
        others = {key for side in point.sides if claim.id not in side.claims for key in side.claims}
        if point.about in WHAT_CAME and any(held) and others - predicted:
            return point
    return None
