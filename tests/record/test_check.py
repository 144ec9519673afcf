"""What is wrong with a record is said where it is and in words that help, for all of it at once.

Every file in tests/records/bad is one file of the apollo record (events.yaml unless its first line says
`# replaces: FILE`, which may be a lesson, `lessons/walk.yaml`) with problems. Its first lines expect them, in
their order:

    # expect: [FILE:]LINE:COLUMN CODE part of the message or hint

These have to be all errors of the record, and all warnings of the codes that are expected. Dropping a file
there adds a test.
"""

from __future__ import annotations

import ast
import inspect
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from timeline.query import addresses
from timeline.record import load
from timeline.record import pictures as files_of_pictures
from timeline.record.edit import canon, schemas
from timeline.record.folding import letters
from timeline.record.load import load_record, read_record
from timeline.record.problems.codes import GROUPS, UNREADABLE, severity_of
from timeline.record.problems.problem import MANY, did_you_mean
from timeline.record.read import document, explain, nodes, text, unquoted
from timeline.record.rules import (
    citations,
    identity,
    kinds,
    lessons,
    order,
    pictures,
    provenance,
    references,
    registries,
    story,
    support,
    translation,
)
from timeline.record.rules.check import ERRORS, RULES, WARNINGS
from timeline.record.sheets import merge, read_rows
from timeline.record.verify import verify
from timeline.serve import live

BAD = sorted((Path(__file__).resolve().parents[1] / "records" / "bad").glob("*.yaml"))
EXPECT = re.compile(r"^# expect: (?:([a-z]+\.yaml):)?(\d+):(\d+) (\S+) (.+)$", re.MULTILINE)
REPLACES = re.compile(r"\A# replaces: ([\w/ ]+)\.yaml$", re.MULTILINE)
GROUPS_OF_RULES = (
    references,
    citations,
    provenance,
    order,
    support,
    registries,
    kinds,
    identity,
    story,
    translation,
    lessons,
    pictures,
)
READ_BESIDE = (files_of_pictures,)
SHEETS = (read_rows, merge)
CODES = {code.name: code for codes in GROUPS.values() for code in codes}
# Pictures that are none, and files that nothing names, are made in test_pictures.
PICTURES = {"picture-type", "picture-size", "unused-picture"}
# Files of this size are made where it is needed (test_bad_input).
TOO_BIG = {"file-too-big", "too-many"}


def comments(file: Path) -> str:
    """What a file says, whatever its encoding and line ends."""
    return file.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def replaced(text: str) -> str:
    found = REPLACES.search(text)
    return found[1] if found else "events"


def expected(text: str) -> list[tuple[str, int, int, str, str]]:
    return [
        (file or f"{Path(replaced(text)).name}.yaml", int(line), int(column), code, part)
        for file, line, column, code, part in EXPECT.findall(text)
    ]


def documented_codes() -> dict[str, list[str]]:
    """The codes that the docstring of each rule starts with."""
    return {rule.__name__: rule.__doc__.split(":")[0].split(", ") for rule in RULES}


