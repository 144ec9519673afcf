"""The timeline as a folder of static files, which any web server or CDN gives out, under any path. No server is left to
scale.
"""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
from pathlib import Path

import brotli
from markupsafe import Markup

from ...record.edit.schemas import known_in
from ...record.model.schema import schema_text
from ...record.record import Record
from ...record.writing import WriteError
from ...view.app import build_app
from ...view.citations.citations import citation_files
from ...view.lessons import lesson_files
from ...view.map.map import map_files
from ...view.payload import to_json
from ..exports.formats import FORMATS
from ..exports.scorm import scorm_packages
from ..exports.selection import select_view
from ..guide.guide import guide_pages, guide_pictures
from ..handout.handout import lesson_pages
from .not_found import not_found
from .page import linked_page
from .picture import SIZE, picture
from .rendering import document, render
from .single import FILE, single_file
from .sources import sources_page

MARK = ".timeline-site"  # stands in a folder that this program has written, and may write again
COMPRESSED = {".html", ".js", ".json", ".jsonld", ".csv", ".ics", ".atom", ".xml", ".txt", ".svg"}
PICTURE = "picture.png"


def site_files(record: Record, base: str = "", packages: bool = False) -> dict[str, bytes]:
    """Every file of the site by its path, with a Brotli and a gzip twin beside each that has text; among
    them the timeline as one file, to take along, which has no twin.

    `base` is the address that the site will have. Only with it can a picture, a site map and search engines be told
    whole addresses; without it the map is left out. `packages` adds each lesson as a SCORM package, 0.8 MB each.
    """
    page = linked_page(record, build_app(record), static=True, head=_head(record, base))
    files: dict[str, str | bytes] = {
        "index.html": page.html,
        "404.html": not_found(record, base or "./"),
        "sources.html": sources_page(record),
        "robots.txt": _robots(base),
        "schema/event.json": schema_text("event", known_in(record)),
    }
    files |= {file.path: file.text for file in page.files}
    files |= dict(lesson_pages(record, base)) | lesson_files(record, packages) | map_files(record)
    files |= citation_files(record) | guide_pages(record)
    files |= guide_pictures()
    if packages:
        files |= scorm_packages(record)
    files |= {shown.address: shown.content for shown in record.pictures.values()}
    selection = select_view(record, "", base=base)
    files |= {f"export/events.{form.extension}": form.make(selection) for form in FORMATS.values()}
    files["api/events.json"] = FORMATS["json"].make(selection)
    if base:
        day = record.settings.updated.latest
        files["sitemap.xml"] = document("sitemap.xml", base=base, day=day.isoformat(), lessons=record.lessons)
    whole = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
    ready = {file.path: file.brotli for file in page.files}
    for path, content in list(whole.items()):
        if Path(path).suffix in COMPRESSED:
            whole[f"{path}.br"] = ready.get(path) or brotli.compress(content)
            whole[f"{path}.gz"] = gzip.compress(content, mtime=0)
    kept = {FILE: single_file(record), PICTURE: picture(record), MARK: f"{record.hash}\n".encode()}
    return whole | kept


def refuse_folder(folder: Path) -> None:
    """Raises WriteError where no site can be written into a folder: known before one is made, which takes seconds."""
    try:
        folder = folder.absolute()
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file()):
            raise WriteError(
                f"cannot write {folder}: it holds something that is not a site of this program; name an empty or a "
                f"new folder"
            )
        if not folder.parent.is_dir():
            raise WriteError(f"cannot write {folder}: there is no folder {folder.parent}")
    except OSError as error:
        raise WriteError(f"cannot write {folder}: {error.strerror or error}") from None


def write_site(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files into a folder, new or of an earlier site, all of them or none.

    They are written beside it first; then one folder takes the other's place. Raises WriteError, and then the folder is
    as it was; so where it holds anything that is no site.
    """
    refuse_folder(folder)
    try:
        folder = folder.absolute()
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as draft:
            new, old = Path(draft) / "new", Path(draft) / "old"
            for path, content in files.items():
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).write_bytes(content)
            if folder.exists():
                folder.rename(old)
            try:
                new.rename(folder)
            except OSError:
                if old.exists():
                    old.rename(folder)
                raise
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise WriteError(f"cannot write {folder}: {error.strerror or error}") from None


def _head(record: Record, base: str) -> Markup:
    """What search engines, and sites that show a link, read in the page."""
    settings = record.settings
    language = settings.languages[0]
    graph = {
        "og:type": "website",
        "og:title": settings.title[language],
        "og:description": settings.subtitle[language],
        "og:locale": language,
        "og:image": base + PICTURE,
        "og:image:width": SIZE[0],
        "og:image:height": SIZE[1],
        "og:image:alt": settings.title[language],
        **({"og:url": base} if base else {}),
    }
    listed = json.loads(FORMATS["jsonld"].make(select_view(record, "", base=base)))
    return render("site_head.html", graph=graph, base=base, listed=Markup(to_json(listed)))


def _robots(base: str) -> str:
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {base}sitemap.xml\n" if base else "")
