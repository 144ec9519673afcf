"""Words of a part of the program that not every page carries: one JSON file a language, in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from . import STANDBY


class Book:
    """The words in a folder, read when they are first asked for."""

    def __init__(self, folder: Path):
        self.folder = folder

    @cached_property
    def languages(self) -> Mapping[str, Mapping[str, str]]:
        """{language: {key: words}} of every file."""
        files = sorted(self.folder.glob("*.json"))
        return MappingProxyType({file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files})

    def words_of(self, language: str) -> Mapping[str, str]:
        """What a language's file says, {key: words}; nothing where there is no such file."""
        return self.languages.get(language, MappingProxyType({}))

    def text(self, key: str, language: str, **values: object) -> str:
        """The words for `key` in `language` (English where it has none), with `{name}` parts filled in.

        Raises KeyError for a key that English lacks.
        """
        words = self.words_of(language).get(key) or self.words_of(STANDBY)[key]
        return words.format(**values) if values else words
