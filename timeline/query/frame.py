"""The record as one pandas DataFrame that everything is filtered by, made once for each record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from ..record.folding import fold
from ..record.model.countries import country_name
from ..record.model.model import Event
from ..record.record import Record, once

DAY = "datetime64[us]"
COLUMNS = {
    "id": "str",
    "date": "str",
    "start": DAY,
    "end": DAY,
    "shape": "str",
    "qualifier": "str",
    "kind": "str",
    "status": "str",
    "key": "bool",
    "actors": "object",
    "countries": "object",
    "sources": "object",
    "claimants": "object",
    "claims": "int64",
    "later": "bool",
    "text": "str",
}


@once
def frame_of(record: Record) -> pd.DataFrame:
    """One row an event, in date order, indexed 0…n-1. Columns and dtypes are those of `COLUMNS`:

    - `id`, `kind`, `status`: str; `date`: the EDTF string; `key`: True for a key event;
    - `start`, `end`: first and last possible day (datetime64, midnight), NaT where open or unknown;
    - `shape`: instant, range or within (see `record.dates.Edtf`); `qualifier`: "", "?", "~" or "%";
    - `actors`, `countries`, `sources`, `claimants`: tuples of ids, in the record's order;
    - `claims`: how many claims the event has; `later`: True when it is later than the last seed document;
    - `text`: folded text that the search looks through, in every language.

    It is made once for each record and shared: don't change it.
    """
    events = record.events
    columns = {
        "id": [event.id for event in events],
        "date": [event.date.text for event in events],
        "start": days(event.date.start for event in events),
        "end": days(event.date.end for event in events),
        "shape": [event.date.shape for event in events],
        "qualifier": [event.date.qualifier for event in events],
        "kind": [event.kind for event in events],
        "status": [event.status for event in events],
        "key": [event.key for event in events],
        "actors": [event.actors for event in events],
        "countries": [event.countries for event in events],
        "sources": [event.sources for event in events],
        "claimants": [event.claimants for event in events],
        "claims": [len(event.claims) for event in events],
        "later": [record.later_than_seeds(event) for event in events],
        "text": [searchable(record, event) for event in events],
    }
    return pd.DataFrame(columns, columns=list(COLUMNS)).astype(COLUMNS)


def days(values: Iterable[date | None]) -> pd.Series[pd.Timestamp]:
    """Days as a column of datetime64, NaT for None. It holds every day of the years 0001 to 9999."""
    return pd.Series([value and value.isoformat() for value in values], dtype=DAY)


def iso_days(column: pd.Series[pd.Timestamp]) -> list[str | None]:
    """A column of days as ISO strings, None for NaT."""
    return [None if missing else cell.date().isoformat() for cell, missing in zip(column, column.isna(), strict=True)]


def searchable(record: Record, event: Event) -> str:
    """Everything a reader may look an event up by, in all languages, folded, one space between parts."""
    languages = record.settings.languages
    parts = [event.id, event.date.text]
    texts = [event.title, event.summary]
    texts += [record.actors[actor].name for actor in event.actors]
    if event.place:
        texts.append(event.place.name)
    for claim in event.claims:
        texts += [claim.says, record.sources[claim.source].name]
        texts += [record.actors[actor].name for actor in claim.by]
        parts += [claim.quote.text] if claim.quote else []
        parts += [claim.via] if claim.via else []
    parts += [country_name(code, language) for code in event.countries for language in languages]
    parts += [word for text in texts for word in dict.fromkeys(text.values())]
    return fold(" ".join(dict.fromkeys(parts)))
