"""Servers as processes of their own, each on one core where that is asked for, ended when they are no longer needed."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
LIMIT = 180.0  # seconds for a server to answer; the largest record takes its time


@contextmanager
def server(port: int, *arguments: object, core: int | None = None) -> Iterator[None]:
    """Run `python ARGUMENTS`, answering, until the block ends. Raises RuntimeError where it ends by itself or does not
    answer in time."""
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        # The benchmark has no threads of its own yet when it starts a server.
        preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),  # noqa: PLW1509
    )
    try:
        _answered(process, port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _answered(process: subprocess.Popen, port: int) -> None:
    begin = time.monotonic()
    while time.monotonic() - begin < LIMIT:
        if process.poll() is not None:
            raise RuntimeError(f"{' '.join(process.args)} exited with {process.returncode}")
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=LIMIT)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.02)
        finally:
            connection.close()
    raise RuntimeError(f"{' '.join(process.args)} did not answer in {LIMIT:.0f} s")


def program(port: int, folder: Path, core: int | None = None):
    """This program, serving a record."""
    return server(port, "-m", "timeline", "serve", "--port", port, "--data", folder, core=core)


def files(port: int, folder: Path, core: int | None = None):
    """The plain static file server."""
    return server(port, "-m", "benchmarks.files", port, folder, core=core)


def naive_dash(port: int, events: Path):
    """The naive Dash application, serving `events.json`."""
    return server(port, "benchmarks/peers/naive_dash.py", port, events)
