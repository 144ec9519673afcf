"""Which numbers a text prints: whole ones, in digits and in French and English words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.numerals import printed_numbers

DIGITS = [
    ("11 000 soldats", {11000}),
    ("11\N{NO-BREAK SPACE}000 soldats", {11000}),
    ("11\N{NARROW NO-BREAK SPACE}000 soldats", {11000}),
    ("11\N{THIN SPACE}000 soldats", {11000}),
    ("11,000 soldiers", {11000}),
    ("11.000 soldats", {11000}),
    ("11’000 soldats", {11000}),
    ("11000 soldats.", {11000}),
    ("111000", {111000}),
    ("1 500, 2 500", {1500, 2500}),
    ("1 234 567 and 1,234,567.5", {1234567, Decimal("1234567.5")}),
    ("21,5 kg; 21.25 kg; 0,125 kg", {Decimal("21.5"), Decimal("21.25"), Decimal("0.125")}),
    ("le 9 novembre 2024, 500 km2", {9, 2024, 500}),
    ("entre 10-12 et (3)", {10, 12, 3}),
    ("des F-16, l’U2, la F1.5, km2, 12.11.2024", set()),
    ("l’article 51", {51}),
    ("", set()),
]


@pytest.mark.parametrize(("text", "numbers"), DIGITS)
@pytest.mark.parametrize("language", ["", "fr", "en", "ko"])
def test_digits_are_read_the_same_in_every_language(text, numbers, language):
    assert printed_numbers(text, language) == numbers


FRENCH = [
    ("trois mille deux cent quatre-vingt-dix-sept", {3297}),
    ("vingt et un, soixante et onze, quatre-vingts, quatre-vingt-un", {21, 71, 80, 81}),
    ("dix-sept, dix-huit ou dix-neuf", {17, 18, 19}),
    ("septante, huitante-deux, nonante et un", {70, 82, 91}),
    ("depuis plus d’un an et demi", {1}),
    ("Mille et une nuits", {1001}),
    ("deux cents, deux cent trois", {200, 203}),
    ("un million deux cent mille", {1200000}),
    ("11 mille soldats, 2,5 millions d’euros", {11000, 2500000}),
    ("deux et trois cents", {2, 300}),
    ("trois ou quatre, cinq-six", {3, 4, 5, 6}),
    ("des millions, des milliards, cinq cents", {500}),
    ("Deux. Cent.", {2, 100}),
]

ENGLISH = [
    ("twenty-one and three", {21, 3}),
    ("a hundred and five, one thousand and one", {105, 1001}),
    ("eleven hundred ships a day", {1100}),
    ("two million three hundred thousand and forty-two", {2300042}),
    ("half a million, hundreds, thousands of", set()),
    ("11 thousand, 2.5 billion", {11000, 2500000000}),
    ("a soldier", set()),
    ("zero", {0}),
]


@pytest.mark.parametrize(("text", "numbers"), FRENCH)
def test_french_words_are_read_in_french(text, numbers):
    assert printed_numbers(text, "fr") == numbers


@pytest.mark.parametrize(("text", "numbers"), ENGLISH)
def test_english_words_are_read_in_english(text, numbers):
    assert printed_numbers(text, "en") == numbers


def test_words_are_not_read_in_another_language():
    for text, language in [
        ("trois, quatre", "en"),
        ("three, four", "fr"),
        ("three, trois", "ko"),
        ("three, trois", ""),
    ]:
        assert printed_numbers(text, language) == set()


SPACES = [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"]
INTEGERS = st.one_of(st.integers(0, 130), st.integers(0, 20_000), st.integers(0, 10**9))


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


def in_french(n: int) -> str:
    """A number below a million in French words, as written since 1990 or before."""
    small = (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
        "dix-huit "
        "dix-neuf"
    ).split()
    if n < 20:
        return small[n]
    if n < 100:
        ten = n // 10 - (n // 10 in (7, 9))
        name, rest = " . vingt trente quarante cinquante soixante . quatre-vingt".split()[ten - 1], n - 10 * ten
        if rest == 0:
            return name + "s" * (n == 80)
        return f"{name} et {small[rest]}" if rest in (1, 11) and ten != 8 else f"{name}-{small[rest]}"
    unit, name = (1000, "mille") if n >= 1000 else (100, "cent")
    head = "" if n // unit == 1 else in_french(n // unit).removesuffix("s" * (n // unit % 100 == 80)) + " "
    return f"{head}{name}" + (f" {in_french(n % unit)}" if n % unit else "s" * (unit == 100 and n > 100))


def in_english(n: int) -> str:
    """A number below a million in English words."""
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen"
    ).split()
    if n < 20:
        return small[n]
    if n < 100:
        name = "twenty thirty forty fifty sixty seventy eighty ninety".split()[n // 10 - 2]
        return name + (f"-{small[n % 10]}" if n % 10 else "")
    unit, name = (1000, " thousand") if n >= 1000 else (100, " hundred")
    joint = " and " if n % unit < 100 else " "
    return in_english(n // unit) + name + (f"{joint}{in_english(n % unit)}" if n % unit else "")


def is_printed_alone(number: int, form: str, language: str) -> bool:
    """True where the form prints this number and neither its neighbours nor parts nor multiples of it."""
    before, after = {"fr": ("Selon lui, quelque ", " soldats."), "en": ("Some ", " soldiers.")}[language]
    return printed_numbers(f"{before}{form}{after}", language) == {number}


@given(INTEGERS, st.sampled_from(["fr", "en"]))
def test_every_form_in_digits_prints_its_number_and_no_other(number, language):
    for form in [str(number), *(grouped(number, separator) for separator in [*SPACES, ",", ".", "’"])]:
        assert is_printed_alone(number, form, language), form


@given(st.integers(0, 999_999))
def test_every_form_in_words_prints_its_number_and_no_other(number):
    french = in_french(number)
    for form in (french, french.upper(), french.replace(" ", "-"), french.replace("-", "\N{NON-BREAKING HYPHEN}")):
        assert is_printed_alone(number, form, "fr"), form
    assert is_printed_alone(number, in_english(number), "en")


@given(INTEGERS, st.sampled_from(["fr", "en"]))
def test_the_neighbours_of_a_printed_number_are_not_printed(number, language):
    found = printed_numbers(f"{grouped(number, ' ')} / {number}", language)
    assert number in found
    assert not found & {number + 1, number - 1, *([number * 10, number * 1000] if number else [])}


def test_the_spellers_of_these_tests_spell():
    """Shown by example, since the tests above lean on them."""
    assert [in_french(n) for n in (21, 71, 80, 91, 99, 200, 280_000, 1903)] == [
        "vingt et un",
        "soixante et onze",
        "quatre-vingts",
        "quatre-vingt-onze",
        "quatre-vingt-dix-neuf",
        "deux cents",
        "deux cent quatre-vingt mille",
        "mille neuf cent trois",
    ]
    assert [in_english(n) for n in (21, 105, 1903, 20_040)] == [
        "twenty-one",
        "one hundred and five",
        "one thousand nine hundred and three",
        "twenty thousand and forty",
    ]
