"""Copies of pages in archives, by the Memento protocol (RFC 7089): of a page the one nearest to a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime

import requests

from .deadline import TimedSession
from .fetch import PATIENCE, SECONDS, new_session, wait_of

TIMEGATE = "https://web.archive.org/web/"


@dataclass(frozen=True)
class Memento:
    """A copy of a page, and the day on which it was taken."""

    url: str
    on: date


class NoArchive(Exception):
    """An archive that can't be asked. The message says why."""


class Refused(NoArchive):
    """An archive that answers, but with an error for this page."""


class Busy(NoArchive):
    """An archive that asks to come back later: after so many seconds, None where it doesn't say."""

    def __init__(self, says: str, after: float | None):
        super().__init__(says)
        self.after = after


def nearest(url: str, day: date, timegate: str = TIMEGATE, session: TimedSession | None = None) -> Memento | None:
    """The copy of a page that is nearest to a day; None where the archive has none, or only one of an error. Raises
    NoArchive.
    """
    wanted = format_datetime(datetime.combine(day, time(12), UTC), usegmt=True)
    session = session or new_session()
    try:
        with (
            session.within(PATIENCE),
            session.get(timegate + url, headers={"Accept-Datetime": wanted}, stream=True, timeout=SECONDS) as answer,
        ):
            if session.is_over:  # in the middle of the headers
                raise requests.Timeout
            taken, status = answer.headers.get("Memento-Datetime"), answer.status_code
            if status == 404 or (taken and status >= 400):  # an archive shows a copy of an error as that error
                return None
            if status in (429, 503):
                raise Busy(f"{timegate} asks to come back later ({status})", wait_of(answer))
            if status >= 400:
                raise Refused(f"{timegate} answers {status}")
            return Memento(answer.url, parsedate_to_datetime(taken).date()) if taken else None
    except (requests.ReadTimeout, requests.TooManyRedirects, ValueError) as error:  # another page may fare better
        raise Refused(f"{timegate} has no answer that can be read ({type(error).__name__})") from None
    except requests.RequestException as error:
        if session.is_over:
            raise Refused(f"{timegate} takes more than {PATIENCE} seconds to answer") from None
        raise NoArchive(f"{timegate} can't be asked ({type(error).__name__})") from None
