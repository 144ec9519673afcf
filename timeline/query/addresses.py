"""The addresses in lessons, read as the page reads them, and what exercises make of them. Rules of `check`, here since
the record knows no views.

The page leaves out what it does not understand and says so; in a lesson it would be a mistake in front of a class.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..record.model.lesson import Step
from ..record.model.model import Event
from ..record.places import Steps
from ..record.problems.problem import Problem
from ..record.record import Document, Record
from ..record.rules.walk import Rule, steps_of
from .chapters import read_query
from .events import matching_events
from .exercises.exercise import exercise
from .ignored import complaints
from .spec import NARROWING, parse_query, vocabulary

OF_THE_READER = frozenset(
    {"lang", "theme", "embed", "lesson", "step", "present"}
)  # what a lesson leaves to those who look at it


def addresses_are_understood(record: Record) -> Iterator[Problem]:
    """view-address: the page understands the views and filters that the steps of a lesson hold."""
    for document, path, step in steps_of(record):
        for field in ("view", "filter"):
            if query := getattr(step, field):
                yield from _problems(record, document, (*path, field), query, field)


def _problems(record: Record, document: Document[object], path: Steps, query: str, field: str) -> Iterator[Problem]:
    known = vocabulary(record)
    spec = parse_query(query, known)
    for said in complaints(spec, known):
        message, _, hint = said.partition("; ")
        yield document.problem(path, "view-address", message, hint or "see the page’s own address")
    for key in spec.values:
        if key in OF_THE_READER:
            hint = "leave it out: readers choose it for themselves"
            yield document.problem(path, "view-address", f"`{key}` is no part of a lesson’s view", hint)
        elif field == "filter" and key not in NARROWING:
            message = f"`{key}` chooses no events, and a filter does nothing else"
            yield document.problem(path, "view-address", message, "leave it out, or make the step a `view`")
    if not spec.values and not spec.ignored:
        message = f"`{field}` says nothing"
        yield document.problem(path, "view-address", message, "write it as the page’s address after the question mark")


def exercises_ask_something(record: Record) -> Iterator[Problem]:
    """exercise-empty: the events of an exercise give something to ask that has one right answer."""
    for document, path, step in steps_of(record):
        if step.exercise is None or exercise(record, events_of(record, step), step.exercise, step.seed or 1):
            continue
        message = f"these events give nothing to ask for an exercise `{step.exercise}`"
        yield document.problem((*path, "exercise"), "exercise-empty", message, "widen `filter`, or take another kind")


def events_of(record: Record, step: Step) -> list[Event]:
    """The events that the exercise of a step is made of."""
    return matching_events(record, read_query(record, step.filter or ""))


RULES: tuple[Rule, ...] = (addresses_are_understood,)
RULES_OF_SOUND: tuple[Rule, ...] = (exercises_ask_something,)  # it filters events, whose actors have to be there
