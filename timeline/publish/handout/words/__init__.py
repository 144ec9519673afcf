"""The words of the handouts: one JSON file a language. They stand apart from those of the interface, which every page
carries.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ....view.words import STANDBY

FOLDER = Path(__file__).parent


def text(key: str, language: str, **values: object) -> str:
    """The words for `key` in `language` (English where it has none), with `{name}` parts filled in.

    Raises KeyError for a key that English lacks.
    """
    words = words_of(language).get(key) or words_of(STANDBY)[key]
    return words.format(**values) if values else words


@cache
def words_of(language: str) -> Mapping[str, str]:
    """What a language's file says, {key: words}; nothing where there is no such file."""
    file = FOLDER / f"{language}.json"
    known = {found.name: found for found in FOLDER.glob("*.json")}
    return MappingProxyType(json.loads(known[file.name].read_text(encoding="utf-8")) if file.name in known else {})
