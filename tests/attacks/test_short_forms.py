"""The attacks of `make attack`, in a small number."""

from __future__ import annotations

import os

import pytest

from . import long_forms, servers


def test_mutated_records_have_problems_and_no_traceback(tmp_path):
    assert long_forms.mutants(tmp_path, 120).failed == []


def test_raw_requests_leave_the_server_alive():
    assert servers.requests(150).failed == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_kills_leave_a_file_whole(tmp_path):
    assert long_forms.kills(tmp_path, 4).failed == []
