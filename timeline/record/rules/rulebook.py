"""The page on the rules, docs/rules.md: every code with its meaning, an example and what would be right."""

from __future__ import annotations

from ..problems.code import Code
from ..problems.codes import GROUPS
from ..problems.problem import ERROR, WARNING
from .check import RULES

SEVERITIES = {ERROR: "An error", WARNING: "A warning"}
OPENING = """\
# Rules of the record

Made from the code by `python -m timeline check --docs > docs/rules.md`; edits belong in
`timeline/record/problems/*codes.py` and in the docstrings of `timeline/record/rules/`.

`python -m timeline check` reports all problems at once, sorted by file and line:

    data/events.yaml:41:11: error[unknown-actor] [kim-ratifies].actors[0]: there is no actor …; did you mean …?

The code in brackets leads to its explanation here. An **error** keeps the record from being used, and `check`
exits with 1. A **warning** asks for a second look: correct the record, or state what
is so in a way that bears it out. With `--strict` warnings count as errors. `tests/records/bad/` has examples.
"""


def rules_page() -> str:
    """The page as Markdown, ending with a line end."""
    sections = [OPENING, _contents()]
    for group, codes in GROUPS.items():
        sections.append(f"## {group}\n")
        sections += [_section(code) for code in codes]
    return "\n".join(sections)


def meanings() -> dict[str, str]:
    """What each code means: of rules the docstring after its codes, of others what the table says."""
    found = {code.name: code.means for codes in GROUPS.values() for code in codes if code.means}
    for rule in RULES:
        names, _, says = " ".join((rule.__doc__ or "").split()).partition(": ")
        found.update(dict.fromkeys(names.split(", "), says[0].upper() + says[1:]))
    return found


def _contents() -> str:
    rows = ["| code | severity |", "| --- | --- |"]
    rows += [f"| [`{code.name}`](#{code.name}) | {code.severity} |" for codes in GROUPS.values() for code in codes]
    return "\n".join([*rows, ""])


def _section(code: Code) -> str:
    return f"### {code.name}\n\n{SEVERITIES[code.severity]}. {meanings()[code.name]}\n\n> {code.says}\n\n{code.right}\n"
