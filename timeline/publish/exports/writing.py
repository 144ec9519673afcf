"""Writing what leaves to a file: wholly, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from ...record.files import written_beside


class WriteError(Exception):
    """A file that could not be written. The message names it and says why."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file, new or old, so that it is never seen half written: into a new file beside it, which then takes
    its name. Behind a symbolic link the file it leads to is written; a pipe or a device is written into.

    Raises WriteError; then the file is as it was.
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
