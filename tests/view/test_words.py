"""The words of the interface: one file a language, which says the same as the English one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from timeline.view import words
from timeline.view.words import CLASSROOM, all_words, by_language, classroom_words, known_languages, text, words_of

FOLDER = Path(words.__file__).parent
FILES = sorted(FOLDER.glob("*.json"))
CLASSROOM_FILES = sorted((FOLDER / CLASSROOM).glob("*.json"))
EACH_FILE = pytest.mark.parametrize(
    "file", [*FILES, *CLASSROOM_FILES], ids=lambda file: f"{file.parent.name}-{file.name}"
)


def english(file: Path) -> dict[str, str]:
    """What the English file of the same folder says."""
    return dict(words_of("en", CLASSROOM if file in CLASSROOM_FILES else ""))


def pairs_of(file: Path) -> list[tuple[str, str]]:
    """(key, words) as they stand in a file, a key given twice included."""
    return json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_there_is_a_file_for_english_and_one_for_french():
    assert {"en", "fr"} <= set(known_languages())
    assert [file.stem for file in FILES] == list(known_languages())
    assert [file.stem for file in CLASSROOM_FILES] == list(known_languages())


@EACH_FILE
def test_a_file_has_the_keys_of_the_english_one_in_their_order_and_each_once(file):
    assert [key for key, _ in pairs_of(file)] == list(english(file))


@EACH_FILE
def test_every_word_says_something_with_the_placeholders_of_the_english_one(file):
    for key, said in pairs_of(file):
        assert isinstance(said, str) and said and said.strip() == said, key
        assert placeholders(said) == placeholders(english(file)[key]), key


def test_french_typography_is_kept():
    """Editors type any space before a sign; readers get the one that belongs there (record/typography.py)."""
    missing = re.compile(r"'|[^\s\u202f][;!?»]|\w:(?!//)|[ \u202f]:|[ \u00a0][;!?»]|«[^\u202f]")
    said_in_french = {**words_of("fr"), **words_of("fr", CLASSROOM)}
    assert {key: said for key, said in said_in_french.items() if missing.search(said)} == {}


def test_words_are_filled_in_and_fall_back_to_english():
    assert text("count_some", "fr", n=3, total=12) == "3 événements sur 12"
    assert text("count_some", "ko", n=3, total=12) == "3 of 12 events"
    assert by_language("clear", ("fr", "ko")) == {"fr": "Tout effacer", "ko": "Clear all"}
    assert all_words(("en", "fr"))["fr"]["clear"] == "Tout effacer"
    assert set(all_words(("ko",))["ko"]) == {
        key for key in words_of("en") if not key.startswith(("season_", "noscript", "unloaded"))
    }


def test_the_words_of_the_classroom_are_others_and_fall_back_to_english():
    assert not set(words_of("en")) & set(words_of("en", CLASSROOM))
    said = classroom_words(("fr", "ko"))
    assert said["fr"]["present_next"] == "Suite" and said["ko"]["present_next"] == "Next"


def test_a_key_that_nobody_knows_is_an_error_in_every_language():
    for language in ("en", "fr", "ko"):
        with pytest.raises(KeyError):
            text("no_such_key", language)


def test_a_third_language_is_one_file(tmp_path, monkeypatch):
    """It may lack words, which are then said in English."""
    for name, content in (("en", {"clear": "Clear all", "to": "To"}), ("de", {"clear": "Alles löschen"})):
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    for kept in (known_languages, words_of):
        kept.cache_clear()
    try:
        assert all_words(("de",)) == {"de": {"clear": "Alles löschen", "to": "To"}}
    finally:
        for kept in (known_languages, words_of):
            kept.cache_clear()
