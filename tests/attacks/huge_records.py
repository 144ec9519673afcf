"""Records as large as a file may be, of the kinds that a person or a program could write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .full_record import CLAIM, EVENT, value_at, with_value, write
from .large_records import DATES, Record

MB = 1e6
CLAIMS = ("events", 0, "claims")


def _events(n: int, **fields: str) -> Record:
    return with_value(("events",), [{**EVENT, "id": f"event-{i}", **fields} for i in range(n)])


def _claims(n: int, date: Callable[[int], str] = lambda _: "2001-02-04") -> Record:
    return with_value(CLAIMS, [{**CLAIM, "id": f"claim-{i}", "asserted_on": date(i)} for i in range(n)])


def _paragraphs(n: int) -> Record:
    [first, *_] = value_at(("memo", "paragraphs"))
    return with_value(("memo", "paragraphs"), [{**first, "n": str(i + 1)} for i in range(n)])


# By what there is much of: the record with so many of it.
HUGE: dict[str, Callable[[int], Record]] = {
    "events": _events,
    "events of an unknown kind": lambda n: _events(n, kind="unknown"),
    "claims of one event": _claims,
    "claims on sets of days": lambda n: _claims(n, DATES["sets"]),
    "empty maps": lambda n: with_value(CLAIMS, [{}] * n),
    "words of one text": lambda n: with_value(("events", 0, "summary"), {"en": "word " * n, "fr": "x"}),
    "unknown actors": lambda n: with_value(("events", 0, "actors"), [f"unknown-{i}" for i in range(n)]),
    "paragraphs": _paragraphs,
}


def largest(folder: Path) -> float:
    """The size of a record's largest file, in MB."""
    return max(file.stat().st_size for file in folder.iterdir()) / MB


def of_size(make: Callable[[int], Record], size: float, folder: Path) -> Path:
    """A record whose largest file has about so many MB."""
    few, more = (largest(write(make(n), folder)) for n in (100, 400))
    return write(make(int(300 * size / (more - few))), folder)
