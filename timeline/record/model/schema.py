"""The JSON Schemas (2020-12) of a record's files, made from the model.

The schemas are for editors: they complete and underline while somebody types. They know the shape of each part and,
made for a record, its languages and the ids of what stands in its files; passages, and the claims of an event, are for
`check`. YAML numbers are numbers here and dates are texts, as YAML 1.2 reads `passage: 3` and `date: "2024-11-11"`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import TypeAdapter

from ..dates.errors import SHAPE
from .fields import SLUG
from .known import REFERS, Known
from .lesson import MAY_HAVE, NEEDS, WORDS, Lesson, Step, StepKind
from .model import Actor, Event, Source
from .notes import NOTES
from .settings import Settings
from .shape import JsonSchema

HOME = MappingProxyType(
    {"event": "events", "actor": "actors", "source": "sources"}
)  # the files of ids, by what has them
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The files that have a schema: the type they hold, what one is called, and what it is.
FILES: Mapping[str, tuple[type, str, str]] = MappingProxyType(
    {
        "event": (list[Event], "Events", "An events.yaml: a list of events, in the order of their dates."),
        "actor": (list[Actor], "Actors", "An actors.yaml: who acts or speaks."),
        "source": (list[Source], "Sources", "A sources.yaml: the outlets and documents that claims cite."),
        "settings": (Settings, "Settings", "A settings.yaml: what the timeline is called, and how it is first shown."),
        "lesson": (Lesson, "A lesson", "A file of data/lessons/: what is shown and said, step by step."),
    }
)
# The letters of EDTF of levels 0 and 1; which days exist is for `check`.
_ONE = r"-?[0-9][0-9X]{3}(-[0-9X]{2}(-[0-9X]{2}(T[0-9:.+Z-]+)?)?)?[?~%]?"
EDTF = rf"^({_ONE}|({_ONE}|\.\.)?/{_ONE}|{_ONE}/(\.\.)?)$"
COUNTRY = "^[A-Z]{2}$"
DATE = {"type": "string", "pattern": EDTF, "patternErrorMessage": SHAPE}
CLAIM = {"anyOf": [{"required": ["passage"]}, {"required": ["url"]}, {"required": ["locator"]}]}
RANGE = {"anyOf": [{"required": ["low"]}, {"required": ["high"]}]}
AMOUNT = {"oneOf": [{"required": ["value"]}, RANGE, {"required": ["words"]}]}


def schema(name: str, known: Known = Known()) -> JsonSchema:  # noqa: B008 immutable
    """The schema of a file, by its name in `FILES`. With what is known of a record it completes its ids."""
    kind, title, says = FILES[name]
    body = TypeAdapter(kind).json_schema()
    parts = {part: _part(part, shape, known) for part, shape in sorted(body.pop("$defs", {}).items())}
    if kind in (Settings, Lesson):
        body = _part(kind.__name__, body, known)
    return {
        "$schema": DIALECT,
        **({"$comment": home_of(known)} if known.record else {}),
        **body,
        "title": f"{title} of {known.title}" if known.title else title,
        "description": says,
        "$defs": parts | _ids(known, json.dumps([body, parts])),
    }


def schema_text(name: str, known: Known = Known()) -> str:  # noqa: B008 immutable
    """The schema as the text of a JSON file: the same for the same model and the same that is known."""
    return json.dumps(schema(name, known), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def home_of(known: Known) -> str:
    """What a schema says of the record that it is of."""
    return f"Of the record `{known.record}`, and made from it."


def _ids(known: Known, text: str) -> JsonSchema:
    """The ids of each kind of thing that the text of a schema refers to, with their names for those who choose."""
    return {
        f"{what}-id": {
            "description": f"An id of {HOME.get(what, 'settings')}.yaml.",
            "enum": [*names],
            **({"enumDescriptions": [*names.values()]} if any(names.values()) else {}),
        }
        for what, names in known.ids.items()
        if f"/{what}-id" in text
    }


def _of_kind(kind: StepKind) -> JsonSchema:
    """What holds of the steps of one kind: the fields that it needs, and those that it doesn't have."""
    having = {*NEEDS[kind], *MAY_HAVE[kind], *WORDS}
    others = {field: False for field in Step.model_fields if field not in having}
    fits = {"required": [*NEEDS[kind]], "properties": others}
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": fits}


# What holds of a part beyond the shapes of its fields.
MORE: Mapping[str, JsonSchema] = MappingProxyType(
    {"Claim": CLAIM, "Amount": AMOUNT, "Step": {"allOf": [_of_kind(kind) for kind in NEEDS]}}
)


def _part(name: str, part: JsonSchema, known: Known) -> JsonSchema:
    """A part's schema with our descriptions in place of pydantic's titles."""
    fields = {field: _field(name, field, shape, known) for field, shape in part["properties"].items()}
    rest = {key: value for key, value in part.items() if key != "title"}
    return {**rest, "properties": fields, **MORE.get(name, {})}


def _field(name: str, field: str, shape: JsonSchema, known: Known) -> JsonSchema:
    shape = _shape(_with_ids(name, field, shape, known), known)
    shape = {key: value for key, value in shape.items() if key not in ("title", "default", "description")}
    return {"description": NOTES[name][field][0], **shape}


def _with_ids(name: str, field: str, shape: JsonSchema, known: Known) -> JsonSchema:
    """The shape of a field with the ids or the country codes that it takes."""
    if field in ("country", "countries") and name != "Choice":
        return _leaf(shape, {"type": "string", "pattern": COUNTRY})
    if (name, field) == ("Claim", "derives_from") and known.ids.get("source"):
        claim = {"type": "string", "pattern": SLUG}
        return {"anyOf": [{"$ref": "#/$defs/source-id"}, claim, {"type": "null"}]}
    what = REFERS.get((name, field), "")
    return _leaf(shape, {"$ref": f"#/$defs/{what}-id"}) if known.ids.get(what) else shape


def _leaf(shape: JsonSchema, leaf: JsonSchema) -> JsonSchema:
    """The shape with another one in place of its text, or of the texts of its list."""
    if "anyOf" in shape:
        return {**shape, "anyOf": [_leaf(option, leaf) for option in shape["anyOf"]]}
    if "items" in shape:
        return {**shape, "items": leaf}
    return leaf if shape.get("type") == "string" else shape


def _shape(shape: JsonSchema, known: Known) -> JsonSchema:
    """A shape with what we know better than pydantic: dates, texts, and what may be left empty."""
    if "anyOf" in shape:
        *wanted, null = (_shape(choice, known) for choice in shape["anyOf"])
        if len(wanted) == 1 and "type" in wanted[0]:
            return {**wanted[0], "type": [wanted[0]["type"], "null"]}
        return {**shape, "anyOf": [*wanted, null]}
    if shape.get("description", "").startswith("EDTF"):
        return DATE
    if "items" in shape:
        return {**shape, "items": _shape(shape["items"], known)}
    return _text(shape, known.languages)


def _text(shape: JsonSchema, languages: tuple[str, ...]) -> JsonSchema:
    """A text for readers: any languages, or those of the record, all of them and no others."""
    words = shape.get("additionalProperties")
    if not isinstance(words, dict) or not languages:
        return shape
    rest = {key: value for key, value in shape.items() if key != "additionalProperties"}
    return {
        **rest,
        "properties": dict.fromkeys(languages, words),
        "required": [*languages],
        "additionalProperties": False,
    }
