"""The page on the sources: what each document is and what cites it, and what each public source relays."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from timeline.publish.page.sources import document_facts, source_facts, sources_markdown, sources_page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "sources.md"


def test_the_committed_page_is_up_to_date(record):
    assert PAGE.read_text(encoding="utf-8") == sources_markdown(record), "run: timeline verify --docs > docs/sources.md"


def test_every_claim_on_a_document_is_counted_at_its_paragraph(record):
    cited = {
        (document.file, paragraph.n, event)
        for document in document_facts(record, "en")
        for paragraph in document.paragraphs
        for event in paragraph.events
    }
    assert cited == {
        (record.seeds[claim.source].file, claim.passage, event.id)
        for event in record.events
        for claim in event.claims
        if claim.passage
    }


def test_a_document_says_how_its_date_is_known_and_what_it_misprints(record):
    for language in record.settings.languages:
        digest = next(d for d in document_facts(record, language) if d.file.startswith("001_"))
        assert digest.published_note == record.seeds["digest-9-nov"].published_note[language]
        assert [(p.n, "Kouïsk" in p.misprint) for p in digest.misprints] == [(4, True)]


def test_public_sources_come_with_type_country_and_counts(record):
    facts = {source.name: source for source in source_facts(record, "fr")}
    yonhap = facts["Yonhap"]
    claims = [(e.id, c) for e in record.events for c in e.claims if c.source == "yonhap"]
    assert (yonhap.type, yonhap.country, yonhap.languages) == ("agence de presse", "Corée du Sud", "anglais")
    assert (yonhap.claims, yonhap.events) == (len(claims), len({event for event, _ in claims}))
    assert [s.claims for s in source_facts(record, "fr")] == sorted((s.claims for s in facts.values()), reverse=True)


def claim(locator: str) -> dict:
    return {"source": "book", "locator": locator, "says": {"en": "It did"}}


def test_a_source_that_relays_its_own_claim_has_no_other_origin(make_record):
    claims = [{"id": "c1", **claim("p. 1")}, {"id": "c2", **claim("p. 2"), "derives_from": "c1"}]
    alone = make_record({"date": "1969-07-20", "claims": claims})
    assert source_facts(alone, "en")[0].relays == {}


def test_signs_in_names_are_no_markup(make_record):
    page = sources_markdown(make_record({"date": "1969"}, settings={"title": {"en": "<b>A*B|C</b>"}}))
    assert r"\<b\>A\*B\|C\</b\>" in page
    assert "## The sources" in page and "## The documents" not in page


def test_the_html_page_says_in_each_language_what_the_markdown_says(record):
    page = unescape(sources_page(record))
    for language in record.settings.languages:
        part = page.split(f'<main id="{language}"')[1].split("</main>")[0]
        for document in document_facts(record, language):
            assert document.name in part and document.nature in part and document.published_note in part
            assert all(paragraph.gist in part for paragraph in document.paragraphs)
        assert all(source.name in part for source in source_facts(record, language))
    ids = {id for d in document_facts(record, "en") for p in d.paragraphs for id in p.events}
    assert set(re.findall(r'href="./\?event=([\w-]+)&lang=fr"', page)) == ids


def test_the_html_page_runs_no_script_asks_for_nothing_and_escapes_names(make_record):
    page = sources_page(make_record({"date": "1969"}, settings={"title": {"en": "<script>x</script>"}}))
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "default-src 'none'" in page and not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page)
