"""The teachers' guide as pages beside the timeline: docs/teachers.md and its translations, with their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...installed import DOCS
from ...record.record import Record
from ...record.typography import typeset
from ...view.guide import GUIDES, guide_path
from ..page.rendering import templates_in

if TYPE_CHECKING:
    from markdown_it.token import Token

FOLDER = Path(__file__).with_name("templates")
PICTURES = "guide"  # the folder of the pictures, in docs/ and beside the timeline
PATHS = {file: guide_path(language) for language, file in GUIDES.items()}  # file of a guide → its page


def guide_pages(record: Record) -> dict[str, str]:
    """Every guide as an HTML document without scripts, by its path (`guide.fr.html`)."""
    titles = record.settings.title
    template = templates_in(FOLDER).get_template("guide.html")
    pages = {}
    for language in GUIDES:
        heading, content = _content(language)
        title = titles.get(language) or next(iter(titles.values()))
        page = template.render(language=language, heading=heading, timeline=title, content=content)
        pages[guide_path(language)] = page.rstrip("\n") + "\n"
    return pages


@cache
def guide_pictures() -> dict[str, bytes]:
    """Their pictures (WebP) by path: `guide/dialog.fr.webp`."""
    return {f"{PICTURES}/{file.name}": file.read_bytes() for file in sorted((DOCS / PICTURES).glob("*.webp"))}


@cache
def _content(language: str) -> tuple[str, Markup]:
    """A guide's heading, and its Markdown as HTML. Links to other documents, which stand in the repository alone, are
    their words.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 costs 20 ms, and few readers ask for the guide

    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(typeset((DOCS / GUIDES[language]).read_text(encoding="utf-8"), language))
    for token in tokens:
        if token.children:
            token.children = _linked(token.children)
    heading = next(token.content for token in tokens if token.type == "inline")
    return heading, Markup(parser.renderer.render(tokens, parser.options, {}))


def _linked(parts: Sequence[Token]) -> list[Token]:
    """The parts of a line with links to pages that are there."""
    kept: list[Token] = []
    inside: list[bool] = []  # of each link that is open, whether it leads anywhere
    for part in parts:
        if part.type == "link_open":
            target = str(part.attrs["href"])
            leads = target in PATHS or not target.endswith(".md")
            part.attrs["href"] = PATHS.get(target, target)
            inside.append(leads)
        elif part.type == "link_close":
            leads = inside.pop()
        else:
            leads = True
        if leads:
            kept.append(part)
    return kept
