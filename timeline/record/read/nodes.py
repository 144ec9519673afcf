"""YAML with its places: plain values (dicts, lists, strings, None), and the line and column of each.

Built from the parser's event stream (LibYAML's when PyYAML has it, PyYAML's own otherwise, the same result) because
composing nodes is an order of magnitude slower. Every scalar stays a string, so that `NO` is Norway and `2024-10` is
not a subtraction; the model turns strings into types.

Places are numbers in one packed array, in the order of the document: first that of a part itself, then for each field
of a map the place of its key, or for each item of a list its own, followed by what is within. So they cost eight bytes
each, and which is whose is only counted where somebody asks.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import repeat, takewhile
from pathlib import Path
from typing import NoReturn

import yaml

from ..places import Node, Place, holds
from ..problems.problem import MAX_PROBLEMS, Problem, RecordError, clipped
from .syntax import WHOLE, syntax_problem
from .text import read_text

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 40
TOO_DEEP = f"more than {MAX_DEPTH} levels are nested here", "a record needs fewer than ten"
MAX_VALUES = 100_000  # keys and values in a part of a file: some 500 times as many as in a full event
MAX_PLACES = 2_500_000  # fields and items of a whole file
NULLS = {"", "~", "null", "Null", "NULL"}
TAG = "tag:yaml.org,2002:"  # of `!!str` and the like
MARKED = re.compile(r"(?:^|[\s\[{,])[&!]", re.MULTILINE)  # what may be an anchor or a tag
SCALAR, MAP, SEQUENCE, ALIAS = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent


def read_yaml(path: Path, name: str | None = None) -> tuple[Node, list[Problem]]:
    """Read a YAML file into dicts, lists, strings and None, with every problem that can be named.

    `name` is how messages call the file (its path by default). Returns (document, problems); the
    document is None where nothing could be built. Duplicate keys keep the first value and are
    reported; aliases are refused, since a record has no use for them and they can grow without bound.
    """
    tree, problems = read_whole(path, name)
    return (tree.root if tree else None), problems


def read_whole(path: Path, name: str | None = None) -> tuple[Tree | None, list[Problem]]:
    """The same as a `Tree`, which knows where everything stands; None where nothing could be built."""
    tree, problems = open_yaml(path, name or str(path))
    try:
        for _ in tree.parts() if tree else ():
            pass
    except RecordError as error:
        return None, tree.problems + error.problems
    return tree, tree.problems if tree else problems


def open_yaml(path: Path, name: str) -> tuple[Tree | None, list[Problem]]:
    """A file as a `Tree` whose `parts` are still to be read: (tree, []), or (None, why it can't be)."""
    text, problems = read_text(path, name)
    return (Tree(text, name) if text is not None else None), problems


class Tree:
    """A YAML document as it is read, part by part: `root`, as far as it has been read, and where everything stands.

    The parts of a list are its items, and any other document is one part. `problems` are those that don't end the
    reading: keys that are given twice.
    """

    def __init__(self, text: str, name: str):
        self.text, self.name = text, name
        self.root: Node = None
        self.problems: list[Problem] = []
        self.at: Place = (1, 1)
        self._places = array("I")  # line and column in turn, counted from 0
        self._starts = array("I")  # where in `_places` each part begins
        self._marked = bool(MARKED.search(text))  # asking every event costs a sixth of the time
        self._dropped: list[int] = []  # the same of lists and maps that are being read, and left out in the end

    def parts(self) -> Iterator[Node]:
        """Read on, and give each part as it is read. Raises RecordError where the rest can't be read."""
        try:
            yield from self._parts(Loader(self.text))
        except yaml.MarkedYAMLError as error:
            problem = syntax_problem(error, self.text, self.name)
            if (
                "nesting depth" in problem.message
            ):  # LibYAML 0.2.6 reads ahead, and gives up before a first level is told
                problem = Problem(self.name, problem.line, problem.column, "yaml-depth", "", *TOO_DEEP)
            raise RecordError([problem]) from None
        except ValueError as error:  # PyYAML's own parser, on an escape that names no character
            raise RecordError([Problem(self.name, 1, 1, "yaml-syntax", "", str(error))]) from None

    def _parts(self, parser: yaml.SafeLoader) -> Iterator[Node]:
        parser.get_event()  # the stream starts
        if type(parser.get_event()) is yaml.StreamEndEvent:
            return
        event = parser.get_event()
        self.at = _place(event)
        if type(event) is SEQUENCE:
            self.root = []
            while type(event := parser.get_event()) is not yaml.SequenceEndEvent:
                self.root.append(self._part(parser, event, 1))
                self._refuse_too_many(event)
                yield self.root[-1]
        else:
            self.root = self._part(parser, event, 0)
            yield self.root
        parser.get_event()  # the document ends
        if type(event := parser.get_event()) is yaml.DocumentStartEvent:
            self._stop(event, "yaml-documents", "a second YAML document starts here", "keep one document a file")
        self.text = ""  # was for messages

    def _refuse_too_many(self, event: yaml.Event) -> None:
        if len(self._places) > 2 * MAX_PLACES:
            self._stop(
                event,
                "file-too-big",
                f"the file holds more than {MAX_PLACES:,} fields and items",
                "no record needs as many",
            )

    def _part(self, parser: yaml.SafeLoader, event: yaml.Event, depth: int) -> Node:
        """The part that begins with `event`, at a depth of lists and maps. A loop with few calls: it turns millions of times."""
        get_event, places, dropped, marked = parser.get_event, self._places, self._dropped, self._marked
        whole: list[Node] = []
        # What is open, where its places begin, the same if it is a map, and the map's key that waits for its value.
        node, start, fields, key = whole, len(places), None, None
        stack: list[tuple[list | dict, int]] = []
        self._starts.append(start)
        for _ in repeat(None, 2 * MAX_VALUES):  # the end of a list or map is an event too
            kind = type(event)
            if kind is SCALAR:
                value = event.value
                if marked and (event.anchor or event.tag and not event.tag.startswith(TAG)):
                    sign = f"&{event.anchor}" if event.anchor else event.tag
                    self._stop(
                        event,
                        "yaml-syntax",
                        f"`{clipped(sign)}` means something else in YAML, and is no part of the text",
                        WHOLE,
                    )
                if value in NULLS and not event.style:  # LibYAML says "" where PyYAML says None
                    value = None
            elif kind is MAP or kind is SEQUENCE:
                value = {} if kind is MAP else []
                if len(stack) + depth >= MAX_DEPTH:
                    self._stop(event, "yaml-depth", *TOO_DEEP)
            elif kind is ALIAS:
                self._stop(event, "yaml-alias", f"the alias `*{event.anchor}` is not allowed", "write the value out")
            else:
                if dropped and dropped[-1] == start:
                    del places[dropped.pop() - 2 :]
                node, start = stack.pop()
                if node is whole:
                    return node[0]
                fields, event = node if type(node) is dict else None, get_event()
                continue
            if key is None:
                mark = event.start_mark
                places.append(mark.line)
                places.append(mark.column)
                if fields is not None:
                    if kind is not SCALAR or value is None:
                        self._stop(event, "yaml-key", "this key is not a word", "keys are the names of fields")
                    key, event = value, get_event()
                    continue
                node.append(value)
            elif key not in fields:
                fields[key], key = value, None
            else:
                self._repeated(fields, start, key, event)
                key = None
            if kind is not SCALAR:
                stack.append((node, start))
                node, start, fields = value, len(places), value if kind is MAP else None
            elif node is whole:
                return value
            event = get_event()
        self._stop(
            event,
            "file-too-big",
            f"more than {MAX_VALUES:,} keys and values stand in one part of the file",
            "no record needs as many",
        )

    def _repeated(self, fields: dict, start: int, key: str, event: yaml.Event) -> None:
        """Reports a key that the map has already; its value is left out, and so are the places of key and value."""
        first = self._places[start + 2 * _before(fields, key)] + 1
        line, column = (number + 1 for number in self._places[-2:])
        self.problems.append(
            Problem(
                self.name,
                line,
                column,
                "duplicate-key",
                key,
                f"`{key}` is given twice (first on line {first})",
                "keep one of the two" + "; a new entry begins with `- id:`" * (key == "id"),
            )
        )
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop(
                event,
                "too-many",
                f"{MAX_PROBLEMS} problems stand above, and the rest is not read",
                "correct these first",
            )
        if type(event) is SCALAR:
            del self._places[-2:]
        else:
            self._dropped.append(len(self._places))

    def _stop(self, event: yaml.Event, code: str, message: str, hint: str) -> NoReturn:
        raise RecordError([Problem(self.name, *_place(event), code, "", message, hint)])

    def place_of(self, path: tuple[str | int, ...]) -> Place:
        """Where `path` is in the document: the nearest part of it that is there. 1-based (line, column).

        A field is where its key is, an item of a list where it begins itself.
        """
        node, number = self.root, 0
        if node is None:
            return self.at
        if isinstance(node, list):
            if not path or not holds(node, path[0]):
                return self.at
            number, node, path = self._starts[path[0]], node[path[0]], path[1:]
        place = number
        for step in path:
            if not holds(node, step):
                break
            place = number + 2 * (1 + _before(node, step))
            number, node = place, node[step]
        return self._places[place] + 1, self._places[place + 1] + 1


def _before(node: dict | list, step: str | int) -> int:
    """How many places stand within a list or map before that of one of its parts."""
    before = takewhile(lambda key: key != step, node) if isinstance(node, dict) else range(step)
    return sum(1 + _within(node[key]) for key in before)


def _within(node: Node) -> int:
    """How many places stand within a node: of its fields or items, and of what they hold."""
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return len(parts) + sum(_within(part) for part in parts if part and not isinstance(part, str))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
