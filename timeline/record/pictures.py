"""Pictures beside a record, in its folder `media/`: read once, and judged by what is in them, not by their names."""

from __future__ import annotations

import hashlib
import io
import warnings
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeAlias

from .files import MEDIA, media_files, resolved
from .model.model import Event
from .problems.problem import clipped, did_you_mean

MOST_BYTES = 500_000  # of a picture: the page as one file holds all of them
MOST_TOGETHER = 50_000_000  # bytes of all pictures of a record, which are kept in memory
MOST_PIXELS = 2400  # of its longer side: what a projector shows
# What a browser shows without running anything, by Pillow's name: the suffixes of files that hold it.
TYPES = MappingProxyType({"PNG": ("png",), "JPEG": ("jpg", "jpeg"), "WEBP": ("webp",)})
ALSO_JPEG = "MPO"  # what Pillow calls a JPEG behind which a phone has put more pictures
TURNED = (5, 6, 7, 8)  # orientations (EXIF) in which browsers show a picture lying on its side
ORIENTATION = 0x0112
HOW = "name a file of `media/` beside the record, such as `media/bridge.jpg`"
WHICH = "save the picture as PNG, JPEG or WebP"


@dataclass(frozen=True)
class PictureFile:
    """A picture as it is sent: its bytes, its type (`image/png`), width and height in px as a browser shows it."""

    content: bytes = field(repr=False)
    type: str
    width: int
    height: int

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes, as 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def address(self) -> str:
        """Where it stands, relative to the page: its content is in its name, so that it can be kept for good."""
        return f"{MEDIA}/{self.digest[:16]}.{self.type.removeprefix('image/')}"

    @property
    def data(self) -> str:
        """The picture itself as an address (`data:`), for a page that is a file."""
        return f"data:{self.type};base64,{b64encode(self.content).decode()}"


@dataclass(frozen=True)
class Refused:
    """Why a file is no picture of the record, as a problem says it."""

    code: str
    message: str
    hint: str


Found: TypeAlias = PictureFile | Refused
TOO_MUCH = Refused(
    "picture-size",
    f"the pictures above have {MOST_TOGETHER // 1_000_000} MB together, and more are not read",
    "save them smaller, or let fewer events have one",
)


def read_pictures(folder: Path, names: Iterable[str]) -> Mapping[str, Found]:
    """The pictures that a record in `folder` names, each read once: by name, with those that are refused."""
    found, there, together = dict[str, Found](), [*_names(folder)], 0
    for name in names:
        if name not in found:
            one = _read(folder, name, there) if together <= MOST_TOGETHER else TOO_MUCH
            together += len(one.content) if isinstance(one, PictureFile) else 0
            found[name] = one
    return MappingProxyType(found)


def unused(folder: Path, named: Collection[str]) -> list[str]:
    """The files in `media/` that the record in `folder` does not name."""
    return [name for name in _names(folder) if name not in named]


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in media_files(folder))


def _read(folder: Path, name: str, there: list[str]) -> Found:
    if refused := _misnamed(name):
        return refused
    path = folder / name
    try:
        if not path.is_file():
            return Refused("picture-file", f"there is no file `{clipped(name)}`", did_you_mean(name, there) or HOW)
        if not resolved(path).is_relative_to(resolved(folder) / MEDIA):
            return Refused(
                "picture-file", f"`{clipped(name)}` is a link that leads out of `media/`", "put a copy there"
            )
        size = path.stat().st_size
        if size > MOST_BYTES:
            message = f"the picture has {size / 1000:,.0f} kB, and {MOST_BYTES // 1000} are the most"
            return Refused("picture-size", message, "save it smaller: 1,600 px wide, as JPEG or WebP of quality 80")
        return _judged(path.read_bytes(), PurePosixPath(name).suffix[1:].lower())
    except OSError as error:
        return Refused("picture-file", f"`{clipped(name)}` can't be read ({error.strerror})", HOW)


def _misnamed(name: str) -> Refused | None:
    parts = name.split("/")
    if "://" in name or name.startswith(("//", "data:")):
        hint = f"save it into `{MEDIA}/`, if its licence allows that, and name the file"
        return Refused("picture-file", "a picture is no address: the page asks nothing of other sites", hint)
    if parts[0] != MEDIA or len(parts) < 2 or {"", ".", ".."} & {*parts} or "\\" in name or "\0" in name:
        return Refused("picture-file", f"`{clipped(name)}` is no file in `media/`", HOW)
    return None


def _judged(content: bytes, suffix: str) -> Found:
    """The picture that some bytes are, by what stands in them."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 costs 40 ms, and most records have no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is told beside a picture, such as its camera, may be broken
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[*TYPES]) as image:
                kind, size, turned = str(image.format), image.size, image.getexif().get(ORIENTATION) in TURNED
                moves = kind != ALSO_JPEG and getattr(image, "is_animated", False)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _too_large("far too many")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return Refused("picture-type", f"this is {_other(content)}", WHICH)
    kind = "JPEG" if kind == ALSO_JPEG else kind
    if suffix not in TYPES[kind]:
        return Refused("picture-type", f"this is a picture of the type {kind}", f"call it `.{TYPES[kind][0]}`")
    if moves:
        return Refused("picture-type", "the picture moves", "take a still one: a reader could not stop it")
    if not _is_whole(kind, content):
        return Refused("picture-type", "the end of the picture is missing", "copy the file again")
    if max(size) > MOST_PIXELS:
        return _too_large(f"{size[0]:,} × {size[1]:,}")
    return PictureFile(content, f"image/{kind.lower()}", *(size[::-1] if turned else size))


def _too_large(pixels: str) -> Refused:
    message = f"the picture has {pixels} px, and {MOST_PIXELS:,} on its longer side are the most"
    return Refused("picture-size", message, "save it smaller: 1,600 px are enough for a projector")


def _other(content: bytes) -> str:
    """What a file is that is no picture of ours, as far as its first bytes tell."""
    head = content[:1000].lstrip().lower()
    if b"<svg" in head:
        return "an SVG, which can hold scripts and ask for other files"
    if b"<html" in head or b"<!doctype" in head:
        return "a web page, not the picture on it"
    if content.startswith((b"GIF8", b"II*\0", b"MM\0*", b"BM")) or content[4:8] == b"ftyp":
        return "a picture of a type that not every browser shows well"
    return "no picture that a browser shows"


def _is_whole(kind: str, content: bytes) -> bool:
    """Whether a file ends where its picture does; some programs add bytes of their own behind it."""
    if kind == "WEBP":
        return len(content) >= int.from_bytes(content[4:8], "little") + 8
    return (b"IEND\xaeB`\x82" if kind == "PNG" else b"\xff\xd9") in content[-65_536:]


def named_in(events: Iterable[Event]) -> Iterator[str]:
    """The files of the pictures that events and their claims name."""
    for event in events:
        yield from (media.file for media in (event.media, *(claim.media for claim in event.claims)) if media)
