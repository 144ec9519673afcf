"""Which record a file belongs to, so that one file can be checked with all that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..files import FILES, resolved
from ..problems.problem import Problem
from .canon import record_files


def record_of(file: Path, data: Path) -> Path | None:
    """The record that `file` belongs to: that at `data`, or one in the file's folder or in a folder beside that.

    A folder belongs to the record in it. The answer is what `read_record` takes, None where there is none.
    """
    if file.is_dir():
        return file if _has_settings(file) else None
    wanted = resolved(file)
    for record in (data, *_near(wanted)):
        if any(resolved(path) == wanted for path, _ in record_files(record)):
            return record
    return None


def problems_of(problems: Iterable[Problem], files: Iterable[Path]) -> list[Problem]:
    """The problems that are in one of the files, or in a file of one of the folders and of its seed records."""
    wanted = set()
    for file in files:
        wanted |= {resolved(path) for path, _ in record_files(file)} if file.is_dir() else {resolved(file)}
    return [problem for problem in problems if resolved(Path(problem.file)) in wanted]


def _near(file: Path) -> Iterator[Path]:
    """Folders with a record: the file's own, the one above, and those beside its own (as `data/` beside `seeds/`)."""
    above = file.parent.parent
    try:
        beside = sorted(folder for folder in above.iterdir() if folder.is_dir())
    except OSError:
        beside = []
    return (folder for folder in dict.fromkeys((file.parent, above, *beside)) if _has_settings(folder))


def _has_settings(folder: Path) -> bool:
    return (folder / FILES["settings"][0]).is_file()
