"""A Python file as its syntax tree, for tests that look at the code."""

from __future__ import annotations

import ast
from pathlib import Path


def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a file.

    Python 3.11 counts the depth of trees for all threads together, and a test server may build one at the same moment.
    It then raises SystemError, and the next attempt is right.
    """
    text = file.read_text(encoding="utf-8")
    for _ in range(3):
        try:
            return ast.parse(text)
        except SystemError:
            continue
    return ast.parse(text)
