"""TimelineJS (Knight Lab): its JSON, and its spreadsheet saved as CSV."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .errors import BringError
from .found import Findings, Found, clean, edtf_of, parts_date, plain

HEADS = {"year", "headline"}  # what its spreadsheet has, in small letters
NOT_BROUGHT = {"media": "picture or film", "time": "time of day", "background": "background"}


def is_timelinejs(head: Sequence[str]) -> bool:
    """True of the head of TimelineJS's spreadsheet."""
    return {cell.strip().lower() for cell in head} >= HEADS


def is_timelinejs_json(data: object) -> bool:
    """True of TimelineJS's JSON."""
    return isinstance(data, dict) and isinstance(data.get("events"), list)


def from_json(path: Path) -> Findings:
    """What a JSON file holds. Raises BringError where it can't be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        found = Findings(_texts(data.get("title"))[0])
        for number, slide in enumerate(data["events"], 1):
            _slide(found, f"event {number}", slide)
        for number, era in enumerate(data.get("eras") or [], 1):
            found.leave(f"era {number} ({_texts(era)[0]})", "an era")
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise BringError(f"{path} can't be read as TimelineJS: {error}") from None
    return found


def _slide(found: Findings, where: str, slide: Mapping[str, Any]) -> None:
    title, text, links = _texts(slide)
    media = slide.get("media") or {}
    row = {
        **_cells("", slide.get("start_date") or {}),
        **_cells("end ", slide.get("end_date") or {}),
        "headline": title,
        "text": text,
        "media": str(media.get("url") or ""),
        "group": clean(str(slide.get("group") or "")),
        "display date": clean(str(slide.get("display_date") or "")),
        "background": str((slide.get("background") or {}).get("url") or ""),
    }
    _add(found, where, row, links, str(slide.get("unique_id") or ""))


def _cells(prefix: str, day: Mapping[str, Any]) -> dict[str, str]:
    time = ":".join(str(day[part]).zfill(2) for part in ("hour", "minute") if day.get(part) not in (None, ""))
    parts = {part: "" if day.get(part) is None else str(day[part]) for part in ("year", "month", "day")}
    return {f"{prefix}{name}": value for name, value in (parts | {"time": time}).items()}


def _texts(slide: Mapping[str, Any] | None) -> tuple[str, str, list[str]]:
    words = (slide or {}).get("text") or {}
    title, links = plain(str(words.get("headline") or ""))
    text, more = plain(str(words.get("text") or ""))
    return title, text, [*links, *more]


def from_rows(head: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> Findings:
    """What its spreadsheet holds."""
    found = Findings()
    names = [cell.strip().lower() for cell in head]
    for number, cells in rows:
        row = {name: clean(cell) for name, cell in zip(names, cells, strict=False)}
        title, links = plain(row.get("headline", ""))
        text, more = plain(row.get("text", ""))
        kind = row.get("type", "").lower()
        if kind == "title":
            found.title = title
        elif kind == "era":
            found.leave(f"row {number} ({title})", "an era")
        elif any(row.values()):
            _add(found, f"row {number}", row | {"headline": title, "text": text}, [*links, *more])
    return found


def _add(found: Findings, where: str, row: Mapping[str, str], links: Sequence[str], key: str = "") -> None:
    """An event, or the reason why it isn't brought, and what of it isn't."""
    title = row.get("headline", "") or row.get("text", "")[:80]
    if not title:
        found.leave(where, "it has neither a headline nor a text")
        return
    try:
        first, last = (
            parts_date(row.get(f"{end}year", ""), row.get(f"{end}month", ""), row.get(f"{end}day", ""))
            for end in ("", "end ")
        )
        date = edtf_of(first, last)
    except ValueError as reason:
        found.leave(f"{where} ({title})", str(reason))
        return
    for name, what in NOT_BROUGHT.items():
        for value in filter(None, (row.get(name), row.get(f"end {name}"))):
            found.leave(f"{where} ({title})", f"the {what} {value}")
    found.events.append(
        Found(where, date, title, row.get("text", ""), links[0] if links else "", kind=row.get("group", ""), key=key)
    )
    for link in links[1:]:
        found.leave(f"{where} ({title})", f"the link {link}")
