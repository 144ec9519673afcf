"""The page's data in parts: a large record's first screen doesn't wait for the texts of events that nobody sees yet."""

from __future__ import annotations

WHOLE = 1500  # events up to which all data stands in the page
FIRST = 125  # events of a larger record whose texts come with the first part: as many as the list begins with
PART = 500  # events whose texts make one of the parts that are sent for when they are needed


def data_parts(payload: dict) -> tuple[dict, list[list]]:
    """(what the first screen needs, the texts of all events in parts). There are no parts where the first holds
    everything.

    The first is the payload of `timeline.view.payload`, its `events` cut off after FIRST; `count` says how many there
    are, and `part` how many each part has.
    """
    count = payload["count"]
    if count <= WHOLE:
        return payload, []
    texts = [payload["events"][start : start + PART] for start in range(0, count, PART)]
    return {**payload, "events": payload["events"][:FIRST], "part": PART}, texts
