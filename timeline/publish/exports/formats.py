"""Every format that the record leaves in, once: the command line and the server read this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ...query.spec import FilterSpec
from .api import json_bytes, selected_object
from .atom import atom_feed
from .csv import DELIMITERS, ROWS, table_csv
from .gift import gift_text
from .ics import calendar_ics, left_out, without
from .jsonld import jsonld_list
from .qti import qti_package
from .selection import Selection
from .timelinejs import timelinejs_json


@dataclass(frozen=True)
class Format:
    """How a format is called, served and made. `options` are the words that its query string may hold beside the
    filters, the default first; `left_out` says in words which events it cannot hold, "" where it holds all."""

    extension: str
    mimetype: str
    make: Callable[..., bytes]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    left_out: Callable[[Selection], str] = lambda _: ""  # noqa: E731


def events_json(selection: Selection) -> bytes:
    """The object that `/api/events.json` gives, as a file."""
    understood = FilterSpec({key: value for key, value in selection.spec.values.items() if key != "view"})
    return json_bytes(selected_object(selection.record, selection.events, understood))


def not_in_calendar(selection: Selection) -> str:
    """The events that a calendar leaves out, in words."""
    gone = left_out(selection)
    return without(selection, gone) if gone else ""


def events_csv(selection: Selection, rows: str = ROWS[0], bom: str = "0", delimiter: str = "comma") -> bytes:
    """The table, its options as a query string has them."""
    return table_csv(selection, rows, bom == "1", delimiter)


FORMATS = MappingProxyType(
    {
        "csv": Format(
            "csv",
            "text/csv; charset=utf-8; header=present",
            events_csv,
            MappingProxyType({"rows": ROWS, "bom": ("0", "1"), "delimiter": tuple(DELIMITERS)}),
        ),
        "json": Format("json", "application/json", events_json),
        "ics": Format("ics", "text/calendar; charset=utf-8", calendar_ics, left_out=not_in_calendar),
        "atom": Format("atom", "application/atom+xml", atom_feed),
        "jsonld": Format("jsonld", "application/ld+json", jsonld_list),
        "gift": Format("gift.txt", "text/plain; charset=utf-8", gift_text),
        "qti": Format("qti.zip", "application/zip", qti_package),
        "timelinejs": Format("timelinejs.json", "application/json", timelinejs_json),
    }
)
