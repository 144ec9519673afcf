"""A record as it was at a git revision: its files are read from git into a folder of their own, and loaded there.

Names of revisions come from the command line. They are passed to git as arguments, never as
options, and without a shell. The files of the work tree are not touched.
"""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..files import EVENTS, FILES, LESSONS, MEDIA, events_file
from ..load import read_record
from ..places import below, label_of
from ..problems.problem import Problem
from ..read.nodes import read_whole
from ..record import Record

TIMEOUT = 60  # seconds for one call of git
RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.\.\.|…|\.\.)(?P<new>.*)", re.DOTALL)


class RevisionError(Exception):
    """There is no such revision, no repository, or no git. The message says which, and what helps."""


@dataclass(frozen=True)
class Revision:
    """A commit: its full hash, and how messages call it."""

    commit: str
    name: str


def split_range(text: str) -> tuple[str, str, str] | None:
    """`main...HEAD` as (`main`, `...`, `HEAD`), `main…` as (`main`, `...`, ``); None where there are no dots."""
    found = RANGE.fullmatch(text)
    return (found["old"], found["dots"].replace("…", "..."), found["new"]) if found else None


def find_revision(name: str, folder: Path) -> Revision:
    """The commit that git calls `name` in the repository around a folder. Raises RevisionError."""
    _git(folder, "rev-parse", "--git-dir", problem=f"{folder} is in no git repository")
    problem = f"there is no file and no revision `{name}`"
    if name.startswith("-") or "\0" in name:
        raise RevisionError(problem)
    try:
        commit = _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", problem=problem
        )
    except RevisionError as error:
        raise RevisionError(f"{error}{_hint(name, folder)}") from None
    return Revision(commit.decode().strip(), name)


def find_merge_base(old: str, new: str, folder: Path) -> Revision:
    """The commit where two revisions parted. Raises RevisionError."""
    ends = [find_revision(name, folder).commit for name in (old, new)]
    problem = f"`{old}` and `{new}` have no commit in common; was the history fetched?"
    commit = _git(folder, "merge-base", *ends, problem=problem).decode().split(maxsplit=1)[0]
    return Revision(commit, f"{commit[:10]}, where {new} left {old}")


def read_revision(revision: Revision, data: Path) -> tuple[Record | None, list[Problem]]:
    """The record of a revision and its problems, like `read_record`; problems name files as `main:data/events.yaml`.

    `data` is the record's place in the work tree (a data folder, or the events.yaml inside one).
    """
    events = events_file(data)
    folder = events.parent
    prefix = (
        _git(folder, "rev-parse", "--show-prefix", problem=f"{folder} is in no git repository").decode().rstrip("\n")
    )
    with TemporaryDirectory(prefix="timeline-") as place:
        root = Path(place).resolve()
        inside = root / prefix
        inside.mkdir(parents=True, exist_ok=True)
        for name in (events.name, *(name for key, (name, _) in FILES.items() if key != "events")):
            _copy(revision, posixpath.normpath(prefix + name), root, folder)
        for name in (EVENTS, LESSONS):
            _copy_folder(revision, f"{prefix}{name}/", root, folder, ".yaml")
        _copy_folder(revision, f"{prefix}{MEDIA}/", root, folder)
        strays = _copy_seeds(revision, prefix, root, folder)
        own = inside / events.name
        record, problems = (None, strays) if strays else read_record(own if own.exists() else inside)
    return record, [_renamed(problem, revision.name, root) for problem in problems]


def _copy_folder(revision: Revision, place: str, root: Path, folder: Path, suffix: str = "") -> None:
    """Copy every file that a folder has in a revision, or those of a suffix; it may have none."""
    tree = ("ls-tree", "-r", "-z", "--full-tree", "--name-only", revision.commit, place)
    for path in filter(None, _git(folder, *tree, problem="no tree").decode(errors="replace").split("\0")):
        if path.endswith(suffix):
            _copy(revision, path, root, folder)


def _copy_seeds(revision: Revision, prefix: str, root: Path, folder: Path) -> list[Problem]:
    """Copy the seed records that sources.yaml names; a problem for each that would be outside the repository."""
    sources = root / prefix / FILES["sources"][0]
    parsed, _ = read_whole(sources)
    if parsed is None or not isinstance(parsed.root, list):
        return []
    problems = []
    for number, source in enumerate(parsed.root):
        record = below(source, "record")
        if not isinstance(record, str) or "\0" in record:
            continue
        path = posixpath.normpath(posixpath.join(prefix, record))
        if path.startswith("/") or path.split("/", 1)[0] == "..":
            where, message = (number, "record"), f"`{record}` is outside the repository"
            line, column = parsed.place_of(where)
            label, hint = label_of(parsed.root, where), "name it relative to the data folder"
            problems.append(Problem(str(sources), line, column, "seed-record", label, message, hint))
        else:
            _copy(revision, path, root, folder)
    return problems


def _copy(revision: Revision, path: str, root: Path, folder: Path) -> None:
    """Copy one file of a revision. Where it isn't there nothing is done: reading the record reports it."""
    try:
        content = _git(folder, "cat-file", "blob", f"{revision.commit}:{path}", problem="missing")
    except RevisionError:
        return
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def _renamed(problem: Problem, name: str, root: Path) -> Problem:
    try:
        return replace(problem, file=f"{name}:{Path(problem.file).resolve().relative_to(root).as_posix()}")
    except ValueError:
        return problem


def _hint(name: str, folder: Path) -> str:
    """Clones of a pull request often know a branch only by its remote name, or fetched a single commit."""
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"refs/remotes/origin/{name}", problem="")
    except RevisionError:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository", problem="").strip() == b"true"
        return "; this clone is shallow, fetch the whole history (fetch-depth: 0)" if shallow else ""
    return f"; did you mean `origin/{name}`?"


def _git(folder: Path, *arguments: str, problem: str) -> bytes:
    """What git prints. Raises RevisionError with `problem` where it fails."""
    command = ["git", "-C", str(folder), *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT, env=environment, check=False
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed, and revisions can't be read without it") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise RevisionError(f"{problem} ({error})") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        unsafe = "; git says: " + said[0] if said and "dubious ownership" in said[0] else ""
        raise RevisionError(problem + unsafe)
    return done.stdout
