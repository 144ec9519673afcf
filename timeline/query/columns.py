"""The record as plain columns: what the page's data and the frame are made of. It does without pandas, which takes a
third of the time that a server needs to start.
"""

from __future__ import annotations

from typing import Any

from ..record.record import Record

Columns = dict[str, list[Any]]


def columns_of(record: Record) -> Columns:
    """A list a column, with a cell an event in date order. `frame_of` says what the columns are; days are ISO strings,
    None where open or unknown, and the searched text is not among them."""
    events = record.events
    dates = [event.date for event in events]
    return {
        "id": [event.id for event in events],
        "date": [date.text for date in dates],
        "start": [date.start and date.start.isoformat() for date in dates],
        "end": [date.end and date.end.isoformat() for date in dates],
        "shape": [date.shape for date in dates],
        "qualifier": [date.qualifier for date in dates],
        "kind": [event.kind for event in events],
        "status": [event.status for event in events],
        "key": [event.key for event in events],
        "actors": [event.actors for event in events],
        "countries": [event.countries for event in events],
        "sources": [event.sources for event in events],
        "claimants": [event.claimants for event in events],
        "claims": [len(event.claims) for event in events],
        "later": [record.later_than_seeds(event) for event in events],
    }
