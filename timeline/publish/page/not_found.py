"""The page for an address at which there is nothing, in the record's languages."""

from __future__ import annotations

from html import escape

from ...record.record import Record
from ...view.words import text

DOCUMENT = """<!DOCTYPE html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>404 – {title}</title>
<style>body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.5rem;color:#1c2026;background:#fbfaf6}}
@media (prefers-color-scheme:dark){{body{{color:#eceae4;background:#15181d}}a{{color:#a3b1ff}}}}</style>
<h1>404</h1>
{lines}
"""


def not_found(record: Record, home: str) -> str:
    """An HTML document that says so and leads to the timeline, whose address is `home`."""
    settings = record.settings
    link = f'<a href="{escape(home)}">{{title}}</a>'
    lines = "".join(
        f'<p lang="{language}">{escape(text("not_found", language))} {link.format(title=escape(settings.title[language]))}</p>\n'
        for language in settings.languages
    )
    return DOCUMENT.format(
        language=settings.languages[0], title=escape(settings.title[settings.languages[0]]), lines=lines
    )
