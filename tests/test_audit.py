"""`make audit` fails on what is known to be vulnerable, and says so where nothing can be known."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

AUDIT = Path(__file__).parents[1] / ".ci" / "audit.py"
SKIPPED = {"dependencies": [{"name": "flask", "skip_reason": "not found"}]}
CLEAN = {"dependencies": [{"name": "flask", "version": "3.1.3", "vulns": []}]}
FOUND = {
    "dependencies": [
        {"name": "flask", "version": "3.1.3", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.4"], "aliases": []}]}
    ]
}


@pytest.fixture
def audit(monkeypatch, capsys):
    """audit(python, javascript) audits with these answers of pip-audit and npm; it returns exit code and lines."""

    def run(python: dict, javascript: dict) -> tuple[int, list[str]]:
        module = runpy.run_path(str(AUDIT))
        main = module["main"]
        answer = lambda *command: javascript if command[0] == "npm" else python  # noqa: E731
        monkeypatch.setitem(main.__globals__, "answer", answer)
        monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
        return main(), capsys.readouterr().out.splitlines()

    return run


def test_nothing_known_is_no_failure_and_is_said(audit):
    code, lines = audit(CLEAN, {"vulnerabilities": {}})
    assert code == 0 and all(line.endswith(": 0 known") for line in lines)


def test_a_vulnerability_is_a_failure_and_is_named(audit):
    code, lines = audit(FOUND, {"vulnerabilities": {"esbuild": {"severity": "high", "range": "<1"}}})
    assert code == 1
    assert "flask 3.1.3: PYSEC-1, repaired in 3.1.4" in lines and "esbuild: high, <1" in lines


@pytest.mark.parametrize("unanswered", [{}, SKIPPED], ids=["no answer", "packages unknown"])
def test_a_database_that_cannot_be_asked_is_said_and_is_no_failure(audit, unanswered):
    code, lines = audit(unanswered, {})
    assert code == 0 and len(lines) == 3 and all("not audited" in line for line in lines)
