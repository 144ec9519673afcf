"""A record as sheets and back: whatever its texts hold, its YAML is the same to the byte."""

from __future__ import annotations

import difflib
import io

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from test_canon_properties import AnyStyle, both, dates, figures, slugs, texts, with_comments

from timeline.bring.spreadsheet import _parted, _text
from timeline.publish.exports.workbook import book_of
from timeline.record.edit.canon import format_text, tree_text
from timeline.record.edit.tree import Branch, Tree, data_of
from timeline.record.edit.tree_reader import read_tree
from timeline.record.files import FILES
from timeline.record.sheets.cells import joined, number_text, split, value_of
from timeline.record.sheets.merge import Merger
from timeline.record.sheets.read_rows import read_rows
from timeline.record.sheets.rows import rows_of
from timeline.record.sheets.sheet import Cell, Sheet
from timeline.record.sheets.tables import BY_NAME, TABLES

LANGUAGES = ("en", "fr")


def with_ids(parts, most):
    """Lists whose items have an id each, all different."""
    return st.lists(slugs, max_size=most, unique=True).flatmap(
        lambda ids: st.tuples(*(parts.map(lambda part, own=own: {"id": own, **part}) for own in ids)).map(list)
    )


claims = with_ids(
    st.fixed_dictionaries(
        {"says": both, "source": slugs},
        optional={
            "by": st.lists(slugs, max_size=14),
            "asserted_on": dates,
            "figure": figures,
            "figures": st.lists(figures.filter(bool), max_size=3),
            "quote": st.fixed_dictionaries({"lang": st.just("no"), "text": texts}),
            "passage": st.just("3"),
            "anchor": st.lists(texts, max_size=3),
            "note": both,
        },
    ),
    3,
)
sides = st.fixed_dictionaries({"claims": st.lists(slugs, min_size=1, max_size=3), "holds": both})
events = with_ids(
    st.fixed_dictionaries(
        {"date": dates, "title": both},
        optional={
            "claims": claims,
            "countries": st.lists(st.sampled_from(["NO", "KP"]), max_size=3),
            "key": st.sampled_from(["true", "false"]),
            "place": st.fixed_dictionaries({"name": both}, optional={"lat": st.sampled_from(["39.90", "-0.0", "1e3"])}),
            "disagreements": st.lists(
                st.fixed_dictionaries({"about": st.just("date"), "sides": st.lists(sides, min_size=1, max_size=3)}),
                max_size=2,
            ),
            "relates": st.lists(st.fixed_dictionaries({"event": slugs, "type": st.just("follows")}), max_size=3),
        },
    ),
    3,
)


def trees_of(text: str = "[]") -> dict[str, Tree]:
    empty = {key: Tree(Branch(key == "settings")) for key in FILES}
    return empty | {"events": read_tree(text)}


def through_a_workbook(trees: dict[str, Tree]) -> list[Sheet]:
    """The sheets that a spreadsheet program would save of the workbook of some files."""
    content = io.BytesIO()
    book_of({key: data_of(tree.root) for key, tree in trees.items()}, LANGUAGES).save(content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content.getvalue()))
    rows = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    return [Sheet(name, *_parted([[_text(value) for value in row] for row in table])) for name, table in rows.items()]


def merged(trees: dict[str, Tree], sheets: list[Sheet], remove: bool = False) -> Merger:
    merger = Merger({key: tree.root for key, tree in trees.items()}, remove=remove)
    by_name = {sheet.name: sheet for sheet in sheets}
    for table in TABLES:
        if table.name in by_name:
            rows, complaints = read_rows(by_name[table.name])
            merger.complaints += complaints
            merger.merge(rows)
    return merger


def as_rows(trees: dict[str, Tree]) -> list[Sheet]:
    """The same without a workbook in between."""
    sheets = []
    for table in TABLES:
        columns = table.columns(LANGUAGES)
        rows = rows_of(data_of(trees[table.file].root), table, columns)
        sheets.append(Sheet(table.name, [column.head for column in columns], [*enumerate(rows, 2)]))
    return sheets


def comes_back_the_same(data, dice, remove, folder, through) -> None:
    AnyStyle.dice = dice
    text = yaml.dump(data, Dumper=AnyStyle, allow_unicode=True, sort_keys=False)
    text, comments = with_comments(text, dice, folder)
    text = format_text(text, languages=LANGUAGES)
    trees = trees_of(text)
    merger = merged(trees, through(trees), remove)
    assert (merger.complaints, merger.stayed) == ([], [])
    assert tree_text(trees["events"], languages=LANGUAGES) == text
    assert [comment for comment in comments if comment not in text] == []


