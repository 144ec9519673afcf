"""The columns of the page's data as short texts, which travel as a tenth of their size and are read in no time.

A whole number is written in Base64 VLQ, as source maps have it: five bits a letter, the lowest first, 32 added where
more follow; the lowest bit of the number is its sign. A minus zero is None. Columns that have to do with one another
are written as differences, which are mostly zero. `assets/src/state/packing.js` reads what is written here;
tests/vectors/packing.json runs against both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from ..record.dates.days import day_number, day_of_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
NONE = LETTERS[1]  # minus zero
MORE = 32

Days = Sequence[int | None]
# What each column of days is counted from; "" is the row before.
BASES = {"start": "", "end": "start", "at": "start", "from": "start", "to": "end"}
LISTS = ("actors", "countries", "sources", "claimants")
PLAIN = ("id",)  # has no word twice
STEPS = 100_000  # of the overview's width, to which places on it are rounded


def pack(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The page's data (`timeline.view.payload`) with its columns packed, those of `rows` and `geometry` that are there:

    - of words `{words, at}`: the different ones, the most frequent first, and which of them each row has;
    - of lists of words `{words, at, n}`: the same of one list after the other, and how many words each row has;
    - of days `{days, from}`: how much later than those of the column `from` each is, or, where that has none or is "",
      than the last one before it. Those of `rows` are ISO days again when they are read;
    - of rows the same, as differences from the row before; `id` stays a list.

    In `figures` the lines of a trace are `{rows, from, to}` in place of `x`, `y` and `customdata`: their rows, and by
    how many days they begin and end later than the drawing of their row. Of the `overview` both columns are
    differences, `at` in steps of 0.00001.
    """
    rows, geometry = payload["rows"], payload["geometry"]
    days = {name: [iso and day_number(day_of_text(iso)) for iso in rows[name]] for name in ("start", "end")}
    days |= {name: geometry[name] for name in ("at", "from", "to")}
    packed_days = {name: _differences(days[name], days.get(base), base) for name, base in BASES.items()}
    packed = {name: packed_days.get(name) or _column(name, column) for name, column in rows.items()}
    drawn = {name: packed_days.get(name) or words(column) for name, column in geometry.items() if name != "whole"}
    drawn["whole"] = _differences(geometry["whole"], None, "")
    figures = {theme: _packed_figure(figure, geometry) for theme, figure in payload["figures"].items()}
    scale = payload["overview"]
    at = differences([round(place * STEPS) for place in scale["at"]])
    overview = {**scale, "days": differences(scale["days"]), "at": at}
    return {**payload, "rows": packed, "geometry": drawn, "figures": figures, "overview": overview}


def numbers(values: Iterable[int | None]) -> str:
    """Whole numbers or None, one after the other."""
    return "".join(NONE if value is None else _number(value) for value in values)


def words(column: Iterable[Hashable]) -> dict[str, Any]:
    """A column that has few different values: `{words, at}`."""
    column = list(column)
    different = [word for word, _ in Counter(column).most_common()]
    place = {word: at for at, word in enumerate(different)}
    return {"words": different, "at": numbers(place[word] for word in column)}


def lists(column: Sequence[Sequence[Hashable]]) -> dict[str, Any]:
    """A column of lists of such values: `{words, at, n}`."""
    return {**words(word for cell in column for word in cell), "n": numbers(map(len, column))}


def differences(column: Days, base: Days | None = None) -> str:
    """How much more each number is than that of the `base`, or, where there is none, than the last one before it."""
    found: list[int | None] = []
    before = 0
    for row, value in enumerate(column):
        own = None if base is None else base[row]
        found.append(None if value is None else value - (before if own is None else own))
        before = before if value is None else value
    return numbers(found)


def _number(value: int) -> str:
    rest, letters = abs(value) << 1 | (value < 0), ""
    while rest >= MORE:
        letters += LETTERS[rest % MORE + MORE]
        rest //= MORE
    return letters + LETTERS[rest]


def _differences(column: Days, base: Days | None, name: str) -> dict[str, str]:
    return {"days": differences(column, base), "from": name}


def _column(name: str, column: list) -> Any:
    if name in PLAIN:
        return column
    return lists(column) if name in LISTS else words(column)


def _packed_figure(figure: Mapping[str, Any], geometry: Mapping[str, Days]) -> dict[str, Any]:
    return {**figure, "data": [_packed_trace(trace, geometry) for trace in figure["data"]]}


def _packed_trace(trace: dict[str, Any], geometry: Mapping[str, Days]) -> dict[str, Any]:
    """A trace of lines or of dashes; the marks have no points."""
    if "x" not in trace:
        return trace
    step = 3 if trace["mode"].startswith("lines") else 1  # a line is two ends and a gap
    rows = trace["customdata"][::step]
    days = [iso and day_number(day_of_text(iso)) for iso in trace["x"]]
    ends = {"from": days[::step], **({"to": days[1::step]} if step > 1 else {})}
    lines = {key: differences(some, [geometry[key][row] for row in rows]) for key, some in ends.items()}
    rest = {key: value for key, value in trace.items() if key not in ("x", "y", "customdata")}
    return {**rest, "lines": {"rows": differences(rows), **lines}}
