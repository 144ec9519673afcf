"""What the model says about the form of a file: the order of its keys, and which scalars are dates, digests or numbers.

It is taken from the JSON Schema of the models, so that a new field needs no change here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from .fields import EdtfDate, Sha256

JsonSchema: TypeAlias = dict[str, Any]
TEXT, NUMBER, QUOTED, ANY = "text", "number", "quoted", "any"  # kinds of scalars; dates and digests are quoted


@dataclass(frozen=True, eq=False)
class Shape:
    """A part of a file: its fields in order, the shape of its items or of its values, or the kind of scalar."""

    fields: Mapping[str, Shape] = field(default_factory=dict)
    items: Shape | None = None
    values: Shape | None = None
    scalar: str = ANY

    def child(self, key: str | None) -> Shape:
        """The shape of an entry (by its key), or of an item."""
        return (self.items if key is None else self.fields.get(key, self.values)) or UNKNOWN

    @property
    def is_text(self) -> bool:
        """True of a map of languages to texts."""
        return self.values is not None


UNKNOWN = Shape()


@lru_cache(maxsize=16)
def shape_of(kind: type) -> Shape:
    """The shape of a file that holds this type, such as `list[Event]`."""
    schema = TypeAdapter(kind).json_schema()
    return _shape(schema, schema.get("$defs", {}))


def _shape(schema: JsonSchema, definitions: JsonSchema) -> Shape:
    while "$ref" in schema or "anyOf" in schema:
        if "$ref" in schema:
            schema = definitions[schema["$ref"].rsplit("/", 1)[-1]]
        else:
            schema = next(option for option in schema["anyOf"] if option.get("type") != "null")
    more = schema.get("additionalProperties")
    return Shape(
        {name: _shape(part, definitions) for name, part in schema.get("properties", {}).items()},
        _shape(schema["items"], definitions) if "items" in schema else None,
        _shape(more, definitions) if isinstance(more, dict) else None,
        _scalar(schema),
    )


def _scalar(schema: JsonSchema) -> str:
    if schema.get("type") in ("number", "integer"):
        return NUMBER
    if any(quoted.items() <= schema.items() for quoted in _quoted_schemas()):
        return QUOTED
    return TEXT if schema.get("type") == "string" else ANY


@lru_cache(maxsize=1)
def _quoted_schemas() -> tuple[JsonSchema, ...]:
    return TypeAdapter(EdtfDate).json_schema(), TypeAdapter(Sha256).json_schema()
