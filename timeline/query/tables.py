"""The record as tables to work with: its events, their claims, and the amounts that claims give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from ..record.model.model import Claim, Event
from ..record.record import Record, once
from .clocks import side_of
from .frame import DAY, days, frame_of

Columns = Mapping[str, tuple[str, Iterable[Any]]]  # by name: the dtype and the cells


class Frames(NamedTuple):
    """The tables of a record. Texts for readers have a column for each of its languages (`title_en`, `title_fr`, …).

    Ids and texts are `str` with NaN where there is none, days `datetime64[us]` (midnight) with NaT where open or
    unknown, numbers `float64`; several ids of one cell are a tuple (`object`). Each table is indexed 0…n-1.

    `events`, in date order: `id`; `date` (EDTF), `start`, `end` (the first and last day it can mean); `shape`
    (instant, range or within) and `qualifier` ("", `?`, `~` or `%`) of the date; `kind`, `status`, `key` (bool);
    `actors`, `countries`, `sources`, `claimants` (tuples); `claims` (int64, how many it has); `later` (bool, than the
    last seed document); `part_of`; `lat`, `lon`; `title_…`, `summary_…`, `place_…`.

    `claims`, in the order of the events: `event`, `claim`, `source`, `by` (tuple), `stance`; `asserted_on` (EDTF),
    `asserted_from`, `asserted_until`, `side` (before, during, after or open); `passage` (Int64), `url`, `locator`,
    `via`, `derives_from`; `quote`, `quote_language`; `says_…`, `note_…`.

    `amounts`, in the order of the claims: `event`, `claim`, `quantity`, `value`, `low`, `high`, `bound`, `unit`,
    `scope`; `words_…`.
    """

    events: pd.DataFrame
    claims: pd.DataFrame
    amounts: pd.DataFrame


@once
def tables_of(record: Record) -> Frames:
    """The tables of a record, made once. They are shared: change copies of them."""
    claims = [(event, claim) for event in record.events for claim in event.claims]
    events = frame_of(record).drop(columns="text").join(_table(_event_columns(record, record.events)))
    return Frames(events, _table(_claim_columns(record, claims)), _table(_amount_columns(record, claims)))


def _event_columns(record: Record, events: Iterable[Event]) -> Columns:
    places = [event.place for event in events]
    return {
        "part_of": ("str", [event.part_of for event in events]),
        "lat": ("float64", [place and place.lat for place in places]),
        "lon": ("float64", [place and place.lon for place in places]),
        **_in_each(record, "title", [event.title for event in events]),
        **_in_each(record, "summary", [event.summary for event in events]),
        **_in_each(record, "place", [place.name if place else None for place in places]),
    }


def _claim_columns(record: Record, claims: list[tuple[Event, Claim]]) -> Columns:
    said = [claim.asserted_on for _, claim in claims]
    quotes = [claim.quote for _, claim in claims]
    return {
        "event": ("str", [event.id for event, _ in claims]),
        "claim": ("str", [claim.id for _, claim in claims]),
        "source": ("str", [claim.source for _, claim in claims]),
        "by": ("object", [claim.by for _, claim in claims]),
        "stance": ("str", [claim.stance for _, claim in claims]),
        "asserted_on": ("str", [date and date.text for date in said]),
        "asserted_from": (DAY, days(date.start if date else None for date in said)),
        "asserted_until": (DAY, days(date.end if date else None for date in said)),
        "side": ("str", [side_of(event, claim) or None for event, claim in claims]),
        "passage": ("Int64", [claim.passage for _, claim in claims]),
        **{name: ("str", [getattr(claim, name) for _, claim in claims]) for name in ("url", "locator", "via")},
        "derives_from": ("str", [claim.derives_from for _, claim in claims]),
        "quote": ("str", [quote and quote.text for quote in quotes]),
        "quote_language": ("str", [quote and quote.lang for quote in quotes]),
        **_in_each(record, "says", [claim.says for _, claim in claims]),
        **_in_each(record, "note", [claim.note for _, claim in claims]),
    }


def _amount_columns(record: Record, claims: list[tuple[Event, Claim]]) -> Columns:
    given = [(event, claim, amount) for event, claim in claims for amount in claim.amounts]
    text = {name: ("str", [getattr(amount, name) for *_, amount in given]) for name in ("bound", "unit", "scope")}
    return {
        "event": ("str", [event.id for event, *_ in given]),
        "claim": ("str", [claim.id for _, claim, _ in given]),
        "quantity": ("str", [amount.quantity for *_, amount in given]),
        **{name: ("float64", [getattr(amount, name) for *_, amount in given]) for name in ("value", "low", "high")},
        **text,
        **_in_each(record, "words", [amount.words for *_, amount in given]),
    }


def _in_each(record: Record, name: str, texts: list[dict[str, str] | None]) -> Columns:
    """A column for each language of the record."""
    languages = record.settings.languages
    return {f"{name}_{language}": ("str", [text and text.get(language) for text in texts]) for language in languages}


def _table(columns: Columns) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(list(cells), dtype=dtype) for name, (dtype, cells) in columns.items()})
