"""A new event in the events file: its id, its place, its form, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record import writing
from timeline.record.dates.edtf import parse
from timeline.record.edit.canon import format_text
from timeline.record.edit.skeleton import SkeletonError, add_event, event_lines, free_id, insert_event
from timeline.record.folding import slug_of
from timeline.record.load import load_record

EVENT = {
    "date": "1969-07-21",
    "kind": "mission",
    "id": "flag",
    "title": {"fr": "Drapeau", "en": "Flag"},
    "status": "reported",
    "summary": {"en": "A flag.", "fr": "Un drapeau."},
    "claims": [{"id": "c1", "passage": "1", "source": "memo", "says": {"en": "It stands.", "fr": "Il est là."}}],
}
LINES = """\
- id: flag
  date: "1969-07-21"
  title:
    en: Flag
    fr: Drapeau
  summary:
    en: A flag.
    fr: Un drapeau.
  kind: mission
  status: reported
  claims:
    - id: c1
      source: memo
      passage: 1
      says:
        en: It stands.
        fr: Il est là.
""".splitlines()


def event(date: str) -> dict:
    return {"id": "new", "date": date}


def added(text: str, date: str) -> str:
    """The text with an event of that date, where exactly one stretch was put in."""
    inserted = insert_event(text, event(date))
    new = inserted.text
    assert new.split("\n")[inserted.line - 1].strip() == "- id: new"
    start = next((i for i, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), len(text))
    assert any(new[:at] + new[at + len(new) - len(text) :] == text for at in range(start + 1))
    return new


@pytest.mark.parametrize(
    "title, slug",
    [
        ("Kim Jong Un ratifies the treaty by decree", "kim-jong-un-ratifies-the-treaty-by-decree"),
        ("  L’URSS – à Pyongyang, 1961! ", "l-urss-a-pyongyang-1961"),
        ("Russia's Duma", "russias-duma"),
        ("Russia’s Duma", "russias-duma"),
        ("a" * 60, "a" * 48),
        ("word " * 12, "word-word-word-word-word-word-word-word-word"),
        ("조약", ""),
        ("", ""),
    ],
)
def test_an_id_is_made_from_the_title(title, slug):
    assert slug_of(title) == slug


def test_an_id_is_never_taken_twice():
    assert free_id("The Duma", "2024", {}) == "the-duma"
    assert free_id("The Duma", "2024", {"the-duma", "the-duma-2"}) == "the-duma-3"
    assert free_id("조약", "2024-10-03~", {}) == "event-2024-10-03"


def test_an_event_is_written_in_canonical_form():
    assert event_lines(EVENT, ["en", "fr"]) == LINES
    assert format_text("\n".join(LINES) + "\n", languages=["en", "fr"]) == "\n".join(LINES) + "\n"


BEFORE = "# head\n\n# of a\n- id: a\n  date: 1990 # when\n  # in a\n\n# of b\n- id: b\n  date: 2000\n# end\n"
NEW = '- id: new\n  date: "{}"\n'


@pytest.mark.parametrize(
    "date, wanted",
    [
        ("1980", BEFORE.replace("# of a", NEW.format(1980) + "\n# of a")),
        ("1990", BEFORE.replace("# of b", NEW.format(1990) + "\n# of b")),
        ("1990-06", BEFORE.replace("# of b", NEW.format("1990-06") + "\n# of b")),
        ("1989/2005", BEFORE.replace("# of a", NEW.format("1989/2005") + "\n# of a")),
        ("../2024", BEFORE.replace("# of a", NEW.format("../2024") + "\n# of a")),
        ("2001", BEFORE.replace("# end", "\n" + NEW.format(2001) + "\n# end")),
    ],
)
def test_an_event_goes_to_its_place_in_date_order_and_comments_stay_where_they_are(date, wanted):
    assert added(BEFORE, date) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("- id: a\n  date: 1990", '- id: a\n  date: 1990\n\n- id: new\n  date: "2024"'),
        ("- id: a\n  date: 1990\n\n\n", '- id: a\n  date: 1990\n\n- id: new\n  date: "2024"\n\n\n'),
        ("- id: a\n- id: b\n  date: 2025\n", '- id: new\n  date: "2024"\n\n- id: a\n- id: b\n  date: 2025\n'),
        (
            "- id: a\n  date: 1990\n- id: b\n  date: 2025\n",
            '- id: a\n  date: 1990\n\n- id: new\n  date: "2024"\n\n- id: b\n  date: 2025\n',
        ),
        ("  - {id: a, date: 1990}\n", '  - {id: a, date: 1990}\n\n  - id: new\n    date: "2024"\n'),
        ("\ufeff- id: a\r\n  date: 1990\r\n", '\ufeff- id: a\r\n  date: 1990\r\n\r\n- id: new\r\n  date: "2024"\r\n'),
        (
            "- date: 1990\n  title:\n    en: >-\n      Long\n      text\n",
            '- date: 1990\n  title:\n    en: >-\n      Long\n      text\n\n- id: new\n  date: "2024"\n',
        ),
    ],
)
def test_files_of_every_shape_stay_as_they_are_around_it(text, wanted):
    assert added(text, "2024") == wanted


def test_the_first_event_of_a_timeline():
    assert (
        insert_event("# None yet\n[]\n# end\n", event("2024")).text == '# None yet\n- id: new\n  date: "2024"\n# end\n'
    )


@pytest.mark.parametrize(
    "text, message",
    [
        ("a: b\n", "no list of events"),
        ("[{id: a, date: 1990}]\n", "in brackets"),
        ("- id: a\n  date: 1990\n  title: |+\n    text\n\n\n- id: b\n  date: 2025\n", "would change an event"),
    ],
)
def test_what_cannot_be_kept_as_it_is_is_refused(text, message):
    with pytest.raises(SkeletonError, match=message):
        insert_event(text, event("2024"))


days = st.dates().map(str)


@given(st.lists(days, max_size=6), days)
def test_it_stands_before_every_later_event_and_after_all_others(dates, day):
    dates.sort()
    text = "".join(f'# {date}\n- id: e{number}\n  date: "{date}"\n' for number, date in enumerate(dates)) or "[]"
    lines = insert_event(text, event(day)).text.split("\n")
    found = [line.split('"')[1] for line in lines if "date:" in line]
    assert found == sorted([*dates, day])
    assert lines.index("- id: new") > max(
        (lines.index(f"- id: e{n}") for n, date in enumerate(dates) if date == day), default=-1
    )


def test_it_is_written_where_the_record_is_valid_with_it(write_record):
    folder = write_record()
    result = add_event(folder, EVENT, ["en", "fr"])
    assert result.problems == ()
    lines = (folder / "events.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[result.line - 1 : result.line - 1 + len(LINES)] == LINES
    record = load_record(folder)
    assert next(event for event in record.events if event.id == "flag").date == parse("1969-07-21")


def test_it_is_not_written_where_the_record_would_have_problems(write_record):
    folder = write_record()
    before = (folder / "events.yaml").read_bytes()
    result = add_event(folder / "events.yaml", EVENT | {"kind": "misson", "id": "lunar-goal"})
    assert {problem.code for problem in result.problems} == {"duplicate-id", "unknown-kind"}
    assert all(problem.file.endswith("record/events.yaml") and problem.line for problem in result.problems)
    assert (folder / "events.yaml").read_bytes() == before and not list(folder.glob(".*"))


def test_a_write_that_fails_leaves_the_old_file(write_record, monkeypatch):
    folder = write_record()
    before = (folder / "events.yaml").read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        add_event(folder, EVENT)
    assert (folder / "events.yaml").read_bytes() == before and not list(folder.glob(".*"))
