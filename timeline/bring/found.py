"""What a file of another program holds, before it is a record: events with their dates in EDTF, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from ..record.dates.edtf import parse
from ..record.dates.era_guesses import counted_back
from ..record.dates.errors import EdtfError
from ..record.dates.guesses import meant_dates
from ..record.read.text import UNPRINTABLE


@dataclass(frozen=True)
class Found:
    """An event: `where` it stands in the file, its date in EDTF, its texts; "" for what the file does not say.

    `source` is what the file names as its source, `kind` the group it belongs to.
    """

    where: str
    date: str
    title: str
    text: str = ""
    link: str = ""
    source: str = ""
    kind: str = ""
    place: str = ""
    at: tuple[float, float] | None = None
    key: str = ""


@dataclass
class Findings:
    """All of a file: what it calls itself, its events, and what of it is not brought, in words."""

    title: str = ""
    language: str = ""
    events: list[Found] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def leave(self, where: str, what: str) -> None:
        """Name something that is not brought."""
        self.left.append(f"{where}: {what}")


def edtf_of(first: str, last: str = "") -> str:
    """The date that two ends mean, in EDTF. Raises ValueError with the reason where that is not plain."""
    start = _one(first)
    end = _one(last) if last and last.strip() != first.strip() else ""
    if not end or end == start:
        return start
    if "/" in start or "/" in end:
        raise ValueError(f"`{first}` and `{last}` are not the ends of a span")
    return _valid(f"{start}/{end}")


def _one(text: str) -> str:
    text = " ".join(text.split())
    try:
        return _valid(text)
    except ValueError:
        meant = [date for date in meant_dates(text) if _is_date(date)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise ValueError(f"`{text}` may be {' or '.join(meant)}")
    raise ValueError(f"`{text}` is no date" if text else "it has no date")


def _valid(text: str) -> str:
    try:
        return parse(text).text
    except EdtfError as error:
        raise ValueError(str(error)) from None


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def parts_date(year: str, month: str = "", day: str = "") -> str:
    """Year, month and day of a date, as far as they are given, as EDTF writes them; "" without a year. The year -44 is
    44 BC, as in tables that know no year 0."""
    if not year.strip():
        return ""
    parts = [part.strip().split(".")[0] for part in (year, month, day)]
    if not all(re.fullmatch(r"(?:-?\d+)?", part) for part in parts):
        return "-".join(filter(None, parts))
    first = parts[0].zfill(4)
    if parts[0].startswith("-"):
        first = counted_back(int(parts[0][1:]))
    rest = [part.zfill(2) for part in (parts[1], parts[2] if parts[1] else "") if part]
    return "-".join([first, *rest])


# Characters of a text in which tags are looked for: a parser may look for the end of each to the end of the text.
LONGEST = 50_000
# `<ada@example.org>` and `<https://example.org>`, as plain texts write them: an HTML parser takes them for tags.
IN_BRACKETS = re.compile(r"<(https?://[^\s<>]+|[^\s<>@/]+@[^\s<>@/]+)>", re.IGNORECASE)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]
        if tag in ("p", "br", "li", "div", "h1", "h2", "h3"):
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def plain(html: str) -> tuple[str, list[str]]:
    """A text without its tags, and the addresses that it links to; what no parser understands stays as it is."""
    if len(html) > LONGEST:
        return clean(html), []
    parser = _Plain()
    try:
        parser.feed(IN_BRACKETS.sub(lambda found: escape(found[0]), html))
        parser.close()
    except AssertionError:  # which it raises for `<![endif ]>` and its like
        return clean(html), []
    bare = [found[1] for found in IN_BRACKETS.finditer(html) if "://" in found[1]]
    return clean("".join(parser.words)), [*parser.links, *bare]


def clean(text: str) -> str:
    """A text on one line, without what no text of a record may hold."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())
