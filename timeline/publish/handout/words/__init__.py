"""The words of the handouts: one JSON file a language. They stand apart from those of the interface, which every page
carries.
"""

from __future__ import annotations

from pathlib import Path

from ....view.words.book import Book

FOLDER = Path(__file__).parent
BOOK = Book(FOLDER)
text, words_of = BOOK.text, BOOK.words_of
