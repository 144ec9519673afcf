"""A record as it would be with what is brought: checked first, then written wholly or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..record.edit.canon import record_files, tree_text
from ..record.edit.schemas import refresh_schemas
from ..record.edit.tree import Branch, Tree
from ..record.edit.tree_reader import read_tree
from ..record.files import FILES, MEDIA, SEEDS, events_file, resolved, shown
from ..record.load import read_record
from ..record.problems.problem import ERROR, Problem
from ..record.read.nodes import read_yaml
from ..record.record import Record
from ..record.rules.walk import Rule
from ..record.writing import WriteError, editing, write_atomically
from .errors import BringError

ASIDE = re.compile(rf"\.|README|LICEN[CS]E|{MEDIA}$", re.IGNORECASE)  # what may stand in a folder that becomes a record


@dataclass
class Draft:
    """The trees of a record's files, by their keys in `files.FILES`, to be changed, checked and written.

    `was` holds the bytes of the files that are there; a record that isn't there yet has none. `further` and `of_sound`
    are the rules of later stages that it is checked by too, as `read_record` takes them.
    """

    folder: Path
    events: Path
    trees: dict[str, Tree]
    was: Mapping[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    further: Sequence[Rule] = ()
    of_sound: Sequence[Rule] = ()

    def path(self, key: str) -> Path:
        """Where a file of the record stands, or will."""
        return self.events if key == "events" else self.folder / FILES[key][0]

    @property
    def roots(self) -> dict[str, Branch]:
        """The list or map that each file holds."""
        return {key: tree.root for key, tree in self.trees.items() if isinstance(tree.root, Branch)}

    @property
    def is_new(self) -> bool:
        """True of a record that isn't there yet."""
        return not self.was

    def languages(self) -> tuple[str, ...]:
        """The languages of the settings as they are now."""
        listed = next((twig.value for twig in self.roots["settings"].parts if twig.key == "languages"), None)
        parts = listed.parts if isinstance(listed, Branch) else []
        return tuple(text for part in parts if isinstance(text := getattr(part.value, "value", None), str))

    def changed(self) -> list[str]:
        """The keys of the files that would be written."""
        return [key for key, text in self.texts.items() if self.was.get(key) != text.encode()]

    def write(self) -> list[Path]:
        """Write the files that changed. Raises WriteError, before the first where another program changed one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with editing(self.folder):
            for key in self.was:
                if resolved(self.path(key)).read_bytes() != self.was[key]:
                    raise WriteError(f"{shown(self.path(key))} was changed at the same time; run the command again")
            paths = [self.path(key) for key in self.changed()]
            for key in self.changed():
                write_atomically(self.path(key), self.texts[key].encode(), self.was.get(key))
            return paths + refresh_schemas(self.events)


def open_draft(data: Path) -> Draft:
    """The draft of the record at `data`, which may be a new folder. Raises BringError where its files can't be read."""
    events = events_file(data)
    folder = events.parent
    paths = {key: events if key == "events" else folder / name for key, (name, _) in FILES.items()}
    there = [path for path in paths.values() if path.exists()]
    if not there:
        if folder.is_dir() and any(not ASIDE.match(path.name) for path in folder.iterdir()):
            raise BringError(f"`{folder}` holds something else than a record; name a new folder")
        return Draft(folder, events, {key: Tree(Branch(key == "settings")) for key in FILES})
    trees, was = {}, {}
    for key, path in paths.items():
        root, problems = read_yaml(path, shown(path))
        if problems or not isinstance(root, dict if key == "settings" else list):
            raise BringError(str(problems[0]) if problems else f"{shown(path)} holds no {key}")
        was[key] = path.read_bytes()
        trees[key] = read_tree(was[key].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    return Draft(folder, events, trees, was)


@dataclass(frozen=True)
class Checked:
    """A draft as `check` sees it: the record, None where there is an error, and the problems by the names of the files
    as they will be. `files` are those of the draft, by their keys, with these names."""

    record: Record | None
    problems: Sequence[Problem]
    files: Mapping[str, tuple[str, Path]]

    @property
    def refused(self) -> bool:
        """True where there is an error."""
        return any(problem.severity == ERROR for problem in self.problems)


@contextmanager
def checked(draft: Draft, touched: Sequence[str]) -> Iterator[Checked]:
    """Give the draft, checked in a folder of its own that is there until the end; `touched` are the files to format.

    The others keep their bytes.
    """
    for key in FILES:
        if key in touched or draft.is_new:
            draft.texts[key] = tree_text(draft.trees[key], FILES[key][1], draft.languages())
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "record"
        _copy(draft, folder)
        files = {key: (shown(draft.path(key)), folder / FILES[key][0]) for key in FILES}
        for key, (_, path) in files.items():
            path.write_bytes(draft.texts[key].encode() if key in draft.texts else draft.was[key])
        record, problems = read_record(folder, thorough=True, further=draft.further, of_sound=draft.of_sound)
        names = {shown(path): name for name, path in files.values()}
        named = [replace(problem, file=names.get(problem.file, problem.file)) for problem in problems]
        yield Checked(record, named, files)


def _copy(draft: Draft, folder: Path) -> None:
    """The other files of the record, pictures, lessons and seed records, to where the draft is checked."""
    folder.mkdir()
    if (draft.folder / MEDIA).is_dir():
        shutil.copytree(draft.folder / MEDIA, folder / MEDIA, symlinks=True)
    if draft.is_new:
        return
    own, beside = resolved(draft.folder), resolved(draft.folder).parent / SEEDS
    for path, _ in record_files(draft.events):
        place = resolved(path)
        if place.is_relative_to(own):
            target = folder / place.relative_to(own)
        elif place.is_relative_to(beside):
            target = folder.parent / SEEDS / place.relative_to(beside)
        else:
            continue
        if place.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place, target)
