"""The sources and the pages of a record as CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json

import pytest
import rispy
from bibtexparser import parse_string

from timeline.installed import STARTER
from timeline.publish.exports.bibliography import bibtex, csl_items, csl_json, ris
from timeline.record.load import load_record


def by_id(items):
    assert len({item["id"] for item in items}) == len(items)
    return {item["id"]: item for item in items}


def test_every_page_that_a_claim_stands_on_is_an_entry_with_the_day_seen(record):
    items = by_id(csl_items(record, "en"))
    pages = {(claim.source, claim.url) for event in record.events for claim in event.claims if claim.url}
    listed = {item["URL"] for item in items.values() if "URL" in item}
    assert listed == {url for _, url in pages}
    seen = [record.settings.updated.start.year, record.settings.updated.start.month, record.settings.updated.start.day]
    assert all(item["accessed"] == {"date-parts": [seen]} for item in items.values() if "URL" in item)
    assert {source.name["en"] for source in record.sources.values() if not source.record} <= {
        item["title"] for item in items.values()
    }


def test_a_document_is_called_as_it_is_printed(record):
    (seed,) = [source for source in record.sources.values() if source.id == "mondialisation"]
    item = by_id(csl_items(record, "fr"))[seed.id]
    assert item["title"] == record.seeds[seed.id].title and item["language"] == "fr"
    assert item["author"] == [{"literal": record.seeds[seed.id].author}]
    assert item["issued"] == {"date-parts": [[2024, 6, 24]]}


def test_a_day_that_is_about_is_not_given_as_certain(record):
    about = next(source for source, seed in record.seeds.items() if seed.published.qualifier)
    item = by_id(csl_items(record, "en"))[about]
    assert item["issued"]["circa"] is True
    entry = parse_string(bibtex(record, "en").decode()).entries_dict[about]
    assert entry["date"].endswith("~")
    (told,) = [one for one in rispy.loads(ris(record, "en").decode()) if one["id"] == about]
    assert "date" not in told


def test_a_printed_work_is_one_entry_without_an_address():
    assert csl_items(load_record(STARTER), "en") == [
        {"id": "minutes", "type": "book", "title": "Minutes of the town council", "language": "en"}
    ]


@pytest.mark.parametrize("name", ["record", "vesuvius", "calendar"])
def test_other_programs_read_all_of_it(name, request):
    record = request.getfixturevalue(name)
    language = record.settings.languages[0]
    items = csl_items(record, language)
    assert json.loads(csl_json(record, language)) == items
    library = parse_string(bibtex(record, language).decode())
    assert not library.failed_blocks and [entry.key for entry in library.entries] == [item["id"] for item in items]
    told = rispy.loads(ris(record, language).decode())
    assert [one["id"] for one in told] == [item["id"] for item in items]
    assert [one["title"] for one in told] == [item["title"] for item in items]
    assert [one.get("urls", [""])[0] for one in told] == [item.get("URL", "") for item in items]


def test_signs_that_tex_reads_as_commands_are_written_out(write_record):
    folder = write_record(sources=lambda text: text.replace("{en: The Lunar Herald", '{en: "5 % & {x}_~ herald"', 1))
    text = bibtex(load_record(folder), "en").decode()
    assert r"title = {{5 \% \& \{x\}\_\textasciitilde{} herald}}" in text
    assert not parse_string(text).failed_blocks
