"""`verify` on the command line: what it prints in each format, and how it exits."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli import main
from timeline.record import numerals
from timeline.record.problems import report
from timeline.record.problems.problem import Problem
from timeline.record.problems.report import github_line, github_lines, text_lines
from timeline.record.verify import digest, verification, verify
from timeline.record.verify import quotes as printed

LIGHTHOUSE = Path(__file__).parent / "records" / "good" / "lighthouse"


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the invented record, with its documents/ inside."""
    return Path(shutil.copytree(LIGHTHOUSE, tmp_path / "lighthouse"))


def run(command: str, data: Path, *arguments: str) -> Result:
    documents = ["--documents", str(data / "documents")] if command == "verify" else []
    return CliRunner().invoke(main, [command, "--data", str(data), *documents, *arguments])


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_proven_record_exits_0_and_says_what_stands(data):
    result = run("verify", data)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "not fetched: 1 public page, on which 2 claims rest (0 quotes, 1 figure)",
        "dispatch (dispatch.txt): 5 of 6 paragraphs cited (5 claims, 2 quotes, 5 figures, 1 anchor); cited by "
        "nothing: 6",
        "letter (letter.txt): 2 of 3 paragraphs cited (2 claims, 1 quote, 3 figures, 0 anchors); cited by nothing: 1",
        "ok: 7 cited passages, 3 quotes, 8 figures and 1 anchor stand in 2 documents",
    ]


# What is changed in events.yaml; the line and column, code, and part of the message that have to come of it.
MISTAKES = [
    (
        "value: 11000",
        "value: 12000",
        15,
        33,
        "verify-figure",
        "[marvel].figure.value: paragraph 2 does not print 12000",
    ),
    ("value: 24", "value: 4", 22, 29, "verify-figure", "does not print 4"),
    ("low: 2500", "low: 500", 28, 32, "verify-figure", "does not print 500"),
    ("high: 3000", "high: 30000", 28, 43, "verify-figure", "does not print 30000"),
    ("fr: des milliers de", "fr: des millions de", 29, 58, "verify-figure", "does not print `des millions de`"),
    ("merveille du siècle", "merveilles du siècle", 14, 7, "verify-quote", "does not print `merveilles du siècle`"),
    ("merveille du siècle", "le gardien a qualifié", 14, 7, "verify-quote", "not within quotation marks"),
    ("passage: 5", "passage: 2", 34, 7, "verify-quote", "soleil`; paragraph 5 does"),
    ("anchor: [phare]", "anchor: [fanal]", 39, 7, "verify-anchor", "paragraph 1 does not print `fanal`"),
    ("passage: 1", "passage: 3", 39, 7, "verify-anchor", "paragraph 3 does not print `phare`; paragraph 1 does"),
    ("passage: 5", "passage: 7", 32, 7, "dangling-passage", "its paragraphs are 1 to 6"),
]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code", "message"), MISTAKES, ids=[mistake[1] for mistake in MISTAKES]
)
def test_a_mistake_in_the_record_exits_1_and_is_shown_where_it_is(data, old, new, line, column, code, message):
    change(data / "events.yaml", old, new)
    result = run("verify", data)
    first, last = result.stderr.splitlines()
    assert (result.exit_code, last) == (1, "1 problem found")
    assert first.startswith(f"{data / 'events.yaml'}:{line}:{column}: error[{code}]") and message in first
    assert "ok:" not in result.stdout


def test_a_changed_document_exits_1(data):
    change(data / "documents" / "letter.txt", "harbour board", "harbor board")
    result = run("verify", data)
    assert result.exit_code == 1
    assert [line.split(" ")[:2] for line in result.stderr.splitlines()[:-1]] == [
        [f"{data / 'letter.yaml'}:9:1:", "error[verify-document]"],
        [f"{data / 'letter.yaml'}:12:5:", "error[verify-paragraph]"],
    ]


