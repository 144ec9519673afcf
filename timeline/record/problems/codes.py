"""Every code a problem can have: how severe it is, an example of its message, and what would be right.

What the code of a rule means stands in the rule's docstring, and of any other code in `means`. The
examples are messages of the files in tests/records/bad/, and tests hold them to that.
"""

from __future__ import annotations

from .code import Code
from .problem import ERROR, WARNING
from .reading_codes import READING
from .rule_codes import RULES
from .story_codes import STORY

GROUPS: dict[str, tuple[Code, ...]] = {
    **READING,
    **RULES,
    **STORY,
    "Against the documents": (
        Code(
            "verify-document",
            "`memo.txt` is not the document the record was made from",
            "Take the document with the recorded digest.",
            "Each seed record's document is there and is the one the record was made from. Only `verify` looks.",
        ),
        Code(
            "verify-paragraph",
            "paragraph 2 of `memo.txt` is not the one recorded",
            "Correct the digest or the order of the paragraphs.",
            "Each paragraph of a document has the recorded digest. Only `verify` looks.",
        ),
        Code(
            "verify-passage",
            "`memo.txt` has no paragraph 9",
            "Cite a paragraph that the document has.",
            "The cited paragraph is in the document. Only `verify` looks.",
        ),
        Code(
            "verify-quote",
            "paragraph 2 does not print `one small step`",
            "Quote what the paragraph prints within quotation marks, letter by letter.",
            "The cited paragraph prints the quote within quotation marks. Only `verify` looks.",
        ),
        Code(
            "verify-figure",
            "paragraph 3 does not print 22",
            "Give the number, or the words, that the paragraph prints.",
            "The cited paragraph prints the figure's number or words. Only `verify` looks.",
        ),
        Code(
            "verify-anchor",
            "paragraph 2 does not print `phare`",
            "Correct the number of the passage; or give words that it prints, letter by letter.",
            "The cited paragraph prints the words of the claim's anchor. Only `verify` looks.",
        ),
    ),
    "From a spreadsheet": (
        Code(
            "sheet-column",
            "there is no column `colour`: it is not brought",
            "Call the column as the page “read me” of an exported workbook does; one of your own may stay.",
            "The columns of a sheet are those of the record. Only `import` looks.",
            WARNING,
        ),
        Code(
            "sheet-row",
            "there is no event `first-stnoe`",
            "Give the row an id of its own, and the ids of what it belongs to as they stand on the other sheets.",
            "A row says by ids which one it is and what it belongs to, and says one thing. Only `import` looks.",
        ),
    ),
    "Schemas": (
        Code(
            "stale-schema",
            "`schema/event.json` is not the schema that this record has by now",
            "Run `python -m timeline fmt`, which writes it anew; `schema --write` where it is that of another record.",
            "The schemas that the first lines of the files lead editors to have the ids of this record. Only the "
            "command `check` looks, where they are there.",
            WARNING,
        ),
    ),
    "Showing": (
        Code(
            "show",
            "the page can't be made of this record (ValueError)",
            "Report the record as a fault of this program; the page shows the last one that could be shown.",
            "Of a record without errors the page can be made. Only `serve --reload` looks.",
        ),
    ),
    "Formatting": (
        Code(
            "format",
            "its canonical form would not say the same, which is a fault of this program",
            "Report the file as a fault of this program; it is left as it is.",
            "A file's canonical form says what the file says. Only `fmt` looks.",
        ),
    ),
}


def severity_of(code: str) -> str:
    """`error` or `warning`; a code that isn't listed is an error."""
    return WARNING if code in _WARNINGS else ERROR


_WARNINGS = frozenset(code.name for codes in GROUPS.values() for code in codes if code.severity == WARNING)
# With one of these problems no rule is run, since the record isn't complete.
UNREADABLE = frozenset(
    code.name
    for group in ("Reading a file", "Fields")
    for code in GROUPS[group]
    if code.name not in ("byte-order-mark", "line-ends")
)
