"""The words of exercises: one JSON file a language. A page loads them with its first exercise."""

from __future__ import annotations

from pathlib import Path

from ...words.book import Book

BOOK = Book(Path(__file__).parent)
text = BOOK.text
