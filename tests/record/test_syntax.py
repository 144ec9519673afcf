"""What keeps a text from being YAML is said where it begins and in words, whichever parser reads."""

from __future__ import annotations

import re

import pytest
import yaml

from timeline.record.read import nodes
from timeline.record.read.nodes import read_yaml

EVENT = """\
- id: flight
  title:
    en: The flight
    fr: Le vol
  actors: [parkes, nasa-agency]
  claims:
    - id: c1
      source: nasa
"""
COMMENT = "a comment begins with #"


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], ids=["LibYAML", "PyYAML"])
def problem(request, monkeypatch, tmp_path):
    """problem(text) → the one problem of a text, as `LINE:COLUMN message; hint`, by each of the two parsers."""
    monkeypatch.setattr(nodes, "Loader", getattr(yaml, request.param))

    def read(text: str) -> str:
        (tmp_path / "some.yaml").write_text(text, encoding="utf-8", newline="")
        document, [found] = read_yaml(tmp_path / "some.yaml", "some.yaml")
        assert document is None and found.code == "yaml-syntax"
        return f"{found.line}:{found.column} {found.message}; {found.hint}"

    return read


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "The flight",
            "Apollo 11: the flight",
            "3:18 a text without quotes holds `: `; put the whole text in straight quotes",
        ),
        (
            "Le vol",
            "Le vol\xa0: un début",
            "4:16 a text without quotes holds `: `; put the whole text in straight quotes",
        ),
        (
            "The flight",
            '"The flight',
            '3:9 the quotation mark that opens here is never closed; close it behind its text, with a plain `"`',
        ),
        (
            "The flight",
            "'The flight",
            "3:9 the quotation mark that opens here is never closed; close it behind its text, with a plain `'`",
        ),
        (
            "The flight\n    fr: Le vol",
            '"The flight”\n    fr: "Le vol"',
            "3:9 the quotation mark that opens here is closed only on line 4; ",
        ),
        (
            "Le vol",
            "'L'envol'",
            "4:12 text goes on behind the closing quotation mark; put the whole text in straight quotes; a `'` within "
            "it is written `''`",
        ),
        (
            "The flight",
            '"The "flight" of Apollo"',
            '3:15 text goes on behind the closing quotation mark; put the whole text in straight quotes; a `"` within',
        ),
        (
            "The flight",
            '"C:\\path"',
            "3:12 `\\p` means nothing within double quotes; write `\\\\` for a backslash, or put the text in single "
            "quotes",
        ),
        ("The flight", "@NASA flies", "3:9 a text cannot begin with `@`; put the whole text in straight quotes"),
        ("The flight", "%20 of it", "3:9 a text cannot begin with `%`; put the whole text in straight quotes"),
        ("The flight", "`flight`", "3:9 a text cannot begin with ```; put the whole text in straight quotes"),
        ("The flight", "*Eagle* flies", "3:9 a text cannot begin with `*`; put the whole text in straight quotes"),
        ("The flight", "- a flight", "3:9 a text cannot begin with `-`; put the whole text in straight quotes"),
        ("The flight", "? a flight", "3:9 a text cannot begin with `?`; put the whole text in straight quotes"),
        (
            "The flight",
            "> a flight",
            "3:9 a text cannot begin with `>` on the same line; put the whole text in straight quotes, or begin it on "
            "the next line",
        ),
        (
            "The flight",
            "[Apollo] flies",
            "3:18 text goes on behind `]`; put the whole text in straight quotes, brackets and all",
        ),
        ("nasa-agency]", "nasa-agency", "5:11 the bracket `[` that opens here is not closed; close it with `]`"),
        ("nasa-agency]", "nasa-agency]]", "5:32 text goes on behind `]`; "),
        (
            "[parkes",
            "{light: #3a49b8, at: [parkes",
            "5:11 the bracket `{` that opens here is not closed; close it with `}`; what stands behind ` #`",
        ),
        (
            "source: nasa",
            "quote: {text: He said: yes}",
            "8:28 the list or map that `{` opens does not go on like this; put quotes around",
        ),
        ("  actors", "\tactors", "5:1 a tab indents this line; YAML is indented with spaces"),
        (
            "  actors",
            "\xa0\xa0actors",
            "5:1 a no-break space (U+00A0) indents this line; YAML is indented with plain spaces",
        ),
        (
            "  actors",
            "   actors",
            "5:4 this line begins in column 4, and the field of line 1 in column 3; indent it as the lines that it "
            "belongs with",
        ),
        (
            "  actors",
            " actors",
            "5:2 this line begins in column 2, and the list of line 1 in column 1; indent it as the lines that it "
            "belongs with",
        ),
        (
            "      source",
            "    source",
            "8:5 this line is no item of the list that it is in (from line 7); the fields of an item stand below the "
            "first",
        ),
        (
            "  claims:\n    - id: c1",
            "  claims: a list\n    - id: c1",
            "7:5 this line is indented deeper than the one above",
        ),
        ("  actors:", "  actors", "5:3 `actors [parkes, nasa-agency]` is neither a field nor part of the text above; "),
        (
            "en: The",
            "en:The",
            "3:5 behind the colon of `en` stands no space; write `en: …`, with a plain colon and a space behind it",
        ),
        ("en: The", "en\uff1aThe", "3:5 behind the colon of `en` stands no space"),
        ("en: The", "en:\xa0The", "3:5 behind the colon of `en` stands no space"),
        ("  actors", "  // who\n  actors", "5:3 `// who` is neither a field nor part of the text above; "),
        ("    - id", "    -id", "7:5 `-` begins no item here; an item begins with a hyphen and a space: `- id: …`"),
        ("    - id", "    – id", "7:5 `–` begins no item here; an item begins with a hyphen and a space: `- id: …`"),
        (
            "- id: flight",
            "- id: other\n-id: flight",
            "2:1 `-` begins no item here; an item begins with a hyphen and a space: `- id: …`",
        ),
        ("  actors", "...\n  actors", "6:3 the document has ended above, with `...`; delete that line"),
        (
            "  actors",
            "||||||| base\n  actors",
            "5:1 a merge conflict was left in the file; keep one side and delete the marks",
        ),
        (
            "  actors",
            "<<<<<<< HEAD\n  actors",
            "5:1 a merge conflict was left in the file; keep one side and delete the marks",
        ),
    ],
)
def test_a_mistake_is_said_where_it_begins(problem, old, new, says):
    assert old in EVENT
    assert problem(EVENT.replace(old, new, 1)).startswith(says)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(problem, end):
    text = EVENT.replace("Le vol", "Le vol\xa0: un début").replace("\n", end)
    assert problem(text).startswith("4:16 a text without quotes holds `: `")


def test_a_directive_is_named_as_what_it_is(problem):
    assert problem("%YAML 3.0\n---\na: 1\n").endswith(
        "a line that begins with `%` tells YAML something, and a record has none; "
        "delete the line; a text that begins with % stands in quotes"
    )


@pytest.mark.parametrize("text", ['a: "\n---\n"', "a: |0\n x\n", "...\n"])
def test_rare_mistakes_are_told_in_our_own_words(problem, text):
    assert not re.search(r"did not find|found |expected|could not|while ", problem(text))


@pytest.mark.parametrize(
    "text", ["", "a: '", "[", "- [a\n- b", "{a: b", "a: b: " + "c" * 5_000_000, "a: [" + "b, " * 20_000]
)
def test_any_place_is_found(problem, text):
    if text:
        assert problem(text).startswith("1:")
