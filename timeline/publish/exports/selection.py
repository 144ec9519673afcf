"""What leaves: the events of one view, in one language, as the readable exports show them.

The browser's twin is `assets/src/export/entries.js`; the two have to agree to the byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ...query.chapters import read_query
from ...query.events import matching_events
from ...query.spec import FilterSpec
from ...record.dates.edtf import Edtf
from ...record.identity import file_name, name_of
from ...record.model.countries import country_name
from ...record.model.fields import STATUSES
from ...record.model.model import Event, Picture
from ...record.record import Record
from ...view.pictures import credit
from ...view.wording import date_text
from ...view.words import text

if TYPE_CHECKING:
    from ...query.changed import Change

BETWEEN = "; "  # between the names that stand in one place


@dataclass(frozen=True)
class Shown:
    """The picture of an event: its whole address (`url`), its type, its `size` in bytes, width and height in px, words
    in one language."""

    url: str
    type: str
    size: int
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class Entry(NamedTuple):
    """One event as the readable exports show it, its words in one language.

    `when` is the date in words. `summary` is "" in a view as of a day, since summaries are written with hindsight,
    and where a doubt changes the event's status, since they are written from all claims. `media` is its
    picture; None in a view as of a day too, and where the page's address is not known.
    """

    id: str
    date: Edtf
    when: str
    date_note: str
    title: str
    summary: str
    kind: str
    status: str
    status_id: str
    actors: list[str]
    countries: list[str]
    sources: list[str]
    place: str
    lat: float | None
    lon: float | None
    claims: int
    link: str
    media: Shown | None = None

    @property
    def edtf(self) -> str:
        """The date as it is written."""
        return self.date.text

    @property
    def start(self) -> str:
        """The ISO day on which it starts, "" where that is open."""
        return self.date.start.isoformat() if self.date.start else ""

    @property
    def end(self) -> str:
        """The ISO day on which it ends, "" where that is open."""
        return self.date.end.isoformat() if self.date.end else ""


@dataclass(frozen=True)
class Selection:
    """The events that a specification leaves. `base` is the page's address, which links are made of ("" for none)."""

    record: Record
    spec: FilterSpec
    language: str
    base: str = ""

    @cached_property
    def events(self) -> list[Event]:
        """The matching events in order, with `asof` as they were known on that day."""
        return matching_events(self.record, self.spec)

    @cached_property
    def entries(self) -> list[Entry]:
        """The same, as they are shown."""
        return [_entry(self, event) for event in self.events]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The names of the record's kinds, by their ids."""
        return {kind.id: kind.name[self.language] for kind in self.record.settings.kinds}

    @property
    def title(self) -> str:
        """The record's title."""
        return self.record.settings.title[self.language]

    @property
    def subtitle(self) -> str:
        """The record's subtitle, and in a view of a part of the claims that it is one."""
        return ". ".join(filter(None, [self.limits, self.record.settings.subtitle[self.language]]))

    @cached_property
    def statuses(self) -> dict[str, str]:
        """The names of what the record supports, by their ids."""
        return {status: self.say(status) for status in STATUSES}

    @cached_property
    def limits(self) -> str:
        """What the view leaves out of the record's claims: `As known on 2024-11-05. Without KCNA`, "" for nothing."""
        return ". ".join(filter(None, [self.asof, self.without]))

    @cached_property
    def asof(self) -> str:
        """`As known on 2024-11-05`, "" in a view of all that is known."""
        day = self.spec.text("asof")
        return self.say("asof_day", date=day) if day else ""

    @property
    def without(self) -> str:
        """`Without KCNA`, naming what is doubted, "" where nothing is."""
        names = [self._name(key) for key in sorted(self.spec.words("doubt"))]
        return self.say("without", names=", ".join(names)) if names else ""

    @cached_property
    def changed_ids(self) -> frozenset[str]:
        """The ids of the events whose status a doubt changes."""
        return frozenset(change.before.id for change in self.changed)

    @cached_property
    def changed(self) -> list[Change]:
        """The events that have another status without what is doubted."""
        if not self.spec.words("doubt"):
            return []
        from ...query.changed import changes  # noqa: PLC0415 imports pandas, which takes 300 ms

        return changes(self.record, self.spec)

    @property
    def query(self) -> str:
        """The canonical query string of the view in this language."""
        return FilterSpec({**self.spec.values, "lang": self.language}).to_query()

    @cached_property
    def updated(self) -> str:
        """The ISO day on which the record was updated."""
        return self.record.settings.updated.earliest.isoformat()

    @cached_property
    def name(self) -> str:
        """What the record is called in identifiers, in every language alike."""
        return name_of(self.record.settings)

    def filename(self, extension: str, part: str = "") -> str:
        """`<slug of the title>-<language>.csv`; before the language a `part`, and the day that a view is as of."""
        day, doubted = self.spec.text("asof"), " ".join(sorted(self.spec.words("doubt")))
        without = doubted and file_name(f"without {doubted}")
        parts = [file_name(self.title), part, day and f"as-of-{day}", without, self.language]
        return "-".join(filter(None, parts)) + f".{extension}"

    def _name(self, key: str) -> str:
        """What a source or an actor is called."""
        return (self.record.sources.get(key) or self.record.actors[key]).name[self.language]

    def say(self, key: str, **values: object) -> str:
        """The interface's words in this language."""
        return text(key, self.language, **values)

    def counted(self, key: str, n: int) -> str:
        """`3 claims`, `1 claim`."""
        return self.say(f"{key}_1" if n == 1 else f"{key}_n", n=n)

    def labelled(self, key: str, words: str) -> str:
        """`Status: Contested`, « Statut : Contesté »."""
        return self.say("labelled", label=self.say(key), text=words)

    def notes(self, entry: Entry) -> list[str]:
        """What every readable export says beside the summary: how the date is known, the status, who says so."""
        return [
            *([self.labelled("date_known", entry.date_note)] if entry.date_note else []),
            self._said_of_status[entry.status_id],
            self.labelled("source" if len(entry.sources) == 1 else "view_sources", BETWEEN.join(entry.sources)),
            self.counted("claims", entry.claims),
        ]

    @cached_property
    def _said_of_status(self) -> dict[str, str]:
        return {status: self.labelled("status", name) for status, name in self.statuses.items()}

    def link(self, event_id: str) -> str:
        """The event's address on the page, without the page's own where that is not known."""
        return f"{self.base}?event={event_id}&lang={self.language}"


