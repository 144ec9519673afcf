"""Writing a file so that it is either the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a new file beside `path`, with its permissions where there is one. The file is gone afterwards unless it was moved."""
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
            draft.chmod(
                0o666 & ~_umask()
            )  # a draft is private at first; a new file is what other programs would make it
        yield draft
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the content of a file, keeping its permissions; behind a symbolic link, that of the file it leads to."""
    path = path.resolve()
    with written_beside(path, content) as draft:
        os.replace(draft, path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
