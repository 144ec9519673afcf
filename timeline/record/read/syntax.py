"""What keeps a text from being YAML, in words for those who write records: where it begins, and what would be right.

The parser says at which character it gave up, and what it looked for there. That is often lines below the mistake: a
quotation mark that is never closed is noticed at the end of the file. LibYAML and PyYAML word it differently, so the
cases below go by what both say.
"""

from __future__ import annotations

import re

import yaml

from ..problems.problem import ODD_SPACE, Problem, clipped

LEAST = "check the indentation, and put quotes around text that holds `: ` or starts with a sign"
WHOLE = "put the whole text in straight quotes"
MOST = 2_000_000  # characters that are read again to see what stood before the mistake
TAB = "\t"
AROUND = 300  # characters of a line that are looked at, before and after
FIELD = r"\s*(?:- +)*[^\s:#\"'\[{][^:#]*:"
TIGHT = re.compile(r"\s*(?:- +)*([\w-]+)[:：](\S|[^\S \t])")
LATER = ("did not find expected ',' or", "expected ',' or", "node content", "end of stream", "stream end")

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

Said = tuple[int, int, str, str]  # line and column, counted from 0; what is wrong; what would be right


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
        return begin.line, begin.column, *_no_field(_line(text, begin))
    for place in (mark, begin):
        if odd := _odd_indent(_line(text, place)):
            return place.line, odd[0], *odd[1:]
    if "document start" in said:
        return mark.line, mark.column, "the document has ended above, with `...`", "delete that line"
    for case in (_quotes, _sign, _brackets, _colon, _indent):
        if found := case(text, mark, begin, said):
            return found
    for words, message, hint in REST:
        if re.search(words, said):
            return mark.line, mark.column, message, hint
    return mark.line, mark.column, "what stands here can't be read as YAML", LEAST


def _odd_indent(line: str) -> tuple[int, str, str] | None:
    """A line that begins with other characters than spaces, which look like them."""
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        return margin.index("\t"), "a tab indents this line", "YAML is indented with spaces"
    if found := ODD_SPACE.search(margin):
        return (
            found.start(),
            f"a no-break space (U+{ord(found[0]):04X}) indents this line",
            "YAML is indented with plain spaces",
        )
    return None


def _no_field(line: str) -> tuple[str, str]:
    """A line among fields that is not a field."""
    if found := TIGHT.match(line):
        return (
            f"behind the colon of `{found[1]}` stands no space",
            f"write `{found[1]}: …`, with a plain colon and a space behind it",
        )
    return (
        f"`{clipped(line)}` is neither a field nor part of the text above",
        "a field is `name: value`; text that goes on is indented deeper than its field; a comment begins with #",
    )


