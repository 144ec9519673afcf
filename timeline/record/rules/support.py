"""Warnings: what an event states stands in its claims, and its status is borne out by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from ..dates.days import FIRST
from ..dates.edtf import Edtf
from ..model.model import Claim, Event
from ..numerals import printed_numbers
from ..places import Steps
from ..problems.problem import Problem
from ..record import Record
from ..support import Standing, standing, supports
from .walk import events_of, sides_of, texts_of

LEAST = 100  # numbers of three digits or more have to be sourced; smaller ones are often only counted


def numbers_are_sourced(record: Record) -> Iterator[Problem]:
    """unsourced-number: a number from 100 on in an event's title or summary stands in one of its claims or dates, and
    one in a lesson in those of some event.
    """
    yield from _unsourced_in_lessons(record)
    for document, index, event in events_of(record):
        printed = {
            (field, language): _digits(text)
            for field in ("title", "short_title", "summary")
            for language, text in (getattr(event, field) or {}).items()
        }
        missing = _missing(frozenset().union(*printed.values()), event)
        for path, numbers in printed.items():
            for number in sorted(numbers & missing):
                yield document.problem(
                    (index, *path),
                    "unsourced-number",
                    f"the number {number.normalize():f} stands in no claim of the event",
                    "give the claim that says it (a figure, its text or its quote), or leave it out",
                )


def _unsourced_in_lessons(record: Record) -> Iterator[Problem]:
    for document in record.documents.lessons.values():
        texts = [((*path, lang), words) for path, text in texts_of(document.value) for lang, words in text.items()]
        missing = frozenset().union(*(_digits(words) for _, words in texts))
        for event in record.events:
            missing = _missing(missing, event)
        for path, words in texts:
            for number in sorted(_digits(words) & missing):
                message = f"the number {number.normalize():f} stands in no claim of the record"
                yield document.problem(path, "unsourced-number", message, "say what a claim says, or leave it out")


def _digits(text: str) -> frozenset[Decimal]:
    """The numbers from 100 on that the text prints in digits, whatever the language."""
    if not any(character.isdigit() for character in text):
        return frozenset()
    return frozenset(number for number in printed_numbers(text) if number >= LEAST)


def _missing(numbers: frozenset[Decimal], event: Event) -> frozenset[Decimal]:
    """The numbers that neither the event's claims nor its dates give. It stops reading texts when none is left."""
    missing = set(numbers)
    for given in _given(event) if missing else ():
        missing.difference_update(given)
        if not missing:
            break
    return frozenset(missing)


def _given(event: Event) -> Iterator[Set[Decimal | int]]:
    """The numbers that the event's claims and dates give, the quickest to find first."""
    yield _years([event.date, *(claim.asserted_on for claim in event.claims if claim.asserted_on)])
    for claim in event.claims:
        yield {
            Decimal(repr(number))
            for amount in claim.amounts
            for number in (amount.value, amount.low, amount.high)
            if number is not None
        }
    for text in (event.date_note or {}).values():
        yield printed_numbers(text)
    for claim in event.claims:
        for language, text in _texts(claim):
            yield printed_numbers(text, language)


def _texts(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from claim.says.items()
    yield from (claim.note or {}).items()
    if claim.quote:
        yield claim.quote.lang, claim.quote.text
    for amount in claim.amounts:
        yield from (amount.words or {}).items()


def _years(dates: Iterable[Edtf]) -> set[int]:
    """The years of dates: of both their ends, and of what lies between them."""
    ends = {(when.earliest.year, when.latest.year) for when in dates if when.start or when.end}
    years, last = set[int](), FIRST.year - 1
    for first, end in sorted(ends):
        years.update(range(max(first, last + 1), end + 1))  # each year once, however many dates have it
        last = max(last, end)
    return years


def statuses_have_support(record: Record) -> Iterator[Problem]:
    """unsupported-status: somebody confirms an established event, or two independent origins state it and nobody denies
    it; somebody denies what somebody else states of a contested event, or origins differ on whether or when it
    happened; somebody states a reported event, and predicts a predicted one. Of a statement every claim but a
    prediction states that it was made.
    """
    speech = {kind.id for kind in record.settings.kinds if kind.speech}
    for document, index, event in events_of(record):
        found = standing(event, event.claims, event.kind in speech)
        if not supports(event.status, found):
            lacks, hint = _lacking(event, found)
            message = f"the event is `{event.status}`, {lacks}"
            yield document.problem((index, "status"), "unsupported-status", message, hint)


def _lacking(event: Event, found: Standing) -> tuple[str, str]:
    """What an event's claims lack for its status, and what would be right."""
    if event.status == "established" and found.denied:
        return "and a claim denies it while none confirms it", "call it `contested`, or give the claim that confirms it"
    if event.status == "established" and found.origins:
        lacks = f"and what states it leads back to one origin, `{found.origins[0]}`, and no claim confirms it"
        return lacks, "cite another source that states it, or call the event `reported`"
    if event.status == "contested":
        lacks = "but no claim denies what another states, and there is no disagreement on whether or when it happened"
        return lacks, "add who denies it or what they disagree on, or give the event another status"
    lacks = "and no claim predicts it" if event.status == "predicted" else "and no claim states it"
    return lacks, "give the claim that does its stance, or the event another status"


def sides_have_their_own_claims(record: Record) -> Iterator[Problem]:
    """shared-claim: no claim stands on two sides of one disagreement."""
    seen: dict[Steps, set[str]] = {}  # the claims on the sides above, by the path of the disagreement
    for document, path, _, side in sides_of(record):
        others = seen.setdefault(path[:3], set())
        for number, claim in enumerate(side.claims):
            if claim in others:
                message = f"the claim `{claim}` stands on another side too"
                hint = "keep it on the side it takes, or make two claims of it"
                yield document.problem((*path, number), "shared-claim", message, hint)
        others.update(side.claims)


WARNINGS = (numbers_are_sourced, statuses_have_support, sides_have_their_own_claims)
