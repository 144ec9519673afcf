"""A lesson as a SCORM 1.2 package: the timeline in one file, and a page that shows the lesson in it and reports."""

from __future__ import annotations

from ...query.addresses import events_of
from ...query.exercises.exercise import exercise
from ...query.exercises.items import Choice, Item, Match
from ...record.model.lesson import Lesson
from ...record.record import Record
from ..page.bundle import built
from ..page.single import FILE, single_file
from .package import zipped
from .qti import filled

FILES = ("index.html", "scorm.js", FILE)


def path_of(key: str, language: str) -> str:
    """Where a package stands on the server and on a static site: `lessons/ID.en.scorm.zip`."""
    return f"lessons/{key}.{language}.scorm.zip"


def scorm_package(record: Record, key: str, language: str) -> bytes:
    """The lesson `key` in a language. It reports the step, completion with the last one, and how much was right.

    Raises KeyError where there is no such lesson.
    """
    lesson = record.lessons[key]
    told = {"title": lesson.title[language], "language": language, "lesson": key}
    files = {
        "imsmanifest.xml": filled("scorm_manifest.xml", identifier=f"timeline-{key}-{language}", files=FILES, **told),
        "index.html": filled("scorm_index.html", steps=len(lesson.steps), points=points_of(record, lesson), **told),
        "scorm.js": built("scorm.js").encode() + b"\n",
        FILE: single_file(record),
    }
    return zipped(files)


def scorm_packages(record: Record) -> dict[str, bytes]:
    """The packages of all lessons in all languages, by path."""
    return {
        path_of(key, language): scorm_package(record, key, language)
        for key in record.lessons
        for language in record.settings.languages
    }


def points_of(record: Record, lesson: Lesson) -> int:
    """How many right answers the exercises of a lesson have."""
    steps = [step for step in lesson.steps if step.exercise]
    made = (exercise(record, events_of(record, step), step.exercise, step.seed or 1) for step in steps if step.exercise)
    return sum(_points(item) for items in made for item in items)


def _points(item: Item) -> int:
    if isinstance(item, Choice):
        return 1
    return len(item.figures if isinstance(item, Match) else item.right)
