"""The server as a program: how it refuses, how many connections it holds, and how it ends."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from waitress.channel import ClientDisconnected

from timeline.serve import headers, listening
from timeline.serve.listening import Listening, free_port

ROOT = Path(__file__).parents[2]
APOLLO = ROOT / "tests" / "records" / "good" / "apollo"


def application(environ, start_response):
    """Answers at once; under `/slow` after a second."""
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    body = environ["wsgi.url_scheme"].encode() + b" " + str(len(environ["wsgi.input"].read())).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


class Running:
    """A server that runs in a thread, told to end as by a signal."""

    def __init__(self, **options) -> None:
        self.server = Listening(application, "127.0.0.1", 0, threads=4, **options)
        self.port = self.server.server.effective_port
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()

    def connection(self, sends: bytes = b"") -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
        connection.sendall(sends)
        return connection

    def answer(self, sends: bytes) -> bytes:
        with closing(self.connection(sends)) as connection:
            answer = connection.recv(65536)
            while (found := re.search(rb"Content-Length: (\d+).*?\r\n\r\n", answer, re.DOTALL)) and (
                len(answer) < found.end() + int(found[1])
            ):
                answer += connection.recv(65536)
            return answer


@pytest.fixture
def running() -> Iterator[Running]:
    """A server."""
    running = Running()
    yield running
    running.server.told = True
    running.thread.join(timeout=10)
    assert not running.thread.is_alive()


GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


@pytest.mark.parametrize(
    ("sends", "status"),
    [
        (b"no request\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 40_000 + b"\r\n\r\n", b"431"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000000\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
    ],
)
def test_what_the_server_itself_refuses_carries_the_headers_of_every_answer(running, sends, status):
    answer = running.answer(sends)
    assert answer.split(b" ", 2)[1] == status
    for name, value in headers.BARE.items():
        assert f"{name}: {value}\r\n".encode() in answer
    assert b"waitress" not in answer


def test_a_large_body_is_refused_before_it_is_stored(running, monkeypatch):
    import tempfile

    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *_, **__: pytest.fail("a file was opened for a body"))
    piece = b"%x\r\n" % 500_000 + b"x" * 500_000 + b"\r\n"
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert b" 413 " in running.answer(head + piece * 3)
    allowed = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" + b"x" * 900_000
    assert running.answer(allowed).endswith(b"http 900000")


def test_hundreds_of_idle_and_unfinished_connections_leave_a_new_reader_unharmed(running):
    idle = [running.connection(GET) for _ in range(150)]
    slow = [running.connection(b"GET / HTTP/1.1\r\nX-Slow: ") for _ in range(150)]
    try:
        assert b" 200 " in running.answer(GET)  # waitress by itself takes a hundred
    finally:
        for connection in (*idle, *slow):
            connection.close()


def test_a_request_that_never_arrives_is_given_up(running, monkeypatch):
    monkeypatch.setattr(listening, "ASKING", 0.2)
    with closing(running.connection(b"GET / HTTP/1.1\r\nX-Slow: ")) as slow, closing(running.connection()) as idle:
        until = time.monotonic() + 10
        with pytest.raises(OSError):
            while time.monotonic() < until:  # a byte now and then doesn't keep it open
                slow.sendall(b"x")
                time.sleep(0.1)
        idle.sendall(GET)
        assert b" 200 " in idle.recv(1000)


def test_what_is_being_answered_when_it_is_told_to_end_is_answered(running):
    with closing(running.connection(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")) as asked:
        time.sleep(0.3)
        running.server.end()
        assert b" 200 " in asked.recv(1000)
    running.thread.join(timeout=5)
    assert not running.thread.is_alive()
    with pytest.raises(OSError):
        running.connection()


def test_links_follow_a_trusted_proxy_and_nobody_else():
    asks = b"GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\n\r\n"
    for options, scheme in (({}, b"http 0"), ({"proxy": "127.0.0.1"}, b"https 0"), ({"proxy": "192.0.2.1"}, b"http 0")):
        running = Running(**options)
        assert running.answer(asks).endswith(b"\n" + scheme)
        running.server.told = True
        running.thread.join(timeout=10)


def serve(*arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "timeline", "serve", "--data", str(APOLLO), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_the_command_ends_by_sigterm_without_a_traceback():
    port = free_port("127.0.0.1", 20_000)
    with serve("--port", str(port)) as process:
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        process.terminate()
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == ""


def test_a_port_in_use_is_answered_with_one_that_is_free():
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with serve("--port", str(port)) as process:
            said = process.stderr.read()
            assert process.wait(timeout=30) == 1
        assert f"cannot listen on 127.0.0.1:{port}" in said and "is free" in said and "Traceback" not in said


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_ipv6_is_printed_as_it_can_be_opened():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6 address of its own")
    port = free_port("::1", 20_500)
    with serve("--host", "::1", "--port", str(port)) as process:
        assert f"http://[::1]:{port}" in process.stdout.readline()
        process.terminate()


def test_a_client_that_is_gone_before_it_is_refused_leaves_no_traceback(running, monkeypatch, caplog):
    def gone(channel, data):
        raise ClientDisconnected

    monkeypatch.setattr(listening.Channel, "write_soon", gone)
    with closing(running.connection(b"no request\r\n\r\n")) as connection:
        assert connection.recv(1) == b""  # it is closed
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
