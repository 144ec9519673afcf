"""The schema accepts what `check` accepts, underlines what is plainly wrong, and explains every field."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from pydantic import TypeAdapter

from timeline.record.dates.edtf import parse
from timeline.record.dates.errors import EdtfError
from timeline.record.edit.schemas import files_with_schema, known_in, schema_of
from timeline.record.load import load_record
from timeline.record.model import lesson, model, settings
from timeline.record.model.known import REFERS, Known
from timeline.record.model.model import Part, called
from timeline.record.model.notes import FILES, NOTES
from timeline.record.model.reference import field_reference
from timeline.record.model.schema import EDTF, schema, schema_text
from timeline.record.model.schema import FILES as SCHEMAS
from timeline.record.read.nodes import Loader as AnyLoader

ROOT = Path(__file__).resolve().parents[2]
RECORDS = [ROOT / "data", *sorted((ROOT / "tests" / "records" / "good").iterdir())]
SHIPPED = [ROOT / "data", *sorted(file.parent for file in ROOT.glob("examples/*/settings.yaml"))]
MODULES = (model, settings, lesson)
PARTS = [
    part
    for module in MODULES
    for _, part in inspect.getmembers(module, inspect.isclass)
    if issubclass(part, Part) and part.__module__ == module.__name__ and part is not Part
]
FIELDS = [(part, field) for part in PARTS for field in part.model_fields]


class Editor(AnyLoader):
    """Reads plain words as editors do, by the core schema of YAML 1.2: `NO`, `2024-06-19` are texts, `3` a number."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)


def as_editors_read(text: str) -> object:
    return yaml.load(text, Loader=Editor)  # noqa: S506  a safe loader's child


def complaints(text: str, known: Known | None = None, name: str = "event") -> list[str]:
    """What an editor would underline, as paths such as `0/claims/1/passage`."""
    errors = Draft202012Validator(schema(name, known or Known())).iter_errors(as_editors_read(text))
    return sorted({"/".join(map(str, inner.absolute_path)) for error in errors for inner in innermost(error)})


def innermost(error: ValidationError) -> list[ValidationError]:
    """The errors within an optional part, as editors show them, and not that it is no part and not empty."""
    if error.validator != "anyOf" or "$ref" not in error.validator_value[0]:
        return [error]
    return [inner for part in error.context if part.validator_value != "null" for inner in innermost(part)]


# What it accepts


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one_and_uses_what_it_defines(record, name):
    for known in (Known(), known_in(record)):
        made = schema(name, known)
        Draft202012Validator.check_schema(made)
        assert set(re.findall(r'"#/\$defs/([\w-]+)"', schema_text(name, known))) == set(made["$defs"])


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_it_accepts_every_file_of_a_good_record_with_and_without_knowing_it(folder):
    known = known_in(load_record(folder))
    for file, name in files_with_schema(folder):
        text = file.read_text(encoding="utf-8")
        assert complaints(text, name=name) == complaints(text, known, name) == [], file


def test_editors_read_numbers_as_numbers_and_norway_as_a_text():
    assert as_editors_read('{a: 3, b: 1.5, c: NO, d: 2024-06-19, e: "3", f: , g: true, h: yes}') == {
        "a": 3,
        "b": 1.5,
        "c": "NO",
        "d": "2024-06-19",
        "e": "3",
        "f": None,
        "g": True,
        "h": "yes",
    }


# What it underlines

EVENT = """\
- id: launch
  date: "1969-07-16"
  title: {en: Launch, fr: Départ}
  summary: {en: It starts., fr: Elle part.}
  kind: mission
  status: established
  countries: [US]
  claims:
    - {id: c1, source: memo, passage: 1, says: {en: It starts., fr: Elle part.},
       figure: {quantity: samples, value: 11000}}
"""


def test_the_event_that_is_broken_below_is_good(apollo):
    assert complaints(EVENT) == complaints(EVENT, known_in(apollo)) == []


