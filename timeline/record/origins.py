"""How many sources stand behind some claims, and how many independent origins: ten reprints of an agency are one
origin.

The vectors in `tests/vectors/origins.json` say the same for the browser's twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .model.model import Claim


@dataclass(frozen=True)
class Origins:
    """The `sources` of some claims and the `origins` that these lead back to: ids of sources, each once, in the order
    of the claims. `known` is true where at least one of the claims says what it derives from; where none does, the
    origins are the sources, and nothing is known of how independent they are.
    """

    sources: tuple[str, ...]
    origins: tuple[str, ...]
    known: bool


def origins(claims: Iterable[Claim], event: Iterable[Claim] = ()) -> Origins:
    """The sources and origins of claims of one event. Where `claims` are only some of the event's (those of a day,
    those of a stance), `event` holds all of them, so that a claim can derive from one that is left out.

    A claim leads back through what it derives from to a source; a claim that says nothing of that, to its own source.
    """
    claims = list(claims)
    by_id = {claim.id: claim for claim in (*event, *claims)}
    return Origins(
        tuple(dict.fromkeys(claim.source for claim in claims)),
        tuple(dict.fromkeys(_origin(claim, by_id) for claim in claims)),
        any(claim.derives_from for claim in claims),
    )


def _origin(claim: Claim, by_id: Mapping[str, Claim]) -> str:
    """The id of the source that the claim leads back to. (`check` refuses circles; here one ends where it begins.)"""
    passed = {claim.id}
    while (other := by_id.get(claim.derives_from or "")) and other.id not in passed:
        claim = other
        passed.add(claim.id)
    return claim.source if claim.derives_from is None or claim.derives_from in passed else claim.derives_from
