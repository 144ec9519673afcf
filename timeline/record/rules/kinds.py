"""Warnings: kinds of events can be seen, and told apart by those who don't see colours."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.colours import PAPER, contrast
from ..problems.problem import Problem
from ..record import Record

LEAST = 3  # WCAG 2.2, 1.4.11: the contrast of what has to be seen to understand a picture


def colours_stand_out(record: Record) -> Iterator[Problem]:
    """low-contrast: the colours of a kind have a contrast of at least 3:1 with the page, light and dark."""
    for index, kind in enumerate(record.settings.kinds):
        for theme, paper in PAPER.items():
            if (ratio := contrast(getattr(kind, theme), paper)) < LEAST:
                yield record.documents.settings.problem(
                    ("kinds", index, theme),
                    "low-contrast",
                    f"`{getattr(kind, theme)}` has a contrast of {ratio:.1f}:1 with the {theme} page",
                    "take a darker colour" if theme == "light" else "take a lighter colour",
                )


def kinds_have_their_own_symbols(record: Record) -> Iterator[Problem]:
    """same-symbol: no two kinds have the same symbol, since colour alone doesn't tell them apart for everybody."""
    seen: dict[str, str] = {}
    for index, kind in enumerate(record.settings.kinds):
        if kind.symbol in seen:
            yield record.documents.settings.problem(
                ("kinds", index, "symbol"),
                "same-symbol",
                f"`{seen[kind.symbol]}` has the symbol `{kind.symbol}` too",
                "give one of them another",
            )
        seen.setdefault(kind.symbol, kind.id)


WARNINGS = (colours_stand_out, kinds_have_their_own_symbols)
