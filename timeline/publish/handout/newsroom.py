"""A newsroom on paper: what was newly said of each event between two days, and what the record made of it then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...query.events import matching_events
from ...query.spec import from_pairs, parse_query, vocabulary
from ...record.dates.days import AnyDay
from ...record.model.model import Claim, Event
from ...record.record import Record


@dataclass(frozen=True)
class News:
    """An event of which something new was said: the event as known on the last day, the new claims, and the statuses
    that it had on the two days (the first "" where it was not known).
    """

    event: Event
    claims: tuple[Claim, ...]
    before: str
    now: str


def news(record: Record, start: AnyDay, end: AnyDay, query: str = "") -> tuple[News, ...]:
    """What was newly said after `start` and until `end`, event by event, of those that the filter leaves."""
    from ...query.asof import as_of, asserted_by  # noqa: PLC0415 imports pandas, which takes 300 ms

    known = vocabulary(record)
    spec = parse_query(query, known)
    pairs = [(key, word) for key in spec.values for word in _words(spec.get(key))]
    events = matching_events(record, from_pairs([*pairs, ("asof", end.isoformat())], known))
    earlier = {event.id: event.status for event in as_of(record, start).events}
    found = []
    for event in events:
        if claims := tuple(claim for claim in event.claims if not asserted_by(claim, start)):
            found.append(News(event, claims, earlier.get(event.id, ""), event.status))
    return tuple(found)


def _words(value: tuple[str, ...] | str) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value
