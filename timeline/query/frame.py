"""The record as one pandas DataFrame that everything is filtered by, made once for each record."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..record.dates.days import AnyDay, day_number, day_of_text
from ..record.folding import fold
from ..record.model.countries import country_name
from ..record.model.model import Event
from ..record.record import Record, once
from .columns import columns_of

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
    text = [searchable(record, event) for event in record.events]
    bounds = {
        "start": days(event.date.start for event in record.events),
        "end": days(event.date.end for event in record.events),
    }
    return pd.DataFrame({**columns_of(record), **bounds, "text": text}, columns=list(COLUMNS)).astype(COLUMNS)


def days(values: Iterable[AnyDay | None]) -> pd.Series[pd.Timestamp]:
    """Days as a column of datetime64, NaT for None. It holds every day of the years -9999 to 9999."""
    numbers = ["NaT" if value is None else day_number(value) for value in values]
    return pd.Series(np.array(numbers, dtype="datetime64[D]").astype(DAY))


def moment(day: str) -> np.datetime64:
    """An ISO day (YYYY-MM-DD) as columns of days compare with it. A Timestamp of pandas has no year before 1."""
    moved: np.datetime64 = np.datetime64(day_number(day_of_text(day)), "D").astype(DAY)
    return moved


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
