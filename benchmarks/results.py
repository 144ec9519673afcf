"""A dated file of everything that was measured: raw values of every visit, and the machine they were measured on."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

FOLDER = Path(__file__).parent / "results"
MEASURES = (
    *("first", "answers", "live", "filter_one", "filter_all", "pan", "zoom", "kb", "kb_first", "kb_answers", "kb_live"),
    *("warm_first", "warm_answers", "warm_live", "phone_first", "phone_answers", "phone_live", "blocked"),
)

# A number, None where the chart has no such thing, or the words of a failure.
Value = float | str | None


@dataclass
class Results:
    """`visits[size][peer]` is a list of visits (measure → value, or `failed` → words); `throughput[page or api]` has
    `program` and `files` in requests per second of one core; `seconds` are those of the commands and of reading. `kept`
    says of which run the rest is, cell by cell: cell (`500/timeline`, `throughput/page`) → day, revision, processor.
    """

    date: str
    machine: dict[str, object]
    runs: int = 0
    visits: dict[str, dict[str, list[dict]]] = field(default_factory=dict)
    throughput: dict[str, dict[str, float]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def value(self, size: str, peer: str, measure: str) -> Value:
        """The median of a measure. A failure in more than half of the visits is the value itself; a cell that was not
        measured raises KeyError."""
        visits = self.visits[size][peer]
        numbers = [visit[measure] for visit in visits if isinstance(visit.get(measure), (int, float))]
        if len(numbers) * 2 > len(visits) or (numbers and not any("failed" in visit for visit in visits)):
            return median(numbers)
        return next((visit["failed"] for visit in visits if "failed" in visit and measure not in visit), None)

    @property
    def counted(self) -> str:
        """How many visits the medians of this run are of: `3`, or `2 to 3` where not every page was visited as often;
        `runs` before any.
        """
        counts = {
            len(visits)
            for size, peers in self.visits.items()
            for peer, visits in peers.items()
            if visits and cell(size, peer) not in self.kept
        } or {self.runs}
        return " to ".join(str(count) for count in sorted({min(counts), max(counts)}))

    def has(self, size: str, peer: str) -> bool:
        """Whether a cell was measured."""
        return bool(self.visits.get(size, {}).get(peer))

    def begin(self, size: str, peers: Iterable[str]) -> None:
        """Forget what was measured of these peers at a size: they are visited anew."""
        for peer in peers:
            self.visits.setdefault(size, {})[peer] = []
            self.kept.pop(cell(size, peer), None)

    def add(self, part: str, values: Mapping[str, object]) -> None:
        """Put in what this run measured of `throughput` or `seconds`."""
        getattr(self, part).update(values)
        for name in values:
            self.kept.pop(cell(part, name), None)

    def keep(self) -> None:
        """From here on everything that is there is of an earlier run, until it is measured again."""
        run = f"{self.date} at revision {self.machine['revision']} ({self.machine['processor']})"
        parts = {**self.visits, "throughput": self.throughput, "seconds": self.seconds}
        cells = [cell(part, name) for part, names in parts.items() for name in names]
        self.kept = {name: self.kept.get(name, run) for name in cells}

    def save(self, folder: Path = FOLDER) -> Path:
        """Write the file of its day, over an older one. Returns it."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.date}.json"
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path


def cell(part: str, name: str) -> str:
    """What a cell is called: a size and a peer, or `seconds` and a command."""
    return f"{part}/{name}"


def read(path: Path) -> Results:
    """The results in a file."""
    return Results(**json.loads(path.read_text(encoding="utf-8")))


def latest(folder: Path = FOLDER) -> Path:
    """The newest file. Raises FileNotFoundError where there is none."""
    files = sorted(folder.glob("????-??-??.json"))
    if not files:
        raise FileNotFoundError(f"no results in {folder}")
    return files[-1]


def today(fresh: bool, folder: Path = FOLDER) -> Results:
    """The newest results to go on with, or empty ones. What the run to come doesn't measure stays as it was, and says
    of which run it is; what was measured today at the same revision is of the same run.
    """
    now, here = str(date.today()), machine()
    if fresh or not list(folder.glob("????-??-??.json")):
        return Results(now, here)
    results = read(latest(folder))
    if (results.date, results.machine["revision"]) != (now, here["revision"]):
        results.keep()
    results.date = now
    results.machine |= here
    return results


def machine() -> dict[str, object]:
    """Cores, processor, system, Python and the program's revision."""
    info = Path("/proc/cpuinfo")
    names = (
        [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    revision = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=FOLDER.parent, capture_output=True, text=True, check=False
    )
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": names[0] if names else platform.processor(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "revision": revision.stdout.strip(),
        "load": round(os.getloadavg()[0], 2),
    }
