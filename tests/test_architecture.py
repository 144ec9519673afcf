"""docs/architecture.md names what is there: every path in it exists, and every stage stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:timeline|assets|tests|data|docs|examples)/[\w./-]*)`", PAGE)))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_the_page_exists(path):
    assert (ROOT / path).exists()


def test_the_page_names_every_stage_and_every_part_of_the_browser():
    stages = {f"timeline/{path.name}/" for path in (ROOT / "timeline").iterdir() if (path / "__init__.py").is_file()}
    assert stages - {"timeline/publish/"} <= set(PATHS)
    folders = {path.name for path in (ROOT / "assets" / "src").iterdir() if path.is_dir()}
    assert {name for name in folders if f"`{name}/`" not in PAGE} == set()


def test_the_order_of_the_record_is_that_of_the_tests():
    from test_imports import RECORD

    listed = re.search(r"Within the record, in this order: (.+?)\n\n", PAGE, re.DOTALL).group(1)
    assert [name.removesuffix(".py").strip("/") for name in re.findall(r"`([^`]+)`", listed)] == list(RECORD)


def test_readme_and_contributing_point_to_it():
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "docs/architecture.md" in (ROOT / name).read_text(encoding="utf-8"), name
