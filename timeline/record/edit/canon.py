"""The canonical form of a record's files. Formatting never changes what they say, and keeps every comment.

- UTF-8, LF, one line end at the end; lines of at most 110 characters, but for words (web addresses) that
  are longer and texts that no block can hold.
- Keys stand in the order of the model's fields, unknown ones after them; texts in the order of the
  timeline's languages. Events stand in the order of their dates, as the record sorts them; events of the
  same date stay in their order. All other lists stay as they are.
- Lists of words stand on one line, `[a, b]`, where they fit: on the line of their key or on the next. So do names and
  small maps, `{en: …, fr: …}`:
  `name role documents holds words place quote figure figures relates`,
  `replay filter presets kinds quantities units scopes`.
  Everything else is indented by two spaces a level, lists under their key too. What holds a comment is
  never on one line.
- A text that doesn't fit its line is folded (`>-`); one of several lines is literal (`|-`), folded only
  where a line is too long.
- Dates and digests are in double quotes, numbers plain, texts plain wherever that reads as the same text;
  else in double quotes, or in single ones where that saves escapes. What YAML would take for another type
  is quoted (`"NO"`, `"1903"`). Empty values are `null`. Tags and anchors go.
- One blank line between events, and between the steps of a lesson; none within one. In other files blank lines
  between the entries of the outermost level stay, several as one.
- Comments stay with what they stand at (see `tree_reader`): above an entry they move with it; at the end of a line
  they have two spaces before them; inside brackets they open the brackets up.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..dates.edtf import parse
from ..dates.errors import EdtfError
from ..files import EVENTS as EVENTS_FOLDER
from ..files import FILES, LESSONS, event_files, events_file, lesson_files, seed_file, shown
from ..model.lesson import Lesson
from ..model.model import Event, Seed
from ..model.shape import shape_of
from ..places import Node, below
from ..problems.problem import Problem
from ..read.nodes import read_yaml
from .tree import Leaf, Tree, Twig, comments_of, data_of
from .tree_reader import read_tree
from .tree_writer import TreeWriter

EVENTS = list[Event]
DateKey: TypeAlias = tuple[Any, ...]  # `Edtf.order`


@dataclass(frozen=True)
class Formatted:
    """A file and its canonical form: `name` is how messages call it; with problems it can't be formatted."""

    path: Path
    name: str
    before: bytes = b""
    after: bytes = b""
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """True where formatting would change the file."""
        return self.before != self.after

    def diff(self) -> str:
        """What formatting would change, as a unified diff; "" where nothing."""
        old, new = (content.decode("utf-8").splitlines(keepends=True) for content in (self.before, self.after))
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in difflib.unified_diff(old, new, self.name, self.name)
        )


def format_file(path: Path, languages: Sequence[str] = (), kind: type | None = None) -> Formatted:
    """A file with its canonical form. Nothing is written. `kind` is the type it holds, guessed by default."""
    name = shown(path)
    nodes, problems = read_yaml(path, name)
    if not problems and (nodes is None or isinstance(nodes, str)):
        problems = [Problem(name, 1, 1, "empty-file", "", "a list or a map of fields belongs here")]
    if problems:
        return Formatted(path, name, problems=tuple(problems))
    before = path.read_bytes()
    try:
        after = format_text(before.decode("utf-8-sig"), kind or kind_of(path, nodes), languages).encode()
    except FormatError as error:
        return Formatted(
            path, name, problems=(Problem(name, 0, 0, "format", "", str(error), "the file is left as it is"),)
        )
    return Formatted(path, name, before, after)


class FormatError(Exception):
    """A text that can't be formatted: its canonical form would say something else, which is a fault of this program."""


