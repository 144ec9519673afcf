"""EDTF levels 0 and 1, by the examples of the specification: https://www.loc.gov/standards/datetime/"""

from __future__ import annotations

import itertools
import re
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from timeline.record.dates.days import FIRST, LAST, day_number, day_of_text, iso_of, moved
from timeline.record.dates.edtf import Edtf, parse
from timeline.record.dates.errors import EdtfError
from timeline.record.dates.forms import day_and_time, days_of
from timeline.record.model.fields import Day

EDTF_CHARACTERS = st.text(alphabet="0123456789-/.?~%XYTZ:+SE,[]{}", max_size=24)


def bounds(text: str) -> tuple[str, str]:
    found = parse(text)
    return tuple(str(day) if day else "none" for day in (found.start, found.end))


LEVEL_0 = [
    ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
    ("1985-04", "1985-04-01", "1985-04-30", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("1985", "1985-01-01", "1985-12-31", "year"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "day"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "day"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "day"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "day"),
    ("1964/2008", "1964-01-01", "2008-12-31", "interval"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "interval"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "interval"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "interval"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31", "interval"),
    ("2005/2006-02", "2005-01-01", "2006-02-28", "interval"),
]

LEVEL_1 = [
    ("2001-21", "2001-03-01", "2001-11-30", "season"),  # of either half of the globe
    ("2001-22", "2000-12-01", "2002-02-28", "season"),
    ("2001-23", "2001-03-01", "2001-11-30", "season"),
    ("2001-24", "2000-12-01", "2002-02-28", "season"),
    ("1984?", "1984-01-01", "1984-12-31", "year"),
    ("2004-06~", "2004-06-01", "2004-06-30", "month"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "day"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2004-XX", "2004-01-01", "2004-12-31", "year"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
    ("1984~/2004-06", "1984-01-01", "2004-06-30", "interval"),
    ("1984/2004-06~", "1984-01-01", "2004-06-30", "interval"),
    ("1984~/2004~", "1984-01-01", "2004-12-31", "interval"),
    ("1984?/2004%", "1984-01-01", "2004-12-31", "interval"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08", "interval"),
    ("1985-04-12/..", "1985-04-12", "none", "interval"),
    ("1985-04/..", "1985-04-01", "none", "interval"),
    ("1985/..", "1985-01-01", "none", "interval"),
    ("../1985-04-12", "none", "1985-04-12", "interval"),
    ("../1985-04", "none", "1985-04-30", "interval"),
    ("../1985", "none", "1985-12-31", "interval"),
    ("1985-04-12/", "1985-04-12", "none", "interval"),
    ("1985-04/", "1985-04-01", "none", "interval"),
    ("1985/", "1985-01-01", "none", "interval"),
    ("/1985-04-12", "none", "1985-04-12", "interval"),
    ("/1985-04", "none", "1985-04-30", "interval"),
    ("/1985", "none", "1985-12-31", "interval"),
]

SEASONS_OF_LEVEL_2 = [
    ("2001-25", "2001-03-01", "2001-05-31", "season"),
    ("2001-26", "2001-06-01", "2001-08-31", "season"),
    ("2001-27", "2001-09-01", "2001-11-30", "season"),
    ("2003-28", "2002-12-01", "2004-02-29", "season"),  # begun in December of its year or of the year before
    ("2001-29", "2001-09-01", "2001-11-30", "season"),
    ("2001-30", "2000-12-01", "2002-02-28", "season"),
    ("2001-31", "2001-03-01", "2001-05-31", "season"),
    ("2001-32", "2001-06-01", "2001-08-31", "season"),
    ("2001-33", "2001-01-01", "2001-03-31", "season"),
    ("2001-36", "2001-10-01", "2001-12-31", "season"),
    ("2001-37", "2001-01-01", "2001-04-30", "season"),
    ("2001-39", "2001-09-01", "2001-12-31", "season"),
    ("2001-40", "2001-01-01", "2001-06-30", "season"),
    ("2001-41", "2001-07-01", "2001-12-31", "season"),
    ("2001-25/2001-28", "2001-03-01", "2002-02-28", "interval"),
    ("9999-24", "9998-12-01", "9999-12-31", "season"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), LEVEL_0 + LEVEL_1 + SEASONS_OF_LEVEL_2)
def test_the_specifications_examples_have_strict_bounds(text, start, end, precision):
    assert (*bounds(text), parse(text).precision) == (start, end, precision)


BEFORE_YEAR_1 = [
    ("-1985", "-1985-01-01", "-1985-12-31", "year"),
    ("0000", "0000-01-01", "0000-12-31", "year"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
    ("-0004-02~", "-0004-02-01", "-0004-02-29", "month"),
    ("-0043-21", "-0043-03-01", "-0043-11-30", "season"),
    ("0001-24", "0000-12-01", "0002-02-28", "season"),
    ("-9999-28", "-9999-01-01", "-9998-02-28", "season"),
    ("-004X", "-0049-01-01", "-0040-12-31", "decade"),
    ("-00XX", "-0099-01-01", "0000-12-31", "century"),
    ("00XX", "0000-01-01", "0099-12-31", "century"),
    ("-0043-XX", "-0043-01-01", "-0043-12-31", "year"),
    ("-0002/0003", "-0002-01-01", "0003-12-31", "interval"),
    ("../-0043", "none", "-0043-12-31", "interval"),
    ("-0043-03-15T12:00:00", "-0043-03-15", "-0043-03-15", "day"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), BEFORE_YEAR_1)
def test_years_before_the_year_1_are_counted_with_a_year_0(text, start, end, precision):
    assert (*bounds(text), parse(text).precision) == (start, end, precision)


def test_days_before_the_year_1_are_in_order_with_those_after_it():
    texts = [
        "../-0100",
        "-9998",
        "-0100-06",
        "-0043",
        "-0043-03-15",
        "-0043-03-15T09:00:00",
        "-0002/0003",
        "0000",
        "0001",
    ]
    assert sorted(reversed(texts), key=lambda text: parse(text).order) == texts


@given(st.integers(day_number(FIRST), day_number(LAST)), st.integers(-800000, 800000))
def test_days_of_all_years_are_counted_and_compared_as_numbers_are(number, by):
    day, other = moved(FIRST, number - day_number(FIRST)), moved(FIRST, number + by - day_number(FIRST))
    assert day_number(day) == number
    assert day_of_text(day.isoformat()) == day and parse(day.isoformat()).start == day
    assert (day < other, day == other) == (day_number(day) < day_number(other), day_number(day) == day_number(other))
    assert (other - day).days == day_number(other) - number
    assert moved(day, by) == other


@pytest.mark.parametrize("text", ["-0001-02-29", "-0043-04-31", "-0043-13", "-0000", "-0000-01-01"])
def test_what_does_not_exist_before_the_year_1_is_refused(text):
    with pytest.raises(EdtfError, match="does not exist|no year"):
        parse(text)


@pytest.mark.parametrize("text", ["Y170000002", "Y-170000002", "Y-17000"])
def test_years_that_cannot_be_drawn_are_refused_as_such(text):
    with pytest.raises(EdtfError, match="outside the years -9999 to 9999"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "Y-17E7",
        "Y17101E4S3",
        "1950S2",
        "[1667,1668,1670..1672]",
        "[..1760-12-03]",
        "{1960,1961-12}",
        "2004-06~-11",
        "?2004-06-~11",
        "2004?-06-11",
        "156X-12-25",
        "15XX-12-25",
        "XXXX-12-XX",
        "1XXX-XX",
        "1984-1X",
        "1985-04-1X",
        "2004-06-11/2004-%06",
    ],
)
def test_level_2_is_refused_by_name_but_for_its_seasons(text):
    with pytest.raises(EdtfError, match="level 2"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-02-30", "day `30` does not exist; 2024-02 has 29 days"),
        ("2023-02-29", "day `29` does not exist; 2023-02 has 28 days"),
        ("2024-13", "month `13` does not exist"),
        ("2024-00", "month `00` does not exist"),
        ("2024-13-01", "month `13` does not exist"),
        ("2024-6-1", "did you mean `2024-06-01`?"),
        ("2024-6", "did you mean `2024-06`?"),
        ("2024-06-19/2024-06-18", "ends before it starts; did you mean `2024-06-18/2024-06-19`?"),
        ("2024-10/2024-09~", "ends before it starts"),
        ("2024-13/2025", "`2024-13`: month `13`"),
        ("2024-01/2024-02-30", "`2024-02-30`: day `30`"),
        ("2001-21~", "a season takes no `~`"),
        ("2001-28~", "a season takes no `~`"),
        ("2001-42", "month `42` does not exist"),
        ("", "the date is empty"),
        ("  ", "the date is empty"),
        ("/", "needs a start or an end"),
        ("../..", "needs a start or an end"),
        ("../", "needs a start or an end"),
        ("/..", "needs a start or an end"),
        ("2024/2025/2026", "more than one `/`"),
        ("19 June 2024", "`19 June 2024` is not an EDTF date; did you mean `2024-06-19`?"),
        ("June the 19th", "`June the 19th` is not an EDTF date; write a date such as 2024-06-19"),
        ("19/06/2024", "did you mean `2024-06-19`?"),
        ("2024-10-03?~", "`2024-10-03?~` is not an EDTF date"),
        ("２０２４-06-19", "is not an EDTF date"),
        ("2024-06-19\n", "is not an EDTF date"),
        ("2024 - 06", "`2024 - 06` is not an EDTF date"),
    ],
)
def test_a_refusal_names_the_offending_part_and_what_would_be_right(text, says):
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert says in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("2024-06-19", "instant"),
        ("2024-10-03~", "instant"),
        ("2024-10", "within"),
        ("1996", "within"),
        ("201X", "within"),
        ("2001-21", "within"),
        ("2024-07/2024-09", "range"),
        ("2024-09/..", "range"),
    ],
)
def test_a_date_is_an_instant_a_range_or_some_day_within(text, shape):
    assert parse(text).shape == shape


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("2024-06-19", ""),
        ("1984?", "?"),
        ("2004-06~", "~"),
        ("2004-06-11%", "%"),
        ("1984~/2004-06", "~"),
        ("1984/2004?", "?"),
        ("1984~/2004~", "~"),
        ("1984?/2004~", "%"),
        ("1984~/..", "~"),
    ],
)
def test_the_qualifier_of_an_interval_is_that_of_either_end(text, qualifier):
    assert parse(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text", ["2024-10-15/2024-10", "2024-10/2024-10-01", "2024-10-15/2024", "2024/2024-01-01", "2024-10-15/2024-10-15"]
)
def test_an_interval_may_start_within_its_end_or_end_within_its_start(text):
    assert parse(text).start <= parse(text).end


