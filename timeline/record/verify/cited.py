"""A claim on a passage, with the document that it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..model.model import Amount, Claim, Seed
from ..places import Steps
from ..problems.problem import Problem
from ..record import Record
from ..rules.walk import EventsFile, amounts_of, claims_of

Texts: TypeAlias = Mapping[str, tuple[str, ...]]  # the paragraphs of each document that could be read, by its source


@dataclass(frozen=True)
class Cited:
    """A claim, where it stands in the YAML, the number of the paragraph it cites, and the document's paragraphs."""

    document: EventsFile
    path: Steps
    claim: Claim
    number: int
    seed: Seed
    paragraphs: tuple[str, ...]

    @property
    def passage(self) -> str:
        """The text of the cited paragraph, which has to be there."""
        return self.paragraphs[self.number - 1]

    def amounts(self) -> Iterator[tuple[Steps, Amount]]:
        """Each figure with its path below the claim."""
        return amounts_of(self.claim, ())

    def problem(self, path: Steps, code: str, message: str, hint: str = "") -> Problem:
        """A problem at a path below the claim."""
        return self.document.problem((*self.path, *path), code, message, hint)

    def missing(self, path: Steps, code: str, what: str, prints: Callable[[str], bool]) -> Iterator[Problem]:
        """A problem where the cited paragraph does not print `what`; its hint names the paragraphs that do."""
        if not prints(self.passage):
            others = [str(n) for n, text in enumerate(self.paragraphs, 1) if prints(text)]
            yield self.problem(path, code, f"paragraph {self.number} does not print {what}", those_that_do(others))


def citations_of(record: Record, texts: Texts) -> Iterator[Cited]:
    """The claims on passages of the documents that could be read, in the order of the file."""
    for document, path, _, claim in claims_of(record):
        if claim.passage and claim.source in texts:
            yield Cited(document, path, claim, claim.passage, record.seeds[claim.source], texts[claim.source])


def those_that_do(numbers: list[str]) -> str:
    """The hint at other paragraphs, `paragraph 3 and 7 does`; "" where there are none."""
    return f"paragraph {' and '.join(numbers)} does" if numbers else ""
