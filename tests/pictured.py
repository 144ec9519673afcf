"""Pictures for tests, made as they are needed, and what a record says of one."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

FILE = "media/moon.png"
MEDIA = {
    "file": FILE,
    "alt": {"en": "A grey disc <on> black.", "fr": "Un disque gris sur fond noir."},
    "caption": {"en": "The Moon & nothing else.", "fr": "La Lune et rien d’autre."},
    "by": "A. Painter",
    "licence": "CC BY 4.0",
}


def drawn(kind: str = "PNG", size: tuple[int, int] = (40, 30), colour: str = "#888", **more) -> bytes:
    """The bytes of a picture of one colour, as Pillow saves it."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **more)
    return out.getvalue()


def put(folder: Path, content: bytes | None = None, name: str = FILE) -> Path:
    """Write a picture beside a record; where it is."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(drawn() if content is None else content)
    return file


def yaml_of(indent: str = "  ", file: str = FILE) -> str:
    """The lines of MEDIA in a record's canonical form."""
    lines = [
        "media:",
        f"  file: {file}",
        "  alt:",
        "    en: A grey disc <on> black.",
        "    fr: Un disque gris sur fond noir.",
        "  caption:",
        "    en: The Moon & nothing else.",
        "    fr: La Lune et rien d’autre.",
        "  by: A. Painter",
        "  licence: CC BY 4.0",
    ]
    return "".join(f"{indent}{line}\n" for line in lines)
