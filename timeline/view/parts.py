"""Which events are shown within another one, of which they are a part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..record.model.model import Event


def fold(rows: Sequence[int], whole: Sequence[int | None]) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Fold the parts among some rows into their wholes; `whole` has by row the row that it is part of, or None.

    Gives `(wholes, parts)`: folded part → its whole, and whole → its folded parts, in the order of `rows`. A part whose
    whole is not among the rows stands by itself. `assets/src/model/parts.js` does the same in the browser;
    `tests/vectors/parts.json` runs against both.
    """
    among = set(rows)
    wholes = {row: of for row in rows if (of := whole[row]) is not None and of in among}
    parts: dict[int, list[int]] = {}
    for row, of in wholes.items():
        parts.setdefault(of, []).append(row)
    return wholes, parts


def wholes_of(events: Iterable[Event]) -> list[int | None]:
    """The row of the event that each one is part of; None for what is no part, or of none of these."""
    events = list(events)
    rows = {event.id: row for row, event in enumerate(events)}
    return [rows.get(event.part_of or "") for event in events]
