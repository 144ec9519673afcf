"""The changes of a record as lines, as Markdown that a pull request can't misread, as JSON, in one short sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.compare.changelog import as_object, counts, escaped, markdown, summary, text_lines
from timeline.record.compare.diff import Change, changes
from timeline.record.load import load_record


@pytest.fixture
def after(apollo, write_record):
    """after(events=("old", "new"), …) gives the changes that replacing a text in a file of the apollo record makes."""

    def made(**edits: tuple[str, str]) -> tuple[Change, ...]:
        replacing = {stem: lambda text, edit=edit: text.replace(edit[0], edit[1], 1) for stem, edit in edits.items()}
        return changes(apollo, load_record(write_record(**replacing)))

    return made


# The summary


def some(**numbers: int) -> list[Change]:
    return [
        Change(kind.replace("_", "-"), "event", f"e{n}", "words")
        for kind, number in numbers.items()
        for n in range(number)
    ]


@pytest.mark.parametrize(
    ("found", "english", "french"),
    [
        ([], "nothing changed", "rien n’a changé"),
        (
            some(claim_withdrawn=2, event_added=3),
            "3 events added, 2 claims withdrawn",
            "3 événements ajoutés, 2 affirmations retirées",
        ),
        (
            some(event_redated=1, figure_changed=1),
            "1 event re-dated, 1 figure changed",
            "1 date modifiée, 1 chiffre modifié",
        ),
    ],
)
def test_the_summary_counts_in_both_languages_and_falls_back_to_english(found, english, french):
    assert (summary(found, "en"), summary(found, "fr"), summary(found, "ko")) == (english, french, english)


def test_an_event_retitled_in_two_languages_counts_once(after):
    found = after(events=("{en: First words on the Moon, fr: Premiers mots sur la Lune}", "{en: Words, fr: Mots}"))
    assert len(found) == 2 and summary(found) == "1 event retitled"


def test_two_changes_of_a_claim_count_once_and_two_claims_twice():
    found = [Change("claim-changed", "event", "a", "w", path) for path in ("claims[c1]", "claims[c1]", "claims[c2]")]
    assert counts(found) == {"claim-changed": 2}


# Forms


def test_lines_end_with_the_summary(after):
    assert text_lines(after(events=("status: established", "status: reported"))) == [
        "lunar-goal: status changed from established to reported",
        "1 status changed",
    ]
    assert text_lines(()) == ["nothing changed in the record"]


def test_markdown_groups_by_part_and_event(after):
    found = after(
        events=("{en: First words on the Moon, fr: Premiers mots sur la Lune}", "{en: Words, fr: Mots}"),
        sources=("type: press", "type: wire"),
    )
    assert (
        markdown(found, "main", "the work tree")
        == """\
## Changes of the record

main → the work tree: **1 event retitled, 1 source changed**

### Events (1)

#### `first-words` Words (2 changes)

- title (en) changed: “First words on the Moon” → “Words”
- title (fr) changed: “Premiers mots sur la Lune” → “Mots”

### Sources (1)

#### `herald` The Lunar Herald (wire) (1 change)

- type of the source changed from press to wire
"""
    )


def test_markdown_of_nothing_is_a_line():
    assert markdown((), "main", "HEAD") == "## Changes of the record\n\nNothing changed in the record (main → HEAD).\n"


def test_markdown_that_would_be_too_long_says_what_it_leaves_out():
    text = markdown(some(event_added=50), "main", "HEAD", most=800)
    shown = text.count("\n- ")
    assert len(text) < 900 and 0 < shown < 50
    assert text.endswith(f"\n… and {50 - shown} more changes, which `python -m timeline diff` lists.\n")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a | b", r"a \| b"),
        ("`code` *bold* _x_", r"\`code\` \*bold\* \_x\_"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("@maintainer", "@&#8203;maintainer"),
        ("fixes #12 and GH-3", r"fixes \#&#8203;12 and GH&#8203;-3"),
        ("[click](https://example.org/a_b).", r"\[click\](<https://example.org/a_b>)."),
        ("2024-10-03~", r"2024-10-03\~"),
        ("to https://example.org/@x?a=1&b=2", "to <https://example.org/@x?a=1&b=2>"),
        ("http://<b>", "http://&lt;b&gt;"),
    ],
)
def test_markdown_shows_texts_as_they_are(text, safe):
    assert escaped(text) == safe


@given(st.text())
def test_no_text_gets_a_tag_or_a_mention_into_markdown(text):
    outside = re.sub(r"<https?://[^\s<>]+>", "", escaped(text))
    assert (
        "<" not in outside
        and not re.search(r"@(?!&#8203;)", outside)
        and not re.search(r"(?<!\\)(?:\\\\)*[`|\[\]]", outside)
    )


def test_json_has_everything(after):
    body = as_object(after(events=("status: established", "status: reported")), "main", "HEAD")
    assert {key: body[key] for key in ("old", "new", "summary", "counts")} == {
        "old": "main",
        "new": "HEAD",
        "summary": "1 status changed",
        "counts": {"status-changed": 1},
    }
    assert [change["sentence"] for change in body["changes"]] == [
        "lunar-goal: status changed from established to reported"
    ]
