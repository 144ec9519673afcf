"""What was meant by numbers and addresses that are written as people write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.model.fields import URL
from timeline.record.read.guesses import RIGHT, fault_of, meant_address, meant_amount, meant_degrees, meant_whole


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(
            (text, "did you mean `11000`?")
            for text in ("11 000", "11,000", "11.000", "11'000", "11\u202f000", "11k", "eleven thousand", "onze mille")
        ),
        ("2,5", "did you mean `2.5`?"),
        ("60%", "did you mean `60`?"),
        ("-5", "did you mean `-5`?"),
        ("1.200.000", "did you mean `1200000`?"),
        ("about 11,000", "did you mean `11000` with `bound: about`?"),
        ("environ 11 000", "did you mean `11000` with `bound: about`?"),
        ("11000+", "did you mean `11000` with `bound: at_least`?"),
        ("plus de 11 000", "did you mean `11000` with `bound: at_least`?"),
        ("up to 12,000", "did you mean `12000` with `bound: at_most`?"),
        ("< 5", "did you mean `5` with `bound: at_most`?"),
        ("10,000–12,000", "did you mean `low: 10000` and `high: 12000`?"),
        ("between 10 and 12", "did you mean `low: 10` and `high: 12`?"),
        ("thousands", ""),
        ("0x1F", ""),
        ("12.11.2024", ""),
        ("N/A", ""),
        ("", ""),
        ("x" * 200, ""),
    ],
)
def test_a_figure(text, hint):
    assert meant_amount(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("55,75", "did you mean `55.75`?"),
        ("55°45′N", "did you mean `55.75`?"),
        ("37° 37' W", "did you mean `-37.6167`?"),
        ("north", ""),
        ("5.5.5°", ""),
    ],
)
def test_degrees(text, hint):
    assert meant_degrees(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("§ 3", "did you mean `3`?"),
        ("third", ""),
        ("3-4", "it is one number; what two paragraphs say makes two claims"),
    ],
)
def test_a_paragraph(text, hint):
    assert meant_whole(text) == hint


@pytest.mark.parametrize(
    "text",
    [
        "www.example.org/a",
        "example.org/a",
        "https:/example.org/a",
        "htps://example.org/a",
        "https//example.org/a",
        "https://https://example.org/a",
        "<https://example.org/a>",
        "“https://example.org/a”",
        "[a page](https://example.org/a)",
        "https://example.org/a\xa0",
        "https://example.org/\u200ba",
    ],
)
def test_an_address(text):
    assert meant_address(text) in ("did you mean `https://example.org/a`?", "did you mean `https://www.example.org/a`?")


@pytest.mark.parametrize(
    "text",
    [
        "10.3406/antiq.1984.2130",
        "doi:10.3406/antiq.1984.2130",
        "DOI: 10.3406/antiq.1984.2130",
        "doi.org/10.3406/antiq.1984.2130",
    ],
)
def test_a_bare_doi(text):
    assert meant_address(text) == "did you mean `https://doi.org/10.3406/antiq.1984.2130`?"
    assert fault_of(text) == "a DOI needs the address that leads to it"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Https://example.org/a", "`http` stands in small letters"),
        ("HTTP://example.org", "`http` stands in small letters"),
        ("ada@example.org", "that is an e-mail address"),
        ("C:\\papers\\a.pdf", "that is a file, which others don't have"),
        ("file:///home/a.pdf", "that is a file, which others don't have"),
        ("ftp://example.org", "only http and https are links"),
        ("ISBN:978-2-07-036002-4", "only http and https are links"),
        ("https://ada:secret@example.org", "a name before @ is no part of an address that others can open"),
        ("https:\\\\example.org", "its beginning is mistyped"),
        ("https://example.org\\a", "it has a backslash"),
        ("https://example.org:a/", "what follows the colon is no port"),
        ("https://example", "its host has no dot"),
        ("https://example.org/a b", "it holds a space"),
        ("<https://example.org>", "it is set in brackets or quotation marks"),
        ("[a page](https://example.org)", "it is set in brackets or quotation marks"),
        ("htp://example.org", "its beginning is mistyped"),
        ("https:/example.org", "its beginning is mistyped"),
        ("www.example.org", "it lacks its beginning, https://"),
        ("example.org/a", "it lacks its beginning, https://"),
        ("https://example.org/\u200ba", "it holds a character that nobody sees"),
        ("http://[a.b]/x", "its host holds a character that no host has"),
        ("https://exa℀mple.org/a", "its host holds a character that no host has"),
        ("see the archive", ""),
    ],
)
def test_an_address_that_is_none_is_named_by_what_is_wrong_with_it(text, fault):
    assert fault_of(text) == fault


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("https://example.org/a b", "did you mean `https://example.org/a%20b`?"),
        ("http//example.org", "did you mean `http://example.org`?"),
        ("https://a.org/1, https://a.org/2", "it is one address; what two pages say makes two claims"),
        ("javascript:alert(1)", RIGHT),
        ("ftp://example.org", RIGHT),
        ("see the archive", RIGHT),
        ("https://example", RIGHT),
        ("", RIGHT),
        ("a.b " * 500, RIGHT),
    ],
)
def test_what_is_no_address(text, hint):
    assert meant_address(text) == hint


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/",
        "https://example.org?a=b#c",
        "https://example.org:8080/a,b;c(d)",
        "https://meduza.io./en/a",
        "https://пример.рф/путь",
        "https://192.0.2.7/a",
        "https://web.archive.org/web/2024/https://example.org/",
    ],
)
def test_what_is_an_address(address):
    assert re.match(URL, address)


@pytest.mark.parametrize(
    "text",
    [
        "https://example",
        "https://a..b/",
        "https://https://example.org",
        "https://you@example.org",
        "https://a.org:123456/",
        "https://a.org/<b>",
    ],
)
def test_what_only_begins_like_one(text):
    assert not re.match(URL, text)


@given(st.text(max_size=60) | st.text(alphabet="0123456789.,-+%k htps:/[]()<>", max_size=40))
def test_any_text_is_looked_at_without_an_error(text):
    for meant in (meant_amount, meant_degrees, meant_whole, meant_address):
        meant(text)
