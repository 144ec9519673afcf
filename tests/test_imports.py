"""The stages of the house: imports only point back towards the record, and importing does nothing else."""

from __future__ import annotations

import ast
import json
import pkgutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from syntax import tree_of

import timeline

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "timeline"
# What each stage may import of the others, besides itself.
MAY_IMPORT = {
    "record": set(),
    "bring": {"record"},
    "links": {"record", "bring"},
    "query": {"record"},
    "view": {"record", "query"},
    "publish": {"record", "query", "view"},
    "serve": {"record", "query", "view", "publish"},
}
# What every stage may import: where the program's files are, and how it was called.
GROUND = {"installed"}
# The parts of the record in the order in which they depend on each other: each may import those before it.
RECORD = (
    "folding",
    "locales",
    "numerals",
    "typography",
    "problems",
    "places",
    "dates",
    "model",
    "identity",
    "origins",
    "support",
    "files",
    "pictures",
    "writing",
    "record",
    "read",
    "rules",
    "load",
    "edit",
    "sheets",
    "compare",
    "agreement",
    "verify",
)
MODULES = sorted(
    name for _, name, _ in pkgutil.walk_packages(timeline.__path__, "timeline.") if not name.endswith("__main__")
)


def imports_of(file: Path) -> set[str]:
    """The absolute names of everything that a module imports, anywhere in it."""
    package = file.relative_to(ROOT).with_suffix("").parts[:-1]
    names = set()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
                if node.level
                else node.module
            )
            names |= {f"{base}.{alias.name}" for alias in node.names}
    return names


def in_new_process(code: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def files_of(stage: str) -> list[Path]:
    found = sorted((PACKAGE / stage).rglob("*.py"))
    assert found
    return found


def modules_imported(file: Path) -> set[str]:
    """The modules of this package that a module imports: each name by itself, or the module that it is taken from."""
    names = {name for name in imports_of(file) if name.startswith("timeline.")}
    return {name if name in MODULES else name.rpartition(".")[0] for name in names} - {"timeline"}


@pytest.mark.parametrize("stage", sorted(MAY_IMPORT))
def test_imports_of_a_stage_only_point_back(stage):
    allowed = {f"timeline.{name}" for name in {stage, *MAY_IMPORT[stage], *GROUND}}
    for file in files_of(stage):
        inside = {name for name in imports_of(file) if name.split(".")[0] == "timeline"}
        strays = {name for name in inside if not any(f"{name}.".startswith(f"{part}.") for part in allowed)}
        assert strays == set(), file.name


@pytest.mark.parametrize("module", sorted(GROUND))
def test_the_ground_imports_nothing_of_the_program(module):
    assert modules_imported(PACKAGE / f"{module}.py") == set()


@pytest.mark.parametrize("part", RECORD)
def test_a_part_of_the_record_imports_only_those_before_it(part):
    place = PACKAGE / "record" / part
    for file in files_of(f"record/{part}") if place.is_dir() else [place.with_suffix(".py")]:
        parts = {name.split(".")[2] for name in modules_imported(file) if name.startswith("timeline.record.")}
        assert parts <= set(RECORD[: RECORD.index(part) + 1]), file.relative_to(PACKAGE)


def test_the_order_of_the_record_names_every_part_of_it():
    parts = {
        path.stem for path in (PACKAGE / "record").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert parts - {"__init__"} == set(RECORD)


def test_no_module_imports_itself_by_a_detour():
    graph = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): modules_imported(file)
        for file in files_of(".")
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_the_check_of_imports_sees_relative_and_late_ones():
    assert "timeline.record.rules.check.check_record" in imports_of(PACKAGE / "record" / "load.py")
    assert "timeline.publish.exports.api.selected_object" in imports_of(PACKAGE / "commands" / "list_events.py")


@pytest.mark.parametrize(("stage", "more"), [("record", {"pandas"}), ("query", set())])
def test_record_and_query_load_no_web_framework_and_no_command_line_library(stage, more):
    """And the record does without pandas."""
    modules = [name for name in MODULES if name == f"timeline.{stage}" or name.startswith(f"timeline.{stage}.")]
    loaded = json.loads(
        in_new_process(f"import {', '.join(modules)}, json, sys; print(json.dumps(sorted(sys.modules)))")
    )
    assert set(modules) <= set(loaded)
    assert {"dash", "plotly", "flask", "click", "werkzeug", "waitress", *more}.isdisjoint(loaded)


def test_the_command_line_starts_without_dash_and_pandas():
    assert (
        in_new_process("import timeline.cli, sys; print({'dash', 'plotly', 'pandas'} & set(sys.modules))") == "set()\n"
    )


def test_the_page_is_made_without_pandas():
    """A server has it when the first filter comes, and answers with the page before."""
    code = """
import sys
from timeline.publish.page.page import linked_page
from timeline.record.load import load_record
from timeline.view.app import build_app
import timeline.serve.listening, timeline.serve.observed, timeline.serve.server
record = load_record()
linked_page(record, build_app(record))
print({"pandas", "numpy"} & set(sys.modules))
"""
    assert in_new_process(code) == "set()\n"


# What takes a tenth of a second or more to import, and is needed for the page alone.
HEAVY = ("dash", "plotly", "flask", "werkzeug", "waitress", "pandas", "numpy", "edtf", "pyparsing")


def heavy_modules_of(*commands: list[str]) -> list[list[str]]:
    """The heavy modules that are loaded when each of the commands has run, one after the other."""
    code = f"""
import json, sys
from timeline.cli import main
loaded = []
for arguments in {commands!r}:
    try:
        main(arguments, standalone_mode=False)
    except SystemExit as ended:
        assert not ended.code
    loaded.append(sorted(set({HEAVY!r}) & set(sys.modules)))
print(json.dumps(loaded))
"""
    return json.loads(in_new_process(code).splitlines()[-1])


LIGHT = (
    ["--help"],
    # A record without lessons: their exercises choose events by a filter, which is what pandas is for.
    ["check", "--strict", "--data", "examples/vesuvius"],
    ["check", "--format", "json", "examples/vesuvius/events.yaml"],
    ["list"],
    ["list", "--format", "json"],
    ["list", "--filter", "lang=fr&theme=dark"],
    ["fmt", "--check"],
    ["diff", "data", "tests/records/good/apollo"],
    ["schema"],
    ["new", "--help"],
    ["export", "--help"],
)


def test_a_command_loads_no_more_than_it_needs():
    loaded = heavy_modules_of(*LIGHT)
    assert dict(zip(map(" ".join, LIGHT), loaded, strict=True)) == {" ".join(command): [] for command in LIGHT}


# A filter is applied by the one engine that there is for it, whose frames are pandas'.
@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--filter", "country=KP&q=treaty&from=2024-10-01&dates=certain&asof=2024-10-20"],
        ["export", "json", "--filter", "country=KP"],
    ],
    ids=" ".join,
)
def test_a_command_with_a_filter_loads_pandas_and_nothing_else(arguments):
    assert heavy_modules_of(arguments) == [["numpy", "pandas"]]


