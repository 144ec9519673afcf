"""The events that a specification leaves. Without a filter it does without pandas, which takes 0.3 s to import."""

from __future__ import annotations

from ..record.model.model import Event
from ..record.record import Record
from .spec import FilterSpec


def known_by_id(record: Record, spec: FilterSpec) -> dict[str, Event]:
    """Every event that is known in a view by its id, whether or not it matches the filters."""
    parts = {key: spec.values[key] for key in ("asof", "doubt") if key in spec.values}
    return {event.id: event for event in matching_events(record, FilterSpec(parts))}


def matching_events(record: Record, spec: FilterSpec) -> list[Event]:
    """The events that match, in order; with `asof` as they were known on that day, with `doubt` without it."""
    if not spec.narrows:
        return list(record.events)
    from .search import selected_events  # noqa: PLC0415 imports pandas, which takes 300 ms

    return selected_events(record, spec)
