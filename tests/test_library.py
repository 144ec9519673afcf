"""`import timeline`: the record as tables, views of it, and its chart, as docs/python.md says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

import timeline
from docs import notebook
from timeline.query.events import matching_events
from timeline.query.spec import CHOICES, parse_query, vocabulary

ROOT = Path(__file__).parents[1]
DAYS = {"start", "end", "asserted_from", "asserted_until"}


@pytest.fixture(scope="module")
def tables(apollo) -> timeline.Frames:
    return timeline.frames(apollo)


def test_importing_it_loads_nothing_heavy():
    heavy = {"pandas", "numpy", "plotly", "dash", "flask", "pydantic"}
    code = f"import timeline, sys; print(sorted({heavy!r} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "[]\n"


def test_it_offers_what_it_names_and_nothing_else():
    assert {"load", "frames", "select", "figure", "RecordError"} <= set(timeline.__all__) <= set(dir(timeline))
    assert all(getattr(timeline, name).__doc__ for name in timeline.__all__)
    with pytest.raises(AttributeError, match="no attribute 'show'"):
        _ = timeline.show


def test_a_record_with_mistakes_raises_one_error_that_lists_them(write_record):
    folder = write_record(
        events=lambda text: text.replace("1961-05-25", "1961-05-45", 1).replace("kind: science", "kind: sience", 1)
    )
    with pytest.raises(timeline.RecordError) as raised:
        timeline.load(folder)
    assert len(raised.value.problems) >= 2
    assert [line.partition(": ")[0] for line in str(raised.value).splitlines()] == [
        f"{problem.file}:{problem.line}:{problem.column}" for problem in raised.value.problems
    ]


# Tables


def test_the_columns_and_their_dtypes_are_the_documented_ones(tables):
    text = [f"{name}_{language}" for name in ("title", "summary", "place") for language in ("en", "fr")]
    words = ["id", "date", "shape", "qualifier", "kind", "status", "part_of", *text]
    assert {name: str(dtype) for name, dtype in tables.events.dtypes.items()} == {
        **dict.fromkeys(words, "str"),
        **dict.fromkeys(("start", "end"), "datetime64[us]"),
        **dict.fromkeys(("actors", "countries", "sources", "claimants"), "object"),
        **dict.fromkeys(("later", "key"), "bool"),
        **dict.fromkeys(("lat", "lon"), "float64"),
        "claims": "int64",
    }
    words = ["event", "claim", "source", "stance", "asserted_on", "side", "url", "locator", "via", "derives_from"]
    assert {name: str(dtype) for name, dtype in tables.claims.dtypes.items()} == {
        **dict.fromkeys([*words, "quote", "quote_language", "says_en", "says_fr", "note_en", "note_fr"], "str"),
        **dict.fromkeys(("asserted_from", "asserted_until"), "datetime64[us]"),
        "by": "object",
        "passage": "Int64",
    }
    assert {name: str(dtype) for name, dtype in tables.amounts.dtypes.items()} == {
        **dict.fromkeys(("event", "claim", "quantity", "bound", "unit", "scope", "words_en", "words_fr"), "str"),
        **dict.fromkeys(("value", "low", "high"), "float64"),
    }


@pytest.mark.parametrize("document", ["docs/python.md", "Frames"])
def test_every_column_is_documented(tables, document):
    text = timeline.Frames.__doc__ if document == "Frames" else (ROOT / document).read_text(encoding="utf-8")
    for table in tables:
        for name in table.columns:
            shown = re.sub("_(en|fr)$", "_…", name)
            assert f"`{shown}`" in text, shown


def test_there_is_a_row_for_every_event_claim_and_amount_in_the_record_s_order(record):
    events, claims, amounts = timeline.frames(record)
    assert list(events["id"]) == [event.id for event in record.events]
    said = [(event.id, claim) for event in record.events for claim in event.claims]
    assert list(zip(claims["event"], claims["claim"], strict=True)) == [(event, claim.id) for event, claim in said]
    assert list(claims["passage"].fillna(0)) == [claim.passage or 0 for _, claim in said]
    given = [(event, claim.id, amount.quantity) for event, claim in said for amount in claim.amounts]
    assert list(amounts[["event", "claim", "quantity"]].itertuples(index=False, name=None)) == given
    assert all(list(table.index) == list(range(len(table))) for table in (events, claims, amounts))


def test_days_are_days_and_what_is_not_known_is_missing(apollo, tables):
    for table in tables:
        for name in DAYS & set(table.columns):
            assert (table[name].dropna().dt.normalize() == table[name].dropna()).all()
    open_end = tables.events.set_index("id").loc["reflector-in-use"]
    assert (open_end["start"], open_end["end"] is pd.NaT, open_end["date"]) == (
        pd.Timestamp("1969-08-01"),
        True,
        "1969-08/..",
    )
    assert tables.claims["quote"].isna().any() and not (tables.claims["quote"] == "").any()


def test_a_record_without_events_has_the_same_columns(write_record, tables):
    empty = timeline.frames(timeline.load(write_record(events="[]\n")))
    for none, some in zip(empty, tables, strict=True):
        assert len(none) == 0 and none.dtypes.equals(some.dtypes)


# Views


@pytest.mark.parametrize(
    "query", ["", "?kind=treaty", "actor=kim-jong-un&asof=2024-11-05", "q=kursk&lang=fr", "from=2025-01-01"]
)
def test_a_selection_holds_the_events_of_the_view(record, query):
    found = timeline.select(record, query)
    events = matching_events(record, parse_query(query, vocabulary(record)))
    assert list(found["id"]) == [event.id for event in events]
    assert list(found["status"]) == [event.status for event in events]
    whole = timeline.frames(record).events
    assert found.dtypes.equals(whole.dtypes[found.columns]) and set(found.columns) == set(whole.columns)
    assert list(whole.loc[found.index, "id"]) == list(found["id"])


def test_a_view_of_a_day_has_no_summaries_for_they_are_written_with_hindsight(record):
    assert timeline.select(record, "asof=2024-11-05")["summary_en"].isna().all()
    assert timeline.select(record, "to=2024-11-05")["summary_en"].notna().all()


def test_selecting_leaves_the_tables_as_they_were(record):
    before = timeline.frames(record).events.copy(deep=True)
    found = timeline.select(record, "asof=2024-11-05&q=kursk")
    found["status"] = "unknown"
    pd.testing.assert_frame_equal(timeline.frames(record).events, before)


def test_what_is_not_understood_of_a_query_is_one_error(apollo):
    with pytest.raises(timeline.QueryError) as raised:
        timeline.select(apollo, "actor=parks&colour=red&from=1969-02-30")
    assert str(raised.value).splitlines() == [
        "there is no actor `parks`; did you mean `parkes`?",
        "there is no filter `colour`; did you mean `country`?",
        "`from=1969-02-30` is not understood; a day is written 2024-10-01",
    ]
    with pytest.raises(timeline.QueryError, match="there is no lang `de`"):
        timeline.figure(apollo, language="de")


# The chart


def marks_of(figure) -> dict:
    (marks,) = (trace for trace in figure.data if trace.name == "marks")
    return marks


@pytest.mark.parametrize("group", CHOICES["group"])
def test_the_chart_has_a_mark_for_every_event_but_parts_and_lane_with_its_title_to_point_at(record, group):
    figure = timeline.figure(record, f"group={group}&window=1940-01-01/2030-12-31")
    marks = marks_of(figure)
    shown = {event.title["en"] for event in record.events if not event.part_of}
    assert {re.search("<b>(.*)</b>", words)[1].replace("&amp;", "&") for words in marks.text} == shown
    assert len(figure.layout.annotations) >= 3
    points = list(zip(marks.x, marks.y, strict=True))
    assert len(set(points)) == len(points)  # no mark hides another


def test_a_whole_says_how_many_parts_are_seen_in_it_and_a_part_alone_has_its_mark(record):
    signing = next(words for words in marks_of(timeline.figure(record)).text if "Putin and Kim sign" in words)
    assert signing.endswith("14 parts")
    alone = timeline.figure(record, "kind=statement")
    parts = [
        event.title["en"] for event in record.events if event.part_of == "treaty-signed" and event.kind == "statement"
    ]
    assert parts and any(parts[0] in words for words in marks_of(alone).text)


def test_lanes_and_words_are_in_the_language_and_the_theme_asked_for(apollo):
    english, french = (timeline.figure(apollo, "window=1960-01-01/1970-12-31", language=lang) for lang in ("en", "fr"))
    names = lambda figure: [note.text for note in figure.layout.annotations]  # noqa: E731
    assert "<b>Science</b>" in names(english) and names(english) != names(french)
    assert "Premiers mots sur la Lune" in "".join(marks_of(french).text)
    dark = timeline.figure(apollo, theme="dark")
    assert dark.layout.paper_bgcolor != english.layout.paper_bgcolor


def test_labels_meet_neither_each_other_nor_a_mark(record):
    figure = timeline.figure(record)
    (labels,) = (trace for trace in figure.data if trace.name == "labels")
    assert len(labels.text) > 20
    begin, end = (pd.Timestamp(edge) for edge in figure.layout.xaxis.range)
    pixels = lambda moment: (pd.Timestamp(moment) - begin) / (end - begin) * 940  # noqa: E731
    letter = 6.4  # px of a letter of the page's font, on average
    spans = {}
    for moment, y, words, side in zip(labels.x, labels.y, labels.text, labels.textposition, strict=True):
        wide = len(re.sub("</?b>", "", words)) * letter * (1 if side == "middle right" else -1)
        spans.setdefault(y, []).append(sorted((pixels(moment), pixels(moment) + wide)))
    marks = marks_of(figure)
    for moment, y in zip(marks.x, marks.y, strict=True):
        spans.setdefault(y, []).append([pixels(moment) - 8, pixels(moment) + 8])
    for boxes in spans.values():
        boxes.sort()
        assert all(left[1] <= right[0] for left, right in zip(boxes, boxes[1:], strict=False))


def test_as_of_a_day_nothing_but_predictions_reaches_beyond_it(record):
    figure = timeline.figure(record, "asof=2024-10-25")
    ends = [day for trace in figure.data if trace.name.startswith("bar:") for day in trace.x if day]
    assert ends and max(ends) == "2024-10-26"
    assert any(shape.line.dash == "dash" and shape.x0 == "2024-10-26" for shape in figure.layout.shapes)


def test_a_chart_of_nothing_is_drawn_too(apollo):
    assert len(marks_of(timeline.figure(apollo, "q=nothing-like-this")).x) == 0


def test_texts_are_texts_in_the_chart(make_record):
    title = {"en": "<b>Tea</b> & <a href='https://example.org'>more</a>"}
    figure = timeline.figure(make_record({"date": "2024-06-19", "title": title}))
    assert "<a" not in "".join(marks_of(figure).text)
    assert "&lt;a" in "".join(marks_of(figure).text)


def test_marks_keep_a_distance_of_at_least_their_own_width(record):
    marks = marks_of(timeline.figure(record, "window=2024-06-01/2024-12-20"))
    span = timedelta(days=202)
    lines = {}
    for moment, y in zip(marks.x, marks.y, strict=True):
        lines.setdefault(y, []).append(pd.Timestamp(moment))
    for moments in lines.values():
        moments.sort()
        assert all((b - a) / span * 940 >= 17 for a, b in zip(moments, moments[1:], strict=False))


# docs/python.md and docs/python.ipynb


def test_every_example_of_the_page_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    namespace = {}
    examples = [source for kind, source in notebook.parts(notebook.TEXT.read_text(encoding="utf-8")) if kind == "code"]
    results = [notebook.run(source, namespace) for source in examples]
    assert len(results) >= 8
    written = json.loads(notebook.NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    for (printed, value), cell in zip(results, (c for c in written if c["cell_type"] == "code"), strict=True):
        kinds = [output["output_type"] for output in cell["outputs"]]
        assert kinds == ["stream"] * bool(printed) + ["execute_result"] * (value is not None)


def test_the_notebook_is_the_page_and_small():
    """After a change to the page: `make notebook`."""
    text = notebook.NOTEBOOK.read_text(encoding="utf-8")
    cells = json.loads(text)["cells"]
    assert [(cell["cell_type"], "".join(cell["source"])) for cell in cells] == notebook.parts(
        notebook.TEXT.read_text(encoding="utf-8")
    )
    assert any("image/png" in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))
    assert len(text) < 250_000 and "plotly.js" not in text
