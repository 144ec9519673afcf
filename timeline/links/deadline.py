"""A session whose questions end by a deadline, however slowly an answer comes in.

The limits of `requests` count from one piece of an answer to the next: a server that sends a byte now and then is never
silent for long enough. So the connections are cut from the outside when the time is over, and who waits for them wakes.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError


class TimedSession(requests.Session):
    """A session that is asked `within(seconds)`: redirects, headers and content count together."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[socket.socket] = []  # a second handle of every connection: TLS takes the first one over
        self._until = float("inf")
        adapter = _Adapter(self)
        for scheme in ("http://", "https://"):
            self.mount(scheme, adapter)

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._until

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connections when so much time has passed, and close them at the end.

        What waits for one fails then, or reads the end of what there is, as where a server breaks off; until the next
        time `is_over` tells which of the two it was.
        """
        self._until = time.monotonic() + seconds
        timer = threading.Timer(seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.close()  # the next question makes connections of its own
            while self._lines:
                self._lines.pop().close()

    def opened(self, connected: socket.socket) -> None:
        """Take note of a connection."""
        self._lines.append(connected.dup())
        if self.is_over:  # the timer saw the others only
            self._cut()

    def _cut(self) -> None:
        for line in tuple(self._lines):
            with suppress(OSError):  # the other side was quicker
                line.shutdown(socket.SHUT_RDWR)


class _Noted(HTTPConnection):
    """A connection that its session knows of."""

    session: TimedSession  # of the class that is made for each session

    def _new_conn(self) -> socket.socket:
        if self.session.is_over:
            raise NewConnectionError(self, "the time is up")
        connected = super()._new_conn()
        self.session.opened(connected)
        return connected


class _Adapter(HTTPAdapter):
    """The way of a session to its connections, through a proxy as well."""

    def __init__(self, session: TimedSession):
        plain = type("Connection", (_Noted,), {"session": session})
        secure = type("SecureConnection", (_Noted, HTTPSConnection), {"session": session})
        self.pools = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
        super().__init__()

    def init_poolmanager(self, *sizes: Any, **given: Any) -> None:
        super().init_poolmanager(*sizes, **given)
        self.poolmanager.pool_classes_by_scheme = self.pools

    def proxy_manager_for(self, *proxy: Any, **given: Any) -> PoolManager:
        manager: PoolManager = super().proxy_manager_for(*proxy, **given)
        manager.pool_classes_by_scheme = self.pools
        return manager
