"""What a field of the record may hold: the words of each vocabulary, dates, ids, addresses, texts."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..dates.edtf import Edtf, parse
from ..dates.errors import EdtfError
from ..problems.problem import HIDDEN
from ..typography import typeset_all

Status = Literal["established", "reported", "contested", "predicted"]
Stance = Literal["asserts", "denies", "predicts", "confirms", "declines_to_comment"]
# The words of both, in the order in which they are offered.
STATUSES: tuple[Status, ...] = get_args(Status)
STANCES: tuple[Stance, ...] = get_args(Stance)
Bound = Literal["exact", "about", "at_least", "at_most"]
Relation = Literal["follows", "answers", "contradicts", "implements"]
Precision = Literal["exact", "city", "region", "country"]
Point = Literal["date", "number", "wording", "attribution", "occurrence", "scope"]
SourceType = Literal[
    "seed",
    "official",
    "wire",
    "press",
    "broadcaster",
    "state-media",
    "research",
    "reference",
    "opinion",
    "book",
    "letter",
    "object",
]
ActorType = Literal["person", "state", "institution", "organisation", "group"]
# The marks that Plotly also has hollow and with a dot, and that `assets/css/symbol.css` and `assets/css/numbers.css`
# draw in texts.
Symbol = Literal[
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "triangle-down",
    "triangle-left",
    "triangle-right",
    "x",
    "cross",
    "star",
    "hexagon",
    "pentagon",
    "star-diamond",
    "star-square",
    "hexagram",
    "diamond-tall",
    "diamond-wide",
]

THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
SLUG, COLOUR, SHA256, SOMETHING = r"^[a-z0-9]+(-[a-z0-9]+)*$", r"^#[0-9a-fA-F]{6}$", r"^[0-9a-f]{64}$", r"\S"
# A host with a dot in its name and nothing before it, a port, a path. Editors read the same (with the flag `u`).
URL = r"""^https?://([^\s/?#:@<>"\\.]+\.)+[^\s/?#:@<>"\\.]+\.?(:[0-9]{1,5})?([/?#][^\s<>"]*)?$"""


def _day(value: Edtf) -> Edtf:
    if value.shape != "instant" or value.qualifier or value.time:
        raise EdtfError(f"`{value}` is not a single day, such as 2024-06-19")
    return value


def _of_our_time(value: Edtf) -> Edtf:
    if value.earliest < date.min:
        raise EdtfError(f"`{value}` lies before the year 1, when nobody changed this record")
    return value


def can_be_split(address: str) -> bool:
    """Whether programs find a host in an address: in `http://[a.b]` and `https://a℀b.org` they don't."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def _opened(address: str) -> str:
    """Refuse what the pattern lets through and no program can open, or no reader can see."""
    if not can_be_split(address):
        raise PydanticCustomError("string_pattern_mismatch", "no host", {"pattern": URL})
    if HIDDEN.search(address):
        raise PydanticCustomError("string_pattern_mismatch", "a hidden character", {"pattern": URL})
    return address


def _unambiguous(value: object) -> object:
    """Refuse `11.000`: many write thousands like this, and as a number it would be a fraction."""
    if isinstance(value, str) and THOUSANDS.fullmatch(value):
        raise PydanticCustomError("thousands", "a number without separators")
    return value


EdtfDate = Annotated[
    InstanceOf[Edtf],
    BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "EDTF (ISO 8601-2) level 0 or 1, or a season of level 2"}),
]
Day = Annotated[EdtfDate, AfterValidator(_day)]
Today = Annotated[Day, AfterValidator(_of_our_time)]
Slug = Annotated[str, Field(pattern=SLUG)]
# An id that is defined in another place. The rules find those that aren't, and can say which one was meant.
Ref = Annotated[str, WithJsonSchema({"pattern": SLUG, "type": "string"})]
Colour = Annotated[str, Field(pattern=COLOUR)]
Sha256 = Annotated[str, Field(pattern=SHA256)]
Url = Annotated[str, Field(pattern=URL), AfterValidator(_opened)]
Words = Annotated[str, Field(pattern=SOMETHING)]
Text = Annotated[dict[str, Words], AfterValidator(typeset_all)]
Number = Annotated[float, BeforeValidator(_unambiguous)]
