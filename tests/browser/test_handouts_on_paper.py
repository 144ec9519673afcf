"""Handouts in a browser: A4 with nothing cut off, readable on a phone, and without faults that axe can tell."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from timeline.publish.handout.handout import handout, index

A4 = (595, 842)  # points
BASE = "https://example.org/frise/"
# What reaches beyond the sheet, or beyond the box that it stands in.
OUTSIDE = """() => [...document.body.querySelectorAll("*:not(svg *)")]
  .filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > document.documentElement.clientWidth + 1
      || node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline");
  }).map((node) => node.outerHTML.slice(0, 120))"""
HANDOUTS = pytest.mark.parametrize(
    ("key", "language", "teacher"),
    [
        ("treaty-into-force", "en", False),
        ("how-many-soldiers", "fr", False),
        ("how-many-soldiers", "fr", True),
        ("morning-in-the-newsroom", "fr", True),
    ],
    ids=str,
)


@pytest.fixture
def opened(browser, tmp_path):
    """opened(html, width) opens a document from a file, without a network, and closes it at the end."""
    context = browser.new_context(offline=True)

    def open_file(html: str, width: int = 1024):
        file = tmp_path / "handout.html"
        file.write_text(html, encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        assert said == []
        return page

    yield open_file
    context.close()


def squeezed(words: str) -> str:
    """A text without spaces and ligatures, which fonts make of f and i."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


@HANDOUTS
def test_it_prints_on_a4_with_every_step_and_source(record, opened, key, language, teacher):
    page = opened(handout(record, key, language, teacher, BASE))
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in reader.pages}
    assert sizes == {A4} and 4 <= len(reader.pages) <= 12
    text = squeezed("".join(sheet.extract_text() for sheet in reader.pages))
    lesson = record.lessons[key]
    for step in lesson.steps:
        assert squeezed(step.say[language])[-20:] in text
    assert f"1/{len(reader.pages)}" in text and "example.org" not in text  # the code says it


@HANDOUTS
@pytest.mark.parametrize("width", [680, 390])
def test_nothing_is_cut_off(record, opened, key, language, teacher, width):
    page = opened(handout(record, key, language, teacher, BASE), width)
    if width == 680:  # px of an A4 between its margins
        page.emulate_media(media="print")
    assert page.evaluate(OUTSIDE) == []


@HANDOUTS
def test_axe_finds_nothing(record, opened, key, language, teacher):
    page = opened(handout(record, key, language, teacher, BASE))
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}
    found = Axe().run(page, options=rules).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"][:160]) for item in found] == []


def test_the_list_of_lessons_shows_one_language(record, opened):
    page = opened(index(record))
    assert page.locator("main:visible").count() == 1 and page.locator("main:visible").get_attribute("lang") == "en"
    page.get_by_role("link", name="Français").click()
    assert page.locator("main:visible").get_attribute("lang") == "fr"
    assert [item["id"] for item in Axe().run(page).response["violations"]] == []


def test_a_qr_code_reads_as_its_address(record, opened):
    """As large on paper as a phone can read: each of its squares is at least 0.4 mm wide."""
    page = opened(handout(record, "morning-in-the-newsroom", "fr", base=BASE))
    page.emulate_media(media="print")
    squares = page.locator("svg.qr").evaluate_all("codes => codes.map(c => 21 / c.viewBox.baseVal.width)")
    assert len(squares) > 8 and min(squares) >= 0.4
