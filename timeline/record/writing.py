"""How a file is written: whole or not at all, by one of our commands at a time, never over what somebody else wrote."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .files import resolved

DRAFT = ".timeline-draft-"  # how the names of files begin that are about to take another's place
OLD = 3600  # seconds after which a draft is nobody's, where it can't be asked who writes it
PATIENCE = 30  # seconds to wait for another command


class WriteError(Exception):
    """A file that could not be written. The message names it and says why."""


def write_atomically(path: Path, content: bytes, was: bytes | None = None) -> None:
    """Write a file, new or old, so that nobody ever sees it half written.

    The content goes into a new file beside it, which then takes its name. A symbolic link is followed; a pipe or a
    device is written into. `was` is what the new content was made from: where the file holds something else by now,
    it stays. Raises WriteError, and then the file is as it was.
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
            replace_with(draft, target, was)
    except (OSError, RuntimeError, ValueError) as error:
        raise WriteError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from None


def replace_with(draft: Path, path: Path, was: bytes | None) -> None:
    """Let a draft take the place of a file that still holds `was` (None: whatever it holds). Raises WriteError."""
    if was is not None and path.read_bytes() != was:
        raise WriteError(
            f"cannot write {path}: it was changed at the same time, and is left as it is; run the command again"
        )
    os.replace(draft, path)


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a new file beside `path`, with the permissions of `path` if that is there.

    The new file is deleted at the end unless it was moved. One that a command left that was ended is deleted too.
    """
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{DRAFT}{os.getpid()}-", suffix=path.suffix)
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


@contextmanager
def editing(folder: Path) -> Iterator[None]:
    """While it lasts, no other of our commands edits the record in `folder`. Raises WriteError where one goes on."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 only commands that write need it

    name = hashlib.sha256(os.fsencode(resolved(folder))).hexdigest()[:16]
    user = getattr(os, "getuid", lambda: "")()  # a lock of somebody else's couldn't be opened
    try:
        with FileLock(Path(tempfile.gettempdir()) / f"timeline-{user}-{name}.lock", timeout=PATIENCE):
            yield
    except Timeout:
        raise WriteError(f"another command is editing the record in {folder}; nothing was written") from None


def _sweep(folder: Path) -> None:
    """Delete the drafts of commands that run no longer."""
    for draft in folder.glob(f"{DRAFT}*"):
        with suppress(OSError, ValueError):
            if not _is_being_written(draft):
                draft.unlink()


def _is_being_written(draft: Path) -> bool:
    writer = int(draft.name.removeprefix(DRAFT).split("-", 1)[0])
    if os.name == "nt":  # where asking for a process by `os.kill` ends it
        return time.time() - draft.stat().st_mtime < OLD
    try:
        os.kill(writer, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
