"""A new lesson: a file with a step of each kind that the record has something for, and texts still to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..dates.days import AnyDay, moved
from ..files import LESSONS, events_file
from ..model.lesson import Lesson
from ..model.model import Event
from ..record import Record
from ..rules.lessons import UNWRITTEN
from .canon import format_text
from .scalars import quoted

HEAD = f"""\
# A lesson: what is shown and said, step by step. docs/lessons.md explains it, docs/fields.md every field.
# Write a text wherever `{UNWRITTEN}` stands, copy or delete steps, then: timeline check
"""


def lesson_file(data: Path, key: str) -> Path:
    """Where a lesson of this id stands, or would stand, in the record at `data`."""
    return events_file(data).parent / LESSONS / f"{key}.yaml"


def lesson_text(record: Record, lead: str = "") -> str:
    """The text of a new lesson, which is valid in the record: in canonical form, with comments. `lead` is a first line
    that leads editors to its schema.
    """
    languages = record.settings.languages
    words = f"{{{', '.join(f'{quoted(language)}: {UNWRITTEN}' for language in languages)}}}"
    lines = [
        *filter(None, [lead]),
        HEAD,
        f"title: {words}",
        f"audience: {words}",
        "minutes: 45",
        f"aims: [{words}]",
        "steps:",
    ]
    for comment, fields in _steps(record):
        lines += [f"  # {comment}", *_item(fields | {"say": words} | _more(fields, words))]
    return format_text("\n".join([*lines, ""]), Lesson, languages)


def _item(fields: dict[str, str]) -> Iterator[str]:
    """The lines of a step."""
    for number, (field, value) in enumerate(fields.items()):
        yield f"  {' ' if number else '-'} {field}: {value}"


def _more(fields: dict[str, str], words: str) -> dict[str, str]:
    return {"answer": words} if fields["kind"] == "question" else {"notes": words}


def _steps(record: Record) -> Iterator[tuple[str, dict[str, str]]]:
    """A comment and the fields of each step, without the words."""
    yield "Words alone: how the lesson begins.", {"kind": "text"}
    event = next((event for event in record.events if event.key), next(iter(record.events), None))
    if event:
        yield (
            "An event; `claims: [c1, c2]` shows only some of its claims.",
            {"kind": "event", "event": event.id},
        )
    yield "A view: what stands in the page’s address after the question mark.", {"kind": "view", "view": "view=list"}
    yield "A question; its answer is hidden until it is asked for.", {"kind": "question"}
    yield (
        "An exercise made from the record: order, claimant, status, figure or disagreement.",
        {"kind": "exercise", "exercise": "order"},
    )
    if days := _busiest(record.events):
        start, end = days
        comment = "A newsroom: day by day, the class sees only what had been said by then."
        yield comment, {"kind": "newsroom", "start": f'"{start}"', "end": f'"{end}"'}


def _busiest(events: Iterable[Event]) -> tuple[AnyDay, AnyDay] | None:
    """A week that ends on a day on which claims were made: of the days with most of them, the first."""
    said = [claim.asserted_on.end for event in events for claim in event.claims if claim.asserted_on]
    days = sorted(day for day in said if day)
    if not days:
        return None
    end = max(days, key=days.count)
    return moved(end, -6), end
