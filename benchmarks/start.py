"""How long it takes until something is there: the commands, the server's first answers, and the reading of a big
record.

    python -m benchmarks.start [--events 50000] [--runs 3] [--port 8114]

Each run is a process of its own, as people run it. Seconds by the clock, and of the processor (user and system); of
each the least of the runs, since what else the machine did is not of interest.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from .synthetic import write_record

ROOT = Path(__file__).resolve().parents[1]
# As Python runs unless it is told otherwise: it keeps what it compiles, which is 0.15 s of the start of a server.
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
COMMANDS = (["--help"], ["check"], ["list"], ["list", "--filter", "country=KP&q=treaty"], ["fmt", "--check"])
READ = """
import sys, time
from timeline.record.load import load_record
clock, processor = time.monotonic(), time.process_time()
load_record(sys.argv[1])
print(time.monotonic() - clock, time.process_time() - processor)
"""

Seconds = tuple[float, float]  # by the clock, of the processor


def command(arguments: list[str]) -> Seconds:
    """A command from its start to its end."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} exited with {process.returncode}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime


def serve(port: int, path: str) -> Seconds:
    """From the start of `serve` to the whole of its first answer at `path`."""
    begin = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, "-m", "timeline", "serve", "--port", str(port)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
    )
    try:
        while not _answers(f"http://127.0.0.1:{port}{path}"):
            if server.poll() is not None:
                raise SystemExit(f"serve exited with {server.returncode}")
            time.sleep(0.005)
        taken = time.monotonic() - begin
    finally:
        server.terminate()
        _, status, usage = os.wait4(server.pid, 0)
        server.returncode = os.waitstatus_to_exitcode(status)
    return taken, usage.ru_utime + usage.ru_stime


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=30) as answer:
            return bool(answer.read())
    except URLError:
        return False


def read(folder: Path) -> Seconds:
    """A record from its files to a checked `Record`, without Python's start and imports."""
    result = subprocess.run(
        [sys.executable, "-c", READ, str(folder)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    clock, processor = map(float, result.stdout.split())
    return clock, processor


def least(runs: int, measure: Callable[[], Seconds]) -> Seconds:
    """The least of several runs, of each of the two by itself."""
    taken = [measure() for _ in range(runs)]
    return min(clock for clock, _ in taken), min(processor for _, processor in taken)


def main() -> None:
    """Start the server several times, and print the least that it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=50_000, help="events of the synthetic record, with a claim each")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the least counts")
    parser.add_argument("--port", type=int, default=8114, help="a free port")
    given = parser.parse_args()
    print(f"{'':<44}{'clock':>10}{'CPU':>10}")
    for arguments in COMMANDS:
        _print(" ".join(arguments), least(given.runs, lambda arguments=arguments: command(arguments)))
    for path in ("/healthz", "/"):
        _print(f"serve, until {path} is answered", least(given.runs, lambda path=path: serve(given.port, path)))
    with tempfile.TemporaryDirectory(prefix="timeline-benchmark-") as place:
        folder = write_record(Path(place) / "data", given.events)
        _print("read the real record", least(given.runs, lambda: read(ROOT / "data")))
        _print(f"read {given.events:,} synthetic events", least(given.runs, lambda: read(folder)))


def _print(name: str, seconds: Seconds) -> None:
    print(f"{name:<44}{seconds[0]:>8.2f} s{seconds[1]:>8.2f} s")


if __name__ == "__main__":
    main()
