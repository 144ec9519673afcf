"""Two clocks: when an event happened, and when a claim about it was made.

The browser's twin is `assets/src/model/clocks.js`; `tests/vectors/clocks.json` runs against both.
"""

from __future__ import annotations

from ..record.dates.edtf import Edtf
from ..record.model.model import Claim, Event

SIDES = ("before", "during", "after", "open")


def side_of(event: Event, claim: Claim) -> str:
    """Whether a claim was certainly made `before` its event, `during` it (on its day, or while it lasted) or `after`
    it; `open` where the days allow more than one of these, "" where the claim has no day.
    """
    return side(event.date, claim.asserted_on)


def side(event: Edtf, said: Edtf | None) -> str:
    """The same of two dates."""
    if said is None or (said.start is None and said.end is None):
        return ""
    if event.start and said.end and said.end < event.start:
        return "before"
    if event.end and said.start and said.start > event.end:
        return "after"
    begun = said.start is not None and (event.start is None or said.start >= event.start)
    ended = said.end is not None and (event.end is None or said.end <= event.end)
    some_day = event.shape == "within" and event.start != event.end
    return "during" if begun and ended and not some_day else "open"
