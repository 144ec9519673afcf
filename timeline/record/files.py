"""The files of a record: which they are, and how messages call them."""

from __future__ import annotations

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
EVENTS = "events"  # the folder that holds the files of a long list of events, in place of the one file
LESSONS = "lessons"  # the folder beside them that holds a file for each lesson; a record may do without
MEDIA = "media"  # the folder beside them that holds the record's pictures; a record may do without
SEEDS = "seeds"  # the folder beside a record's own that its seed records may stand in


def events_file(data: Path) -> Path:
    """The events file of the record at `data`, which is a folder or that file itself.

    A path that isn't there yet is taken for a file if it has a suffix.
    """
    return data / FILES["events"][0] if data.is_dir() or not data.suffix else data


def event_files(data: Path) -> list[Path]:
    """The files that hold the events of the record at `data`: the one, or those of the folder `events/` by their names.

    Where there are both it is the one, and reading the record reports the others.
    """
    own = events_file(data)
    return [own] if not data.is_dir() or own.exists() else split_files(data) or [own]


def split_files(folder: Path) -> list[Path]:
    """The files of the folder `events/` of the record in `folder`, by their names."""
    return _yaml_files(folder / EVENTS)


def lesson_files(folder: Path) -> list[Path]:
    """The lessons beside the files of a record in `folder`, in the order of their names: a YAML file each."""
    return _yaml_files(folder / LESSONS)


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.yaml") if not file.name.startswith("."))


def record_folder(file: Path) -> Path:
    """The folder of the record that a file of its own stands in, perhaps one folder further down."""
    own = file.parent
    return own.parent if own.name in (EVENTS, LESSONS) and (own.parent / FILES["settings"][0]).is_file() else own


def media_files(folder: Path) -> list[Path]:
    """The files in `media/` of the record in `folder`, in the order of their names; none that begins with a dot."""
    return sorted(path for path in (folder / MEDIA).rglob("[!.]*") if path.is_file())


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
