"""What the page needs for the classroom, as JSON-ready values: its words, the list of the lessons, and each lesson."""

from __future__ import annotations

from ..record.model.lesson import Lesson
from ..record.record import Record
from .payload import to_json
from .words import classroom_words

FOLDER = "lessons"
INDEX = f"{FOLDER}/index.json"


def lesson_files(record: Record) -> dict[str, str]:
    """The classroom's data as files, path → JSON: `lessons/index.json` and `lessons/ID.json` for each lesson."""
    return {path: to_json(value) for path, value in lesson_data(record).items()}


def lesson_data(record: Record) -> dict[str, dict]:
    """The same as values. The index is there for a record without lessons too: other things are done in a classroom.

    index: `words` by language, `lessons` (each `id`, `title`, `audience`, `minutes`, `steps`: how many).
    lesson: `id`, `title`, `audience`, `minutes`, `aims`, `steps` (each what the file says, days as ISO strings; what it
    doesn't say is absent).
    """
    listed = [_listed(key, lesson) for key, lesson in record.lessons.items()]
    index = {"words": classroom_words(record.settings.languages), "lessons": listed}
    return {INDEX: index} | {f"{FOLDER}/{key}.json": _whole(key, lesson) for key, lesson in record.lessons.items()}


def _listed(key: str, lesson: Lesson) -> dict:
    head = {"id": key, **lesson.model_dump(include={"title", "audience", "minutes"})}
    return {**head, "steps": len(lesson.steps)}


def _whole(key: str, lesson: Lesson) -> dict:
    return {"id": key, **lesson.model_dump(mode="json", exclude_none=True, exclude_defaults=True)}
