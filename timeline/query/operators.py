"""The one table of filters. It is serialised into the page, so that the browser filters the same way.

An operator names the keys of the query string it reads, its kind, and the columns it looks at. The
*kinds* are the only filter logic there is, once here (pandas, in `search`) and once in
`assets/src/model/query.js`:

- `any_of`: the column (one word or a list of words a row) holds at least one of the chosen values;
- `words`: the column (folded text) holds every word of the folded query;
- `interval`: the two columns (first and last possible day, ISO strings, null where open) meet the
  interval from–to; with `dates=certain` they lie wholly inside it;
- `flag`: where the key is `1`, the column is true;
- `period`: the two columns meet the period first/last, unless the second key says `all`. Of an open interval everything
  beyond its known end counts.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Operator:
    """`keys` of the query string, `kind` of comparison, `columns` it looks at; `facet` if options are counted."""

    keys: tuple[str, ...]
    kind: str
    columns: tuple[str, ...]
    facet: bool = False


OPERATORS = (
    Operator(("actor",), "any_of", ("actors",), facet=True),
    Operator(("country",), "any_of", ("countries",), facet=True),
    Operator(("source",), "any_of", ("sources",), facet=True),
    Operator(("claimant",), "any_of", ("claimants",), facet=True),
    Operator(("kind",), "any_of", ("kind",), facet=True),
    Operator(("status",), "any_of", ("status",), facet=True),
    Operator(("q",), "words", ("text",)),
    Operator(("from", "to", "dates"), "interval", ("start", "end")),
    Operator(("key",), "flag", ("key",)),
    Operator(("window", "scope"), "period", ("start", "end")),
)
FACETS = {operator.keys[0]: operator.columns[0] for operator in OPERATORS if operator.facet}


def table() -> list[dict[str, Any]]:
    """The operator table as JSON-ready dicts: keys, kind, columns, facet."""
    return [asdict(operator) for operator in OPERATORS]
