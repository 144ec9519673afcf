"""What was meant by dates that are written as people write them, not as EDTF."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.dates.edtf import parse
from timeline.record.dates.errors import EdtfError
from timeline.record.dates.guesses import is_outside, meant_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("31/10/2024", "2024-10-31"),
        ("10/31/2024", "2024-10-31"),
        ("31.10.2024", "2024-10-31"),
        ("3/4/2024", "2024-04-03 2024-03-04"),
        ("2024/10/31", "2024-10-31"),
        ("20241031", "2024-10-31"),
        ("10/2024", "2024-10"),
        ("2024-10-31T14:00", "2024-10-31T14:00:00"),
        ("2024-10-31 9h30", "2024-10-31T09:30:00"),
        ("2024-10-31 14:00:30+03:00", "2024-10-31T14:00:30+03:00"),
        ("2024-10-31T14", "2024-10-31"),
        ("“2024-10-31”", "2024-10-31"),
        ("« 1961 »", "1961"),
        ("2024–10–31", "2024-10-31"),
        ("2024-10-31\xa0", "2024-10-31"),
        ("\u200b1961", "1961"),
        ("31 October 2024", "2024-10-31"),
        ("October 31st, 2024", "2024-10-31"),
        ("Oct. 2024", "2024-10"),
        ("20. Oktober 2024", "2024-10-20"),
        ("31 octobre 2024", "2024-10-31"),
        ("le 1er août 2024", "2024-08-01"),
        ("en février 2024", "2024-02"),
        ("automne 2024", "2024-23"),
        ("circa 1961", "1961~"),
        ("c. 1961", "1961~"),
        ("ca. 1961", "1961~"),
        ("vers octobre 1961", "1961-10~"),
        ("~1961", "1961~"),
        ("1961 ?", "1961?"),
        ("perhaps 1961", "1961?"),
        ("1961?~", "1961%"),
        ("before 1961", "../1961"),
        ("avant octobre 2024", "../2024-10"),
        ("depuis 1961", "1961/.."),
        ("after 31 October 2024", "2024-10-31/.."),
        ("1941–1945", "1941/1945"),
        ("2024-10-03 - 2024-10-05", "2024-10-03/2024-10-05"),
        ("2024-10-03/05", "2024-10-03/2024-10-05"),
        ("2024-10-31/11-02", "2024-10-31/2024-11-02"),
        ("between 1941 and 1945", "1941/1945"),
        ("de mai à juin 1996", "1996-05/1996-06"),
        ("1990s", "199X"),
        ("années 1990", "199X"),
        ("19th century", "18XX"),
        ("79", "0079"),
        ("AD 79", "0079"),
        ("24 August 79 AD", "0079-08-24"),
        ("79 ap. J.-C.", "0079"),
        ("last summer", ""),
        ("24-10-31", ""),
        ("unknown", ""),
        ("", ""),
        ("44 BC", "-0043"),
        ("44 B.C.", "-0043"),
        ("44 BCE", "-0043"),
        ("44 av. J.-C.", "-0043"),
        ("44 avant notre ère", "-0043"),
        ("44 v. Chr.", "-0043"),
        ("44 a.C.", "-0043"),
        ("1 BC", "0000"),
        ("10000 BC", "-9999"),
        ("15 March 44 BC", "-0043-03-15"),
        ("15 mars 44 av. J.-C.", "-0043-03-15"),
        ("15 mars 44 av.\u00a0J.\u2011C.", "-0043-03-15"),
        ("spring 44 BC", "-0043-21"),
        ("vers 44 av. J.-C.", "-0043~"),
        ("before 44 BC", "../-0043"),
        ("100–44 BC", "-0099/-0043"),
        ("from 49 to 44 BC", "-0048/-0043"),
        ("27 BC – AD 14", "-0026/0014"),
        ("5th century BC", "-04XX"),
        ("1er siècle av. J.-C.", "-00XX"),
        ("40s BC", ""),  # 49 to 40 BC is no decade of EDTF's
        ("0 BC", ""),
        ("'-0043-03-15", "-0043-03-15"),
        ("−0043", "-0043"),
        ("-44", "-0043 -0044"),
        ("-44-03-15", "-0043-03-15 -0044-03-15"),
        ("x" * 80, ""),
        ("- " * 40, ""),
        ("from " * 16, ""),
    ],
)
def test_what_was_meant(text, dates):
    assert meant_dates(text) == dates.split()


@pytest.mark.parametrize(
    "text",
    ["10000", "Y10000", "Y-10000", "12000 BC", "12000 av. J.-C."],
)
def test_a_year_that_cannot_be_drawn(text):
    assert is_outside(text)
    with pytest.raises(EdtfError, match="lies outside the years -9999 to 9999"):
        parse(text)


@pytest.mark.parametrize("text", ["31/10/2024", "2024", "1961 BCD", "no date", ""])
def test_others_are_not_outside(text):
    assert not is_outside(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31/10/2024", "`31/10/2024` is not an EDTF date; did you mean `2024-10-31`?"),
        ("3/4/2024", "did you mean `2024-04-03` or `2024-03-04`?"),
        ("31/2/2024", "more than one `/`"),  # and no February has 31 days
        ("circa 1961", "did you mean `1961~`?"),
        ("last summer", "write a date such as"),
        ("44 BC", "did you mean `-0043` (44 BC)? EDTF counts a year 0"),
        ("-44", "did you mean `-0043` (44 BC) or `-0044` (45 BC)? EDTF counts a year 0"),
    ],
)
def test_the_message_offers_only_dates(text, says):
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert says in str(refusal.value)


@given(st.text(max_size=40) | st.text(alphabet="0123456789/-.~? toX", max_size=20))
def test_any_text_is_looked_at_without_an_error(text):
    meant_dates(text)
    is_outside(text)


@pytest.mark.parametrize("text", ["1/" * 50_000, "1" * 50_000, "1 av j c " * 20_000], ids=["parts", "digits", "eras"])
def test_a_text_that_is_too_long_for_a_date_is_not_looked_at(text):
    start = perf_counter()
    assert meant_dates(text) == []
    assert perf_counter() - start < 1