@settings(max_examples=25)
@given(events, st.randoms(use_true_random=False), st.booleans())
def test_a_record_that_comes_back_as_it_went_out_is_the_same_to_the_byte(tmp_path_factory, data, dice, remove):
    comes_back_the_same(data, dice, remove, tmp_path_factory.getbasetemp(), as_rows)


@settings(max_examples=6)  # a workbook takes a tenth of a second
@given(events, st.randoms(use_true_random=False))
def test_the_cells_of_a_workbook_hold_any_text_of_a_record(tmp_path_factory, data, dice):
    comes_back_the_same(data, dice, True, tmp_path_factory.getbasetemp(), through_a_workbook)


@settings(max_examples=25)
@given(events)
def test_into_an_empty_record_it_comes_as_the_same_values(data):
    trees = trees_of()
    merged(trees, as_rows(trees_of(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))))
    assert data_of(trees["events"].root) == [without_nothing(event) for event in data]


def without_nothing(value):
    """A value as a sheet can say it: without what is empty, numbers as spreadsheets keep them, one figure by itself."""
    if isinstance(value, list):
        return [item for item in map(without_nothing, value) if item not in (None, "", [], {})]
    if not isinstance(value, dict):
        return value.strip() if isinstance(value, str) else value
    plain = {key: item if key == "anchor" else without_nothing(item) for key, item in value.items()}
    for key in ("lat", "value"):
        if key in plain:
            plain[key] = number_text(plain[key])
    amounts = [plain.pop("figure", None) or {}, *plain.pop("figures", [])]
    amounts = [amount for amount in amounts if amount]
    if amounts:
        plain["figure" if len(amounts) == 1 else "figures"] = amounts[0] if len(amounts) == 1 else amounts
    return {key: item for key, item in plain.items() if item not in (None, "", [], {})}


@given(st.lists(texts, max_size=5))
def test_the_words_of_a_cell_come_apart_as_they_were_put_together(items):
    assert split(joined(items)) == items


def test_words_are_parted_by_semicolons_commas_or_lines():
    assert split(" a; b,c\nd ;; ") == ["a", "b", "c", "d"]
    assert split('"a; b"; c') == ["a; b", "c"] and split('"a') == ['"a']


def test_a_number_is_read_as_it_was_typed():
    assert [value_of(text, "number") for text in ("55,75", "11000", "39.90", "1,234", "about 3")] == [
        "55.75",
        "11000",
        "39.9",
        "1,234",
        "about 3",
    ]
    assert number_text("1e400") == "1e400" and number_text("nan") == "nan"


# ---- what a change in a sheet changes ----

EVENTS = """\
# The events.

- id: landing  # the first
  date: "1969-07-20"
  title: {en: Landing, fr: Atterrissage}
  # who was there
  actors: [armstrong, aldrin]
  place: {name: {en: Moon, fr: Lune}, lat: 0.60}
  claims:
    - id: c1  # of the agency
      source: nasa
      figure: {quantity: people, value: 2}
    - id: c2
      source: bbc
  disagreements:
    - about: date
      sides:
        - holds: {en: July, fr: Juillet}
          claims: [c1]
        - holds: {en: June, fr: Juin}
          claims: [c2]

- id: return
  date: "1969-07-24"
  title: {en: Return, fr: Retour}
"""


def changed(name: str, head: str, *rows: str, remove: bool = False, text: str = EVENTS) -> tuple[list[str], Merger]:
    """The lines that a sheet changes in the events: its head and rows as CSV without quotation marks."""
    text = format_text(text, languages=LANGUAGES)
    trees = trees_of(text)
    sheet = Sheet(name, head.split(","), [(number, row.split(",")) for number, row in enumerate(rows, 2)])
    merger = merged(trees, [sheet], remove)
    old, new = text.splitlines(), tree_text(trees["events"], languages=LANGUAGES).splitlines()
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"], merger


def test_a_changed_cell_changes_its_value_and_nothing_else():
    lines, _ = changed("events", "id,title fr,place lat", "landing,Alunissage,0.6")
    assert lines == ["-     fr: Atterrissage", "+     fr: Alunissage"]


def test_an_empty_cell_takes_the_value_out_and_its_comment_stays():
    lines, _ = changed("events", "id,actors,place lat,place name en,place name fr", "landing,,,,")
    assert lines[:3] == [
        "-   # who was there",
        "-   actors: [armstrong, aldrin]",
        "-   place: {name: {en: Moon, fr: Lune}, lat: 0.60}",
    ]
    assert lines[3:] == ["+   # who was there"]


