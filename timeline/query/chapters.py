"""A query string read against a record: where it names a chapter, with what the chapter stands for.

The browser's twin is `expanded` in `assets/src/model/chapters.js`.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from ..record.model.settings import Chapter
from ..record.record import Record
from .spec import FilterSpec, parse_query, vocabulary


def read_query(record: Record, query: str) -> FilterSpec:
    """The specification of a query string (with or without `?`), as `parse_query` reads it, its chapter replaced by the
    chapter's days and filter. Days that the query gives itself count, and leave the chapter aside."""
    spec = parse_query(query, vocabulary(record))
    chapter = next((each for each in record.settings.chapters if each.id == spec.text("chapter")), None)
    if chapter is None:
        return spec
    values = {key: value for key, value in spec.values.items() if key != "chapter"}
    if "window" not in values:
        values |= _meant(chapter)
    return replace(spec, values=MappingProxyType(values))


def _meant(chapter: Chapter) -> dict[str, tuple[str, ...] | str]:
    """What a chapter stands for: its window, and the words of each facet that it names."""
    chosen = chapter.filter.model_dump(exclude_defaults=True) if chapter.filter else {}
    window = f"{chapter.start.earliest.isoformat()}/{chapter.end.latest.isoformat()}"
    return {**{facet: tuple(words) for facet, words in chosen.items()}, "window": window}
