"""A record as it would be with what is brought: checked first, then written wholly or not at all."""

from __future__ import annotations

import difflib
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..record.edit.canon import event_date, record_files, tree_text
from ..record.edit.schemas import refresh_schemas
from ..record.edit.split import dates_in, file_for
from ..record.edit.tree import Branch, Leaf, Tree, Twig
from ..record.edit.tree_reader import read_tree
from ..record.files import FILES, MEDIA, SEEDS, event_files, events_file, resolved, shown
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

    `was` and `texts` hold the bytes of the files that are there and the texts that they get, by keys too; a record that
    isn't there yet has none. Where events stand in several files, their tree has the events of all, `parts` are the
    files, `homes` says which event is in which, and a file's key is its path below the folder. `further` and `of_sound`
    are the rules of later stages that it is checked by too, as `read_record` takes them.
    """

    folder: Path
    events: Path
    trees: dict[str, Tree]
    was: Mapping[str, bytes] = field(default_factory=dict)
    parts: dict[Path, Tree] = field(default_factory=dict)
    homes: dict[Twig, Path] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    further: Sequence[Rule] = ()
    of_sound: Sequence[Rule] = ()

    def path(self, key: str) -> Path:
        """Where a file of the record stands, or will."""
        return self.events if key == "events" else self.folder / (FILES[key][0] if key in FILES else key)

    def files(self) -> dict[str, Tree]:
        """The trees of all files by their keys, with each event in its own file."""
        if not self.parts:
            return self.trees
        events = self.roots["events"]
        dates: dict[Path, list[Twig]] = {path: [] for path in self.parts}
        for twig in events.parts:
            if twig in self.homes:
                dates[self.homes[twig]].append(twig)
        keys = {path: dates_in(twigs) for path, twigs in dates.items()}
        for twig in events.parts:
            if twig not in self.homes:
                dates[self.homes.setdefault(twig, file_for(event_date(twig), keys))].append(twig)
        for path, tree in self.parts.items():
            tree.root = Branch(False, dates[path])
        others = {key: tree for key, tree in self.trees.items() if key != "events"}
        return others | {path.relative_to(self.folder).as_posix(): tree for path, tree in self.parts.items()}

    def diff(self) -> str:
        """What would be written, as a unified diff."""
        found = list[str]()
        for key in self.changed():
            name, old = shown(self.path(key)), self.was.get(key, b"").decode("utf-8-sig")
            before, after = (text.splitlines(keepends=True) for text in (old, self.texts[key]))
            found += difflib.unified_diff(before, after, name, name)
        return "".join(found)

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
            return paths + refresh_schemas(self.folder if self.parts else self.events)


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
    draft, was = Draft(folder, events, {}), dict[str, bytes]()
    split = event_files(data)
    for key, path in paths.items():
        if key != "events" or len(split) == 1 and split[0] == path:
            was[key], draft.trees[key] = _opened(path, key)
            continue
        whole = Branch(False)
        for file in split:
            was[file.relative_to(folder).as_posix()], draft.parts[file] = _opened(file, key)
            twigs = branch.parts if isinstance(branch := draft.parts[file].root, Branch) else []
            draft.homes |= dict.fromkeys(twigs, file)
            whole.parts += twigs
        draft.trees[key] = Tree(whole)
    return replace(draft, was=was)


def _opened(path: Path, key: str) -> tuple[bytes, Tree]:
    """A file and its tree. Raises BringError."""
    root, problems = read_yaml(path, shown(path))
    if problems or not isinstance(root, dict if key == "settings" else list):
        raise BringError(str(problems[0]) if problems else f"{shown(path)} holds no {key}")
    content = path.read_bytes()
    return content, read_tree(content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True)
class Checked:
    """A draft as `check` sees it: the record, None where there is an error, and the problems by the names of the files
    as they will be. `files` are those of the draft, with these names, where they stand for now, and what they hold."""

    record: Record | None
    problems: Sequence[Problem]
    files: Sequence[tuple[str, Path, Leaf | Branch]]

    @property
    def refused(self) -> bool:
        """True where there is an error."""
        return any(problem.severity == ERROR for problem in self.problems)


@contextmanager
def checked(draft: Draft, touched: Sequence[str]) -> Iterator[Checked]:
    """Give the draft, checked in a folder of its own that is there until the end; `touched` are the files to format.

    The others keep their bytes.
    """
    trees = draft.files()
    for key, tree in trees.items():
        kind = key.split("/")[0]
        if kind in touched or draft.is_new:
            draft.texts[key] = tree_text(tree, FILES[kind][1], draft.languages())
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "record"
        _copy(draft, folder)
        paths = {key: folder / (FILES[key][0] if key in FILES else key) for key in trees}
        for key, path in paths.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(draft.texts[key].encode() if key in draft.texts else draft.was[key])
        record, problems = read_record(folder, thorough=True, further=draft.further, of_sound=draft.of_sound)
        files = [(shown(draft.path(key)), path, trees[key].root) for key, path in paths.items()]
        names = {shown(path): name for name, path, _ in files}
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
