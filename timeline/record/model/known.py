"""What a schema knows of the record that it is made for: its languages, and the ids that its parts refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from .settings import Kind, Preset, Settings, Term

# Which ids a field takes, by the part and the name of the field.
REFERS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Event", "kind"): "kind",
        ("Event", "part_of"): "event",
        ("Event", "actors"): "actor",
        ("Claim", "source"): "source",
        ("Claim", "by"): "actor",
        ("Amount", "quantity"): "quantity",
        ("Amount", "unit"): "unit",
        ("Amount", "scope"): "scope",
        ("Claim", "outcome"): "event",
        ("Link", "event"): "event",
        ("Step", "event"): "event",
        ("Settings", "window"): "preset",
        ("Choice", "actor"): "actor",
        ("Choice", "source"): "source",
        ("Choice", "kind"): "kind",
    }
)


@dataclass(frozen=True)
class Known:
    """What is known of a record; of none, nothing. `record` is its id, or else its title. `ids` holds the names, by id,
    by what they are the ids of.
    """

    record: str = ""
    title: str = ""
    languages: tuple[str, ...] = ()
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


Names = Mapping[str, str]  # by ids


def known_of(settings: Settings | None, actors: Names, sources: Names, events: Iterable[str]) -> Known:
    """What a record's settings tell, with the names of its actors and sources and the ids of its events."""
    if settings is None:
        return Known()
    language = settings.languages[0]
    terms: dict[str, Sequence[Kind | Term | Preset]] = {
        "kind": settings.kinds,
        "quantity": settings.quantities,
        "unit": settings.units,
        "scope": settings.scopes,
        "preset": settings.presets,
    }
    ids = {what: {one.id: one.name.get(language, "") for one in some} for what, some in terms.items()}
    ids |= {"actor": dict(sorted(actors.items())), "source": dict(sorted(sources.items()))}
    ids["event"] = dict.fromkeys(sorted(set(events)), "")
    title = settings.title.get(language, "")
    return Known(settings.id or title, title, settings.languages, ids)
