"""Records in which one list, map or reference of the schema is large, each made from the full record."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from .full_record import CLAIM, EVENT, FULL, Steps, value_at, with_value

Record = dict[str, Any]
LONG = {
    "words": "word ",
    "digits": "1 000 ",
    "dots": "1.",
    "numbers": "twenty-one ",
    "and": "one and ",
    "spaces": " ",
    "letters": "a",
    "quotes": "« ",
    "hashes": "a #b ",
    "hyphens": "- ",
    "CJK": "年月",
}
# How a date can be written that takes the slow way through its reader: (name, the number as a date).
DATES = {
    "times": lambda n: f"2001-02-03T{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}",
    "seasons": lambda n: f"{1 + n % 9998:04}-2{1 + n % 4}",
    "unspecified": lambda n: f"{1 + n % 9998:04}-XX",
    "decades": lambda n: f"{1 + n % 998:03}X",
    "intervals": lambda n: f"{1 + n % 4000:04}-21~/{5001 + n % 4000:04}-22?",
    "all years": lambda n: "0001/9999",
    "no dates": lambda n: f"{n} October {n % 3000}",
    "wrong days": lambda n: f"{1 + n % 9998:04}-02-3{n % 10}",
    "sets": lambda n: f"[{1 + n % 9997:04},{2 + n % 9997:04}]",
    "marks everywhere": lambda n: f"?{1 + n % 9998:04}-~02-01",
    "two hyphens": lambda n: f"{1 + n % 9998:04}--1",
    "long years": lambda n: f"Y{10000 + n}",
    "powers of ten": lambda n: f"Y{1 + n}E9",
    "years before year 0": lambda n: f"-{1 + n % 9998:04}",
}


def large_records(n: int) -> Iterator[tuple[str, Record]]:
    """(name, record) of every way in which a record can be large, `n` being the number of entries."""
    for path in paths_of(FULL):
        value, name = value_at(path), ".".join(map(str, path))
        if isinstance(value, list):
            for how, items in _lists(value, n):
                yield f"{name}: {how}", with_value(path, items)
        elif isinstance(value, dict):
            yield f"{name}: unknown fields", with_value(path, value | {f"field-{i}": "x" for i in range(n)})
        if isinstance(value, str):
            yield f"{name}: a long text", with_value(path, "x" * 5 * n)
    for how, text in LONG.items():
        yield f"a text of {how}", with_value(("events", 0, "summary"), {"en": text * n, "fr": "x"})
        yield f"a title of {how}", with_value(("events", 0, "title"), {"en": text * n, "fr": text * n})
    for how, date in DATES.items():
        claims = [{**CLAIM, "id": f"d{i}", "asserted_on": date(i)} for i in range(n)]
        yield f"claims on {how}", with_value(("events", 0, "claims"), claims)
        yield f"events on {how}", with_value(("events",), [_named(EVENT, i) | {"date": date(i)} for i in range(n)])
    yield from _against_each_other(n)


def paths_of(node: object, path: Steps = ()) -> Iterator[Steps]:
    """The path of every value within a node, lists by their first item only."""
    parts = node.items() if isinstance(node, dict) else list(enumerate(node))[:1] if isinstance(node, list) else ()
    for step, part in parts:
        if path or isinstance(node, dict):
            yield (*path, step)
            yield from paths_of(part, (*path, step))


def _lists(value: list, n: int) -> Iterator[tuple[str, list]]:
    first = value[0]
    yield "one entry again and again", value + [first] * n
    yield "entries of other names", value + [_named(first, i) for i in range(n)]
    yield "nothing", [None] * n
    yield "empty maps", [{}] * n
    yield "words", ["x"] * n


def _named(item: Any, number: int) -> Any:
    """The item under another name."""
    if isinstance(item, str):
        return f"{item}-{number}"
    if isinstance(item, dict) and "id" in item:
        item = deepcopy(item) | {"id": f"{item['id']}-{number}"}
        if "name" in item:
            item["name"] = {language: f"{text} {number}" for language, text in item["name"].items()}
    return item


def _against_each_other(n: int) -> Iterator[tuple[str, Record]]:
    """Records in which much refers to much: the parts of each are linear in size, their product is not."""
    many = {
        name: [_named(value_at(path)[0], i) for i in range(n)]
        for name, path in {
            "actors": ("actors",),
            "sources": ("sources",),
            "events": ("events",),
            "claims": ("events", 0, "claims"),
            **{name: ("settings", name) for name in ("presets", "kinds", "quantities", "units", "scopes")},
        }.items()
    }
    for file in ("actors", "sources"):
        record = with_value((file,), FULL[file] + many[file])
        yield f"many {file}, and as many unknown", _with_unknown(record, file, n)
    for name in ("kinds", "quantities", "units", "scopes"):
        record = with_value(("settings", name), value_at(("settings", name)) + many[name])
        yield f"many {name}, and as many unknown", _with_unknown(record, name, n)
    sides = [{"holds": {"en": "Yes", "fr": "Oui"}, "claims": [f"c1-{i}"]} for i in range(n)]
    point = {"about": "date", "sentence": {"en": "They differ", "fr": "Non"}, "sides": sides}
    for how, claim in {"": {}, ", all early": {"asserted_on": "1901"}}.items():
        claims = [{**item, "note": None, **claim} for item in many["claims"]]
        for item in claims:
            del item["note"]
        yield f"many claims on many sides{how}", _event(claims=claims, disagreements=[point])
        yield f"many claims, the last on the last side{how}", _event(claims=claims, disagreements=[point] * 20)
    wrong = [{**side, "claims": [f"x{side['claims'][0]}"]} for side in sides]
    yield (
        "many claims, and sides of unknown ones",
        _event(claims=many["claims"], disagreements=[{**point, "sides": wrong}]),
    )
    chain = [{**item, "derives_from": f"c1-{i + 1}"} for i, item in enumerate(many["claims"])]
    yield "a chain of origins", _event(claims=chain)
    yield "a circle of origins", _event(claims=[*chain[:-1], {**chain[-1], "derives_from": "c1-0"}])
    yield "a long tail into a circle of origins", _event(claims=[*chain[:-1], {**chain[-1], "derives_from": "c1-1"}])
    numbers = " ".join(f"{1000 + i}," for i in range(n))
    yield (
        "many numbers, and many claims without them",
        _event(claims=many["claims"], title={"en": numbers, "fr": numbers}),
    )
    paragraphs = [{**value_at(("memo", "paragraphs"))[0], "n": str(i + 1)} for i in range(n)]
    record = _event(claims=[{**item, "passage": str(n - i)} for i, item in enumerate(many["claims"])])
    record["memo"]["paragraphs"] = paragraphs
    yield "many claims of many paragraphs", record
    for language in ("en", "zz", None):
        record = with_value(("events",), many["events"])
        codes = [language or f"q{i}" for i in range(n)]
        record["settings"]["languages"] = ["en", "fr", *codes]
        yield f"many languages ({language}), and many texts", record
    record = with_value(("events",), many["events"])
    record["settings"]["languages"] = ["en"] * n + ["fr"]
    for event in record["events"]:
        event["title"] = {"en": "x", "de": "y"}
    yield "one language again and again, and texts without another", record
    record = with_value(("actors",), [*FULL["actors"], *(_han(i) for i in range(n))])
    record["events"] = [_named(EVENT, i) | {"summary": {"en": "x", "fr": _han(i)["name"]["fr"] * 3}} for i in range(n)]
    yield "many names without capitals, and many texts", record
    record = with_value(("sources",), [{**item, "record": "memo.yaml"} for item in many["sources"]])
    record["memo"]["paragraphs"] = paragraphs
    yield "many sources of one document", record
    record = with_value(("sources",), [{**item, "record": f"{item['id']}.yaml"} for item in many["sources"]])
    yield "many sources of no document", record
    events = [
        _named(EVENT, i) | {"part_of": f"first-{i + 1}", "relates": [{"type": "follows", "event": f"first-{i + 1}"}]}
        for i in range(n)
    ]
    yield "a chain of parts", with_value(("events",), events)
    exceptions = [{"text": f"[first-{i}].title", "reason": "x"} for i in range(n)]
    record = with_value(("settings", "translation_exceptions"), exceptions)
    record["events"] = [_named(EVENT, i) | {"title": {"en": "It has 5000", "fr": "x"}} for i in range(n)]
    yield "many exceptions of translation", record
    yield "ids of a long text", _event(id="x" * 5 * n, claims=[{} for _ in range(n)])


def _event(**fields: Any) -> Record:
    """The full record with other fields in its first event."""
    record = deepcopy(FULL)
    record["events"][0].update(fields)
    return record


def _with_unknown(record: Record, name: str, n: int) -> Record:
    """The record with a reference to something unknown in as many places."""
    words = [f"unknown-{i}" for i in range(n)]
    event = record["events"][0]
    if name == "actors":
        event["actors"] = words
    elif name == "sources":
        event["claims"] = [{**CLAIM, "id": f"u{i}", "source": word} for i, word in enumerate(words)]
    elif name == "kinds":
        record["events"] = [_named(EVENT, i) | {"kind": word} for i, word in enumerate(words)]
    else:
        field = {"quantities": "quantity", "units": "unit", "scopes": "scope"}[name]
        amounts = [{"quantity": "people", "value": "1", field: word} for word in words]
        event["claims"] = [{**CLAIM, "figures": amounts}]
        event["disagreements"] = []
    return record


def _han(number: int) -> dict[str, Any]:
    """A person whose name has letters without capitals."""
    name = "".join(chr(0x4E00 + 97 * part + number // 100**part % 100) for part in range(4))
    return {"id": f"han-{number}", "name": {"en": f"Han {number}", "fr": name}, "type": "person"}
