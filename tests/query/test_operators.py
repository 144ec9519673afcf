"""Folding text for the search, and the table of filters that the page carries."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.query.frame import COLUMNS
from timeline.query.operators import FACETS, OPERATORS, table
from timeline.record.folding import fold, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été", "ete"),
        ("E\u0301te\u0301", "ete"),
        ("Kim Jong-un", "kim jong-un"),
        ("Türkiye", "turkiye"),
        ("Corée du Nord", "coree du nord"),
        ("œuvre", "oeuvre"),
        ("ﬁnal ﬂow", "final flow"),
        ("№ 5", "no 5"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL ışık", "istanbul isik"),
        ("Straße STRASSE", "strasse strasse"),
        ("STRAẞE", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("Київ", "київ".replace("ї", "і")),
        ("Йод", "иод"),
        ("북한", unicodedata.normalize("NFKD", "북한")),
        ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
        ("10\u00a0000 km²", "10 000 km2"),
        ("", ""),
    ],
)
def test_text_is_folded_to_lower_case_without_accents(text, folded):
    assert fold(text) == folded


def test_accented_and_plain_words_meet_in_both_directions():
    assert fold("ratifié") in fold("Le traité est RATIFIÉ")
    assert fold("ratifie") in fold("Le traité est RATIFIÉ")
    assert fold("북") in fold("북한")


@given(st.text())
def test_folded_text_holds_no_mark_and_is_not_changed_by_case_or_composition(text):
    folded = fold(text)
    assert not any(unicodedata.category(char).startswith("M") for char in folded)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Kim Poutine", ["kim", "poutine"]),
        ("  a \t b\nc ", ["a", "b", "c"]),
        ("", []),
        (" \n", []),
        ("10\u00a0000", ["10", "000"]),
        ("a\u3000b", ["a", "b"]),
        ("a\u1680b", ["a\u1680b"]),
        ("a\ufeffb", ["a\ufeffb"]),
    ],
)
def test_a_query_is_parted_at_the_white_space_that_python_and_the_browser_agree_on(query, words):
    assert words_of(query) == words


def test_the_table_goes_through_json_unchanged():
    assert json.loads(json.dumps(table())) == [
        {"keys": list(operator.keys), "kind": operator.kind, "columns": list(operator.columns), "facet": operator.facet}
        for operator in OPERATORS
    ]


def test_every_operator_is_of_a_known_kind_and_looks_at_columns_of_the_frame():
    assert {operator.kind for operator in OPERATORS} == {"any_of", "words", "interval", "flag", "period"}
    assert {column for operator in OPERATORS for column in operator.columns} <= set(COLUMNS)


def test_no_key_is_read_by_two_operators():
    keys = [key for operator in OPERATORS for key in operator.keys]
    assert len(keys) == len(set(keys))


def test_the_facets_are_the_operators_whose_options_are_counted():
    documented = {"actor": "actors", "country": "countries", "source": "sources", "kind": "kind", "status": "status"}
    assert documented.items() <= FACETS.items()
    assert {operator.keys[0]: operator.columns[0] for operator in OPERATORS if operator.facet} == FACETS
