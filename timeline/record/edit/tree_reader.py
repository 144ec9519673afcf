"""Reads YAML into a `tree` with all its comments.

The parser says where each word and bracket stands. Between two of them there can only be indicators, white space and
comments, so every comment is found. One at the end of a line goes to the last thing on the line. One on its own line
goes to what follows, or to the end of a list or map with the same indentation. The comments at the top of the file, up
to the last blank line before the first entry (all of them where there is no blank line), are its head; those at the
bottom that are not indented are its tail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml

from ..read.nodes import NULLS, Loader
from .tree import Branch, Leaf, Tree, Twig

BREAKS = "\n\x85\u2028\u2029"
GAP = re.compile(f"#[^{BREAKS}]*|[{BREAKS}]|[^#{BREAKS}]+")
HEADER = re.compile(rf"(?:[!&]\S*\s+)*[|>][-+0-9]*[ \t]*(#[^{BREAKS}]*)?")

Line: TypeAlias = tuple[int, str, int]  # a comment on its own line: column, text, offset; a blank line has no text


def read_tree(text: str) -> Tree:
    """The tree of a text that `nodes.read_yaml` accepts, with line ends of Unix and without a byte order mark."""
    return _Reader(text).tree()


class _Reader:
    """Builds a tree from the parser's events. A *solid* event is one with text: a scalar or a flow bracket."""

    def __init__(self, text: str):
        self.text = text
        self.root = Twig()
        self.document = Tree(self.root.value)
        self.stack: list[tuple[Branch, Twig]] = []
        self.keyed = [False]  # per level: a key waits for its value
        self.fresh: list[Twig] = []  # begun since the last solid event, outermost first
        self.closed: list[Branch] = []  # block lists and maps ended since then, innermost first
        self.last: Twig | None = None  # what the last solid event belongs to
        self.at = 0  # where the last solid event ends
        self.kept = 0  # where it ends with its comments

    def tree(self) -> Tree:
        for event in yaml.parse(self.text, Loader=Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        return self._finished()

    def _finished(self) -> Tree:
        document, root = self.document, self.root.value
        below = Twig(column=max(getattr(root, "column", 0), 0))
        self._gap(len(self.text), below)
        document.root = root
        document.head += self.root.above
        document.tail += [self.root.eol] * bool(self.root.eol) + below.above
        if isinstance(root, Branch):
            document.tail[:0], root.tail = root.tail, []
            if root.parts:
                root.parts[-1].end = self.kept
        return document

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = not event.style
        start, end = _span(event)
        if self.stack and self.stack[-1][0].is_map and not self.keyed[-1]:
            twig = self._begin(event.value, _column(event))
            self.keyed[-1] = True
        else:
            twig = self._slot()
            twig.value = Leaf(None if plain and event.value in NULLS else event.value, plain)
        if end > start:
            self._solid(event, twig)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        slot = self._slot()
        flow = bool(event.flow_style)
        branch = Branch(isinstance(event, yaml.MappingStartEvent), column=_column(event), flow=flow)
        slot.value = branch
        if flow:
            self._solid(event, slot)
        self.stack.append((branch, slot))
        self.keyed.append(False)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        branch, slot = self.stack.pop()
        self.keyed.pop()
        if not branch.flow:
            self.closed.append(branch)
            return
        end = Twig()
        self._solid(event, slot, end)
        (branch.tail if branch.parts else slot.above).extend(end.above)

    def _slot(self) -> Twig:
        """Where the next value goes: the root, the entry whose key was read, or a new item."""
        if not self.stack:
            return self.root
        branch = self.stack[-1][0]
        if branch.is_map:
            self.keyed[-1] = False
            return branch.parts[-1]
        return self._begin(None, branch.column)

    def _begin(self, key: str | None, column: int) -> Twig:
        branch = self.stack[-1][0]
        if branch.is_map and not branch.parts:
            branch.column = column
        twig = Twig(key, column=-1 if branch.flow else column)
        branch.parts.append(twig)
        self.fresh.append(twig)
        return twig

    def _solid(self, event: yaml.Event, holder: Twig, target: Twig | None = None) -> None:
        start, end = _span(event)
        target = target or (self.fresh[0] if self.fresh else holder)
        self._gap(start, target)
        entries = self.stack[0][0].parts if self.stack else []
        if len(entries) > 1 and entries[-1] is target:
            entries[-2].end = self.kept
        self.last, self.fresh, self.closed = holder, [], []
        source = self.text[start:end]
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            end = start + len(source.rstrip())  # for the parser the blank lines below belong to a block scalar
            if (header := HEADER.match(source)) and header[1]:
                self._at_end_of_line(header[1])
        self.at = self.kept = end

    def _gap(self, end: int, target: Twig) -> None:
        """Give the comments between the last solid event and `end` to what they stand at."""
        if target.start < 0:
            target.start = self.text.rfind("\n", 0, end) + 1
        lines = list(self._lines(end)) if self._has_comments(end) else []
        if self.last is None:
            lines = self._head(lines)
        blank = False
        for column, comment, at in lines:
            if not comment:
                blank = True
                continue
            while self.closed and (column <= target.column or self.closed[0].column > column):
                self.closed.pop(0)
            if self.closed and target.column >= 0:
                self.closed[0].tail.append(comment)
                self.kept = at + len(comment)
            else:
                target.start = min(target.start, self.text.rfind("\n", 0, at) + 1)
                target.above += [""] * blank + [comment]
                self.closed = []
            blank = False
        if blank:
            target.above.append("")

    def _has_comments(self, end: int) -> bool:
        """False where there is plainly neither a comment nor a blank line before `end`: nearly everywhere."""
        gap = self.text[self.at : end]
        return "#" in gap or gap.count("\n") > 1 or self.last is None

    def _lines(self, end: int) -> Iterator[Line]:
        """The comments and blank lines that stand on lines of their own."""
        fresh_line, column, line_start = self.last is None, -1, self.text.rfind("\n", 0, self.at) + 1
        written = not fresh_line
        for piece in GAP.finditer(self.text, self.at, end):
            text, at = piece[0], piece.start()
            if text in BREAKS:
                if fresh_line and not written:
                    yield 0, "", at
                fresh_line, written, column, line_start = True, False, -1, at + 1
            elif text[0] == "#":
                if fresh_line:
                    yield (at - line_start if column < 0 else column), text.rstrip(), at
                else:
                    self._at_end_of_line(text.rstrip())
                    self.kept = piece.end()
                written = True
            elif text.strip():
                column = at - line_start + len(text) - len(text.lstrip()) if column < 0 else column
                written = True

    def _at_end_of_line(self, comment: str) -> None:
        assert self.last is not None  # something solid stands before it on the line
        if self.last.eol:
            self.last.above.append(comment)
        else:
            self.last.eol = comment

    def _head(self, lines: list[Line]) -> list[Line]:
        """Keep what belongs to the file as a whole; return what touches the first entry."""
        texts = [comment for _, comment, _ in lines]
        while texts and not texts[0]:
            texts.pop(0)
        lines = lines[len(lines) - len(texts) :]
        last = max((index for index, text in enumerate(texts) if not text), default=len(texts) - 1)
        self.document.head = texts[: last + 1]
        return lines[last + 1 :]


def _span(event: yaml.Event) -> tuple[int, int]:
    """The offsets at which an event begins and ends."""
    assert event.start_mark is not None and event.end_mark is not None  # every event of a parser has both
    return event.start_mark.index, event.end_mark.index


def _column(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.column
