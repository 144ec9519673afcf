"""What changed in the record between two versions of it, in sentences that a reviewer reads.

`changes` compares what the two records say, not how their files are written. Sentences are in English;
the texts they show are those of the record's first language, and of any other that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..dates.edtf import Edtf, Order
from ..model.lesson import Lesson
from ..model.model import Actor, Event, Part, Seed, Source
from ..pictures import named_in
from ..record import Record
from .describe import Names, one_line
from .event import event_differences
from .fields import Comparison, Difference

Entry: TypeAlias = Actor | Source | Seed | Lesson
PARTS = {"event": "event", "source": "source", "actor": "actor", "seed": "seed document", "lesson": "lesson"}


@dataclass(frozen=True)
class Change:
    """One change of the record, and the sentence that says it.

    `kind` is one of `changelog.COUNTED`; `part` is event, source, actor, seed, lesson, settings or record and `id` its
    id; `path` says which claim of an event is meant (`claims[c4]`) and `field` what of it (`says.fr`); `old`
    and `new` are JSON-ready, None where there is nothing; `name` is how people call the event or source.
    """

    kind: str
    part: str
    id: str
    words: str
    path: str = ""
    field: str = ""
    old: object = None
    new: object = None
    name: str = ""

    def __str__(self) -> str:
        return f"{self.id or self.part}: {self.words}"

    def as_dict(self) -> dict[str, object]:
        """Flat and JSON-ready: kind, part, id, name, path, field, old, new, sentence."""
        names = ("kind", "part", "id", "name", "path", "field", "old", "new")
        return {name: getattr(self, name) for name in names} | {"sentence": str(self)}


def changes(old: Record, new: Record) -> tuple[Change, ...]:
    """What changed from `old` to `new`: events in the order of their dates, then sources, actors, seeds, lessons,
    settings.
    """
    compare = Comparison(Names(old), Names(new))
    found = [*_events(compare, old, new), *_order(old, new)]
    found += _registered(compare, "source", old.sources, new.sources)
    found += _registered(compare, "actor", old.actors, new.actors)
    found += _registered(compare, "seed", old.seeds, new.seeds)
    found += _registered(compare, "lesson", old.lessons, new.lessons)
    for one in compare.fields(old.settings, new.settings):
        found.append(_change(one, "settings-changed", "settings", "", name="settings"))
    return tuple(found)


def _change(one: Difference, kind: str, part: str, key: str, path: str = "", name: str = "") -> Change:
    """A difference of a part as a change; where only translations differ, its kind says so."""
    kind = "translation-changed" if one.translation else kind
    return Change(kind, part, key, one.words, path, one.field, _json(one.old), _json(one.new), name)


def _json(value: object) -> object:
    if isinstance(value, Part):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, (tuple, list)):
        return [_json(item) for item in value]
    return str(value) if isinstance(value, Edtf) else value


def _day(event: Event) -> Order:
    """What events are sorted by; those of the same dates stand in the order of the file."""
    return event.date.order


# Events


def _events(compare: Comparison, old: Record, new: Record) -> Iterator[Change]:
    before, after = {event.id: event for event in old.events}, {event.id: event for event in new.events}
    gone = [event for event in old.events if event.id not in after]
    come = [event for event in new.events if event.id not in before]
    for event in sorted([*new.events, *gone], key=_day):
        if event.id not in after:
            yield _event_removed(compare, event, come)
        elif event.id not in before:
            yield _event_added(compare, event, gone)
        else:
            yield from _event(compare, before[event.id], event)


def _event_added(compare: Comparison, event: Event, gone: list[Event]) -> Change:
    twin = next((other.id for other in gone if _same_event(other, event)), None)
    hint = (
        f"; it has the date and title of `{twin}`, which is removed: an id is a permalink and stays the same"
        if twin
        else ""
    )
    return Change(
        "event-added",
        "event",
        event.id,
        f"event added: {compare.new.part(event)}{hint}",
        new=_json(event),
        name=compare.new.text(event.title),
    )


def _event_removed(compare: Comparison, event: Event, come: list[Event]) -> Change:
    twin = next((other.id for other in come if _same_event(event, other)), None)
    hint = f"; `{twin}`, which is added, has its date and title" if twin else ""
    return Change(
        "event-removed",
        "event",
        event.id,
        f"event removed: {compare.old.part(event)}{hint}",
        old=_json(event),
        name=compare.old.text(event.title),
    )


def _same_event(one: Event, other: Event) -> bool:
    return (one.date, one.title) == (other.date, other.title)


def _event(compare: Comparison, old: Event, new: Event) -> Iterator[Change]:
    for kind, path, one in event_differences(compare, old, new) if old != new else ():
        yield _change(one, kind, "event", new.id, path, compare.new.text(new.title))
    for file in sorted({*named_in([old])} & {*named_in([new])}):
        was, is_now = (names.record.pictures.get(file) for names in (compare.old, compare.new))
        if was and is_now and was.digest != is_now.digest:
            words = f"{one_line(file)} holds another picture"
            one = Difference("media", was.digest, is_now.digest, words)
            yield _change(one, "event-changed", "event", new.id, name=compare.new.text(new.title))


def _order(old: Record, new: Record) -> Iterator[Change]:
    """Events of one date are shown in the order of the file: a change of it counts where no date has changed too."""
    after = {event.id: _day(event) for event in new.events}
    kept = {event.id for event in old.events if after.get(event.id) == _day(event)}
    groups: dict[Order, tuple[list[str], list[str]]] = {}
    for side, record in enumerate((old, new)):
        for event in record.events:
            if event.id in kept:
                groups.setdefault(_day(event), ([], []))[side].append(event.id)
    for before, now in groups.values():
        if before != now:
            words = f"events of the same date put in another order: {', '.join(now)}"
            yield Change("order-changed", "record", "", words, "", "events", before, now, "record")


# Sources, actors, seed documents


def _registered(compare: Comparison, part: str, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Change]:
    for key in dict.fromkeys([*new, *old]):
        was, is_now = old.get(key), new.get(key)
        name = _name(is_now, compare.new) if is_now else _name(was, compare.old)
        if was is None or is_now is None:
            verb = "added" if was is None else "removed"
            words = f"{PARTS[part]} {verb}: {name}"
            yield Change(f"{part}-{verb}", part, key, words, old=_json(was), new=_json(is_now), name=name)
            continue
        for one in compare.fields(was, is_now, f"the {PARTS[part]}", skip=("id", "paragraphs")):
            yield _change(one, f"{part}-changed", part, key, name=name)
        if isinstance(was, Seed) and isinstance(is_now, Seed):
            for one in _paragraphs(compare, was, is_now):
                yield _change(one, "seed-changed", part, key, name=name)


def _name(item: Entry | None, names: Names) -> str:
    if isinstance(item, Seed):
        return one_line(item.title or item.file)
    if isinstance(item, Lesson):
        return one_line(names.text(item.title))
    return names.part(item) if item else ""


def _paragraphs(compare: Comparison, old: Seed, new: Seed) -> Iterator[Difference]:
    before, after = {part.n: part for part in old.paragraphs}, {part.n: part for part in new.paragraphs}
    for verb, these, those in (("added", after, before), ("removed", before, after)):
        if only := [n for n in these if n not in those]:
            was, is_now = (None, only) if verb == "added" else (only, None)
            yield Difference("paragraphs", was, is_now, f"seed document: paragraphs {verb}: {_list(only)}")
    both = [n for n in after if n in before]
    if differ := [n for n in both if before[n].sha256 != after[n].sha256]:
        words = f"seed document: paragraph digests changed: {_list(differ)}"
        old_digests, new_digests = ({str(n): part[n].sha256 for n in differ} for part in (before, after))
        yield Difference("paragraphs.sha256", old_digests, new_digests, words)
    for n in both:
        for one in compare.fields(before[n], after[n], f"paragraph {n}", skip=("n", "sha256")):
            yield Difference(f"paragraphs[{n}].{one.field}", one.old, one.new, one.words, one.translation)


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
