"""The ticks of an axis that reaches before the year 1, which Plotly counts with a year 0 and without eras."""

from __future__ import annotations

from typing import Any

from ..record.dates.days import AnyDay, day_of
from .wording import day_text

MOST = 8  # ticks
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def early_ticks(first: AnyDay, last: AnyDay, language: str) -> dict[str, Any]:
    """`tickvals` and `ticktext` of a Plotly axis: years that people call round (`100 BC`, `50 BC`, `1 AD`, `50 AD`), or
    both ends of less than two years."""
    years = round_years(first.year + ((first.month, first.day) > (1, 1)), last.year)
    days = [day_of(year, 1, 1) for year in years] if len(years) > 1 else [first, last]
    pattern = "y" if len(years) > 1 else "d MMM y"
    return {
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in days],
        "ticktext": [day_text(day, language, pattern, era=True) for day in days],
    }


def round_years(first: int, last: int) -> list[int]:
    """Years from one to another, no more than `MOST` of them, by the steps that people count in: no year 0."""
    step = next((step for step in STEPS if (last - first) / step < MOST), STEPS[-1])
    return [year for year in range(first, last + 1) if (year if year > 0 else 1 - year) % step == 0 or year == 1]
