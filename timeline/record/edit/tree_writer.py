"""Writes a tree in canonical form: which keys come first, what stands on one line, how texts are folded.

The rules are those of `canon`, which says them for people.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.shape import ANY, NUMBER, QUOTED, Shape
from ..read.unquoted import type_of
from .scalars import block, can_be_plain, double_quoted, quoted
from .tree import Branch, Leaf, Tree, Twig

WIDTH = 110
# Fields whose value, or whose items, stand on one line where they fit: names and small maps, but no sentences.
NAMES = "name role documents holds words place quote figure figures relates"
LISTED = "replay filter presets kinds quantities units scopes"
ONE_LINE = frozenset([*NAMES.split(), *LISTED.split()])
SPACED = frozenset({"steps"})  # lists of long items, which a blank line parts


class TreeWriter:
    """Writes files of one timeline; `languages` is the order of its texts."""

    def __init__(self, languages: Sequence[str] = (), width: int = WIDTH):
        self.languages = {language: place for place, language in enumerate(languages)}
        self.width = width

    def file(self, tree: Tree, shape: Shape, spaced: bool) -> str:
        """A whole file, which holds a list or a map. `spaced` puts one blank line between the entries of its root;
        otherwise the blank lines that are there stay.
        """
        root = tree.root
        if isinstance(root, Leaf):
            raise ValueError("a file holds a list or a map")
        groups = [self._group(twig, root, shape) for twig in self._ordered(root, shape)]
        lines = _collapsed(tree.head)
        for index, group in enumerate(groups):
            above, body = _collapsed(group[0]), group[1]
            while above and not above[0] and (spaced or not index):
                above.pop(0)
            if spaced and index or not index and above and lines and lines[-1]:
                above.insert(0, "")
            lines += above + body
        if not groups:
            lines.append("{}" if root.is_map else "[]")
        tail = _collapsed([*root.tail, *tree.tail])
        while tail and not tail[-1]:
            tail.pop()
        return "\n".join(lines + tail) + "\n"

    def item(self, value: Branch, shape: Shape) -> list[str]:
        """The lines of one item of a file that holds a list; `shape` is that of the list."""
        return self._group(Twig(None, value), Branch(False), shape)[1]

    def _ordered(self, branch: Branch, shape: Shape) -> list[Twig]:
        """Keys in the order of the model's fields or the timeline's languages, unknown ones after them."""
        if not branch.is_map:
            return branch.parts
        places = self.languages if shape.is_text else {name: place for place, name in enumerate(shape.fields)}
        return sorted(branch.parts, key=lambda twig: places.get(twig.key or "", len(places)))

    def _group(
        self, twig: Twig, parent: Branch, shape: Shape, indent: int = 0, field: str = ""
    ) -> tuple[list[str], list[str]]:
        """The comment lines above an entry or item, and its own lines."""
        shape = shape.child(twig.key)
        margin = " " * indent
        lead = margin + (self._key(twig.key or "") + ":" if parent.is_map else "-")
        end = f"  {twig.eol}" if twig.eol else ""
        field = twig.key or "" if parent.is_map else field
        if not parent.is_map:
            self._hoist(twig, shape)
        above = list(twig.above)
        if isinstance(twig.value, Leaf):
            lines = self._leaf(lead, twig.value, shape, indent + 2, end)
        elif (flow := self._one_line(twig.value, shape, field, self.width - indent - 2)) is not None:
            fits = not parent.is_map or len(lead) + 1 + len(flow) <= self.width
            lines = [f"{lead} {flow}{end}"] if fits else [lead + end, f"{margin}  {flow}"]
        elif parent.is_map:
            first, body = self._block(twig.value, shape, indent + 2, field)
            lines = [lead + end, *(f"{margin}  {comment}" for comment in first), *body]
        else:
            first, body = self._block(twig.value, shape, indent + 2, field)
            above += [twig.eol, *first] if twig.eol else first
            lines = [f"{lead} {body[0][indent + 2 :]}", *body[1:]]
        return [comment and margin + comment for comment in above], lines

    def _hoist(self, twig: Twig, shape: Shape) -> None:
        """Move comments above the first part of an item, which stands on the line of its dash, to the item."""
        if isinstance(twig.value, Branch) and twig.value.parts:
            first = self._ordered(twig.value, shape)[0]
            if not twig.value.is_map:
                self._hoist(first, shape.child(None))
            twig.above += filter(None, first.above)
            first.above = []

    def _block(self, branch: Branch, shape: Shape, indent: int, field: str) -> tuple[list[str], list[str]]:
        """The comments above the first part of a list or map (without margin), and the lines of all parts."""
        first: list[str] = []
        lines: list[str] = []
        for index, twig in enumerate(self._ordered(branch, shape)):
            above, body = self._group(twig, branch, shape, indent, field)
            above = [comment for comment in above if comment]
            if index:
                lines += [""] * (field in SPACED and not branch.is_map) + above
            else:
                first = [comment.strip() for comment in above]
            lines += body
        return first, lines + [" " * indent + comment for comment in branch.tail if comment]

    def _key(self, key: str) -> str:
        return key if can_be_plain(key, True) and not type_of(key) else quoted(key)

    def _leaf(self, lead: str, leaf: Leaf, shape: Shape, indent: int, end: str) -> list[str]:
        """A scalar on the line of its key or dash, or below it where it is long or has several lines."""
        text, inline = leaf.value, self._scalar(leaf, shape, flow=False)
        fits = not text or "\n" not in text and len(lead) + 1 + len(inline) <= self.width
        if text and not fits and shape.scalar != QUOTED and (below := block(text, self.width - indent)):
            header, lines = below
            return [f"{lead} {header}{end}", *(line and " " * indent + line for line in lines)]
        return [f"{lead} {inline}{end}"]

    def _one_line(self, value: Branch, shape: Shape, field: str, room: int) -> str | None:
        """A list or map on one line of at most `room` characters, None where it takes several."""
        if not value.parts:
            return "{}" if value.is_map else "[]"
        leaves = not value.is_map and all(isinstance(twig.value, Leaf) for twig in value.parts)
        if not leaves and not (value.is_map and field in ONE_LINE):
            return None
        text = self._flow(value, shape)
        return text if text is not None and len(text) <= room else None

    def _flow(self, value: Leaf | Branch, shape: Shape) -> str | None:
        """The value in brackets, None where it holds comments or several lines."""
        if isinstance(value, Leaf):
            return None if "\n" in (value.value or "") else self._scalar(value, shape, flow=True)
        if value.tail or any(twig.above or twig.eol for twig in value.parts):
            return None
        texts: list[str] = []
        for twig in self._ordered(value, shape):
            text = self._flow(twig.value, shape.child(twig.key))
            if text is None:
                return None
            texts.append(f"{self._key(twig.key or '')}: {text}" if value.is_map else text)
        return f"{{{', '.join(texts)}}}" if value.is_map else f"[{', '.join(texts)}]"

    @staticmethod
    def _scalar(leaf: Leaf, shape: Shape, flow: bool) -> str:
        text = leaf.value
        if text is None:
            return "null"
        if shape.scalar == QUOTED:
            return double_quoted(text)
        typed = shape.scalar == NUMBER or shape.scalar == ANY and leaf.plain
        plain = can_be_plain(text, flow) and (typed or not type_of(text))
        return text if plain else quoted(text)


def _collapsed(lines: Sequence[str]) -> list[str]:
    """With one blank line where there are several."""
    return [line for index, line in enumerate(lines) if line or not index or lines[index - 1]]
