"""A small record in which every field of the model is given, as plain values to make other records from."""

from __future__ import annotations

import json
from base64 import b64decode
from copy import deepcopy
from pathlib import Path
from typing import Any

DIGEST = "0" * 64
# A grey pixel, as a PNG.
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mPoAAAAigCJUps7QwAAAABJRU5ErkJggg==")
FIGURE = {"quantity": "people", "low": "1", "high": "2", "bound": "about", "unit": "kg", "scope": "here"}
CLAIM: dict[str, Any] = {
    "id": "c1",
    "source": "memo",
    "passage": "1",
    "url": "https://example.org/a",
    "locator": "p. 1",
    "via": "a friend",
    "archived": {"url": "https://web.archive.org/web/2024/https://example.org/a", "on": "2024-10-20"},
    "by": ["ann"],
    "asserted_on": "2001-02-04",
    "stance": "asserts",
    "says": {"en": "It did", "fr": "Oui"},
    "quote": {"text": "it did", "lang": "en"},
    "figure": {"quantity": "people", "value": "3"},
    "figures": [FIGURE, {"quantity": "people", "words": {"en": "Many", "fr": "Beaucoup"}}],
    "moved": {
        "origin": {"name": {"en": "There", "fr": "Là"}, "precision": "region", "lat": "1", "lon": "2"},
        "destination": {"name": {"en": "Here", "fr": "Ici"}, "precision": "city", "lat": "1.5", "lon": "2.5"},
    },
    "anchor": ["did"],
    "derives_from": "book",
    "note": {"en": "A note", "fr": "Une note"},
}
EVENT: dict[str, Any] = {
    "id": "first",
    "date": "2001-02-03",
    "date_note": {"en": "By its letter", "fr": "Par sa lettre"},
    "title": {"en": "It begins", "fr": "Début"},
    "short_title": {"en": "Begin", "fr": "Tôt"},
    "summary": {"en": "It begins here.", "fr": "Cela commence ici."},
    "kind": "thing",
    "status": "contested",
    "key": "false",
    "actors": ["ann"],
    "countries": ["FR"],
    "place": {"name": {"en": "Here in May", "fr": "Ici"}, "precision": "city", "lat": "1.5", "lon": "2.5"},
    "claims": [
        CLAIM,
        {**CLAIM, "id": "c2", "stance": "denies", "by": [], "passage": "2"},
        {**CLAIM, "id": "c3", "stance": "predicts", "asserted_on": "2001-01-04", "outcome": ["second"]},
    ],
    "disagreements": [
        {
            "about": "date",
            "sentence": {"en": "They differ", "fr": "Ils diffèrent"},
            "sides": [
                {"holds": {"en": "Yes", "fr": "Oui"}, "claims": ["c1"]},
                {"holds": {"en": "No", "fr": "Non"}, "claims": ["c2"]},
            ],
        }
    ],
    "relates": [{"type": "contradicts", "event": "second"}],
    "media": {
        "file": "media/dot.png",
        "alt": {"en": "A dot", "fr": "Un point"},
        "caption": {"en": "It", "fr": "Lui"},
        "by": "Ann",
        "licence": "CC0",
    },
    "updated": "2001-12-01",
}
SECOND = {**EVENT, "id": "second", "part_of": "first", "disagreements": [], "relates": [], "status": "reported"}
NAME = {"en": "One", "fr": "Un"}
DAYS = {"start": "2001-01-01", "end": "2001-12-31"}
FULL: dict[str, Any] = {
    "settings": {
        "id": "full",
        "title": NAME,
        "subtitle": NAME,
        "languages": ["en", "fr"],
        "updated": "2002-01-01",
        "changes": NAME,
        "licence": "CC BY 4.0",
        "window": "all",
        "replay": DAYS,
        "documents": NAME,
        "presets": [{"id": "all", "name": NAME, **DAYS}],
        "chapters": [
            {
                "id": "one",
                "name": NAME,
                **DAYS,
                "sentence": NAME,
                "question": NAME,
                "filter": {
                    "actor": ["ann"],
                    "country": ["FR"],
                    "kind": ["thing"],
                    "source": ["memo"],
                    "status": ["contested"],
                },
            }
        ],
        "kinds": [
            {"id": "thing", "name": NAME, "symbol": "star", "light": "#3a49b8", "dark": "#9aaaff", "speech": "false"}
        ],
        "quantities": [{"id": "people", "name": NAME}],
        "units": [{"id": "kg", "name": NAME}],
        "scopes": [{"id": "here", "name": NAME}],
        "translation_exceptions": [
            {"text": f"[{key}].place.name", "reason": "it is shorter"} for key in ("first", "second")
        ],
    },
    "actors": [{"id": "ann", "name": NAME, "type": "person", "country": "FR", "role": NAME}],
    "sources": [
        {
            "id": "memo",
            "name": {"en": "Memo", "fr": "Note"},
            "type": "seed",
            "country": "FR",
            "language": ["en"],
            "record": "memo.yaml",
        },
        {"id": "book", "name": {"en": "Book", "fr": "Livre"}, "type": "book"},
    ],
    "events": [EVENT, SECOND],
    "memo": {
        "id": "memo",
        "file": "memo.txt",
        "title": "Memo",
        "outlet": "Office",
        "author": "Ann",
        "language": "en",
        "published": "2001-02-05",
        "published_note": NAME,
        "nature": NAME,
        "sha256": DIGEST,
        "paragraphs": [
            {"n": "1", "sha256": DIGEST, "gist": NAME, "misprint": NAME},
            {"n": "2", "sha256": DIGEST, "gist": NAME},
        ],
    },
}

Steps = tuple[str | int, ...]


def with_value(path: Steps, value: object) -> dict[str, Any]:
    """The full record with another value at `path`, whose first step is the name of a file."""
    record = deepcopy(FULL)
    node: Any = record
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return record


def value_at(path: Steps) -> Any:
    """What the full record has at `path`."""
    node: Any = FULL
    for step in path:
        node = node[step]
    return node


def write(record: dict[str, Any], folder: Path) -> Path:
    """The record as files of YAML, a line for each value, with its picture; texts are written in JSON's quotes."""
    (folder / "media").mkdir(parents=True, exist_ok=True)
    (folder / "media" / "dot.png").write_bytes(PICTURE)
    for name, content in record.items():
        (folder / f"{name}.yaml").write_text(json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")
    return folder
