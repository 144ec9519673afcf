"""All addresses of a record, asked politely: a few hosts at a time, one page of a host after the other, and what was
asked lately not again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from ..record.writing import write_atomically
from .cited import Cited
from .fetch import Answer, fetch, new_session
from .verdict import BUSY, NO_ANSWER, Verdict, verdict_of

HOSTS = 8  # that are asked at once
DELAY = 1.0  # seconds between two pages of one host
DAYS = 7  # for which an answer counts


class Cache:
    """What was found lately, in a file; one that can't be read is an empty one."""

    def __init__(self, path: Path | None, now: Callable[[], datetime] = lambda: datetime.now(UTC)):
        self.path, self.now = path, now
        self.kept: dict[str, dict[str, object]] = {}
        try:
            kept = json.loads(path.read_text(encoding="utf-8")) if path else {}
            self.kept = {key: entry for key, entry in kept.items() if self._counts(entry)}
        except (OSError, ValueError, AttributeError):
            self.kept = {}

    def get(self, cited: Cited) -> Verdict | None:
        """What was found of an address, with the same words quoted from it."""
        entry = self.kept.get(_key(cited))
        return Verdict(str(entry["word"]), str(entry["says"]), bool(entry["guess"])) if entry else None

    def put(self, cited: Cited, verdict: Verdict) -> None:
        """Keep what was found, unless it may be otherwise in a minute."""
        if verdict.word not in (BUSY, NO_ANSWER):
            self.kept[_key(cited)] = {"on": self.now().isoformat(), **asdict(verdict)}

    def save(self) -> None:
        """Write the file; raises WriteError."""
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, json.dumps(self.kept, ensure_ascii=False, indent=1).encode())

    def _counts(self, entry: Mapping[str, object]) -> bool:
        asked = datetime.fromisoformat(str(entry.get("on")))
        return timedelta() <= self.now() - asked < timedelta(days=DAYS) and {"word", "says", "guess"} <= entry.keys()


def default_cache() -> Path:
    """Where answers are kept: in the user's folder for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "timeline" / "links.json"


def check_all(addresses: Sequence[Cited], cache: Cache, delay: float = DELAY) -> Iterator[tuple[Cited, Verdict]]:
    """Each address with its verdict, as they come in. Pages are asked for once, whatever follows their `#`."""
    hosts: dict[str, dict[str, list[Cited]]] = {}
    for cited in addresses:
        if known := cache.get(cited):
            yield cited, known
        else:
            hosts.setdefault(urlsplit(cited.url).netloc.lower(), {}).setdefault(cited.page, []).append(cited)
    with ThreadPoolExecutor(HOSTS) as pool:
        jobs = [pool.submit(_ask_host, [*pages], delay) for pages in hosts.values()]
        waiting = {page: citing for pages in hosts.values() for page, citing in pages.items()}
        for job in as_completed(jobs):
            for page, answer in job.result():
                for cited in waiting[page]:
                    verdict = verdict_of(answer, cited.quotes)
                    cache.put(cited, verdict)
                    yield cited, verdict


def _ask_host(pages: Sequence[str], delay: float) -> list[tuple[str, Answer]]:
    """The answer for each page; when the host asks for a pause, the pages after that one are not asked."""
    answers: list[tuple[str, Answer]] = []
    with new_session() as session:
        for number, page in enumerate(pages):
            if number and answers[-1][1].later:
                status = answers[-1][1].status
                fault = f"not asked, since the server wants a pause ({status})"
                answers.append((page, Answer(page, status, fault, later=True)))
                continue
            if number:
                time.sleep(delay)
            answers.append((page, fetch(page, session)))
    return answers


def _key(cited: Cited) -> str:
    return f"{cited.url} {hashlib.sha256(json.dumps(cited.quotes).encode()).hexdigest()[:12]}"
