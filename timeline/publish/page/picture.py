"""The picture that other sites show beside a link to the timeline (Open Graph): its title, and its events on their
scale.
"""

from __future__ import annotations

import io
from collections import Counter
from functools import lru_cache
from unicodedata import normalize

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ...installed import ASSETS
from ...record.dates.days import day_number
from ...record.record import Record
from ...view.figure import INK, PAPER, anchor
from ...view.overview import overview_scale
from ...view.wording import day_text
from ...view.words import text

SIZE = (1200, 630)  # px, what the sites that show such pictures ask for
MARGIN, CELL, FLOOR = 72, 10, 500  # px: around everything; of an event; the line on which events stand
TALL = 190  # px that the highest pile may take
MUTED = "#535a65"
# DejaVu Sans with its European letters (Latin, Greek, Cyrillic, Armenian, Georgian): in the repository, so that the
# picture is the same everywhere.
FONT = ASSETS / "vendor" / "dejavu-sans-2.37.ttf"


def picture(record: Record) -> bytes:
    """A PNG of 1200 × 630 px in the record's first language."""
    image = Image.new("RGB", SIZE, PAPER["light"])
    draw = ImageDraw.Draw(image)
    settings, language = record.settings, record.settings.languages[0]
    below = _lines(draw, settings.title[language], MARGIN, 60, INK["light"], most=2)
    _lines(draw, settings.subtitle[language], below + 14, 30, MUTED, most=2)
    if record.events:
        _events(draw, record)
        first, last = (day_text(event.date.earliest, language, "y") for event in (record.events[0], record.events[-1]))
        draw.text((MARGIN, FLOOR + 16), first, INK["light"], _font(28))
        draw.text((SIZE[0] - MARGIN, FLOOR + 16), last, INK["light"], _font(28), anchor="ra")
    n = len(record.events)
    draw.text(
        (SIZE[0] / 2, FLOOR + 16),
        text("count_only" if n == 1 else "count_all", language, n=n),
        MUTED,
        _font(28),
        anchor="ma",
    )
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _events(draw: ImageDraw.ImageDraw, record: Record) -> None:
    """Each event a cell on the overview's scale, one upon the other where a place holds many."""
    scale = overview_scale(record)
    days = [day_number(anchor(event)) for event in record.events]
    across = np.interp(days, scale["days"], scale["at"]) * (SIZE[0] - 2 * MARGIN - CELL) / (CELL + 2)
    colours = {kind.id: kind.light for kind in record.settings.kinds}
    places = [(round(place), colours[event.kind]) for place, event in zip(across, record.events, strict=True)]
    unit = min(CELL + 2, TALL / max(Counter(place for place, _ in places).values(), default=1))
    levels: Counter[int] = Counter()
    for place, colour in places:
        left, top = MARGIN + place * (CELL + 2), FLOOR - (levels[place] + 1) * unit
        draw.rectangle((left, top, left + CELL, top + max(1, unit - 2)), colour)
        levels[place] += 1
    draw.line((MARGIN, FLOOR + 4, SIZE[0] - MARGIN, FLOOR + 4), INK["light"], 2)


def _lines(draw: ImageDraw.ImageDraw, words: str, top: float, size: int, colour: str, most: int) -> float:
    """Write words in at most so many lines, smaller where they need it. Returns where the last line ends."""
    font = _font(size)
    lines = _wrapped(draw, _drawable(words, font), font)
    if len(lines) > most and size > 20:
        return _lines(draw, words, top, size - 4, colour, most)
    for number, line in enumerate(lines[:most]):
        draw.text((MARGIN, top + number * size * 1.25), line, colour, font)
    return top + min(len(lines), most) * size * 1.25


def _wrapped(draw: ImageDraw.ImageDraw, words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font) <= SIZE[0] - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _drawable(words: str, font: ImageFont.FreeTypeFont) -> str:
    """The words without the letters that the font lacks."""
    missing = bytes(font.getmask("\uffff"))
    return "".join(
        letter for letter in normalize("NFC", words) if letter.isspace() or bytes(font.getmask(letter)) != missing
    )


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
