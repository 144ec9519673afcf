"""Claims are cited, briefly, once, in the languages of the timeline (errors); quotes have no marks (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.countries import is_language, is_language_of_text, meant_language
from ..places import Steps
from ..problems.problem import Problem, clipped, did_you_mean
from ..record import Document, Record
from .walk import amounts_of, claims_of, events_of, texts_of

QUOTE_WORDS = 20
MARKS = re.compile('([«“„"\'‘‹])[^«»“”„"‘‹›]+([»”“"\'’›])')
LANGUAGE_CODES = "a tag of BCP 47, such as en, fr, uk, grc, pt-BR, zh-Hant"


def passages_exist(record: Record) -> Iterator[Problem]:
    """dangling-passage: a claim cites a paragraph of a seed document, the address (`url`) of a public page, or the
    place (`locator`) in a printed work.
    """
    passages = {key: {paragraph.n for paragraph in seed.paragraphs} for key, seed in record.seeds.items()}
    for document, path, _, claim in claims_of(record):
        source, seed = record.sources.get(claim.source), record.seeds.get(claim.source)
        if source is None or (source.record and seed is None):
            continue  # sources_are_registered and seeds_fit_their_sources report it
        if seed is None:
            if claim.passage:
                yield document.problem(
                    (*path, "passage"),
                    "dangling-passage",
                    f"`{claim.source}` is no seed document and has no passages",
                    "cite its `url` or a `locator`",
                )
            if not (claim.url or claim.locator):
                yield document.problem(
                    path,
                    "dangling-passage",
                    "the claim has neither `url` nor `locator`",
                    "add the address of the page, or the place in the printed work",
                )
        elif not claim.passage:
            yield document.problem(
                path,
                "dangling-passage",
                "the claim names no `passage`",
                f"add the number of the paragraph, 1 to {len(seed.paragraphs)}",
            )
        elif claim.passage not in passages[claim.source]:
            yield document.problem(
                (*path, "passage"),
                "dangling-passage",
                f"`{claim.source}` has no paragraph {claim.passage}",
                f"its paragraphs are 1 to {len(seed.paragraphs)}",
            )


def seeds_fit_their_sources(record: Record) -> Iterator[Problem]:
    """seed-record: every source of type seed has its record, and the record carries the source's id."""
    document = record.documents.sources
    for index, source in enumerate(document.value):
        if (source.type == "seed") != (source.record is not None):
            yield document.problem(
                (index,),
                "seed-record",
                "a source of type `seed` names its `record`, no other does",
                "add `record:`, or correct the type",
            )
        elif source.record and source.id not in record.seeds:
            yield document.problem(
                (index, "record"),
                "seed-record",
                f"`{source.record}` is not about `{source.id}`",
                "the `id` of the seed record has to be the id of the source",
            )


def quotes_are_short(record: Record) -> Iterator[Problem]:
    """long-quote: a quote has at most twenty words."""
    for document, path, _, claim in claims_of(record):
        if claim.quote and (words := len(claim.quote.text.split())) > QUOTE_WORDS:
            yield document.problem(
                (*path, "quote"),
                "long-quote",
                f"the quote has {words} words",
                f"at most {QUOTE_WORDS} are quoted; say the rest in our own words",
            )


def quotes_are_bare(record: Record) -> Iterator[Problem]:
    """quote-marks: the text of a quote has no quotation marks around it, since the page sets them."""
    for document, path, _, claim in claims_of(record):
        if claim.quote and (found := MARKS.fullmatch(claim.quote.text.strip())):
            yield document.problem(
                (*path, "quote", "text"),
                "quote-marks",
                f"the quote stands in quotation marks, {found[1]} and {found[2]}",
                "leave them out: the page sets those of the language",
            )


