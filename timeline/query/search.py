"""Which rows of the frame a specification leaves, and how many each further choice would leave."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from ..record.folding import words_of
from .operators import OPERATORS, Operator
from .spec import FilterSpec


def mask(frame: pd.DataFrame, spec: FilterSpec) -> pd.Series:
    """A boolean Series aligned with `frame`: True where the row matches every operator of `spec`."""
    result = pd.Series(True, index=frame.index)
    for operator in OPERATORS:
        result &= _matches(frame, spec, operator)
    return result


def select(frame: pd.DataFrame, spec: FilterSpec) -> pd.DataFrame:
    """The rows of `frame` that match `spec`, in their order, with their index."""
    return frame[mask(frame, spec)]


def facet_counts(frame: pd.DataFrame, spec: FilterSpec) -> dict[str, dict[str, int]]:
    """For each facet and each of its values in the frame: how many events would match with it chosen as well."""
    passes = {operator: _matches(frame, spec, operator) for operator in OPERATORS}
    counts = {}
    for facet in (operator for operator in OPERATORS if operator.facet):
        others = pd.Series(True, index=frame.index)
        for operator in OPERATORS:
            if operator is not facet:
                others &= passes[operator]
        chosen = set(spec.get(facet.keys[0]))
        held = frame[facet.columns[0]].map(_as_set)
        mine = held.map(lambda words, chosen=chosen: bool(words & chosen)).astype(bool)
        # What is chosen stays; a further value adds the events that hold it and nothing chosen.
        kept = int((others & mine).sum())
        added = Counter(word for words in held[others & ~mine] for word in words)
        counts[facet.keys[0]] = {word: kept + added[word] for word in sorted(set().union(*held))}
    return counts


def _as_set(cell: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset((cell,) if isinstance(cell, str) else cell)


def _matches(frame: pd.DataFrame, spec: FilterSpec, operator: Operator) -> pd.Series:
    chosen = [spec.get(key) for key in operator.keys]
    everything = pd.Series(True, index=frame.index)
    if not any(chosen[:2]):
        return everything
    columns = [frame[name] for name in operator.columns]
    if operator.kind == "any_of":
        wanted = set(chosen[0])
        return columns[0].map(lambda cell: bool(_as_set(cell) & wanted)).astype(bool)
    if operator.kind == "words":
        for word in words_of(chosen[0]):
            everything &= columns[0].str.contains(word, regex=False)
        return everything
    return _interval(*columns, *chosen)


def _interval(start: pd.Series, end: pd.Series, first: str, last: str, dates: str) -> pd.Series:
    # ISO days compare as strings. An open bound reaches as far as can be: it may meet any interval, and lies inside none.
    if dates == "certain":
        inside = pd.Series(True, index=start.index)
        if first:
            inside &= (start >= first).fillna(False).astype(bool)
        if last:
            inside &= (end <= last).fillna(False).astype(bool)
        return inside
    meets = pd.Series(True, index=start.index)
    if first:
        meets &= end.isna() | (end >= first).fillna(False).astype(bool)
    if last:
        meets &= start.isna() | (start <= last).fillna(False).astype(bool)
    return meets
