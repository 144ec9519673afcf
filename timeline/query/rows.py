"""An event as a row of values to filter by, and whether a row matches: the same as `frame` and `search`, without pandas.

Importing pandas takes longer than anything that the command line does with a hundred events, so commands and the API
filter events one by one. `search` does it for whole frames; the vectors in `tests/vectors/` run against both.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..record.folding import fold, words_of
from ..record.model.countries import country_name
from ..record.model.model import Event
from ..record.record import Record
from .operators import OPERATORS, Operator
from .spec import FilterSpec


def row_of(record: Record, event: Event) -> dict:
    """What is filtered by of an event: the columns of `frame.COLUMNS` and their values, None where one is missing."""
    start, end = event.date.start, event.date.end
    return {
        "id": event.id,
        "date": event.date.text,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "start_day": day_number(start),
        "end_day": day_number(end),
        "shape": event.date.shape,
        "qualifier": event.date.qualifier,
        "kind": event.kind,
        "status": event.status,
        "actors": event.actors,
        "countries": event.countries,
        "sources": event.sources,
        "claimants": event.claimants,
        "claims": len(event.claims),
        "later": record.later_than_seeds(event),
        "text": searchable(record, event),
    }


def day_number(day) -> int | None:
    """Days since 1970-01-01 (negative before), None for None."""
    return day.toordinal() - 719163 if day else None


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


def matches(row: Mapping[str, object], spec: FilterSpec) -> bool:
    """True where the row matches every operator of `spec`."""
    return all(_matches(row, spec, operator) for operator in OPERATORS)


def _matches(row: Mapping[str, object], spec: FilterSpec, operator: Operator) -> bool:
    chosen, cells = [spec.get(key) for key in operator.keys], [row[name] for name in operator.columns]
    if not any(chosen[:2]):
        return True
    if operator.kind == "any_of":
        held = (cells[0],) if isinstance(cells[0], str) else cells[0]
        return any(word in chosen[0] for word in held)
    if operator.kind == "words":
        return all(word in cells[0] for word in words_of(chosen[0]))
    return _interval(*cells, *chosen)


def _interval(start: str | None, end: str | None, first: str, last: str, dates: str) -> bool:
    # ISO days compare as strings. An open bound reaches as far as can be: it may meet any interval, and lies inside none.
    if dates == "certain":
        return (not first or bool(start and start >= first)) and (not last or bool(end and end <= last))
    return (not first or not end or end >= first) and (not last or not start or start <= last)
