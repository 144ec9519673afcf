"""The record as one pandas DataFrame, a row an event, everything hard derived once."""

from __future__ import annotations

import pandas as pd

from ..record.record import Record
from .rows import row_of

COLUMNS = {
    "id": "str",
    "date": "str",
    "start": "str",
    "end": "str",
    "start_day": "Int64",
    "end_day": "Int64",
    "shape": "str",
    "qualifier": "str",
    "kind": "str",
    "status": "str",
    "actors": "object",
    "countries": "object",
    "sources": "object",
    "claimants": "object",
    "claims": "int64",
    "later": "bool",
    "text": "str",
}


def build_frame(record: Record) -> pd.DataFrame:
    """One row an event, in date order, indexed 0…n-1. Columns and dtypes are those of `COLUMNS`:

    - `id`, `kind`, `status`: str; `date`: the EDTF string;
    - `start`, `end`: first and last possible day as ISO strings, missing where open or unknown;
    - `start_day`, `end_day`: the same as days since 1970-01-01 (nullable Int64);
    - `shape`: instant, range or within (see `record.dates.Edtf`); `qualifier`: "", "?", "~" or "%";
    - `actors`, `countries`, `sources`, `claimants`: tuples of ids, in the record's order;
    - `claims`: how many claims the event has; `later`: True when it is later than the last seed document;
    - `text`: folded text that the search looks through, in every language.
    """
    rows = [row_of(record, event) for event in record.events]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(COLUMNS)
