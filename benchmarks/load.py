"""Many readers at once, and connections that ask nothing or never finish asking.

    python -m benchmarks.load                    # the issue's numbers, some two minutes
    python -m benchmarks.load --scale 0.1        # a tenth of each
    python -m benchmarks.load --url http://…     # a server that runs already, whose memory isn't known

A class opens the page: each reader takes the page, then on five connections its files and the API. Beside 1,000 idle
connections, and beside 500 that send one byte of a header every five seconds, a new reader is measured. Then 200
clients ask on and on. Prints a line for each, with the goal; exits with 1 where one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
READERS, WITHIN, CONNECTIONS = 200, 60, 5
IDLE, SLOW, CLIENTS, SECONDS = 1000, 500, 200, 15
LONGEST_WAIT, P99, GROWTH = 3.0, 0.25, 1.3  # seconds, seconds, times
FILES = re.compile(rb'id="files">(.*?)</script>')  # what the page asks for, as JSON
API = ("api/events.json", "api/events.json?country=KP", "healthz")


@dataclass(frozen=True)
class Goal:
    """What was measured, and whether it is what was wanted."""

    what: str
    found: str
    wanted: str
    kept: bool

    def __str__(self) -> str:
        return f"{'ok  ' if self.kept else 'MISS'}  {self.what}: {self.found} (goal: {self.wanted})"


class Connection:
    """One connection to a server, kept alive."""

    def __init__(self, host: str, port: int):
        self.host, self.port = host, port
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    async def __aenter__(self) -> Connection:
        self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()

    async def get(self, path: str) -> tuple[int, bytes]:
        """The status and the body of an answer, as it was sent."""
        host = f"{self.host}:{self.port}"
        self.writer.write(f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\n\r\n".encode())
        await self.writer.drain()
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        body = await self.reader.readexactly(int(length[1])) if length else b""
        return int(head.split(None, 2)[1]), body


@dataclass(frozen=True)
class Site:
    """A server's address, and the files that its page loads."""

    host: str
    port: int
    files: tuple[str, ...]

    def connection(self) -> Connection:
        """A new connection."""
        return Connection(self.host, self.port)

    async def read(self) -> float:
        """One reader: the page, then its files and the API on five connections. Returns the longest wait in seconds."""
        start = time.monotonic()
        async with self.connection() as first:
            await _good(first, "")
            waits = [time.monotonic() - start]
            wanted = [*self.files, *API]

            async def rest(connection: Connection) -> None:
                while wanted:
                    before = time.monotonic()
                    await _good(connection, wanted.pop())
                    waits.append(time.monotonic() - before)

            async def another() -> None:
                before = time.monotonic()
                async with self.connection() as connection:
                    waits.append(time.monotonic() - before)
                    await rest(connection)

            await asyncio.gather(rest(first), *(another() for _ in range(CONNECTIONS - 1)))
        return max(waits)


async def _good(connection: Connection, path: str) -> None:
    status, _ = await connection.get(path)
    if status != 200:
        raise RuntimeError(f"/{path} answers {status}")