@pytest.mark.parametrize(
    ("was", "is_now", "place"),
    [
        ('"1969-07-16"', '"July 1969"', "0/date"),
        ('"1969-07-16"', "1969", "0/date"),
        ("status: established", "status: sure", "0/status"),
        ("id: launch", "id: The Launch", "0/id"),
        ("kind: mission", "kind: [mission]", "0/kind"),
        ("  kind: mission\n", "", "0"),
        ("kind: mission", "kind: mission\n  colour: red", "0"),
        ("countries: [US]", "countries: US", "0/countries"),
        ("countries: [US]", "countries: [USA]", "0/countries/0"),
        ("title: {en: Launch, fr: Départ}", "title: Launch", "0/title"),
        ("en: Launch", 'en: ""', "0/title/en"),
        ("passage: 1", "passage: first", "0/claims/0/passage"),
        ("passage: 1, ", "", "0/claims/0"),
        ("passage: 1", "passage: 0", "0/claims/0/passage"),
        ("passage: 1", "url: example.org", "0/claims/0/url"),
        ("passage: 1", 'passage: 1, asserted_on: "1.8.1969"', "0/claims/0/asserted_on"),
        ("passage: 1", "passage: 1, stance: doubts", "0/claims/0/stance"),
        ("value: 11000", 'value: "11,000"', "0/claims/0/figure/value"),
        ("value: 11000", "value: 11000, low: 1", "0/claims/0/figure"),
        (", value: 11000", "", "0/claims/0/figure"),
        ("value: 11000", "value: 11000, bound: roughly", "0/claims/0/figure/bound"),
    ],
)
def test_it_underlines_what_is_wrong(was, is_now, place):
    assert was in EVENT
    assert complaints(EVENT.replace(was, is_now)) == [place]


@pytest.mark.parametrize(
    ("was", "is_now", "place"),
    [
        ("kind: mission", "kind: misson", "0/kind"),
        ("kind: mission", "kind: mission\n  actors: [parks]", "0/actors/0"),
        ("kind: mission", "kind: mission\n  part_of: apollo-12", "0/part_of"),
        ("source: memo", "source: mem", "0/claims/0/source"),
        ("passage: 1", "passage: 1, by: [parks]", "0/claims/0/by/0"),
        ("quantity: samples", "quantity: sample", "0/claims/0/figure/quantity"),
        ("title: {en: Launch, fr: Départ}", "title: {en: Launch}", "0/title"),
        ("title: {en: Launch, fr: Départ}", "title: {en: Launch, fr: Départ, de: Start}", "0/title"),
    ],
)
def test_with_a_record_it_knows_ids_and_languages(apollo, was, is_now, place):
    broken = EVENT.replace(was, is_now)
    assert was in EVENT and (complaints(broken), complaints(broken, known_in(apollo))) == ([], [place])


def test_a_report_derives_from_a_source_or_from_a_claim_of_its_event(apollo):
    for origin in ("herald", "c2"):
        text = EVENT.replace("passage: 1", f"passage: 1, derives_from: {origin}")
        assert complaints(text, known_in(apollo)) == []
    assert complaints(EVENT.replace("passage: 1", "passage: 1, derives_from: A B"), known_in(apollo))


def test_who_chooses_an_id_sees_its_name(apollo):
    actors = schema("event", known_in(apollo))["$defs"]["actor-id"]
    assert dict(zip(actors["enum"], actors["enumDescriptions"], strict=True))["john-kennedy"] == "John F. Kennedy"


def test_every_field_that_refers_to_something_is_in_the_table_of_those():
    refs = {(part.__name__, field) for part, field in FIELDS if "Ref" in str(inspect.get_annotations(part).get(field))}
    # Ids of claims, of the same event or of the step's; and origins, which are claims or sources.
    others = {("Side", "claims"), ("Step", "claims"), ("Claim", "derives_from"), ("Choice", "country")}
    assert refs == set(REFERS) | others


@pytest.mark.parametrize(
    ("name", "was", "is_now", "place"),
    [
        ("actor", "type: person", "type: persona", "1/type"),
        ("actor", "country: US", "country: USA", "0/country"),
        ("source", "type: press", "type: print", "2/type"),
        ("settings", "window: mission", "window: misson", "window"),
        ("settings", "symbol: star", "symbol: sun", "kinds/0/symbol"),
    ],
)
def test_the_other_files_are_underlined_too(apollo, name, was, is_now, place):
    file = dict((name, file) for file, name in files_with_schema(RECORDS[1]))[name]
    text = file.read_text(encoding="utf-8")
    assert was in text and complaints(text.replace(was, is_now, 1), known_in(apollo), name) == [place]


# Lessons

LESSON = """\
title: {en: To the Moon, fr: Vers la Lune}
audience: {en: Ages 14 to 18, fr: De 14 à 18 ans}
minutes: 45
aims: [{en: Read a date., fr: Lire une date.}]
steps:
  - {kind: event, event: lunar-goal, say: {en: Who?, fr: Qui ?}}
  - {kind: newsroom, start: "1969-07-20", end: "1969-08-01", say: {en: Vote., fr: Votez.}}
"""