def test_a_missing_document_exits_1(data):
    (data / "documents" / "letter.txt").unlink()
    result = run("verify", data)
    assert result.exit_code == 1 and "there is no document `letter.txt`" in result.stderr
    assert "not checked: 2 claims on documents that can't be read (1 quote, 3 figures)" in result.stdout.splitlines()


def test_a_missing_folder_exits_2(data):
    shutil.rmtree(data / "documents")
    assert run("verify", data).exit_code == 2
    assert CliRunner().invoke(main, ["verify", "--data", str(data)]).exit_code == 2
    (data / "documents").write_text("a file", encoding="utf-8")
    assert run("verify", data).exit_code == 2


def test_an_invalid_record_is_not_verified(data):
    change(data / "events.yaml", "source: letter\n      passage: 2", "source: latter\n      passage: 2")
    result = run("verify", data, "--format", "json")
    body = json.loads(result.stdout)
    assert (result.exit_code, [problem["code"] for problem in body["problems"]], body["coverage"]) == (
        1,
        ["unknown-source"],
        [],
    )
    assert body["unchecked"] == ["not checked: anything against the documents, since the record itself has problems"]


def test_json_says_all_of_it(data):
    change(data / "events.yaml", "value: 1500", "value: 500")
    result = run("verify", data, "--format", "json")
    body = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, set(body)) == (1, "", {"problems", "unchecked", "coverage"})
    assert [(problem["code"], problem["line"], problem["column"]) for problem in body["problems"]] == [
        ("verify-figure", 61, 29)
    ]
    assert len(body["unchecked"]) == 1
    assert body["coverage"][1] == {
        "source": "letter",
        "file": "letter.txt",
        "claims": 2,
        "quotes": 1,
        "figures": 3,
        "anchors": 0,
        "cited": [2, 3],
        "uncited": [1],
    }


@pytest.mark.parametrize("command", ["verify", "check"])
def test_github_shows_problems_beside_their_lines(data, command):
    change(data / "events.yaml", "passage: 5", "passage: 7")
    result = run(command, data, "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines()[0] == (
        f"::error file={data / 'events.yaml'},line=32,col=7,title=dangling-passage::"
        "[lamp-praised].claims[rules].passage: `dispatch` has no paragraph 7; its paragraphs are 1 to 6"
    )


@pytest.mark.parametrize("command", ["verify", "check"])
def test_github_annotates_nothing_where_all_is_well(data, command):
    result = run(command, data, "--format", "github")
    assert result.exit_code == 0 and "::" not in result.stdout and result.stdout.splitlines()[-1].startswith("ok: ")


def test_annotations_are_escaped():
    problem = Problem("a,b:c%d.yaml", 3, 0, "verify-quote", "", "100 %, or:\r\nless", "no: really")
    assert github_line(problem) == (
        "::error file=a%2Cb%3Ac%25d.yaml,line=3,title=verify-quote::100 %25, or:%0D%0Aless; no: really"
    )


@given(
    st.lists(
        st.builds(Problem, *[st.text(max_size=8), st.integers(0, 9), st.integers(0, 9)], *[st.text(max_size=8)] * 4)
    )
)
def test_an_annotation_is_one_line_and_no_text_of_a_problem_ends_its_properties(problems):
    lines = github_lines(problems)
    assert len(lines) == len(problems)
    for line in lines:
        assert not set(line) & set("\r\n")
        properties = line.removeprefix("::error ").split("::")[0].split(",")
        assert all(part.count("=") >= 1 and ":" not in part for part in properties if part)


def test_lines_for_people_end_with_their_number():
    problem = Problem("a.yaml", 1, 2, "date", "", "no date")
    assert text_lines([]) == []
    assert text_lines([problem]) == [str(problem), "1 problem found"]
    assert text_lines([problem] * 2)[-1] == "2 problems found"


@pytest.mark.parametrize(
    "module", [digest, numerals, printed, report, verification, verify], ids=lambda module: module.__name__
)
def test_verification_needs_no_page_and_no_command_line(module):
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    names = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    assert not {name.split(".")[0] for name in names} & {"click", "dash", "plotly", "flask", "pandas"}
