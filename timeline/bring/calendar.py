"""Calendars (iCalendar, RFC 5545): each entry an event, with the days that it takes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
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
    text, links = plain(str(_value(entry, "DESCRIPTION") or ""))
    if not title:
        found.leave(where, "it has no summary")
        return
    if _text(entry, "STATUS") == "CANCELLED":
        found.leave(where, "it was cancelled")
        return
    try:
        day = _days(found, where, entry)
    except ValueError as reason:
        found.leave(where, str(reason))
        return
    for name in ("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "LOCATION", "GEO", "URL"):
        if isinstance(entry.get(name), list):
            found.leave(where, f"all but the first {name}")
    for name, what in (("RRULE", "its repetitions"), ("RDATE", "its other days"), ("ATTACH", "what is attached")):
        if name in entry:
            found.leave(where, what)
    link = _text(entry, "URL") or (links[0] if links else "")
    kinds = _categories(entry)
    found.events.append(
        Found(
            where_,
            day,
            title,
            text,
            link,
            kind=kinds[0] if kinds else "",
            place=_text(entry, "LOCATION"),
            at=_position(found, where, entry),
            key=_text(entry, "UID").split("@")[0],
        )
    )
    for kind in kinds[1:]:
        found.leave(where, f"the category {kind}")


def _days(found: Findings, where: str, entry: Any) -> str:
    """The days of an entry: the end of whole days is the day after the last, and so is the end at a midnight."""
    start, end = _moment(entry, "DTSTART"), _moment(entry, "DTEND")
    if not isinstance(start, date):
        raise ValueError("it has no date that can be read" if "DTSTART" in entry else "it has no date")
    if end is None and isinstance(takes := _moment(entry, "DURATION"), timedelta):
        try:
            end = start + takes
        except OverflowError:
            raise ValueError(f"it takes {takes.days} days") from None
    is_timed = isinstance(start, datetime)
    if is_timed:
        found.leave(where, f"the time of day {start:%H:%M}")
    if not isinstance(end, date) or isinstance(end, datetime) != is_timed:
        end = start
    first, last = _day(start), _day(end)
    if last > first and (not isinstance(end, datetime) or end.time() == time()):
        last -= timedelta(days=1)
    return edtf_of(first.isoformat(), last.isoformat())


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _value(entry: Any, name: str) -> Any:
    """What an entry says under a name, the first where it says several."""
    value = entry.get(name)
    return value[0] if isinstance(value, list) and value else value


def _moment(entry: Any, name: str) -> object:
    """A day, a time or a length of time; None where it can't be read, which icalendar says by a ValueError."""
    try:
        return getattr(_value(entry, name), "dt", None)
    except ValueError:
        return None


def _position(found: Findings, where: str, entry: Any) -> tuple[float, float] | None:
    at = _value(entry, "GEO")
    if not at:
        return None
    try:
        return at.latitude, at.longitude
    except ValueError:
        found.leave(where, f"the position `{clean(str(at))[:60]}`")
        return None


def _categories(entry: Any) -> list[str]:
    listed = entry.get("CATEGORIES")
    lists = listed if isinstance(listed, list) else [listed] if listed else []
    return [clean(str(kind)) for one in lists for kind in one.cats]


def _text(entry: Any, name: str) -> str:
    return clean(str(_value(entry, name) or ""))