def test_a_row_without_its_like_in_the_record_is_a_new_entry_below_the_one_above():
    lines, _ = changed("claims", "event,id,source", "landing,c1,nasa", "landing,c3,afp", "landing,c2,bbc")
    assert lines == ["+     - id: c3", "+       source: afp"]
    lines, _ = changed("events", "id,date,title en", "splash,1969-07-24~,Splashdown")
    assert lines == ["+ - id: splash", '+   date: "1969-07-24~"', "+   title:", "+     en: Splashdown", "+ "]


def test_the_order_of_the_rows_changes_nothing():
    assert changed("claims", "event,id,source", "landing,c2,bbc", "landing,c1,nasa")[0] == []


def test_what_has_no_row_stays_and_is_named_unless_it_is_to_be_removed():
    lines, merger = changed("claims", "event,id", "landing,c2")
    assert (lines, merger.stayed) == ([], ["claims of landing: c1"])
    lines, merger = changed("claims", "event,id", "landing,c2", remove=True)
    assert (len(lines), merger.stayed) == (3, [])
    assert changed("figures", "event,claim,quantity")[0] == []
    lines, _ = changed("figures", "event,claim,quantity", remove=True)
    assert lines == ["-       figure: {quantity: people, value: 2}"]


MORE = """\
- id: landing
  date: "1969-07-20"
  title: {en: Landing, fr: Atterrissage}
  relates:
    - {event: launch, type: follows}
    - {event: return, type: causes}  # so they say
  claims:
    - id: c1
      source: nasa
      figures:
        - {quantity: people, value: 2}  # in the lander
        - {quantity: days, value: 8, unit: day}
        - {quantity: stones, value: 22}
  disagreements:
    - about: date
      sides:
        - holds: {en: July, fr: Juillet}
          claims: [c1]
        - holds: {en: June, fr: Juin}
          claims: [c2]
    - about: date
      sides:
        - holds: {en: Noon, fr: Midi}
          claims: [c1]
        - holds: {en: Night, fr: Nuit}
          claims: [c2]
"""


def test_rows_without_ids_find_what_they_stand_for_however_many_there_are():
    lines, merger = changed("figures", "event,claim,quantity,value", "landing,c1,stones,22", text=MORE)
    assert (lines, merger.complaints) == ([], [])
    assert merger.stayed == ["figures of landing c1: people, 2", "figures of landing c1: days, 8"]
    lines, merger = changed("figures", "event,claim,quantity,value", "landing,c1,stones,22", text=MORE, remove=True)
    assert [line for line in lines if line[0] == "+"] == [] and merger.stayed == []
    assert [line.strip("- ") for line in lines] == [
        "{quantity: people, value: 2}  # in the lander",
        "{quantity: days, value: 8, unit: day}",
    ]
    rows = ["landing,c1,stones,22", "landing,c1,days,9", "landing,c1,people,2"]
    lines, merger = changed("figures", "event,claim,quantity,value", *rows, text=MORE)
    assert [line.strip() for line in lines if line[0] == "+"] == ["+         - {quantity: days, value: 9, unit: day}"]
    lines, merger = changed("relates", "event,type,other event", "landing,causes,return", text=MORE)
    assert (lines, merger.stayed) == ([], ["relates of landing: follows, launch"])
    lines, merger = changed("relates", "event,type,other event", text=MORE)
    assert (lines, len(merger.stayed)) == ([], 2)


@pytest.mark.parametrize("name", ["figures", "relates", "disagreements"])
def test_a_field_that_is_left_empty_stays_so(name):
    text = "- id: landing\n  relates:\n  disagreements:\n  claims:\n"
    text += "- id: return\n  claims:\n    - id: c1\n      figure:\n      figures:\n"
    for remove in (False, True):
        assert changed(name, "event,claim,id", text=text, remove=remove)[0] == []


def test_a_new_row_without_an_id_leaves_what_is_there():
    lines, merger = changed("figures", "event,claim,quantity,value", "landing,c1,crew,3", text=MORE)
    assert (lines, len(merger.stayed)) == (["+         - {quantity: crew, value: 3}"], 3)
    lines, merger = changed("figures", "event,claim,quantity,value", "landing,c1,crew,3")
    assert lines == ["+       figures:", "+         - {quantity: crew, value: 3}"]
    assert merger.stayed == ["figures of landing c1: people, 2"]


