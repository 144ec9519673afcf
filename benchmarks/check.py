"""How long `check` takes: on the real record, and on a synthetic one made in a temporary folder.

    python benchmarks/check.py [--events 10000] [--runs 3]

Each run is a process of its own, as people run it; Python's own start is measured too, to be taken off.
Times are processor seconds (user and system), the least of the runs; memory is the most that was resident.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from synthetic import write_record

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Cost:
    """Processor seconds and the most memory that was resident, in MB."""

    seconds: float
    memory: float


def cost(*arguments: str) -> Cost:
    """What a process of its own costs. Raises where it fails."""
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} exited with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least(runs: int, *arguments: str) -> Cost:
    """The least of several runs: what else the machine did is not of interest."""
    costs = [cost(*arguments) for _ in range(runs)]
    return Cost(min(one.seconds for one in costs), max(one.memory for one in costs))


def main() -> None:
    """Check a synthetic record several times, and print the least that it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=10_000, help="events of the synthetic record")
    parser.add_argument("--claims", type=int, default=3, help="claims of each of them")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the least counts")
    given = parser.parse_args()
    start = least(given.runs, "-c", "pass")
    print(f"{'':<28}{'size':>9}{'CPU':>10}{'beyond start':>14}{'memory':>10}")
    print(f"{'Python alone':<28}{'':>9}{start.seconds:>8.2f} s{'':>14}{start.memory:>7.0f} MB")
    with tempfile.TemporaryDirectory(prefix="timeline-benchmark-") as place:
        synthetic = write_record(Path(place) / "data", given.events, given.claims)
        for name, folder in (("the real record", ROOT / "data"), (f"{given.events} synthetic events", synthetic)):
            size = (folder / "events.yaml").stat().st_size / 1e6
            spent = least(given.runs, "-m", "timeline", "check", "--strict", "--data", str(folder))
            beyond = spent.seconds - start.seconds
            print(f"{name:<28}{size:>6.1f} MB{spent.seconds:>8.2f} s{beyond:>12.2f} s{spent.memory:>7.0f} MB")


if __name__ == "__main__":
    main()
