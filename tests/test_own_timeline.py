"""docs/own-timeline.md, followed literally: its files are a record, its commands run, and it leaves no setting out."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from timeline.cli import COMMANDS, main
from timeline.installed import STARTER
from timeline.record.edit.canon import format_file, record_files
from timeline.record.load import load_record, read_record
from timeline.record.model.settings import Kind, Preset, Settings
from timeline.serve.server import create_app

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "own-timeline.md").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path) -> Path:
    """The folder that the guide's four files make."""
    files = re.findall(r"^`(\w+\.yaml)`:\n\n```yaml\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE)
    assert [name for name, _ in files] == ["settings.yaml", "actors.yaml", "sources.yaml", "events.yaml"]
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_its_four_files_are_a_record_in_canonical_form_that_lacks_an_id_of_its_own(own):
    assert [problem.code for problem in read_record(own, thorough=True)[1]] == ["no-id"]
    line = re.search("add the line `(.+?)`", CliRunner().invoke(main, ["check", "--data", str(own)]).stderr)[1]
    settings = own / "settings.yaml"
    settings.write_text(f"{line}\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    assert CliRunner().invoke(main, ["check", "--data", str(own)]).stdout == "ok: 1 event, 1 claim, 1 source, 1 actor\n"
    assert [file.name for file, kind in record_files(own) if format_file(file, ["en"], kind).changed] == []


def test_its_four_files_are_those_of_new_record_without_comments_and_id(own):
    for file in own.iterdir():
        text = (STARTER / file.name).read_text(encoding="utf-8")
        plain = re.sub(r"^(#.*|\s*|id: the-old-bridge .*)\n", "", text, flags=re.MULTILINE)
        assert re.sub(r"  # .*$", "", plain, flags=re.MULTILINE) == file.read_text(encoding="utf-8"), file.name


def test_its_four_files_are_a_page(own):
    record = load_record(own)
    client = create_app(record).server.test_client()
    assert "The first stone is laid" in client.get("/").get_data(as_text=True)
    assert client.get("/api/events.json").get_json()["events"][0]["claims"][0]["locator"] == "f. 12"


def test_its_smallest_settings_have_only_what_is_required(own):
    required = {name for name, field in Settings.model_fields.items() if field.is_required()}
    assert load_record(own).settings.model_fields_set == required


def test_its_commands_run_on_a_copy_of_the_example(tmp_path):
    (block,) = re.findall(r"```sh\n(cp .*?)```", GUIDE, re.DOTALL)
    for name in ("timeline", "examples"):
        (tmp_path / name).symlink_to(ROOT / name)
    for line in block.strip().splitlines():
        done = subprocess.run(
            ["sh", "-c", line.replace(".venv/bin/python", sys.executable)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stderr)
    assert (tmp_path / "my-timeline" / "events.yaml").read_bytes() == (
        ROOT / "examples" / "vesuvius" / "events.yaml"
    ).read_bytes()


def test_its_way_by_spreadsheet_ends_on_a_record_and_names_mistakes_by_their_cells(tmp_path, monkeypatch):
    """The commands of the guide, with the row between them that it makes a mistake in, and then without the mistake."""
    monkeypatch.chdir(tmp_path)
    section = GUIDE.split("## From a sheet to a page in five minutes")[1].split("\n## ")[0]
    first, then = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)

    def run(line: str):
        return CliRunner().invoke(main, line.split()[1:])

    assert [run(line).exit_code for line in first.strip().splitlines()] == [0, 0]
    book = load_workbook("my-timeline.xlsx")
    columns = {sheet: {cell.value: cell.column for cell in book[sheet][1]} for sheet in book.sheetnames}
    for sheet, needed in re.findall(r"^\| `(\w+)` \| .*? \| (.+) \|$", section, re.MULTILINE):
        assert {name.strip() for name in re.findall(r"`([^`]+)`", needed)} <= set(columns[sheet]), sheet

    def write(sheet, row, **values):
        for head, value in values.items():
            book[sheet].cell(row, columns[sheet][head.replace("_en", " en")], value)
        book.save("my-timeline.xlsx")

    words = {"title_en": "The opening", "summary_en": "It is opened.", "kind": "building", "status": "reported"}
    write("events", 3, id="opening", date="1745-05-03", actors="town-council", **words)
    write("claims", 3, event="opening", id="c1", source="minutes", locator="f. 40", says_en="Pays a band.")
    write("claims", 3, asserted_on="3 May 1745")
    command = then.splitlines()[0]
    (said,) = re.findall(r"^    (claims!.+)$", section, re.MULTILINE)
    assert run(command).stderr.splitlines()[0] == said
    write("claims", 3, asserted_on="1745-05-03")
    assert run(command).exit_code == 0
    assert [event.id for event in load_record("my-timeline").events] == ["first-stone", "opening"]


def test_it_names_every_setting():
    table = GUIDE.split("## The settings")[1].split("\n## ")[0]
    for part in (Settings, Preset, Kind):
        for field in part.model_fields:
            assert f"`{field}`" in table, f"{part.__name__}.{field}"


def test_its_links_commands_and_targets_exist():
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", GUIDE) if "://" not in link]
    assert links and all((ROOT / "docs" / link).exists() for link in links)
    assert {*re.findall(r"(?:^|`|-m )timeline ([\w-]+)", GUIDE, re.MULTILINE), "verify"} <= set(COMMANDS)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in re.findall(r"make (\w+) DATA", GUIDE))


def test_make_hands_the_record_on_to_every_command_that_is_about_one():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"-m timeline (\w+)(.*)", makefile)
    assert len(commands) >= 5 and all("--data $(DATA)" in options for _, options in commands)