def test_which_part_a_changed_row_means_is_asked_where_others_have_none():
    head, row = "event,claim,quantity,value", "landing,c1,people,3"
    lines, merger = changed("figures", head, row, text=MORE)
    assert (lines, merger.stayed) == ([], [])
    assert [str(found) for found in merger.complaints] == [
        "figures!A2: error[sheet-row] 3 figures of landing c1 may be the one that this row changes: some of them have "
        "no row; give each a row, or take those without one out with --remove"
    ]
    lines, merger = changed("figures", head, row, text=MORE, remove=True)
    assert [line.strip() for line in lines if line[0] == "+"] == [
        "+         - {quantity: people, value: 3}  # in the lander"
    ]


def test_a_disagreement_is_known_by_its_sides():
    head = "event,disagreement,about,holds en,holds fr,claims"
    rows = ["landing,2,date,Noon,Midi,c1", "landing,2,,Night,Nuit,c2"]
    lines, merger = changed("disagreements", head, *rows, text=MORE)
    assert (lines, merger.complaints, merger.stayed) == ([], [], ["disagreements of landing: date"])
    lines, merger = changed("disagreements", head, *rows, text=MORE, remove=True)
    assert len(lines) == 6 and any("Juillet" in line for line in lines) and all(line[0] == "-" for line in lines)


def test_one_figure_stands_by_itself_and_several_in_a_list():
    lines, _ = changed("figures", "event,claim,quantity,value", "landing,c2,people,3")
    assert lines == ["+       figure: {quantity: people, value: 3}"]
    lines, _ = changed("figures", "event,claim,quantity,value", "landing,c2,people,3", "landing,c2,days,8")
    assert lines[1:] == ["+         - {quantity: people, value: 3}", "+         - {quantity: days, value: 8}"]


def test_the_rows_of_a_disagreement_have_its_number_and_are_its_sides():
    head = "event,disagreement,about,holds en,holds fr,claims"
    rows = [
        "landing,1,date,July,Juillet,c1",
        "landing,1,,May,Mai,c2",
        "landing,2,number,Two,Deux,c1",
        "landing,2,,3,3,c2",
    ]
    lines, merger = changed("disagreements", head, *rows)
    assert merger.complaints == []
    assert lines[:2] == ["-         - holds: {en: June, fr: Juin}", "+         - holds: {en: May, fr: Mai}"]
    assert "+     - about: number" in lines
    _, merger = changed("disagreements", head, rows[0], "landing,1,wording,May,Mai,c2")
    (found,) = merger.complaints
    assert str(found).startswith("disagreements!C3: error[sheet-row] disagreements!C2 says something else")


@pytest.mark.parametrize(
    ("name", "head", "row", "says"),
    [
        (
            "events",
            "id,title en",
            ",The landing",
            "events!A2: error[sheet-row] the row has no id; for example `the-landing`",
        ),
        (
            "events",
            "id,tilte en",
            "landing,x",
            "events!B1: warning[sheet-column] there is no column `tilte en`: it is not brought; "
            "did you mean `title en`?",
        ),
        (
            "events",
            "id,date,Date",
            "landing,1969,1970",
            "events!C1: warning[sheet-column] the column `date` is there twice: this one is not brought; "
            "delete one of them",
        ),
        (
            "claims",
            "event,id",
            "lanidng,c1",
            "claims!A2: error[sheet-row] there is no event `lanidng`; did you mean `landing`?",
        ),
        (
            "figures",
            "event,claim,value",
            "landing,c9,1",
            "figures!B2: error[sheet-row] there is no claim `c9`; one of: c1, c2",
        ),
        (
            "claims",
            "event,id",
            ",c1",
            "claims!A2: error[sheet-row] the row does not say which event it belongs to; give the id of the event",
        ),
    ],
)
def test_what_a_row_or_a_column_does_not_say_is_named_by_its_cell(name, head, row, says):
    assert [str(found) for found in changed(name, head, row)[1].complaints] == [says]


def test_heads_may_be_written_in_other_ways():
    lines, merger = changed("events", "ID,Title (FR)", "landing,Alunissage")
    assert len(lines) == 2 and merger.complaints == []


def test_a_cell_is_called_as_spreadsheets_call_it():
    assert [Cell("claims", 12, column).address for column in (1, 6, 26, 27, 702, 703)] == [
        "claims!A12",
        "claims!F12",
        "claims!Z12",
        "claims!AA12",
        "claims!ZZ12",
        "claims!AAA12",
    ]


def test_every_field_of_the_record_has_a_column_or_a_sheet():
    for table in TABLES:
        shown = {column.field for column in table.columns(LANGUAGES) if column.part == table.part.__name__}
        elsewhere = {other.path[-1] for other in TABLES if other.path} | {table.apart, table.inner}
        assert set(table.part.model_fields) - shown <= elsewhere, table.name
    assert [column.head for column in BY_NAME["relates"].columns(LANGUAGES)] == ["event", "type", "other event"]
