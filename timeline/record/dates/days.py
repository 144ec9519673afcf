"""Days as numbers, as the browser and the frames count them."""

from __future__ import annotations

from datetime import date
from typing import overload

EPOCH = date(1970, 1, 1).toordinal()


@overload
def day_number(day: date) -> int: ...
@overload
def day_number(day: None) -> None: ...
@overload
def day_number(day: date | None) -> int | None: ...
def day_number(day: date | None) -> int | None:
    """Days since 1970-01-01 (negative before), None for None."""
    return day.toordinal() - EPOCH if day else None
