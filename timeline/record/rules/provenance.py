"""Where a claim comes from: the report that it only relays, and the words that tie it to its passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..problems.problem import Problem
from ..record import Record
from .walk import Register, claims_of, events_of, unknown_word

ANCHOR_WORDS = 3


def origins_are_known(record: Record) -> Iterator[Problem]:
    """unknown-origin: what a claim derives from is another claim of its event or a source of sources.yaml."""
    sources = Register(record.sources)
    for document, index, event in events_of(record):
        ids = {claim.id for claim in event.claims}
        for number, claim in enumerate(event.claims):
            if claim.derives_from and claim.derives_from not in ids and claim.derives_from not in sources:
                place = (index, "claims", number, "derives_from")
                yield unknown_word(document, place, claim.derives_from, sources, "origin", "this event or sources.yaml")


def origins_lead_elsewhere(record: Record) -> Iterator[Problem]:
    """circular-origin: what a claim derives from is neither its own source nor a claim that derives from it in turn."""
    for document, index, event in events_of(record):
        origins = {claim.id: claim.derives_from for claim in event.claims}
        firsts = _firsts_of_circles(origins)
        for number, claim in enumerate(event.claims):
            place, origin = (index, "claims", number, "derives_from"), claim.derives_from
            if origin == claim.source and origin not in origins:
                yield document.problem(
                    place, "circular-origin", f"`{origin}` is the claim’s own source", "leave the field out"
                )
            elif claim.id in firsts:
                itself = "the claim derives from itself"
                yield document.problem(
                    place,
                    "circular-origin",
                    itself if origin == claim.id else f"{itself}, by way of `{origin}`",
                    "only the claim that relays another one has the field",
                )


def _firsts_of_circles(origins: Mapping[str, str | None]) -> set[str]:
    """Of each circle of claims that derive from one another, the one that stands first in the file."""
    firsts, done = set[str](), set[str]()
    ranks = {name: rank for rank, name in enumerate(origins)}
    for claim in origins:
        passed: dict[str, None] = {}
        step: str | None = claim
        while step is not None and step in origins and step not in passed and step not in done:
            passed[step] = None
            step = origins[step]
        if step is not None and step in passed:
            names = list(passed)
            firsts.add(min(names[names.index(step) :], key=ranks.__getitem__))
        done |= passed.keys()
    return firsts


def anchors_are_words(record: Record) -> Iterator[Problem]:
    """anchor: only a claim with a passage has an anchor, of one to three words in all."""
    for document, path, _, claim in claims_of(record):
        if claim.anchor and not claim.passage:
            yield document.problem(
                (*path, "anchor"), "anchor", "the claim names no `passage` to be anchored in", "leave the anchor out"
            )
        elif (words := sum(len(part.split()) for part in claim.anchor)) > ANCHOR_WORDS:
            yield document.problem(
                (*path, "anchor"),
                "anchor",
                f"the anchor has {words} words",
                f"keep the {ANCHOR_WORDS} that best tell the passage from others; an anchor is no quote",
            )


def passages_have_anchors(record: Record) -> Iterator[Problem]:
    """no-anchor: in a record that uses anchors, a claim with a passage has a quote, a figure or an anchor, so that
    `verify` notices a wrong number of the passage.
    """
    if not any(claim.anchor for _, _, _, claim in claims_of(record)):
        return
    for document, path, _, claim in claims_of(record):
        if claim.passage and not (claim.quote or claim.amounts or claim.anchor):
            yield document.problem(
                (*path, "passage"),
                "no-anchor",
                "nothing ties the claim to its passage",
                "add `anchor:`, up to three words that only this passage prints",
            )


ERRORS = (origins_are_known, origins_lead_elsewhere, anchors_are_words)
WARNINGS = (passages_have_anchors,)
