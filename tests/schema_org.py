"""schema.org's vocabulary as `schema-dts` has it, which is Google's declaration of it for TypeScript."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INTERFACE = re.compile(
    r"^(?:export )?interface (\w+?)(?:Base|Leaf) extends ([\w, <>]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
BASE = re.compile(r"(\w+)Base\b")
PROPERTY = re.compile(
    r'(?P<old>@deprecated(?:(?!\*/).)*\*/\s*)?"(?P<name>\w+)"\?: SchemaValue<(?P<types>[^,]+), "', re.DOTALL
)
# What JSON has of schema.org's data types; a day or an address is a text there.
DATA = {"Text": str, "URL": str, "Date": str, "DateTime": str, "Number": (int, float), "Integer": int, "Boolean": bool}


@dataclass(frozen=True)
class Vocabulary:
    """`parents` of each type, and of each of its own properties the types that it may have, none where deprecated."""

    parents: dict[str, set[str]]
    properties: dict[str, dict[str, set[str]]]

    def lineage(self, name: str) -> set[str]:
        """A type and all that it is a kind of."""
        return {name}.union(*(self.lineage(parent) for parent in self.parents[name]))

    def types_of(self, name: str, key: str) -> set[str]:
        """The types that a property of a type may have; none where it has no such property."""
        return set().union(*(self.properties[kind].get(key, set()) for kind in self.lineage(name)))

    def problems(self, value: object, path: str = "") -> Iterator[str]:
        """What of JSON-LD is not in the vocabulary, in words with its place."""
        if isinstance(value, list):
            for part in value:
                yield from self.problems(part, path)
        if not isinstance(value, dict):
            return
        name = value.get("@type")
        path = f"{path} {name}".strip()
        if name not in self.parents:
            yield f"{path}: there is no such type"
            return
        for key, part in value.items():
            if key.startswith("@"):
                continue
            allowed = self.types_of(name, key)
            if not allowed:
                yield f"{path}: has no property {key}"
            for each in part if isinstance(part, list) else [part]:
                if allowed and not self._fits(each, allowed):
                    yield f"{path}.{key}: must be {' or '.join(sorted(allowed))}, not {each!r:.60}"
            yield from self.problems(part, f"{path}.{key}")

    def _fits(self, value: object, allowed: set[str]) -> bool:
        if isinstance(value, dict):
            return value.get("@type") in self.parents and bool(self.lineage(value["@type"]) & allowed)
        return any(isinstance(value, DATA[name]) for name in allowed if name in DATA)


def read_vocabulary(declarations: Path) -> Vocabulary:
    """The vocabulary of `schema.d.ts`."""
    parents: dict[str, set[str]] = defaultdict(set)
    properties: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for name, extended, body in INTERFACE.findall(declarations.read_text(encoding="utf-8")):
        parents[name] |= {base[1] for base in BASE.finditer(extended)} - {name}
        for found in PROPERTY.finditer(body):
            types = set() if found["old"] else {part.strip() for part in found["types"].split("|")}
            properties[name][found["name"]] = types
    return Vocabulary(parents, properties)
