"""The options of each facet, in the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from ..record.model.fields import STATUSES
from ..record.record import Record, once
from .operators import FACETS


@once
def options_of(record: Record) -> Mapping[str, tuple[str, ...]]:
    """{facet: its options}: kinds (that events have) and statuses as they are defined, seed documents first among the
    sources, everything else by how many events it has."""
    used = {event.kind for event in record.events}
    options = {"kind": tuple(kind.id for kind in record.settings.kinds if kind.id in used), "status": STATUSES}
    for facet, column in FACETS.items():
        if facet not in options:
            counts = Counter(word for event in record.events for word in getattr(event, column))
            options[facet] = tuple(sorted(counts, key=lambda word: (word not in record.seeds, -counts[word], word)))  # noqa: B023
    return MappingProxyType(options)
