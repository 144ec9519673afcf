"""Requests per second per core: each server alone on one core, asked by a few connections from another.

The program's page and API are held against the plain static file server, which serves the same bytes from files.
"""

from __future__ import annotations

import http.client
import os
import socket
import threading
import time
from pathlib import Path
from statistics import median

from .servers import HOST, files, program

CONNECTIONS = 4
ROUNDS = 3
SECONDS = 2.0
PATHS = {"page": "/", "api": "/api/events.json"}


def measure(port: int, record: Path, folder: Path) -> dict[str, dict[str, float]]:
    """For `page` and `api`: `program` and `files`, requests per second of one core, medians of several rounds. `folder`
    is for the copies.
    """
    folder.mkdir(parents=True, exist_ok=True)
    core = _cores()[0]
    with program(port, record, core), files(port + 1, folder, core):
        for name, path in PATHS.items():
            (folder / f"{name}.html.br").write_bytes(_body(port, path))
        # In turn, so that what else the machine does meets both.
        rates = [
            {
                name: {"program": rate(port, path), "files": rate(port + 1, f"/{name}.html")}
                for name, path in PATHS.items()
            }
            for _ in range(ROUNDS)
        ]
    return {name: {who: median(one[name][who] for one in rates) for who in ("program", "files")} for name in PATHS}


def rate(port: int, path: str, seconds: float = SECONDS) -> float:
    """Answered requests per second, after half a second to warm up."""
    counts = [0] * CONNECTIONS
    _ask_for(port, path, 0.5, [0] * CONNECTIONS)
    begin = time.monotonic()
    _ask_for(port, path, seconds, counts)
    return round(sum(counts) / (time.monotonic() - begin), 1)


def _ask_for(port: int, path: str, seconds: float, counts: list[int]) -> None:
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=_ask, args=(port, path, end, counts, number)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _ask(port: int, path: str, end: float, counts: list[int], number: int) -> None:
    """Ask again and again over one connection, reading each answer whole."""
    os.sched_setaffinity(0, {_cores()[-1]})
    question = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: br\r\n\r\n".encode()
    with socket.create_connection((HOST, port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while time.monotonic() < end:
            connection.sendall(question)
            answer = connection.recv(65536)
            head, _, body = answer.partition(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"{path} answered {head[:60]!r}")
            left = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0]) - len(body)
            while left > 0:
                left -= len(connection.recv(min(left, 1 << 20)))
            counts[number] += 1


def _body(port: int, path: str) -> bytes:
    """An answer's body as it travels."""
    connection = http.client.HTTPConnection(HOST, port)
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    body = connection.getresponse().read()
    connection.close()
    return body


def _cores() -> list[int]:
    return sorted(os.sched_getaffinity(os.getpid()))
