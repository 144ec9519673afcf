"""What Lighthouse finds on the page as a phone loads it, from the production server; medians go into the README.

python -m benchmarks.lighthouse [--runs 3] [--data data]

Method: https://github.com/GoogleChrome/lighthouse, its mobile profile as it comes (a slow 4G network and a processor
slowed four times, both simulated).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from .report import table
from .servers import HOST, ROOT, program

PORT = 8467
LIGHTHOUSE = ROOT / "benchmarks/lighthouse/node_modules/.bin/lighthouse"
BROWSERS = ("chromium", "chromium-headless-shell", "google-chrome")
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "search engines",
}
TIMES = {
    "total-blocking-time": ("total blocking time", "ms"),
    "largest-contentful-paint": ("largest contentful paint", "ms"),
    "cumulative-layout-shift": ("layout shift", ""),
}
MARKED = re.compile(r"(<!-- lighthouse -->\n).*?(<!-- /lighthouse -->)", re.DOTALL)


def visit(address: str) -> dict:
    """One report of Lighthouse as JSON. Raises CalledProcessError where it fails."""
    browser = next(path for name in BROWSERS if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        flags = "--headless --no-sandbox" if os.geteuid() == 0 else "--headless"
        subprocess.run(
            [
                str(LIGHTHOUSE),
                address,
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                f"--chrome-flags={flags}",
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": browser},
        )
        return json.loads(report.read_text(encoding="utf-8"))


def medians(reports: list[dict]) -> dict[str, float]:
    """{category: score of 100, audit: its value}, each the median of the reports."""
    scores = {
        key: statistics.median(100 * report["categories"][key]["score"] for report in reports) for key in CATEGORIES
    }
    values = {key: statistics.median(report["audits"][key]["numericValue"] for report in reports) for key in TIMES}
    return scores | values


def words(found: dict[str, float], reports: list[dict]) -> str:
    """The README's table, and what was measured with."""
    first = reports[0]
    rows = [[name, f"{found[key]:.0f} of 100"] for key, name in CATEGORIES.items()]
    rows += [
        [name, f"{found[key]:.2f}" if not unit else f"{found[key]:,.0f} {unit}"] for key, (name, unit) in TIMES.items()
    ]
    head = (
        f"Lighthouse {first['lighthouseVersion']}, mobile, {first['fetchTime'][:10]}: medians of {len(reports)} visits."
    )
    return f"{head}\n\n{table(['page of the real record', 'found'], rows)}"


def failures(report: dict) -> list[str]:
    """The audits that cost points, each with its own title."""
    return [
        f"{audit['id']}: {audit['title']}"
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] in ("binary", "numeric")
    ]


def main() -> None:
    """Visit the page as often as asked, say what was found, and write it into the README."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    chosen = parser.parse_args()
    with program(PORT, chosen.data):
        reports = [visit(f"http://{HOST}:{PORT}/") for _ in range(chosen.runs)]
    text = words(medians(reports), reports)
    print(text)
    print("\n".join(failures(reports[-1])))
    readme = ROOT / "README.md"
    old = readme.read_text(encoding="utf-8")
    readme.write_text(MARKED.sub(lambda match: f"{match.group(1)}{text}{match.group(2)}", old), encoding="utf-8")


if __name__ == "__main__":
    main()
