"""Proves the citations of a record against the seed documents, which it describes but doesn't reprint.

What is proven: that a document and each of its paragraphs are the ones the record was made from; that
a cited paragraph is there; that it prints a quote within quotation marks; that it prints a figure's
number or words, and the words of an anchor. What the words mean (who speaks, what is counted) is for readers, and is said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..model.model import Claim, Figure, Seed
from ..numerals import printed_numbers
from ..problems.problem import Problem
from ..problems.report import counted
from ..record import Document, Record
from .digest import document_digest, paragraph_digest, read_paragraphs
from .quotes import prints, prints_words, quotes
from .verification import Coverage, Verification

NUMBERS = ("value", "low", "high")
Texts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Cited:
    """A claim on a passage: where it stands in the YAML, the record of its document, and the documents' texts."""

    document: Document
    path: tuple
    claim: Claim
    seed: Seed
    texts: Texts

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return self.texts[self.seed.id]

    @property
    def passage(self) -> str:
        return self.paragraphs[self.claim.passage - 1]

    def problem(self, path: tuple, code: str, message: str, hint: str = "") -> Problem:
        return self.document.problem((*self.path, *path), code, message, hint)

    def figures(self) -> Iterator[tuple[tuple, Figure]]:
        """Each figure with its path below the claim."""
        if self.claim.figure:
            yield ("figure",), self.claim.figure
        for number, figure in enumerate(self.claim.figures):
            yield ("figures", number), figure


def verify_record(record: Record, documents: Path) -> Verification:
    """Every citation of the record against the documents in a folder, each named by its seed record's `file`."""
    texts, problems = {}, []
    for key, seed in record.seeds.items():
        file = record.documents.seeds[key]
        try:
            texts[key] = read_paragraphs(documents / seed.file)
        except UnicodeDecodeError:
            problems.append(file.problem(("file",), "verify-document", f"`{seed.file}` is not UTF-8"))
        except (OSError, ValueError):  # not there, a folder, or no name a file can have
            problems.append(
                file.problem(("file",), "verify-document", f"there is no document `{seed.file}` in {documents}")
            )
        else:
            problems += _document_problems(file, seed, texts[key])
    for cited in _citations(record, texts):
        problems += _claim_problems(cited)
    return Verification(tuple(sorted(problems)), tuple(_unchecked(record, texts)), tuple(_coverage(record)))


def _claims(record: Record) -> Iterator[tuple[Document, tuple, Claim]]:
    """Every claim and its path in the file (whose order isn't that of `record.events`)."""
    document = record.documents.events
    for index, event in enumerate(document.value):
        for number, claim in enumerate(event.claims):
            yield document, (index, "claims", number), claim


def _citations(record: Record, texts: Texts) -> Iterator[_Cited]:
    for document, path, claim in _claims(record):
        if claim.passage and claim.source in texts:
            yield _Cited(document, path, claim, record.seeds[claim.source], texts)


def _document_problems(file: Document, seed: Seed, paragraphs: tuple[str, ...]) -> Iterator[Problem]:
    """verify-document, verify-paragraph: the document and its paragraphs are those of the record."""
    if document_digest(paragraphs) != seed.sha256:
        yield file.problem(
            ("sha256",), "verify-document", f"`{seed.file}` is not the document the record was made from"
        )
    if [paragraph.n for paragraph in seed.paragraphs] != list(range(1, len(paragraphs) + 1)):
        yield file.problem(
            ("paragraphs",),
            "verify-paragraph",
            f"the record's paragraphs are not the document's 1 to {len(paragraphs)}, each once and in order",
        )
    digests = [paragraph_digest(paragraph) for paragraph in paragraphs]
    for index, paragraph in enumerate(seed.paragraphs):
        if paragraph.n <= len(digests) and paragraph.sha256 != digests[paragraph.n - 1]:
            places = [n for n, digest in enumerate(digests, 1) if digest == paragraph.sha256]
            yield file.problem(
                ("paragraphs", index, "sha256"),
                "verify-paragraph",
                f"paragraph {paragraph.n} of `{seed.file}` is not the one recorded",
                _elsewhere(places),
            )


def _claim_problems(cited: _Cited) -> Iterator[Problem]:
    """verify-passage, verify-quote, verify-figure, verify-anchor: the passage is there and prints what the claim gives."""
    if cited.claim.passage > len(cited.paragraphs):
        yield cited.problem(
            ("passage",),
            "verify-passage",
            f"`{cited.seed.file}` has no paragraph {cited.claim.passage}",
            f"its paragraphs are 1 to {len(cited.paragraphs)}",
        )
        return
    yield from _quote_problems(cited)
    for path, figure in cited.figures():
        yield from _number_problems(cited, path, figure)
        yield from _words_problems(cited, path, figure)
    yield from _anchor_problems(cited)


