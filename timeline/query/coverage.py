"""What each source says of an event, in one word: the cells of the source × event matrix."""

from __future__ import annotations

from collections.abc import Iterable

from ..record.model.model import Claim, Event

STATES = ("reports", "differs", "denies", "predicts", "declines")


def coverage(event: Event) -> dict[str, str]:
    """{source id: state} for every source of the event; a source that is not in it is silent.

    `denies` where the source carries a denial; else `predicts` where it carries a prediction and nothing
    more; else `declines` where it only carries a refusal to comment; else `differs` where one of its
    claims takes a side in a disagreement; else `reports`.
    """
    disputed = {claim for point in event.disagreements for side in point.sides for claim in side.claims}
    by_source: dict[str, list[Claim]] = {}
    for claim in event.claims:
        by_source.setdefault(claim.source, []).append(claim)
    return {source: state_of(claims, disputed) for source, claims in by_source.items()}


def state_of(claims: Iterable[Claim], disputed: set[str]) -> str:
    """The state of some claims of one event; `disputed` holds the ids of the claims that take a side."""
    claims = list(claims)
    stances = {claim.stance for claim in claims}
    if "denies" in stances:
        return "denies"
    if stances <= {"predicts"}:
        return "predicts"
    if stances <= {"declines_to_comment"}:
        return "declines"
    return "differs" if any(claim.id in disputed for claim in claims) else "reports"
