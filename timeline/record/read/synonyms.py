"""What people call the fields of a record, in English and French: `location` is `place`, and so is « lieu ».

One table, in `words/`, for the hint of a field that isn't known and for the columns of a spreadsheet.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

from ..folding import letters

WORDS = Path(__file__).with_name("words")  # as `letters` gives them; those of `end`, `year` and `month` are no fields
PARTS_OF_DATES = {
    "end": 'an end stands in `date`, behind a slash: `date: "2024-07/2024-09"`',
    "year": 'a year is a date: `date: "1996"`',
    "month": 'a month stands in `date`: `date: "2024-10"`',
}


@cache
def synonyms() -> dict[str, dict[str, tuple[str, ...]]]:
    """By language, the words for each field."""
    found = {}
    for language in ("en", "fr"):
        table = json.loads((WORDS / f"{language}.json").read_text(encoding="utf-8"))
        found[language] = {field: tuple(words.split()) for field, words in table.items()}
    return found


def meant_by(word: str, fields: Collection[str]) -> str:
    """A hint at those of the fields that people call by this word; "" where it is none of them."""
    plain = letters(word)
    if "date" in fields:
        for part, hint in PARTS_OF_DATES.items():
            if any(plain in table[part] for table in synonyms().values()):
                return hint
    found = fields_called(word, fields)
    return f"did you mean {' or '.join(f'`{field}`' for field in found)}?" if found else ""


def fields_called(word: str, fields: Collection[str]) -> list[str]:
    """Those of the fields that people call by this word, in their order."""
    plain = letters(word)
    return [field for field in fields if any(plain in table.get(field, ()) for table in synonyms().values())]
