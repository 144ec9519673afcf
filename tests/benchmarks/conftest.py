"""What the tests of the harness share: results that were never measured."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.results import Results

MACHINE = {"revision": "abc1234", "cores": 2, "processor": "Test", "python": "3.11", "browser": "1.2", "load": 0.1}


@pytest.fixture
def results() -> Callable[..., Results]:
    """results({"500": {"timeline": [visit, …], …}, …}, …) with the rest filled in."""

    def make(visits: dict | None = None, **more) -> Results:
        return Results("2026-01-02", MACHINE, runs=3, visits=visits or {}, **more)

    return make
