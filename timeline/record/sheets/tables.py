"""Which sheets a record has, and which columns: taken from the model, so that a new field needs no change here.

A list of parts is a sheet, a part a row. A text has a column for each language (`title en`), a small map one for each
of its fields (`place lat`), a list of words is one cell. The rows of an inner list name what they belong to in their
first columns: a claim its event, a figure its event and its claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..files import FILES
from ..model import model, settings
from ..model.model import Part
from ..model.shape import ANY, Shape, shape_of
from ..model.shape import NUMBER as NUMBERS
from .cells import LIST, NUMBER, TEXT

ORDINAL = "disagreement"  # the column that says which rows are sides of the same disagreement


@dataclass(frozen=True)
class Column:
    """A column: its head, where its value stands in the part of its row, and how a cell of it is read.

    `part` and `field` name it in `model/notes.py`. `keys` are columns that say what a row belongs to: they have no
    steps. `language` is that of a text; `plain` values stand without quotes in YAML.
    """

    head: str
    steps: tuple[str, ...]
    form: str = TEXT
    part: str = ""
    field: str = ""
    language: str = ""
    plain: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet: its name, the file of the record that its rows stand in, and the list there.

    `path` leads to that list from the file's root, through the items that `keys` name; it is empty where the root is
    the list. `inner` is a list within each row's part whose items are the rows themselves. `heads` are columns that
    are called otherwise than their field, `apart` is one that has a sheet of its own. `single` is a sheet of one row.
    """

    name: str
    file: str
    part: type[Part]
    path: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    inner: str = ""
    inner_part: type[Part] | None = None
    heads: dict[str, str] = field(default_factory=dict)
    apart: str = ""
    single: bool = False

    def shape(self) -> Shape:
        """The shape of the part that a row is."""
        shape = shape_of(FILES[self.file][1])
        if self.single:
            return shape
        if not self.path:
            return shape.child(None)
        for step in self.path:
            shape = (shape.items or shape).child(step)
        return shape.child(None)

    @property
    def has_ids(self) -> bool:
        """True where each row has an id by which it is found again."""
        return "id" in self.part.model_fields

    def columns(self, languages: Sequence[str]) -> list[Column]:
        """The columns in their order, with one for each language of a text."""
        shape = self.shape()
        found = [Column(key, ()) for key in self.keys]
        if self.inner and self.inner_part:
            found.append(Column(ORDINAL, (), NUMBER))
            inner = self._of(shape.child(self.inner).child(None), self.inner_part, languages)
            return [
                *found,
                *self._of(shape, self.part, languages),
                *(replace(column, steps=(self.inner, *column.steps)) for column in inner),
            ]
        return [*found, *self._of(shape, self.part, languages)]

    def _of(self, shape: Shape, part: type[Part], languages: Sequence[str]) -> Iterator[Column]:
        for name, below in shape.fields.items():
            for leaf in _leaves(below, (name,), languages) if name != self.apart else ():
                head = " ".join((self.heads.get(name, name), *leaf.steps[1:]))
                yield replace(leaf, head=head, part=part.__name__, field=name)


def _leaves(shape: Shape, steps: tuple[str, ...], languages: Sequence[str]) -> Iterator[Column]:
    """The values that stand below a field; none of a list of parts, which is a sheet itself."""
    if shape.is_text:
        yield from (Column("", (*steps, language), language=language) for language in languages)
    elif shape.items:
        if not shape.items.fields:
            yield Column("", steps, LIST)
    elif shape.fields:
        for name, below in shape.fields.items():
            yield from _leaves(below, (*steps, name), languages)
    else:
        form = NUMBER if shape.scalar == NUMBERS else TEXT
        yield Column("", steps, form, plain=shape.scalar in (NUMBERS, ANY))


def _of_settings(name: str, part: type[Part]) -> Table:
    return Table(name, "settings", part, (name,))


TABLES = (
    Table("events", "events", model.Event),
    Table("claims", "events", model.Claim, ("claims",), ("event",), apart="figure"),
    Table("figures", "events", model.Amount, ("claims", "figures"), ("event", "claim")),
    Table("disagreements", "events", model.Disagreement, ("disagreements",), ("event",), "sides", model.Side),
    Table("relates", "events", model.Link, ("relates",), ("event",), heads={"event": "other event"}),
    Table("actors", "actors", model.Actor),
    Table("sources", "sources", model.Source),
    Table("timeline", "settings", settings.Settings, single=True),
    _of_settings("kinds", settings.Kind),
    _of_settings("presets", settings.Preset),
    _of_settings("chapters", settings.Chapter),
    _of_settings("quantities", settings.Term),
    _of_settings("units", settings.Term),
    _of_settings("scopes", settings.Term),
    _of_settings("translation_exceptions", settings.TranslationException),
)
BY_NAME = {table.name: table for table in TABLES}


def table_of(sheet: str) -> Table | None:
    """The table of a sheet by its name, whatever its capitals; None of a sheet of another name."""
    return BY_NAME.get(sheet.strip().lower())