def test_open_and_unknown_ends_are_told_apart():
    kinds = {text: (parse(text).open_start, parse(text).open_end) for text in ("1985/..", "1985/", "../1985", "/1985")}
    assert kinds == {
        "1985/..": ("", "open"),
        "1985/": ("", "unknown"),
        "../1985": ("open", ""),
        "/1985": ("unknown", ""),
    }


def test_the_ends_of_an_interval_are_dates_of_their_own():
    assert parse("1984-06-02?/2004-08").ends == (parse("1984-06-02?"), parse("2004-08"))
    assert parse("2024-09/..").ends == (parse("2024-09"), None)
    assert parse("2024-09").ends == (parse("2024-09"), parse("2024-09"))


@given(st.dates())
def test_every_day_round_trips(day: date):
    assert parse(day.isoformat()) == Edtf(day.isoformat(), day, day)
    assert str(parse(day.isoformat())) == day.isoformat()


@given(st.dates(), st.dates())
def test_an_interval_of_two_days_has_them_as_bounds_or_is_refused_when_reversed(one: date, other: date):
    text = f"{one}/{other}"
    if one > other:
        with pytest.raises(EdtfError, match="ends before it starts"):
            parse(text)
    else:
        assert (parse(text).start, parse(text).end) == (one, other)


