"""The files of a record: which they are, how messages call them, and how any file is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .model.model import Actor, Event, Source
from .model.settings import Settings

# The files of a record: (name of the file, type of its content).
FILES: dict[str, tuple[str, type]] = {
    "settings": ("settings.yaml", Settings),
    "actors": ("actors.yaml", list[Actor]),
    "sources": ("sources.yaml", list[Source]),
    "events": ("events.yaml", list[Event]),
}
LESSONS = "lessons"  # the folder beside them that holds a file for each lesson; a record may do without
SEEDS = "seeds"  # the folder beside a record's own that its seed records may stand in


class WriteError(Exception):
    """A file that could not be written. The message names it and says why."""


def events_file(data: Path) -> Path:
    """The events file of the record at `data`, which is a folder or that file itself.

    A path that isn't there yet is taken for a file if it has a suffix.
    """
    return data / FILES["events"][0] if data.is_dir() or not data.suffix else data


def lesson_files(folder: Path) -> list[Path]:
    """The lessons beside the files of a record in `folder`, in the order of their names: a YAML file each."""
    return sorted((folder / LESSONS).glob("*.yaml"))


def resolved(path: Path) -> Path:
    """The path without links and dots; where a circle of links or a zero byte keeps that from being known, as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def seed_file(folder: Path, record: str) -> Path | None:
    """The file of a seed record, as a source of the record in `folder` names it; None where that is none of its own.

    Its own are those in its folder and in `seeds/` beside it, wherever links lead.
    """
    own = (resolved(folder), resolved(folder).parent / SEEDS)
    file = folder / record
    return file if "\0" not in record and any(map(resolved(file).is_relative_to, own)) else None


def shown(path: Path) -> str:
    """The path as messages show it: relative to the working directory where it is inside it."""
    file = resolved(path)
    return file.relative_to(Path.cwd()).as_posix() if file.is_relative_to(Path.cwd()) else str(path)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file, new or old, so that nobody ever sees it half written.

    The content goes into a new file beside it, which then takes its name. A symbolic link is followed; a pipe or a
    device is written into. Raises WriteError, and then the file is as it was.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise WriteError(f"cannot write {path}: it is a folder")
        if not target.parent.is_dir():
            raise WriteError(f"cannot write {path}: there is no folder {path.parent}")
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        with written_beside(target, content) as draft:
            os.replace(draft, target)
    except (OSError, ValueError) as error:
        raise WriteError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from None


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a new file beside `path`, with the permissions of `path` if that is there.

    The new file is deleted at the end unless it was moved.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        else:
            draft.chmod(0o666 & ~_umask())  # what other programs give a new file; a temporary one is private
        yield draft
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
