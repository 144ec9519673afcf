"""Live editing: a server that follows the record's files while somebody edits them (`serve --reload`).

Open pages ask `/live.json` once a second; the files are looked at then, so no thread watches them. A good
save replaces the whole application at once, and every request is answered by one application from beginning
to end; a broken save leaves the last good one in place and tells the pages what is wrong.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from flask import Flask

from ..record.edit.canon import record_files
from ..record.load import read_record
from ..record.problems.problem import Problem, RecordError
from ..record.record import Record
from .server import create_app

SETTLE = 0.05  # seconds without a change after which a save is over
Signature = frozenset[tuple[Path, int, int]]


class LiveApp:
    """A WSGI application around the newest good record at `path`.

    `/live.json` answers `{"hash": the record on show, "problems": [{file, line, column, code, path, message,
    hint}, …]}`, the problems being those of the newest save. Raises RecordError where the first record is invalid.
    """

    def __init__(self, path: Path, read: Callable[[Path], tuple[Record | None, list[Problem]]] = read_record):
        self.path, self.read = path, read
        self.lock = threading.Lock()
        self.seen = self._signature()
        record, problems = read(path)
        if record is None:
            raise RecordError(problems)
        self.record = record
        self.current: tuple[Flask, str, tuple[Problem, ...]]
        self.current = (create_app(record, live=True).server, record.hash, ())

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer a request (WSGI): `/live.json` with the state of the files, any other with the page."""
        if environ.get("PATH_INFO") != "/live.json":
            return self.current[0](environ, start_response)
        self.refresh()
        _, shown, problems = self.current
        body = json.dumps({"hash": shown, "problems": [problem.as_dict() for problem in problems]}).encode()
        headers = [
            ("Content-Type", "application/json"),
            ("Cache-Control", "no-store"),
            ("Content-Length", str(len(body))),
        ]
        start_response("200 OK", headers)
        return [body]

    def refresh(self) -> None:
        """Read the record again if a file has changed since it was last read."""
        with self.lock:
            now = self._signature()
            if now == self.seen:
                return
            # Not every editor replaces a file at once: read it when it has stopped changing.
            self._settle()
            now = self._signature()
            self.seen = now
            record, problems = self.read(self.path)
            server, shown, _ = self.current
            if record is None:
                self.current = (server, shown, tuple(problems))
            elif record.hash == shown:
                self.current = (server, shown, ())
            else:
                # One assignment: a request holds either the old application or the new one.
                self.current = (create_app(record, live=True).server, record.hash, ())

    def _settle(self) -> None:
        last = None
        while last != (last := self._signature()):
            time.sleep(SETTLE)

    def _signature(self) -> Signature:
        """What tells that a file has changed: its time and size. A file being replaced counts as gone."""
        found = set()
        for file, _ in record_files(self.path):
            try:
                stat = file.stat()
            except OSError:
                continue
            found.add((file, stat.st_mtime_ns, stat.st_size))
        return frozenset(found)
