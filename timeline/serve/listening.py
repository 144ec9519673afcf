"""The socket: waitress, told to hold many connections, to close those that never finish asking, and to end in order.

A browser holds about five connections, most of them idle; each costs a socket and some kilobytes, and no thread. So
only the system's limit on open files bounds them (on Windows `select`, which takes 512).
"""

from __future__ import annotations

import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask

from . import headers
from .server import LONGEST_BODY

POLLS = hasattr(select, "poll")
MOST = 10_000 if POLLS else 480  # connections
SPARE = 100  # open files for everything else
IDLE = 60  # seconds that a connection stays open without being used
ASKING = 20  # seconds that a request may take to arrive
ENDING = 3  # seconds for what is being answered when the server is told to end; threads have one more

FORWARDED = {"x-forwarded-proto", "x-forwarded-host", "x-forwarded-for"}  # what a trusted proxy says


class RefusalTask(ErrorTask):
    """An answer of the server itself, to what is no request, or too large."""

    def execute(self) -> None:
        """Answer with the headers that every answer has."""
        self.response_headers = [*self.response_headers, *headers.BARE.items()]
        super().execute()


class Asked(HTTPRequestParser):
    """What a client asks for. Of what is no request waitress sets no path, and logs it where the client has gone."""

    path = ""


class Channel(HTTPChannel):
    """A connection."""

    parser_class = Asked
    error_task_class = RefusalTask


class Listening:
    """A server of a WSGI application. Raises OSError or ValueError where it can't listen on that host and port.

    `proxy` is the address of a proxy whose word on scheme, host and client is taken.
    """

    def __init__(self, application: Callable, host: str, port: int, threads: int, proxy: str | None = None):
        self.map: Any = {}  # what waitress calls it: its sockets; the types known of it are wrong
        self.asking: dict[HTTPChannel, float] = {}  # since when a request is arriving
        self.told = False
        trusted: Any = {"trusted_proxy": proxy, "trusted_proxy_headers": FORWARDED} if proxy else {}
        self.server = create_server(
            application,
            map=self.map,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            connection_limit=connections_allowed(),
            asyncore_use_poll=POLLS,
            channel_timeout=IDLE,
            cleanup_interval=10,
            max_request_header_size=32_768,
            max_request_body_size=LONGEST_BODY,
            inbuf_overflow=2 * LONGEST_BODY,  # so that nothing of a request is ever written to a file
            **trusted,
        )
        for listener in self._of(BaseWSGIServer):
            listener.channel_class = Channel

    def obey(self) -> None:
        """Let SIGTERM and Ctrl-C end `run`; a second one ends at once. For the main thread."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self.end)

    def run(self) -> None:
        """Answer until it is told to end, then finish what is being answered."""
        while not self.told:
            self._turn(timeout=1)
            self._close_slow(time.monotonic())
        self._finish()

    def end(self, *_: object) -> None:
        """Take no more connections, and end `run` when what is asked is answered."""
        if self.told:
            raise SystemExit(1)
        self.told = True

    def _turn(self, timeout: float) -> None:
        wasyncore.loop(timeout=timeout, use_poll=POLLS, map=self.map, count=1)

    def _of(self, kind: type) -> list:
        return [item for item in self.map.values() if isinstance(item, kind)]

    def _close_slow(self, now: float) -> None:
        """Close the connections whose request has been arriving for too long, whether or not more of it came."""
        arriving = [channel for channel in self._of(HTTPChannel) if channel.request is not None]
        self.asking = {channel: self.asking.get(channel, now) for channel in arriving}
        for channel, since in self.asking.items():
            if now - since > ASKING:
                channel.will_close = True

    def _finish(self) -> None:
        for listener in self._of(BaseWSGIServer):
            wasyncore.dispatcher.close(listener)
        until = time.monotonic() + ENDING
        while time.monotonic() < until and any(
            channel.requests or channel.total_outbufs_len for channel in self._of(HTTPChannel)
        ):
            self._turn(timeout=0.05)
        self.server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self.map)


def connections_allowed() -> int:
    """How many connections may be open, with the system's limit on open files raised as far as it can be."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  Windows has none

        least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST + SPARE
        if least < wanted:
            least = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (least, most))
        return max(50, min(MOST, least - SPARE))
    return MOST


def free_port(host: str, port: int) -> int | None:
    """The next port after one that is in use; None where none of the next hundred is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for other in range(port + 1, min(port + 100, 65536)):
        with socket.socket(family) as probe, suppress(OSError):
            if sys.platform != "win32":  # there it would take a port that another program listens on
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, other))
            return other
    return None
