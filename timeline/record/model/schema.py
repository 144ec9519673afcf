"""The JSON Schemas (2020-12) of an events.yaml and of a lesson, and the field reference, all made from the model.

The schemas are for editors: they complete and underline while somebody types. They know the shape of
an event and of a step; what refers to other files (actors, sources, passages) is for `check`. YAML numbers are
numbers here and dates are texts, as YAML 1.2 reads `passage: 3` and `date: "2024-11-11"`.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Sequence

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from ..dates.errors import SHAPE
from .lesson import MAY_HAVE, NEEDS, WORDS, Lesson, Step, StepKind
from .model import Event, Part, called
from .notes import FILES, NOTES
from .settings import Settings
from .shape import JsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELINE = "# yaml-language-server: $schema=../schema/event.json"
LESSON_MODELINE = "# yaml-language-server: $schema=../../schema/lesson.json"
# The letters of EDTF of levels 0 and 1; which days exist is for `check`.
_ONE = r"[0-9][0-9X]{3}(-[0-9X]{2}(-[0-9X]{2}(T[0-9:.+Z-]+)?)?)?[?~%]?"
EDTF = rf"^({_ONE}|({_ONE}|\.\.)?/{_ONE}|{_ONE}/(\.\.)?)$"
COUNTRY = "^[A-Z]{2}$"
DATE = {"type": "string", "pattern": EDTF, "patternErrorMessage": SHAPE}
CLAIM = {"anyOf": [{"required": ["passage"]}, {"required": ["url"]}, {"required": ["locator"]}]}
RANGE = {"anyOf": [{"required": ["low"]}, {"required": ["high"]}]}
AMOUNT = {"oneOf": [{"required": ["value"]}, RANGE, {"required": ["words"]}]}
REFERENCE = """\
# Fields of the record

Made from the model by `python -m timeline schema --docs --out docs/fields.md`; edits belong in
`timeline/record/model/event_notes.py`, `registry_notes.py` and `lesson_notes.py`.
[CONTRIBUTING.md](../CONTRIBUTING.md) shows how the parts go together.

Texts for readers (`{en: …, fr: …}`) are given in every language of the timeline. Dates are
[EDTF](https://www.loc.gov/standards/datetime/), levels 0 and 1 and the seasons of level 2, always in quotes.
"""


def event_schema(settings: Settings | None = None) -> JsonSchema:
    """The schema of a list of events. With the settings of a record it knows its kinds and its languages."""
    body = TypeAdapter(list[Event]).json_schema()
    parts = {name: _part(name, part, settings) for name, part in sorted(body["$defs"].items())}
    parts["Event"]["properties"]["countries"]["items"]["pattern"] = COUNTRY
    parts["Claim"] |= CLAIM
    parts["Amount"] |= AMOUNT
    return {
        "$schema": DIALECT,
        "title": "Events of a timeline",
        "description": "An events.yaml: a list of events, in the order of their dates.",
        "type": "array",
        "items": body["items"],
        "$defs": parts,
    }


def lesson_schema(settings: Settings | None = None, events: Sequence[str] = ()) -> JsonSchema:
    """The schema of a lesson. With the settings of a record it knows its languages, with the ids of events those."""
    body = TypeAdapter(Lesson).json_schema()
    parts = {name: _part(name, part, settings) for name, part in body.pop("$defs").items()}
    step = parts["Step"]
    step["allOf"] = [_of_kind(kind) for kind in NEEDS]
    if events:
        step["properties"]["event"] = {"description": NOTES["Step"]["event"][0], "enum": [*events]}
    return {
        "$schema": DIALECT,
        **_part("Lesson", body, settings),
        "title": "A lesson",
        "description": "A file of data/lessons/: what is shown and said, step by step.",
        "$defs": parts,
    }


def _of_kind(kind: StepKind) -> JsonSchema:
    """What holds of the steps of one kind: the fields that it needs, and those that it doesn't have."""
    having = {*NEEDS[kind], *MAY_HAVE[kind], *WORDS}
    others = {field: False for field in Step.model_fields if field not in having}
    fits = {"required": [*NEEDS[kind]], "properties": others}
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": fits}


def schema_text(settings: Settings | None = None) -> str:
    """The schema of events as the text of a JSON file: the same for the same model and settings."""
    return written(event_schema(settings))


def written(schema: JsonSchema) -> str:
    """A schema as the text of a JSON file."""
    return json.dumps(schema, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def field_reference() -> str:
    """Markdown: for each part of each file a table of its fields, with what they are and an example."""
    sections = [REFERENCE]
    for file, parts in FILES.items():
        sections.append(f"## {file}\n")
        sections += [_table(part) for part in parts]
    return "\n".join(sections)


def _part(name: str, part: JsonSchema, settings: Settings | None) -> JsonSchema:
    """A part's schema with our descriptions in place of pydantic's titles."""
    fields = {field: _field(name, field, shape, settings) for field, shape in part["properties"].items()}
    return {**{key: value for key, value in part.items() if key != "title"}, "properties": fields}


def _field(name: str, field: str, shape: JsonSchema, settings: Settings | None) -> JsonSchema:
    if (name, field) == ("Event", "kind") and settings:
        shape = {"type": "string", "enum": [kind.id for kind in settings.kinds]}
    shape = {
        key: value for key, value in _shape(shape, settings).items() if key not in ("title", "default", "description")
    }
    return {"description": NOTES[name][field][0], **shape}


def _shape(shape: JsonSchema, settings: Settings | None) -> JsonSchema:
    """A shape with what we know better than pydantic: dates, texts, and what may be left empty."""
    if "anyOf" in shape:
        wanted, null = (_shape(choice, settings) for choice in shape["anyOf"])
        return {**wanted, "type": [wanted["type"], "null"]} if "type" in wanted else {**shape, "anyOf": [wanted, null]}
    if shape.get("description", "").startswith("EDTF"):
        return DATE
    return _text(shape, settings)


def _text(shape: JsonSchema, settings: Settings | None) -> JsonSchema:
    """A text for readers: any languages, or those of the settings, all of them and no others."""
    words = shape.get("additionalProperties")
    if not isinstance(words, dict) or not settings:
        return shape
    languages = list(settings.languages)
    rest = {key: value for key, value in shape.items() if key != "additionalProperties"}
    return {**rest, "properties": dict.fromkeys(languages, words), "required": languages, "additionalProperties": False}


def _table(part: type[Part]) -> str:
    """`### Event`, what it is, and a row for each of its fields."""
    rows = ["| field | required | what it is | example |", "| --- | --- | --- | --- |"]
    for field, info in part.model_fields.items():
        what, example = NOTES[part.__name__][field]
        cells = (f"`{field}`", "yes" if info.is_required() else "", what + _allowed(info), f"`{example}`")
        rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join([f"### {called(part)}\n", f"{' '.join((part.__doc__ or '').split())}\n", *rows, ""])


def _allowed(info: FieldInfo) -> str:
    """The words that a field allows, and the one it has when it is left out."""
    if typing.get_origin(info.annotation) is not typing.Literal:
        return ""
    words = ", ".join(f"`{word}`" for word in typing.get_args(info.annotation))
    return f" One of {words}" + ("." if info.is_required() else f"; `{info.default}` when left out.")
