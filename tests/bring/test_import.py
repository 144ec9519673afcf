"""`export xlsx` and `import`: a record in a spreadsheet, and back."""

from __future__ import annotations

import csv
import io
import re
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from timeline.bring.errors import BringError
from timeline.bring.spreadsheet import read_book
from timeline.cli import main
from timeline.installed import DATA
from timeline.publish.exports.workbook import CellError, workbook
from timeline.record.files import SEEDS
from timeline.record.load import load_record, read_record

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {
    "the treaty": DATA,
    "vesuvius": ROOT / "examples" / "vesuvius",
    "calendar": ROOT / "examples" / "calendar",
}


def run(*arguments, code: int = 0):
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def copied(data: Path, folder: Path) -> Path:
    """A copy of a record, with its documents beside it."""
    shutil.copytree(data, folder / "record")
    if (data.parent / SEEDS).is_dir():
        shutil.copytree(data.parent / SEEDS, folder / SEEDS)
    return folder / "record"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def edited(book: Path, **cells: str | int | None) -> Path:
    """The workbook with some cells changed, named as `claims_F12`."""
    content = load_workbook(book)
    for place, value in cells.items():
        sheet, cell = place.split("_")
        content[sheet][cell] = value
    content.save(book)
    return book


@pytest.fixture
def apollo(write_record) -> Path:
    return write_record()


@pytest.fixture
def book(apollo, tmp_path) -> Path:
    run("export", "xlsx", "--data", apollo, "-o", tmp_path / "apollo.xlsx")
    return tmp_path / "apollo.xlsx"


@pytest.mark.parametrize("data", SHIPPED.values(), ids=SHIPPED)
def test_a_shipped_record_comes_back_the_same_to_the_byte(data, tmp_path):
    folder = copied(data, tmp_path)
    before = files_of(tmp_path)
    run("export", "xlsx", "--data", folder, "-o", tmp_path / "book.xlsx")
    done = run("import", tmp_path / "book.xlsx", "--data", folder, "--remove")
    assert done.stdout == "nothing changed in the record\n"
    assert files_of(tmp_path) == before


def test_the_workbook_of_a_record_makes_the_record(tmp_path):
    vesuvius = SHIPPED["vesuvius"]
    run("export", "xlsx", "--data", vesuvius, "-o", tmp_path / "vesuvius.xlsx")
    shutil.copytree(vesuvius / "media", tmp_path / "new" / "media")  # a sheet holds what is said of pictures
    done = run("import", tmp_path / "vesuvius.xlsx", "--data", tmp_path / "new")
    assert "a new record: 20 events" in done.stdout and "made up" not in done.stdout
    assert load_record(tmp_path / "new").hash == load_record(vesuvius).hash


def test_the_same_record_gives_the_same_workbook(apollo):
    record = load_record(apollo)
    assert workbook(record) == workbook(record)


# ---- the workbook ----


def test_a_workbook_explains_itself_and_offers_what_a_cell_may_hold(book):
    content = load_workbook(book)
    assert content.sheetnames[:8] == "read me,events,claims,figures,disagreements,relates,actors,sources".split(",")
    assert content["lists"].sheet_state == "hidden" and content.active.title == "events"
    explained = {(row[0], row[1]) for row in content["read me"].iter_rows(min_row=8, values_only=True)}
    for sheet in content.worksheets:
        if sheet.title in ("read me", "lists"):
            continue
        heads = [cell.value for cell in sheet[1]]
        assert {(sheet.title, head) for head in heads} <= explained
        assert all(cell.comment for cell in sheet[1]) and sheet.freeze_panes and sheet.auto_filter.ref
    claims = content["claims"]
    assert claims.freeze_panes == "C2"
    rules = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in claims.data_validations.dataValidation}
    heads = {cell.value: cell.column_letter for cell in claims[1]}
    assert rules[f"{heads['event']}2"].startswith("'events'!$A$2")
    assert rules[f"{heads['source']}2"].startswith("'sources'!$A$2")
    place = rules[f"{heads['stance']}2"].removeprefix("lists!").replace("$", "")
    words = [cell.value for (cell,) in content["lists"][place]]
    assert words == ["asserts", "denies", "predicts", "confirms", "declines_to_comment"]
    actors = content["actors"]
    rules = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in actors.data_validations.dataValidation}
    (country,) = (cell.coordinate.replace("1", "2") for cell in actors[1] if cell.value == "country")
    place = rules[country].removeprefix("lists!").replace("$", "")
    codes = [cell.value for (cell,) in content["lists"][place]]
    assert codes == sorted(codes) and "NO" in codes  # in the order of a set the same record would give other workbooks