@pytest.mark.parametrize(
    ("was", "is_now", "place"),
    [
        ("minutes: 45", "minutes: an hour", "minutes"),
        ("kind: event", "kind: evnt", "steps/0/kind"),
        ("event: lunar-goal, ", "", "steps/0"),
        ("event: lunar-goal", 'event: lunar-goal, view: "view=list"', "steps/0"),  # which editors show at the key
        ('start: "1969-07-20", ', "", "steps/1"),
        ('start: "1969-07-20"', 'start: "20.7.1969"', "steps/1/start"),
        (", say: {en: Vote., fr: Votez.}", "", "steps/1"),
    ],
)
def test_it_underlines_what_is_wrong_in_a_lesson(was, is_now, place):
    assert was in LESSON and complaints(LESSON, name="lesson") == []
    assert complaints(LESSON.replace(was, is_now), name="lesson") == [place]


def test_with_a_record_it_completes_events_and_minds_languages(apollo):
    known = known_in(apollo)
    assert complaints(LESSON, known, "lesson") == []
    assert complaints(LESSON.replace("lunar-goal", "lunar-gaol"), known, "lesson") == ["steps/0/event"]
    assert complaints(LESSON.replace("{en: Vote., fr: Votez.}", "{en: Vote.}"), known, "lesson") == ["steps/1/say"]


# Dates

DATES = [
    "2024-06-19",
    "2024-10",
    "1996",
    "2024-10-03~",
    "2024-10-03?",
    "2024-10%",
    "2024-07/2024-09",
    "2024-09/..",
    "../1969",
    "2024-09/",
    "/1969",
    "1984~/2004-06?",
    "201X",
    "20XX",
    "2024-XX",
    "2024-XX-XX",
    "2024-10-XX",
    "2024-21",
    "2024-06-19T10:00:00Z",
]


@pytest.mark.parametrize("date", DATES)
def test_its_pattern_accepts_every_shape_of_date(date):
    assert parse(date) and re.search(EDTF, date)


@given(
    st.one_of(
        st.from_regex(r"\A[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/(\.\.|[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?)?)?\Z"),
        st.text("0129X-/.?~%TYZ:+"),
    )
)
def test_its_pattern_accepts_whatever_is_a_date(text):
    try:
        parse(text)
    except EdtfError:
        return
    assert re.search(EDTF, text)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "../..", "June 2024", "2024/06/19", "19.6.2024", "24-06-19", "2024-6-19", "2024-06-19/2024/06"],
)
def test_its_pattern_underlines_what_is_plainly_no_date(text):
    assert not re.search(EDTF, text)


# The table of fields


def test_the_table_has_every_part_and_field_of_the_model_and_no_others():
    assert {name: set(notes) for name, notes in NOTES.items()} == {
        part.__name__: set(part.model_fields) for part in PARTS
    }
    assert sorted(part.__name__ for parts in FILES.values() for part in parts) == sorted(
        part.__name__ for part in PARTS
    )


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=[f"{part.__name__}.{field}" for part, field in FIELDS])
def test_a_field_is_explained_in_a_sentence_with_an_example_that_is_valid(part, field):
    what, example = NOTES[part.__name__][field]
    assert what[0].isupper() and what.endswith(".")
    info = part.model_fields[field]
    kind = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    value = as_editors_read(example)
    assert TypeAdapter(kind).validate_python(value) is not None


def test_every_description_of_the_schema_is_the_table_s():
    for name, part in schema("event")["$defs"].items():
        assert part["description"] == inspect.getdoc(getattr(model, name))
        assert {field: shape["description"] for field, shape in part["properties"].items()} == {
            field: what for field, (what, _) in NOTES[name].items()
        }


# The committed files


def test_the_text_is_the_same_every_time(record):
    known = known_in(record)
    assert schema_text("event", known) == schema_text("event", known) and schema_text("event").endswith("}\n")


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_committed_schemas_are_up_to_date_and_every_file_leads_to_its_own(folder):
    known = known_in(load_record(folder))
    for file, name in files_with_schema(folder):
        assert schema_of(file) == schema_of(folder / "events.yaml").parent / f"{name}.json", file
        assert schema_of(file).read_text(encoding="utf-8") == schema_text(name, known), (
            f"{name}.json is out of date: run `python -m timeline fmt --data {folder.name}`"
        )


def test_the_committed_field_reference_is_up_to_date():
    assert (ROOT / "docs" / "fields.md").read_text(encoding="utf-8") == field_reference(), (
        "docs/fields.md is out of date: run `python -m timeline schema --docs --out docs/fields.md`"
    )


def test_the_field_reference_has_a_row_for_every_field():
    text = field_reference()
    for part in PARTS:
        rows = re.search(rf"### {called(part)}\n.*?(?=\n##|\Z)", text, re.DOTALL)[0]
        assert [line.split("`")[1] for line in rows.splitlines() if line.startswith("| `")] == list(part.model_fields)
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")} == {5}
