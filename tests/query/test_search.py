"""Which events a specification leaves, and how many each further choice would leave."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from timeline.query.events import matching_events
from timeline.query.frame import frame_of
from timeline.query.operators import FACETS, OPERATORS
from timeline.query.search import facet_counts, mask, select, selected
from timeline.query.spec import FilterSpec, parse_query, vocabulary
from timeline.record.load import load_record


@pytest.fixture(scope="module")
def small(apollo):
    return frame_of(apollo)


@pytest.fixture(scope="module")
def find(apollo, small):
    """find(query) → the ids of the apollo events that match."""

    def ids(query: str) -> list[str]:
        spec = parse_query(query, vocabulary(apollo))
        assert spec.ignored == ()
        found = list(select(small, spec)["id"])
        assert found == [event.id for event in matching_events(apollo, spec)] == list(selected(apollo, spec)["id"])
        return found

    return ids


ALL = [
    "landing-before-1970",
    "lunar-goal",
    "rendezvous-chosen",
    "apollo-11-flight",
    "first-words",
    "quarantine-ends",
    "reflector-in-use",
    "samples-studied",
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ALL),
        ("actor=parkes", ["first-words"]),
        ("country=AU", ["first-words"]),
        ("source=herald", ["rendezvous-chosen", "first-words", "quarantine-ends"]),
        ("kind=science", ["reflector-in-use", "samples-studied"]),
        ("status=predicted", ["landing-before-1970"]),
        ("lang=fr&view=list&event=first-words&scope=all", ALL),
    ],
)
def test_each_facet_leaves_the_events_that_hold_the_value(find, query, ids):
    assert find(query) == ids


def test_a_period_leaves_what_may_lie_in_it_unless_the_scope_is_all(find):
    assert find("window=1969-08-01/1969-09-15") == [
        "landing-before-1970",
        "quarantine-ends",
        "reflector-in-use",
        "samples-studied",
    ]
    assert find("window=1969-08-01/1969-09-15&scope=all") == ALL
    assert find("window=1962-06-01/1962-06-02&status=contested") == []


def test_several_values_of_a_facet_are_alternatives(find):
    assert find("actor=parkes&actor=john-kennedy") == ["landing-before-1970", "lunar-goal", "first-words"]
    assert find("status=contested&status=reported") == ["rendezvous-chosen", "first-words", "samples-studied"]


def test_several_facets_all_have_to_hold(find):
    assert find("actor=neil-armstrong&source=nasa") == ["apollo-11-flight", "first-words"]
    assert find("actor=neil-armstrong&source=nasa&status=contested") == ["first-words"]
    assert find("country=AU&kind=science") == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("q=moon", ["apollo-11-flight", "first-words"]),
        ("q=MOON+words", ["first-words"]),
        ("q=words+moon", ["first-words"]),
        ("q=D%C3%A9collage", ["apollo-11-flight"]),
        ("q=decollage", ["apollo-11-flight"]),
        ("q=amerrissage", ["apollo-11-flight"]),
        ("q=quarant", ["quarantine-ends"]),
        ("q=australia", ["first-words"]),
        ("q=1969-08", ["quarantine-ends", "reflector-in-use"]),
        ("q=%20%20", ALL),
        ("q=.*", []),
        ("q=nothing-of-the-kind", []),
    ],
)
def test_every_word_has_to_occur_folded_in_any_language(find, query, ids):
    assert find(query) == ids


DATES = [
    # a day
    ("lunar-goal", "1961-05-25", "1961-05-25", True, True),
    ("lunar-goal", "1961-05-26", "1961-06-30", False, False),
    ("lunar-goal", "1961-01-01", "1961-05-24", False, False),
    # a month: some day within
    ("quarantine-ends", "1969-08-01", "1969-08-31", True, True),
    ("quarantine-ends", "1969-08-10", "1969-08-20", True, False),
    ("quarantine-ends", "1969-08-31", "1969-09-30", True, False),
    ("quarantine-ends", "1969-09-01", "1969-09-30", False, False),
    # a year
    ("rendezvous-chosen", "1962-01-01", "1962-12-31", True, True),
    ("rendezvous-chosen", "1962-06-01", "1962-06-02", True, False),
    # a range
    ("apollo-11-flight", "1969-07-16", "1969-07-24", True, True),
    ("apollo-11-flight", "1969-07-24", "1969-07-31", True, False),
    ("apollo-11-flight", "1969-07-25", "1969-07-31", False, False),
    # qualified days: the strict day
    ("first-words", "1969-07-21", "1969-07-21", True, True),
    ("samples-studied", "1969-09-16", "1969-09-30", False, False),
    # an open end reaches any later day, and surely lies within no interval that ends
    ("reflector-in-use", "1969-08-01", "2100-12-31", True, False),
    ("reflector-in-use", "2024-01-01", "2024-12-31", True, False),
    ("reflector-in-use", "1969-01-01", "1969-07-31", False, False),
    # an open start reaches any earlier day
    ("landing-before-1970", "1900-01-01", "1900-12-31", True, False),
    ("landing-before-1970", "1970-01-01", "1970-12-31", False, False),
]


@pytest.mark.parametrize(("event", "first", "last", "possible", "certain"), DATES)
def test_an_interval_finds_what_may_fall_within_it_or_what_surely_does(find, event, first, last, possible, certain):
    assert (event in find(f"from={first}&to={last}")) is possible
    assert (event in find(f"from={first}&to={last}&dates=possible")) is possible
    assert (event in find(f"from={first}&to={last}&dates=certain")) is certain


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("from=1969-08-15", ["quarantine-ends", "reflector-in-use", "samples-studied", "landing-before-1970"]),
        ("from=1969-08-01&dates=certain", ["quarantine-ends", "reflector-in-use", "samples-studied"]),
        ("to=1962-01-01", ["landing-before-1970", "lunar-goal", "rendezvous-chosen"]),
        ("to=1962-12-31&dates=certain", ["lunar-goal", "rendezvous-chosen"]),
        ("to=1969-12-31&dates=certain", [event for event in ALL if event != "reflector-in-use"]),
        ("dates=certain", ALL),
    ],
)
def test_an_interval_may_be_open_itself(find, query, ids):
    assert find(query) == [event for event in ALL if event in ids]


def test_an_interval_that_ends_before_it_starts_finds_no_certain_event(find):
    assert find("from=1969-12-31&to=1969-01-01&dates=certain") == []


def test_the_mask_is_aligned_with_the_frame(frame):
    found = mask(frame, FilterSpec({"kind": ("treaty",)}))
    assert found.dtype == bool
    assert found.index.equals(frame.index)
    assert list(frame[found]["kind"].unique()) == ["treaty"]


def test_selecting_leaves_the_frame_as_it_was(frame):
    before = frame.copy(deep=True)
    select(frame, FilterSpec({"q": "russia", "from": "2024-10-01"}))
    facet_counts(frame, FilterSpec({"actor": ("vladimir-putin",)}))
    pd.testing.assert_frame_equal(frame, before)


def test_every_operator_of_the_table_narrows_the_real_record(frame):
    choices = {
        "any_of": lambda operator: (
            frame[operator.columns[0]].map(lambda cell: cell if isinstance(cell, str) else (cell or ("",))[0]).iloc[0],
        ),
        "words": lambda operator: "pyongyang",
        "interval": lambda operator: "2024-10-01",
        "flag": lambda operator: "1",
        "period": lambda operator: "2024-06-01/2024-12-20",
    }
    for operator in OPERATORS:
        found = select(frame, FilterSpec({operator.keys[0]: choices[operator.kind](operator)}))
        assert 0 < len(found) < len(frame), operator


# Facet counts, against brute force: how many events a view has with one more option chosen.


def with_option(spec: FilterSpec, facet: str, value: str) -> FilterSpec:
    return FilterSpec({**spec.values, facet: (*(word for word in spec.get(facet) if word != value), value)})


SPECS = [
    {},
    {"actor": ("vladimir-putin",)},
    {"country": ("KP", "UA")},
    {"source": ("afp", "mondialisation")},
    {"kind": ("treaty", "arms"), "status": ("established",)},
    {"q": "kursk"},
    {"actor": ("kim-jong-un",), "country": ("KR",), "from": "2024-10-01", "to": "2024-10-31", "dates": "certain"},
    {"q": "no such word at all"},
]


@pytest.mark.parametrize("values", SPECS, ids=str)
def test_the_count_of_an_option_is_the_size_of_the_result_with_it_chosen_as_well(frame, values):
    spec = FilterSpec(values)
    counts = facet_counts(frame, spec)
    options = {
        facet: {word for cell in frame[column] for word in ((cell,) if isinstance(cell, str) else cell)}
        for facet, column in FACETS.items()
    }
    assert {facet: set(found) for facet, found in counts.items()} == options
    for facet, words in options.items():
        for word in random.Random(facet).sample(sorted(words), min(len(words), 40)):
            assert counts[facet][word] == len(select(frame, with_option(spec, facet, word))), (facet, word)


def test_every_single_option_of_the_real_record_is_counted_right_without_filters(frame):
    for facet, found in facet_counts(frame, FilterSpec()).items():
        for word, count in found.items():
            assert count == len(select(frame, FilterSpec({facet: (word,)}))) > 0


def test_a_record_without_events_has_no_options(write_record):
    empty = frame_of(load_record(write_record(events="[]\n")))
    spec = FilterSpec({"actor": ("parkes",), "q": "moon", "from": "1969-01-01"})
    assert len(select(empty, spec)) == 0
    assert facet_counts(empty, spec) == dict.fromkeys(FACETS, {})
