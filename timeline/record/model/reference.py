"""The field reference, docs/fields.md, made from the model: a table of fields for each part of each file."""

from __future__ import annotations

import typing

from pydantic.fields import FieldInfo

from .model import Part, called
from .notes import FILES, NOTES

REFERENCE = """\
# Fields of the record

Made from the model by `python -m timeline schema --docs --out docs/fields.md`; edits belong in
`timeline/record/model/event_notes.py`, `registry_notes.py` and `lesson_notes.py`.
[CONTRIBUTING.md](../CONTRIBUTING.md) shows how the parts go together.

Texts for readers (`{en: …, fr: …}`) are given in every language of the timeline. Dates are
[EDTF](https://www.loc.gov/standards/datetime/), levels 0 and 1 and the seasons of level 2, always in quotes.
"""


def field_reference() -> str:
    """Markdown: for each part of each file a table of its fields, with what they are and an example."""
    sections = [REFERENCE]
    for file, parts in FILES.items():
        sections.append(f"## {file}\n")
        sections += [_table(part) for part in parts]
    return "\n".join(sections)


def _table(part: type[Part]) -> str:
    """`### Event`, what it is, and a row for each of its fields."""
    rows = ["| field | required | what it is | example |", "| --- | --- | --- | --- |"]
    for field, info in part.model_fields.items():
        what, example = NOTES[part.__name__][field]
        cells = (f"`{field}`", "yes" if info.is_required() else "", what + _allowed(info), f"`{example}`")
        rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join([f"### {called(part)}\n", f"{' '.join((part.__doc__ or '').split())}\n", *rows, ""])


def _allowed(info: FieldInfo) -> str:
    """The words that a field allows, and the one it has when it is left out."""
    if typing.get_origin(info.annotation) is not typing.Literal:
        return ""
    words = ", ".join(f"`{word}`" for word in typing.get_args(info.annotation))
    return f" One of {words}" + ("." if info.is_required() else f"; `{info.default}` when left out.")
