"""The result of proving the citations: problems, what was not checked, and how far each document is cited."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ..problems.problem import Problem
from ..problems.report import counted


@dataclass(frozen=True)
class Coverage:
    """How far the record cites one document: `cited` and `uncited` are numbers of paragraphs."""

    source: str
    file: str
    claims: int
    quotes: int
    figures: int
    anchors: int
    cited: tuple[int, ...]
    uncited: tuple[int, ...]

    def __str__(self) -> str:
        rest = f"cited by nothing: {', '.join(map(str, self.uncited))}" if self.uncited else "none is left out"
        parts = ", ".join(counted(getattr(self, f"{noun}s"), noun) for noun in ("claim", "quote", "figure", "anchor"))
        share = f"{len(self.cited)} of {len(self.cited + self.uncited)} paragraphs cited"
        return f"{self.source} ({self.file}): {share} ({parts}); {rest}"


@dataclass(frozen=True)
class Verification:
    """The result: sorted problems, a plain line for everything that was not checked, one coverage a document."""

    problems: tuple[Problem, ...]
    unchecked: tuple[str, ...]
    coverage: tuple[Coverage, ...]

    def lines(self) -> list[str]:
        """What was not checked, how far each document is cited, and at the end that all is proven, if it is."""
        claims, quotes, figures, anchors = (
            sum(getattr(part, name) for part in self.coverage) for name in ("claims", "quotes", "figures", "anchors")
        )
        stands = (
            f"ok: {counted(claims, 'cited passage')}, {counted(quotes, 'quote')}, {counted(figures, 'figure')} and "
            f"{counted(anchors, 'anchor')} stand in {counted(len(self.coverage), 'document')}"
        )
        return [*self.unchecked, *map(str, self.coverage), *([] if self.problems else [stands])]

    def as_dict(self) -> dict[str, list[Any]]:
        """JSON-ready: `{problems: [{file, line, …}], unchecked: [line], coverage: [{source, file, cited, …}]}`."""
        return {
            "problems": [problem.as_dict() for problem in self.problems],
            "unchecked": list(self.unchecked),
            "coverage": [asdict(part) for part in self.coverage],
        }
