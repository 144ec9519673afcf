"""`make attack`: the long form of the attacks. Writes what it found into docs/robustness.md; exits with 1 on a failure.

    python -m tests.attacks [--mutants 10000] [--records 60] [--saves 500] …

Everything is seeded, so that the same revision is attacked in the same way. The YAML test suite comes from npm.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from . import long_forms, odd_forms, servers

DEFAULTS = {"mutants": 10_000, "entries": 4_000, "records": 60, "requests": 2_500, "saves": 500, "kills": 200}
PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
OPENING = """\
# Robustness

Written by `make attack`, which takes twenty minutes; `tests/attacks/` is the short form, part of every run of the
tests. Attacks are seeded, so that they can be repeated. `benchmarks/load.py` measures the server under many readers,
and `SECURITY.md` says what is trusted.

| attack | how many | what has to hold | failed |
| --- | --- | --- | --- |
"""


def main() -> int:
    """Run every attack and write the table. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, number in DEFAULTS.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="timeline-attack-") as place:
        folder = Path(place)
        rows = [
            long_forms.mutants(folder, given.mutants),
            long_forms.large(folder, given.entries),
            long_forms.huge(folder),
            long_forms.suite(folder),
            odd_forms.shown(given.records),
            servers.requests(given.requests),
            servers.saves(folder, given.saves),
            long_forms.kills(folder, given.kills),
        ]
    for row in rows:
        print(f"{row.name}: {row.count} tried, {len(row.failed)} failed", *row.failed[:5], sep="\n  ")
    table = "".join(f"| {row.name} | {row.count:,} | {row.holds} | {len(row.failed)} |\n" for row in rows)
    failed = "".join(f"- {row.name}: {case}\n" for row in rows for case in row.failed[:5])
    told = f"\nWhat failed:\n\n{failed}" if failed else ""
    PAGE.write_text(f"{OPENING}{table}\nLast run: {date.today():%Y-%m-%d}.\n{told}", encoding="utf-8")
    return 1 if any(row.failed for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
