"""What is wrong with the parts of a query string that were not understood, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..record.problems.problem import clipped, did_you_mean
from .spec import KEYS, FilterSpec

# How the filters that have no fixed choice are written.
HINTS = {
    **dict.fromkeys(("from", "to", "asof"), "a day is written 2024-10-01"),
    "window": "a window is written 2024-06-01/2024-12-20",
    "step": "steps are numbered from 1",
    "q": "it is too long",
}


class QueryError(ValueError):
    """A query string of which something was not understood. The message has a line for each part."""


def complaints(spec: FilterSpec, known: Mapping[str, Iterable[str]]) -> list[str]:
    """A sentence for each part that was ignored; `known` is the record's vocabulary."""
    return [_complaint(key, value, known) for key, value in spec.ignored]


def _complaint(key: str, value: str, known: Mapping[str, Iterable[str]]) -> str:
    if key not in KEYS:
        what, hint = f"there is no filter `{clipped(key)}`", did_you_mean(key, KEYS)
    elif key in known:
        what, hint = f"there is no {key} `{clipped(value)}`", did_you_mean(value, sorted(known[key]))
    else:
        what, hint = f"`{key}={clipped(value)}` is not understood", HINTS.get(key, "")
    return "; ".join(filter(None, [what, hint]))
