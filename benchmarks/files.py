"""A plain static file server: Python's own, which sends a file's Brotli copy where there is one and it is understood.

    python -m benchmarks.files PORT FOLDER

It serves the peers' pages, compressed as a deployment would, and is what the program's requests per second are held to.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

TEXT = {".html", ".js", ".css", ".json", ".svg"}


class Handler(SimpleHTTPRequestHandler):
    """Files with keep-alive, and `FILE.br` in the place of `FILE`."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True

    def send_head(self):
        """The file to send, its headers sent. None where there is none."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = Path(f"{path}.br")
        if "br" not in self.headers.get("Accept-Encoding", "") or not packed.exists():
            return super().send_head()
        file = packed.open("rb")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(os.fstat(file.fileno()).st_size))
        self.end_headers()
        return file

    def log_message(self, *arguments: object) -> None:
        """Nothing: writing lines would be measured too."""


class Server(ThreadingHTTPServer):
    """A thread for each connection."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a visitor who leaves before the end."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def write(path: Path, content: bytes) -> None:
    """Write a file and, where it is text, its Brotli copy. A file that is there already is left alone."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix in TEXT:
        # The best that Brotli can do takes minutes on the largest pages; level 9 is 6 % larger.
        Path(f"{path}.br").write_bytes(brotli.compress(content, quality=11 if len(content) < 2_000_000 else 9))
    path.write_bytes(content)


def main(port: str, folder: str) -> None:
    """Serve a folder until the process ends."""
    Server(("127.0.0.1", int(port)), partial(Handler, directory=folder)).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
