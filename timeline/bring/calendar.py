"""Calendars (iCalendar, RFC 5545): each entry an event, with the days that it takes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from .errors import BringError
from .found import Findings, Found, clean, edtf_of, plain


def from_ics(path: Path) -> Findings:
    """What a calendar holds. Raises BringError where it can't be read."""
    from icalendar import Calendar  # noqa: PLC0415 for this alone

    found = Findings()
    try:
        calendars = Calendar.from_ical(path.read_bytes(), multiple=True)
    except (OSError, ValueError, IndexError) as error:
        raise BringError(f"{path} can't be read as a calendar: {error}") from None
    for calendar in calendars:
        found.title = found.title or clean(str(calendar.get("NAME") or calendar.get("X-WR-CALNAME") or ""))
        for number, entry in enumerate(calendar.subcomponents, 1):
            if entry.name == "VEVENT":
                _event(found, f"entry {number}", entry)
            elif entry.name != "VTIMEZONE":
                found.leave(f"entry {number} ({_text(entry, 'SUMMARY')})", f"a {entry.name}")
    return found


def _event(found: Findings, where: str, entry: Any) -> None:
    title, where_ = _text(entry, "SUMMARY"), where
    where = f"{where} ({title})" if title else where
    text, links = plain(str(entry.get("DESCRIPTION") or ""))
    if not title:
        found.leave(where, "it has no summary")
        return
    if _text(entry, "STATUS") == "CANCELLED":
        found.leave(where, "it was cancelled")
        return
    try:
        day = _days(found, where, entry)
    except (ValueError, AttributeError) as reason:
        found.leave(where, str(reason) if isinstance(reason, ValueError) else "it has no date that can be read")
        return
    for name, what in (("RRULE", "its repetitions"), ("RDATE", "its other days"), ("ATTACH", "what is attached")):
        if name in entry:
            found.leave(where, what)
    link = _text(entry, "URL") or (links[0] if links else "")
    kinds = _categories(entry)
    at = entry.get("GEO")
    found.events.append(
        Found(
            where_,
            day,
            title,
            text,
            link,
            kind=kinds[0] if kinds else "",
            place=_text(entry, "LOCATION"),
            at=(at.latitude, at.longitude) if at else None,
            key=_text(entry, "UID").split("@")[0],
        )
    )
    for kind in kinds[1:]:
        found.leave(where, f"the category {kind}")


def _days(found: Findings, where: str, entry: Any) -> str:
    """The days of an entry: the end of whole days is the day after the last."""
    start = entry.decoded("DTSTART", None)
    if start is None:
        raise ValueError("it has no date")
    end = entry.decoded("DTEND", None) or start
    if isinstance(start, datetime):
        found.leave(where, f"the time of day {start:%H:%M}")
        return edtf_of(start.date().isoformat(), end.date().isoformat() if isinstance(end, datetime) else "")
    if isinstance(end, date) and not isinstance(end, datetime) and end > start:
        end -= timedelta(days=1)
    return edtf_of(start.isoformat(), end.isoformat() if not isinstance(end, datetime) else "")


def _categories(entry: Any) -> list[str]:
    listed = entry.get("CATEGORIES")
    lists = listed if isinstance(listed, list) else [listed] if listed else []
    return [clean(str(kind)) for one in lists for kind in one.cats]


def _text(entry: Any, name: str) -> str:
    return clean(str(entry.get(name) or ""))
