"""A lesson as typed, immutable objects: what a teacher shows and says, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from pydantic import Field

from .fields import Day, Ref, Text, Words
from .model import Part

StepKind = Literal["event", "view", "question", "exercise", "text", "newsroom"]
ExerciseType = Literal["order", "claimant", "status", "figure", "disagreement"]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)
EXERCISE_TYPES: tuple[ExerciseType, ...] = get_args(ExerciseType)

# What a step of each kind needs besides the words, and what else it may have. A question may stand beside something.
NEEDS: Mapping[StepKind, tuple[str, ...]] = MappingProxyType(
    {
        "event": ("event",),
        "view": ("view",),
        "question": ("answer",),
        "exercise": ("exercise",),
        "text": (),
        "newsroom": ("start", "end"),
    }
)
MAY_HAVE: Mapping[StepKind, tuple[str, ...]] = MappingProxyType(
    {
        "event": ("claims",),
        "view": (),
        "question": ("event", "claims", "view"),
        "exercise": ("filter", "seed"),
        "text": (),
        "newsroom": ("filter",),
    }
)
WORDS = ("kind", "title", "say", "notes")  # what a step of any kind has


class Step(Part):
    """One thing to show and to say. `kind` decides which of the fields between `title` and `say` it has: an `event`
    names one, a `view` is an address of the page, a `question` has an `answer`, an `exercise` its type, and a
    `newsroom` goes from one day to another; a `text` has words alone.
    """

    kind: StepKind
    title: Text | None = None
    event: Ref | None = None
    claims: tuple[Ref, ...] = ()
    view: Words | None = None
    exercise: ExerciseType | None = None
    filter: Words | None = None
    seed: int | None = Field(None, ge=1, le=999999)
    start: Day | None = None
    end: Day | None = None
    say: Text
    answer: Text | None = None
    notes: Text | None = None


class Lesson(Part):
    """What a class does in one lesson. Its id is the name of its file, without `.yaml`."""

    title: Text
    audience: Text
    minutes: int = Field(ge=1, le=600)
    aims: tuple[Text, ...] = Field(min_length=1)
    steps: tuple[Step, ...] = Field(min_length=1)
