"""Markwhen's plain lists: a line `date: event`, with tags and links, and lines of text below it."""

from __future__ import annotations

import re
from pathlib import Path

from .errors import BringError
from .found import Findings, Found, clean, edtf_of

# A date, or two with a word or sign between, before a colon that a space or the end of the line follows.
# Of no part more than so many characters: a file made for that would have each of them looked at again and again.
EVENT = re.compile(r"^\s*(?P<dates>[^\s#/:][^:]{0,100}(?::\d\d[^:]{0,40}){0,8}?)\s{0,9}:(?:\s+(?P<text>.*))?$")
SPAN = re.compile(r"\s*(?:\s[-–—]\s|\s+to\s+|\s*/\s*)\s*")
TAG, LINK, BARE = (
    re.compile(r"(?<!\S)#([\w-]+)"),
    re.compile(r"\[([^\[\]]{0,500})\]\(([^)\s]{1,2000})\)"),
    re.compile(r"https?://\S+"),
)
NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
HEADER = re.compile(r"^(title|description|author|dateFormat|key|timezone|view|edit|entry|tags|ranges)\s*:\s*(.*)$")
SECTION = re.compile(r"^\s*(?:#{1,6}\s+(.+)|(?:section|group)\s+(.+)|end(?:Section|Group)\s*)$")
ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?")


def from_markwhen(path: Path) -> Findings:
    """What a list holds. Raises BringError where it can't be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BringError(f"cannot read {path}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from None
    return _Reader().read(lines)


class _Reader:
    def __init__(self) -> None:
        self.found = Findings()
        self.day_first = False
        self.section = ""
        self.open: tuple[int, str, list[str]] | None = None  # the event that is being read: line, date, its lines

    def read(self, lines: list[str]) -> Findings:
        in_header, fenced = True, False
        for number, line in enumerate(lines, 1):
            bare = line.strip()
            if bare == "---" and in_header:
                fenced, in_header = not fenced, not fenced
                continue
            if not bare or bare.startswith("//"):
                continue
            if in_header and (header := HEADER.match(bare)):
                self._header(header[1], header[2])
            elif not fenced:
                self._line(number, line)
                in_header = False
        self._close()
        return self.found

    def _header(self, name: str, value: str) -> None:
        if name == "title":
            self.found.title = clean(value)
        elif name == "dateFormat":
            self.day_first = value.strip().startswith("d")

    def _line(self, number: int, line: str) -> None:
        if section := SECTION.match(line):
            self._close()
            self.section = clean(TAG.sub("", section[1] or section[2] or ""))
            return
        event = EVENT.match(line)
        date, reason = "", ""
        if event:
            try:
                date = self._date(event["dates"])
            except ValueError as error:
                reason = str(error)
        if event and date:
            self._close()
            self.open = (number, date, [event["text"] or ""])
        elif event and re.search(r"\d", event["dates"]) and len(event["dates"]) < 40:
            self._close()
            self.found.leave(f"line {number} ({clean(event['text'] or '')})", reason)
        elif self.open:
            self.open[2].append(line)
        else:
            self.found.leave(f"line {number}", f"`{clean(line)[:60]}`, which belongs to no event")

    def _date(self, text: str) -> str:
        """A date or a span; `3/4/2024` is the fourth of March, unless the list says that days come first."""
        text = ISO_TIME.sub(r"\1", text)

        def iso(found: re.Match[str]) -> str:
            day, month = (found[1], found[2]) if self.day_first else (found[2], found[1])
            return f"{found[3]}-{month.zfill(2)}-{day.zfill(2)}"

        ends = SPAN.split(NUMERIC.sub(iso, text).strip())
        if len(ends) > 2:
            raise ValueError(f"`{text}` is no date")
        return edtf_of(*ends)

    def _close(self) -> None:
        """The event that was being read is whole."""
        if not self.open:
            return
        number, date, lines = self.open
        self.open = None
        where, whole = f"line {number}", " ".join(lines)
        links = [link[2] for link in LINK.finditer(whole)]
        spoken = [LINK.sub(r"\1", line) for line in lines]
        links += [link for line in spoken for link in BARE.findall(line)]
        tags = TAG.findall(" ".join(spoken))
        title, *rest = (clean(TAG.sub("", BARE.sub("", line))) for line in spoken)
        title = title or next(filter(None, rest), "")
        if not title:
            self.found.leave(where, "it has no text")
            return
        text = " ".join(filter(None, rest))
        kind = tags[0] if tags else self.section
        self.found.events.append(Found(where, date, title, text, links[0] if links else "", kind=kind))
        for what in (*(f"the tag {tag}" for tag in tags[1:]), *(f"the link {link}" for link in links[1:])):
            self.found.leave(f"{where} ({title})", what)
