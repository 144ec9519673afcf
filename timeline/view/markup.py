"""What all parts of the markup need: words in every language at once, and attributes for assistive technology."""

from __future__ import annotations

from typing import Any

from dash import html

from .words import text


def aria(name: str, value: str) -> dict[str, Any]:
    """An `aria-` attribute, whose name no keyword of Python can have."""
    return {f"aria-{name}": value}


def labelled(element: str) -> dict[str, Any]:
    """The attribute that names a part by the element whose words are its name."""
    return aria("labelledby", element)


class Words:
    """Makes the words of the interface in all languages at once; CSS shows the page's own (`page.css`)."""

    def __init__(self, languages: tuple[str, ...]):
        self.languages = languages

    def __call__(self, key: str, **values: object) -> list[html.Span]:
        """A text of the interface, in every language."""
        return self.texts({language: text(key, language, **values) for language in self.languages})

    def texts(self, texts: dict[str, str]) -> list[html.Span]:
        """A text of the record, in every language; CSS shows one."""
        return [html.Span(texts[language], lang=language, className="t") for language in self.languages]
