"""The page on the sources: what each document is and what cites it, and of each public source its type and origin.

One table of facts, as Markdown for the repository (docs/sources.md) and as HTML beside the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader

from ...record.model.countries import country_name, language_name
from ...record.model.model import Seed, Source
from ...record.record import Record
from ...view import words
from ...view.wording import date_text
from .rendering import document

SIGNS = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_[]<>|"})  # what Markdown would read as markup


@dataclass(frozen=True)
class Cited:
    """A paragraph of a document: its number, gist and misprint, and the titles of the events whose claims cite it by
    id.
    """

    n: int
    gist: str
    misprint: str
    events: dict[str, str]


@dataclass(frozen=True)
class DocumentFacts:
    """A seed document in one language; `file` is its name among the documents, `record` that of its description."""

    name: str
    title: str
    outlet: str
    author: str
    file: str
    published: str
    published_note: str
    nature: str
    paragraphs: tuple[Cited, ...]

    @property
    def misprints(self) -> tuple[Cited, ...]:
        """The paragraphs that print something wrongly."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.misprint)


@dataclass(frozen=True)
class SourceFacts:
    """A public source in one language: its type, country and languages in words, how many claims of how many events
    rest on it, and the names of the sources whose reports it relays, with how many of its claims do.
    """

    name: str
    type: str
    country: str
    languages: str
    claims: int
    events: int
    relays: dict[str, int]


def document_facts(record: Record, language: str) -> tuple[DocumentFacts, ...]:
    """The record's seed documents, in the order of the registry of sources."""
    cited: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for event in record.events:
        for claim in event.claims:
            if claim.passage:
                cited[claim.source, claim.passage][event.id] = event.title[language]
    return tuple(
        _document(record.sources[key], seed, cited, language)
        for key, seed in record.seeds.items()
        if key in record.sources
    )


def _document(source: Source, seed: Seed, cited: dict[tuple[str, int], dict[str, str]], language: str) -> DocumentFacts:
    return DocumentFacts(
        name=source.name[language],
        title=seed.title or "",
        outlet=seed.outlet or "",
        author=seed.author or "",
        file=seed.file,
        published=date_text(seed.published, language),
        published_note=seed.published_note[language],
        nature=seed.nature[language],
        paragraphs=tuple(
            Cited(
                n=paragraph.n,
                gist=paragraph.gist[language],
                misprint=paragraph.misprint[language] if paragraph.misprint else "",
                events=cited.get((source.id, paragraph.n), {}),
            )
            for paragraph in seed.paragraphs
        ),
    )


def source_facts(record: Record, language: str) -> tuple[SourceFacts, ...]:
    """The record's public sources that any claim rests on, those with the most claims first."""
    claims: Counter[str] = Counter()
    events: dict[str, set[str]] = defaultdict(set)
    relays: dict[str, Counter[str]] = defaultdict(Counter)
    for event in record.events:
        of_event = {claim.id: claim.source for claim in event.claims}
        for claim in event.claims:
            claims[claim.source] += 1
            events[claim.source].add(event.id)
            origin = of_event.get(claim.derives_from or "", claim.derives_from)
            if origin and origin in record.sources and origin != claim.source:
                relays[claim.source][record.sources[origin].name[language]] += 1
    public = [source for key, source in record.sources.items() if key in claims and key not in record.seeds]
    return tuple(
        SourceFacts(
            name=source.name[language],
            type=words.text(f"type_{source.type}", language),
            country=country_name(source.country, language) if source.country else "",
            languages=", ".join(language_name(code, language) for code in source.language),
            claims=claims[source.id],
            events=len(events[source.id]),
            relays=dict(sorted(relays[source.id].items())),
        )
        for source in sorted(public, key=lambda source: (-claims[source.id], source.id))
    )


def sources_markdown(record: Record, language: str = "en") -> str:
    """The page as Markdown, as docs/sources.md holds it."""
    return _render("sources.md", record, language)


def sources_page(record: Record) -> str:
    """The page as an HTML document without scripts, which holds every language of the record and shows one."""
    return document("sources.html", parts=[_part(record, language) for language in record.settings.languages])


def _part(record: Record, language: str) -> dict[str, object]:
    """The page in one language, for its template."""
    say = partial(_say, language)
    title = record.settings.title[language]
    claims = sum(len(event.claims) for event in record.events)
    return {
        "language": language,
        "endonym": language_name(language, language).capitalize(),
        "title": title,
        "say": say,
        "heading": say("sources_about"),
        "lead": say("sources_lead", claims=claims, events=len(record.events), title=title),
        "documents": document_facts(record, language),
        "sources": source_facts(record, language),
    }


def _say(language: str, key: str, **values: object) -> str:
    return words.text(key, language, **values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("timeline.publish.page"), autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["plain"] = lambda text: text.translate(SIGNS)
    return environment


def _render(template: str, record: Record, language: str) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            title=record.settings.title[language],
            documents=document_facts(record, language),
            sources=source_facts(record, language),
            claims=sum(len(event.claims) for event in record.events),
            events=len(record.events),
        )
    )
