"""Two versions of one part of the record, field by field; what `diff` is made of.

Every comparison is symmetric: swap the two versions, and the same differences come out, swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from ..model.model import Part, Picture, Quote
from ..model.settings import Kind, Preset, Span, Term
from .describe import Names, differing, one_line, quoted

T = TypeVar("T")
Registered: TypeAlias = Kind | Preset | Term  # the parts of a list that have an id
# What sentences call a field whose own name says too little.
CALLED = {
    "short_title": "short title",
    "date_note": "note on the date",
    "says": "text",
    "by": "claimants",
    "asserted_on": "day",
    "url": "address",
    "relates": "relations",
    "passage": "paragraph",
    "locator": "place in the source",
    "via": "reprint",
    "archived": "archived copy",
    "media": "picture",
    "moved": "movement",
    "lat": "latitude",
    "lon": "longitude",
    "sha256": "digest",
    "published_note": "note on the day of publication",
    "published": "day of publication",
    "updated": "day of the last update",
    "record": "record file",
    "language": "language",
    "quantities": "quantity",
}


OF_PICTURES = {"by": "maker", "alt": "description"}


@dataclass(frozen=True)
class Difference:
    """One difference between two versions of a part.

    `field` is its path below the part (`title.fr`), `old` and `new` its values (None where it isn't
    there), `words` says it in English; `translation` is True where only a text's translation differs.
    """

    field: str
    old: object
    new: object
    words: str
    translation: bool = False


@dataclass(frozen=True)
class Comparison:
    """The names that two records give to their own ids; its methods compare parts of the two."""

    old: Names
    new: Names

    @property
    def leading(self) -> set[str]:
        """The languages that texts are written in first; all others are translations."""
        return {self.old.language, self.new.language}

    def fields(self, old: Part, new: Part, of: str = "", skip: Collection[str] = ()) -> Iterator[Difference]:
        """The differences between two parts of one type. `of` names the part (`claim c2`); `skip` leaves fields out."""
        called = CALLED | OF_PICTURES if isinstance(new, Picture) else CALLED
        for field in type(new).model_fields:
            if field not in skip and getattr(old, field) != getattr(new, field):
                label = called.get(field, field.replace("_", " ")) + (f" of {of}" if of else "")
                yield from self.field(field, getattr(old, field), getattr(new, field), label)

    def field(self, field: str, old: object, new: object, label: str) -> Iterator[Difference]:
        """The differences between two values of one field, which are not the same. `label` names the field."""
        if old is None or new is None:
            verb, names, value = ("added", self.new, new) if old is None else ("removed", self.old, old)
            yield Difference(field, old, new, f"{label} {verb}: {names.value(field, value)}")
        elif field == "sha256":
            yield Difference(field, old, new, f"{label} changed")  # nobody reads digests
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self.text(field, label, old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self.items(field, label, old, new)
        elif isinstance(old, Part) and isinstance(new, Part) and not isinstance(new, Quote | Span):
            for inner in self.fields(old, new, f"the {label}"):
                yield Difference(f"{field}.{inner.field}", inner.old, inner.new, inner.words, inner.translation)
        else:
            was, is_now = self.old.value(field, old), self.new.value(field, new)
            if was == is_now:  # two ids of one name, or spaces
                was, is_now = one_line(f"{was} ({old})"), one_line(f"{is_now} ({new})")
            yield Difference(field, old, new, f"{label} changed from {was} to {is_now}")

    def text(self, field: str, label: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
        """The differences between two texts for readers, language by language."""
        kept = [key for key in new if key in old and old[key] == new[key]]
        differ = [key for key in dict.fromkeys([*new, *old]) if key not in kept]
        translation = self.leading.isdisjoint(differ)
        note = ", translation only" if translation else f", unchanged in {', '.join(kept)}" if kept else ""
        for key in differ:
            was, is_now = old.get(key), new.get(key)
            yield Difference(
                f"{field}.{key}", was, is_now, f"{label} ({key}) {_changed(was, is_now, note)}", translation
            )

    def items(self, field: str, label: str, old: tuple[object, ...], new: tuple[object, ...]) -> Iterator[Difference]:
        """The differences between two lists: of parts with an id one by one, of all else in one sentence."""
        before = [item for item in old if isinstance(item, Registered)]
        after = [item for item in new if isinstance(item, Registered)]
        if len(before) == len(old) and len(after) == len(new):
            yield from self.registered(field, before, after)
            return
        gone = [f"{self.old.value(field, item)} removed" for item in old if item not in new]
        come = [f"{self.new.value(field, item)} added" for item in new if item not in old]
        if gone or come:
            words = f"{label}: {', '.join(come + gone)}"
        else:
            words = f"{label} put in another order: {self.new.value(field, new)}"
        yield Difference(field, old, new, words)

    def registered(self, field: str, old: Sequence[Registered], new: Sequence[Registered]) -> Iterator[Difference]:
        """The differences between two lists of parts that have ids (kinds, presets, units, …)."""
        before, after = {item.id: item for item in old}, {item.id: item for item in new}
        noun = CALLED.get(field, field.removesuffix("s"))
        for key in dict.fromkeys([*after, *before]):
            path, was, is_now = f"{field}[{key}]", before.get(key), after.get(key)
            if was and is_now:
                for inner in self.fields(was, is_now, f"{noun} `{key}`"):
                    yield Difference(f"{path}.{inner.field}", inner.old, inner.new, inner.words, inner.translation)
            elif is_now:
                yield Difference(path, None, is_now, f"{noun} `{key}` added: {self.new.part(is_now)}")
            elif was:
                yield Difference(path, was, None, f"{noun} `{key}` removed: {self.old.part(was)}")
        if [key for key in before if key in after] != [key for key in after if key in before]:
            words = f"{field} put in another order: {', '.join(after)}"
            yield Difference(field, tuple(before), tuple(after), words)


def pair_up(
    old: Sequence[T], new: Sequence[T], *keys: Callable[[T], object]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Which items of two lists are versions of one another: (pairs, left over of old, left over of new).

    Items with the same first key are paired first, each once and in order; then the rest by the next
    key, and so on. A key of None fits nothing. Pairs come in the order of `new`.
    """
    match: dict[int, int] = {}
    rest = list(range(len(old)))
    for key in keys:
        for index, item in enumerate(new):
            if index not in match and (wanted := key(item)) is not None:
                found = next((place for place in rest if key(old[place]) == wanted), None)
                if found is not None:
                    match[index] = found
                    rest.remove(found)
    pairs = [(old[match[index]], new[index]) for index in sorted(match)]
    return pairs, [old[place] for place in rest], [item for index, item in enumerate(new) if index not in match]


def moved(old: Sequence[T], pairs: list[tuple[T, T]]) -> bool:
    """True where pairs, which come in the order of the new list, stood in another order in the old one."""
    places = [old.index(was) for was, _ in pairs]
    return places != sorted(places)


def _changed(old: str | None, new: str | None, note: str) -> str:
    if old is None or new is None:
        return f"{'added' if old is None else 'removed'}{note}: {quoted(new or old or '')}"
    was, is_now = differing(old, new)
    return f"changed in its spaces only{note}" if was == is_now else f"changed{note}: {was} → {is_now}"
