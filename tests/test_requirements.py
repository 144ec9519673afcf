"""What is imported is declared, what is declared is locked, and what is locked does not say where it came from."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from syntax import tree_of

ROOT = Path(__file__).parents[1]
RANGES = ("requirements.txt", "requirements-test.txt", "requirements-dev.txt", "requirements-node.txt")
OWN = {"timeline", "benchmarks", "docs", "examples"}


def ranges_of(name: str) -> dict[str, Requirement]:
    """What a file of ranges asks for, those that it includes as well."""
    found = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            found |= ranges_of(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            required = Requirement(line)
            found[canonicalize_name(required.name)] = required
    return found


def locked_in(name: str) -> dict[str, list[Requirement]]:
    """What a lock file pins, by name: once, or once for each of several Pythons."""
    text = (ROOT / name).with_suffix(".lock").read_text(encoding="utf-8").replace("\\\n", "")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            required = Requirement(line.partition(" --hash")[0].strip())
            found.setdefault(canonicalize_name(required.name), []).append(required)
    return found


def version_of(pinned: Requirement) -> str:
    (specifier,) = pinned.specifier
    assert specifier.operator == "=="
    return specifier.version


def imported_by(*folders: str) -> dict[str, str]:
    """The top-level names that a folder's modules import, anywhere in them, and a file that does."""
    found_in = (file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))
    files = [file for file in found_in if "node_modules" not in file.parts]  # the benchmarks' peers bring some
    own = OWN | {file.stem for file in files} | set(sys.stdlib_module_names)
    found = {}
    for file in files:
        for node in ast.walk(tree_of(file)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            found |= {name.split(".")[0]: str(file.relative_to(ROOT)) for name in names}
    return {name: file for name, file in found.items() if name not in own}


@pytest.mark.parametrize(
    ("folders", "ranges"),
    [(["timeline"], "requirements.txt"), (["tests", "benchmarks", "docs", ".ci"], "requirements-test.txt")],
    ids=["program", "tests"],
)
def test_what_is_imported_is_declared(folders, ranges):
    declared, installed = set(ranges_of(ranges)), packages_distributions()
    imported = imported_by(*folders)
    assert imported
    undeclared = {
        name: file for name, file in imported.items() if not declared & set(map(canonicalize_name, installed[name]))
    }
    assert undeclared == {}


@pytest.mark.parametrize("name", RANGES)
def test_every_range_has_both_ends_or_is_exact(name):
    for required in ranges_of(name).values():
        operators = sorted(specifier.operator for specifier in required.specifier)
        assert operators in ([">=", "<"], ["<", ">="], ["=="]), str(required)


@pytest.mark.parametrize("name", RANGES)
def test_the_lock_file_is_within_the_ranges(name):
    locked = locked_in(name)
    for package, required in ranges_of(name).items():
        assert package in locked, f"{package} is not locked: run `make lock`"
        for pinned in locked[package]:
            assert required.specifier.contains(version_of(pinned)), f"{pinned} is outside {required}: run `make lock`"


@pytest.mark.parametrize("name", RANGES)
def test_every_locked_package_has_hashes(name):
    text = (ROOT / name).with_suffix(".lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE)[1:]
    assert len(blocks) == sum(map(len, locked_in(name).values()))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", RANGES)
def test_the_lock_file_names_no_place(name):
    """A mirror's address would be used, or fail, on every other machine."""
    text = (ROOT / name).with_suffix(".lock").read_text(encoding="utf-8")
    assert "://" not in text and "index-url" not in text and "find-links" not in text


def test_one_version_of_everything_is_run_tested_and_linted():
    everything = locked_in("requirements-dev.txt")
    for name in ("requirements.txt", "requirements-test.txt"):
        for package, pinned in locked_in(name).items():
            assert list(map(str, pinned)) == list(map(str, everything[package])), name
