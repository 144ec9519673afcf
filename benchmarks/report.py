"""The tables: everything in benchmarks/README.md, the short one in README.md, both between markers.

python -m benchmarks.report [RESULTS.json]
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Collection
from pathlib import Path

from .peers import OURS, PEERS
from .plot import write_plot
from .results import Results, Value, cell, latest, read
from .targets import SECONDS, SHARE, SIZES, UNITS, Verdict, verdicts

HERE = Path(__file__).parent
MARKED = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)
NAMES = {
    "first": "first marks visible",
    "answers": "answers",
    "live": "chart live",
    "filter_one": "filter to one kind",
    "filter_all": "filter back to all",
    "pan": "pan, p95 frame",
    "zoom": "zoom, p95 frame",
    "kb": "transferred, first visit",
    "kb_answers": "transferred before it answers",
    "warm_answers": "answers, second visit",
    "warm_live": "chart live, second visit",
    "phone_answers": "answers, fast 4G and a processor 4 times slower",
    "phone_live": "chart live, fast 4G and a processor 4 times slower",
    "blocked": "total blocking time, fast 4G and a processor 4 times slower",
}
SIZE_NAMES = {"real": "real record", "50": "50", "500": "500", "5000": "5,000", "50000": "50,000"}


def number(value: Value) -> str:
    """`1,234`, `–` for what there is not, or the words of a failure."""
    if isinstance(value, (int, float)):
        return f"{value:,.0f}"
    return value or "–"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)) + "\n"


def measured(results: Results) -> str:
    """A table for each measure: a row for each peer, a column for each size."""
    sizes = [size for size in SIZES if size in results.visits]
    parts = []
    for measure, name in NAMES.items():
        rows = [
            [
                f"**{peer.title}**" if peer.id == OURS else peer.title,
                *(
                    number(results.value(size, peer.id, measure)) if results.has(size, peer.id) else ""
                    for size in sizes
                ),
            ]
            for peer in PEERS.values()
            if any(results.has(size, peer.id) for size in sizes)
        ]
        parts.append(table([f"{name} ({UNITS[measure]})", *(SIZE_NAMES[size] for size in sizes)], rows))
    return "\n".join(parts)


def judged(results: Results) -> str:
    """A row for each measure, what became of its targets at each size."""
    found = verdicts(results)
    sizes = [size for size in SIZES if any(verdict.target.size == size for verdict in found)]
    rows = [
        [
            name,
            *(
                "<br>".join(
                    verdict_words(verdict)
                    for verdict in found
                    if (verdict.target.measure, verdict.target.size) == (measure, size)
                )
                for size in sizes
            ),
        ]
        for measure, name in NAMES.items()
    ]
    reached = [verdict.reached for verdict in found]
    return (
        f"{reached.count(True)} reached, {reached.count(False)} missed, {reached.count(None)} could not be "
        f"compared.\n\n" + table(["target", *(SIZE_NAMES[size] for size in sizes)], rows)
    )


def verdict_words(verdict: Verdict) -> str:
    """`✓ 152 ≤ EventDrops (188)` or `✗ 210, 12 % over EventDrops (188)`."""
    words = verdict.target.words()
    if verdict.limit is None or not isinstance(verdict.value, (int, float)):
        return f"? {number(verdict.value)} {words}" if verdict.reached is None else f"✗ {verdict.value}, {words}"
    limit = f" ({number(verdict.limit)})" if verdict.target.peer else ""
    over = "" if verdict.reached else f", {verdict.by:.0%} over"
    return f"{'✓' if verdict.reached else '✗'} {number(verdict.value)}{over} {words}{limit}"


def served(results: Results) -> str:
    """Requests per second, and the seconds of commands and of reading a record."""
    rows = [
        [
            name,
            f"{rate['program']:,.0f}",
            f"{rate['files']:,.0f}",
            f"{rate['program'] / rate['files']:.2f}",
            "✓" if rate["program"] >= SHARE * rate["files"] else "✗",
        ]
        for name, rate in results.throughput.items()
    ]
    parts = (
        [table(["requests per second per core", "this program", "plain file server", "share", f"≥ {SHARE:g}"], rows)]
        if rows
        else []
    )
    rows = [
        [
            name,
            f"{seconds:.2f}",
            f"{'✓' if seconds <= SECONDS[name] else '✗'} ≤ {SECONDS[name]:g}" if name in SECONDS else "",
        ]
        for name, seconds in results.seconds.items()
    ]
    return "\n".join([*parts, table(["seconds", "median", "target"], rows)] if rows else parts)


def background(results: Results) -> str:
    """How much of the largest record's first visit is needed before something is seen, and before it answers."""
    if not results.has("50000", OURS):
        return ""
    first, live, whole = (number(results.value("50000", OURS, name)) for name in ("kb_first", "kb_live", "kb"))
    return (
        f"\nOf the {whole} KB of a first visit to 50,000 events, {first} KB come before the first marks, {live} KB "
        f"before the chart is live.\n"
    )


