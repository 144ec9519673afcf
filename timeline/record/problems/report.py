"""Problems as others read them: lines for people, annotations for GitHub, objects for programs.

GitHub's form: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable

from .problem import WARNING, Problem

FORMATS = ("text", "json", "github")


def text_lines(problems: Iterable[Problem]) -> list[str]:
    """One line a problem, and their number at the end; no line where there is none."""
    problems = list(problems)
    return [*map(str, problems), f"{tally(problems)} found"] if problems else []


def tally(problems: Iterable[Problem]) -> str:
    """`2 problems`; with warnings among them `1 error and 2 warnings`, or `2 warnings`."""
    severities = [problem.severity for problem in problems]
    warnings = severities.count(WARNING)
    errors = len(severities) - warnings
    if not warnings:
        return counted(errors, "problem")
    return " and ".join(counted(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number)


def github_lines(problems: Iterable[Problem]) -> list[str]:
    """One `::error …::` or `::warning …::` line a problem: GitHub shows it beside the line of the file."""
    return [github_line(problem) for problem in problems]


def github_line(problem: Problem) -> str:
    """`::error file=data/events.yaml,line=12,col=3,title=url::…`; no line where the whole file is meant."""
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value)
    message = f"{problem.path}: {problem.message}" if problem.path else problem.message
    return f"::{problem.severity} {properties}::{_escaped(message + (f'; {problem.hint}' if problem.hint else ''))}"


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _escaped(text: str, more: str = "") -> str:
    """Per cent signs and line ends as GitHub writes them, in properties also colons and commas."""
    for character in "%\r\n" + more:  # the per cent sign first, since the replacements contain it
        text = text.replace(character, f"%{ord(character):02X}")
    return text
