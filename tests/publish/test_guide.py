"""The teachers' guide: the same in every language, in the repository and beside the page, and nothing in it dangles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.publish.guide.guide import guide_pages, guide_pictures
from timeline.publish.page.site import site_files
from timeline.serve.server import create_app
from timeline.view.guide import GUIDES, guide_path

DOCS = Path(__file__).parents[2] / "docs"
TEXTS = {language: (DOCS / file).read_text(encoding="utf-8") for language, file in GUIDES.items()}
PICTURE = re.compile(r"!\[([^]]+)\]\((guide/[\w-]+)\.(\w+)\.webp\)")


@pytest.mark.parametrize("language", GUIDES)
def test_every_link_and_picture_of_a_guide_is_there(language):
    targets = re.findall(r"\]\(([^)]+)\)", TEXTS[language])
    assert targets and [target for target in targets if not (DOCS / target).is_file()] == []
    assert {code for _, _, code in PICTURE.findall(TEXTS[language])} == {language}
    assert set(GUIDES.values()) - {GUIDES[language]} <= set(targets)  # each leads to the others


def test_the_guides_say_the_same_in_the_same_order():
    shapes = {
        (
            tuple(picture for _, picture, _ in PICTURE.findall(text)),
            tuple(re.findall(r"^#+ \d?", text, re.MULTILINE)),
            len(re.findall(r"^[-|] ", text, re.MULTILINE)),
            tuple(re.findall(r"`(?:[a-z.]|timeline [\w ]+|\?[^`]+)", text)),
        )
        for text in TEXTS.values()
    }
    assert len(shapes) == 1


@pytest.mark.parametrize("language", GUIDES)
def test_it_is_a_page_without_scripts_that_leads_to_what_is_there(record, language):
    pages = guide_pages(record)
    page = pages[guide_path(language)]
    assert f'<html lang="{language}">' in page and "<script" not in page and "<table>" in page
    pictures = set(re.findall(r'src="([^"]+)"', page))
    assert len(pictures) == len(PICTURE.findall(TEXTS[language])) and pictures <= set(guide_pictures())
    links = set(re.findall(r'href="([^"]+)"', page))
    assert links <= {f"./?lang={language}", *pages}
    assert 'alt=""' not in page


def test_server_and_site_give_it_with_small_pictures(record, apollo):
    client, site = create_app(record).server.test_client(), site_files(apollo)
    for path, page in guide_pages(record).items():
        answer = client.get(f"/{path}")
        assert (answer.status_code, answer.mimetype, answer.text) == (200, "text/html", page)
        assert path in site
    for path, picture in guide_pictures().items():
        assert client.get(f"/{path}").data == picture == site[path]
        assert len(picture) < 60_000
    assert client.get("/guide.de.html").status_code == client.get("/guide/none.webp").status_code == 404


def test_a_language_without_a_guide_has_the_english_one():
    assert guide_path("de") == guide_path("en") == "guide.en.html"
