"""What comes with the program, in a clone and in an installed package, and what the program was called by.

A wheel holds the clone's folders inside the package (`pyproject.toml` says which); a clone has them beside it. Any part
of the program may import this module, which imports none of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSIDE = PACKAGE / "_installed"
INSTALLED = INSIDE.is_dir()
ROOT = INSIDE if INSTALLED else PACKAGE.parent

ASSETS = ROOT / "assets"  # the browser's part
DOCS = ROOT / "docs"  # the guides for teachers
DATA = ROOT / "data"  # the record that is shown where no other is named
STARTER = PACKAGE / "starter"  # the files that `new-record` writes


def program() -> str:
    """What to type before a command, as the running program was started: `timeline` or `python -m timeline`."""
    return "timeline" if Path(sys.argv[0]).stem == "timeline" else "python -m timeline"
