"""One view as one validated query string: filters, and how the result is shown.

The page, the HTTP API, the exports and the command line read the same names. An unknown name or
value is left out and reported; only the command line takes it for wrong usage.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import parse_qsl, quote

from ..record.dates.days import day_of_text
from ..record.model.fields import STATUSES
from ..record.model.lesson import EXERCISE_TYPES, ExerciseType
from ..record.record import Record, once
from .doubt import can_be_doubted
from .operators import FACETS, OPERATORS

STEP = re.compile(r"[1-9]\d{0,2}\Z", re.ASCII)
CHOICES = {
    "dates": ("possible", "certain"),
    "key": ("0", "1"),
    "group": ("kind", "actor", "country", "source", "status"),
    "view": ("timeline", "list", "sources", "disagreements", "numbers", "compare", "clocks", "map", "forecasts"),
    "quiet": ("whole", "short"),
    "theme": ("light", "dark"),
    "scope": ("period", "all"),
    "present": ("0", "1", "speaker"),
    "embed": ("0", "1"),
}
# The views that stand behind "More", the last of the page's tabs.
EXTRA_VIEWS = ("compare", "clocks", "map", "forecasts")
# The order of keys in a canonical query string.
KEYS = (
    *FACETS,
    "q",
    "from",
    "to",
    "dates",
    "key",
    "asof",
    "doubt",
    "group",
    "quiet",
    "view",
    "unit",
    "left",
    "right",
    "chapter",
    "window",
    "scope",
    "event",
    "exercise",
    "seed",
    "lesson",
    "step",
    "present",
    "lang",
    "theme",
    "embed",
)
# The keys that can stand several times.
SEVERAL = frozenset({*FACETS, "doubt"})
NARROWING = frozenset({"asof", "doubt"}.union(*(operator.keys for operator in OPERATORS)))
MAX_TEXT = 200
SEED = re.compile(r"[1-9]\d{0,5}\Z", re.ASCII)


@dataclass(frozen=True)
class FilterSpec:
    """What is chosen. `values` maps a key to a tuple of words (facets, `doubt`) or to one text; absent means unset.

    `ignored` lists (key, value) pairs that were not understood, in the order they came.
    """

    values: Mapping[str, tuple[str, ...] | str] = field(default_factory=dict)
    ignored: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> tuple[str, ...] | str:
        """The chosen words of a key of SEVERAL (a tuple, maybe empty), or the text of another key (maybe empty)."""
        return self.words(key) if key in SEVERAL else self.text(key)

    def words(self, key: str) -> tuple[str, ...]:
        """The chosen words of a key of SEVERAL, none where it is unset."""
        words = self.values.get(key, ())
        return words if isinstance(words, tuple) else (words,)

    def text(self, key: str) -> str:
        """The text of any other key, "" where it is unset."""
        text = self.values.get(key, "")
        return text if isinstance(text, str) else ""

    @property
    def narrows(self) -> bool:
        """True where it may leave out an event or a claim; False where it only says how to show them."""
        return bool(NARROWING & self.values.keys())

    def to_query(self) -> str:
        """The canonical query string, without `?`: keys in the order of KEYS, defaults left out."""
        pairs = []
        for key in KEYS:
            value = self.get(key)
            words = sorted(value) if isinstance(value, tuple) else [value] if value else []
            pairs += [f"{key}={quote(word, safe=',/:')}" for word in words if CHOICES.get(key, ("",))[0] != word]
        return "&".join(pairs)


def choices_of(record: Record) -> dict[str, tuple[str, ...]]:
    """The values of `CHOICES` that have something to show in this record: a view of figures where it has figures,
    lanes by country where events have countries, and so on."""
    events = record.events
    empty = {
        ("view", "disagreements"): not any(event.disagreements for event in events),
        ("view", "numbers"): not any(claim.amounts for event in events for claim in event.claims),
        ("view", "compare"): not _comparable(record),
        ("view", "clocks"): not any(claim.asserted_on for event in events for claim in event.claims),
        ("view", "map"): not any(event.on_map for event in events),
        ("view", "forecasts"): not any(claim.stance == "predicts" for event in events for claim in event.claims),
        ("key", "1"): not any(event.key for event in events),
        ("group", "actor"): not any(event.actors for event in events),
        ("group", "country"): not any(event.countries for event in events),
    }
    return {key: tuple(value for value in values if not empty.get((key, value))) for key, values in CHOICES.items()}


@once
def exercises_of(record: Record) -> tuple[ExerciseType, ...]:
    """The kinds of exercises that have anything to ask of this record."""
    claims = [claim for event in record.events for claim in event.claims]
    empty = {
        "claimant": not any(claim.by for claim in claims),
        "figure": not any(claim.amounts for claim in claims),
        "disagreement": not any(event.disagreements for event in record.events),
    }
    return tuple(kind for kind in EXERCISE_TYPES if not empty.get(kind))


def _comparable(record: Record) -> bool:
    """Whether there are two sources, or two days on which anything was said, to set side by side."""
    claims = [claim for event in record.events for claim in event.claims]
    days = {claim.asserted_on.end for claim in claims if claim.asserted_on and claim.asserted_on.end}
    return len({claim.source for claim in claims}) > 1 or len(days) > 1


def units_of(record: Record) -> tuple[str, ...]:
    """What figures are counted in: the record's units, then the quantities that no figure gives a unit for."""
    amounts = [amount for event in record.events for claim in event.claims for amount in claim.amounts]
    counted = {amount.quantity for amount in amounts if amount.unit}
    units = [unit.id for unit in record.settings.units]
    return tuple(dict.fromkeys([*units, *(amount.quantity for amount in amounts if amount.quantity not in counted)]))


