"""Copies of pages in archives, by the Memento protocol (RFC 7089): of a page the one nearest to a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime

import requests

from .fetch import SECONDS, new_session

TIMEGATE = "https://web.archive.org/web/"


@dataclass(frozen=True)
class Memento:
    """A copy of a page, and the day on which it was taken."""

    url: str
    on: date


class NoArchive(Exception):
    """An archive that can't be asked. The message says why."""


def nearest(url: str, day: date, timegate: str = TIMEGATE, session: requests.Session | None = None) -> Memento | None:
    """The copy of a page that is nearest to a day; None where the archive has none. Raises NoArchive."""
    wanted = format_datetime(datetime.combine(day, time(12), UTC), usegmt=True)
    try:
        with (session or new_session()).get(
            timegate + url, headers={"Accept-Datetime": wanted}, stream=True, timeout=SECONDS
        ) as answer:
            if answer.status_code == 404:
                return None
            answer.raise_for_status()
            taken = answer.headers.get("Memento-Datetime")
            return Memento(answer.url, parsedate_to_datetime(taken).date()) if taken else None
    except (requests.RequestException, ValueError) as error:
        raise NoArchive(f"{timegate} can't be asked ({type(error).__name__})") from None
