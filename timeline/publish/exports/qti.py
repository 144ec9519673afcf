"""QTI 2.1 (IMS Question and Test Interoperability): the exercises of a view as a package of items and a test."""

from __future__ import annotations

import re
from pathlib import Path

from ...view.exercises.questions import Question
from ..page.rendering import templates_in
from .package import zipped
from .quiz import quiz_of
from .selection import Selection

FOLDER = Path(__file__).with_name("templates")
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold


def qti_package(selection: Selection) -> bytes:
    """The exercises as a content package: `imsmanifest.xml`, a test, and a file for each question."""
    quiz = quiz_of(selection)
    items = {f"q{n:02}": question for n, question in enumerate(quiz.questions, start=1)}
    called = {"title": quiz.name, "language": selection.language, "items": list(items)}
    identifier = f"timeline-{selection.name}-{quiz.seed}"  # an xs:ID begins with no digit, a name may
    files = {
        "imsmanifest.xml": filled("qti_manifest.xml", identifier=identifier, **called),
        "test.xml": filled("qti_test.xml", identifier=identifier, **called),
    }
    for key, question in items.items():
        files[f"items/{key}.xml"] = _item(key, question, selection.language)
    return zipped(files)


def filled(name: str, **values: object) -> bytes:
    """A template of this folder with its values, in UTF-8, without what XML can't hold."""
    written = templates_in(FOLDER).get_template(name).render(values)
    return (NO_XML.sub("", written).rstrip("\n") + "\n").encode()


def _item(key: str, question: Question, language: str) -> bytes:
    options = [(f"A{n}", words) for n, words in enumerate(question.options, start=1)]
    parts = [(f"P{n}", words) for n, words in enumerate(question.parts, start=1)]
    right = [options[at][0] for at in question.right]
    if parts:
        right = [f"{part} {option}" for (part, _), option in zip(parts, right, strict=True)]
    return filled(
        "qti_item.xml",
        key=key,
        language=language,
        question=question,
        options=options,
        parts=parts,
        right=right,
        share=f"{1 / len(right):.6f}",
    )
