"""A warning: the record has a name of its own, by which others know it again."""

from __future__ import annotations

from collections.abc import Iterator

from ..identity import name_of
from ..problems.problem import Problem
from ..record import Record


def record_has_an_id(record: Record) -> Iterator[Problem]:
    """no-id: settings.yaml gives the record an `id`, by which calendars and feeds know its events again when its title
    has changed.
    """
    if record.settings.id is None:
        yield record.documents.settings.problem(
            (),
            "no-id",
            "the record has no `id`: in calendars and feeds its events are new ones once the title changes",
            f"add the line `id: {name_of(record.settings)}`, and keep it",
        )


WARNINGS = (record_has_an_id,)
