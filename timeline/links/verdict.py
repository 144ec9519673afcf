"""What an answer means for those who cite the page. What can't be known for certain is said as a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..record.folding import fold
from ..record.problems.problem import clipped
from .fetch import UNREACHABLE, Answer

FINE, MOVED, GONE, FORBIDDEN = "fine", "moved", "gone", "forbidden"
PAYWALL, SOFT, DRIFTED, BUSY, BROKEN, NO_ANSWER = "paywall", "soft 404", "drifted", "busy", "broken", "no answer"
CALLED_MISSING = re.compile(
    r"\b404\b|not found|page (?:is )?(?:unavailable|not available)|no longer (?:available|exists)|does ?n.t exist"
    r"|introuvable|n.existe (?:pas|plus)|nicht gefunden|no encontrada|non trovata"
)
UNPAID = re.compile(
    r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false"
    r"|<meta[^>]+(?:article:content_tier|content-tier)[^>]+(?:locked|metered|paid)"
    r"|class=[\"'][^\"']*\bpaywall\b",
    re.IGNORECASE,
)
LITTLE = 200  # characters of a page that says little more than that it isn't there


@dataclass(frozen=True)
class Verdict:
    """One word for how an address does, what there is to say of it, and whether that is a guess."""

    word: str
    says: str = ""
    guess: bool = False

    def __str__(self) -> str:
        return f"{self.word}{' (a guess)' if self.guess else ''}{f': {self.says}' if self.says else ''}"


def verdict_of(answer: Answer, quotes: Sequence[str] = ()) -> Verdict:
    """What an answer means, for a page from which claims quote some words."""
    if not answer.status:
        word = NO_ANSWER if answer.fault.startswith(UNREACHABLE) else BROKEN
        return Verdict(word, answer.fault)
    if answer.status >= 400:
        return _refused(answer)
    if answer.status >= 300 or answer.status == 204:
        return Verdict(BROKEN, f"the server answers {answer.status} without a page")
    if soft := _soft(answer):
        return Verdict(SOFT, soft, True)
    missing = _missing(answer, quotes)
    if UNPAID.search(answer.html):
        return Verdict(PAYWALL, "the page says that it is not free", True)
    if missing:
        return Verdict(DRIFTED, f"it no longer prints `{clipped(missing[0])}`", not answer.whole)
    if answer.for_good and _plainly(answer.final) != _plainly(answer.url):
        return Verdict(MOVED, f"to {answer.final}")
    unread = "the words quoted were not looked for" if quotes and answer.text is None else ""
    return Verdict(FINE, f"{unread} in {answer.kind}" if unread else "")


def _refused(answer: Answer) -> Verdict:
    if answer.status in (404, 410):
        return Verdict(GONE, f"the server answers {answer.status}")
    if answer.status == 402:
        return Verdict(PAYWALL, "the server asks for payment (402)")
    if answer.status in (401, 403, 451):
        why = {401: "a password is wanted", 403: "the server refuses programs or readers", 451: "for legal reasons"}
        return Verdict(FORBIDDEN, f"{why[answer.status]} ({answer.status})")
    if answer.status in (429, 503):
        return Verdict(BUSY, answer.fault or f"the server asks to come back later ({answer.status})")
    return Verdict(BROKEN, f"the server answers {answer.status}")


def _soft(answer: Answer) -> str:
    """Why a page that is answered with 200 may be one that says that there is none; "" where nothing hints at it."""
    asked, got = urlsplit(answer.url), urlsplit(answer.final)
    if asked.path.strip("/") and not got.path.strip("/") and not got.query:
        return "it leads to the front page of the site"
    if CALLED_MISSING.search(fold(answer.title)):
        return f"its title is `{clipped(answer.title)}`"
    text = answer.text or ""
    if answer.text is not None and len(text) < LITTLE and CALLED_MISSING.search(fold(text)):
        return f"it says `{clipped(text)}`"
    if answer.text is not None and not text and answer.kind != "":
        return "the page is empty without its scripts" if answer.html.strip() else "the page is empty"
    return ""


def _missing(answer: Answer, quotes: Sequence[str]) -> list[str]:
    """The quotes that the page no longer prints, whatever its quotation marks, accents and spaces."""
    if answer.text is None:
        return []
    printed = _spaced(answer.text)
    return [quote for quote in quotes if _spaced(quote) not in printed]


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())


def _plainly(url: str) -> tuple[str, str, str]:
    """An address without the differences that no reader sees: the scheme, `www.`, a slash at the end."""
    parts = urlsplit(url)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)