async def site_at(host: str, port: int) -> Site:
    """The site at an address, whose page is read once without compression to see what it loads."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET / HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n".encode())
    page = await reader.read()
    writer.close()
    listed = json.loads(FILES.search(page)[1])  # type: ignore[index]  # every page has it
    names = [*(path for _, path in listed["run"]), *listed["modules"]["share/print.js"], *listed["dash"]]
    return Site(host, port, tuple(names))


async def crowd(site: Site, readers: int, within: float) -> Goal:
    """Readers who come one after the other, at random moments that are the same in every run."""

    async def one(number: int) -> float:
        await asyncio.sleep(within * (number * 0.618 % 1))  # spread evenly, in no order
        return await site.read()

    waits = await asyncio.gather(*(one(number) for number in range(readers)))
    found = f"longest wait {max(waits):.2f} s, median {sorted(waits)[len(waits) // 2]:.2f} s"
    what = f"{readers} readers with {CONNECTIONS} connections each within {within:g} s"
    return Goal(what, found, f"{LONGEST_WAIT:g} s", max(waits) <= LONGEST_WAIT)


@asynccontextmanager
async def idle(site: Site, count: int) -> AsyncIterator[None]:
    """Connections that asked once and stay."""
    connections = [site.connection() for _ in range(count)]
    for connection in connections:
        await connection.__aenter__()
    yield
    for connection in connections:
        connection.writer.close()


@asynccontextmanager
async def slow(site: Site, count: int) -> AsyncIterator[None]:
    """Connections that send a byte of a header every five seconds."""

    async def drip(number: int) -> None:
        await asyncio.sleep(5 * number / count)
        with suppress(OSError):
            async with site.connection() as connection:
                connection.writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
                while True:
                    connection.writer.write(b"x")
                    await connection.writer.drain()
                    await asyncio.sleep(5)

    tasks = [asyncio.create_task(drip(number)) for number in range(count)]
    await asyncio.sleep(6)
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def beside(what: str, site: Site) -> Goal:
    """Three new readers, one after the other."""
    waits = [await asyncio.wait_for(site.read(), 120) for _ in range(3)]
    return Goal(f"a new reader beside {what}", f"{max(waits):.2f} s", f"{LONGEST_WAIT:g} s", max(waits) <= LONGEST_WAIT)


async def steady(site: Site, clients: int, seconds: float, process: subprocess.Popen | None) -> list[Goal]:
    """Clients that ask again as soon as they have an answer, on connections that stay open."""
    until, waits, before_others = time.monotonic() + seconds, list[float](), elsewhere(process)

    async def one() -> None:
        async with site.connection() as connection:
            while (before := time.monotonic()) < until:
                await _good(connection, API[len(waits) % 2])
                waits.append(time.monotonic() - before)

    await asyncio.gather(*(one() for _ in range(clients)))
    waits.sort()
    p99 = waits[int(len(waits) * 0.99)]
    others = (elsewhere(process) - before_others) / seconds
    rate = f"{len(waits) / seconds:,.0f} answers a second, p50 {waits[len(waits) // 2] * 1000:.0f} ms"
    rate += f", other programs on {others:.1f} of {os.cpu_count()} cores" if process else ""
    return [Goal(f"{clients} clients, {rate}", f"p99 {p99 * 1000:.0f} ms", f"{P99 * 1000:g} ms", p99 <= P99)]


def memory(process: subprocess.Popen | None) -> float:
    """Megabytes that a process has in memory; 0 where the system doesn't say."""
    with suppress(OSError, AttributeError):
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")  # type: ignore[union-attr]
        return int(status.split("VmRSS:")[1].split()[0]) / 1000
    return 0.0


def elsewhere(process: subprocess.Popen | None) -> float:
    """Processor seconds that this machine has given to other programs than the server and its clients; 0 where the
    system doesn't say. A machine that others use is slow without the server being so."""
    with suppress(OSError, AttributeError):
        ticks = [int(part) for part in Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]]
        own = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()  # type: ignore[union-attr]
        idle, server = ticks[3] + ticks[4], int(own[11]) + int(own[12])
        return (sum(ticks) - idle - server) / os.sysconf("SC_CLK_TCK") - time.process_time()
    return 0.0


async def measure(host: str, port: int, scale: float, process: subprocess.Popen | None = None) -> list[Goal]:
    """Every goal, at a scale of the issue's numbers."""
    site = await site_at(host, port)
    await asyncio.gather(*(site.read() for _ in range(3)))  # what is made once is made
    goals = await steady(site, max(1, int(CLIENTS * scale)), SECONDS * scale, process)
    before = memory(process)
    goals.append(await crowd(site, max(1, int(READERS * scale)), WITHIN * scale))
    async with idle(site, count := max(1, int(IDLE * scale))):
        goals.append(await beside(f"{count:,} idle connections", site))
    async with slow(site, count := max(1, int(SLOW * scale))):
        goals.append(await beside(f"{count:,} slow connections", site))
    goals += await steady(site, max(1, int(CLIENTS * scale)), SECONDS * scale, process)
    if before:
        after = memory(process)
        found = f"{before:.0f} MB before, {after:.0f} MB after"
        goals.append(Goal("memory", found, f"{GROWTH:g} times", after <= before * GROWTH))
    return goals


@asynccontextmanager
async def served(arguments: Iterable[str]) -> AsyncIterator[tuple[int, subprocess.Popen]]:
    """The program's own server on a free port, as (port, process)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "timeline", "serve", "--port", str(port), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        await asyncio.to_thread(process.stdout.readline)  # type: ignore[union-attr]  # it listens once it says so
        yield port, process
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)


async def main() -> int:
    """Measure, print, and say by the exit code whether every goal is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--url")
    parser.add_argument("serve", nargs="*", help="options of `serve`, behind --")
    given = parser.parse_args()
    _allow_many_connections()
    if given.url:
        address = urlsplit(given.url)
        goals = await measure(address.hostname or "127.0.0.1", address.port or 80, given.scale)
    else:
        async with served(given.serve) as (port, process):
            goals = await measure("127.0.0.1", port, given.scale, process)
    print(*goals, sep="\n")
    return 0 if all(goal.kept for goal in goals) else 1


def _allow_many_connections() -> None:
    with suppress(ImportError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
