"""Texts without quotes that YAML reads as something else: `2024-06-19` as a date, `1904` as a number, `NO` as false.

The record itself takes every scalar for the text it is. Other programs that read the files don't, editors among them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol

import yaml

from ...installed import program
from ..model.shape import QUOTED, TEXT, Shape, shape_of
from ..problems.problem import MAX_PROBLEMS, WARNING, Problem, clipped
from .nodes import MAP, MAP_END, MAX_DEPTH, NULLS, SCALAR, SEQUENCE, SEQUENCE_END, Loader
from .text import read_text

STRING = "tag:yaml.org,2002:str"
# Texts that are numbers in YAML 1.2, but not for PyYAML, which follows YAML 1.1.
OTHER_TYPES = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+")
LONGEST = 40  # characters: what is longer is no date, no number and no yes or no
TYPES = {"timestamp": "a date", "int": "a number", "float": "a number", "bool": "true or false"}


class Resolver(Protocol):
    """What PyYAML's stubs leave without types: the tag that a scalar has where it is written without quotes."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """`tag:yaml.org,2002:int` of `12`."""


@lru_cache(maxsize=1)
def _resolver() -> Resolver:
    resolver: Resolver = yaml.SafeDumper(io.StringIO())
    return resolver


@lru_cache(maxsize=8192)
def type_of(text: str) -> str:
    """What YAML reads a text without quotes as: `a date`, `a number`, `true or false`, …; "" for a text."""
    tag = _resolver().resolve(yaml.ScalarNode, text, (True, False))
    if tag != STRING:
        return TYPES.get(tag.rsplit(":", 1)[-1], "something else than a text")
    return "a number" if OTHER_TYPES.fullmatch(text) else ""


def unquoted_problems(path: Path, name: str, kind: type) -> list[Problem]:
    """unquoted: the texts and dates of a file of this type that need quotes and have none; none of one that isn't YAML.

    `check` warns of them, and `fmt` writes the quotes.
    """
    text, _ = read_text(path, name)
    try:
        return list(islice(_problems(Loader(text), name, shape_of(kind)), MAX_PROBLEMS)) if text else []
    except (yaml.YAMLError, ValueError):
        return []  # reading the file reports it


def _problems(parser: yaml.CSafeLoader, name: str, shape: Shape) -> Iterator[Problem]:
    """Walks the file with the shapes of the lists and maps that are open, and the key that waits for its value."""
    open_shapes: list[tuple[Shape, bool]] = []
    here, is_map, key = Shape(items=shape), False, None  # as if the document were the item of a list
    while type(event := parser.get_event()) is not yaml.StreamEndEvent:
        if type(event) is SCALAR:
            if is_map and key is None:
                key = event.value
                continue
            if not event.style and here.child(key).scalar in (TEXT, QUOTED) and _is_typed(event.value):
                yield _problem(event, name)
            key = None
        elif type(event) is yaml.AliasEvent:
            return  # reading the file reports it
        elif type(event) is MAP or type(event) is SEQUENCE:
            if is_map and key is None or len(open_shapes) > MAX_DEPTH:
                return  # reading the file reports a key that is no word
            open_shapes.append((here, is_map))
            here, is_map, key = here.child(key), type(event) is MAP, None
        elif type(event) is MAP_END or type(event) is SEQUENCE_END:
            here, is_map = open_shapes.pop()
            key = None


def _is_typed(value: str) -> bool:
    return len(value) <= LONGEST and value not in NULLS and bool(type_of(value))


def _problem(event: yaml.ScalarEvent, name: str) -> Problem:
    assert event.start_mark is not None  # every event of a parser has a mark
    mark, value = event.start_mark, clipped(event.value)
    message = f"`{value}` has no quotes, so that YAML reads {type_of(event.value)} here, and no text"
    hint = f'write `"{value}"`; `{program()} fmt` does'
    return Problem(name, mark.line + 1, mark.column + 1, "unquoted", "", message, hint, WARNING)
