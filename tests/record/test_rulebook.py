"""docs/rules.md is made from the code, and what it shows is what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.query import addresses
from timeline.record.load import read_record
from timeline.record.problems.codes import GROUPS, UNREADABLE
from timeline.record.rules.rulebook import meanings, rules_page

ROOT = Path(__file__).resolve().parents[2]
BAD = sorted((ROOT / "tests" / "records" / "bad").glob("*.yaml"))
CODES = [code for codes in GROUPS.values() for code in codes]
# Shown by no file of tests/records/bad: they need 40 MB, the documents, a spreadsheet, a picture, schemas, or a fault
# of the program.
ELSEWHERE = {code.name for code in CODES if code.name.startswith(("verify-", "sheet-"))} | {
    "file-too-big",
    "too-many",
    "picture-type",
    "picture-size",
    "unused-picture",
    "format",
    "show",
    "stale-schema",
}


def test_the_page_in_docs_is_up_to_date():
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rules_page(), "run: python -m timeline check --docs > docs/rules.md"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_a_code_has_a_section_with_its_severity_meaning_example_and_remedy(code):
    section = rules_page().split(f"### {code.name}\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert (
        section.strip().splitlines()[0]
        == f"{'A warning' if code.severity == 'warning' else 'An error'}. {meanings()[code.name]}"
    )
    assert f"> {code.says}\n" in section and code.right in section
    assert all(text.endswith(".") for text in (meanings()[code.name], code.right) if not text.endswith(".."))


def test_codes_are_listed_once_and_link_to_their_sections():
    names = [code.name for code in CODES]
    assert len(names) == len(set(names)) == len(meanings())
    assert all(f"| [`{name}`](#{name}) |" in rules_page() for name in names)


def test_what_stops_the_rules_is_no_rule():
    assert {"type", "yaml-syntax", "missing-file"} < UNREADABLE < set(meanings())
    assert not UNREADABLE & {"byte-order-mark", "line-ends", "unknown-actor"}


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> dict[str, set[str]]:
    """Every message that the files of tests/records/bad draw, by code."""
    import shutil

    messages: dict[str, set[str]] = {}
    for file in BAD:
        folder = tmp_path_factory.mktemp(file.stem) / "record"
        shutil.copytree(ROOT / "tests" / "records" / "good" / "apollo", folder)
        first = file.read_bytes().split(b"\n")[0].decode("utf-8", errors="replace")
        name = first.removeprefix("# replaces: ").strip() if first.startswith("# replaces: ") else "events.yaml"
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(file, folder / name)
        for problem in read_record(folder, thorough=True, further=addresses.RULES, of_sound=addresses.RULES_OF_SOUND)[
            1
        ]:
            messages.setdefault(problem.code, set()).add(problem.message)
    return messages


@pytest.mark.parametrize("code", [code for code in CODES if code.name not in ELSEWHERE], ids=lambda code: code.name)
def test_the_example_of_a_code_is_a_message_that_a_bad_file_draws(code, said):
    assert code.says in said[code.name]
