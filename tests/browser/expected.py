"""What the page has to show, worked out from the record by the Python side: the same rules, another program."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from timeline.query.asof import frame_as_of
from timeline.query.chapters import read_query
from timeline.query.search import facet_counts, select
from timeline.query.spec import FilterSpec, parse_query, vocabulary
from timeline.record.record import Record
from timeline.view.figure import anchor, extent


class Expected:
    """Answers about a record for one query string, in the page's own words."""

    def __init__(self, record: Record, frame: pd.DataFrame):
        self.record, self.frame = record, frame
        self.events = {event.id: event for event in record.events}

    def spec(self, query: str) -> FilterSpec:
        """The specification of a query string that must be understood as a whole."""
        spec = read_query(self.record, query)
        assert not spec.ignored, spec.ignored
        return spec

    def canonical(self, query: str) -> str:
        return parse_query(query, vocabulary(self.record)).to_query()

    def ids(self, query: str = "") -> list[str]:
        """The ids of the events that match, in order, whatever the period."""
        return self._found(query, FilterSpec({**self.spec(query).values, "scope": "all"}))

    def periodic_ids(self, query: str = "") -> list[str]:
        """The ids of those in the period, in order."""
        return self._found(query, self.periodic(query))

    def listed(self, query: str = "") -> list[str]:
        """The same as the list has them: parts follow their wholes."""
        found = self.periodic_ids(query)
        whole = {id: self.events[id].part_of for id in found}
        tops = [id for id in found if whole[id] not in whole]
        return [id for top in tops for id in (top, *(part for part in found if whole[part] == top))]

    def counts(self, query: str = "") -> dict[str, dict[str, int]]:
        """{facet: {value: how many events of the period with it chosen as well}}."""
        return facet_counts(self._frame(query), self.periodic(query))

    def periodic(self, query: str = "") -> FilterSpec:
        """The specification with the period that the page has: in the timeline and the list the usual one, elsewhere
        only what was chosen."""
        spec = self.spec(query)
        if spec.text("window") or spec.text("view") not in ("", "timeline", "list"):
            return spec
        return FilterSpec({**spec.values, "window": "/".join(self.window(query))})

    def _found(self, query: str, spec: FilterSpec) -> list[str]:
        return list(select(self._frame(query), spec)["id"])

    def _frame(self, query: str) -> pd.DataFrame:
        day = self.spec(query).get("asof")
        return frame_as_of(self.record, date.fromisoformat(day)) if day else self.frame

    def window(self, query: str = "") -> tuple[str, str]:
        """The first and last day of the chart's window."""
        if text := self.spec(query).get("window"):
            return tuple(text.split("/"))
        return self.preset(self.record.settings.window)

    def preset(self, name: str) -> tuple[str, str]:
        preset = next(preset for preset in self.record.settings.presets if preset.id == name)
        return preset.start.start.isoformat(), preset.end.end.isoformat()

    def split(self, query: str = "") -> tuple[list[str], list[str], list[str]]:
        """The matching ids in three parts: drawn wholly before the window, within reach of it, wholly after."""
        first, last = map(date.fromisoformat, self.window(query))
        before, inside, after = [], [], []
        for event in self.ids(query):
            start, end = extent(self.events[event])
            (before if end < first else after if start > last else inside).append(event)
        return before, inside, after

    def drawn(self, query: str = "") -> list[str]:
        """The matching ids within reach of the window that are drawn themselves: a part is seen in its whole, where
        that matches too and its mark is in the window."""
        first, last = map(date.fromisoformat, self.window(query))
        inside = set(self.split(query)[1])
        wholes = {id for id in inside if first <= self.day(id) <= last}
        return [id for id in self.ids(query) if id in inside and self.events[id].part_of not in wholes]

    def by_mark(self, ids: list[str]) -> list[str]:
        """Ids in the order of their marks, which is the keyboard's."""
        order = list(self.events)
        return sorted(ids, key=lambda id: (anchor(self.events[id]), order.index(id)))

    def day(self, id: str) -> date:
        """The day at which an event's mark stands."""
        return anchor(self.events[id])

    def title(self, id: str, language: str = "en") -> str:
        return self.events[id].title[language]

    def titles(self, id: str, language: str = "en") -> list[str]:
        """What a label of the event may say: its title, and its short title."""
        event = self.events[id]
        return [text[language] for text in (event.title, event.short_title) if text]


def shifted(window: tuple[str, str], days: int) -> tuple[str, str]:
    """A window, moved by some days."""
    return tuple((date.fromisoformat(day) + timedelta(days=days)).isoformat() for day in window)


def span(window: tuple[str, str]) -> int:
    """The days from a window's start to its end."""
    first, last = map(date.fromisoformat, window)
    return (last - first).days
