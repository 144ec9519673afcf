"""The sources of a record and the pages that its claims stand on, for reference managers: CSL-JSON, BibTeX and RIS.

A source is an entry; one that was read on pages has an entry for each page. Of a page the record knows the address, and
not the title, so entries are called as their source is. The day seen is that of the record's last update. A page has a
day of its own where the outlet itself speaks on it, and all such claims bear the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from ...record.dates.days import AnyDay, iso_of
from ...record.dates.edtf import Edtf
from ...record.dates.eras import without_zero
from ...record.model.model import Claim, Source
from ...record.record import Record

Item: TypeAlias = dict[str, Any]  # an item of CSL-JSON 1.0.2
TYPES = {
    "seed": "article",
    "official": "document",
    "wire": "article-newspaper",
    "press": "article-newspaper",
    "broadcaster": "broadcast",
    "state-media": "article-newspaper",
    "research": "report",
    "reference": "entry-encyclopedia",
    "opinion": "article-newspaper",
    "book": "book",
    "letter": "personal_communication",
    "object": "document",
}
BIBTEX = {"book": "book", "report": "techreport", "article": "article", "article-newspaper": "article"}
RIS = {
    "book": "BOOK",
    "report": "RPRT",
    "article": "NEWS",
    "article-newspaper": "NEWS",
    "personal_communication": "PCOMM",
    "entry-encyclopedia": "ENCYC",
    "broadcast": "VIDEO",
}
PARTS = {"day": 3, "month": 2, "year": 1}  # of a date that are known
SPECIAL = re.compile(r"[\\{}&%$#_~^]")
LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def csl_items(record: Record, language: str) -> list[Item]:
    """The entries as CSL-JSON has them, in the order of sources.yaml; names in one language of the record."""
    claims: dict[str, list[Claim]] = {source: [] for source in record.sources}
    for event in record.events:
        for claim in event.claims:
            claims[claim.source].append(claim)
    return [item for source in record.sources.values() for item in _items(record, source, claims[source.id], language)]


def csl_json(record: Record, language: str) -> bytes:
    """CSL-JSON, which Zotero, pandoc and others read."""
    return (json.dumps(csl_items(record, language), ensure_ascii=False, indent=2) + "\n").encode()


def bibtex(record: Record, language: str) -> bytes:
    """BibTeX in UTF-8, with the fields of BibLaTeX for addresses and days (`date`, `urldate`)."""
    return "\n".join(map(_bibtex, csl_items(record, language))).encode()


def ris(record: Record, language: str) -> bytes:
    """RIS, with CRLF."""
    return "".join(map(_ris, csl_items(record, language))).encode()


def _items(record: Record, source: Source, claims: Sequence[Claim], language: str) -> list[Item]:
    basic: Item = {"id": source.id, "type": TYPES[source.type], "title": source.name[language]}
    if source.language:
        basic["language"] = source.language[0]
    if seed := record.seeds.get(source.id):
        told = {"title": seed.title or source.name[language], "container-title": seed.outlet, "language": seed.language}
        named = {"author": [{"literal": seed.author}]} if seed.author else {}
        return [{**basic, **{key: value for key, value in told.items() if value}, **named, **_issued([seed.published])}]
    pages: dict[str, list[Claim]] = {}
    for claim in claims:
        pages.setdefault(claim.url or "", []).append(claim)
    if not pages or set(pages) == {""}:
        return [basic]
    seen = _parts(record.settings.updated.start)
    numbered = [url for url in pages if url]
    return [
        {
            **basic,
            "id": source.id if len(pages) == 1 or not url else f"{source.id}-{numbered.index(url) + 1}",
            **({"URL": url, "accessed": {"date-parts": [seen]}} if url else {}),
            **_issued([claim.asserted_on for claim in on_page if not claim.by] if url else []),
            **_via(on_page),
        }
        for url, on_page in pages.items()
    ]


def _issued(days: Sequence[Edtf | None]) -> Item:
    """When something was published, where its days agree and are known."""
    (day, *others) = dict.fromkeys(days) or (None,)
    if others or day is None or not (day.start and day.end):
        return {}
    about = {"circa": True} if day.qualifier else {}
    if day.shape == "range" or day.precision not in PARTS:
        return {"issued": {"date-parts": [_parts(day.start), _parts(day.end)], **about}}
    known = PARTS[day.precision]
    return {"issued": {"date-parts": [_parts(day.start)[:known]], **about}}


def _parts(day: AnyDay | None) -> list[int]:
    """A day as CSL has it, which knows no year 0: 44 BC is -44."""
    return [without_zero(day.year), day.month, day.day] if day else []


def _via(claims: Sequence[Claim]) -> Item:
    names = dict.fromkeys(claim.via for claim in claims if claim.via)
    return {"archive": "; ".join(names)} if names else {}


def _iso(item: Item, field: str, between: str = "/") -> str:
    days = item.get(field, {}).get("date-parts", [])
    return between.join(iso_of([year + (year < 0), *rest]) for year, *rest in days)


def _bibtex(item: Item) -> str:
    fields = {
        "title": f"{{{_latex(item['title'])}}}",
        "author": "" if "author" not in item else f"{{{_latex(item['author'][0]['literal'])}}}",
        "journaltitle": _latex(item.get("container-title", "")),
        "date": _iso(item, "issued") + "~" * ("circa" in item.get("issued", {})),
        "url": item.get("URL", "").replace("{", "%7B").replace("}", "%7D"),
        "urldate": _iso(item, "accessed"),
        "langid": item.get("language", ""),
        "note": _latex(item.get("archive", "")),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{BIBTEX.get(item['type'], 'misc')}{{{item['id']},\n{''.join(lines)}}}\n"


def _latex(text: str) -> str:
    """A text with the signs that TeX reads as commands written out."""
    return SPECIAL.sub(lambda sign: LATEX.get(sign[0], f"\\{sign[0]}"), " ".join(text.split()))


def _ris(item: Item) -> str:
    tags: Mapping[str, str] = {
        "TI": item["title"],
        "AU": item["author"][0]["literal"] if "author" in item else "",
        "T2": item.get("container-title", ""),
        "DA": "" if "circa" in item.get("issued", {}) else _iso(item, "issued").split("/")[0].replace("-", "/"),
        "PY": re.sub(r"(?<=\d)[-/].*", "", _iso(item, "issued")),
        "UR": item.get("URL", ""),
        "Y2": _iso(item, "accessed").replace("-", "/"),
        "LA": item.get("language", ""),
        "DP": item.get("archive", ""),
        "ID": item["id"],
    }
    kind = RIS.get(item["type"], "ELEC" if "URL" in item else "GEN")
    lines = [("TY", kind), *((tag, " ".join(text.split())) for tag, text in tags.items() if text), ("ER", "")]
    return "".join(f"{tag}  - {text}\r\n" for tag, text in lines) + "\r\n"
