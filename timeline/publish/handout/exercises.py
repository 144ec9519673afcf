"""The exercises of a lesson on paper: what is asked, and the key. None of them has two right answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...record.model.lesson import ExerciseType
from ...record.model.model import Event
from ...record.record import Record
from ...view.wording import amount_text, date_text
from ...view.words import text as interface

MOST = 8  # lines on paper


@dataclass(frozen=True)
class Task:
    """A line of an exercise: what is asked, and what is right."""

    asked: str
    answer: str


def tasks(record: Record, events: Sequence[Event], kind: ExerciseType, language: str) -> tuple[Task, ...]:
    """At most eight lines of an exercise on some events, in the order of what is asked, so that nothing is given away.

    Something that has two right answers is not asked.
    """
    answers: dict[str, set[str]] = {}
    for asked, answer in MAKERS[kind](record, events, language):
        answers.setdefault(asked, set()).add(answer)
    clear = [Task(asked, *right) for asked, right in answers.items() if len(right) == 1]
    apart = max(1, -(-len(clear) // MOST))  # so that they are taken from all of the time, not from its beginning
    return tuple(sorted(clear[::apart], key=lambda task: task.asked))


Pairs = Iterator[tuple[str, str]]


def _order(record: Record, events: Sequence[Event], language: str) -> Pairs:
    """Events that surely come after one another: of two that may be of one time the later one is left out."""
    last = None
    for event in events:
        begins = event.date.start
        if begins and (last is None or begins > last):
            yield event.title[language], date_text(event.date, language)
            last = event.date.end or begins


def _claimant(record: Record, events: Sequence[Event], language: str) -> Pairs:
    for event in events:
        for claim in event.claims:
            if claim.by and claim.stance != "declines_to_comment":
                names = [record.actors[actor].name[language] for actor in claim.by]
                if not any(name in claim.says[language] for name in names):
                    yield f"{claim.says[language]} ({event.title[language]})", ", ".join(names)


def _status(record: Record, events: Sequence[Event], language: str) -> Pairs:
    for event in events:
        yield event.title[language], interface(event.status, language)


def _figure(record: Record, events: Sequence[Event], language: str) -> Pairs:
    for event in events:
        for claim in event.claims:
            if claim.by and claim.asserted_on:
                who = ", ".join(record.actors[actor].name[language] for actor in claim.by)
                day = date_text(claim.asserted_on, language)
                for amount in claim.amounts:
                    yield f"{amount_text(amount, record.settings, language)} ({day})", who


def _disagreement(record: Record, events: Sequence[Event], language: str) -> Pairs:
    for event in events:
        for point in event.disagreements[:1]:
            yield event.title[language], point.sentence[language]


MAKERS = {
    "order": _order,
    "claimant": _claimant,
    "status": _status,
    "figure": _figure,
    "disagreement": _disagreement,
}
