"""Which rows of the frame a specification leaves, and how many each further choice would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..record.dates.days import day_of_text
from ..record.folding import words_of
from ..record.model.model import Event
from ..record.record import Record
from .asof import frame_of_known, known_events
from .frame import frame_of, moment
from .operators import OPERATORS, Operator
from .spec import FilterSpec

Mask = npt.NDArray[np.bool_]


def selected(record: Record, spec: FilterSpec) -> pd.DataFrame:
    """The rows of the record's frame that match; with `asof` or `doubt`, of its frame as of that day and
    without what is doubted. The index is that of the
    whole record's frame."""
    return select(_known(record, spec)[0], spec)


def selected_events(record: Record, spec: FilterSpec) -> list[Event]:
    """The events of the same rows, in order; with `asof` as they were known on that day, with `doubt` without it."""
    frame, events = _known(record, spec)
    return [events[row] for row in frame.index[_mask(frame, spec)]]


def mask(frame: pd.DataFrame, spec: FilterSpec) -> pd.Series[bool]:
    """A boolean Series aligned with `frame`: True where the row matches every operator of `spec`."""
    return pd.Series(_mask(frame, spec), index=frame.index)


def select(frame: pd.DataFrame, spec: FilterSpec) -> pd.DataFrame:
    """The rows of `frame` that match `spec`, in their order, with their index."""
    return frame[_mask(frame, spec)]


def facet_counts(frame: pd.DataFrame, spec: FilterSpec) -> dict[str, dict[str, int]]:
    """For each facet and each of its values in the frame: how many events would match with it chosen as well."""
    counts = {}
    for facet in (operator for operator in OPERATORS if operator.facet):
        others = _mask(frame, FilterSpec({key: spec.get(key) for key in spec.values if key not in facet.keys}))
        chosen = set(spec.words(facet.keys[0]))
        held = [_as_set(cell) for cell in frame[facet.columns[0]]]
        mine = np.array([bool(words & chosen) for words in held], dtype=bool)
        # What is chosen stays; a further value adds the events that hold it and nothing chosen.
        kept = int((others & mine).sum())
        added = Counter(word for words, adds in zip(held, others & ~mine, strict=True) if adds for word in words)
        counts[facet.keys[0]] = {word: kept + added[word] for word in sorted(set().union(*held))}
    return counts


def _known(record: Record, spec: FilterSpec) -> tuple[pd.DataFrame, Mapping[int, Event] | tuple[Event, ...]]:
    """The frame that a specification chooses from, and the event of each of its rows."""
    day, doubted = spec.text("asof"), spec.words("doubt")
    if not (day or doubted):
        return frame_of(record), record.events
    known = known_events(record, day_of_text(day) if day else None, doubted)
    return frame_of_known(record, known), known


def _mask(frame: pd.DataFrame, spec: FilterSpec) -> Mask:
    """What `mask` gives, as an array: of the operators only those that the specification uses are looked at."""
    result = np.ones(len(frame), dtype=bool)
    for operator in OPERATORS:
        if not spec.values.keys().isdisjoint(operator.keys):
            result &= _matches(frame, spec, operator)
    return result


def _matches(frame: pd.DataFrame, spec: FilterSpec, operator: Operator) -> Mask:
    if operator.kind == "any_of":
        return _any_of(frame[operator.columns[0]], set(spec.words(operator.keys[0])))
    if operator.kind == "words":
        return _words(frame[operator.columns[0]], words_of(spec.text(operator.keys[0])))
    if operator.kind == "flag":
        column = frame[operator.columns[0]].to_numpy(dtype=bool)
        return column if spec.text(operator.keys[0]) == "1" else np.ones(len(frame), dtype=bool)
    start, end = (frame[name] for name in operator.columns)
    if operator.kind == "period":
        window, scope = (spec.text(key) for key in operator.keys)
        first, _, last = ("" if scope == "all" else window).partition("/")
        return _meets(start, end, first, last)
    first, last, dates = (spec.text(key) for key in operator.keys)
    return _inside(start, end, first, last) if dates == "certain" else _meets(start, end, first, last)


def _as_set(cell: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset((cell,) if isinstance(cell, str) else cell)


def _any_of(column: pd.Series, wanted: set[str]) -> Mask:
    """True where a row holds one of the wanted words; everywhere where none is wanted."""
    return np.array([not wanted or not wanted.isdisjoint(_as_set(cell)) for cell in column], dtype=bool)


def _words(column: pd.Series[str], words: list[str]) -> Mask:
    """True where a row's text holds all of the words."""
    return np.array([all(word in text for word in words) for text in column], dtype=bool)


def _inside(start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp], first: str, last: str) -> Mask:
    """True where a date surely lies from `first` to `last` ("" for no bound). What is open lies inside no bound."""
    found = np.ones(len(start), dtype=bool)
    if first:
        found &= (start >= moment(first)).to_numpy()
    if last:
        found &= (end <= moment(last)).to_numpy()
    return found


def _meets(start: pd.Series[pd.Timestamp], end: pd.Series[pd.Timestamp], first: str, last: str) -> Mask:
    """True where a date may lie from `first` to `last` ("" for no bound). What is open reaches every bound."""
    found = np.ones(len(start), dtype=bool)
    if first:
        found &= (end.isna() | (end >= moment(first))).to_numpy()
    if last:
        found &= (start.isna() | (start <= moment(last))).to_numpy()
    return found
