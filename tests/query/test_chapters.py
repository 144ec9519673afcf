"""A chapter in a query: its days and its filter, as the page has them."""

from __future__ import annotations

import pytest

from timeline.publish.exports.api import events_object
from timeline.query.chapters import read_query


def ids(record, query):
    return [event["id"] for event in events_object(record, query)["events"]]


def test_a_chapter_leaves_the_events_of_its_days_and_filter(record):
    for chapter in record.settings.chapters:
        chosen = chapter.filter.model_dump(exclude_defaults=True) if chapter.filter else {}
        query = "&".join(
            [
                *(f"{facet}={word}" for facet, words in chosen.items() for word in words),
                f"window={chapter.start.text}/{chapter.end.text}",
            ]
        )
        assert ids(record, f"chapter={chapter.id}") == ids(record, query)
        assert 0 < len(ids(record, query)) < len(record.events)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("chapter=signing", "window=2024-06-14/2024-06-26"),
        ("?chapter=signing&lang=fr&kind=treaty", "kind=treaty&window=2024-06-14/2024-06-26&lang=fr"),
        ("chapter=signing&window=2024-10-20/2024-10-29", "window=2024-10-20/2024-10-29"),
        ("kind=treaty", "kind=treaty"),
    ],
)
def test_days_that_the_query_gives_itself_count(record, query, canonical):
    assert read_query(record, query).to_query() == canonical


def test_a_chapter_that_the_record_does_not_have_is_named_and_left_out(record, apollo):
    assert read_query(record, "chapter=nothing").ignored == (("chapter", "nothing"),)
    assert ids(apollo, "chapter=signing") == [event.id for event in apollo.events]
