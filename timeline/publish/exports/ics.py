"""iCalendar (RFC 5545): every event as an entry of a calendar, on whole days where no time of day is known.

The browser's twin is `assets/src/export/ics.js`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from .csv import cell
from .selection import BETWEEN, Entry, Selection

LINE = 75  # octets of a line, its end left out
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # controls that a TEXT may not hold
ESCAPES = {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"}  # in this order: what escapes comes first
# A calendar needs one component at least; this one says nothing.
NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_ics(selection: Selection) -> bytes:
    """The events as a calendar. Each stands on all the days that it can mean, DTEND being the day after the last;
    where one end is open or unknown, on the one known day at its other end. What begins before the year 1, where a
    calendar does, is left out and named in the calendar's description. Where days don't say all of the date,
    SUMMARY says it in words after a ≈. UIDs are the same in both languages, and DTSTAMP is the day of the record's
    update, so that the same view gives the same bytes and a second import replaces the first.
    """
    gone = left_out(selection)
    about = ". ".join(filter(None, [selection.subtitle, without(selection, gone) if gone else ""]))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//timeline//{selection.name}//{selection.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(selection.title)}",
        f"X-WR-CALNAME:{escaped(selection.title)}",
        f"DESCRIPTION:{escaped(about)}",
        f"X-WR-CALDESC:{escaped(about)}",
    ]
    kept = [entry for entry in selection.entries if not _is_too_early(entry)]
    for entry in kept:
        lines += _component(selection, entry)
    lines += [*(() if kept else NOTHING), "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def left_out(selection: Selection) -> list[Entry]:
    """The events that no calendar can hold: they begin before the year 1."""
    return [entry for entry in selection.entries if _is_too_early(entry)]


def _is_too_early(entry: Entry) -> bool:
    return entry.date.earliest.year < 1


def without(selection: Selection, gone: list[Entry]) -> str:
    """What is left out, and why."""
    return selection.say("ics_left_out", titles=BETWEEN.join(f"{entry.title} ({entry.when})" for entry in gone))


def escaped(text: str) -> str:
    """A text as the value of a TEXT property (RFC 5545, 3.3.11)."""
    text = NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, written in ESCAPES.items():
        text = text.replace(sign, written)
    return text


def folded(line: str) -> str:
    """A line broken so that no part is longer than 75 octets; no character is cut in two (RFC 5545, 3.1)."""
    octets = line.encode()
    if len(octets) <= LINE:
        return line
    parts, start, room = [], 0, LINE
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, LINE - 1  # a continued line begins with a space
    return "\r\n ".join(parts)


def days_of(entry: Entry) -> tuple[date, date | None]:
    """The first day of an entry and the day after its last, None where that lies beyond the calendar."""
    first, last = entry.date.earliest, entry.date.latest
    assert isinstance(first, date) and isinstance(last, date)
    last = last if entry.date.start and entry.date.end else first
    return first, last + timedelta(days=1) if last < date.max else None


def moments_of(entry: Entry) -> list[str]:
    """The moments between which an entry lies (one where it is a moment), in UTC where their offset is known; none
    where the time of either end is not. RFC 5545, 3.3.5."""
    ends = entry.edtf.split("/")
    return [_moment(end) for end in ends] if all("T" in end for end in ends) else []


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:  # the first or the last hours of all
        moment = moment.replace(tzinfo=None)
    return f"{moment:%Y%m%dT%H%M%S}".zfill(15) + ("Z" if moment.tzinfo else "")


def _when(entry: Entry) -> list[str]:
    """DTSTART, and DTEND where there is one."""
    if moments := moments_of(entry):
        return [f"{name}:{moment}" for name, moment in zip(("DTSTART", "DTEND"), moments, strict=False)]
    first, after = (day and day.isoformat().replace("-", "") for day in days_of(entry))
    return [f"DTSTART;VALUE=DATE:{first}", *([f"DTEND;VALUE=DATE:{after}"] if after else [])]


def _component(selection: Selection, entry: Entry) -> list[str]:
    stamp = selection.updated.replace("-", "")
    plain = entry.date.certain and ("T" not in entry.edtf or moments_of(entry))
    summary = entry.title if plain else selection.say("uncertain_title", title=entry.title, date=entry.when)
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.id}@{selection.name}",
        f"DTSTAMP:{stamp}T000000Z",
        *_when(entry),
        f"SUMMARY:{escaped(summary)}",
        f"DESCRIPTION:{escaped(_description(selection, entry))}",
        *([f"LOCATION:{escaped(entry.place)}"] if entry.place else []),
        *([f"GEO:{cell(entry.lat)};{cell(entry.lon)}"] if None not in (entry.lat, entry.lon) else []),
        f"CATEGORIES:{escaped(entry.kind)},{escaped(entry.status)}",
        f"STATUS:{'CONFIRMED' if entry.status_id == 'established' else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        *([f"URL:{entry.link}"] if selection.base else []),
        "END:VEVENT",
    ]


def _description(selection: Selection, entry: Entry) -> str:
    return "\n".join(filter(None, [selection.limits, entry.summary, *selection.notes(entry)]))
