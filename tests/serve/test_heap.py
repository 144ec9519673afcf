"""One heap for all threads of a server, where the C library would give each its own."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

# Threads that are there at the same time and each take memory from C, as compression does; then how many heaps there
# are, as the C library itself tells.
THREADS = """
import ctypes, sys, threading
from timeline.serve.heap import share_heap
if "share" in sys.argv:
    share_heap()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.fopen.restype = ctypes.c_void_p, ctypes.c_void_p
together = threading.Barrier(6)
def take():
    together.wait()
    for _ in range(100):
        libc.malloc(10_000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
stream = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
libc.malloc_info(0, stream)
libc.fflush(stream)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"),
    reason="not GNU's C library: nothing is set there",
)
@pytest.mark.parametrize(("how", "one"), [("share", True), ("leave", False)])
def test_threads_share_one_heap(how, one):
    told = subprocess.run([sys.executable, "-c", THREADS, how], capture_output=True, text=True, check=True).stdout
    assert (told.count("<heap nr=") == 1) is one


def test_a_system_without_such_a_library_serves_all_the_same(monkeypatch):
    from timeline.serve.heap import share_heap

    def nothing(_):
        raise TypeError("no library without a name")

    monkeypatch.setattr(ctypes, "CDLL", nothing)
    share_heap()
