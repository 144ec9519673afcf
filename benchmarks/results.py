"""A dated file of everything that was measured: raw values of every visit, and the machine they were measured on."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

FOLDER = Path(__file__).parent / "results"
MEASURES = ("first", "answers", "live", "filter_one", "filter_all", "pan", "zoom", "kb", "kb_first", "kb_live")

# A number, None where the chart has no such thing, or the words of a failure.
Value = float | str | None


@dataclass
class Results:
    """`visits[size][peer]` is a list of visits (measure → value, or `failed` → words); `throughput[page or api]` has
    `program` and `files` in requests per second of one core; `seconds` are those of the commands and of reading."""

    date: str
    machine: dict[str, object]
    runs: int = 0
    visits: dict[str, dict[str, list[dict]]] = field(default_factory=dict)
    throughput: dict[str, dict[str, float]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

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
        """How many visits the medians are of: `3`, or `2 to 3` where not every page was visited as often; `runs` before any."""
        counts = {len(visits) for peers in self.visits.values() for visits in peers.values() if visits} or {self.runs}
        return " to ".join(str(count) for count in sorted({min(counts), max(counts)}))

    def has(self, size: str, peer: str) -> bool:
        """Whether a cell was measured."""
        return bool(self.visits.get(size, {}).get(peer))

    def save(self, folder: Path = FOLDER) -> Path:
        """Write the file of its day, over an older one. Returns it."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.date}.json"
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path


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
    """Today's results to go on with, or new ones."""
    path = folder / f"{date.today()}.json"
    if path.exists() and not fresh:
        results = read(path)
        results.machine |= machine()
        return results
    return Results(str(date.today()), machine())


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
