"""What two records of the same documents share: documents, passages and actors, whatever each record calls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias
from urllib.parse import urlsplit, urlunsplit

from ..folding import fold
from ..model.model import Actor, Claim, Seed, Source
from ..record import Record

Passage: TypeAlias = tuple[str, ...]  # what makes two passages the same one; never shown


@dataclass(frozen=True)
class Shared:
    """Two records, and what of `theirs` is what in `ours`.

    Seed documents are the same where they have paragraphs in common, by the digests of those; other sources where they
    have the same id or name. Actors are the same by id or name.
    """

    ours: Record
    theirs: Record

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Our id of each of their sources that is in both records."""
        same = _same_names(self.ours.sources, self.theirs.sources)
        for key, seed in self.theirs.seeds.items():
            if found := self._same_document(seed):
                same[key] = found
            elif same.get(key) in self.ours.seeds:
                del same[key]  # another document of the same name
        return same

    @cached_property
    def actors(self) -> Mapping[str, str]:
        """Our id of each of their actors that is in both records."""
        return _same_names(self.ours.actors, self.theirs.actors)

    @property
    def documents(self) -> tuple[str, ...]:
        """Our ids of the sources that are in both records, in our order."""
        both = set(self.sources.values())
        return tuple(key for key in self.ours.sources if key in both)

    def our_passage(self, claim: Claim) -> Passage | None:
        """The passage of a claim of our record; None where it names none."""
        return _passage(self.ours, claim, claim.source)

    def their_passage(self, claim: Claim) -> Passage | None:
        """The passage of a claim of their record, equal to ours where it is the same one."""
        return _passage(self.theirs, claim, self.sources.get(claim.source, f"their {claim.source}"))

    def _same_document(self, seed: Seed) -> str | None:
        """Our seed document with the most paragraphs in common; None where none has any."""
        theirs = {part.sha256 for part in seed.paragraphs}
        common = Counter(
            {key: sum(part.sha256 in theirs for part in one.paragraphs) for key, one in self.ours.seeds.items()}
        )
        return next((key for key, count in common.most_common(1) if count), None)


def _passage(record: Record, claim: Claim, source: str) -> Passage | None:
    """A paragraph of a seed document by its digest, any other passage by its address, else by its source and place."""
    if claim.passage and (seed := record.seeds.get(claim.source)):
        digest = next((part.sha256 for part in seed.paragraphs if part.n == claim.passage), str(claim.passage))
        return ("paragraph", source, digest)
    if claim.url:
        return ("page", _address(claim.url))
    return ("place", source, fold(claim.locator)) if claim.locator else None


def _address(url: str) -> str:
    """The address without what doesn't change where it leads: `http` or `https`, `www.`, a last `/`, a `#`."""
    parts = urlsplit(url)
    return urlunsplit(("", parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query, ""))


def _same_names(
    ours: Mapping[str, Actor] | Mapping[str, Source], theirs: Mapping[str, Actor] | Mapping[str, Source]
) -> dict[str, str]:
    """Our key of each of theirs that has the same key, or the same name in any language."""
    by_name = {fold(name): key for key, part in ours.items() for name in part.name.values()}
    same = {}
    for key, part in theirs.items():
        named = (by_name[fold(name)] for name in part.name.values() if fold(name) in by_name)
        if found := key if key in ours else next(named, None):
            same[key] = found
    return same
