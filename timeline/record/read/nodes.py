"""YAML with its places: plain values (dicts, lists, strings, None), and the line and column of each.

Built from the parser's event stream (LibYAML's where PyYAML has it, PyYAML's own otherwise, with the same result),
because composing nodes is ten times slower. Every scalar stays a string, so that `NO` is Norway and `2024-10` is not
a subtraction; the model turns strings into types.

Where everything stands is kept by `Positions` (positions.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from sys import intern
from typing import NoReturn, cast

import yaml

from ..places import Node, Place, Steps
from ..problems.problem import MAX_PROBLEMS, Problem, RecordError, clipped
from .mistakes.place import WHOLE
from .positions import Positions, numbers_of
from .syntax import syntax_problem
from .text import HIDDEN, UNPRINTABLE, hidden_character, named, read_text

# PyYAML's own loader answers the same calls, where PyYAML was built without LibYAML.
Loader = cast("type[yaml.CSafeLoader]", getattr(yaml, "CSafeLoader", None) or yaml.SafeLoader)
MAX_DEPTH = 40
TOO_DEEP = f"more than {MAX_DEPTH} levels are nested here", "a record needs fewer than ten"
MAX_VALUES = 100_000  # fields and items in a part of a file: some 500 times as many as in a full event
SHORT = 24  # characters below which words are kept once for all that say the same: ids, dates, names of fields
MAX_PLACES = 2_500_000  # fields and items of a whole file
NULLS = {"", "~", "null", "Null", "NULL"}
TAG = "tag:yaml.org,2002:"  # of `!!str` and the like
# What may be an anchor or a tag. Beginning with the sign makes it twenty times as fast as with what stands before.
MARKED = re.compile(r"[&!](?<![^\s\[{,].)")
# Names of this module are found sooner than those of another: the loops below ask for them millions of times.
SCALAR, MAP, SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
MAP_END, SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent


def read_yaml(path: Path, name: str | None = None) -> tuple[Node, list[Problem]]:
    """Read a YAML file into dicts, lists, strings and None, with every problem that can be named.

    `name` is how messages call the file (its path by default). Returns (document, problems); the
    document is None where nothing could be built. Duplicate keys keep the first value and are
    reported; aliases are refused, since a record has no use for them and they can grow without bound.
    """
    parsed, problems = read_whole(path, name)
    return (parsed.root if parsed else None), problems


def read_whole(path: Path, name: str | None = None) -> tuple[Parsed | None, list[Problem]]:
    """The same as `Parsed`, which knows where everything stands; None where nothing could be built."""
    parsed, problems = open_yaml(path, name or str(path))
    if parsed is None:
        return None, problems
    try:
        for _ in parsed.parts():
            pass
    except RecordError as error:
        return None, parsed.problems + error.problems
    return parsed, parsed.problems


def open_yaml(path: Path, name: str) -> tuple[Parsed | None, list[Problem]]:
    """A file whose `parts` are still to be read: (parsed, []), or (None, why it can't be)."""
    text, problems = read_text(path, name)
    return (Parsed(text, name) if text is not None else None), problems


class Parsed:
    """A YAML document as it is read, part by part: `root`, as far as it has been read, and where everything stands.

    The parts of a list are its items, and any other document is one part. `problems` are those that don't end the
    reading: keys that are given twice.
    """

    def __init__(self, text: str, name: str):
        self.text, self.name = text, name
        self.root: Node = None
        self.problems: list[Problem] = []
        self.at: Place = (1, 1)
        self._positions = Positions()
        self._places = self._positions.places  # found sooner, in the loops below
        self._most = 0  # how long `_places` may become while the present part is read
        self.hidden: list[Problem] = []  # characters that nobody sees, which escapes stand for
        self._marked = bool(MARKED.search(text))  # asking every event costs a sixth of the time
        self._escaped = "\\" in text
        self._special = self._marked or self._escaped

    def parts(self) -> Iterator[Node]:
        """Read on, and give each part as it is read. Raises RecordError where the rest can't be read."""
        try:
            yield from self._parts(Loader(self.text))
        except yaml.MarkedYAMLError as error:
            problem = syntax_problem(error, self.text, self.name)
            # LibYAML 0.2.6 reads ahead, and gives up before it has reported a first level.
            if "nesting depth" in str(error):
                problem = Problem(self.name, problem.line, problem.column, "yaml-depth", "", *TOO_DEEP)
            raise RecordError([problem]) from None
        except ValueError as error:  # PyYAML's own parser, on an escape that names no character
            raise RecordError([Problem(self.name, 1, 1, "yaml-syntax", "", str(error))]) from None

    def _parts(self, parser: yaml.CSafeLoader) -> Iterator[Node]:
        parser.get_event()  # the stream starts
        if type(parser.get_event()) is yaml.StreamEndEvent:
            return
        event = parser.get_event()
        self.at = _place(event)
        if type(event) is SEQUENCE:
            self.root = items = list[Node]()
            while type(event := parser.get_event()) is not SEQUENCE_END:
                items.append(self._part(parser, event, 1))
                self._refuse_too_many(event)
                yield items[-1]
        else:
            self.root = self._part(parser, event, 0)
            yield self.root
        parser.get_event()  # the document ends
        if type(event := parser.get_event()) is yaml.DocumentStartEvent:
            self._stop(event, "yaml-documents", "a second YAML document starts here", "keep one document a file")
        self.text = ""  # only messages needed it

    def _refuse_too_many(self, event: yaml.Event | None) -> None:
        if len(self._places) > 2 * MAX_PLACES:
            message = f"the file holds more than {MAX_PLACES:,} fields and items"
            self._stop(event, "file-too-big", message, "no record needs as many")

    def _part(self, parser: yaml.CSafeLoader, event: yaml.Event | None, depth: int) -> Node:
        """The part that begins with `event`, inside `depth` lists."""
        self._positions.begin()
        self._most = len(self._places) + 2 * MAX_VALUES
        self._note_place(event)
        return self._value(parser, event, depth)

    def _value(self, parser: yaml.CSafeLoader, event: yaml.Event | None, depth: int) -> Node:
        """The scalar, map or list that begins with `event`, inside `depth` others. Called for every value of a file."""
        if type(event) is SCALAR:
            if self._marked:
                self._refuse_marks(event)
            if self._escaped and event.style == '"':
                self._look_for_hidden(event)
            value = intern(event.value) if len(event.value) < SHORT else event.value
            return None if value in NULLS and not event.style else value  # LibYAML says "" where PyYAML says None
        if type(event) is yaml.AliasEvent:
            self._stop(event, "yaml-alias", f"the alias `*{event.anchor}` is not allowed", "write the value out")
        if depth >= MAX_DEPTH:
            self._stop(event, "yaml-depth", *TOO_DEEP)
        return self._map(parser, depth + 1) if type(event) is MAP else self._list(parser, depth + 1)

    def _map(self, parser: yaml.CSafeLoader, depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        repeated: list[tuple[str, int, int]] = []  # keys that the map has already, and where they stand
        places, start, most = self._places, len(self._places), self._most
        next_event = parser.get_event
        while type(event := next_event()) is not MAP_END:
            here = len(places)
            if here < most and not self._special and type(event) is SCALAR and event.value not in NULLS:
                # Nearly every key. Two calls less for each of them save a twentieth of the time of a large file.
                mark = event.start_mark
                assert mark is not None  # every event of a parser has one
                places.append(mark.line)
                places.append(mark.column)
                key = intern(event.value) if len(event.value) < SHORT else event.value
            else:
                key = self._key(parser, event, depth)
            event = next_event()
            if key not in fields:
                fields[key] = self._value(parser, event, depth)
            else:
                repeated.append((key, places[here] + 1, places[here + 1] + 1))
                if len(repeated) + len(self.problems) >= MAX_PROBLEMS:
                    self._report(repeated, fields, start)
                    message = f"{MAX_PROBLEMS} problems stand above, and the rest is not read"
                    self._stop(event, "too-many", message, "correct these first")
                self._value(parser, event, depth)  # left out, and so are the places of the key and of what it holds
                del places[here:]
        if repeated:
            self._report(repeated, fields, start)
        return fields

    def _key(self, parser: yaml.CSafeLoader, event: yaml.Event | None, depth: int) -> str:
        self._note_place(event)
        key = self._value(parser, event, depth)
        if type(key) is not str:
            self._stop(event, "yaml-key", "this key is not a word", "keys are the names of fields")
        return key

    def _list(self, parser: yaml.CSafeLoader, depth: int) -> list[Node]:
        items: list[Node] = []
        while type(event := parser.get_event()) is not SEQUENCE_END:
            self._note_place(event)
            items.append(self._value(parser, event, depth))
        return items

    def _note_place(self, event: yaml.Event | None) -> None:
        assert event is not None and event.start_mark is not None
        mark, places = event.start_mark, self._places
        places.append(mark.line)
        places.append(mark.column)
        if len(places) > self._most:
            message = f"more than {MAX_VALUES:,} fields and items stand in one part of the file"
            self._stop(event, "file-too-big", message, "no record needs as many")

    def _report(self, repeated: list[tuple[str, int, int]], fields: dict[str, Node], start: int) -> None:
        """Report the keys that a map has more than once. `start` is where the places of its other fields begin."""
        firsts = dict(zip(fields, numbers_of(fields.values(), start), strict=True))
        for key, line, column in repeated:
            message = f"`{clipped(key)}` is given twice (first on line {self._places[firsts[key]] + 1})"
            hint = "keep one of the two" + "; a new entry begins with `- id:`" * (key == "id")
            self.problems.append(Problem(self.name, line, column, "duplicate-key", clipped(key), message, hint))

    def _refuse_marks(self, event: yaml.ScalarEvent) -> None:
        """Stop at an anchor, and at a tag other than those of YAML's own types."""
        if event.anchor or event.tag and not event.tag.startswith(TAG):
            sign = f"&{event.anchor}" if event.anchor else event.tag
            message = f"`{clipped(sign)}` means something else in YAML, and is no part of the text"
            self._stop(event, "yaml-syntax", message, WHOLE)

    def _look_for_hidden(self, event: yaml.ScalarEvent) -> None:
        """Stop at a character that is allowed in no text, and note one that nobody sees: both written as escapes."""
        if found := UNPRINTABLE.search(event.value):
            self._stop(event, "yaml-syntax", f"the character {named(found[0])} is not allowed here", "delete it")
        if (found := HIDDEN.search(event.value)) and len(self.hidden) < MAX_PROBLEMS:
            self.hidden.append(hidden_character(self.name, *_place(event), found[0]))

    def _stop(self, event: yaml.Event | None, code: str, message: str, hint: str) -> NoReturn:
        raise RecordError([Problem(self.name, *_place(event), code, "", message, hint)])

    def place_of(self, path: Steps) -> Place:
        """Where `path` is in the document: the nearest part of it that is there. 1-based (line, column).

        A field is where its key is, an item of a list where it begins itself.
        """
        return self._positions.of(self.root, path) or self.at


def _place(event: yaml.Event | None) -> Place:
    assert event is not None and event.start_mark is not None
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
