"""The languages of a text say the same, as far as numbers, dates and names show it."""

from __future__ import annotations

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.model.model import Actor
from timeline.record.rules.translation import Reader

NAMES = {
    "vladimir-putin": (
        "person",
        {"en": "Vladimir Putin", "fr": "Vladimir Poutine", "uk": "Володимир Путін", "ja": "プーチン"},
    ),
    "volodymyr-zelensky": (
        "person",
        {"en": "Volodymyr Zelensky", "fr": "Volodymyr Zelensky", "uk": "Володимир Зеленський", "ja": "ゼレンスキー"},
    ),
    "choe-son-hui": ("person", {"en": "Choe Son Hui", "fr": "Choe Son Hui", "uk": "Чхве Сон Хі", "ja": "崔善姫"}),
    "nato": ("organisation", {"en": "NATO", "fr": "OTAN", "uk": "НАТО", "ja": "北大西洋条約機構"}),
    "russia": ("state", {"en": "Russia", "fr": "Russie", "uk": "Росія", "ja": "ロシア"}),
}
ACTORS = {key: Actor(id=key, name=name, type=kind) for key, (kind, name) in NAMES.items()}
READER = Reader(ACTORS, ["en", "fr", "de", "uk", "ja"])

SAME = [
    {"en": "11,000 soldiers, up to 3.5 %", "fr": "11 000 soldats, jusqu’à 3,5 %"},
    {"en": "twenty-four years", "fr": "24 ans"},
    {"en": "nine million shells", "fr": "neuf millions d’obus"},
    {"en": "both countries and one house", "fr": "les deux pays et la maison"},
    {"en": "on 1 November", "fr": "le 1er novembre"},
    {"en": "On Wednesday 6 November 2024", "fr": "Mercredi 6 novembre 2024"},
    {"en": "9 Nov 2024", "fr": "9 novembre 2024"},
    {"en": "They may march", "fr": "Ils peuvent marcher"},
    {"en": "Putin’s words", "fr": "les mots de Poutine"},
    {"en": "NATO and Moscow", "fr": "l’OTAN et la Russie"},
    {"en": "Her country", "fr": "Son pays"},
    {"en": "three of them, on 19 June", "de": "drei davon, am 19. Juni"},
    {"en": "Putin speaks in October", "uk": "Слова Путіна в жовтні"},
    {"en": "of October 2024", "uk": "жовтня 2024"},
    {"en": "Putin, on 24 October 2024", "ja": "プーチン、2024年10月24日"},
    {"en": "alone, with 24"},
]
DIFFERENT = [
    ({"en": "11,000 soldiers", "fr": "10 000 soldats"}, [("en", "fr", ["11000"]), ("fr", "en", ["10000"])]),
    ({"en": "three soldiers", "fr": "des soldats"}, [("en", "fr", ["3"])]),
    ({"en": "2 soldiers", "fr": "des soldats"}, [("en", "fr", ["2"])]),
    ({"en": "in October", "fr": "en novembre"}, [("en", "fr", ["October"]), ("fr", "en", ["novembre"])]),
    ({"en": "a day", "fr": "un mercredi"}, [("fr", "en", ["mercredi"])]),
    ({"en": "Zelensky says", "fr": "Poutine dit"}, [("en", "fr", ["Zelensky"]), ("fr", "en", ["Poutine"])]),
    ({"en": "the alliance says", "fr": "L’OTAN dit"}, [("fr", "en", ["OTAN"])]),
    (
        {"en": "Zelensky, in 2024", "uk": "Путін, у жовтні"},
        [("en", "uk", ["2024", "Zelensky"]), ("uk", "en", ["Путін"])],
    ),
    ({"en": "somebody says", "ja": "プーチン"}, [("ja", "en", ["プーチン"])]),
    ({"en": "in 1961", "fr": "en 1961", "de": "damals"}, [("en", "de", ["1961"])]),
]


@pytest.mark.parametrize("text", SAME, ids=lambda text: text["en"])
def test_texts_that_say_the_same_do_not_differ(text):
    assert list(READER.differences(text)) == []


@pytest.mark.parametrize(("text", "found"), DIFFERENT, ids=lambda value: value["en"] if isinstance(value, dict) else "")
def test_what_one_language_lacks_is_named_as_the_other_prints_it(text, found):
    assert list(READER.differences(text)) == found


@given(st.integers(3, 10**9), st.integers(3, 10**9))
def test_a_changed_number_is_noticed_however_it_is_grouped(number, other):
    text = {
        "en": f"It counts {number:,} of them.",
        "fr": f"Il en compte {other:,}.".replace(",", "\N{NARROW NO-BREAK SPACE}"),
    }
    assert bool(list(READER.differences(text))) is (number != other)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(3, 28), st.sampled_from(["fr", "uk"]))
def test_a_changed_month_is_noticed(month, other, day, language):
    name = lambda number, language: get_month_names("wide", locale=language)[number]  # noqa: E731
    text = {"en": f"On {day} {name(month, 'en')} it began.", language: f"{day} {name(other, language)}."}
    assert bool(list(READER.differences(text))) is (month != other)


def test_the_shipped_record_lists_no_more_than_a_few_exceptions(record):
    exceptions = record.settings.translation_exceptions
    assert len(exceptions) <= 12 and all(len(exception.reason.split()) >= 3 for exception in exceptions)
