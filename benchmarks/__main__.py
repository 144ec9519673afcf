"""Measure this program and its peers in turn, in one run.

    python -m benchmarks --sizes 50 500 --peers timeline event-drops --runs 5

What has been measured before and is not named stays in the tables, which say of which day it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from . import start, throughput
from .events import read_events
from .pages import build_page
from .peers import OURS, PEERS
from .report import write_report
from .results import Results, today
from .servers import HOST, ROOT, files, naive_dash, program
from .synthetic import write_record
from .targets import SIZES

BUILD = Path(__file__).parent / "build"
VISIT_LIMIT = 200  # seconds for everything in a visit; a page that hangs answers no timeout


def main() -> None:
    """Measure the peers at each size, and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--sizes", nargs="+", choices=SIZES, default=list(SIZES), help="numbers of events, or the real record"
    )
    parser.add_argument("--peers", nargs="+", choices=list(PEERS), default=list(PEERS))
    parser.add_argument("--runs", type=int, default=5, help="visits to each page, of which the median counts")
    parser.add_argument("--port", type=int, default=8120, help="the first of three ports")
    parser.add_argument("--fresh", action="store_true", help="forget what was measured before")
    parser.add_argument("--only-pages", action="store_true", help="neither requests per second nor commands")
    parser.add_argument(
        "--pictures", action="store_true", help="keep a picture of every page in benchmarks/build/pictures"
    )
    given = parser.parse_args()
    results = today(given.fresh)
    results.runs = given.runs
    for size in given.sizes:
        measure_pages(results, size, given)
    if not given.only_pages:
        measure_rest(results, given)
    print(results.save())
    write_report(results)


def record_of(size: str) -> Path:
    """The folder of a record. A synthetic one is written anew if its writer has changed; it opens on its whole span."""
    if size == "real":
        return ROOT / "data"
    stamp = hashlib.sha256((Path(__file__).parent / "synthetic.py").read_bytes()).hexdigest()
    folder, known = BUILD / "records" / size, BUILD / "records" / f"{size}.stamp"
    if not (known.exists() and known.read_text() == stamp):
        shutil.rmtree(folder, ignore_errors=True)
        write_record(folder, int(size))
        settings = folder / "settings.yaml"
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("window: lately", "window: whole"), encoding="utf-8"
        )
        known.write_text(stamp)
    return folder


def measure_pages(results: Results, size: str, given: argparse.Namespace) -> None:
    """Visit every page of a size in turn, as often as asked for. A page that fails is not visited again."""
    data = read_events(record_of(size))
    events = BUILD / f"events-{size}.json"
    events.parent.mkdir(parents=True, exist_ok=True)
    events.write_text(json.dumps(data), encoding="utf-8")
    site, kind, port = BUILD / "site", data["kinds"][len(data["kinds"]) // 2]["id"], given.port
    results.begin(size, given.peers)
    cells = results.visits[size]
    with ExitStack() as running:
        running.enter_context(files(port, site))
        urls = {}
        for peer in given.peers:
            try:
                urls[peer] = address(running, peer, size, data, events, given.port)
            except RuntimeError as error:
                print(error, file=sys.stderr)
                cells[peer] = [{"failed": "does not start"}]
        for run in range(given.runs):
            for peer, url in urls.items():
                if not any("failed" in visit for visit in cells[peer]):
                    picture = BUILD / "pictures" / f"{peer}-{size}.png" if given.pictures and not run else None
                    cells[peer].append(visited(results, peer, url, kind, picture))
                    print(size, peer, cells[peer][-1], flush=True)
            results.save()


def address(running: ExitStack, peer: str, size: str, data: dict, events: Path, port: int) -> str:
    """Where a peer's page is, once it is built or its server answers. Raises RuntimeError where that doesn't."""
    if peer == OURS:
        running.enter_context(program(port + 1, record_of(size)))
        return f"http://{HOST}:{port + 1}/"
    if peer == "naive-dash":
        running.enter_context(naive_dash(port + 2, events))
        return f"http://{HOST}:{port + 2}/"
    build_page(peer, BUILD / "site" / size / peer, data)
    return f"http://{HOST}:{port}/{size}/{peer}/index.html"


HOW = ("cold", "warm", "phone")  # each by a browser of its own


def visited(results: Results, peer: str, url: str, kind: str, picture: Path | None) -> dict:
    """What the visits of one turn measured, up to where one hung, if it did."""
    visit: dict = {}
    for how in HOW:
        command = [sys.executable, "-m", "benchmarks.visit", peer, url, kind, how]
        command += [str(picture)] if picture and how == HOW[0] else []
        try:
            told = subprocess.run(
                command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=VISIT_LIMIT, check=False
            ).stdout
            ended = {}
        except subprocess.TimeoutExpired as stuck:
            told, ended = (stuck.stdout or b"").decode(), {"failed": "hangs"}
        visit |= {name: value for line in told.splitlines() for name, value in json.loads(line).items()} | ended
        if "failed" in visit:
            break
    results.machine["browser"] = visit.pop("browser", results.machine.get("browser"))
    return visit if visit else {"failed": "no browser"}


def measure_rest(results: Results, given: argparse.Namespace) -> None:
    """Requests per second, the commands, and the reading of every size."""
    results.add("throughput", throughput.measure(given.port, record_of("real"), BUILD / "copies"))
    clock = lambda measure: round(median(measure()[0] for _ in range(given.runs)), 3)  # noqa: E731
    results.add("seconds", {"serve": clock(lambda: start.serve(given.port, "/"))})
    commands = ("check", "list", "--help")
    results.add("seconds", {name: clock(lambda name=name: start.command([name])) for name in commands})
    reading = {f"read {size}": clock(lambda size=size: start.read(record_of(size))) for size in given.sizes}
    results.add("seconds", reading)


if __name__ == "__main__":
    main()
