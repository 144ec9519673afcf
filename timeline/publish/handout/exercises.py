"""The exercises of a lesson on paper: the questions that the page asks for the same seed, with their key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...query.exercises.exercise import exercise
from ...record.model.lesson import ExerciseType
from ...record.model.model import Event
from ...record.record import Record
from ...view.exercises.questions import Question, Questions, Reason

LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Task:
    """A line of an exercise: what is `asked`, `beside` it its date and place, what is given to read, what is offered to
    choose from, what is right, and why.
    """

    asked: str
    answer: str
    beside: str = ""
    options: tuple[str, ...] = ()
    why: tuple[Reason, ...] = ()
    given: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Tasks:
    """An exercise on paper: what it `asks`, and its `lines`. `offered` are answers that all lines choose from, each
    with its letter.
    """

    asks: str
    lines: tuple[Task, ...]
    offered: tuple[tuple[str, str], ...] = ()


def tasks(record: Record, events: Sequence[Event], kind: ExerciseType, language: str, seed: int = 1) -> Tasks:
    """The exercise of some events for paper. It has no lines where the events give nothing to ask."""
    questions = Questions(record, events, language).of(exercise(record, events, kind, seed))
    lines = tuple(line for question in questions for line in lines_of(question))
    offered = tuple(zip(LETTERS, questions[0].options, strict=False)) if questions and kind == "figure" else ()
    return Tasks(questions[0].ask if questions else "", lines, offered)


def lines_of(question: Question) -> Iterator[Task]:
    """A question in lines: an order and a match have one for each of their parts."""
    if question.form == "choice":
        answer = question.options[question.right[0]]
        yield Task(question.about, answer, question.beside, question.options, question.why, question.given)
    elif question.form == "order":
        for at, option in enumerate(question.options):
            place = question.right.index(at)
            yield Task(option, str(place + 1), why=question.why[place : place + 1])
    else:
        for part, right, reason in zip(question.parts, question.right, question.why, strict=True):
            yield Task(part, LETTERS[right], why=(reason,))
