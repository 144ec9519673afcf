"""How long filtered answers of the API take, from request to bytes, without the network.

    python -m benchmarks.answers               # the real record, and 5,047 synthetic events with three claims each
    python -m benchmarks.answers --data DIR    # another record

Milliseconds of one core, medians over different filters. Each is asked for once: asked for again it is answered from
memory.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from timeline.installed import DATA
from timeline.record.load import load_record
from timeline.record.record import Record
from timeline.serve.server import create_app

from .synthetic import write_record

EVENTS, CLAIMS = 5047, 3
WARM = 3.0  # seconds in which a server prepares what it makes once


def main() -> None:
    """Measure the answers of both records, and print them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, action="append", help="the folder of a record; by default these two")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for data in given.data or (DATA, write_record(Path(folder) / f"synthetic-{EVENTS}", EVENTS, CLAIMS)):
            report(data.name, load_record(data))


def report(name: str, record: Record) -> None:
    """Print a line for each sort of filter, as it is and compressed."""
    client = create_app(record).server.test_client()
    time.sleep(WARM)
    print(f"{name}: {len(record.events)} events")
    for sort, queries in queries_of(record).items():
        for encoding in ("identity", "br"):
            answers = [ask(client, query, encoding) for query in queries]
            times, sizes = zip(*answers, strict=True)
            print(
                f"  {sort:12} {encoding:9} {median(times):7.1f} ms, slowest {max(times):7.1f} ms, "
                f"{median(sizes) / 1000:8.1f} KB"
            )


def queries_of(record: Record) -> dict[str, list[str]]:
    """Filters of each sort, a dozen or so."""
    actors = sorted({actor for event in record.events for actor in event.actors})[:12]
    countries = sorted({country for event in record.events for country in event.countries})[:12]
    words = sorted({word for event in record.events[:40] for word in event.title[record.settings.languages[0]].split()})
    days = [f"2024-{month:02}-01" for month in range(1, 13)]
    return {
        "actor": [f"actor={actor}" for actor in actors],
        "country": [f"country={country}" for country in countries],
        "words": [f"q={word}" for word in words[:12]],
        "dates": [f"from={day}&dates=certain" for day in days],
        "as of a day": [f"asof={day}&actor={actor}" for day, actor in zip(days, actors, strict=False)],
    }


def ask(client, query: str, encoding: str) -> tuple[float, int]:
    """Milliseconds that an answer takes, and its bytes."""
    begin = time.thread_time()
    answer = client.get(f"/api/events.json?{query}", headers={"Accept-Encoding": encoding})
    size = len(answer.data)
    if answer.status_code != 200:
        raise RuntimeError(f"{query} answered {answer.status}")
    return (time.thread_time() - begin) * 1000, size


if __name__ == "__main__":
    main()
