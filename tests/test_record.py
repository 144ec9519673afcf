"""The real record keeps its promises: every claim is cited, in both languages, briefly, and provably."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import warnings
from collections import Counter
from pathlib import Path

import pytest

from timeline.record.load import read_record

ROOT = Path(__file__).resolve().parents[1]
# Whoever holds the documents keeps them beside the repository; the repository does not reprint them.
DOCUMENTS = ROOT.parent / "shared" / "seeds"
QUOTE_WORDS = 20


def claims(record):
    return [(event, claim) for event in record.events for claim in event.claims]


def texts(value):
    """Every {language: text} in a part of the record."""
    if isinstance(value, dict):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))


def test_the_record_has_no_problem():
    assert read_record()[1] == []


def test_it_holds_at_least_sixty_events_each_with_a_claim(record):
    assert len(record.events) >= 60
    assert all(event.claims for event in record.events)


def test_it_is_curated_from_five_documents(record):
    assert len(record.seeds) == 5
    assert {source.id for source in record.sources.values() if source.type == "seed"} == set(record.seeds)


def test_it_is_told_in_english_and_french(record):
    assert record.settings.languages == ("en", "fr")
    for part in (
        *record.events,
        *record.actors.values(),
        *record.sources.values(),
        *record.seeds.values(),
        record.settings,
    ):
        for found in texts(part):
            assert set(found) == {"en", "fr"}, found
            assert all(text.strip() == text and text for text in found.values()), found


def test_titles_differ_between_languages_and_events(record):
    assert [event.id for event in record.events if event.title["en"] == event.title["fr"]] == []
    for language in ("en", "fr"):
        assert [
            title for title, count in Counter(event.title[language] for event in record.events).items() if count > 1
        ] == []


def test_every_claim_on_a_document_cites_one_of_its_paragraphs(record):
    cited = [(claim.source, claim.passage) for _, claim in claims(record) if claim.source in record.seeds]
    assert len(cited) > 60
    for source, passage in cited:
        assert passage in {paragraph.n for paragraph in record.seeds[source].paragraphs}


def test_every_document_is_cited(record):
    assert {claim.source for _, claim in claims(record)} >= set(record.seeds)


def test_every_other_claim_has_the_address_of_a_public_page(record):
    for event, claim in claims(record):
        if claim.source not in record.seeds:
            assert re.match(r"https?://[^/\s]+\.[^/\s]+", claim.url or ""), (event.id, claim.id)


def test_a_page_is_cited_once_in_an_event_for_each_of_those_it_quotes(record):
    for event in record.events:
        cited = Counter((claim.url, claim.by) for claim in event.claims if claim.url)
        assert [page for page, count in cited.items() if count > 1] == [], event.id


def test_quotes_have_at_most_twenty_words_and_a_language(record):
    quotes = [claim.quote for _, claim in claims(record) if claim.quote]
    assert quotes
    for quote in quotes:
        assert 1 <= len(quote.text.split()) <= QUOTE_WORDS
        assert re.fullmatch(r"[a-z]{2,3}", quote.lang)


def test_figures_name_their_quantity_and_never_two_values(record):
    amounts = [amount for _, claim in claims(record) for amount in claim.amounts]
    assert amounts
    for amount in amounts:
        assert (
            sum(value is not None for value in (amount.value, amount.words))
            + (amount.low is not None or amount.high is not None)
            == 1
        )


def test_a_contested_event_has_claims_that_differ(record):
    for event in record.events:
        if event.status == "contested":
            assert event.disagreements or {"denies"} & {claim.stance for claim in event.claims}, event.id


def test_a_predicted_event_has_a_prediction(record):
    for event in record.events:
        if event.status == "predicted":
            assert "predicts" in {claim.stance for claim in event.claims}, event.id


def test_the_seed_records_reprint_nothing(record):
    for seed in record.seeds.values():
        assert [paragraph.n for paragraph in seed.paragraphs] == list(range(1, len(seed.paragraphs) + 1))
        assert all(
            re.fullmatch(r"[0-9a-f]{64}", digest) for digest in (seed.sha256, *(p.sha256 for p in seed.paragraphs))
        )
        assert len({paragraph.sha256 for paragraph in seed.paragraphs}) == len(seed.paragraphs)


# Against the documents, where they are


@pytest.fixture(scope="module")
def documents(record) -> dict[str, list[str]]:
    """The paragraphs of each document that is at hand, by source. What is not at hand is said in a warning."""
    found = {}
    for seed in record.seeds.values():
        file = DOCUMENTS / seed.file
        if file.is_file():
            lines = unicodedata.normalize("NFC", file.read_text(encoding="utf-8-sig")).split("\n")
            found[seed.id] = [" ".join(line.split()) for line in lines if line.strip()]
    missing = sorted(set(record.seeds) - set(found))
    if missing:
        warnings.warn(f"NOT CHECKED against the documents (not in {DOCUMENTS}): {', '.join(missing)}", stacklevel=1)
    return found


def test_every_paragraph_s_digest_is_that_of_the_document(record, documents):
    for source, paragraphs in documents.items():
        digests = [hashlib.sha256(paragraph.encode()).hexdigest() for paragraph in paragraphs]
        assert digests == [paragraph.sha256 for paragraph in record.seeds[source].paragraphs], source


def plain(text: str) -> str:
    """Text without the differences that typesetting makes: quotation marks, apostrophes, spaces, case."""
    return re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", text).replace("’", "'")).strip().lower()


def test_every_quote_on_a_document_stands_in_the_cited_paragraph(record, documents):
    checked = 0
    for event, claim in claims(record):
        if claim.quote and claim.source in documents:
            assert plain(claim.quote.text) in plain(documents[claim.source][claim.passage - 1]), (event.id, claim.id)
            checked += 1
    assert checked or not documents


RUN = 8
# Titles are named as they are; whatever else is in a document is said in our own words.
TITLES = (
    "traité d’amitié, de bon voisinage et de coopération",
    "traité d’amitié, de coopération et d’assistance mutuelle",
    "traité sur le partenariat stratégique global",
)


def own_words(text: str) -> str:
    """A text of the record without what it quotes and without the titles of treaties; `|` stands where they were."""
    parts = re.sub("«[^«»]*»|“[^“”]*”", "|", text).split("|")
    words = " | ".join(map(plain, parts))
    for title in TITLES:  # also « celui d’amitié, … »
        words = words.replace(plain(title), "|").replace(plain(title).removeprefix("traité "), "|")
    return words


def runs(text: str) -> set[str]:
    """Every run of eight words."""
    words = text.split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_no_text_of_ours_has_eight_words_in_a_row_of_a_document(record, documents):
    parts = (*record.events, *record.actors.values(), *record.sources.values(), *record.seeds.values(), record.settings)
    printed = {run for paragraphs in documents.values() for text in paragraphs for run in runs(plain(text))}
    assert printed or not documents
    copied = {
        (getattr(part, "id", "settings"), run)
        for part in parts
        for found in texts(part)
        for text in found.values()
        for run in runs(own_words(text)) & printed
    }
    assert copied == set()


def test_no_gist_reprints_its_paragraph(record, documents):
    """A gist is in our own words: it shares no run of eight words with its paragraph."""
    for source, paragraphs in documents.items():
        for paragraph, text in zip(record.seeds[source].paragraphs, paragraphs, strict=True):
            for gist in paragraph.gist.values():
                words, whole = plain(gist).split(), f" {plain(text)} "
                runs = [" ".join(words[i : i + 8]) for i in range(len(words) - 7)]
                assert [run for run in runs if f" {run} " in whole] == [], (source, paragraph.n)
