"""What came first: relations between events (errors), claims before what they report, and the file (warnings).

Only what is certain counts: a month is compared by the day that is kindest to the record, and a date
marked `?` or `~` is given room on both sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from ...installed import program
from ..dates.days import AnyDay, moved
from ..dates.edtf import Edtf
from ..model.model import Claim, Event
from ..problems.problem import Problem
from ..record import Record, files_of
from .walk import EventsFile, claims_of, events_of

ROOM = 7  # days around a marked day; around a marked month or year at least its own length
LATER = ("follows", "answers", "implements")  # the relations of an event to an earlier one
# What can be said of an event before it begins: that it will happen, that it won't, or nothing.
OF_THE_FUTURE = ("predicts", "denies", "declines_to_comment")
REMEDY = (
    "correct one of the dates; of what is still to come a claim `predicts`, and why it stands here its `note` can say"
)


def first_start(when: Edtf) -> AnyDay | None:
    """The first day on which it can have begun, None where that is open."""
    begin = when.ends[0]
    if begin is None or begin.start is None:
        return None
    return moved(begin.start, -_room(begin))


def last_start(when: Edtf) -> AnyDay | None:
    """The last day on which it can have begun: its own end where only that is known."""
    begin = when.ends[0] or when.ends[1]
    return last_day(begin) if begin else None


def last_day(when: Edtf) -> AnyDay | None:
    """The last day it can mean, None where that is open."""
    end = when.ends[1]
    if end is None or end.end is None:
        return None
    return moved(end.end, _room(end))


def _room(when: Edtf) -> int:
    """How many days a date that is marked as uncertain may be off."""
    if not when.qualifier or when.start is None or when.end is None:
        return 0
    return max(ROOM, (when.end - when.start).days)


def relations_are_in_order(record: Record) -> Iterator[Problem]:
    """relation-order: an event doesn't begin before the one it follows, answers or implements."""
    related = [(document, index, event) for document, index, event in events_of(record) if event.relates]
    wanted = {link.event for _, _, event in related for link in event.relates}
    ids = Counter(event.id for event in record.events if event.id in wanted)
    events = {
        event.id: event for event in record.events if ids[event.id] == 1
    }  # where two share an id, it isn't known which is meant
    for document, index, event in related:
        begins = last_start(event.date)
        for number, link in enumerate(event.relates):
            other = events.get(link.event)
            if other is None or link.type not in LATER:
                continue
            earliest = first_start(other.date)
            if begins and earliest and begins < earliest:
                yield document.problem(
                    (index, "relates", number),
                    "relation-order",
                    f"the event ({event.date}) begins before `{other.id}` ({other.date}), which it {link.type}",
                    "correct one of the dates, or turn the relation round",
                )


def claims_follow_their_events(record: Record) -> Iterator[Problem]:
    """asserted-early: a claim is made once the event has begun, unless it speaks of the future (it predicts, denies or
    declines to comment), is one side of a disagreement, or has a note that says why it stands there.
    """
    sided = Sided()
    for document, path, event, claim in claims_of(record):
        if claim.asserted_on and _is_before(claim.asserted_on, event.date) and not _is_explained(event, claim, sided):
            yield document.problem(
                (*path, "asserted_on"),
                "asserted-early",
                f"`{claim.asserted_on}` is before the event ({event.date}), which the claim {claim.stance}",
                REMEDY,
            )


def sources_follow_their_events(record: Record) -> Iterator[Problem]:
    """published-early: a document was published once the event had begun, with the same exceptions as for
    `asserted-early`.
    """
    sided = Sided()
    for document, path, event, claim in claims_of(record):
        seed = record.seeds.get(claim.source)
        if seed is None or not _is_before(seed.published, event.date) or _is_explained(event, claim, sided):
            continue
        # A claim made too early is reported by claims_follow_their_events.
        if claim.asserted_on is None or not _is_before(claim.asserted_on, event.date):
            yield document.problem(
                (*path, "source"),
                "published-early",
                f"`{seed.id}` was published ({seed.published}) before the event ({event.date}), "
                f"which the claim {claim.stance}",
                REMEDY,
            )


def claims_are_not_of_tomorrow(record: Record) -> Iterator[Problem]:
    """asserted-late: no claim is made on a day that is still to come: a slip of the year, mostly."""
    tomorrow = date.today() + timedelta(days=1)  # it may be tomorrow already where the claim was made
    for document, path, _, claim in claims_of(record):
        if claim.asserted_on and (said := first_start(claim.asserted_on)) and said > tomorrow:
            yield document.problem(
                (*path, "asserted_on"),
                "asserted-late",
                f"`{claim.asserted_on}` is still to come",
                "give the day on which it was said or published",
            )


def events_are_in_order(record: Record) -> Iterator[Problem]:
    """event-order: in the file events stand in the order of their dates, of one date in any order."""
    for document in files_of(record.documents.events):
        yield from _misplaced(document)


def _misplaced(document: EventsFile) -> Iterator[Problem]:
    keys = [event.date.order for event in document.value]
    ordered = sorted(range(len(keys)), key=lambda index: keys[index])
    above = dict(zip(ordered[1:], ordered, strict=False))
    for index in _out_of_order(keys):
        event, other = document.value[index], document.value[above[index]] if index in above else None
        where = f"behind `{other.id}` ({other.date})" if other else "at the top"
        yield document.problem(
            (index, "date"),
            "event-order",
            f"the event ({event.date}) stands out of the order of dates",
            f"it belongs {where}; `{program()} fmt` puts it there",
        )


def _out_of_order(keys: Sequence[Any]) -> Iterator[int]:
    """The numbers of the fewest items that have to move for all to be in order."""
    ends, tops, before = list[Any](), list[int](), list[int]()  # of each length the run that ends with the least
    for number, key in enumerate(keys):
        length = bisect_right(ends, key)
        ends[length : length + 1], tops[length : length + 1] = [key], [number]
        before.append(tops[length - 1] if length else -1)
    kept, number = set[int](), tops[-1] if tops else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return (number for number in range(len(keys)) if number not in kept)


class Sided:
    """The claims that take a side in a disagreement, of one event after the other."""

    def __init__(self) -> None:
        self._of: Event | None = None
        self._ids = frozenset[str]()

    def has(self, event: Event, claim: Claim) -> bool:
        """True where the claim is one side of a disagreement of its event."""
        if event is not self._of:
            sides = (side for point in event.disagreements for side in point.sides)
            self._of, self._ids = event, frozenset(name for side in sides for name in side.claims)
        return claim.id in self._ids


def _is_explained(event: Event, claim: Claim, sided: Sided) -> bool:
    """True where readers see why the claim stands with a later event: by its stance, its note or a disagreement."""
    return claim.stance in OF_THE_FUTURE or claim.note is not None or sided.has(event, claim)


def _is_before(when: Edtf, event: Edtf) -> bool:
    said, begins = last_day(when), first_start(event)
    return bool(said and begins and said < begins)


ERRORS = (relations_are_in_order,)
WARNINGS = (
    events_are_in_order,
    claims_follow_their_events,
    sources_follow_their_events,
    claims_are_not_of_tomorrow,
)
