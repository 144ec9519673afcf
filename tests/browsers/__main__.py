"""`make browsers`: what a person does first, in Firefox and in WebKit, at the server and in the offline file."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from timeline.installed import DATA

from ..attacks.servers import served

HERE = Path(__file__).parent


def main() -> int:
    """Run smoke.js, for the browsers named (`firefox`, `webkit`) or both. Returns its exit code."""
    with tempfile.TemporaryDirectory(prefix="timeline-browsers-") as folder, served(DATA) as port:
        file = Path(folder) / "timeline.html"
        export = [sys.executable, "-m", "timeline", "export", "html", "--output", str(file)]
        subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
        smoke = ["node", str(HERE / "smoke.js"), f"http://127.0.0.1:{port}/", str(file), *sys.argv[1:]]
        return subprocess.run(smoke, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
