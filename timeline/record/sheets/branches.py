"""Entries of the trees of YAML files: found, added, and taken out so that their comments stay."""

from __future__ import annotations

from collections.abc import Sequence

from ..edit.tree import Branch, Leaf, Twig


def relisted(old: Leaf | Branch, words: Sequence[str]) -> Branch:
    """A list of words, where those that stay keep their comments."""
    waiting = {_word(twig): twig for twig in old.parts} if isinstance(old, Branch) and not old.is_map else {}
    parts = [waiting.pop(word) if word in waiting else Twig(None, Leaf(word)) for word in words]
    lost = [comment for twig in waiting.values() for comment in (*twig.above, twig.eol) if comment]
    return Branch(False, parts, [*(old.tail if isinstance(old, Branch) else ()), *lost])


def _word(twig: Twig) -> str | None:
    return twig.value.value if isinstance(twig.value, Leaf) else None


def parents_of(root: Branch, path: Sequence[str], depth: int) -> dict[tuple[str, ...], Branch]:
    """What the rows of a list within events can belong to, by its ids: events, or claims of events."""
    events = ids_of(root)
    if depth == 1:
        return {(own,): event for own, event in events.items()}
    return {
        (own, inner): claim
        for own, event in events.items()
        if (claims := entry(event, path[0])) and isinstance(claims.value, Branch)
        for inner, claim in ids_of(claims.value).items()
    }


def ids_of(branch: Branch) -> dict[str, Branch]:
    """The parts of a list by their ids, of two with the same the first."""
    found = dict[str, Branch]()
    for twig in branch.parts:
        if isinstance(twig.value, Branch):
            found.setdefault(id_of(twig), twig.value)
    return found


def id_of(twig: Twig) -> str:
    """The id of a part of a list, "" where it has none."""
    own = entry(twig.value, "id") if isinstance(twig.value, Branch) else None
    return own.value.value or "" if own and isinstance(own.value, Leaf) else ""


def entry(branch: Branch, key: str) -> Twig | None:
    """The entry of a map with a key; None where there is none, and of a list."""
    return next((twig for twig in branch.parts if twig.key == key), None) if branch.is_map else None


def value_of_entry(branch: Branch, key: str) -> Leaf | Branch | None:
    """The value of an entry of a map; None where there is none."""
    twig = entry(branch, key)
    return twig.value if twig else None


def entry_at(branch: Leaf | Branch, steps: Sequence[str]) -> Twig | None:
    """The entry that a path of keys leads to; None where there is none."""
    twig = None
    for step in steps:
        twig = entry(branch, step) if isinstance(branch, Branch) else None
        if twig is None:
            return None
        branch = twig.value
    return twig


def add_entry(branch: Branch, key: str, value: Leaf | Branch) -> Twig:
    """Add an entry to the end of a map."""
    branch.parts.append(Twig(key, value))
    return branch.parts[-1]


def branch_in(twig: Twig, is_map: bool) -> Branch:
    """The list or map that a twig holds; a new one where it holds something else."""
    if not isinstance(twig.value, Branch) or twig.value.is_map != is_map:
        twig.value = Branch(is_map)
    return twig.value


def map_in(twig: Twig) -> Branch:
    """The map that a twig holds; a new one where it holds something else."""
    return branch_in(twig, True)


def list_at(branch: Branch, path: Sequence[str]) -> Branch:
    """The list at a path of a map, made where there is none; what is given itself, where the path is empty."""
    for step in path:
        branch = branch_in(entry(branch, step) or add_entry(branch, step, Branch(False)), False)
    return branch


def drop_at(branch: Branch, steps: Sequence[str]) -> None:
    """Take a value out, and the map that it leaves empty."""
    twig = entry(branch, steps[0])
    if twig is None:
        return
    if len(steps) > 1 and isinstance(twig.value, Branch):
        drop_at(twig.value, steps[1:])
        if twig.value.parts:
            return
    drop(branch, steps[0])


def drop(branch: Branch, key: str) -> None:
    """Take an entry out of a map; its comments stay at the end of that."""
    for twig in [twig for twig in branch.parts if twig.key == key]:
        branch.parts.remove(twig)
        tail = twig.value.tail if isinstance(twig.value, Branch) else []
        branch.tail += [comment for comment in (*twig.above, twig.eol, *tail) if comment]
