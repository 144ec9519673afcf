"""Dates and figures in words, as a reader of English and of French would write them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from timeline.record.dates.edtf import parse
from timeline.record.model.model import Amount
from timeline.view.wording import amount_text, date_text, day_text, number_text

DATES = [
    # days
    ("2024-06-19", "19 June 2024", "19 juin 2024"),
    ("2024-06-01", "1 June 2024", "1er juin 2024"),
    ("2024-06-11", "11 June 2024", "11 juin 2024"),
    ("2024-10-03~", "on or about 3 October 2024", "vers le 3 octobre 2024"),
    ("2024-10-01~", "on or about 1 October 2024", "vers le 1er octobre 2024"),
    ("2024-10-03?", "perhaps 3 October 2024", "peut-être le 3 octobre 2024"),
    ("2024-10-03%", "perhaps on or about 3 October 2024", "peut-être vers le 3 octobre 2024"),
    ("2024-10-03T15:42:00Z", "3 October 2024, 15:42 (UTC)", "3 octobre 2024 à 15:42 (UTC)"),
    ("2024-10-03T15:42:10+05:30", "3 October 2024, 15:42:10 (UTC+5:30)", "3 octobre 2024 à 15:42:10 (UTC+5:30)"),
    ("2024-10-03T00:00:00-04", "3 October 2024, 00:00 (UTC−4)", "3 octobre 2024 à 00:00 (UTC−4)"),
    ("2024-10-03T09:00:00/..", "since 3 October 2024, 09:00", "depuis le 3 octobre 2024 à 09:00"),
    # before the year 1, whose era the end of an interval says for both
    ("-0051/-0043", "52 to 44 BC", "de 52 à 44 av.\u00a0J.\u2011C."),
    ("-0752~/-0715~", "about 753 to about 716 BC", "d’environ 753 à environ 716 av.\u00a0J.\u2011C."),
    ("-0752?/-0715", "753 (perhaps) to 716 BC", "de 753 (peut-être) à 716 av.\u00a0J.\u2011C."),
    ("-0007~/0004~", "about 8 BC to about 4 AD", "d’environ 8 av.\u00a0J.\u2011C. à environ 4 ap.\u00a0J.\u2011C."),
    # months and years
    ("2024-10", "October 2024, day unknown", "octobre 2024, jour inconnu"),
    ("2024-10-XX", "October 2024, day unknown", "octobre 2024, jour inconnu"),
    ("2024-10~", "around October 2024", "vers octobre 2024"),
    ("2024-10?", "perhaps October 2024, day unknown", "peut-être octobre 2024, jour inconnu"),
    ("1996", "1996, exact date unknown", "1996, date exacte inconnue"),
    ("2024-XX", "2024, exact date unknown", "2024, date exacte inconnue"),
    ("2022~", "around 2022", "vers 2022"),
    # seasons, decades, centuries
    (
        "2024-21",
        "spring 2024 (north or south of the equator: March to November 2024), exact date unknown",
        "printemps 2024 (au nord ou au sud de l’équateur\u00a0: de mars à novembre 2024), date exacte inconnue",
    ),
    (
        "2024-28",
        "northern winter 2024 (December 2023 to February 2025), exact date unknown",
        "hiver boréal 2024 (de décembre 2023 à février 2025), date exacte inconnue",
    ),
    (
        "2024-31",
        "southern autumn 2024 (March to May 2024), exact date unknown",
        "automne austral 2024 (de mars à mai 2024), date exacte inconnue",
    ),
    ("2024-33", "first quarter of 2024, exact date unknown", "premier trimestre 2024, date exacte inconnue"),
    ("199X", "1990s, exact date unknown", "années 1990, date exacte inconnue"),
    ("199X~", "around the 1990s", "vers les années 1990"),
    ("19XX", "1900–1999, exact date unknown", "1900–1999, date exacte inconnue"),
    # intervals: what both ends share is said once
    ("2024-06-18/2024-06-19", "18 to 19 June 2024", "du 18 au 19 juin 2024"),
    ("2024-06-01/2024-06-03", "1 to 3 June 2024", "du 1er au 3 juin 2024"),
    ("2024-06-28/2024-07-02", "28 June to 2 July 2024", "du 28 juin au 2 juillet 2024"),
    ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024", "du 30 décembre 2023 au 2 janvier 2024"),
    ("2024-07/2024-09", "July to September 2024", "de juillet à septembre 2024"),
    ("2024-10/2024-11", "October to November 2024", "d’octobre à novembre 2024"),
    ("2023-08/2024-04", "August 2023 to April 2024", "d’août 2023 à avril 2024"),
    ("1995/1996", "1995 to 1996", "de 1995 à 1996"),
    ("2024-21/2024-23", "spring 2024 to autumn 2024", "du printemps 2024 à l’automne 2024"),
    ("2024-22/2024-24", "summer 2024 to winter 2024", "de l’été 2024 à l’hiver 2024"),
    ("2024-26/2024-28", "northern summer 2024 to northern winter 2024", "de l’été boréal 2024 à l’hiver boréal 2024"),
    (
        "2024-36/2025-40",
        *("the last quarter of 2024 to the first half of 2025", "du dernier trimestre 2024 au premier semestre 2025"),
    ),
    # intervals: ends known to different degrees
    ("2022/2024-11", "2022 to November 2024", "de 2022 à novembre 2024"),
    ("2024-06-19/2024-07", "19 June 2024 to July 2024", "du 19 juin 2024 à juillet 2024"),
    ("2024-04/2024-06-19", "April 2024 to 19 June 2024", "d’avril 2024 au 19 juin 2024"),
    ("199X/2004", "the 1990s to 2004", "des années 1990 à 2004"),
    # intervals: qualified ends
    ("2022~/2024-10", "about 2022 to October 2024", "d’environ 2022 à octobre 2024"),
    ("2022/2024-10~", "2022 to about October 2024", "de 2022 à environ octobre 2024"),
    ("2024-10-03~/2024-10-08", "about 3 October 2024 to 8 October 2024", "du 3 octobre 2024 environ au 8 octobre 2024"),
    ("2024-10-03/2024-10-08~", "3 to about 8 October 2024", "du 3 au 8 octobre 2024 environ"),
    ("2024-07?/2024-09", "July 2024 (perhaps) to September 2024", "de juillet 2024 (peut-être) à septembre 2024"),
    # open and unknown ends
    ("2024-09/..", "since September 2024", "depuis septembre 2024"),
    ("2024-09-01/..", "since 1 September 2024", "depuis le 1er septembre 2024"),
    ("2022~/..", "since about 2022", "depuis environ 2022"),
    ("2024-22/..", "since summer 2024", "depuis l’été 2024"),
    ("../2024-10", "until October 2024", "jusqu’en octobre 2024"),
    ("../1969", "until 1969", "jusqu’en 1969"),
    ("../2024-10-03", "until 3 October 2024", "jusqu’au 3 octobre 2024"),
    ("../1969~", "until about 1969", "jusqu’à environ 1969"),
    ("2024-10/", "from October 2024, end unknown", "à partir d’octobre 2024, fin inconnue"),
    ("2024-10-03/", "from 3 October 2024, end unknown", "à partir du 3 octobre 2024, fin inconnue"),
    ("/2024-09", "until September 2024, start unknown", "jusqu’en septembre 2024, début inconnu"),
    ("/2024-10-03", "until 3 October 2024, start unknown", "jusqu’au 3 octobre 2024, début inconnu"),
]


@pytest.mark.parametrize(("edtf", "english", "french"), DATES)
def test_a_date_is_said_as_far_as_it_is_known(edtf, english, french):
    assert (date_text(parse(edtf), "en"), date_text(parse(edtf), "fr")) == (english, french)


def test_every_date_of_the_real_record_reads_well(record):
    dates = {event.date for event in record.events} | {
        c.asserted_on for e in record.events for c in e.claims if c.asserted_on
    }
    for edtf in dates:
        english, french = date_text(edtf, "en"), date_text(edtf, "fr")
        assert not re.search(
            r"\b(de|le|la) [aeiouéèà]|\bde le|\bà le|\bde les|\bvers de|\b1 "
            r"(jan|fév|mars|avr|mai|jui|ao|sep|oct|nov|déc)",
            french,
        ), french
        assert not re.search(r"[{}]|  |^,|,$|None", english + french)
        assert english != french or re.fullmatch(r"[\d–]+", english) or edtf.precision == "day", english


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2024, 6, 19), "19 Jun 2024", "19 juin 2024"),
        (date(2024, 6, 1), "1 Jun 2024", "1er juin 2024"),
    ],
)
def test_a_day_may_be_said_shortly(day, english, french):
    assert (day_text(day, "en"), day_text(day, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("language", "long", "short", "month"),
    [
        ("de", "3. September 1745", "3. Sept. 1745", "September 1745"),
        ("es", "3 de septiembre de 1745", "3 de sept de 1745", "septiembre de 1745"),
        ("pl", "3 września 1745", "3 wrz 1745", "wrzesień 1745"),
        ("ko", "1745년 9월 3일", "1745년 9월 3일", "1745년 9월"),
    ],
)
def test_other_languages_write_dates_their_own_way(language, long, short, month):
    """The words around a date are English there; the date itself is what its readers, and their browser, write."""
    assert (date_text(parse("1745-09-03"), language), day_text(date(1745, 9, 3), language)) == (long, short)
    assert date_text(parse("1745-09~"), language) == f"around {month}"
    assert date_text(parse("1745-09-01/1745-09-03"), language).endswith(f" to {long}")
    assert (
        date_text(parse("1745-09-01/1745-09-03"), language).count("1745") == 2
    )  # the rest doesn't stand at the end everywhere


@pytest.mark.parametrize(
    ("figure", "english", "french"),
    [
        ({"value": 12}, "12", "12"),
        (
            {"value": 11000, "bound": "about", "unit": "soldiers", "scope": "in-kursk"},
            "about 11,000 soldiers, in Kursk region",
            "environ 11\u202f000 soldats, dans la région de Koursk",
        ),
        (
            {"value": 10000, "bound": "at_least", "unit": "soldiers"},
            "at least 10,000 soldiers",
            "au moins 10\u202f000 soldats",
        ),
        ({"value": 500, "bound": "at_most", "unit": "km2"}, "at most 500 km²", "au plus 500 km²"),
        ({"value": 21.5, "scope": "none"}, "21.5", "21,5"),
        (
            {"low": 3000, "high": 12000, "unit": "soldiers"},
            "3,000 to 12,000 soldiers",
            "de 3\u202f000 à 12\u202f000 soldats",
        ),
        ({"low": 3000, "unit": "soldiers"}, "3,000 to … soldiers", "de 3\u202f000 à … soldats"),
        (
            {"words": {"en": "thousands", "fr": "des milliers"}, "scope": "in-russia"},
            "thousands, in Russia",
            "des milliers, en Russie",
        ),
    ],
)
def test_a_figure_is_said_with_its_bound_unit_and_scope(record, figure, english, french):
    made = Amount(quantity="troops", **figure)
    assert (amount_text(made, record.settings, "en"), amount_text(made, record.settings, "fr")) == (english, french)


def test_a_number_is_written_as_its_readers_write_it():
    assert (number_text(1234567.5, "en"), number_text(1234567.5, "fr")) == ("1,234,567.5", "1\u202f234\u202f567,5")
