"""What keeps a file from being brought."""

from __future__ import annotations


class BringError(Exception):
    """A file that can't be brought. The message says why."""