def select_view(record: Record, query: str = "", language: str | None = None, base: str = "") -> Selection:
    """The selection of a query string. The language is the one given, else the query's, else the record's first."""
    spec = read_query(record, query)
    languages = record.settings.languages
    chosen = next(lang for lang in (language, spec.get("lang"), languages[0]) if lang in languages)
    return Selection(record, spec, chosen, base)


def _entry(selection: Selection, event: Event) -> Entry:
    record, lang = selection.record, selection.language
    place = event.place
    return Entry(
        id=event.id,
        date=event.date,
        when=date_text(event.date, lang),
        date_note=event.date_note[lang] if event.date_note else "",
        title=event.title[lang],
        summary="" if selection.asof or event.id in selection.changed_ids else event.summary[lang],
        kind=selection.kinds[event.kind],
        status=selection.statuses[event.status],
        status_id=event.status,
        actors=[record.actors[actor].name[lang] for actor in event.actors],
        countries=[country_name(code, lang) for code in event.countries],
        sources=[record.sources[source].name[lang] for source in event.sources],
        place=place.name[lang] if place else "",
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        claims=len(event.claims),
        link=selection.link(event.id),
        media=_shown(selection, event.media),
    )


def _shown(selection: Selection, picture: Picture | None) -> Shown | None:
    if picture is None or selection.asof or not selection.base:
        return None
    file, lang = selection.record.pictures[picture.file], selection.language
    caption = picture.caption[lang] if picture.caption else ""
    words = (picture.alt[lang], caption, credit(picture, lang))
    size = len(file.content)
    return Shown(selection.base + file.address, file.type, size, file.width, file.height, *words)
