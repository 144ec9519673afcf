"""The record as typed, immutable objects: what an event, a claim, a source and a seed may hold.

Field names and meanings are those of the YAML files; CONTRIBUTING.md explains them to editors.
Texts for readers are dicts from language code to text (`{"en": …, "fr": …}`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from .fields import (
    ActorType,
    Bound,
    Day,
    EdtfDate,
    Number,
    Point,
    Precision,
    Ref,
    Relation,
    Sha256,
    Slug,
    SourceType,
    Stance,
    Status,
    Text,
    Url,
    Words,
)

OUTLET = "outlet"  # the claimant of a claim that names nobody: the source itself


class Part(BaseModel):
    """What every part of the record has in common: no unknown fields, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    def model_post_init(self, context: Any) -> None:
        """Share the set of the fields that were given: pydantic makes one for each part, and few are different. They
        are a quarter of what a large record takes in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _shared(frozenset(self.model_fields_set)))


@lru_cache(maxsize=1024)
def _shared(fields: frozenset[str]) -> set[str]:
    return set(fields)


def called(part: type[Part]) -> str:
    """What editors call a part: by its key in the files, where the code has another name for it."""
    return str(part.model_config.get("title") or part.__name__)


class Place(Part):
    """Where an event took place. `lat` and `lon` in degrees (WGS 84); `precision` says what they are the place of."""

    name: Text
    precision: Precision | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)

    @property
    def is_on_map(self) -> bool:
        """Whether both of its coordinates are known."""
        return self.lat is not None and self.lon is not None


class Quote(Part):
    """Words that the source itself prints as somebody's words."""

    text: Words
    lang: str


class Amount(Part):
    """A number as one claimant gave it: one `value`, a `low`–`high` range, or only `words`."""

    model_config = ConfigDict(title="Figure")

    quantity: Ref
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    words: Text | None = None
    bound: Bound = "exact"
    unit: Ref | None = None
    scope: Ref | None = None


class Archived(Part):
    """A copy of a page that an archive keeps, and the day on which it was taken."""

    url: Url
    on: Day


class Moved(Part):
    """Where the claim says that something, or somebody, came from and went to."""

    origin: Place
    destination: Place

    @property
    def is_on_map(self) -> bool:
        """Whether both of its ends have coordinates."""
        return self.origin.is_on_map and self.destination.is_on_map


class Picture(Part):
    """A picture of an event or a claim: a file beside the record, and what has to be known of it. `alt` says what is
    seen for those who don't see it, `by` who made it, `licence` under which terms it may be shown.
    """

    file: Words
    alt: Text
    caption: Text | None = None
    by: Words
    licence: Words


class Claim(Part):
    """Who says what, on which day, in which passage. `by` is empty when only the source itself speaks."""

    id: Slug
    source: Ref
    passage: int | None = Field(None, ge=1)
    url: Url | None = None
    locator: Words | None = None
    via: Words | None = None
    archived: Archived | None = None
    by: tuple[Ref, ...] = ()
    asserted_on: EdtfDate | None = None
    stance: Stance = "asserts"
    says: Text
    quote: Quote | None = None
    figure: Amount | None = None
    figures: tuple[Amount, ...] = ()
    moved: Moved | None = None
    anchor: tuple[Words, ...] = Field((), max_length=3)
    derives_from: Ref | None = None
    media: Picture | None = None
    outcome: tuple[Ref, ...] = ()
    note: Text | None = None

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The claim's figures, no matter how they were written (`figure` or `figures`)."""
        return (self.figure, *self.figures) if self.figure else self.figures


class Side(Part):
    """One side of a disagreement: what it holds, and the ids of the claims that hold it."""

    holds: Text
    claims: tuple[Ref, ...] = Field(min_length=1)


class Disagreement(Part):
    """A point on which the claims of one event differ, in one plain sentence."""

    about: Point
    sentence: Text
    sides: tuple[Side, ...] = Field(min_length=2)


class Link(Part):
    """A relation to another event."""

    type: Relation
    event: Ref


class Event(Part):
    """Something that is said to have happened, and the claims by which we know."""

    id: Slug
    date: EdtfDate
    date_note: Text | None = None
    title: Text
    short_title: Text | None = None
    summary: Text
    kind: Ref
    status: Status
    key: bool = False
    part_of: Ref | None = None
    actors: tuple[Ref, ...] = ()
    countries: tuple[str, ...] = ()
    place: Place | None = None
    claims: tuple[Claim, ...] = Field(min_length=1)
    disagreements: tuple[Disagreement, ...] = ()
    relates: tuple[Link, ...] = ()
    media: Picture | None = None
    updated: Day | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of its claims, each once, in the order of the claims."""
        return tuple(dict.fromkeys([claim.source for claim in self.claims]))

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who makes its claims: actor ids, each once, in order; `outlet` where only a source itself speaks."""
        return tuple(dict.fromkeys(name for claim in self.claims for name in claim.by or (OUTLET,)))

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of its actors and of the actors who make its claims, each once."""
        return tuple(dict.fromkeys((*self.actors, *(actor for claim in self.claims for actor in claim.by))))

    @property
    def on_map(self) -> tuple[Place, ...]:
        """What the map shows of it: where it took place, and both ends of what its claims say moved."""
        own = (self.place,) if self.place and self.place.is_on_map else ()
        moves = (claim.moved for claim in self.claims if claim.moved and claim.moved.is_on_map)
        return (*own, *(end for move in moves for end in (move.origin, move.destination)))


class Actor(Part):
    """Somebody who acts or speaks: a person, a state, an institution, a group."""

    id: Slug
    name: Text
    type: ActorType
    country: str | None = None
    role: Text | None = None


class Source(Part):
    """An outlet or a document. A seed document names its record (`record`, relative to the data folder)."""

    id: Slug
    name: Text
    type: SourceType
    country: str | None = None
    language: tuple[str, ...] = ()
    record: str | None = None


class Paragraph(Part):
    """A paragraph of a seed document: its number among the non-empty lines, its digest, its gist, its misprint."""

    n: int = Field(ge=1)
    sha256: Sha256
    gist: Text
    misprint: Text | None = None


class Seed(Part):
    """A seed document, described and provable but not reprinted."""

    id: Slug
    file: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str
    published: EdtfDate
    published_note: Text
    nature: Text
    sha256: Sha256
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)
