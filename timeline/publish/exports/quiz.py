"""The exercises of a view as questions for a learning platform: what GIFT and QTI have in common."""

from __future__ import annotations

from dataclasses import dataclass

from ...query.exercises.exercise import exercise
from ...query.spec import exercises_of
from ...record.model.lesson import EXERCISE_TYPES
from ...view.exercises.questions import Question, Questions
from ...view.exercises.words import text
from .selection import Selection


@dataclass(frozen=True)
class Quiz:
    """The questions of a view. `name` is what they are called, `seed` the number that chose them."""

    name: str
    seed: int
    questions: tuple[Question, ...]


def quiz_of(selection: Selection) -> Quiz:
    """The exercise that a view names (`exercise=`, `seed=`); where it names none, one of each kind."""
    record, spec = selection.record, selection.spec
    wanted, seed = spec.text("exercise"), int(spec.text("seed") or 1)
    kinds = [kind for kind in EXERCISE_TYPES if kind in ([wanted] if wanted else exercises_of(record))]
    words = Questions(record, selection.events, selection.language)
    made = (words.of(exercise(record, selection.events, kind, seed)) for kind in kinds)
    called = text(f"name_{wanted}" if wanted else "exercises", selection.language)
    return Quiz(f"{selection.title} – {called} {seed}", seed, tuple(question for each in made for question in each))
