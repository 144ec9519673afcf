"""The scripts and styles of the page, put together into few files whose names change with their content.

First comes `timeline` (the modules of `assets/src/` that the first screen needs); when the page answers, `plotly` and
`react`, `dash` and `html` (React and Dash's renderer, as Dash itself orders them). On demand come the other modules,
`qrcode` (QR codes) and the style sheets that `assets/css/index.css` leaves out. Left out of what Dash would load: its
polyfill, of which a browser of today needs only regenerator-runtime, and the component libraries that the page doesn't
use.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import brotli

from ...installed import ASSETS
from ...view.app import TimelineDash
from .dash_internals import renderer_scripts

FOLDER = "bundles"  # where the files stand, beside the page
SHEET = "sheet-"  # how the names of style sheets begin that are loaded on demand
# A tenth smaller than Brotli's 9, in a quarter of a second; 11 takes four times as long for two hundredths more.
SCRIPTS_QUALITY = 10
DATA_QUALITY = 9
LITTLE = 1_000_000  # characters of data up to which they are compressed like scripts, in a third of a second
# Tells V8 to compile Plotly whole while it arrives (https://v8.dev/blog/explicit-compile-hints), in place of each
# function on the main thread when it is first called: the chart is live a seventh sooner. Other engines read a comment.
EAGER = "//# allFunctionsCalledOnLoad\n"


@dataclass(frozen=True)
class Bundle:
    """A file that the page needs: `name` (`timeline`), `suffix` (`js`, `json` or `css`) and `text`. `ready` is the same
    compressed beforehand, where that was done; `together` tells files apart that name one another."""

    name: str
    suffix: str
    text: str
    quality: int = SCRIPTS_QUALITY
    ready: bytes | None = field(default=None, repr=False)
    together: str = ""

    @cached_property
    def brotli(self) -> bytes:
        """The text compressed. It takes a moment, and not every form of the page needs it."""
        if self.ready:
            return self.ready
        return _brotli(self.text, self.quality) if self.suffix == "json" else _compressed(self.text)

    @cached_property
    def path(self) -> str:
        """Where the file stands, relative to the page: its content is in its name, so that it can be kept for good. Of
        files that name one another all their contents are in the name of their folder."""
        if self.together:
            return f"{FOLDER}/{self.together}/{self.name}.{self.suffix}"
        return f"{FOLDER}/{self.name}.{_digest(self.text)}.{self.suffix}"


@dataclass(frozen=True)
class Packed:
    """A file like a `Bundle` of which only the compressed form is kept: that of a large record weighs a tenth of its
    text, which nearly nobody asks for."""

    name: str
    suffix: str
    path: str
    brotli: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """The text, unpacked each time."""
        unpacked: bytes = brotli.decompress(self.brotli)
        return unpacked.decode()


@dataclass(frozen=True)
class Modules:
    """The modules of `assets/src/`, parted: `first` is the first screen's script, `others` are loaded on demand, and
    `wanted` names, of each module that is imported on demand, the files that it consists of."""

    first: Bundle
    others: tuple[Bundle, ...]
    wanted: dict[str, list[str]]


def dash_scripts(app: TimelineDash) -> tuple[Bundle, ...]:
    """React, Dash's renderer and `dash.html`, which run in this order: in one they would keep a phone busy for longer
    than a press should wait. `app` has its callbacks registered."""
    *react, renderer, html = renderer_scripts(app)
    parts = {"react": _joined([_text(_vendored("regenerator-runtime-")), *react]), "dash": renderer, "html": html}
    return tuple(Bundle(name, "js", text) for name, text in parts.items())


def dash_script(app: TimelineDash) -> Bundle:
    """The same in one script, for a page that is itself a file."""
    return Bundle("dash", "js", _joined([part.text for part in dash_scripts(app)]))


def whole_script() -> Bundle:
    """All modules of `assets/src/` in one script, for a page that is itself a file."""
    return Bundle("timeline", "js", built("timeline.js"))


def modules() -> Modules:
    """The modules as files that import one another."""
    texts = {path.stem: built(f"modules/{path.name}") for path in sorted((ASSETS / "dist/modules").glob("*.js"))}
    together = _digest("".join(texts.values()))
    files = {f"{name}.js": Bundle(name, "js", text, together=together) for name, text in texts.items()}
    wanted = json.loads(built("modules.json"))
    first = files.pop("timeline.js")
    return Modules(first, tuple(files.values()), {key: [files[n].path for n in names] for key, names in wanted.items()})


def plotly_script() -> Bundle:
    """Plotly, compressed as well as can be, which takes too long to be done at every start."""
    plotly = _vendored("plotly-")
    return Bundle("plotly", "js", EAGER + _text(plotly), ready=plotly.with_name(f"{plotly.name}.br").read_bytes())


def qrcode_script() -> Bundle:
    """What makes QR codes."""
    return Bundle("qrcode", "js", _text(_vendored("qrcode-generator-")))


def data_file(name: str, text: str) -> Bundle:
    """A file of data; a large one is compressed quickly."""
    return Bundle(name, "json", text, SCRIPTS_QUALITY if len(text) < LITTLE else DATA_QUALITY)


def packed_file(name: str, text: str, quality: int = DATA_QUALITY) -> Packed:
    """A file of a large record's data, compressed now, and quickly unless the `quality` is another one."""
    file = Bundle(name, "json", text, quality)
    return Packed(file.name, file.suffix, file.path, file.brotli)


@lru_cache(maxsize=128)  # scripts and style sheets, which are the same for every record; there are some fifty
def _compressed(text: str) -> bytes:
    return _brotli(text, SCRIPTS_QUALITY)


def _brotli(text: str, quality: int) -> bytes:
    return brotli.compress(text.encode(), quality=quality)


def styles() -> Bundle:
    """The style sheets, put together in the order of `assets/css/index.css`."""
    return Bundle("timeline", "css", built("timeline.css"))


def sheets() -> tuple[Bundle, ...]:
    """The style sheets that are loaded on demand, which `assets/css/index.css` leaves out."""
    found = sorted((ASSETS / "dist").glob(f"{SHEET}*.css"))
    return tuple(Bundle(path.stem.removeprefix(SHEET), "css", built(path.name)) for path in found)


def built(name: str) -> str:
    """A file of `assets/dist/`, which `make assets` makes: `timeline.js`, `timeline.css`, `scorm.js` or `boot-….js`."""
    return _text(ASSETS / "dist" / name).rstrip("\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _joined(texts: list[str]) -> str:
    return "\n;".join(texts) + "\n"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _vendored(prefix: str) -> Path:
    return next((ASSETS / "vendor").glob(f"{prefix}*.js"))
