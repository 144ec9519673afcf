"""Lessons: steps that have what their kind needs, and show what is there (errors); texts still to write (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dates.days import AnyDay
from ..folding import slug_of
from ..model.fields import SLUG
from ..model.lesson import MAY_HAVE, NEEDS, WORDS, Step
from ..problems.problem import Problem, clipped
from ..record import Record
from .walk import steps_of, texts_of, unknown_word, unknown_words

UNWRITTEN = "…"  # what `new lesson` puts where a text is still to be written
FIELDS = tuple(field for field in Step.model_fields if field not in WORDS)


def lessons_are_named(record: Record) -> Iterator[Problem]:
    """lesson-name: a lesson's file is called by small letters and digits with single hyphens between, since its name
    stands in addresses.
    """
    for key, document in record.documents.lessons.items():
        if not re.search(SLUG, key):
            slug = slug_of(key)
            hint = f"call it `{slug}.yaml`" if slug else "use small letters and digits, with single hyphens between"
            yield document.problem((), "lesson-name", f"`{clipped(key)}` is no name for a lesson", hint)


def steps_fit_their_kinds(record: Record) -> Iterator[Problem]:
    """lesson-step: a step has what its kind needs, and nothing that belongs to another kind."""
    for document, path, step in steps_of(record):
        needed = NEEDS[step.kind]
        for field in FIELDS:
            given = bool(getattr(step, field))
            if field in needed and not given:
                message = f"a step of the kind `{step.kind}` needs `{field}`"
                yield document.problem(path, "lesson-step", message, f"add `{field}:`")
            elif given and field not in (*needed, *MAY_HAVE[step.kind]):
                owners = ", ".join(f"`{kind}`" for kind in NEEDS if field in (*NEEDS[kind], *MAY_HAVE[kind]))
                message = f"a step of the kind `{step.kind}` has no `{field}`"
                yield document.problem((*path, field), "lesson-step", message, f"it belongs to the kind {owners}")
        if step.claims and not step.event:
            message = "claims are shown with their event, which is not named"
            yield document.problem((*path, "claims"), "lesson-step", message, "add `event:`")


def steps_show_known_events(record: Record) -> Iterator[Problem]:
    """unknown-event, unknown-claim: a step names an event of the record, and claims of that event."""
    events = {event.id: event for event in record.events}
    for document, path, step in steps_of(record):
        if step.event is None:
            continue
        if step.event not in events:
            yield unknown_word(document, (*path, "event"), step.event, events, "event", "events.yaml")
            continue
        ids = [claim.id for claim in events[step.event].claims]
        yield from unknown_words(document, (*path, "claims"), step.claims, ids, "claim", f"`{step.event}`")


def newsrooms_have_news(record: Record) -> Iterator[Problem]:
    """newsroom-days: a newsroom goes forward, from one day to a later one on which claims are made in between."""
    days = sorted({day for day in _days_of_claims(record) if day})
    for document, path, step in steps_of(record):
        if step.kind != "newsroom" or not (step.start and step.end):
            continue  # `lesson-step` asks for what is missing
        start, end = step.start.earliest, step.end.earliest
        if start >= end:
            message = "a newsroom starts on a day before its end"
            yield document.problem((*path, "start"), "newsroom-days", message, "correct the two days")
        elif not any(start < day <= end for day in days):
            said = f"the record’s claims are of {days[0]} to {days[-1]}" if days else "no claim has `asserted_on`"
            message = f"no claim is made after {start} and until {end}"
            yield document.problem((*path, "start"), "newsroom-days", message, said)


def _days_of_claims(record: Record) -> Iterator[AnyDay | None]:
    """The day by which each claim has been made, where it is known."""
    for event in record.events:
        for claim in event.claims:
            yield claim.asserted_on.end if claim.asserted_on else None


def texts_are_written(record: Record) -> Iterator[Problem]:
    """unwritten-text: no text of a lesson is still the `…` that `new lesson` puts where one is to be written."""
    for document in record.documents.lessons.values():
        for path, text in texts_of(document.value):
            if left := [language for language, words in text.items() if words.strip() == UNWRITTEN]:
                field = path[-1] if isinstance(path[-1], str) else path[-2]
                message = f"`{field}` is still to be written"
                yield document.problem((*path, left[0]), "unwritten-text", message, f"in {' and '.join(left)}")


ERRORS = (lessons_are_named, steps_fit_their_kinds, steps_show_known_events, newsrooms_have_news)
WARNINGS = (texts_are_written,)