@once
def vocabulary(record: Record) -> Mapping[str, frozenset[str]]:
    """The values that each key with a fixed choice may take in this record."""
    settings = record.settings
    words: dict[str, Iterable[str]] = {
        "actor": {a for e in record.events for a in e.actors},
        "country": {c for e in record.events for c in e.countries},
        "source": {s for e in record.events for s in e.sources},
        "claimant": {c for e in record.events for c in e.claimants},
        "doubt": can_be_doubted(record),
        "unit": units_of(record),
        "kind": {kind.id for kind in settings.kinds},
        "status": STATUSES,
        "event": {event.id for event in record.events},
        "exercise": exercises_of(record),
        "chapter": {chapter.id for chapter in settings.chapters},
        "lesson": record.lessons,
        "lang": set(settings.languages),
        **choices_of(record),
    }
    return MappingProxyType({key: frozenset(values) for key, values in words.items()})


def parse_query(query: str, known: Mapping[str, Container[str]]) -> FilterSpec:
    """Read a query string (with or without `?`). Never raises; what is not understood is in `ignored`."""
    return from_pairs(parse_qsl(query.removeprefix("?"), keep_blank_values=True, errors="replace"), known)


def from_pairs(pairs: Iterable[tuple[str, str]], known: Mapping[str, Container[str]]) -> FilterSpec:
    """Read (key, value) pairs against a vocabulary. Keys of SEVERAL add up; of other keys the last one counts."""
    values: dict[str, tuple[str, ...] | str] = {}
    ignored: list[tuple[str, str]] = []
    for key, value in pairs:
        if value == "" and key in KEYS:
            continue
        if not _valid(key, value, known):
            ignored.append((key, value))
        elif key in SEVERAL:
            chosen = tuple(values.get(key, ()))
            values[key] = chosen if value in chosen else (*chosen, value)
        else:
            values[key] = value
    return FilterSpec(MappingProxyType(values), tuple(ignored))


def _valid(key: str, value: str, known: Mapping[str, Container[str]]) -> bool:
    if key in known:
        return value in known[key]
    if key in ("from", "to", "asof"):
        return _is_day(value)
    if key == "step":
        return bool(STEP.match(value))
    if key in ("left", "right"):  # of a comparison: a source, or a day as which the record is known
        return value in known.get("source", ()) or _is_day(value)
    if key == "window":
        first, _, last = value.partition("/")
        return _is_day(first) and _is_day(last) and day_of_text(first) < day_of_text(last)
    if key == "seed":
        return bool(SEED.match(value))
    return key == "q" and len(value) <= MAX_TEXT


def _is_day(value: str) -> bool:
    """True for a day of the calendar, YYYY-MM-DD, or -YYYY-MM-DD before the year 0."""
    try:
        day_of_text(value)
    except ValueError:
        return False
    return True
