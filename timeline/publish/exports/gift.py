"""GIFT, the text in which Moodle imports questions.

An order is a match of events and places, since Moodle has no other form for it without a plug-in. The browser's twin is
`assets/src/classroom/exercises/gift.js`; the two agree to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...view.exercises.questions import Question
from .quiz import quiz_of
from .selection import Selection

SIGNS = re.compile(r"[\\~=#{}:]")
FORMAT = "[plain]"


def gift_text(selection: Selection) -> bytes:
    """The exercises of a view as GIFT in UTF-8, in a category of their own. What is right and why is the feedback."""
    quiz = quiz_of(selection)
    head = [f"// {_line(quiz.name)}", f"$CATEGORY: {_line(quiz.name).replace('/', '//')}"]
    written = [_question(question, n) for n, question in enumerate(quiz.questions, start=1)]
    return ("\n\n".join([*head, *written]) + "\n").encode()


def _question(question: Question, n: int) -> str:
    name = _text(f"{n:02} {question.about or question.ask}")
    asked = _text("\n".join(filter(None, [question.ask, question.about, question.beside, *map(str, question.given)])))
    why = _text("\n".join(map(str, question.why)))
    lines = [f"::{name}::{FORMAT}{asked} {{", *_answers(question), f"####{why}", "}"]
    return "\n".join(lines)


def _answers(question: Question) -> Iterator[str]:
    if question.form == "choice":
        for at, option in enumerate(question.options):
            yield f"{'=' if at in question.right else '~'}{_text(option)}"
    elif question.form == "match":
        for part, right in zip(question.parts, question.right, strict=True):
            yield f"={_text(part)} -> {_text(question.options[right])}"
    else:
        for at, option in enumerate(question.options):
            yield f"={_text(option)} -> {question.right.index(at) + 1}"


def _text(words: str) -> str:
    """A text as it stands in a question. GIFT's own signs are escaped, and an arrow or a share at the beginning is
    written with other signs, since those have no escape."""
    written = SIGNS.sub(r"\\\g<0>", words.replace("->", "→")).replace("\n", "\\n")
    return f"\u2060{written}" if written.startswith("%") else written


def _line(words: str) -> str:
    return " ".join(words.split())
