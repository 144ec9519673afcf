"""What keeps a text from being YAML, in words for those who write records: where it begins, and what would be right.

The parser says at which character it gave up, and what it looked for there. That is often lines below the mistake: a
quotation mark that is never closed is noticed at the end of the file. LibYAML and PyYAML word it differently, so the
cases below go by what both say.
"""

from __future__ import annotations

import re

import yaml

from ..problems.problem import Problem
from .mistakes.brackets import brackets
from .mistakes.indentation import colon, indent, no_field, odd_indent
from .mistakes.place import WHOLE, Said, line_of
from .mistakes.quotes import quotes, sign

LEAST = "check the indentation, and put quotes around text that holds `: ` or starts with a sign"

# What either parser says of rare mistakes, and what we say: message and hint.
REST = (
    (
        "directive|incompatible YAML|version",
        "a line that begins with `%` tells YAML something, and a record has none",
        "delete the line; a text that begins with % stands in quotes",
    ),
    (
        "document (indicator|separator)",
        "a line of `---` or `...` stands within a text in quotes",
        "close the quotation mark before it, or indent the line",
    ),
    ("indentation indicator", "the number behind `|` or `>` is none from 1 to 9", "leave it out"),
    ("node content", "the document ends here before anything was said", "delete the `...`"),
    ("whitespace or line break|expected ' '", "a text can't begin with `!`, which names a type in YAML", WHOLE),
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The error of either parser as a problem of the file `name`."""
    line, column, message, hint = _said(error, text)
    return Problem(name, line + 1, column + 1, "yaml-syntax", "", message, hint)


def _said(error: yaml.MarkedYAMLError, text: str) -> Said:
    mark, said = error.problem_mark or error.context_mark, error.problem or error.context or "this is not YAML"
    if mark is None:
        return 0, 0, said, LEAST
    begin = error.context_mark or mark
    if "expected ':'" in said:  # the parser notices it on the line below
        return begin.line, begin.column, *no_field(line_of(text, begin))
    for place in (mark, begin):
        if odd := odd_indent(line_of(text, place)):
            return place.line, odd[0], *odd[1:]
    if "document start" in said:
        return mark.line, mark.column, "the document has ended above, with `...`", "delete that line"
    for case in (quotes, sign, brackets, colon, indent):
        if found := case(text, mark, begin, said):
            return found
    for words, message, hint in REST:
        if re.search(words, said):
            return mark.line, mark.column, message, hint
    return mark.line, mark.column, "what stands here can't be read as YAML", LEAST
