"""What pydantic finds wrong with a part of the record, in our words, at its place in the YAML."""

from __future__ import annotations

import re
import typing
from functools import lru_cache

from pydantic_core import ErrorDetails

from ..files import FILES
from ..folding import slug_of
from ..locales import TAG
from ..model.fields import COLOUR, SHA256, SLUG, SOMETHING, URL
from ..model.model import Part, called
from ..places import Steps
from ..problems.problem import LONGEST, Problem, clipped, did_you_mean, visible
from ..record import Document
from .guesses import fault_of, meant_address, meant_amount, meant_degrees, meant_whole
from .synonyms import fields_called, meant_by

# What messages call the fields whose name is no noun.
NOUNS = {"about": "point of disagreement", "exercise": "type of exercise", "light": "colour", "dark": "colour"}
NUMBER = "a number without separators"
COMMA = "a comma parts fields here: a text with a comma in it stands in quotes, and a number has none"


def is_echo(error: ErrorDetails) -> bool:
    """True where a list is too short only because its items are wrong: each of them has its own problem."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def explained(document: Document[None], kind: type, path: Steps, error: ErrorDetails) -> Problem:
    """A pydantic error in the value at `path` as a problem: our words, its place in the YAML, what would be right."""
    path, given = (*path, *error["loc"]), error["input"]
    last = path[-1] if path else ""
    noun = NOUNS.get(str(last), last)
    match error["type"]:
        case "missing":
            return document.problem(path[:-1], "missing-field", f"`{last}` is missing", f"add `{last}:`")
        case "extra_forbidden":
            message = f"there is no field `{clipped(last)}`"
            return document.problem(path, "unknown-field", message, _meant_field(kind, path, given))
        case "literal_error":
            known = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            hint = did_you_mean(str(given), known) or "one of: " + ", ".join(known)
            return document.problem(path, "unknown-word", f"`{clipped(given)}` is not a {noun}", hint)
        case "value_error":
            said = str(error["ctx"]["error"]).replace(str(given), visible(str(given)))
            return document.problem(path, "date", said if len(str(given)) <= LONGEST else clipped(said))
        case "string_pattern_mismatch" if error["ctx"]["pattern"] == URL:
            fault = fault_of(given)
            message = f"`{clipped(given)}` is not a web address{f': {fault}' if fault else ''}"
            return document.problem(path, "url", message, meant_address(given))
        case "string_pattern_mismatch" if error["ctx"]["pattern"] != SOMETHING:
            message = f"`{clipped(given)}` is not a valid {noun}"
            return document.problem(path, "pattern", message, _formed(error["ctx"]["pattern"], given))
        case "too_short":
            least, has = error["ctx"]["min_length"], error["ctx"]["actual_length"]
            return document.problem(path, "too-few", f"`{last}` needs at least {least}, and has {has}")
    if given is None or error["type"] == "string_pattern_mismatch":
        return _empty(document, kind, path)
    message = f"{_shape(given)} stands here, where {_wanted(error)} belongs"
    return document.problem(path, "type", message, _remedy(kind, path, error))


def _empty(document: Document[None], kind: type, path: Steps) -> Problem:
    """A field or an item without a value."""
    last = path[-1] if path else ""
    message = "an item is empty" if isinstance(last, int) else f"`{clipped(last)}` is empty"
    if _is_stray(last):
        return document.problem(path, "empty", message, COMMA)
    hint = "fill it in" if _is_required(kind, path) else "fill it in, or delete the line"
    return document.problem(path, "empty", message, hint)


def _meant_field(kind: type, path: Steps, given: object) -> str:
    """Which field was meant, or which part of the record it belongs to."""
    last, known = str(path[-1]), _fields_at(kind, path[:-1])
    if given is None and _is_stray(last):
        return COMMA
    meant, owner = meant_by(last, known), _owner(kind, last)
    if meant or owner:
        return f"{meant} `{last}` belongs to {owner}" if meant and owner else meant or _moved(last, owner)
    if re.fullmatch("[a-z]{2}", last) or ("-" in last and TAG.match(last)):
        return f"a text in `{last}` is indented below the field that it is the text of"
    if elsewhere := _elsewhere(kind, last):
        return elsewhere
    hint = did_you_mean(last, known)
    return COMMA if given is None and not hint.startswith("did") else hint or f"one of: {', '.join(known)}"


def _moved(field: str, owner: str) -> str:
    return f"`{field}` belongs to {owner}; indent it as the other fields there"


def _owner(kind: type, field: str) -> str:
    """The part of the same file that has such a field, with its article; "" for none."""
    part = next((part for part in _parts_of(kind) if field in part.model_fields), None)
    return _with_article(part) if part else ""


def _elsewhere(kind: type, word: str) -> str:
    """A hint at another part of the file with a field that people call so, or at another list with such a field."""
    for part in _parts_of(kind):
        if called_so := fields_called(word, part.model_fields):
            return f"it is called `{called_so[0]}`, and belongs to {_with_article(part)}"
    for name, other in FILES.values():
        for part in _parts_of(other) if other != kind and typing.get_origin(other) is list else ():
            if found := [word] if word in part.model_fields else fields_called(word, part.model_fields):
                return f"`{found[0]}` belongs to {_with_article(part)}, in {name}"
    return ""


def _with_article(part: type[Part]) -> str:
    name = called(part).lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _is_stray(last: object) -> bool:
    """True of a key that is the rest of a text, cut by a comma: `{en: Troops, officers, fr: …}`."""
    return isinstance(last, str) and not re.fullmatch("[a-zA-Z][a-zA-Z_-]{1,20}", last.strip())


def _remedy(kind: type, path: Steps, error: ErrorDetails) -> str:
    """How to write the value that belongs in place of one of another type; "" where there is nothing to add."""
    given, last = error["input"], path[-1] if path else ""
    match error["type"]:
        case "tuple_type" | "list_type" if isinstance(given, str) and path and len(given) <= LONGEST:
            return f"write `{last}: [{', '.join(filter(None, map(str.strip, given.split(','))))}]`"
        case "tuple_type" | "list_type" if isinstance(given, dict) and path:
            return "begin each item with `- `"
        case "dict_type" if isinstance(given, str):
            return "write it once per language, each on a line of its own below: `en: …`"
        case "model_type" if isinstance(given, str) and path and isinstance(last, str):
            return f"its fields stand below it: {', '.join(_fields_at(kind, path))}"
        case "model_type" if last == "figure":
            return "several figures stand in `figures:`"
        case "float_parsing" | "thousands" if last in ("lat", "lon"):
            return meant_degrees(given)
        case "thousands":
            return f"{meant_amount(given)} If it is a fraction, write `{given}0`"
        case "float_parsing":
            return meant_amount(given)
        case "int_parsing":
            return meant_whole(given)
    return ""


def _formed(pattern: str, given: str) -> str:
    """The hint for a text that has not the form it needs."""
    if pattern == SLUG:
        slug = slug_of(given[:LONGEST])
        if slug and slug != given:
            return f"did you mean `{slug}`?"
        return "small letters and digits, with single hyphens between"
    return {
        COLOUR: 'a colour is # and six digits or letters from a to f, in quotes: "#3a49b8"',
        SHA256: "a digest is 64 digits and letters from a to f",
    }[pattern]


def _wanted(error: ErrorDetails) -> str:
    words = {
        "list_type": "a list",
        "tuple_type": "a list",
        "dict_type": "a map of languages to texts",
        "model_type": "a map of fields",
        "string_type": "a text",
        "int_parsing": "a whole number",
        "int_type": "a whole number",
        "float_parsing": NUMBER,
        "float_type": NUMBER,
        "thousands": NUMBER,
        "finite_number": "a number",
        "greater_than_equal": "a number of at least {ge:g}",
        "less_than_equal": "a number of at most {le:g}",
        "is_instance_of": "a date",
    }
    if error["type"] in words:
        return words[error["type"]].format(**error.get("ctx", {}))
    return error["msg"].removeprefix("Input should be ")


def _shape(given: object) -> str:
    if isinstance(given, dict):
        return "a map of fields"
    if isinstance(given, list):
        return "a list"
    return f"`{clipped(given)}`" if given else "an empty text"


def _model_at(kind: type, path: Steps) -> type[Part] | None:
    """The model of the part that stands at `path`, found by walking the annotations."""
    model = _model_in(kind)
    for step in path:
        if isinstance(step, str) and model and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation)
    return model


def _model_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_model_in, typing.get_args(annotation))), None)


def _fields_at(kind: type, path: Steps) -> list[str]:
    model = _model_at(kind, path)
    return list(model.model_fields) if model else []


def _is_required(kind: type, path: Steps) -> bool:
    """True of a field that can't be left out, and of each language of a text."""
    model = _model_at(kind, path[:-1])
    return not model or (field := str(path[-1])) in model.model_fields and model.model_fields[field].is_required()


@lru_cache(maxsize=8)
def _parts_of(kind: type) -> tuple[type[Part], ...]:
    """Every model in what a file holds, the outer ones first."""
    found: list[type[Part]] = []
    waiting = [_model_in(kind)]
    while waiting:
        model = waiting.pop(0)
        if model and model not in found:
            found.append(model)
            waiting += [_model_in(field.annotation) for field in model.model_fields.values()]
    return tuple(found)
