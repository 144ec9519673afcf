"""Make docs/python.ipynb of docs/python.md: `make notebook`. Every example is a cell, executed, its result below it.

Tables are HTML, charts are pictures: no Plotly stands in the notebook.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TEXT, NOTEBOOK = ROOT / "docs" / "python.md", ROOT / "docs" / "python.ipynb"
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
COLOURS = 256  # of a picture


def main() -> None:
    """Write the notebook beside its text. Runs in the clone's folder, where the examples find the record."""
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    namespace: dict[str, Any] = {}
    cells = [
        cell(number, kind, source, namespace) for number, (kind, source) in enumerate(parts(TEXT.read_text("utf-8")))
    ]
    notebook = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def parts(text: str) -> list[tuple[str, str]]:
    """The text as pairs of `markdown` or `code` and what stands there."""
    pieces = EXAMPLE.split(text)
    return [("code" if turn % 2 else "markdown", piece.strip()) for turn, piece in enumerate(pieces) if piece.strip()]


def cell(number: int, kind: str, source: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """A cell of the notebook (nbformat 4.5), executed where it is code."""
    common = {"id": f"cell-{number}", "metadata": {}, "source": source.splitlines(keepends=True)}
    if kind == "markdown":
        return {"cell_type": kind, **common}
    printed, result = run(source, namespace)
    outputs: list[dict[str, Any]] = []
    if printed:
        outputs.append({"output_type": "stream", "name": "stdout", "text": printed.splitlines(keepends=True)})
    if result is not None:
        data = {"output_type": "execute_result", "execution_count": None, "metadata": {}, "data": shown(result)}
        outputs.append(data)
    return {"cell_type": kind, "execution_count": None, **common, "outputs": outputs}


def run(source: str, namespace: dict[str, Any]) -> tuple[str, object]:
    """Execute an example. Returns what it prints, and the value of its last line where that is an expression."""
    tree, printed = ast.parse(source), io.StringIO()
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "docs/python.md", "exec"), namespace)
        value = eval(compile(ast.Expression(last.value), "docs/python.md", "eval"), namespace) if last else None
    return printed.getvalue(), value


def shown(result: Any) -> dict[str, Any]:
    """A result by media type, as a notebook keeps it."""
    if type(result).__name__ == "Figure":
        return {"image/png": base64.b64encode(picture(result)).decode(), "text/plain": "The chart as a picture."}
    if hasattr(result, "_repr_html_"):
        return {
            "text/html": result._repr_html_().splitlines(keepends=True),
            "text/plain": repr(result).splitlines(True),
        }
    return {"text/plain": repr(result).splitlines(keepends=True)}


def picture(figure: Any) -> bytes:
    """A figure as PNG, drawn by Chromium."""
    from PIL import Image  # noqa: PLC0415
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        page = browser.new_page(viewport={"width": figure.layout.width + 20, "height": figure.layout.height + 20})
        page.set_content(figure.to_html(include_plotlyjs=True))
        page.locator(".main-svg").first.wait_for()
        drawn = page.locator(".plot-container").screenshot()
        browser.close()
    small = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("RGB").quantize(COLOURS, kmeans=1).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