def codes_in_source(module) -> set[str]:
    """The codes that a module gives to problems, read off its calls."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    makers = {"problem", "Problem", "_stop", "missing", "complaint", "Refused"}
    texts = [
        argument.value
        for call in calls
        for argument in call.args[:4]
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in makers and isinstance(argument, ast.Constant)
    ]
    return {text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text)}


def found_in(folder: Path) -> list:
    return [
        (Path(p.file).name, p.line, p.column, p.code, f"{p.message}; {p.hint}")
        for p in read_record(folder, thorough=True, further=addresses.RULES, of_sound=addresses.RULES_OF_SOUND)[1]
    ]


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_file_has_the_problems_it_expects_and_no_others(file, write_record):
    folder = write_record(**{replaced(comments(file)): file.read_bytes()})
    wanted = expected(comments(file))
    named = {code for _, _, _, code, _ in wanted}
    found = [item for item in found_in(folder) if item[3] in named or severity_of(item[3]) == "error"]
    assert wanted
    assert [item[:4] for item in found] == [item[:4] for item in wanted]
    for (*_, says), (*_, part) in zip(found, wanted, strict=True):
        assert part in says


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_only_errors_keep_a_record_from_being_used(file, write_record):
    folder = write_record(**{replaced(comments(file)): file.read_bytes()})
    codes = {code for _, _, _, code, _ in expected(comments(file))}
    of_the_check = {code for code in CODES if severity_of(code) == "warning"} | {
        "byte-order-mark",
        "line-ends",
        "view-address",
    }
    record, problems = read_record(folder)
    assert (record is None) == bool(problems) == bool(codes - of_the_check)
    assert not {problem.code for problem in problems} & of_the_check
    checked, _ = read_record(folder, thorough=True, further=addresses.RULES)
    assert (checked is None) == any(severity_of(code) == "error" for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_docstring_of_a_rule_starts_with_its_codes_and_says_what_holds(rule):
    assert re.match(r"[a-z]+(-[a-z]+)*(, [a-z]+(-[a-z]+)*)*: .+\.$", " ".join(rule.__doc__.split()))


def test_every_rule_function_is_registered():
    generators = {
        function
        for module in GROUPS_OF_RULES
        for name, function in vars(module).items()
        if inspect.isgeneratorfunction(function) and not name.startswith("_") and function.__module__ == module.__name__
    }
    assert generators == set(RULES)
    assert len(RULES) == len(set(RULES))


def test_a_rule_is_where_the_severity_of_its_codes_puts_it():
    for severity, rules in (("error", ERRORS), ("warning", WARNINGS)):
        for rule in rules:
            assert {severity_of(code) for code in documented_codes()[rule.__name__]} == {severity}, rule.__name__


def test_every_code_has_a_bad_file():
    shown = {code for file in BAD for _, _, _, code, _ in expected(comments(file))}
    elsewhere = (
        {code for code in CODES if code.startswith(("verify-", "sheet-")) or code in ("format", "show", "stale-schema")}
        | TOO_BIG
        | PICTURES
    )
    assert shown == set(CODES) - elsewhere


def test_every_code_that_the_program_gives_is_in_the_table():
    given = {
        code
        for module in (
            load,
            document,
            explain,
            text,
            unquoted,
            nodes,
            canon,
            schemas,
            verify,
            live,
            addresses,
            *READ_BESIDE,
            *SHEETS,
            *GROUPS_OF_RULES,
        )
        for code in codes_in_source(module)
    }
    assert len(given) > 35
    made_of_words = {code for code in CODES if code.startswith(("unknown-", "unused-"))}
    assert given | made_of_words == set(CODES)
    assert set().union(*documented_codes().values()) == {
        code.name for group, codes in GROUPS.items() for code in codes if not code.means
    }


def test_the_codes_that_stop_the_rules_are_those_of_reading(write_record):
    assert {"type", "yaml-syntax", "missing-file"} < UNREADABLE
    assert not UNREADABLE & set().union(*documented_codes().values())


def test_the_real_record_has_no_warning_either():
    assert read_record(thorough=True, further=addresses.RULES)[1] == []


@pytest.mark.parametrize("folder", sorted(BAD[0].parents[1].glob("good/*")), ids=lambda folder: folder.name)
def test_the_good_records_have_no_warning_of_what_they_say(folder):
    assert read_record(folder, thorough=True)[1] == []


def test_problems_of_several_files_are_reported_together_sorted_by_file_and_line(write_record):
    folder = write_record(
        actors=lambda text: text.replace("type: person", "type: persona"),
        sources=lambda text: text.replace("type: press", "tpye: press"),
        events=lambda text: text.replace("1969-07-21?", "1969-07-32"),
    )
    _, problems = read_record(folder)
    assert [(Path(p.file).name, p.line, p.code) for p in problems] == [
        ("actors.yaml", 7, "unknown-word"),
        ("actors.yaml", 12, "unknown-word"),
        ("events.yaml", 63, "date"),
        ("sources.yaml", 12, "missing-field"),
        ("sources.yaml", 14, "unknown-field"),
    ]


def test_several_rules_report_together(write_record):
    folder = write_record(
        events=lambda text: (
            text.replace("countries: [US]", "countries: [UU]", 1)
            .replace("kind: science", "kind: sience")
            .replace("passage: 3", "passage: 4")
        )
    )
    _, problems = read_record(folder)
    assert [problem.code for problem in problems] == [
        "unknown-country",
        "unknown-kind",
        "unknown-kind",
        "dangling-passage",
    ]
    assert problems == sorted(problems)


def test_problems_point_into_the_file_even_where_it_is_not_in_the_order_of_dates(write_record):
    folder = write_record(
        events=lambda text: "\n".join(
            ["- " + part for part in reversed(text.removeprefix("- ").split("\n\n- "))]
        ).replace("kind: decision", "kind: decisions")
    )
    _, problems = read_record(folder)
    lines = (folder / "events.yaml").read_text(encoding="utf-8").splitlines()
    assert len(problems) == 3
    assert all("kind: decisions" in lines[problem.line - 1] for problem in problems)


def test_a_problem_reads_as_file_line_column_code_path_message_and_hint(write_record):
    folder = write_record(events=lambda text: text.replace("stance: confirms", "stance: confirm", 1))
    _, [problem] = read_record(folder)
    assert str(problem) == (
        f"{folder}/events.yaml:26:7: error[unknown-word] [lunar-goal].claims[c1].stance: "
        "`confirm` is not a stance; did you mean `confirms`?"
    )
    assert problem.as_dict() == {
        "file": f"{folder}/events.yaml",
        "line": 26,
        "column": 7,
        "code": "unknown-word",
        "path": "[lunar-goal].claims[c1].stance",
        "message": "`confirm` is not a stance",
        "hint": "did you mean `confirms`?",
        "severity": "error",
    }


def test_a_warning_is_called_one(write_record):
    many = {"Rocks go": "842 rocks go", "Les roches partent": "Huit cent quarante-deux roches partent"}
    folder = write_record(events=lambda text: re.sub("|".join(many), lambda found: many[found[0]], text))
    record, [problem] = read_record(folder, thorough=True)
    assert record is not None and load_record(folder) == record
    assert str(problem).startswith(
        f"{folder}/events.yaml:106:13: warning[unsourced-number] [samples-studied].summary.en: "
    )
    assert problem.as_dict()["severity"] == "warning"


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("kim-jong-u", ["kim-jong-un", "kim-yo-jong"], "did you mean `kim-jong-un`?"),
        ("zzz", ["ab", "cd"], "one of: ab, cd"),
        ("zzz", [], ""),
        ("zzz", [f"word-{n}" for n in range(13)], ""),
        ("z" * 10**7, ["z" * 70], "did you mean `" + "z" * 70 + "`?"),
    ],
)
def test_a_suggestion_is_the_nearest_word_or_the_short_list(word, known, hint):
    assert did_you_mean(word, known) == hint


@pytest.mark.parametrize(
    "word", ["evnt-33493", "event-3349", "event-33943x", "Event-33493", "vent-33493", "event_33493", "33493"]
)
def test_in_a_long_list_a_word_as_near_is_found(word):
    known = [f"event-{number}" for number in range(30_000, 50_000, 7)]
    assert "event-33493" in known and len(known) > MANY
    (nearest,) = re.findall("`(.+)`", did_you_mean(word, known))
    assert nearest in known
    assert SequenceMatcher(None, nearest, word).ratio() >= SequenceMatcher(None, "event-33493", word).ratio()


def test_a_word_like_none_of_a_long_list_gets_no_hint():
    assert did_you_mean("something-else", [f"event-{number}" for number in range(2000)]) == ""


def test_a_long_value_is_not_repeated_in_full(write_record):
    folder = write_record(
        events=lambda text: (
            text.replace("kind: science", f"kind: {'z' * 5000}")
            .replace("status: reported", f"status: {'z' * 5000}")
            .replace('date: "1962"', f'date: "{"9" * 5000}"')
        )
    )
    _, problems = read_record(folder)
    assert len(problems) > 2 and all(len(problem.message) < 200 for problem in problems)


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("Kim Jong Un", "kim jong-un", True),
        ("Zelensky", "Zelénsky", True),
        ("ITAR TASS", "ITAR-TASS", True),
        ("조선", "한국", False),
        ("AP", "AFP", False),
    ],
)
def test_names_are_compared_without_accents_capitals_and_punctuation(text, other, same):
    assert (letters(text) == letters(other)) is same
