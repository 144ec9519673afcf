"""The schemas of a record as files beside it, which the first line of each file leads editors to."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from ...installed import program
from ..files import FILES, event_files, events_file, lesson_files, resolved, shown
from ..model.known import Known, known_of
from ..model.schema import home_of, schema_text
from ..model.settings import Settings
from ..places import below
from ..problems.codes import severity_of
from ..problems.problem import Problem
from ..read.document import read_document
from ..read.nodes import read_yaml
from ..record import Record, files_of
from ..typography import typeset_all
from ..writing import write_atomically

MODELINE = re.compile(r"\A\ufeff?# yaml-language-server: \$schema=(\S+)\n?")
OWN = "schema"  # the folder beside a record's files that holds them, unless a first line leads elsewhere
NAMES = {"events": "event", "actors": "actor", "sources": "source", "settings": "settings"}


def modeline(schema: Path, file: Path) -> str:
    """The first line of a file that leads to a schema."""
    return f"# yaml-language-server: $schema={Path(os.path.relpath(schema, file.parent)).as_posix()}"


def schema_of(file: Path) -> Path | None:
    """The schema on this machine that the first line of a file leads to; None for none."""
    try:
        with file.open(encoding="utf-8") as lines:
            found = MODELINE.match(lines.readline())
    except (OSError, ValueError):
        return None
    return resolved(file.parent / found[1]) if found and "://" not in found[1] else None


def schema_folder(data: Path, known: Known) -> Path:
    """The folder of the schemas of the record at `data`: where its events lead, unless another record's are there."""
    led = schema_of(event_files(data)[0])
    return led.parent if led and (not led.exists() or _is_of(led, known)) else events_file(data).parent / OWN


def files_with_schema(data: Path) -> Iterator[tuple[Path, str]]:
    """The files of a record that have a schema, with the names of these."""
    events = events_file(data)
    for key, name in NAMES.items():
        yield from (
            (file, name) for file in (event_files(data) if key == "events" else [events.parent / FILES[key][0]])
        )
    yield from ((file, "lesson") for file in lesson_files(events.parent))


def known_at(data: Path) -> Known:
    """What is known of the record at `data`, whatever state its other files are in; of one without settings nothing."""
    folder = events_file(data).parent
    settings, _ = read_document(folder / FILES["settings"][0], Settings)
    if settings is None:
        return Known()
    language = settings.value.languages[0]
    actors, sources = (_named(folder / FILES[key][0], language) for key in ("actors", "sources"))
    events = (own for file in event_files(data) for own in _named(file, language))
    return known_of(settings.value, actors, sources, events)


def _named(file: Path, language: str) -> dict[str, str]:
    """The ids of the items of a file, with their names as readers see them."""
    items, _ = read_yaml(file)
    found = {}
    for item in items if isinstance(items, list) else ():
        own, name = below(item, "id"), below(below(item, "name"), language)
        if isinstance(own, str):
            found[own] = typeset_all({language: name})[language] if isinstance(name, str) else ""
    return found


def known_in(record: Record) -> Known:
    """The same of a record that has been read."""
    language = record.settings.languages[0]
    actors = {actor.id: actor.name.get(language, "") for actor in record.actors.values()}
    sources = {source.id: source.name.get(language, "") for source in record.sources.values()}
    return known_of(record.settings, actors, sources, (event.id for event in record.events))


def write_schemas(data: Path) -> list[Path]:
    """Write the schemas of the record at `data` where they are missing or stale, and the lines that lead to them.

    Returns the files that were written. Raises WriteError.
    """
    known, written = known_at(data), list[Path]()
    folder = schema_folder(data, known)
    folder.mkdir(exist_ok=True)
    for file, name in files_with_schema(data):
        schema = folder / f"{name}.json"
        for path, text in ((schema, schema_text(name, known)), (file, _led(file, schema))):
            if path not in written and text is not None and not _holds(path, text):
                write_atomically(path, text.encode())
                written.append(path)
    return written


def _led(file: Path, schema: Path) -> str | None:
    """The text of a file with the line that leads to its schema; None where it can't be read."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None
    if schema_of(file) == resolved(schema):
        return text
    return f"{modeline(schema, file)}\n{MODELINE.sub('', text)}"


def refresh_schemas(data: Path) -> list[Path]:
    """Write those schemas of the record anew that are there and stale. Returns them. Raises WriteError.

    One that says that it is another record's is left alone.
    """
    known, written = known_at(data), list[Path]()
    for file, name in files_with_schema(data):
        schema = schema_of(file)
        if schema and schema not in written and known.record and _is_of(schema, known):
            text = schema_text(name, known)
            if not _holds(schema, text):
                write_atomically(schema, text.encode())
                written.append(schema)
    return written


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()


def _is_of(schema: Path, known: Known) -> bool:
    try:
        there = json.loads(schema.read_bytes())
    except (OSError, ValueError):
        return False
    return bool(below(there, "$comment") == home_of(known))


def schemas_are_fresh(record: Record) -> Iterator[Problem]:
    """The schemas that are there are those of the record. A rule of the command `check`, which knows the files."""
    documents, seen = record.documents, set[Path]()
    named = [
        *((document, "event") for document in files_of(documents.events)),
        (documents.actors, "actor"),
        (documents.sources, "source"),
        (documents.settings, "settings"),
        *((lesson, "lesson") for lesson in documents.lessons.values()),
    ]
    known = known_in(record)
    for document, name in named:
        schema = schema_of(Path(document.name))
        if schema is None or schema in seen or not schema.is_file():
            continue
        seen.add(schema)
        if not _holds(schema, schema_text(name, known)):
            message = f"`{shown(schema)}` is not the schema that this record has by now"
            hint = f"`{program()} {'fmt' if _is_of(schema, known) else 'schema --write'}` writes it"
            yield Problem(document.name, 1, 1, "stale-schema", "", message, hint, severity_of("stale-schema"))
