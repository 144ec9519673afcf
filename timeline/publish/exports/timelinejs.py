"""TimelineJS 3 JSON: the events as slides of Knight Lab's tool (https://timeline.knightlab.com/docs/json-format.html).

The browser's twin is `assets/src/export/timelinejs.js`.
"""

from __future__ import annotations

from html import escape

from ...record.dates.eras import without_zero
from .api import json_bytes
from .selection import Entry, Selection, Shown


def timelinejs_json(selection: Selection) -> bytes:
    """The events as TimelineJS reads them. It renders every text as HTML, so all of them are escaped; nothing of it
    is loaded from elsewhere but the record's own pictures, from the page's address."""
    return json_bytes(
        {
            "title": {"text": {"headline": escape(selection.title), "text": _paragraphs([selection.subtitle])}},
            "events": [_slide(selection, entry) for entry in selection.entries],
        }
    )


def _slide(selection: Selection, entry: Entry) -> dict:
    first, last = entry.date.parts
    text = _paragraphs(filter(None, [selection.limits, entry.summary, *selection.notes(entry)]))
    if selection.base:
        text += f'<p><a href="{escape(entry.link)}">{escape(selection.say("open_event"))}</a></p>'
    return {
        "unique_id": entry.id,
        "start_date": _date(first) | _time(entry.edtf.split("/")[0]),
        **({"end_date": _date(last) | _time(entry.edtf.split("/")[-1])} if last else {}),
        "display_date": escape(entry.when),
        "group": escape(entry.kind),
        "text": {"headline": escape(entry.title), "text": text},
        **({"media": _media(entry.media)} if entry.media else {}),
        "autolink": False,
    }


def _media(shown: Shown) -> dict[str, str]:
    words = {"caption": shown.caption, "credit": shown.credit, "alt": shown.alt}
    return {"url": shown.url, **{key: escape(text) for key, text in words.items() if text}}


def _date(parts: list[int]) -> dict[str, int]:
    """A date as TimelineJS has it, which knows no year 0: 44 BC is -44."""
    return dict(zip(("year", "month", "day"), [*map(without_zero, parts[:1]), *parts[1:]], strict=False))


def _time(end: str) -> dict[str, int]:
    """The time of day of a date or of an end of an interval; {} where it has none."""
    time = end.partition("T")[2][:8]
    return dict(zip(("hour", "minute", "second"), map(int, time.split(":")), strict=True)) if time else {}


def _paragraphs(texts) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
