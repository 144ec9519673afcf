"""The registry of the rules that a record has to keep beyond the shape of its fields. Each has a code.

A rule is a generator over a `Record`; it yields problems at their places. Its docstring starts with its
codes and says what holds; `rule_codes.py` and `story_codes.py` have an example of each and what would be right. A new
rule is a function in one of the modules of `rules/`, listed there, with a code and a file in tests/records/bad/.

Rules never fail on a record that breaks other rules: every one runs, and all problems are reported together.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice

from ..problems.problem import MAX_PROBLEMS, Problem
from ..record import Record
from . import (
    citations,
    identity,
    kinds,
    lessons,
    order,
    pictures,
    provenance,
    references,
    registries,
    story,
    support,
    translation,
)
from .walk import Rule

# What keeps a record from being used.
ERRORS: tuple[Rule, ...] = (
    *references.RULES,
    *citations.ERRORS,
    *provenance.ERRORS,
    *order.ERRORS,
    *registries.ERRORS,
    *story.ERRORS,
    *pictures.ERRORS,
    *lessons.ERRORS,
)
# What asks for a second look, and only `check` reports.
WARNINGS: tuple[Rule, ...] = (
    *citations.WARNINGS,
    *provenance.WARNINGS,
    *order.WARNINGS,
    *support.WARNINGS,
    *translation.WARNINGS,
    *registries.WARNINGS,
    *kinds.WARNINGS,
    *identity.WARNINGS,
    *story.WARNINGS,
    *pictures.WARNINGS,
    *lessons.WARNINGS,
)
RULES: tuple[Rule, ...] = ERRORS + WARNINGS


def check_record(record: Record) -> list[Problem]:
    """The errors that the rules find, in no particular order, up to one more than are reported."""
    return _found(record, ERRORS)


def warn_of_record(record: Record) -> list[Problem]:
    """The same of warnings."""
    return _found(record, WARNINGS)


def _found(record: Record, rules: Iterable[Rule]) -> list[Problem]:
    return list(islice(chain.from_iterable(rule(record) for rule in rules), MAX_PROBLEMS + 1))
