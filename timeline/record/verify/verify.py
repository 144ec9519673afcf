"""Proves the citations of a record against the seed documents, which it describes but doesn't reprint.

It proves that a document and each of its paragraphs are the ones the record was made from; that a cited paragraph is
there; that it prints a quote within quotation marks; that it prints the number or words of a figure, and the words of
an anchor. It can't prove what the words mean (who speaks, what is counted): that is left to readers, and said so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from ..model.model import Amount, Seed
from ..numerals import printed_numbers
from ..places import Steps
from ..problems.problem import Problem
from ..record import Document, Record
from .cited import Cited, citations_of, those_that_do
from .digest import document_digest, paragraph_digest, read_paragraphs
from .extent import coverage_of, unchecked_of
from .quotes import prints, prints_words, quotes
from .verification import Verification

NUMBERS = ("value", "low", "high")


def verify_record(record: Record, documents: Path) -> Verification:
    """Every citation of the record against the documents in a folder, each named by its seed record's `file`."""
    texts: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for key, seed in record.seeds.items():
        file = record.documents.seeds[key]
        try:
            texts[key] = read_paragraphs(documents / seed.file)
        except UnicodeDecodeError:
            problems.append(file.problem(("file",), "verify-document", f"`{seed.file}` is not UTF-8"))
        except (OSError, ValueError):  # not there, a folder, or no name a file can have
            message = f"there is no document `{seed.file}` in {documents}"
            problems.append(file.problem(("file",), "verify-document", message))
        else:
            problems += _document_problems(file, texts[key])
    for cited in citations_of(record, texts):
        problems += _claim_problems(cited)
    return Verification(tuple(sorted(problems)), tuple(unchecked_of(record, texts)), tuple(coverage_of(record)))


def _document_problems(file: Document[Seed], paragraphs: tuple[str, ...]) -> Iterator[Problem]:
    """verify-document, verify-paragraph: the document and its paragraphs are those of the record."""
    seed = file.value
    if document_digest(paragraphs) != seed.sha256:
        message = f"`{seed.file}` is not the document the record was made from"
        yield file.problem(("sha256",), "verify-document", message)
    if [paragraph.n for paragraph in seed.paragraphs] != list(range(1, len(paragraphs) + 1)):
        message = f"the record's paragraphs are not the document's 1 to {len(paragraphs)}, each once and in order"
        yield file.problem(("paragraphs",), "verify-paragraph", message)
    digests = [paragraph_digest(paragraph) for paragraph in paragraphs]
    for index, paragraph in enumerate(seed.paragraphs):
        if paragraph.n <= len(digests) and paragraph.sha256 != digests[paragraph.n - 1]:
            message = f"paragraph {paragraph.n} of `{seed.file}` is not the one recorded"
            hint = those_that_do([str(n) for n, digest in enumerate(digests, 1) if digest == paragraph.sha256])
            yield file.problem(("paragraphs", index, "sha256"), "verify-paragraph", message, hint)


def _claim_problems(cited: Cited) -> Iterator[Problem]:
    """verify-passage, verify-quote, verify-figure, verify-anchor: the passage prints what the claim gives."""
    if cited.number > len(cited.paragraphs):
        message = f"`{cited.seed.file}` has no paragraph {cited.number}"
        hint = f"its paragraphs are 1 to {len(cited.paragraphs)}"
        yield cited.problem(("passage",), "verify-passage", message, hint)
        return
    yield from _quote_problems(cited)
    for path, amount in cited.amounts():
        yield from _number_problems(cited, path, amount)
        yield from _words_problems(cited, path, amount)
    yield from _anchor_problems(cited)


def _quote_problems(cited: Cited) -> Iterator[Problem]:
    quote = cited.claim.quote
    if quote is None:
        return
    if prints(cited.passage, quote.text) and not quotes(cited.passage, quote.text):
        message = f"paragraph {cited.number} prints these words, but not within quotation marks"
        hint = "quote what the source itself quotes; say the rest in our own words"
        yield cited.problem(("quote",), "verify-quote", message, hint)
    else:
        yield from cited.missing(("quote",), "verify-quote", f"`{quote.text}`", lambda text: quotes(text, quote.text))


def _number_problems(cited: Cited, path: Steps, amount: Amount) -> Iterator[Problem]:
    for name in NUMBERS:
        value: float | None = getattr(amount, name)
        if value is not None:
            prints_it = partial(_prints_number, value=value, language=cited.seed.language)
            yield from cited.missing((*path, name), "verify-figure", f"{value:.15g}", prints_it)


def _prints_number(text: str, value: float, language: str) -> bool:
    return Decimal(repr(value)) in printed_numbers(text, language)


def _words_problems(cited: Cited, path: Steps, amount: Amount) -> Iterator[Problem]:
    language = cited.seed.language
    if words := (amount.words or {}).get(language):
        where = (*path, "words", language)
        yield from cited.missing(where, "verify-figure", f"`{words}`", lambda text: prints_words(text, words))


def _anchor_problems(cited: Cited) -> Iterator[Problem]:
    named = " and ".join(f"`{words}`" for words in cited.claim.anchor if not prints(cited.passage, words))
    yield from cited.missing(("anchor",), "verify-anchor", named, partial(_prints_all, phrases=cited.claim.anchor))


def _prints_all(text: str, phrases: tuple[str, ...]) -> bool:
    return all(prints(text, phrase) for phrase in phrases)