def figures_say_something(record: Record) -> Iterator[Problem]:
    """figure: a figure has a value, a range or words, and only one of them; a range rises."""
    for document, path, _, claim in claims_of(record):
        for place, amount in amounts_of(claim, path):
            given = (
                amount.value is not None,
                amount.low is not None or amount.high is not None,
                amount.words is not None,
            )
            if sum(given) != 1:
                yield document.problem(
                    place,
                    "figure",
                    "a figure has either `value`, or `low` and `high`, or `words`",
                    "give what the source prints",
                )
            if amount.low is not None and amount.high is not None and amount.low > amount.high:
                yield document.problem(place, "figure", "`low` is greater than `high`", "swap the two")


def claims_are_made_once(record: Record) -> Iterator[Problem]:
    """repeated-claim: no two claims of an event have one passage or page, claimant, stance, text and figures."""
    for document, index, event in events_of(record):
        seen: dict[object, str] = {}
        for number, claim in enumerate(event.claims if len(event.claims) > 1 else ()):
            content = (
                claim.source,
                claim.passage,
                claim.url,
                claim.locator,
                claim.by,
                claim.stance,
                tuple(sorted(claim.says.items())),
                repr(claim.amounts),
            )
            if seen.get(content, claim.id) != claim.id:  # two claims of one id are a duplicate-id
                yield document.problem(
                    (index, "claims", number),
                    "repeated-claim",
                    f"the claim says what `{seen[content]}` says",
                    "delete one of the two, or say what else it says",
                )
            seen.setdefault(content, claim.id)


def languages_are_known(record: Record) -> Iterator[Problem]:
    """unknown-language: a language is a tag of BCP 47, and CLDR has names of months in those of the timeline."""
    for number, code in enumerate(record.settings.languages):
        if is_language(code):
            continue
        message, hint = _unknown(code, record)
        if is_language_of_text(code):
            message, hint = f"a page can’t be in `{clipped(code)}`: CLDR has no names of months in it", LANGUAGE_CODES
        yield record.documents.settings.problem(("languages", number), "unknown-language", message, hint)
    for document, path, code in _languages_of(record):
        if not is_language_of_text(code):
            yield document.problem(path, "unknown-language", *_unknown(code, record))


def _unknown(code: str, record: Record) -> tuple[str, str]:
    """A code that is none, and what would be right."""
    meant = meant_language(code, record.settings.languages)
    return f"`{clipped(code)}` is no language code", f"did you mean `{meant}`?" if meant else LANGUAGE_CODES


def _languages_of(record: Record) -> Iterator[tuple[Document[object], Steps, str]]:
    """The language of every source, document and quote, with its place."""
    files = record.documents
    for index, source in enumerate(files.sources.value):
        for number, code in enumerate(source.language):
            yield files.sources, (index, "language", number), code
        if source.id in record.seeds and source.id in files.seeds:
            yield files.seeds[source.id], ("language",), record.seeds[source.id].language
    for events, path, _, claim in claims_of(record):
        if claim.quote:
            yield events, (*path, "quote", "lang"), claim.quote.lang


def texts_have_every_language(record: Record) -> Iterator[Problem]:
    """missing-language: every text for readers is there in every language of the timeline, and in no other."""
    languages = dict.fromkeys(record.settings.languages)
    wanted = [language for language in languages if is_language(language)]
    right = languages.keys() if len(wanted) == len(languages) else None
    for document in record.documents:
        for path, text in texts_of(document.value):
            if text.keys() == right:
                continue
            for language in wanted:
                if language not in text:
                    message = f"the text in `{language}` is missing"
                    yield document.problem(path, "missing-language", message, f"add `{language}:`")
            # An unknown code in the settings is reported there, and not at every text.
            for language in text if right else ():
                if language not in languages:
                    message, hint = f"`{language}` is no language of this timeline", did_you_mean(language, languages)
                    yield document.problem((*path, language), "missing-language", message, hint)


ERRORS = (
    passages_exist,
    seeds_fit_their_sources,
    quotes_are_short,
    figures_say_something,
    claims_are_made_once,
    languages_are_known,
    texts_have_every_language,
)
WARNINGS = (quotes_are_bare,)
