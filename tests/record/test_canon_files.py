"""Files of a record: which there are, what they hold, which have no canonical form, and how they are replaced."""

from __future__ import annotations

import pytest

from timeline.record.edit import canon
from timeline.record.edit.canon import EVENTS, format_file, kind_of, record_languages
from timeline.record.model.model import Actor, Seed, Source
from timeline.record.model.settings import Settings
from timeline.record.read.nodes import read_yaml


@pytest.mark.parametrize(
    "content, code",
    [
        (b"- id: [a\n", "yaml-syntax"),
        (b"- id: a\n  id: b\n", "duplicate-key"),
        (b"- &a [b]\n- *a\n", "yaml-alias"),
        (b"- \xff\n", "not-utf8"),
        (b"", "empty-file"),
        (b"# nothing\n", "empty-file"),
        (b"a text", "empty-file"),
        (None, "missing-file"),
    ],
)
def test_what_does_not_load_has_no_canonical_form(tmp_path, content, code):
    file = tmp_path / "events.yaml"
    if content is not None:
        file.write_bytes(content)
    result = format_file(file)
    assert [problem.code for problem in result.problems] == [code]
    assert not result.changed and result.diff() == ""


def test_a_fault_of_the_formatter_is_noticed_before_anything_is_written(tmp_path, monkeypatch):
    file = tmp_path / "events.yaml"
    file.write_text("- {id: a}\n")
    monkeypatch.setattr(canon.TreeWriter, "file", lambda *_, **__: "- id: b\n")
    result = format_file(file)
    assert [problem.code for problem in result.problems] == ["format"] and not result.changed


@pytest.mark.parametrize(
    "name, content, kind",
    [
        ("actors.yaml", "- id: a", list[Actor]),
        ("mine.yaml", "- {id: a, date: 1996, claims: []}", EVENTS),
        ("mine.yaml", "- {id: a, name: {}, role: {}}", list[Actor]),
        ("mine.yaml", "- {id: a, name: {}, record: b}", list[Source]),
        ("mine.yaml", "title: {}\nlanguages: []\nkinds: []", Settings),
        ("mine.yaml", "id: a\nparagraphs: []", Seed),
    ],
)
def test_what_a_file_holds_is_seen_from_its_name_or_its_keys(tmp_path, name, content, kind):
    file = tmp_path / name
    file.write_text(content)
    assert kind_of(file, read_yaml(file)[0]) == kind


def test_settings_that_cannot_be_read_name_no_languages(tmp_path):
    assert record_languages(tmp_path) == ()
    (tmp_path / "settings.yaml").write_text("languages: en")
    assert record_languages(tmp_path / "events.yaml") == ()
