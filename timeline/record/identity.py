"""What a record is called where its title may not matter: in the UIDs of calendars and the ids of feeds."""

from __future__ import annotations

import hashlib
import re
import secrets

from .folding import fold, slug_of
from .model.settings import Settings

SLUG = 60  # characters of a title that a file, or a record without an `id`, is named by
UNWRITTEN = re.compile(r"[^\W_a-z0-9]")  # a letter or digit of folded text that a name in Latin letters leaves out


def name_of(settings: Settings) -> str:
    """The record's `id`. One without is named by its first title: the slug of it, and where that leaves letters out a
    digest of the title too, so that two titles in Cyrillic are two names. It is given for records with mistakes too.
    """
    if settings.id:
        return settings.id
    title = settings.title.get(settings.languages[0]) or next(iter(settings.title.values()), "")
    digest = hashlib.sha256(title.encode()).hexdigest()[:8] if UNWRITTEN.search(fold(title)) else ""
    return "-".join(filter(None, [file_name(title), digest]))


def file_name(title: str) -> str:
    """A title as files are named: `le-traite-russo-nord-coreen-de-2024`; `timeline` where it has no Latin letter."""
    return slug_of(title, SLUG) or "timeline"


def new_id(title: str) -> str:
    """An `id` for a new record, which no other has: `the-old-bridge-9f2c41d7`."""
    return f"{slug_of(title) or 'timeline'}-{secrets.token_hex(4)}"
