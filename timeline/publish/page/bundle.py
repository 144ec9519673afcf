"""The scripts and styles of the page, put together into few files whose names change with their content.

Four scripts, run in this order: `dash` (React and Dash's renderer, as Dash itself orders them), `timeline` (the modules
of `assets/src/`, which esbuild has put together in `assets/dist/`), `plotly`, and `qrcode` (QR codes, which no first
view needs). Left out of what Dash would load: its polyfill, of which a browser of today needs only regenerator-runtime,
and the component libraries that the page doesn't use.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import brotli

from ...installed import ASSETS
from ...view.app import TimelineDash
from .dash_internals import renderer_scripts

FOLDER = "bundles"  # where the files stand, beside the page
# A tenth smaller than Brotli's 9, in a quarter of a second; 11 takes four times as long for two hundredths more.
SCRIPTS_QUALITY = 10
DATA_QUALITY = 9
# Tells V8 to compile Plotly whole while it arrives (https://v8.dev/blog/explicit-compile-hints), in place of each
# function on the main thread when it is first called: the chart is live a seventh sooner. Other engines read a comment.
EAGER = "//# allFunctionsCalledOnLoad\n"


@dataclass(frozen=True)
class Bundle:
    """A file that the page needs: `name` (`timeline`), `suffix` (`js`, `json` or `css`) and `text`. `ready` is the same
    compressed beforehand, where that was done."""

    name: str
    suffix: str
    text: str
    quality: int = SCRIPTS_QUALITY
    ready: bytes | None = field(default=None, repr=False)

    @cached_property
    def brotli(self) -> bytes:
        """The text compressed. It takes a moment, and not every form of the page needs it."""
        return self.ready or _compressed(self.text, self.quality)

    @cached_property
    def path(self) -> str:
        """Where the file stands, relative to the page: its content is in its name, so that it can be kept for good."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        return f"{FOLDER}/{self.name}.{digest}.{self.suffix}"


def scripts(app: TimelineDash) -> tuple[Bundle, ...]:
    """The scripts of the page, in the order in which they have to run. `app` has its callbacks registered."""
    plotly = _vendored("plotly-")
    return (
        Bundle("dash", "js", _joined([_text(_vendored("regenerator-runtime-")), *renderer_scripts(app)])),
        Bundle("timeline", "js", built("timeline.js")),
        # Compressed as well as can be, which takes too long to be done at every start.
        Bundle("plotly", "js", EAGER + _text(plotly), ready=plotly.with_name(f"{plotly.name}.br").read_bytes()),
        Bundle("qrcode", "js", _text(_vendored("qrcode-generator-"))),
    )


def data_file(name: str, text: str) -> Bundle:
    """A file of data, which may be large and is compressed quickly."""
    return Bundle(name, "json", text, DATA_QUALITY)


@lru_cache(maxsize=8)  # the same scripts for every record
def _compressed(text: str, quality: int) -> bytes:
    return brotli.compress(text.encode(), quality=quality)


def styles() -> Bundle:
    """The style sheets, put together in the order of `assets/css/index.css`."""
    return Bundle("timeline", "css", built("timeline.css"))


def built(name: str) -> str:
    """A file of `assets/dist/`, which `make assets` makes: `timeline.js`, `timeline.css` or `boot-….js`."""
    return _text(ASSETS / "dist" / name).rstrip("\n")


def _joined(texts: list[str]) -> str:
    return "\n;".join(texts) + "\n"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _vendored(prefix: str) -> Path:
    return next((ASSETS / "vendor").glob(f"{prefix}*.js"))
