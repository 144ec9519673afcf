"""What leaves: which events, in which language, under which names."""

from __future__ import annotations

import pytest

from timeline.publish.exports.selection import select_view
from timeline.record.dates.edtf import parse


@pytest.mark.parametrize(
    ("query", "language", "chosen"),
    [
        ("", None, "en"),
        ("lang=fr", None, "fr"),
        ("lang=fr", "en", "en"),
        ("", "fr", "fr"),
        ("", "ko", "en"),
        ("lang=fr", "ko", "fr"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_query_s_else_the_record_s_first(apollo, query, language, chosen):
    assert select_view(apollo, query, language).language == chosen


def test_an_entry_says_in_words_what_the_record_holds(apollo):
    entry = next(
        entry
        for entry in select_view(apollo, "lang=fr", base="https://example.org/").entries
        if entry.id == "first-words"
    )
    assert (entry.when, entry.date.certain, entry.kind, entry.status, entry.countries) == (
        "peut-être le 21 juillet 1969",
        False,
        "Mission",
        "Contesté",
        ["États-Unis", "Australie"],
    )
    assert (entry.claims, entry.sources, entry.link) == (
        2,
        ["Pages d’histoire de la NASA", "Le Héraut lunaire"],
        "https://example.org/?event=first-words&lang=fr",
    )


def test_a_view_as_of_a_day_says_so_and_keeps_hindsight_out(apollo):
    selection = select_view(apollo, "asof=1969-08-01")
    assert selection.subtitle == "As known on 1969-08-01. From the goal to the samples"
    assert [entry.summary for entry in selection.entries] == [""] * len(selection.events)
    assert 0 < len(selection.events) < len(apollo.events)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Le traité russo-nord-coréen de 2024", "le-traite-russo-nord-coreen-de-2024"),
        ("  «\u00a0A/B\u00a0»: ‘c’ ", "a-b-c"),
        ("조약", "timeline-8d4e7d55"),  # a digest of what Latin letters leave out
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 59 + "-y", "x" * 59),
        ("x" * 61, "x" * 60),
        ("Russia’s law, and the president's", "russias-law-and-the-presidents"),
        ("word " * 11 + "seventh", "-".join(["word"] * 11)),
        ("", "timeline"),
    ],
)
def test_a_title_becomes_a_safe_name(make_record, title, name):
    """As `slug_of` makes names of titles, of whole words; in the browser too (tests/browser/test_exports_kernel.py)."""
    named = f"{title}!" if title else "!"  # a record has to have a title
    assert select_view(make_record(settings={"title": {"en": named}})).name == name


def test_files_are_named_by_title_part_day_and_language(apollo):
    assert select_view(apollo, "lang=fr").filename("csv") == "le-programme-apollo-fr.csv"
    assert (
        select_view(apollo, "asof=1969-08-01").filename("timelinejs.json", "claims")
        == "the-apollo-programme-claims-as-of-1969-08-01-en.timelinejs.json"
    )


@pytest.mark.parametrize(
    ("date", "certain", "parts"),
    [
        ("2024-06-19", True, ([2024, 6, 19], None)),
        ("2024-06-19/2024-06-21", True, ([2024, 6, 19], [2024, 6, 21])),
        ("2024-06-19~", False, ([2024, 6, 19], None)),
        ("2024-10", False, ([2024, 10], None)),
        ("2024-10-XX", False, ([2024, 10], None)),
        ("1996?", False, ([1996], None)),
        ("199X", False, ([1990], [1999])),
        ("2024-22", False, ([2023, 12], [2025, 2])),
        ("2022~/2024-10", False, ([2022], [2024, 10])),
        ("1996/1996", False, ([1996], None)),
        ("2024-09/..", False, ([2024, 9], None)),
        ("2024-09-01/", False, ([2024, 9, 1], None)),
        ("../1969", False, ([1969], None)),
        ("/1969-07-04", False, ([1969, 7, 4], None)),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(date, certain, parts):
    assert (parse(date).certain, parse(date).parts) == (certain, parts)