def _quote_problems(cited: _Cited) -> Iterator[Problem]:
    quote, n = cited.claim.quote, cited.claim.passage
    if quote is None or quotes(cited.passage, quote.text):
        return
    if prints(cited.passage, quote.text):
        yield cited.problem(
            ("quote",),
            "verify-quote",
            f"paragraph {n} prints these words, but not within quotation marks",
            "quote what the source itself quotes; say the rest in our own words",
        )
    else:
        places = [place for place, text in enumerate(cited.paragraphs, 1) if quotes(text, quote.text)]
        yield cited.problem(
            ("quote",), "verify-quote", f"paragraph {n} does not print `{quote.text}`", _elsewhere(places)
        )


def _number_problems(cited: _Cited, path: tuple, figure: Figure) -> Iterator[Problem]:
    for name in NUMBERS:
        value = getattr(figure, name)
        if value is not None and not _prints_number(cited, cited.passage, value):
            places = [n for n, text in enumerate(cited.paragraphs, 1) if _prints_number(cited, text, value)]
            yield cited.problem(
                (*path, name),
                "verify-figure",
                f"paragraph {cited.claim.passage} does not print {value:.15g}",
                _elsewhere(places),
            )


def _prints_number(cited: _Cited, paragraph: str, value: float) -> bool:
    return Decimal(repr(value)) in printed_numbers(paragraph, cited.seed.language)


def _words_problems(cited: _Cited, path: tuple, figure: Figure) -> Iterator[Problem]:
    words = (figure.words or {}).get(cited.seed.language)
    if words and not prints_words(cited.passage, words):
        places = [n for n, text in enumerate(cited.paragraphs, 1) if prints_words(text, words)]
        yield cited.problem(
            (*path, "words", cited.seed.language),
            "verify-figure",
            f"paragraph {cited.claim.passage} does not print `{words}`",
            _elsewhere(places),
        )


def _anchor_problems(cited: _Cited) -> Iterator[Problem]:
    anchor = cited.claim.anchor
    if missing := [words for words in anchor if not prints(cited.passage, words)]:
        named = " and ".join(f"`{words}`" for words in missing)
        places = [n for n, text in enumerate(cited.paragraphs, 1) if all(prints(text, words) for words in anchor)]
        yield cited.problem(
            ("anchor",),
            "verify-anchor",
            f"paragraph {cited.claim.passage} does not print {named}",
            _elsewhere(places),
        )


def _elsewhere(places: list[int]) -> str:
    return f"paragraph {' and '.join(map(str, places))} does" if places else ""


def _unchecked(record: Record, texts: Texts) -> Iterator[str]:
    """Plain lines: what the documents can't prove, and what was not there to prove it."""
    claims = [claim for _, _, claim in _claims(record)]
    if public := [claim for claim in claims if claim.url]:
        pages = len({claim.url for claim in public})
        yield f"not fetched: {counted(pages, 'public page')}, on which {counted(len(public), 'claim')} rest ({_holding(public)})"
    if lost := [claim for claim in claims if claim.passage and claim.source in record.seeds.keys() - texts.keys()]:
        yield f"not checked: {counted(len(lost), 'claim')} on documents that can't be read ({_holding(lost)})"
    cited = list(_citations(record, texts))
    for claim in cited:
        for path, figure in claim.figures():
            if figure.words and claim.seed.language not in figure.words:
                place = claim.problem((*path, "words"), "", "")
                yield f"not checked: {place.file}:{place.line}:{place.column}: a figure without words in `{claim.seed.language}`"
    if plain := [one for one in cited if not (one.claim.quote or one.claim.all_figures or one.claim.anchor)]:
        yield f"not checked: the number of the passage of {counted(len(plain), 'claim')} without quote, figure or anchor"


def _holding(claims: list[Claim]) -> str:
    numbers = sum(len(claim.all_figures) for claim in claims)
    return f"{counted(sum(claim.quote is not None for claim in claims), 'quote')}, {counted(numbers, 'figure')}"


def _coverage(record: Record) -> Iterator[Coverage]:
    for key, seed in record.seeds.items():
        claims = [claim for _, _, claim in _claims(record) if claim.source == key and claim.passage]
        passages = {claim.passage for claim in claims}
        numbers = [paragraph.n for paragraph in seed.paragraphs]
        yield Coverage(
            key,
            seed.file,
            len(claims),
            sum(claim.quote is not None for claim in claims),
            sum(len(claim.all_figures) for claim in claims),
            sum(bool(claim.anchor) for claim in claims),
            tuple(n for n in numbers if n in passages),
            tuple(n for n in numbers if n not in passages),
        )
