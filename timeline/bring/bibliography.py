"""Bibliographies into sources: BibTeX, RIS and CSL-JSON, as Zotero and others write them.

An entry becomes a source, called as it is cited: author, title, year. A source of a record has no address, since claims
have: what an entry says of that stands as a comment above the source, for claims to take. An entry that is called like
a source which is there already is left aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..record.edit.skeleton import free_id
from ..record.edit.tree import Branch, Twig, data_of, tree_of
from ..record.folding import letters
from ..record.places import Node, below
from ..record.sheets.sheet import Complaint
from .draft import Draft, checked
from .errors import BringError
from .new_record import complete_settings
from .result import Brought

if TYPE_CHECKING:
    from bibtexparser.model import ParsingFailedBlock

BIBLIOGRAPHIES = (".bib", ".ris", ".json")
# What kind of source an entry is, by the types of CSL, BibTeX and RIS, in small letters; any other is a reference.
TYPES = {
    **dict.fromkeys(
        "book chapter manuscript inbook incollection collection thesis chap phdthesis thes".split(), "book"
    ),
    **dict.fromkeys(
        "article-journal report paper-conference article inproceedings techreport jour rprt conf".split(), "research"
    ),
    **dict.fromkeys("article-newspaper article-magazine news mgzn online-news".split(), "press"),
    **dict.fromkeys("broadcast video mpct interview".split(), "broadcaster"),
    **dict.fromkeys("personal_communication pcomm letter".split(), "letter"),
    **dict.fromkeys("legislation bill legal_case treaty hearing regulation standard stat gov".split(), "official"),
    **dict.fromkeys("graphic map art artwork".split(), "object"),
}


@dataclass(frozen=True)
class Entry:
    """What an entry says: texts, "" where it says nothing. `kind` is the type it has there, `key` its name."""

    kind: str
    title: str
    author: str = ""
    year: str = ""
    container: str = ""
    language: str = ""
    address: str = ""
    key: str = ""

    @property
    def name(self) -> str:
        """Author, title (year)."""
        words = ", ".join(filter(None, (self.author, self.title)))
        return f"{words} ({self.year})" if self.year and self.year not in words else words


def read_bibliography(path: Path) -> list[Entry]:
    """The entries of a file, by its suffix. Raises BringError where it can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BringError(f"cannot read {path}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from None
    readers: Mapping[str, Callable[[str], list[Entry]]] = {".bib": _bibtex, ".ris": _ris, ".json": _csl}
    try:
        entries = readers[path.suffix.lower()](text)
    except (ValueError, OSError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BringError(f"{path} can't be read as a bibliography: {error}") from None
    if not entries:
        raise BringError(f"{path} can't be read as a bibliography: there is no entry in it")
    return entries


def bring_sources(draft: Draft, entries: Sequence[Entry], path: Path) -> Brought:
    """Add a source for each entry that isn't there yet, and check the record with them."""
    languages = draft.languages() or ("en",)
    made = complete_settings(draft, path.stem, path.name, languages, date.today()) if draft.is_new else []
    sources = draft.roots["sources"]
    there = data_of(sources)
    ids = {str(below(source, "id")) for source in _items(there)}
    own_records = {str(below(source, "id")) for source in _items(there) if below(source, "record")}
    known = {letters(name): str(below(source, "id")) for source in _items(there) for name in _names(source)}
    left = []
    for number, entry in enumerate(entries, 1):
        same = next((known[letters(n)] for n in (entry.name, entry.title, entry.container) if letters(n) in known), "")
        same = same or (entry.key if entry.key in own_records else "")
        if same or not entry.title:
            reason = f"the source `{same}` is there already" if same else "it has no title"
            left.append(f"entry {number} ({entry.name or entry.kind}): {reason}")
            continue
        own = free_id(" ".join(filter(None, (entry.author.split(",")[0], entry.title))), str(number), ids)
        ids.add(own)
        known[letters(entry.name)] = own
        sources.parts.append(_source(entry, own, languages))
    with checked(draft, ["sources"]) as found:
        complaints = [Complaint(problem) for problem in found.problems if problem.severity == "error"]
    return Brought(found.record, complaints, made=made, left=left)


def _source(entry: Entry, own: str, languages: Sequence[str]) -> Twig:
    fields: dict[str, object] = {
        "id": own,
        "name": dict.fromkeys(languages, entry.name),
        "type": TYPES.get(entry.kind.lower(), "reference"),
    }
    if found := re.match(r"[A-Za-z]{2}(?![A-Za-z])", entry.language):
        fields["language"] = [found[0].lower()]
    comments = [f"# {' '.join(text.split())}" for text in (entry.container, entry.address) if text]
    value = tree_of(fields)
    assert isinstance(value, Branch)
    return Twig(None, value, above=comments)


def _names(source: Node) -> list[str]:
    name = below(source, "name")
    return [text for text in name.values() if isinstance(text, str)] if isinstance(name, dict) else []


def _items(node: Node) -> list[Node]:
    return node if isinstance(node, list) else []


def _bibtex(text: str) -> list[Entry]:
    from bibtexparser import parse_string  # noqa: PLC0415 for this alone
    from bibtexparser.middlewares import LatexDecodingMiddleware  # noqa: PLC0415

    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    if library.failed_blocks or not library.entries:
        raise ValueError(_fault_of(library.failed_blocks[0]) if library.failed_blocks else "it is no BibTeX")
    return [
        _of_bibtex(entry.key, entry.entry_type, {field.key.lower(): str(field.value) for field in entry.fields})
        for entry in library.entries
    ]


def _fault_of(block: ParsingFailedBlock) -> str:
    """What keeps a part of a BibTeX file from being read, and in which line it begins."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock  # noqa: PLC0415 for this alone

    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        return f"line {line}: a second entry is called `{block.key}`; give each a key of its own"
    if isinstance(block, DuplicateFieldKeyBlock):
        entry, twice = getattr(block.ignore_error_block, "key", ""), ", ".join(sorted(block.duplicate_keys))
        return f"line {line}: the entry `{entry}` has a field twice: {twice}"
    return f"it is no BibTeX from line {line} on"


def _of_bibtex(key: str, kind: str, fields: Mapping[str, str]) -> Entry:
    said = {key: value.replace("{", "").replace("}", "").strip() for key, value in fields.items()}
    return Entry(
        "webpage" if kind in ("online", "misc") else kind,
        said.get("title", ""),
        _authors(re.split(r"\s+and\s+", said.get("author", ""))),
        (said.get("year") or said.get("date", ""))[:4],
        said.get("journaltitle") or said.get("journal") or said.get("booktitle", ""),
        said.get("langid") or said.get("language", ""),
        _address(said.get("doi", ""), said.get("url", "")),
        key,
    )


def _ris(text: str) -> list[Entry]:
    import rispy  # noqa: PLC0415 for this alone

    return [
        Entry(
            str(item.get("type_of_reference", "")),
            str(item.get("title") or item.get("primary_title") or ""),
            _authors(item.get("authors") or item.get("first_authors") or []),
            str(item.get("year") or item.get("publication_year") or item.get("date") or "")[:4],
            str(item.get("secondary_title") or item.get("journal_name") or ""),
            str(item.get("language") or ""),
            _address(str(item.get("doi") or ""), str((item.get("urls") or [item.get("url") or ""])[0])),
            str(item.get("id") or ""),
        )
        for item in rispy.loads(text)
    ]


def _csl(text: str) -> list[Entry]:
    items = json.loads(text)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("CSL-JSON is a list of items")
    return [_of_csl(item) for item in items]


def _of_csl(item: Mapping[str, Any]) -> Entry:
    people = [person.get("literal") or person.get("family") or "" for person in item.get("author", [])]
    issued = item.get("issued") or {}
    parts = issued.get("date-parts") or [[""]]
    return Entry(
        str(item.get("type", "")),
        str(item.get("title", "")),
        _authors(people),
        str(parts[0][0] if parts[0] else issued.get("raw", ""))[:4],
        str(item.get("container-title", "")),
        str(item.get("language", "")),
        _address(str(item.get("DOI", "")), str(item.get("URL", ""))),
        str(item.get("id", "")),
    )


def _authors(names: Sequence[str]) -> str:
    """Family names: of one, two, or the first of several."""
    families = [name.split(",")[0].strip() for name in names if name.strip()]
    return f"{families[0]} et al." if len(families) > 2 else " & ".join(families)


def _address(doi: str, url: str) -> str:
    return f"https://doi.org/{doi}" if doi and not doi.startswith("http") else doi or url
