"""A lesson as an A4 handout, for pupils or for the teacher: one HTML document that needs nothing and runs nothing."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from markupsafe import Markup

from ...record.model.fields import STATUSES
from ...record.record import Record
from ...view.page_settings import endonym
from ...view.wording import day_text
from ...view.words import text as interface
from ..page.rendering import templates_in
from .sheet import Sheet
from .words import text

FOLDER = Path(__file__).with_name("templates")


def handout(
    record: Record, key: str, language: str, teacher: bool = False, base: str = "", seed: int | None = None
) -> str:
    """The handout of the lesson `key` as an HTML document; the teacher's has the answers, the notes and the keys.

    With `base`, the address of the page (ending with `/`), each step has a QR code to the same view. With `seed` its
    exercises ask other questions. Raises KeyError where there is no such lesson.
    """
    lesson = record.lessons[key]
    sheet = Sheet(record, language, base, seed)
    blocks = sheet.blocks(lesson.steps)
    return _document(
        "handout.html",
        record,
        language,
        lesson={
            "title": lesson.title[language],
            "audience": lesson.audience[language],
            "aims": [aim[language] for aim in lesson.aims],
            "minutes": lesson.minutes,
        },
        blocks=blocks,
        sources=tuple(sheet.citations.numbers),
        statuses=[interface(status, language) for status in STATUSES],
        teacher=teacher,
    )


def index(record: Record) -> str:
    """The page that lists the record's lessons with their handouts, in every language, as an HTML document."""
    languages = record.settings.languages
    parts = [
        {
            "language": language,
            "endonym": endonym(language),
            "heading": interface("lessons", language),
            "say": partial(_say, language),
            "timeline": record.settings.title[language],
            "lessons": [
                {
                    "title": lesson.title[language],
                    "audience": lesson.audience[language],
                    "minutes": lesson.minutes,
                    "aims": [aim[language] for aim in lesson.aims],
                    "pupils": path_of(key, language).removeprefix("lessons/"),
                    "teacher": path_of(key, language, teacher=True).removeprefix("lessons/"),
                }
                for key, lesson in record.lessons.items()
            ],
        }
        for language in languages
    ]
    return _document("index.html", record, languages[0], parts=parts)


def path_of(key: str, language: str, teacher: bool = False) -> str:
    """Where a handout stands on a site and on the server: `lessons/ID.en.html`, `lessons/ID.en.teacher.html`."""
    return f"lessons/{key}.{language}{'.teacher' if teacher else ''}.html"


def lesson_pages(record: Record, base: str = "") -> Iterator[tuple[str, str]]:
    """Every page on the record's lessons as (path, HTML); none where it has no lesson."""
    if record.lessons:
        yield "lessons/index.html", index(record)
    for key in record.lessons:
        for language in record.settings.languages:
            for teacher in (False, True):
                yield path_of(key, language, teacher), handout(record, key, language, teacher, base)


@cache
def policy() -> str:
    """The content security policy of these pages: nothing but their own style sheet, known by its digest, and the
    pictures that stand in them."""
    digest = b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return (FOLDER / "handout.css").read_text(encoding="utf-8")


def _document(name: str, record: Record, language: str, **values: object) -> str:
    settings = record.settings
    day = day_text(settings.updated.earliest, language, "d MMMM y")
    foot = [text("made_from", language, title=settings.title[language], hash=record.hash[:12], day=day)]
    foot += [text("licence", language, licence=settings.licence)] if settings.licence else []
    template = templates_in(FOLDER).get_template(name)
    written = template.render(
        **values,
        language=language,
        say=partial(_say, language),
        timeline=settings.title[language],
        foot=" ".join(foot),
        style=Markup(_style()),
        policy=policy(),
    )
    return written.rstrip("\n") + "\n"


def _say(language: str, key: str, **values: object) -> str:
    return text(key, language, **values)
