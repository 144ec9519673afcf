"""What is to be reached, and by how much it is reached or missed."""

from __future__ import annotations

from dataclasses import dataclass

from .peers import OURS, PEERS
from .results import Results, Value, cell

SIZES = ("real", "50", "500", "5000", "50000")
UNITS = {
    **dict.fromkeys(("first", "answers", "live", "filter_one", "filter_all", "pan", "zoom"), "ms"),
    **dict.fromkeys(("warm_answers", "warm_live", "phone_answers", "phone_live", "blocked"), "ms"),
    **dict.fromkeys(("kb", "kb_answers"), "KB"),
}


@dataclass(frozen=True)
class Target:
    """At most `factor` times a peer's value, or `most` where there is no peer."""

    measure: str
    size: str
    most: float = 0.0
    peer: str = ""
    factor: float = 1.0

    def limit(self, results: Results) -> float | None:
        """The limit in the measure's unit; None where the peer has no number (it failed, or was not
        measured in the same run)."""
        if not self.peer:
            return self.most
        if not results.has(self.size, self.peer) or not self.same_run(results):
            return None
        value = results.value(self.size, self.peer, self.measure)
        return value * self.factor if isinstance(value, (int, float)) else None

    def same_run(self, results: Results) -> bool:
        """Whether program and peer were measured together; on another day the machine is another."""
        ours, theirs = (results.kept.get(cell(self.size, peer)) for peer in (OURS, self.peer))
        return ours == theirs

    def words(self) -> str:
        """The target in words: `≤ EventDrops × 0.7` or `≤ 45 ms`."""
        if not self.peer:
            return f"≤ {self.most:g} {UNITS[self.measure]}"
        return f"≤ {PEERS[self.peer].title}" + (f" × {self.factor:g}" if self.factor != 1 else "")


@dataclass(frozen=True)
class Verdict:
    """What became of a target: the program's value and the limit, where both are numbers."""

    target: Target
    value: Value
    limit: float | None

    @property
    def reached(self) -> bool | None:
        """None where there is nothing to compare."""
        if not isinstance(self.value, (int, float)):
            return False if isinstance(self.value, str) else None
        return None if self.limit is None else self.value <= self.limit

    @property
    def by(self) -> float:
        """How far above the limit the value is, as a share of the limit; negative below it."""
        return self.value / self.limit - 1


def _same(measures: tuple[str, ...], sizes: tuple[str, ...], most: float) -> list[Target]:
    return [Target(measure, size, most) for measure in measures for size in sizes]


TARGETS = (
    *(
        Target("first", size, peer="event-drops", factor=factor)
        for size, factor in (("real", 1.1), ("50", 1.1), ("500", 1.0), ("5000", 0.7), ("50000", 0.4))
    ),
    *(
        Target("live", size, peer=peer, factor=factor)
        for size, peer, factor in (
            ("real", "timelinejs", 1.2),
            ("50", "timelinejs", 1.2),
            ("500", "timelinejs", 0.35),
            ("500", "vis-timeline", 1.0),
            ("5000", "markwhen", 0.7),
            ("50000", "event-drops", 1.0),
        )
    ),
    *(
        Target("answers", size, peer="event-drops", factor=factor)
        for size, factor in (("real", 2.0), ("500", 2.0), ("5000", 1.5), ("50000", 0.6))
    ),
    *(Target("live", size, most) for size, most in (("real", 450), ("500", 500), ("5000", 550))),
    *(Target("filter_one", size, most) for size, most in (("real", 33), ("500", 40), ("5000", 60), ("50000", 80))),
    *(Target("filter_all", size, most) for size, most in (("real", 45), ("500", 50), ("5000", 90), ("50000", 100))),
    *_same(("pan",), ("real", "50", "500"), 22),
    *_same(("pan",), ("5000",), 25),
    *_same(("pan",), ("50000",), 28),
    *_same(("zoom",), ("real", "500", "5000"), 17),
    *_same(("zoom",), ("50000",), 28),
    *_same(("kb",), ("real", "50"), 650),
    *_same(("kb",), ("500",), 620),
    *_same(("kb",), ("5000",), 700),
    *(Target("kb_answers", size, most) for size, most in (("real", 180), ("500", 180), ("5000", 200), ("50000", 250))),
    *(Target("blocked", size, most) for size, most in (("real", 200), ("500", 250), ("5000", 350))),
)
SECONDS = {"serve": 1.5, "check": 0.6, "list": 0.6, "--help": 0.6, "read 50000": 3.0}  # at most
SHARE = 0.5  # of the plain file server's requests per second, at least


def verdicts(results: Results) -> list[Verdict]:
    """Every target of a size at which the program was measured."""
    return [
        Verdict(target, results.value(target.size, OURS, target.measure), target.limit(results))
        for target in TARGETS
        if results.has(target.size, OURS)
    ]
