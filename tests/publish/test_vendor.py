"""Third-party files: what `assets/vendor/README.md` says of them is so."""

from __future__ import annotations

import hashlib
import json
import re

import brotli

from timeline.publish.page.bundle import ASSETS, EAGER

VENDOR = ASSETS / "vendor"
README = (VENDOR / "README.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", README, re.MULTILINE))


def test_every_file_is_listed_with_its_digest():
    files = [file for file in VENDOR.iterdir() if file.suffix not in (".md", ".unicodes")]
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == LISTED


def test_their_versions_are_those_that_the_lock_file_holds():
    packages = json.loads((ASSETS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for package, version in re.findall(r"\[([\w.-]+)\]\(\S+\) ([\d.]+),", README):
        assert packages[f"node_modules/{package}"]["version"] == version, package


def test_the_compressed_twin_is_what_is_sent():
    [plotly] = VENDOR.glob("plotly-*.js")
    assert brotli.decompress((VENDOR / f"{plotly.name}.br").read_bytes()).decode() == EAGER + plotly.read_text("utf-8")
