"""Which guides for teachers there are, and where their pages stand beside the timeline."""

from __future__ import annotations

from collections.abc import Iterable

GUIDES = {"en": "teachers.md", "fr": "enseignants.md"}  # language → file in docs/
STANDBY = "en"


def guide_path(language: str) -> str:
    """The page of a guide: `guide.en.html`. A language without a guide of its own has the English one."""
    return f"guide.{language if language in GUIDES else STANDBY}.html"


def guide_paths(languages: Iterable[str]) -> dict[str, str]:
    """The pages of the guide by the languages of a record."""
    return {language: guide_path(language) for language in languages}
