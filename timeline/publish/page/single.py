"""The whole timeline as one file that needs neither server nor network."""

from __future__ import annotations

from ...record.record import Record
from .page import single_page

FILE = "timeline.html"  # where it stands on a server and on a static site


def single_file(record: Record) -> bytes:
    """An HTML file (UTF-8) in which everything works, opened from disk. The same record gives the same bytes."""
    return single_page(record).html.encode()
