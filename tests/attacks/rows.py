"""The rows of the table in docs/robustness.md."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Row:
    """An attack: what had to hold, how many were tried, and what failed."""

    name: str
    holds: str
    count: int = 0
    failed: list[str] = field(default_factory=list)