def test_it_explains_them_in_words_of_sheets_and_cells(book):
    """Nothing of files and their quotes and brackets, which who fills in cells would type."""
    _, *explained = load_workbook(book)["read me"].iter_rows(min_row=9, values_only=True)
    told = {(sheet, head): (what, shown or "") for sheet, head, _, what, shown in explained}
    words = " ".join(f"{what} {shown}" for what, shown in told.values())
    assert not re.search(r"(events|actors|sources|settings)\.yaml|in quotes|[{}[\]]", words) and '"' not in words
    assert told["events", "date"] == ("When it happened, as far as it is known: a date in EDTF.", "2024-11-11")
    assert told["events", "countries"][1] == "KP; RU"
    assert told["events", "kind"][0].endswith("an id of the sheet kinds.")
    assert told["events", "place lat"] == (
        "Where it happened. Latitude in degrees, south of the equator negative.",
        "55.75",
    )
    assert told["events", "media alt en"][1] == "A bridge of stone."
    assert load_workbook(book)["events"]["B1"].comment.text.endswith("a date in EDTF. Example: 2024-11-11")


def test_what_is_missing_is_asked_for_by_its_column_or_its_sheet(tmp_path):
    """And not by a key of YAML, which no sheet has."""
    CliRunner().invoke(main, ["new-record", str(tmp_path / "mine")])
    run("export", "xlsx", "--data", tmp_path / "mine", "-o", tmp_path / "book.xlsx")
    content = load_workbook(tmp_path / "book.xlsx")
    heads = {sheet.title: {cell.value: cell.column_letter for cell in sheet[1]} for sheet in content.worksheets[1:]}
    cells = {f"timeline_{heads['timeline']['languages']}2": "en; fr", f"events_{heads['events']['summary en']}3": None}
    words = {"id": "fire", "date": "1899", "title en": "Fire", "kind": "building", "status": "reported"}
    cells |= {f"events_{heads['events'][head]}3": text for head, text in words.items()}
    done = run("import", edited(tmp_path / "book.xlsx", **cells), "--data", tmp_path / "mine", code=1)
    for wanted in (
        "the text in `fr` is missing; fill in the column `title fr`",
        "the text in `fr` is missing; fill in the column `says fr`",
        "`claims` is missing; add a row to the sheet `claims`",
        "`summary` is missing; fill in the column `summary en`",
    ):
        assert wanted in done.stderr
    assert "add `" not in done.stderr


@pytest.mark.parametrize(
    ("sheet", "emptied", "said"),
    [
        ("timeline", ["subtitle en", "subtitle fr"], "`subtitle` is missing"),
        ("timeline", ["title en", "title fr"], "`title` is missing"),
        ("timeline", ["updated"], "`updated` is missing"),
        ("timeline", ["subtitle fr"], "subtitle: the text in `fr` is missing"),
        ("kinds", ["name en", "name fr"], "kinds[reform]: `name` is missing"),
        ("actors", ["name fr"], "[romulus].name: the text in `fr` is missing"),
        ("events", ["title fr"], "[ten-months].title: the text in `fr` is missing"),
        ("disagreements", ["holds fr"], "sides[0].holds: the text in `fr` is missing"),
        ("disagreements", ["holds en", "holds fr"], "sides[0]: `holds` is missing"),
    ],
)
def test_what_is_missing_is_named_by_the_cell_in_which_it_belongs(tmp_path, sheet, emptied, said):
    folder = copied(SHIPPED["calendar"], tmp_path)
    content = load_workbook(folder / "calendar.xlsx")
    cells = {cell.value: content[sheet].cell(2, cell.column) for cell in content[sheet][1]}
    for head in emptied:
        cells[head].value = None
    content.save(tmp_path / "book.xlsx")
    done = run("import", tmp_path / "book.xlsx", "--data", folder, "--dry-run", code=1)
    (problem,) = (line for line in done.stderr.splitlines() if "error[" in line)
    assert problem.startswith(f"{sheet}!{cells[emptied[0]].coordinate}: error[missing-")
    assert problem.endswith(f"{said}; fill in the column `{emptied[0]}`")


