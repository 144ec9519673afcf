"""Pictures as they are shown: who made them and under which terms, in words."""

from __future__ import annotations

from ..record.model.model import Picture
from .words import text


def credit(picture: Picture, language: str) -> str:
    """`Picture: A. Painter, CC BY 4.0`."""
    return text("media_by", language, by=picture.by, licence=picture.licence)
