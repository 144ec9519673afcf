"""An interactive timeline that shows how we know: events made of claims, each in a passage of a source.

For programs and notebooks: `load`, `frames`, `select` and `figure`, which `timeline.library` describes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .library import Frames, QueryError, Record, RecordError, figure, frames, load, select

__version__ = "0.1.0"
__all__ = ["Frames", "QueryError", "Record", "RecordError", "figure", "frames", "load", "select"]


def __getattr__(name: str) -> object:
    """What the library offers, imported when it is first asked for: the command line starts without pandas."""
    if name in __all__:
        from . import library  # noqa: PLC0415

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