@given(st.text(max_size=20) | EDTF_CHARACTERS | st.lists(EDTF_CHARACTERS, min_size=2, max_size=2).map("/".join))
def test_any_text_is_a_date_whose_bounds_are_in_order_or_an_edtf_error(text):
    try:
        found = parse(text)
    except EdtfError as refusal:
        assert str(refusal)
    else:
        assert found.start or found.end
        assert not (found.start and found.end) or found.start <= found.end


@pytest.mark.parametrize("text", ["2024-10-1X", "~8030S4", "2024-1X/.."])
def test_a_refusal_prints_nothing(text, capsys):
    with pytest.raises(EdtfError):
        parse(text)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        f"{part}{mark}"
        for part in ("1996", "0001", "9999", "2024-01", "2024-02", "1900-02", "2024-12", "2024-02-29", "2023-10-31")
        for mark in ("", "?", "~", "%")
    ],
)
def test_common_dates_are_what_the_library_says_they_are(text):
    known = edtf.parse_edtf(text)
    found = parse(text)
    assert (found.start, found.end) == (date(*known.lower_strict()[:3]), date(*known.upper_strict()[:3]))
    assert (found.text, found.qualifier) == (text, text[-1] if text[-1] in "?~%" else "")
    assert found.precision == {1: "year", 2: "month", 3: "day"}[text.count("-") + 1]


