"""Which languages a quote, a source and a page may be in, and what they are called."""

from __future__ import annotations

import pytest

from timeline.record.model.countries import is_language, is_language_of_text, language_name, meant_language


@pytest.mark.parametrize("code", "en fr ko grc akk sux egy ang enm fro non hbo arc lzh la".split())
def test_a_quote_may_be_in_any_language_of_iso_639_ancient_ones_too(code):
    assert is_language_of_text(code)


@pytest.mark.parametrize("code", ["", "xx", "elvish", "EN", "en-GB", "und", "mul", "zxx", "ancient greek", "é"])
def test_what_is_no_language_is_none_of_a_text_either(code):
    assert not is_language_of_text(code)


@pytest.mark.parametrize("code", ["grc", "akk", "hbo"])
def test_a_page_needs_names_of_months_and_countries(code):
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("grc", "en", "Ancient Greek"), ("grc", "fr", "grec ancien"), ("ko", "fr", "coréen"), ("hbo", "en", "hbo")],
)
def test_a_language_is_named_as_cldr_names_it_else_by_its_code(code, language, name):
    assert language_name(code, language) == name


@pytest.mark.parametrize(
    ("word", "code"), [("Ancient Greek", "grc"), ("grec ancien", "grc"), ("GRC", "grc"), ("Korean", "ko")]
)
def test_a_language_that_is_written_out_is_recognised(word, code):
    assert meant_language(word, ("en", "fr")) == code