def _quotes(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """Quotation marks that are not closed, or closed too early; what a `\\` can't stand before."""
    if "escape character" in said:
        start = mark.index - (
            text[mark.index : mark.index + 1] != "\\"
        )  # LibYAML stands at the backslash, PyYAML behind it
        return (
            mark.line,
            mark.column + start - mark.index,
            f"`{text[start : start + 2]}` means nothing within double quotes",
            "write `\\\\` for a backslash, or put the text in single quotes",
        )
    if "end of stream" in said and text[begin.index : begin.index + 1] in ("'", '"'):
        return (
            begin.line,
            begin.column,
            "the quotation mark that opens here is never closed",
            f"close it behind its text, with a plain `{text[begin.index]}`",
        )
    last = _before(text, mark)[0]
    if (
        not isinstance(last, yaml.ScalarToken)
        or last.style not in ("'", '"')
        or text[last.end_mark.index : mark.index].strip()
    ):
        return None
    if last.start_mark.line < last.end_mark.line:
        return (
            last.start_mark.line,
            last.start_mark.column,
            f"the quotation mark that opens here is closed only on line {last.end_mark.line + 1}",
            f"close it behind its text, with a plain `{last.style}`",
        )
    within = "a `'` within it is written `''`" if last.style == "'" else 'a `"` within it is written `\\"`'
    return mark.line, mark.column, "text goes on behind the closing quotation mark", f"{WHOLE}; {within}"


def _sign(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A text that begins with a sign that means something else in YAML."""
    place = (
        begin if re.search("alphabetic or numeric|comment or (a )?line break|chomping or indentation", said) else mark
    )
    sign = text[place.index : place.index + 1]
    if place is mark and not re.search(
        "cannot start any token|sequence entries are not allowed|mapping keys are not allowed", said
    ):
        return None
    if sign in "|>" and sign:
        return (
            place.line,
            place.column,
            f"a text cannot begin with `{sign}` on the same line",
            f"{WHOLE}, or begin it on the next line",
        )
    return place.line, place.column, f"a text cannot begin with {'a tab' if sign == TAB else f'`{sign}`'}", WHOLE


def _brackets(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """Brackets that are not closed, or closed too early."""
    last, opened = _before(text, mark)
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
    comment = "; what stands behind ` #` is a comment, if it isn't in quotes" if " #" in _line(text, opened) else ""
    return (
        opened.line,
        opened.column,
        f"the bracket `{sign}` that opens here is not closed",
        f"close it with `{']' if sign == '[' else '}'}`{comment}",
    )


def _colon(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A colon where a text has begun, on this line or on the one above."""
    if "mapping values are not allowed" not in said:
        return None
    before = _line(text, mark)[: min(mark.column, AROUND)]
    if re.match(rf"{FIELD}\s", before + " ") and ":" in before:
        return mark.line, mark.column, "a text without quotes holds `: `", WHOLE
    end = max(0, mark.index - mark.column - 1)
    above = text[max(0, end - AROUND) : end].rpartition("\n")[2]
    if found := re.match(r"\s*(-[^\s-]|[–—])", above):
        return (
            mark.line - 1,
            found.end() - len(found[1]),
            f"`{found[1][0]}` begins no item here",
            "an item begins with a hyphen and a space: `- id: …`",
        )
    if TIGHT.match(above):
        return mark.line - 1, len(above) - len(above.lstrip()), *_no_field(above)
    return (
        mark.line,
        len(before) - len(before.lstrip()),
        "this line is indented deeper than the one above, and so read as part of its text",
        "indent it as the fields beside it; or put the text above in quotes",
    )


def _indent(text: str, mark: yaml.Mark, begin: yaml.Mark, said: str) -> Said | None:
    """A line whose indentation fits neither the lines above nor those around them."""
    if not re.search("expected key|'-' indicator|expected <block end>", said):
        return None
    line = _line(text, mark)
    if found := re.match(r"\s*(-[^\s-]|[–—])", line):
        return (
            mark.line,
            mark.column,
            f"`{found[1][0]}` begins no item here",
            "an item begins with a hyphen and a space: `- id: …`",
        )
    listed = text[begin.index : begin.index + 1] == "-"
    if mark.column == begin.column:
        if listed:
            return (
                mark.line,
                mark.column,
                f"this line is no item of the list that it is in (from line {begin.line + 1})",
                "the fields of an item stand below the first of them, not below its hyphen",
            )
        return (
            mark.line,
            mark.column,
            "an item stands among fields here",
            "a list stands below its own field, indented deeper",
        )
    above = f"{'the list' if listed else 'the field'} of line {begin.line + 1} in column {begin.column + 1}"
    message = f"this line begins in column {mark.column + 1}, and {above}"
    return mark.line, mark.column, message, "indent it as the lines that it belongs with"


def _line(text: str, mark: yaml.Mark) -> str:
    """The line of a mark, or as much of it as is looked at."""
    start = max(text.rfind("\n", 0, mark.index), text.rfind("\r", 0, mark.index)) + 1
    line = text[start : max(start, mark.index) + AROUND]
    return re.split("[\r\n]", line, maxsplit=1)[0][: max(mark.column, 0) + AROUND]


def _before(text: str, mark: yaml.Mark) -> tuple[yaml.Token | None, yaml.Mark | None]:
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