def test_dates_read_off_their_form_are_what_the_library_says_they_are():
    years = ("0001", "1996", "2000", "2001", "9999", "199X", "001X", "01XX", "19XX", "1XXX", "999X")
    months = ("", "-01", "-02", "-12", "-13", "-21", "-22", "-23", "-24", "-25", "-XX")
    days = ("", "-01", "-29", "-30", "-31", "-32", "-XX")
    texts = [
        "".join(parts)
        for parts in itertools.product(years, months, days, ("", "?", "~", "%"))
        if parts[1] or not parts[2]
    ]
    read = {text: found for text in texts if (found := days_of(text))}
    assert len(read) > 300
    for text, found in read.items():
        if parse(text).precision == "season":
            continue  # of a winter the library has December alone, and knows the north alone
        known = edtf.parse_edtf(text)
        assert found == (date(*known.lower_strict()[:3]), date(*known.upper_strict()[:3])), text


@pytest.mark.parametrize("time", ["10:11:12", "00:00:00Z", "23:59:59-05:30", "18:00:00+03"])
def test_a_time_of_day_is_kept_as_it_is_written(time):
    text = f"2001-02-03T{time}"
    found = parse(text)
    assert day_and_time(text) == ("2001-02-03", time)
    assert (found.text, found.time, str(found.start), found.precision) == (text, time, "2001-02-03", "day")


@pytest.mark.parametrize("text", ["2001-02T10:11:12", "2001-02-03T25:00:00", "2001-02-03", "T10:11:12"])
def test_what_is_no_day_with_a_time_stays(text):
    assert day_and_time(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2001-02-03T25:00:00", "no day with a time of day"),
        ("2001-02-30T10:00:00", "day `30` does not exist"),
        ("2001-02-03T10:00", "did you mean `2001-02-03T10:00:00`"),
        ("2001-02T10:11:12", "did you mean `2001-02`"),
        ("2001-02-03T10:00:00/2001-02-03T08:00:00", "ends before it starts"),
    ],
)
def test_what_is_wrong_with_a_time_of_day_is_said(text, said):
    with pytest.raises(EdtfError, match=re.escape(said)):
        parse(text)


def test_of_one_day_what_has_no_time_comes_first_then_the_earlier():
    texts = ["2024-06-19T18:00:00", "2024-06-19", "2024-06-20", "2024-06-19T06:30:00", "2024-06-19T06:30:00/2024-06-20"]
    assert sorted(texts, key=lambda text: parse(text).order) == [
        "2024-06-19",
        "2024-06-19T06:30:00",
        "2024-06-19T18:00:00",
        "2024-06-19T06:30:00/2024-06-20",
        "2024-06-20",
    ]


def test_a_season_stands_where_most_readers_look_for_it():
    """Its bounds are all that it can mean, by which it would come before what it follows."""
    texts = ["2021-21", "2021-05", "2021-22", "2021-07-14", "2021-23", "2021-24", "2022-01"]
    assert sorted(texts, key=lambda text: parse(text).order) == texts
    assert [str(parse(text).middle) for text in ("2021-21", "2021-24", "2021-29", "2021-32", "2021-40")] == [
        "2021-04-15",
        "2022-01-14",
        "2021-10-16",
        "2021-07-16",
        "2021-04-01",
    ]


@given(st.integers(-9998, 9998), st.integers(21, 41))
def test_what_most_readers_take_a_season_for_is_among_what_it_can_mean(year, code):
    season = parse(f"{iso_of([year])}-{code}")
    assert season.start <= season.order[0] <= season.middle <= season.end
    assert season.shape == "within"


def test_times_of_one_day_are_ordered_by_the_moment_where_their_offsets_are_known():
    texts = ["2024-06-19T16:00:00Z", "2024-06-19T18:00:00+03:00", "2024-06-19T12:30:00-04:30", "2024-06-19T01:00:00+09"]
    assert sorted(texts, key=lambda text: parse(text).order) == [texts[3], texts[1], texts[0], texts[2]]


def test_an_end_before_its_start_is_found_across_offsets():
    with pytest.raises(EdtfError, match="ends before it starts"):
        parse("2024-06-19T18:00:00Z/2024-06-19T18:30:00+03:00")


@pytest.mark.parametrize(
    "text",
    [
        "2001-02-03T10:00:00/2001-02-03",
        "2001-02-03T23:00:00+14:00/2001-02-03T10:00:00Z",
        "2001-02-03T18:00:00/2001-02-03T10:00:00Z",
    ],
)
def test_an_end_whose_time_cannot_be_compared_may_be_on_the_same_day(text):
    assert parse(text).text == text


@pytest.mark.parametrize("text", ["2024-06-19T18:00:00", "2024-06-19~", "2024-06", "2024-06-19/2024-06-20"])
def test_a_field_that_takes_a_single_day_takes_no_more_and_no_less(text):
    with pytest.raises(ValidationError, match="is not a single day"):
        TypeAdapter(Day).validate_python(text)