def test_a_text_that_has_no_column_is_asked_for_by_the_head_of_one(tmp_path):
    folder = copied(SHIPPED["calendar"], tmp_path)
    content = load_workbook(folder / "calendar.xlsx")
    timeline = content["timeline"]
    for head in ("subtitle en", "subtitle fr"):
        (cell,) = (cell for cell in timeline[1] if cell.value == head)
        timeline.delete_cols(cell.column)
    content.save(tmp_path / "book.xlsx")
    settings = folder / "settings.yaml"
    text = re.sub(r"\nsubtitle:\n(  .*\n)+", "\n", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    done = run("import", tmp_path / "book.xlsx", "--data", folder, "--dry-run", code=1)
    assert "timeline!A2: error[missing-field] `subtitle` is missing; fill in the column `subtitle en`" in done.stderr


def test_a_day_before_1900_that_a_spreadsheet_made_a_number_is_named(tmp_path):
    """It is a number below 0 there, which the reader of workbooks takes for midnight."""
    CliRunner().invoke(main, ["new-record", str(tmp_path / "mine")])
    run("export", "xlsx", "--data", tmp_path / "mine", "-o", tmp_path / "book.xlsx")
    content = load_workbook(tmp_path / "book.xlsx")
    content["events"]["B2"] = datetime(1745, 5, 3)
    content.save(tmp_path / "book.xlsx")
    done = run("import", tmp_path / "book.xlsx", "--data", tmp_path / "mine", code=1)
    assert "events!B2: error[date]" in done.stderr
    assert "a day before 1900: format the cell as text, and type the day again" in done.stderr


def test_a_language_is_added_by_its_name_and_a_column_for_each_text(tmp_path):
    CliRunner().invoke(main, ["new-record", str(tmp_path / "mine")])
    run("export", "xlsx", "--data", tmp_path / "mine", "-o", tmp_path / "book.xlsx")
    content = load_workbook(tmp_path / "book.xlsx")
    for sheet in content.worksheets:
        texts = [cell for cell in sheet[1] if str(cell.value).endswith(" en") and sheet.cell(2, cell.column).value]
        for place, cell in enumerate(texts, sheet.max_column + 1):
            sheet.cell(1, place, cell.value.replace(" en", " fr"))
            sheet.cell(2, place, sheet.cell(2, cell.column).value)
        for cell in sheet[1] if sheet.title == "timeline" else ():
            if cell.value == "languages":
                sheet.cell(2, cell.column, "en; fr")
    content.save(tmp_path / "book.xlsx")
    run("import", tmp_path / "book.xlsx", "--data", tmp_path / "mine")
    (event,) = load_record(tmp_path / "mine").events
    assert event.title["fr"] == event.title["en"] and event.claims[0].says["fr"]


def test_dates_are_texts_and_no_text_is_a_formula(write_record, tmp_path):
    folder = write_record(sources=lambda text: re.sub('name: {en: "', 'name: {en: "=1+', text, count=1))
    run("export", "xlsx", "--data", folder, "-o", tmp_path / "book.xlsx")
    content = load_workbook(tmp_path / "book.xlsx")
    date = content["events"]["B2"]
    assert (date.data_type, date.number_format) == ("s", "@") and content["events"].column_dimensions[
        "B"
    ].number_format == "@"
    name = content["sources"]["B2"]
    assert name.value.startswith("=1+") and name.data_type != "f"


def test_a_text_that_no_cell_holds_is_refused_by_its_cell(write_record):
    folder = write_record(sources=lambda text: text.replace('{en: "', '{en: "' + "x" * 33000, 1))
    with pytest.raises(CellError, match="sources!B2: a cell holds 32767 characters"):
        workbook(load_record(folder))


# ---- changes ----


def test_a_change_in_the_workbook_is_one_in_the_yaml_and_is_said(book, apollo):
    before = (apollo / "events.yaml").read_text(encoding="utf-8")
    heads = [cell.value for cell in load_workbook(book)["events"][1]]
    letter = "ABCDEFGHIJKLMNOP"[heads.index("title en")]
    run("import", edited(book, **{f"events_{letter}2": "Another title"}), "--data", apollo, "--dry-run")
    assert (apollo / "events.yaml").read_text(encoding="utf-8") == before
    done = run("import", book, "--data", apollo)
    assert "Another title" in done.stdout and f"written: {apollo / 'events.yaml'}" in done.stdout
    assert "    en: Another title\n" in (apollo / "events.yaml").read_text(encoding="utf-8")


def test_problems_are_named_by_their_cells_and_nothing_is_written(book, apollo, tmp_path):
    before = files_of(apollo)
    content = load_workbook(book)
    heads = {cell.value: cell.column_letter for cell in content["claims"][1]}
    cells = {f"claims_{heads['source']}2": "nsaa", f"claims_{heads['asserted_on']}3": "20 July 1969"}
    cells |= {f"claims_{heads['says en']}2": None, "events_B2": None, "actors_A1": "Id of mine"}
    done = run("import", edited(book, **cells), "--data", apollo, "--mark", tmp_path / "marked.xlsx", code=1)
    lines = done.stderr.splitlines()
    for start in (
        "actors!A1: warning[sheet-column] there is no column `Id of mine`: it is not brought",
        f"claims!{heads['asserted_on']}3: error[date]",
        "events!B2: error[missing-field] [landing-before-1970]: `date` is missing; fill in the column `date`",
    ):
        assert any(line.startswith(start) for line in lines), (start, lines)
    assert lines[-1] == "nothing was written" and files_of(apollo) == before
    marked = load_workbook(tmp_path / "marked.xlsx")
    assert marked.sheetnames[0] == "problems" and marked["problems"].max_row == len(lines) - 2
    assert "did you mean" in marked["claims"][f"{heads['asserted_on']}3"].comment.text
    assert marked["events"]["B2"].fill.fgColor.rgb.endswith("FFC9C9")
    again = run("import", tmp_path / "marked.xlsx", "--data", apollo, code=1)
    assert [line for line in again.stderr.splitlines() if line != "marked"] == [
        line for line in lines if not line.startswith("marked")
    ]


def test_an_unknown_source_is_named_by_the_cell_that_names_it(book, apollo):
    heads = {cell.value: cell.column_letter for cell in load_workbook(book)["claims"][1]}
    done = run("import", edited(book, **{f"claims_{heads['source']}2": "nsaa"}), "--data", apollo, code=1)
    assert re.search(rf"^claims!{heads['source']}2: error\[unknown-source\]", done.stderr, re.MULTILINE)


def test_an_unknown_word_in_a_list_is_named_by_the_cell_of_the_list(book, apollo):
    actors = {cell.value: cell.column_letter for cell in load_workbook(book)["events"][1]}["actors"]
    done = run("import", edited(book, **{f"events_{actors}3": "parkes; parks"}), "--data", apollo, code=1)
    assert re.search(rf"^events!{actors}3: error\[unknown-actor\]", done.stderr, re.MULTILINE)


def test_what_is_taken_out_leaves_its_comment(tmp_path):
    folder = copied(SHIPPED["calendar"], tmp_path)
    settings = folder / "settings.yaml"
    text = settings.read_text(encoding="utf-8").replace("licence: CC BY 4.0\n", "licence: CC BY 4.0  # as agreed\n")
    settings.write_text(text, encoding="utf-8")
    content = load_workbook(folder / "calendar.xlsx")
    (licence,) = (cell for cell in content["timeline"][1] if cell.value == "licence")
    content["timeline"].cell(2, licence.column).value = None
    content.save(tmp_path / "book.xlsx")
    run("import", tmp_path / "book.xlsx", "--data", folder)
    text = settings.read_text(encoding="utf-8")
    assert "licence" not in text and text.endswith("\n# as agreed\n")


def test_a_deleted_row_stays_in_the_record_unless_it_is_to_be_removed(book, apollo):
    content = load_workbook(book)
    last = content["sources"].max_row
    new = "left-over"
    text = (apollo / "sources.yaml").read_text(encoding="utf-8")
    (apollo / "sources.yaml").write_text(
        text + f"- id: {new}\n  name: {{en: Left over, fr: Autre chose}}\n  type: book\n  language: [en]\n",
        encoding="utf-8",
    )
    assert last > 2
    done = run("import", book, "--data", apollo)
    assert f"  sources: {new}" in done.stdout and new in (apollo / "sources.yaml").read_text(encoding="utf-8")
    run("import", book, "--data", apollo, "--remove")
    assert (apollo / "sources.yaml").read_text(encoding="utf-8") == text


LESSON = """\
title: {en: To the Moon, fr: Vers la Lune}
audience: {en: Ages 14 to 18, fr: De 14 à 18 ans}
minutes: 45
aims: [{en: Read a date., fr: Lire une date.}]
steps:
  - {kind: view, view: viiew=list, say: {en: Look., fr: Regardez.}}
"""


def test_what_check_says_of_lessons_is_said_too(book, apollo):
    (apollo / "lessons").mkdir(exist_ok=True)
    (apollo / "lessons" / "walk.yaml").write_text(LESSON, encoding="utf-8")
    checked = run("check", "--data", apollo, code=1).stderr
    said = next(line for line in checked.splitlines() if "view-address" in line)
    done = run("import", edited(book, sources_B2="Another name"), "--data", apollo, code=1)
    assert said.partition("error[")[2] in done.stderr and "nothing was written" in done.stderr


def test_a_file_that_changed_meanwhile_is_left_as_it_is(book, apollo, monkeypatch):
    from timeline.bring import draft

    edited(book, sources_B2="Another name")
    write = draft.Draft.write

    def late(self):
        (apollo / "sources.yaml").write_bytes(b"[]\n")
        return write(self)

    monkeypatch.setattr(draft.Draft, "write", late)
    done = run("import", book, "--data", apollo, code=1)
    assert "was changed at the same time" in done.stderr and (apollo / "sources.yaml").read_bytes() == b"[]\n"


# ---- other files ----


def as_csv(book: Path, sheet: str, delimiter: str, encoding: str, start: str = "") -> bytes:
    out = io.StringIO(newline="")
    rows = load_workbook(book)[sheet].iter_rows(values_only=True)
    csv.writer(out, delimiter=delimiter).writerows(["" if v is None else v for v in row] for row in rows)
    return (start + out.getvalue()).encode(encoding)


@pytest.mark.parametrize(
    ("delimiter", "encoding", "start"),
    [
        (",", "utf-8", ""),
        (";", "utf-8-sig", ""),
        (";", "cp1252", ""),
        ("\t", "utf-16", ""),
        (";", "utf-8-sig", "sep=;\r\n"),
    ],
)
def test_one_sheet_may_come_as_csv_however_a_spreadsheet_saved_it(book, apollo, tmp_path, delimiter, encoding, start):
    before = files_of(apollo)
    edited(book, sources_C2="Été")
    file = tmp_path / "what I saved.csv"
    file.write_bytes(as_csv(book, "sources", delimiter, encoding, start))
    run("import", file, "--data", apollo)
    after = files_of(apollo)
    assert "fr: Été" in after["sources.yaml"].decode()
    assert {name for name in after if after[name] != before[name]} == {"sources.yaml"}


MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="{name}">{rows}</table:table></office:spreadsheet>
</office:body>
</office:document-content>"""


def ods(path: Path, name: str, rows: list[list[str]]) -> Path:
    cell = "<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"

    def written(text: str) -> str:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return cell.format(kind=f'office:value-type="date" office:date-value="{text}"', text=text)
        return cell.format(kind='office:value-type="string"', text=text)

    lines = "".join(f"<table:table-row>{''.join(map(written, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(name=name, rows=lines))
    return path


def test_a_sheet_of_libreoffice_is_read_with_its_dates(apollo, tmp_path):
    first = load_record(apollo).events[0]
    file = ods(tmp_path / "book.ods", "events", [["id", "date"], [first.id, "1969-07-16"]])
    assert read_book(file)[0].rows == [(2, [first.id, "1969-07-16"])]
    run("import", file, "--data", apollo)
    assert '"1969-07-16"' in (apollo / "events.yaml").read_text(encoding="utf-8")


def small(path: Path, **sheets: list[list[object]]) -> Path:
    from openpyxl import Workbook

    content = Workbook()
    content.remove(content.active)
    for name, rows in sheets.items():
        sheet = content.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content.save(path)
    return path


def test_four_sheets_typed_by_hand_are_a_record_that_check_accepts(tmp_path):
    import datetime

    file = small(
        tmp_path / "old_bridge.xlsx",
        events=[
            ["id", "date", "title en", "summary en", "kind", "status", "actors"],
            [
                "first-stone",
                datetime.date(1942, 5, 3),
                "The first stone",
                "It is laid.",
                "building",
                "reported",
                "council",
            ],
            ["opening", 1945, "The opening", "It is opened.", "feast", "reported", "council"],
        ],
        claims=[
            ["event", "id", "source", "locator", "says en"],
            ["first-stone", "c1", "minutes", "f. 12", "Pays the masons."],
            ["opening", "c1", "minutes", "f. 30", "Pays the band."],
        ],
        actors=[["id", "name en", "type"], ["council", "Council", "institution"]],
        sources=[["id", "name en", "type", "language"], ["minutes", "Minutes", "book", "en"]],
    )
    done = run("import", file, "--data", tmp_path / "bridge")
    assert "made up, to begin with: id, title, subtitle, languages, updated, window, presets, kinds" in done.stdout
    record, problems = read_record(tmp_path / "bridge", thorough=True)
    assert problems == []
    assert [(event.id, event.date.text) for event in record.events] == [
        ("first-stone", "1942-05-03"),
        ("opening", "1945"),
    ]
    assert record.settings.title == {"en": "old bridge"} and [kind.id for kind in record.settings.kinds] == [
        "building",
        "feast",
    ]
    assert run("fmt", "--check", "--data", tmp_path / "bridge").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("book.xlsx", b"no workbook", "can't be read as a spreadsheet"),
        ("book.csv", b"Einkauf;Preis\n1;2\n", "which column holds the date and the title?"),
        ("book.csv", b"", "has no sheet of a record"),
    ],
)
def test_what_is_no_sheet_of_a_record_is_refused(apollo, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    assert says in run("import", tmp_path / name, "--data", apollo, code=1).stderr


def test_sheets_may_be_called_with_capitals_and_the_folder_have_a_readme(tmp_path):
    file = small(tmp_path / "b.xlsx", Sources=[["ID", "Name (EN)", "Type"], ["minutes", "Minutes", "buch"]])
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "README.md").write_text("Mine.\n", encoding="utf-8")
    done = run("import", file, "--data", tmp_path / "new", "--mark", tmp_path / "m.xlsx", code=1)
    assert done.stderr.startswith("Sources!C2: error[unknown-word]")
    assert "`buch` is not a type" in load_workbook(tmp_path / "m.xlsx")["Sources"]["C2"].comment.text


def test_a_stray_cell_at_the_far_end_of_a_sheet_is_refused(tmp_path):
    file = small(tmp_path / "far.xlsx", events=[["id", "date"], ["a", "1742"]])
    content = load_workbook(file)
    content["events"]["XFD1048576"].fill = PatternFill("solid", fgColor="FFFFFF")  # a colour takes no room
    content.save(file)
    assert len(read_book(file)[0].rows) == 1
    says = "1,048,576 rows and 16,384 columns, more than the 5,000,000 cells that are read"
    done = run("import", edited(file, events_XFD1048576=1), "--data", tmp_path / "new", code=1)
    assert says in done.stderr and not (tmp_path / "new").exists()


def test_a_sheet_of_libreoffice_that_repeats_cells_is_refused_where_they_say_something(tmp_path):
    file = ods(tmp_path / "far.ods", "events", [["id", "date"], ["a", "1742"]])
    row = '<table:table-row table:number-rows-repeated="1048574">{}</table:table-row></table:table>'
    empty = row.format('<table:table-cell table:number-columns-repeated="16384"/>')
    said = row.format('<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>')
    with zipfile.ZipFile(file) as archive:
        content = archive.read("content.xml").decode()
    for end in (empty, said):
        with zipfile.ZipFile(tmp_path / "far.ods", "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", MANIFEST)
            archive.writestr("content.xml", content.replace("</table:table>", end))
        if end == empty:
            assert [cells[0] for _, cells in read_book(file)[0].rows if any(cells)] == ["a"]
    with pytest.raises(BringError, match="1,048,576 rows and 16,384 columns"):
        read_book(file)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    file = small(tmp_path / "book.xlsx", events=[["id", "date"], ["a", "1742"]])
    monkeypatch.setattr("timeline.bring.extent.MOST_BYTES", 1000)
    with pytest.raises(BringError, match="MB that are read"):
        read_book(file)


@pytest.mark.parametrize(("name", "mark"), [("a.ics", "m.xlsx"), ("a.csv", "m.csv")])
def test_only_a_spreadsheet_is_marked_and_only_as_a_workbook(tmp_path, name, mark):
    (tmp_path / name).write_text("id\n", encoding="utf-8")
    run("import", tmp_path / name, "--data", tmp_path / "new", "--mark", tmp_path / mark, code=2)


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_the_marked_copy_is_never_the_file_itself(book, apollo, options):
    before = book.read_bytes()
    same = book.parent / "." / "apollo.xlsx"
    done = run("import", book, "--data", apollo, "--mark", same, *options, code=2)
    assert "this is the file that is brought" in done.stderr and book.read_bytes() == before


def test_any_name_and_any_character_can_be_marked(tmp_path):
    (tmp_path / "my [list]: 1.csv").write_text("date,title\n1742,A\x01B\n", encoding="utf-8")
    run("import", tmp_path / "my [list]: 1.csv", "--data", tmp_path / "new", "--mark", tmp_path / "m.xlsx")
    assert load_workbook(tmp_path / "m.xlsx")["my  list   1"]["B2"].value == "A\ufffdB"


def test_a_workbook_that_can_not_be_kept_is_marked_in_a_plain_copy(tmp_path, monkeypatch):
    file = small(tmp_path / "book.xlsx", sources=[["id", "name en", "type"], ["minutes", "Minutes", "buch"]])

    def fails(path):
        raise TypeError("a style that openpyxl doesn't know")

    monkeypatch.setattr("timeline.bring.marking.load_workbook", fails)
    run("import", file, "--data", tmp_path / "new", "--mark", tmp_path / "m.xlsx", code=1)
    assert "`buch` is not a type" in load_workbook(tmp_path / "m.xlsx")["sources"]["C2"].comment.text


def test_a_folder_of_something_else_is_no_new_record(book, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "note.txt").write_text("mine", encoding="utf-8")
    assert "holds something else than a record" in run("import", book, "--data", tmp_path / "other", code=1).stderr
    with pytest.raises(BringError):
        read_book(tmp_path / "other" / "none.csv")