def test_a_command_does_without_the_modules_of_the_others():
    code = """
import sys
from timeline.cli import main
main(["list"], standalone_mode=False)
print(sorted(name.removeprefix("timeline.commands.") for name in sys.modules if name.startswith("timeline.commands.")))
"""
    assert in_new_process(code).splitlines()[-1] == "['list_events', 'options', 'records']"


def test_importing_every_module_opens_no_file_of_the_record_and_prints_nothing():
    watch = f"""
import importlib, json, sys
opened = []
sys.addaudithook(lambda event, arguments: opened.append(str(arguments[0])) if event == "open" else None)
for name in {MODULES!r}:
    importlib.import_module(name)
folders = {[str(ROOT / name) + "/" for name in ("data", "seeds", "assets")]!r}
starts = [start for folder in folders for start in (folder, folder.split("/")[-2] + "/")]
found = [path for path in opened if any(path.startswith(start) for start in starts)]
print(json.dumps([found, len(opened) > 100]))
"""
    assert in_new_process(watch) == "[[], true]\n"


def test_importing_every_module_builds_no_app():
    watch = f"""
import dash, flask, importlib
built = []
for kind in (dash.Dash, flask.Flask):
    kind.__init__ = lambda self, *args, _made=kind.__name__, **options: built.append(_made)
for name in {MODULES!r}:
    importlib.import_module(name)
print(built)
"""
    assert in_new_process(watch) == "[]\n"


def test_no_module_uses_dash_s_global_callback():
    for file in PACKAGE.rglob("*.py"):
        assert {"dash.callback", "dash.clientside_callback"}.isdisjoint(imports_of(file)), file.name
