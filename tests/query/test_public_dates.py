"""Which dates stand on public pages alone: no document prints them."""

from __future__ import annotations

from timeline.query.public_dates import public_dates

CLAUSES = {
    "treaty-23-articles",
    "treaty-article-2",
    "treaty-consultation-clause",
    "treaty-article-4",
    "treaty-sanctions-coordination",
    "treaty-other-fields",
}
PRINTED = {"treaty-signed", *CLAUSES, "russia-october-gain", "putin-signs-ratification", "kim-ratifies"}


def test_all_dates_of_the_shipped_record_but_a_few_and_those_with_a_note(record):
    unexplained = {event.id for event in record.events if not event.date_note}
    assert public_dates(record) == unexplained - PRINTED
    assert len(public_dates(record)) == 58


def test_a_clause_has_the_date_of_its_treaty(record):
    """Most of their own paragraphs don't name the day; that of the signature does."""
    assert {
        event.id for event in record.events if event.part_of == "treaty-signed" and event.kind == "treaty"
    } == CLAUSES
    assert not public_dates(record) & CLAUSES


def test_a_record_without_documents_has_none(vesuvius):
    assert public_dates(vesuvius) == frozenset()