def setting(results: Results) -> str:
    """When and on what it was measured."""
    told = results.machine
    return _wrapped(
        f"Measured on {results.date} at revision {told['revision']}: medians of {results.counted} visits with a cold "
        f"cache, "
        f"{told['cores']} cores ({told['processor']}), Chromium {told.get('browser', '?')} headless, Python "
        f"{told['python']}, "
        f"load average {told['load']} at the start."
    )


def kept(results: Results, only: Collection[str] = tuple(PEERS)) -> str:
    """A line for each earlier run of which something stands in the tables; of the peers those in `only`."""
    runs: dict[str, list[str]] = {}
    for size, peers in results.visits.items():
        old = {peer: run for peer in peers if peer in only and (run := results.kept.get(cell(size, peer)))}
        for run in dict.fromkeys(old.values()):
            names = [PEERS[peer].title for peer in PEERS if old.get(peer) == run]
            whole = len(names) == len([peer for peer in peers if peer in only])
            runs.setdefault(run, []).append(SIZE_NAMES[size] + ("" if whole else f" ({', '.join(names)})"))
    if set(only) == set(PEERS):
        for part, names in {"throughput": results.throughput, "seconds": results.seconds}.items():
            for name in names:
                if run := results.kept.get(cell(part, name)):
                    runs.setdefault(run, []).append({"throughput": f"requests of the {name}"}.get(part, f"`{name}`"))
    kept = (f"Kept from {run}: {', '.join(names)}." for run, names in sorted(runs.items()))
    return "".join(f"\n{_wrapped(words)}" for words in kept)


def _wrapped(words: str) -> str:
    """A paragraph of a document, as wide as those that people write."""
    return f"{textwrap.fill(words, 120, break_on_hyphens=False)}\n"


def short(results: Results) -> str:
    """A row for each measure, this program beside EventDrops at every size."""
    sizes = [size for size in SIZES if results.has(size, OURS)]

    def value(size, peer, measure):
        return number(results.value(size, peer, measure)) if results.has(size, peer) else "–"

    rows = [
        [
            f"{name} ({UNITS[measure]})",
            *(f"{value(size, OURS, measure)} / {value(size, 'event-drops', measure)}" for size in sizes),
        ]
        for measure, name in NAMES.items()
    ]
    return table(["this program / EventDrops 1.3", *(SIZE_NAMES[size] for size in sizes)], rows)


def write_between(path: Path, text: str) -> None:
    """Put a text between a file's markers. Raises ValueError where it has none."""
    old = path.read_text(encoding="utf-8")
    new, count = MARKED.subn(lambda match: f"{match.group(1)}{text}{match.group(2)}", old)
    if count != 1:
        raise ValueError(f"{path} has {count} pairs of bench markers")
    path.write_text(new, encoding="utf-8")


def write_report(results: Results, folder: Path = HERE, readme: Path = HERE.parent / "README.md") -> None:
    """Write both tables and the plot."""
    write_plot(results, folder / "growth.svg")
    write_between(
        folder / "README.md",
        "\n".join([setting(results) + kept(results), judged(results), measured(results), served(results)])
        + background(results),
    )
    write_between(readme, setting(results) + kept(results, (OURS, "event-drops")) + "\n" + short(results))


if __name__ == "__main__":
    write_report(read(Path(sys.argv[1]) if len(sys.argv) > 1 else latest()))
