"""Live editing: a server that follows the record's files while somebody edits them (`serve --reload`).

Open pages ask `/live.json` once a second; the files are looked at then, so no thread watches them. A good
save replaces the whole application at once, and every request is answered by one application from beginning
to end; a broken save leaves the last good one in place and tells the pages what is wrong.

It answers to names of this machine only: a page of another site, whose name somebody lets lead to this machine, is not
given what is being edited.
"""

from __future__ import annotations

import gc
import ipaddress
import json
import logging
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask

from ..record.edit.canon import record_files
from ..record.files import event_files, events_file, media_files, resolved
from ..record.load import read_record
from ..record.problems.problem import Problem, RecordError
from ..record.record import Record
from . import headers
from .editors import line_address
from .server import create_app

SETTLE = 0.05  # seconds without a change after which a save is over
OF_EVENT = re.compile(r"\[([^\]]+)\]")  # how the path of a problem begins that is about an event
Signature = frozenset[tuple[Path, int, int]]


class LiveApp:
    """A WSGI application around the newest good record at `path`.

    `/live.json` answers `{"hash": the record on show, "problems": [{file, line, column, code, path, message,
    hint, event, editor}, …]}`, the problems being those of the newest save: `event` is the id of the event on show that
    one is about, or "", `editor` the address that opens its line in the `editor` that was chosen (one of
    `editors.EDITORS`), or "". Raises RecordError where the first record is invalid.
    """

    def __init__(
        self,
        path: Path,
        read: Callable[[Path], tuple[Record | None, list[Problem]]] = read_record,
        host: str = "",
        editor: str | None = None,
    ):
        self.path, self.read, self.editor = path, read, editor
        self.names = {"localhost", host.lower(), socket.gethostname().lower()} - {""}
        self.lock = threading.Lock()
        self.seen = self._signature()
        record, problems = read(path)
        if record is None:
            raise RecordError(problems)
        record = record.without_places()
        self.current: tuple[Flask, Record, tuple[Problem, ...]]
        self.current = (create_app(record, live=True).server, record, ())

    def shown(self) -> Record:
        """The newest record that could be shown."""
        return self.current[1]

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer a request (WSGI): `/live.json` with the state of the files, any other with the page."""
        if not self._is_own(environ.get("HTTP_HOST", "")):
            return _answer(start_response, "421 Misdirected Request", "text/plain", b"This is no name of this server.")
        if environ.get("PATH_INFO") != "/live.json":
            return self.current[0](environ, start_response)
        self.refresh()
        _, shown, problems = self.current
        said = [self._said(problem) for problem in problems]
        return _answer(
            start_response, "200 OK", "application/json", json.dumps({"hash": shown.hash, "problems": said}).encode()
        )

    def _is_own(self, host: str) -> bool:
        """Whether a request names this machine: by an address, or by a name that is its own."""
        with suppress(ValueError):
            name = urlsplit(f"//{host}").hostname or ""
            with suppress(ValueError):
                return bool(ipaddress.ip_address(name))
            return name in self.names or name.endswith(".localhost")
        return False

    def _said(self, problem: Problem) -> dict[str, str | int]:
        """A problem as the page is told of it."""
        file = resolved(Path(problem.file))
        of = OF_EVENT.match(problem.path) if file in map(resolved, event_files(self.path)) else None
        event = of[1] if of and any(event.id == of[1] for event in self.shown().events) else ""
        address = ""
        if self.editor and file.is_file():
            address = line_address(self.editor, file, problem.line, problem.column)
        return {**self._without_folders(problem).as_dict(), "event": event, "editor": address}

    def _without_folders(self, problem: Problem) -> Problem:
        """The problem with its file as it is called from the record's folder: nobody has to know where that is."""
        file = Path(problem.file)
        if not file.is_absolute():
            return problem
        folder = resolved(events_file(self.path).parent)
        return replace(problem, file=Path(os.path.relpath(resolved(file), folder)).as_posix())

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
            try:
                self.current = self._newest()  # one assignment: a request holds either the old application or the new
            except Exception as error:  # what it is stays on the screen until a save that can be shown
                logging.getLogger(__name__).exception("a good record can't be shown")
                message = f"the page can't be made of this record ({type(error).__name__})"
                file = events_file(self.path).name
                problem = Problem(file, 0, 0, "show", "", message, "this is a fault of the program; report it")
                self.current = (*self.current[:2], (problem,))
            # The application before is in circles, and reading leaves the collector no reason to look for them.
            gc.collect()

    def _newest(self) -> tuple[Flask, Record, tuple[Problem, ...]]:
        """The application of the record as it is now, that record, and the problems of what is not shown."""
        record, problems = self.read(self.path)
        server, shown, _ = self.current
        if record is None:
            return server, shown, tuple(problems)
        if record.hash == shown.hash:
            return server, shown, ()
        record = record.without_places()
        return create_app(record, live=True).server, record, ()

    def _settle(self) -> None:
        last = None
        while last != (last := self._signature()):
            time.sleep(SETTLE)

    def _signature(self) -> Signature:
        """What tells that a file has changed: its time and size. A file being replaced counts as gone."""
        found = set()
        files = (file for file, _ in record_files(self.path))
        for file in (*files, *media_files(events_file(self.path).parent)):
            try:
                stat = file.stat()
            except OSError:
                continue
            found.add((file, stat.st_mtime_ns, stat.st_size))
        return frozenset(found)


def _answer(start_response: Callable, status: str, kind: str, body: bytes) -> Iterable[bytes]:
    said = {"Content-Type": kind, "Cache-Control": "no-store", "Content-Length": str(len(body)), **headers.BARE}
    start_response(status, list(said.items()))
    return [body]
