"""Pictures are files beside the record that every browser shows (errors), and none lies there unused (a warning)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from ..model.model import Picture
from ..pictures import Refused
from ..places import Steps
from ..problems.problem import Problem, visible
from ..record import Record
from .walk import EventsFile, claims_of, events_of


def pictures_can_be_shown(record: Record) -> Iterator[Problem]:
    """picture-file, picture-type, picture-size: a picture is a file in `media/` beside the record, no link out of it
    and no address; by what is in it, and by its name, it is a PNG, JPEG or WebP that stands still; it has at most
    500 kB, and at most 2,400 px on its longer side.
    """
    for document, path, picture in _pictures_of(record):
        found = record.documents.pictures.get(picture.file)
        if isinstance(found, Refused):
            yield document.problem((*path, "file"), found.code, found.message, found.hint)


def _pictures_of(record: Record) -> Iterator[tuple[EventsFile, Steps, Picture]]:
    for document, index, event in events_of(record):
        if event.media:
            yield document, (index, "media"), event.media
    for document, steps, _, claim in claims_of(record):
        if claim.media:
            yield document, (*steps, "media"), claim.media


def pictures_are_used(record: Record) -> Iterator[Problem]:
    """unused-picture: an event or a claim shows each file in `media/`."""
    for name in record.documents.unused:
        problem = record.documents.events.problem(
            (),
            "unused-picture",
            "no event and no claim shows this file",
            "name it as the `file` of a `media`, or delete it",
        )
        file = (PurePath(problem.file).parent / name).as_posix()
        yield replace(problem, file=visible(file), line=0, column=0, path="")


ERRORS = (pictures_can_be_shown,)
WARNINGS = (pictures_are_used,)
