"""What holds of every frame and every specification: its answers are those of the definitions, worked out by row."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from timeline.publish.exports.api import events_answer, events_object
from timeline.query.asof import as_of, frame_as_of
from timeline.query.events import matching_events
from timeline.query.frame import COLUMNS, frame_of
from timeline.query.operators import FACETS, OPERATORS
from timeline.query.search import facet_counts, select, selected
from timeline.query.spec import FilterSpec, parse_query, vocabulary
from timeline.record.folding import words_of

FIRST = date(2024, 1, 1)
WORDS = ("ana", "ben", "cleo", "dan")
days = st.integers(0, 8).map(lambda days: FIRST + timedelta(days=days))
bounds = st.tuples(days | st.none(), days | st.none()).map(
    lambda pair: tuple(sorted(pair)) if all(pair) else pair  # a date never ends before it starts
)
some = st.lists(st.sampled_from(WORDS), unique=True, max_size=3).map(tuple)
rows = st.fixed_dictionaries(
    {
        "span": bounds,
        **dict.fromkeys(("actors", "countries", "sources", "claimants"), some),
        **dict.fromkeys(("kind", "status"), st.sampled_from(WORDS)),
        "key": st.booleans(),
        "text": st.lists(st.sampled_from((*WORDS, "ete")), max_size=4).map(" ".join),
    }
)
chosen = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(FACETS, some),
        "q": st.sampled_from(("Ana", "ben ana", "été", " ", "nobody", "le")),
        "from": days.map(date.isoformat),
        "to": days.map(date.isoformat),
        "dates": st.sampled_from(("certain", "possible")),
        "key": st.sampled_from(("0", "1")),
        "window": st.tuples(days, days).filter(lambda ends: ends[0] < ends[1]).map("{0[0]}/{0[1]}".format),
        "scope": st.sampled_from(("period", "all")),
    },
).filter(lambda values: values.get("from", "") <= values.get("to", "9999"))  # the other way round it is no interval


def frame_from(cells: list[dict]) -> pd.DataFrame:
    """A frame with some columns of the real one."""
    columns = {name: [row[name] for row in cells] for name in (cells[0] if cells else {}) if name != "span"}
    columns |= {name: [row["span"][side] for row in cells] for side, name in enumerate(("start", "end"))}
    names = list(dict.fromkeys(name for operator in OPERATORS for name in operator.columns))
    return pd.DataFrame(columns, columns=names).astype({name: COLUMNS[name] for name in names})


def lies(span: tuple[date | None, date | None], spec: FilterSpec) -> bool:
    """Whether a date may lie, or surely lies, in the interval of a specification, and may lie in its period."""
    inside = within(span, spec.text("from"), spec.text("to"))
    period = spec.text("window").partition("/") if spec.text("scope") != "all" else ("", "", "")
    return (all(inside) if spec.text("dates") == "certain" else any(inside)) and any(within(span, period[0], period[2]))


def within(span: tuple[date | None, date | None], first: str, last: str) -> list[bool]:
    """Of each day of a date, whether it lies from `first` to `last` ("" for no bound); open bounds are far."""
    far = timedelta(days=20)
    start, end = span[0] or FIRST - far, span[1] or FIRST + far
    bounds = (date.fromisoformat(first) if first else FIRST - far, date.fromisoformat(last) if last else FIRST + far)
    return [bounds[0] <= start + timedelta(days=n) <= bounds[1] for n in range((end - start).days + 1)]


def holds(row: dict, spec: FilterSpec) -> bool:
    for facet, column in FACETS.items():
        held = (row[column],) if isinstance(row[column], str) else row[column]
        if spec.words(facet) and not set(held) & set(spec.words(facet)):
            return False
    if spec.text("key") == "1" and not row["key"]:
        return False
    return all(word in row["text"] for word in words_of(spec.text("q"))) and lies(row["span"], spec)


@given(st.lists(rows, max_size=8), chosen.map(FilterSpec))
def test_a_selection_holds_the_rows_that_match_every_filter(cells, spec):
    assert list(select(frame_from(cells), spec).index) == [at for at, row in enumerate(cells) if holds(row, spec)]


@given(bounds, days, days, st.sampled_from(("certain", "possible")))
def test_an_interval_is_met_or_held_as_its_days_say(span, first, last, dates):
    first, last = sorted((first, last))
    spec = FilterSpec({"from": first.isoformat(), "to": last.isoformat(), "dates": dates})
    frame = frame_from(
        [{**dict.fromkeys(FACETS.values(), ()), "kind": "", "status": "", "key": False, "text": "", "span": span}]
    )
    assert (len(select(frame, spec)) == 1) is lies(span, spec)


@given(st.lists(rows, max_size=8), chosen, chosen)
def test_filters_of_different_names_can_be_applied_in_turn(cells, one, other):
    frame = frame_from(cells)
    together = ({"from", "to", "dates"}, {"window", "scope"})
    taken = set(one).union(*(keys for keys in together if keys & one.keys()))
    other = {key: value for key, value in other.items() if key not in taken}
    both = select(frame, FilterSpec({**one, **other}))
    pd.testing.assert_frame_equal(both, select(select(frame, FilterSpec(one)), FilterSpec(other)))


@given(st.lists(rows, max_size=8), chosen.map(FilterSpec))
def test_an_option_s_count_is_the_number_of_rows_with_it_chosen_as_well(cells, spec):
    frame = frame_from(cells)
    for facet, counts in facet_counts(frame, spec).items():
        for word, count in counts.items():
            wider = FilterSpec({**spec.values, facet: tuple({*spec.words(facet), word})})
            assert count == len(select(frame, wider)), (facet, word)


moments = st.dates(date(1960, 1, 1), date(1970, 12, 31))


@given(moments)
def test_the_frame_as_of_a_day_is_that_of_the_record_as_of_that_day(apollo, day):
    known, written = frame_as_of(apollo, day), frame_of(as_of(apollo, day))
    columns = [name for name in COLUMNS if name != "text"]
    pd.testing.assert_frame_equal(known[columns].reset_index(drop=True), written[columns])
    assert list(frame_of(apollo).loc[known.index, "id"]) == list(known["id"])


queries = st.lists(
    st.sampled_from(
        (
            "actor=parkes",
            "actor=neil-armstrong",
            "country=US",
            "source=nasa",
            "status=contested",
            "q=moon",
            "dates=certain",
        )
    )
    | moments.map(lambda day: f"from={day}")
    | moments.map(lambda day: f"asof={day}")
    | st.sampled_from(("lang=fr", "colour=red")),
    max_size=4,
).map("&".join)


@given(queries)
def test_the_api_s_answer_is_its_object_whatever_is_asked(apollo, query):
    assert events_answer(apollo, query) == json.dumps(events_object(apollo, query), ensure_ascii=False).encode()


@given(queries)
def test_the_events_of_a_view_are_those_of_its_frame(apollo, query):
    spec = parse_query(query, vocabulary(apollo))
    frame, events = selected(apollo, spec), matching_events(apollo, spec)
    assert [(e.id, e.status, e.sources, e.claimants, len(e.claims)) for e in events] == list(
        frame[["id", "status", "sources", "claimants", "claims"]].itertuples(index=False, name=None)
    )


def test_requests_leave_nothing_behind_with_the_record(record):
    def kept() -> list[int]:
        return sorted(len(made) for made in record.made.values() if hasattr(made, "__len__"))

    events_answer(record)  # every event is written once
    events_answer(record, "asof=2024-10-25")
    before = kept()
    for day in range(1, 31):
        events_answer(record, f"asof=2024-10-{day:02}&q=kursk")
    assert kept() == before
