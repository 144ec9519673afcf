"""Seed documents as paragraphs, and the digests that prove them without reprinting them.

A paragraph is a line that holds more than white space. Its digest is the SHA-256 of its normalised
text in UTF-8; the digest of a document is that of all its normalised paragraphs, one a line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from ..folding import normalised

# The line ends of Unix, Windows and old Macs, and no others: str.splitlines() also breaks at U+2028 and form feeds.
LINE_END = re.compile(r"\r\n|\r|\n")


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The normalised paragraphs of a document; number n of the record is item n - 1."""
    return tuple(filter(None, map(normalised, LINE_END.split(text))))


def read_paragraphs(path: Path) -> tuple[str, ...]:
    """The normalised paragraphs of a UTF-8 file, with or without a byte order mark.

    Raises OSError and UnicodeDecodeError.
    """
    return split_paragraphs(path.read_bytes().decode("utf-8-sig"))


def paragraph_digest(paragraph: str) -> str:
    """SHA-256 (hexadecimal) of a paragraph."""
    return hashlib.sha256(normalised(paragraph).encode()).hexdigest()


def document_digest(paragraphs: Sequence[str]) -> str:
    """SHA-256 (hexadecimal) of a whole document, given its paragraphs."""
    return hashlib.sha256("\n".join(map(normalised, paragraphs)).encode()).hexdigest()
