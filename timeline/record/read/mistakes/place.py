"""Where a parser gave up: its line, and what stood before it."""

from __future__ import annotations

import re

import yaml

MOST = 2_000_000  # characters that are read again to see what stood before the mistake
AROUND = 300  # characters of a line that are looked at, before and after
WHOLE = "put the whole text in straight quotes"

Said = tuple[int, int, str, str]  # line and column, counted from 0; what is wrong; what would be right


def line_of(text: str, mark: yaml.Mark) -> str:
    """The line of a mark, or as much of it as is looked at."""
    start = max(text.rfind("\n", 0, mark.index), text.rfind("\r", 0, mark.index)) + 1
    line = text[start : max(start, mark.index) + AROUND]
    return re.split("[\r\n]", line, maxsplit=1)[0][: max(mark.column, 0) + AROUND]


def before(text: str, mark: yaml.Mark) -> tuple[yaml.Token | None, yaml.Mark | None]:
    """The last word, bracket or sign before a mark, and the innermost bracket that is open there."""
    last, opened = None, []
    if mark.index > MOST:
        return None, None
    try:
        for token in yaml.scan(text[: mark.index] + "\n", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                opened.append(token.start_mark)
            elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and opened:
                opened.pop()
            if token.end_mark.index > token.start_mark.index:
                last = token
    except yaml.YAMLError:
        pass
    return last, opened[-1] if opened else None
