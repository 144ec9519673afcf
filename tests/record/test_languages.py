"""Which languages a quote, a source and a page may be in, and what they are called."""

from __future__ import annotations

import pytest

from timeline.record.dates.edtf import parse
from timeline.record.model.countries import is_language, is_language_of_text, language_name, meant_language
from timeline.record.typography import typeset
from timeline.view.wording import date_text, number_text
from timeline.view.words import text


@pytest.mark.parametrize("code", "en fr ko grc akk sux egy ang enm fro non hbo arc lzh la".split())
def test_a_quote_may_be_in_any_language_of_iso_639_ancient_ones_too(code):
    assert is_language_of_text(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "xx",
        "elvish",
        "EN",
        "und",
        "en-gb",
        "EN-GB",
        "en_GB",
        "fr-ZZ",
        "fr-Abcd",
        "pt-BR-",
        "mul",
        "zxx",
        "ancient greek",
        "é",
    ],
)
def test_what_is_no_language_is_none_of_a_text_either(code):
    assert not is_language_of_text(code)


@pytest.mark.parametrize("code", ["en-gb", "EN-GB", "en_GB", "fr-ZZ", "fr-Abcd", "pt-BR-", "zh-TW-Hant", "sr-latn"])
def test_a_tag_is_written_as_bcp_47_writes_it_and_names_what_there_is(code):
    assert not is_language(code) and not is_language_of_text(code)


@pytest.mark.parametrize("code", ["pt-BR", "zh-Hant", "sr-Latn", "zh-Hant-TW", "es-419", "en-GB"])
def test_a_tag_may_name_a_script_and_a_region(code):
    assert is_language(code) and is_language_of_text(code)


@pytest.mark.parametrize(
    ("tag", "day", "number"),
    [
        ("pt-BR", "3 de setembro de 1745", "1.234,5"),
        ("zh-Hant", "1745年9月3日", "1,234.5"),
        ("sr-Latn", "3. septembar 1745.", "1.234,5"),
        ("en-US", "September 3, 1745", "1,234.5"),
        ("fr-CA", "3 septembre 1745", "1\u00a0234,5"),
        ("fr-XX", "3 septembre 1745", "1\u202f234,5"),
    ],
)
def test_dates_and_numbers_are_those_of_the_tag_or_of_what_it_begins_with(tag, day, number):
    assert (date_text(parse("1745-09-03"), tag), number_text(1234.5, tag)) == (day, number)


def test_words_and_typography_of_a_tag_are_those_of_its_language():
    assert text("clear", "fr-CA") == text("clear", "fr") != text("clear", "pt-BR") == text("clear", "en")
    assert typeset("Oui ?", "fr-CA") == typeset("Oui ?", "fr") != "Oui ?"
    assert date_text(parse("-0043-10-01/.."), "fr-CA") == "depuis le 1er octobre 44 av.\u00a0J.\u2011C."


@pytest.mark.parametrize("code", ["grc", "akk", "hbo"])
def test_a_page_needs_names_of_months_and_countries(code):
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("grc", "en", "Ancient Greek"),
        ("grc", "fr", "grec ancien"),
        ("ko", "fr", "coréen"),
        ("hbo", "en", "hbo"),
        ("pt-BR", "fr", "portugais brésilien"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("grc-Grek", "en", "Ancient Greek"),
    ],
)
def test_a_language_is_named_as_cldr_names_it_else_by_its_code(code, language, name):
    assert language_name(code, language) == name


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Ancient Greek", "grc"),
        ("grec ancien", "grc"),
        ("GRC", "grc"),
        ("Korean", "ko"),
        ("PT_br", "pt-BR"),
        ("zh-HANT", "zh-Hant"),
        ("de-1901", "de"),
    ],
)
def test_a_language_that_is_written_out_is_recognised(word, code):
    assert meant_language(word, ("en", "fr")) == code
