"""How events tell a story: parts stand in their whole (errors), key events are few, some are seen first (warnings)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.model import Event
from ..model.settings import Preset
from ..problems.problem import Problem
from ..record import Record
from .order import first_start, last_start
from .walk import events_of

FEWEST, MOST = 8, 20  # key events: fewer tell no story, more are no longer the ones that matter


def parts_stand_in_their_whole(record: Record) -> Iterator[Problem]:
    """part: an event is part of one that is no part itself; a part is no key event, and begins before its whole only
    where its `date_note` says why.
    """
    events = {event.id: event for event in record.events}
    for document, index, event in events_of(record):
        whole = events.get(event.part_of or event.id)
        if event.part_of is None or whole is None or whole is event:
            continue  # it is no part, or its whole isn't there, which `unknown-event` reports
        if whole.part_of is not None:
            hint = f"name `{whole.part_of}`" if whole.part_of != event.id else "leave out one of the two"
            message = f"`{whole.id}` is itself part of `{whole.part_of}`"
            yield document.problem((index, "part_of"), "part", message, hint)
        elif event.key:
            message = "a part is shown in its whole, and can be no key event"
            yield document.problem(
                (index, "key"), "part", message, f"let `{whole.id}` be the key event, or this no part"
            )
        elif event.date_note is None and _begins_before(event, whole):
            message = f"the part ({event.date}) begins before `{whole.id}` ({whole.date})"
            yield document.problem((index, "part_of"), "part", message, "correct the date, or say why in `date_note`")


def _begins_before(part: Event, whole: Event) -> bool:
    """True where the part begins earlier under every reading of the two dates."""
    latest, earliest = last_start(part.date), first_start(whole.date)
    return bool(latest and earliest and latest < earliest)


def key_events_are_few(record: Record) -> Iterator[Problem]:
    """key-events: a record that marks key events has 8 to 20 of them."""
    found = [(document, index) for document, index, event in events_of(record) if event.key]
    if not found or FEWEST <= len(found) <= MOST:
        return
    document, index = found[0] if len(found) < FEWEST else found[MOST]
    few = len(found) < FEWEST
    yield document.problem(
        (index, "key"),
        "key-events",
        f"the record has {len(found)} key event{'s' * (len(found) > 1)}",
        f"mark {FEWEST} to {MOST} that tell the story to somebody who knows nothing, or {'none' if few else 'fewer'}",
    )


def short_titles_are_shorter(record: Record) -> Iterator[Problem]:
    """short-title: a short title has fewer characters than the title, in each language."""
    for document, index, event in events_of(record):
        for language, short in (event.short_title or {}).items():
            if len(short) >= (most := len(event.title.get(language, short))):
                message = f"the short title has {len(short)} characters, the title {most}"
                hint = "leave it out where the title is short enough, or say the same in fewer words"
                yield document.problem((index, "short_title", language), "short-title", message, hint)


def first_window_has_events(record: Record) -> Iterator[Problem]:
    """empty-window: of the events of a record some lie in the period that is shown first."""
    document, window = record.documents.settings, record.settings.window
    for index, preset in enumerate(record.settings.presets):
        if preset.id == window and record.events and not any(_lies_in(event, preset) for event in record.events):
            first, last = record.events[0].date, record.events[-1].date
            hint = f"correct its `start` and `end` (the events are dated {first} to {last}), or name another `window`"
            message = f"no event lies in `{window}`, the period that is shown first"
            yield document.problem(("presets", index), "empty-window", message, hint)


def _lies_in(event: Event, preset: Preset) -> bool:
    """True where the event may lie in the preset; open ends lie anywhere."""
    start, end = preset.start.start, preset.end.end
    late = bool(end and event.date.start and event.date.start > end)
    early = bool(start and event.date.end and event.date.end < start)
    return not (late or early)


ERRORS = (parts_stand_in_their_whole,)
WARNINGS = (key_events_are_few, short_titles_are_shorter, first_window_has_events)
