"""The attacks on a server in any number: each gives a row of the table in docs/robustness.md."""

from __future__ import annotations

import json
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import closing, suppress
from pathlib import Path

from .rows import Row

ROOT = Path(__file__).parents[2]
APOLLO = ROOT / "tests" / "records" / "good" / "apollo"
SAID = "Kennedy sets the goal"  # in the title of an event
MORE_MB = 30


def requests(count: int) -> Row:
    """Raw requests, whole and broken, to a server that has to answer the next one all the same."""
    holds = "an answer below 500 or a closed connection, no traceback, and the server lives"
    row = Row("raw requests", holds, count)
    chance = random.Random(16)
    asked = served()
    with asked as port:
        for number in range(count):
            sent = raw_request(chance)
            status = _status(port, sent)
            if status >= 500 and status not in (501, 505):
                row.failed.append(f"request {number}: {status} to {sent[:80]!r}")
        if _status(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") != 200:
            row.failed.append("the server is gone")
    if "Traceback" in asked.said:
        row.failed.append(asked.said)
    return row


def raw_request(chance: random.Random) -> bytes:
    """A request that may be anything."""
    method = chance.choice((b"GET", b"HEAD", b"POST", b"PUT", b"OPTIONS", b"get", b"\x00", b"G E T"))
    junk = bytes(chance.randrange(256) for _ in range(chance.randrange(20)))
    places = (
        b"/",
        b"/api/events.json?",
        b"/export/events.csv?",
        b"/bundles/",
        b"/_dash-update-component",
        b"/../../",
        b"*",
    )
    version = chance.choice((b"HTTP/1.1", b"HTTP/1.0", b"HTTP/9.9", b"", b"HTTP/1.1\r\nX:" + b"y" * 40_000))
    headers = (
        b"Host: a",
        b"Host: " + junk,
        b"Content-Length: -1",
        b"Content-Length: 5",
        b"Transfer-Encoding: chunked",
        b"Range: bytes=0-0",
        b"If-None-Match: " + junk,
        b"Accept-Encoding: br;q=" + junk,
    )
    some = b"\r\n".join(chance.sample(headers, chance.randrange(4)))
    body = chance.choice((b"", b"{}", b"5\r\nabcde\r\n0\r\n\r\n", junk))
    return method + b" " + chance.choice(places) + junk + b" " + version + b"\r\n" + some + b"\r\n\r\n" + body


def _status(port: int, sent: bytes) -> int:
    """The status of the answer; 0 where there is none, as to half a request."""
    with (
        suppress(OSError, ValueError, IndexError),
        closing(socket.create_connection(("127.0.0.1", port))) as connection,
    ):
        connection.settimeout(10)
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        return int(connection.recv(65536).split(b" ", 2)[1])
    return 0


class served:  # noqa: N801  it is used as a function
    """with served(data, "--reload") as port: the program's own server, with options. What it `said` on stderr is known
    when it has ended."""

    def __init__(self, data: Path = APOLLO, *more: str):
        self.data, self.more, self.said = data, more, ""

    def __enter__(self) -> int:
        with closing(socket.create_server(("127.0.0.1", 0))) as probe:
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "timeline", "serve", "--data", str(self.data), "--port", str(port), *self.more]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self.errors)
        assert self.process.stdout is not None
        self.process.stdout.readline()
        return port

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.communicate(timeout=30)
        with self.errors:
            self.errors.seek(0)
            self.said = self.errors.read()


def saves(folder: Path, count: int) -> Row:
    """Saves of a record that a server follows, each of them looked at as an open page does it."""
    row = Row(
        "saves that `serve --reload` follows", f"shown each time, with at most {MORE_MB} MB more at the end", count
    )
    place = Path(shutil.copytree(APOLLO, folder / "followed"))
    file = place / "events.yaml"
    text = file.read_text(encoding="utf-8")
    weights = []
    following = served(place, "--reload")
    with following as port:
        seen = ""
        for number in range(count):
            file.write_text(text.replace(SAID, f"{SAID} {number}"), encoding="utf-8")
            state = json.loads(_body(port, "/live.json"))
            if state["hash"] == seen or state["problems"] or f"{SAID} {number}" not in _body(port, "/api/events.json"):
                row.failed.append(f"save {number}: {state}")
            seen = state["hash"]
            weights.append(_megabytes(following.process.pid))
    fifth = max(1, count // 5)  # the first is left out: what is made once is made there
    first, last = statistics.median(weights[fifth : 2 * fifth]), statistics.median(weights[-fifth:])
    if last - first > MORE_MB:
        row.failed.append(f"{first:.0f} MB after {fifth} saves, {last:.0f} MB after {count}")
    return row


def _body(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.read().decode()


def _megabytes(process: int) -> float:
    """What a process holds in memory, where the system tells it."""
    with suppress(OSError):
        held = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
        return int(held[1]) / 1000 if held else 0.0
    return 0.0
