"""How far the proof reaches: what was not checked, and which paragraphs of each document are cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.model import Claim
from ..problems.report import counted
from ..record import Record
from ..rules.walk import claims_of
from .cited import Cited, Texts, citations_of
from .verification import Coverage


def unchecked_of(record: Record, texts: Texts) -> Iterator[str]:
    """Plain lines: what the documents can't prove, and what could not be read."""
    claims = [claim for _, _, _, claim in claims_of(record)]
    if public := [claim for claim in claims if claim.url]:
        pages = counted(len({claim.url for claim in public}), "public page")
        yield f"not fetched: {pages}, on which {counted(len(public), 'claim')} rest ({_holding(public)})"
    unread = record.seeds.keys() - texts.keys()
    if lost := [claim for claim in claims if claim.passage and claim.source in unread]:
        yield f"not checked: {counted(len(lost), 'claim')} on documents that can't be read ({_holding(lost)})"
    cited = list(citations_of(record, texts))
    for one in cited:
        yield from _wordless_figures(one)
    if loose := [one for one in cited if not (one.claim.quote or one.claim.amounts or one.claim.anchor)]:
        number = counted(len(loose), "claim")
        yield f"not checked: the number of the passage of {number} without quote, figure or anchor"


def _wordless_figures(cited: Cited) -> Iterator[str]:
    """A line for each figure in words that has none in the language of its document."""
    language = cited.seed.language
    for path, amount in cited.amounts():
        if amount.words and language not in amount.words:
            place = cited.problem((*path, "words"), "", "")
            yield f"not checked: {place.file}:{place.line}:{place.column}: a figure without words in `{language}`"


def coverage_of(record: Record) -> Iterator[Coverage]:
    """How far the record cites each of its documents."""
    for key, seed in record.seeds.items():
        claims = [claim for _, _, _, claim in claims_of(record) if claim.source == key and claim.passage]
        passages = {claim.passage for claim in claims}
        numbers = [paragraph.n for paragraph in seed.paragraphs]
        yield Coverage(
            key,
            seed.file,
            len(claims),
            _quotes_in(claims),
            _figures_in(claims),
            sum(bool(claim.anchor) for claim in claims),
            tuple(n for n in numbers if n in passages),
            tuple(n for n in numbers if n not in passages),
        )


def _holding(claims: Sequence[Claim]) -> str:
    return f"{counted(_quotes_in(claims), 'quote')}, {counted(_figures_in(claims), 'figure')}"


def _quotes_in(claims: Sequence[Claim]) -> int:
    return sum(claim.quote is not None for claim in claims)


def _figures_in(claims: Sequence[Claim]) -> int:
    return sum(len(claim.amounts) for claim in claims)
