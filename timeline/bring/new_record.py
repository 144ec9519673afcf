"""What a record needs that nothing brought says: settings, from the languages, kinds and dates that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..record.dates.edtf import parse
from ..record.dates.errors import EdtfError
from ..record.edit.tree import Branch, Twig, data_of, tree_of
from ..record.identity import new_id
from ..record.places import Node, below
from .draft import Draft

# Symbols and colours of kinds, light and dark, that stand out from the page and from each other.
LOOKS = (
    ("circle", "#1a699c", "#74c4f5"),
    ("square", "#855500", "#e5b95f"),
    ("diamond", "#7a3ab0", "#cda6f5"),
    ("triangle-up", "#b8400c", "#ff9f6e"),
    ("hexagon", "#0d6e66", "#58d3c4"),
    ("star", "#3a49b8", "#9aaaff"),
    ("x", "#b01a3a", "#ff8a9c"),
    ("triangle-down", "#4a720f", "#abd968"),
    ("cross", "#5d6470", "#a9b1bf"),
    ("pentagon", "#1a699c", "#74c4f5"),
    ("hexagram", "#855500", "#e5b95f"),
    ("diamond-tall", "#7a3ab0", "#cda6f5"),
    ("star-square", "#b8400c", "#ff9f6e"),
    ("diamond-wide", "#0d6e66", "#58d3c4"),
    ("star-diamond", "#3a49b8", "#9aaaff"),
    ("triangle-left", "#b01a3a", "#ff8a9c"),
    ("triangle-right", "#4a720f", "#abd968"),
)
BROUGHT = {"en": "Brought from {name}.", "fr": "Repris de {name}."}
ALL = {"en": "All", "fr": "Tout"}


def complete_settings(
    draft: Draft, title: str, name: str, languages: Sequence[str], today: date, kinds: Mapping[str, str] | None = None
) -> list[str]:
    """Add what the settings of a new record lack, and name the fields that were added.

    `title` is what the timeline is called unless the settings say it, `name` the file that it is brought from, `kinds`
    are the names of kinds by their ids.
    """
    root = draft.roots["settings"]
    there = {twig.key for twig in root.parts if twig.value != Branch(False)}
    spoken = draft.languages() or tuple(languages) or ("en",)
    start, end = _span(data_of(draft.roots["events"]), today)
    window = _first_id(root, "presets") or "all"
    wanted: dict[str, object] = {
        "id": new_id(title),
        "title": dict.fromkeys(spoken, title),
        "subtitle": {one: BROUGHT.get(one, BROUGHT["en"]).format(name=name) for one in spoken},
        "languages": list(spoken),
        "updated": today.isoformat(),
        "window": window,
        "presets": [
            {"id": "all", "name": {one: ALL.get(one, ALL["en"]) for one in spoken}, "start": start, "end": end}
        ],
        "kinds": _kinds(draft, spoken, kinds or {}),
    }
    added = [field for field in wanted if field not in there or not _holds(root, field)]
    root.parts = [twig for twig in root.parts if twig.key not in added]
    root.parts += [Twig(field, tree_of(wanted[field])) for field in added]
    return added


def _holds(root: Branch, field: str) -> bool:
    return bool(below(data_of(root), field))


def _kinds(draft: Draft, languages: Sequence[str], names: Mapping[str, str]) -> list[dict[str, object]]:
    """A kind for each that events name; where its name is not known it is its id, with a capital."""
    events = data_of(draft.roots["events"])
    used = dict.fromkeys(kind for event in _items(events) if isinstance(kind := below(event, "kind"), str) and kind)
    return [
        {
            "id": kind,
            "name": dict.fromkeys(languages, names.get(kind) or kind.replace("-", " ").capitalize()),
            "symbol": symbol,
            "light": light,
            "dark": dark,
        }
        for place, kind in enumerate(used or {"event": None})
        for symbol, light, dark in [LOOKS[place % len(LOOKS)]]
    ]


def _span(events: Node, today: date) -> tuple[str, str]:
    """The first and the last day of all events, whole years."""
    days = []
    for event in _items(events):
        try:
            when = parse(str(below(event, "date") or ""))
        except EdtfError:
            continue
        days += [day for day in (when.start, when.end) if day]
    first, last = min(days, default=today), max(days, default=today)
    return first.replace(month=1, day=1).isoformat(), last.replace(month=12, day=31).isoformat()


def _first_id(root: Branch, field: str) -> str:
    items = _items(below(data_of(root), field))
    return str(below(items[0], "id") or "") if items else ""


def _items(node: Node) -> list[Node]:
    return node if isinstance(node, list) else []
