"""What the page needs for the classroom, as JSON-ready values: its words, the list of the lessons, and each lesson."""

from __future__ import annotations

from ..record.model.lesson import Lesson
from ..record.record import Record
from .guide import guide_paths
from .payload import to_json
from .words import classroom_words

FOLDER = "lessons"
INDEX = f"{FOLDER}/index.json"


def lesson_files(record: Record, packages: bool = False) -> dict[str, str]:
    """The classroom's data as files, path → JSON: `lessons/index.json` and `lessons/ID.json` for each lesson."""
    return {path: to_json(value) for path, value in lesson_data(record, packages).items()}


def lesson_data(record: Record, packages: bool = False) -> dict[str, dict]:
    """The same as values. The index is there for a record without lessons too: other things are done in a classroom.
    `packages` says whether the lessons stand beside the page as SCORM packages.

    index: `words` by language, `guide` (the page of the teachers' guide by language), `lessons` (each `id`, `title`,
    `audience`, `minutes`, `steps`: how many), `packages`.
    lesson: `id`, `title`, `audience`, `minutes`, `aims`, `steps` (each what the file says, days as ISO strings; what it
    doesn't say is absent).
    """
    listed = [_listed(key, lesson) for key, lesson in record.lessons.items()]
    languages = record.settings.languages
    index = {
        "words": classroom_words(languages),
        "guide": guide_paths(languages),
        "packages": packages,
        "lessons": listed,
    }
    return {INDEX: index} | {f"{FOLDER}/{key}.json": _whole(key, lesson) for key, lesson in record.lessons.items()}


def _listed(key: str, lesson: Lesson) -> dict:
    head = {"id": key, **lesson.model_dump(include={"title", "audience", "minutes"})}
    return {**head, "steps": len(lesson.steps)}


def _whole(key: str, lesson: Lesson) -> dict:
    return {"id": key, **lesson.model_dump(mode="json", exclude_none=True, exclude_defaults=True)}