def format_text(text: str, kind: type = EVENTS, languages: Sequence[str] = ()) -> str:
    """The canonical form of a text. `kind` is the type it holds, `languages` the order of its texts.

    Raises FormatError where the canonical form would say something else, ValueError for a text that is only a scalar.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return tree_text(read_tree(text), kind, languages, text)


def tree_text(tree: Tree, kind: type = EVENTS, languages: Sequence[str] = (), text: str = "") -> str:
    """The same for a tree, whose events are put in order. A tree of `text` is known to say what that says.

    Raises FormatError and ValueError as `format_text` does.
    """
    comments = sorted(comments_of(tree))
    if kind == EVENTS:
        _sort(tree)
    data = data_of(tree.root)
    formatted = TreeWriter(languages).file(tree, shape_of(kind), spaced=kind == EVENTS)
    if formatted != text:
        again = read_tree(formatted)
        if data_of(again.root) != data or sorted(comments_of(again)) != comments:
            raise FormatError("its canonical form would not say the same, which is a fault of this program")
    return formatted


def record_files(data: Path) -> Iterator[tuple[Path, type]]:
    """The files of the record at `data` (a folder, or the events.yaml in one) and the types they hold."""
    events = events_file(data)
    for key, (file, kind) in FILES.items():
        yield from ((path, kind) for path in (event_files(data) if key == "events" else [events.parent / file]))
    sources, _ = read_yaml(events.parent / FILES["sources"][0])
    records = (below(source, "record") for source in sources) if isinstance(sources, list) else ()
    for record in dict.fromkeys(record for record in records if isinstance(record, str)):
        if seed := seed_file(events.parent, record):
            yield seed, Seed
    yield from ((lesson, Lesson) for lesson in lesson_files(events.parent))


def record_languages(data: Path) -> tuple[str, ...]:
    """The languages that the settings of the record at `data` name; none where they can't be read."""
    nodes, _ = read_yaml(events_file(data).parent / FILES["settings"][0])
    languages = nodes.get("languages") if isinstance(nodes, dict) else None
    listed = languages if isinstance(languages, list) else ()
    return tuple(language for language in listed if language and isinstance(language, str))


def kind_of(path: Path, nodes: Node) -> type:
    """What a file holds, by its name, or else by the keys it uses most."""
    for file, kind in FILES.values():
        if path.name == file:
            return kind
    if path.resolve().parent.name == LESSONS:
        return Lesson
    if path.resolve().parent.name == EVENTS_FOLDER and isinstance(nodes, list):
        return EVENTS
    if isinstance(nodes, dict):
        return max((Seed, FILES["settings"][1], Lesson), key=lambda kind: len(nodes.keys() & shape_of(kind).fields))
    items = nodes if isinstance(nodes, list) else ()
    keys = {key for item in items if isinstance(item, dict) for key in item}
    lists = {kind: shape for _, kind in FILES.values() if (shape := shape_of(kind).items)}
    return max(lists, key=lambda kind: len(keys & lists[kind].fields.keys()))


def date_key(text: str) -> DateKey | None:
    """What events are sorted by, in the files as in the record; None for a text that is no date."""
    try:
        return parse(text).order
    except EdtfError:
        return None


def event_key(twig: Twig) -> DateKey | None:
    """The same for an event in a tree."""
    return date_key(event_date(twig))


def event_date(twig: Twig) -> str:
    """The date of an event in a tree, as it is written; "" for none."""
    parts = [] if isinstance(twig.value, Leaf) else twig.value.parts
    found = next((part.value for part in parts if part.key == "date"), None)
    return found.value or "" if isinstance(found, Leaf) else ""


def _sort(tree: Tree) -> None:
    """Sort events by date; one without a valid date stays below the same event as before."""
    if isinstance(tree.root, Leaf) or tree.root.is_map:
        return
    keys = list[tuple[bool, DateKey]]()
    key: tuple[bool, DateKey] = (False, ())
    for twig in tree.root.parts:
        own = event_key(twig)
        key = (True, own) if own else key
        keys.append(key)
    tree.root.parts = [twig for _, twig in sorted(zip(keys, tree.root.parts, strict=True), key=lambda pair: pair[0])]
