"""What is known of the answers: counts and times for Prometheus at `/metrics`, and a line of the log for each.

Neither knows what was asked for beyond the path: what readers search for is theirs.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterable
from urllib.parse import quote

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from ..record.record import Record
from . import headers

METRICS = "/metrics"
# Paths that are told apart, by how they begin; of every other it is known only that it is another one.
KNOWN = (
    "/bundles/",
    "/api/",
    "/export/",
    "/lessons/",
    "/healthz",
    "/sources.html",
    "/guide",
    "/schema/",
    "/live.json",
    "/_dash-",
)
LABELS = ("method", "path", "status")
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
LONGEST = 200  # characters of a path in the log
LOG = logging.getLogger("timeline.access")


class Observed:
    """A WSGI application around another one that counts and, where asked to, logs its answers.

    `record` gives the record on show: `/metrics` names its hash and counts its events.
    """

    def __init__(self, application: Callable, record: Callable[[], Record], log: bool = False):
        self.application, self.record, self.log = application, record, log
        if log and not LOG.handlers:
            handler = logging.StreamHandler(sys.stderr)
            handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            LOG.addHandler(handler)
            LOG.setLevel(logging.INFO)
            LOG.propagate = False
        self.registry = CollectorRegistry()
        registry = self.registry = CollectorRegistry()
        said = "Answers, by method, kind of path and status."
        self.requests = Counter("timeline_requests", said, LABELS, registry=registry)
        said = "Seconds until an answer was there."
        self.seconds = Histogram("timeline_request_seconds", said, ["path"], registry=registry)
        self.shown = Info("timeline_record", "The record on show.", registry=registry)
        self.events = Gauge("timeline_events", "Events in the record on show.", registry=registry)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer a request (WSGI): `/metrics` with what was counted, any other with what the application says."""
        if environ.get("PATH_INFO") == METRICS:
            return self._metrics(start_response)
        before, path = time.perf_counter(), environ.get("PATH_INFO", "")
        said: list[str] = ["500"]

        def start(status: str, *rest: object) -> object:
            said[0] = status.split(" ", 1)[0]
            return start_response(status, *rest)

        try:
            return self.application(environ, start)
        finally:
            self._note(environ.get("REQUEST_METHOD", ""), path, said[0], time.perf_counter() - before)

    def _note(self, method: str, path: str, status: str, seconds: float) -> None:
        kind = path if path == "/" else next((name for name in KNOWN if path.startswith(name)), "other")
        self.requests.labels(method if method in METHODS else "other", kind, status).inc()
        self.seconds.labels(kind).observe(seconds)
        if self.log:
            LOG.info("%s %s %s %.1f ms", quote(method[:10]), _quoted(path), status, seconds * 1000)

    def _metrics(self, start_response: Callable) -> Iterable[bytes]:
        record = self.record()
        self.shown.info({"hash": record.hash})
        self.events.set(len(record.events))
        body = generate_latest(self.registry)
        said = {"Content-Type": CONTENT_TYPE_PLAIN_0_0_4, "Cache-Control": "no-store", "Content-Length": str(len(body))}
        start_response("200 OK", [*said.items(), *headers.BARE.items()])
        return [body]


def _quoted(path: str) -> str:
    """The path as it was asked for, where line ends and other characters are written in hexadecimal digits."""
    return quote(path[:LONGEST].encode("latin-1", "replace"), safe="/-._~!$&'()*+,;=:@")
