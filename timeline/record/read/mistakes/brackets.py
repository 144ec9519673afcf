"""Brackets that are not closed, or closed too early."""

from __future__ import annotations

import yaml

from .place import WHOLE, Said, before, line_of

LATER = ("did not find expected ',' or", "expected ',' or", "node content", "end of stream", "stream end")


def brackets(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """Brackets that are not closed, or closed too early."""
    last, opened = before(text, mark)
    if (
        isinstance(last, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken))
        and last.end_mark.line == mark.line
        and not opened
    ):
        return (
            mark.line,
            mark.column,
            f"text goes on behind `{text[last.start_mark.index]}`",
            f"{WHOLE}, brackets and all",
        )
    if opened is None or not any(words in said for words in LATER):
        return None
    sign = text[opened.index]
    if opened.line == mark.line:
        return (
            mark.line,
            mark.column,
            f"the list or map that `{sign}` opens does not go on like this",
            "put quotes around a text that holds `: `, a comma or a bracket",
        )
    comment = "; what stands behind ` #` is a comment, if it isn't in quotes" if " #" in line_of(text, opened) else ""
    return (
        opened.line,
        opened.column,
        f"the bracket `{sign}` that opens here is not closed",
        f"close it with `{']' if sign == '[' else '}'}`{comment}",
    )
