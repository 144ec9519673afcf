"""Events in several files: every command reads and writes them as one list, each event where it belongs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from werkzeug.test import Client

from timeline.bring.draft import open_draft
from timeline.cli import main
from timeline.links.memento import Memento
from timeline.links.proposal import Proposal
from timeline.record.edit.split import file_for
from timeline.record.files import event_files
from timeline.record.load import load_record, read_record
from timeline.record.writing import WriteError
from timeline.serve import live
from timeline.serve.live import LiveApp

APOLLO = Path(__file__).parent / "records" / "good" / "apollo"


def run(*arguments: object) -> str:
    """Run a command that succeeds: what it prints."""
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def whole(tmp_path) -> Path:
    """A record in canonical form, with its events in one file and comments in that."""
    folder = Path(shutil.copytree(APOLLO, tmp_path / "record"))
    file = folder / "events.yaml"
    text = file.read_text(encoding="utf-8").replace("- id: lunar-goal", "# It begins here.\n- id: lunar-goal")
    file.write_text(f"# The events.\n\n{text}# The end.\n", encoding="utf-8")
    run("fmt", "--data", folder)
    return folder


@pytest.fixture
def parts(whole) -> Path:
    """The same with a file for each year."""
    run("split", "--data", whole)
    return whole


def names(folder: Path) -> list[str]:
    return [file.name for file in event_files(folder)]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# Parting and putting together


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("year", ["1961.yaml", "1962.yaml", "1969.yaml"]),
        ("month", ["1961-05.yaml", "1962.yaml", "1969-07.yaml", "1969-08.yaml", "1969-09.yaml", "1969.yaml"]),
    ],
)
def test_a_record_says_the_same_in_one_file_and_in_several(whole, period, expected):
    record, content = load_record(whole), (whole / "events.yaml").read_bytes()
    run("split", "--data", whole, "--by", period)
    assert names(whole) == expected and not (whole / "events.yaml").exists()
    assert load_record(whole).hash == record.hash
    assert run("fmt", "--check", "--data", whole) == "" and read_record(whole, thorough=True)[1] == []
    run("split", "--data", whole, "--join")
    assert (whole / "events.yaml").read_bytes() == content and not (whole / "events").exists()


def test_comments_stay_with_their_events_and_lines_for_editors_lead_on(whole):
    run("schema", "--write", "--data", whole)
    run("split", "--data", whole)
    texts = [file.read_text(encoding="utf-8") for file in event_files(whole)]
    assert all(text.startswith("# yaml-language-server: $schema=../schema/event.json\n") for text in texts)
    assert "# The events.\n" in texts[0] and "# It begins here.\n- id: lunar-goal" in "".join(texts)
    assert texts[-1].endswith("# The end.\n")
    assert read_record(whole, thorough=True)[1] == []


def test_what_is_parted_is_not_parted_again(parts):
    for arguments in (["split", "--data", parts], ["split", "--data", parts / "events"]):
        assert CliRunner().invoke(main, [*map(str, arguments)]).exit_code > 0
    run("split", "--join", "--data", parts)
    assert CliRunner().invoke(main, ["split", "--join", "--data", str(parts)]).exit_code == 1


def test_the_folder_of_the_events_is_no_record(parts):
    for path in (parts / "events", parts / "events" / "1969.yaml"):
        result = CliRunner().invoke(main, ["check", "--data", str(path)])
        assert result.exit_code == 2 and f"name its folder, `{parts}`" in " ".join(result.stderr.split())


# Reading


def test_events_in_one_file_and_in_several_at_once_are_one_clear_problem(parts):
    shutil.copy(parts / "events" / "1962.yaml", parts / "events.yaml")
    record, [problem] = read_record(parts)
    assert record is None and problem.code == "events-twice"
    assert (problem.file, problem.line) == (f"{parts}/events.yaml", 1) and "1961.yaml" in problem.hint


def test_a_problem_names_the_file_and_the_line_it_stands_on(parts):
    edit(parts / "events" / "1969.yaml", "kind: mission", "kind: misson")
    _, [problem] = read_record(parts)
    lines = Path(problem.file).read_text(encoding="utf-8").splitlines()
    assert Path(problem.file).name == "1969.yaml" and "kind: misson" in lines[problem.line - 1]


def test_an_id_that_another_file_has_is_named_with_both_places(parts):
    edit(parts / "events" / "1969.yaml", "- id: apollo-11-flight", "- id: lunar-goal")
    problem = next(problem for problem in read_record(parts)[1] if problem.code == "duplicate-id")
    first = (parts / "events" / "1961.yaml").read_text(encoding="utf-8").split("- id: lunar-goal")[0].count("\n") + 1
    assert Path(problem.file).name == "1969.yaml"
    assert problem.hint == f"{parts}/events/1961.yaml:{first} has it already"


def test_events_are_in_order_within_a_file_and_need_not_be_between_files(parts):
    (parts / "events" / "1962.yaml").rename(parts / "events" / "a.yaml")
    assert read_record(parts, thorough=True)[1] == []
    last = parts / "events" / "1969.yaml"
    first = (parts / "events" / "1961.yaml").read_text(encoding="utf-8")
    last.write_text(last.read_text(encoding="utf-8") + "\n" + first, encoding="utf-8")
    (parts / "events" / "1961.yaml").unlink()
    problems = read_record(parts, thorough=True)[1]
    assert {(Path(problem.file).name, problem.code) for problem in problems} == {("1969.yaml", "event-order")}
    run("fmt", "--data", parts)
    assert read_record(parts, thorough=True)[1] == []


def test_files_are_checked_and_formatted_by_name(parts):
    file = parts / "events" / "1969.yaml"
    edit(file, "  kind: mission", "  kind:   mission")
    assert "formatted: " in run("fmt", file, "--data", parts)
    assert run("check", file) == "ok: 1 file\n"


def test_a_record_that_is_only_shown_keeps_no_places(parts):
    record = load_record(parts).without_places()
    assert record == load_record(parts) and record.documents.events.places.root is None


# Writing

NEW = [
    *("--no-input", "--title", "en=A test", "--title", "fr=Un essai", "--summary", "en=It is made."),
    *("--summary", "fr=On le fait.", "--kind", "science", "--status", "reported", "--country", "US"),
    *("--source", "nasa", "--url", "https://example.org/test", "--says", "en=It is made.", "--says", "fr=On le fait."),
]


@pytest.mark.parametrize(("date", "file"), [("1969-09", "1969.yaml"), ("1965", "1962.yaml"), ("1950", "1961.yaml")])
def test_a_new_event_goes_where_its_date_belongs(parts, date, file):
    others = {path: path.read_bytes() for path in event_files(parts) if path.name != file}
    assert f"events/{file}:" in run("new", "--data", parts, "--date", date, *NEW)
    assert "- id: a-test" in (parts / "events" / file).read_text(encoding="utf-8")
    assert all(path.read_bytes() == content for path, content in others.items())
    assert read_record(parts, thorough=True)[1] == []


@pytest.mark.parametrize(
    ("date", "file"), [("2024-10-03~", "2024-10"), ("2024-11", "2024"), ("2025", "2025"), ("2023", "people")]
)
def test_a_file_that_is_named_after_a_date_takes_the_events_of_it(date, file):
    files = {Path(f"{name}.yaml"): [] for name in ("2024", "2024-10", "2025")} | {Path("people.yaml"): [(1,), (9**9,)]}
    found = file_for(date, {path: keys and [load_record(APOLLO).events[0].date.order] for path, keys in files.items()})
    assert found.stem == file


def test_a_new_event_with_a_mistake_changes_nothing(parts):
    before = {path: path.read_bytes() for path in event_files(parts)}
    edit(parts / "sources.yaml", "id: nasa", "id: nasaa")
    assert CliRunner().invoke(main, ["new", "--data", str(parts), "--date", "1969", *NEW]).exit_code == 1
    assert {path: path.read_bytes() for path in event_files(parts)} == before


def test_a_workbook_brings_the_same_back_and_changes_the_file_that_has_the_event(parts, tmp_path):
    before = {path: path.read_bytes() for path in event_files(parts)}
    book = tmp_path / "record.xlsx"
    run("export", "xlsx", "--data", parts, "-o", book)
    assert "nothing changed" in run("import", book, "--data", parts)
    assert {path: path.read_bytes() for path in event_files(parts)} == before

    table = tmp_path / "events.csv"
    table.write_text("id,title en\nrendezvous-chosen,A plan is chosen\n", encoding="utf-8")
    assert f"written: {parts}/events/1962.yaml" in run("import", table, "--data", parts)
    changed = [path.name for path, content in before.items() if path.read_bytes() != content]
    assert changed == ["1962.yaml"] and read_record(parts)[1] == []

    table.write_text("id,kind\nsamples-studied,sience\n", encoding="utf-8")
    refused = CliRunner().invoke(main, ["import", str(table), "--data", str(parts)])
    assert refused.exit_code == 1 and "events!B2: error[unknown-kind]" in refused.stderr


def test_archived_copies_are_proposed_for_the_file_that_has_the_claim(parts):
    copy = Memento("https://archive.example/1/https://example.org/goal", load_record(parts).settings.updated.start)
    proposal = Proposal(open_draft(parts), {("lunar-goal", "c2"): copy})
    difference = proposal.diff()
    assert f"+++ {parts}/events/1961.yaml" in difference and difference.count("+++") == 1


def test_what_another_program_writes_meanwhile_is_not_lost(parts):
    draft = open_draft(parts)
    Proposal(draft, {}).diff()
    edit(parts / "events" / "1962.yaml", "- id:", "# Mine.\n- id:")
    with pytest.raises(WriteError, match="1962.yaml was changed at the same time"):
        draft.write()


# Following and comparing


def test_live_editing_follows_every_file(parts, monkeypatch):
    monkeypatch.setattr(live, "SETTLE", 0)
    client = Client(LiveApp(parts))
    before = client.get("/live.json").json["hash"]
    edit(parts / "events" / "1962.yaml", "status: reported", "status: reportd")
    [problem] = client.get("/live.json").json["problems"]
    assert (problem["file"], problem["event"]) == ("events/1962.yaml", "rendezvous-chosen")
    edit(parts / "events" / "1962.yaml", "status: reportd", "status: established")
    assert client.get("/live.json").json["hash"] != before


def test_revisions_in_one_file_and_in_several_are_compared(whole):
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=whole, check=True)
    commit = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qam"]
    subprocess.run([*commit, "one"], cwd=whole, check=True)
    run("split", "--data", whole)
    assert run("diff", "--data", whole) == "nothing changed in the record\n"
    subprocess.run(["git", "add", "-A"], cwd=whole, check=True)
    subprocess.run([*commit, "several"], cwd=whole, check=True)
    edit(whole / "events" / "1962.yaml", "status: reported", "status: established")
    said = json.loads(run("diff", "HEAD", "--data", whole, "--format", "json"))
    assert said["counts"] == {"status-changed": 1}
    run("split", "--join", "--data", whole)
    assert json.loads(run("diff", "HEAD", "--data", whole, "--format", "json"))["counts"] == {"status-changed": 1}
