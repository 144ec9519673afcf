"""The browser's query kernel answers as Python does: on the vectors, and on hundreds of random views of the real
record.
"""

from __future__ import annotations

import json
import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from timeline.query.asof import known_events
from timeline.query.exercises.exercise import MAKERS, exercise
from timeline.query.exercises.items import as_object
from timeline.query.forecasts import forecasts
from timeline.query.frame import frame_of
from timeline.query.operators import FACETS, table
from timeline.query.search import facet_counts, select
from timeline.query.spec import CHOICES, KEYS, SEVERAL, FilterSpec, parse_query, vocabulary
from timeline.record.folding import fold
from timeline.view.payload import build_payload

ROOT = Path(__file__).resolve().parents[2]
VECTORS = {
    file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "tests" / "vectors").glob("*.json")
}
SPECS = 320
QUERIES = 400


@pytest.fixture(scope="module")
def kernel(modules):
    """kernel(function, argument) runs a JavaScript function of the kernel, {…} of both its modules, and an argument."""
    run = modules("model/query.js", "model/spec.js")
    return lambda function, argument: run(
        f"(query, spec, given) => ({function})({{ ...query, ...spec }}, given)", argument
    )


RUN_SPECS = """(query, {operators, columns, specs}) => specs.map((spec) => ({
    ids: query.select(operators, columns, spec).map((row) => columns.id[row]),
    counts: query.facetCounts(operators, columns, spec) }))"""
RUN_QUERIES = """(query, {queries, known, keys, several, choices}) => queries.map((text) => {
    const {spec, ignored} = query.parseQuery(text, {keys, several, known});
    return {spec, ignored, canonical: query.toQuery(spec, {keys, choices})}; })"""


def grammar(known: dict) -> dict:
    """What the page tells the kernel of query strings."""
    return {
        "known": {key: sorted(words) for key, words in known.items()},
        "keys": list(KEYS),
        "several": sorted(SEVERAL),
        "choices": {key: list(words) for key, words in CHOICES.items()},
    }


# The vectors


def test_the_filter_vectors_hold_in_the_browser(kernel):
    columns, cases = dict(VECTORS["filters"]["columns"]), VECTORS["filters"]["cases"]
    for operator in table():
        for name in operator["columns"]:
            columns.setdefault(name, [[] for _ in columns["id"]])
    results = kernel(RUN_SPECS, {"operators": table(), "columns": columns, "specs": [case["spec"] for case in cases]})
    assert len(cases) >= 25
    for case, result in zip(cases, results, strict=True):
        assert result["ids"] == case["ids"], case["name"]
        assert {facet: result["counts"][facet] for facet in case.get("counts", {})} == case.get("counts", {}), case[
            "name"
        ]


def test_days_before_the_year_1_are_met_counted_and_said_as_in_python(kernel, modules):
    columns, cases, given = (VECTORS["early"][name] for name in ("columns", "cases", "days"))
    for operator in table():
        for name in operator["columns"]:
            columns.setdefault(name, [[] for _ in columns["id"]])
    results = kernel(RUN_SPECS, {"operators": table(), "columns": columns, "specs": [case["spec"] for case in cases]})
    assert [result["ids"] for result in results] == [case["ids"] for case in cases]
    run = modules("model/days.js", "words/i18n.js")
    found = run(
        """(days, i18n, given) => given.map(({iso, words}) => ({
            iso: days.isoOf(days.dayOf(iso)), number: days.dayOf(iso),
            words: Object.fromEntries(Object.keys(words).map((language) => {
                document.documentElement.lang = language;
                return [language, i18n.dayText(days.dayOf(iso), {day: "numeric", month: "long", year: "numeric"})];
            }))}))""",
        given,
    )
    assert found == given
    in_order = run("(days, i18n, given) => given.map(({iso}) => iso).reverse().sort(days.inOrder)", given)
    assert in_order == [day["iso"] for day in given]


def test_the_url_vectors_hold_in_the_browser(kernel):
    cases = VECTORS["urls"]["cases"]
    results = kernel(RUN_QUERIES, {"queries": [case["query"] for case in cases], **grammar(VECTORS["urls"]["known"])})
    for case, result in zip(cases, results, strict=True):
        assert result == {key: case[key] for key in ("spec", "ignored", "canonical")}, case["query"]


def test_the_folding_vectors_hold_in_the_browser(modules):
    cases = VECTORS["fold"]["cases"]
    assert modules("model/folding.js")("({fold}, texts) => texts.map(fold)", [text for text, _ in cases]) == [
        folded for _, folded in cases
    ]


def test_the_vectors_of_the_origins_hold_in_the_browser(modules):
    cases = VECTORS["origins"]["cases"]
    results = modules("model/origins.js")(
        """({origins}, cases) => cases.map(({event, of}) =>
            origins(event.filter(({id}) => !of || of.includes(id)), event))""",
        cases,
    )
    for case, result in zip(cases, results, strict=True):
        assert result == {key: case[key] for key in ("sources", "origins", "known")}, case["name"]


def test_the_vectors_of_what_supports_a_status_hold_in_the_browser(modules):
    cases = [case for case in VECTORS["support"]["cases"] if "doubt" not in case]
    judge = """({standing, supports}, cases) => cases.map(({event: {speech, disagreements = [], claims, ...event}}) => {
        const all = claims.map((claim) => ({stance: "asserts", by: [], ...claim}));
        const points = disagreements.map((point) => ({...point, sides: point.sides.map((ids) => ({claims: ids}))}));
        const found = standing({...event, claims: all, disagreements: points}, all, Boolean(speech));
        return supports(event.status, found); })"""
    results = modules("model/support.js")(judge, cases)
    assert dict(zip([case["name"] for case in cases], results, strict=True)) == {
        case["name"]: case["supported"] for case in cases
    }


def test_the_vectors_of_a_doubt_hold_in_the_browser(modules):
    cases = [case for case in VECTORS["support"]["cases"] if "doubt" in case]
    events = [
        {
            "claims": [{"stance": "asserts", "by": []} | claim for claim in case["event"]["claims"]],
            "disagreements": [
                {**point, "sides": [{"claims": side} for side in point["sides"]]}
                for point in case["event"].get("disagreements", [])
            ],
        }
        for case in cases
    ]
    run, strike = modules("model/asof.js"), modules("model/doubt.js")
    for case, event in zip(cases, events, strict=True):
        columns = {"id": ["event"], "start": [None], "status": [case["event"]["status"]]}
        columns["speech"] = [case["event"].get("speech", False)]
        given = [columns, [event], case["doubt"]]
        after = run("({known}, [columns, events, doubt]) => known(columns, events, '', doubt)", given)
        assert (after["columns"]["status"][0] if after["rows"] else None) == case["status"], case["name"]
        before = {"rows": [0], "columns": columns, "events": [event]}
        change = strike("({changes}, given) => changes(...given)", [before, after, case["doubt"]])
        expected = [case["status"], case.get("reason"), case.get("origin")] if "reason" in case else None
        assert ([change[0][key] for key in ("status", "reason", "origin")] if change else None) == expected, case[
            "name"
        ]
        fallen = strike("({struck}, [claims, doubt]) => [...struck(claims, doubt)]", [event["claims"], case["doubt"]])
        assert sorted(fallen) == case["struck"], case["name"]


DOUBTED = ["mondialisation", "kcna", "reuters", "volodymyr-zelensky", "digest-25-oct", "kremlin", "afp"]


def test_doubting_a_source_leaves_the_same_in_the_browser(modules, record):
    data = build_payload(record)
    left = """({known}, [columns, events, wanted]) => wanted.map(([day, doubt]) => {
        const {rows, columns: now, events: then} = known(columns, events, day, doubt);
        return rows.map((row) => [now.id[row], now.status[row], then[row].claims.map(({id}) => id)]); })"""
    every = [[day, [name]] for name in sorted(record.sources) for day in ("", "2024-10-25")]
    wanted = [*every, ["", DOUBTED], ["2024-11-06", DOUBTED[:3]]]
    results = modules("model/asof.js")(left, [data["rows"], data["events"], wanted])
    for (day, doubt), result in zip(wanted, results, strict=True):
        known = known_events(record, date.fromisoformat(day) if day else None, doubt).values()
        assert result == [[e.id, e.status, [claim.id for claim in e.claims]] for e in known], (day, doubt)


def test_the_vectors_of_the_parts_hold_in_the_browser(modules):
    cases = VECTORS["parts"]["cases"]
    results = modules("model/parts.js")(
        """({fold}, cases) => cases.map(({rows, whole}) => {
            const {wholes, parts} = fold(rows, whole);
            return {wholes: [...wholes], parts: [...parts]}; })""",
        cases,
    )
    for case, result in zip(cases, results, strict=True):
        assert result == {key: case[key] for key in ("wholes", "parts")}, case["name"]


def test_the_vectors_of_the_two_clocks_hold_in_the_browser(modules):
    cases = VECTORS["clocks"]["cases"]
    sides = modules("model/clocks.js")("({side}, cases) => cases.map(({days, made}) => side(days, made))", cases)
    for case, side in zip(cases, sides, strict=True):
        assert side == case["side"], case["name"]


FORECASTS = """({forecasts}, cases) => cases.map(({events: given, of}) => {
    const events = given.map(({claims, disagreements = []}) => ({
        claims: claims.map((claim) => ({source: "paper", by: [], stance: "predicts", ...claim})),
        disagreements: disagreements.map((point) => ({...point, sides: point.sides.map((ids) => ({claims: ids}))})) }));
    const columns = {id: given.map(({id}) => id), status: given.map(({status = "reported"}) => status)};
    const points = events.flatMap(({disagreements}) => disagreements);
    const rows = of ? of.map((id) => columns.id.indexOf(id)) : [...events.keys()];
    const known = {rows: [...events.keys()], columns, events};
    return forecasts(rows, known).map(({row, claim, outcome, point, ...rest}) => ({
        ...rest, event: columns.id[row], claim: claim.id, outcome: outcome.map((each) => columns.id[each]),
        point: point && points.indexOf(point) })); })"""


def test_the_vectors_of_the_predictions_hold_in_the_browser(modules):
    cases = VECTORS["forecasts"]["cases"]
    results = modules("model/forecasts.js")(FORECASTS, cases)
    for case, result in zip(cases, results, strict=True):
        assert result == case["rows"], case["name"]


def test_the_predictions_of_the_record_are_the_same_in_the_browser_on_every_day(modules, record):
    data = build_payload(record)
    days = [None, date(2024, 10, 25), date(2024, 11, 1), date(2024, 11, 6), date(2024, 12, 4)]
    list_them = """({known}, {forecasts}, [columns, events, days]) => days.map((day) => {
        const now = known(columns, events, day || "", []);
        const idOf = (row) => now.columns.id[row];
        return forecasts(now.rows, now).map(({row, claim, claims, outcome, point, how}) =>
            [idOf(row), claim.id, claims, outcome.map(idOf), point && point.about, how]); })"""
    run = modules("model/asof.js", "model/forecasts.js")
    results = run(list_them, [data["rows"], data["events"], [day and day.isoformat() for day in days]])
    for day, result in zip(days, results, strict=True):
        known = {event.id: event for event in known_events(record, day).values()}
        assert result == [
            [
                each.event.id,
                each.claim.id,
                [list(pair) for pair in each.claims],
                [event.id for event in each.outcome],
                each.point.about if each.point else None,
                each.how,
            ]
            for each in forecasts(known.values(), known)
        ], day


EXERCISES = """({exercise, askedRecord}, {data, rows, wanted}) => {
    const record = askedRecord(data);
    const events = rows ? rows.map((row) => record.events[row]) : record.events;
    return wanted.map(([kind, seed]) => exercise(record, events, kind, seed)); }"""


def test_the_vectors_of_the_exercises_hold_in_the_browser(modules, apollo):
    cases = VECTORS["exercises"]["exercises"]
    wanted = [[case["kind"], case["seed"]] for case in cases]
    results = modules("model/exercises/exercise.js")(EXERCISES, {"data": build_payload(apollo), "wanted": wanted})
    assert results == [case["items"] for case in cases]
    drawn = """({chance}, seeds) => seeds.map((seed) => ({ seed, numbers: Array.from(Array(5), chance(seed).number),
        shuffled: chance(seed).shuffled(Array(10).keys()) }))"""
    chances = VECTORS["exercises"]["chance"]
    assert modules("model/exercises/chance.js")(drawn, [case["seed"] for case in chances]) == chances


@pytest.mark.parametrize("shipped", ["record", "vesuvius", "calendar"])
def test_a_seed_gives_the_same_exercise_in_the_browser(modules, request, shipped):
    record = request.getfixturevalue(shipped)
    wanted = [[kind, seed] for kind in MAKERS for seed in (1, 2, 3, 5, 8, 13, 21, 99, 4711, 999999)]
    some = list(range(0, len(record.events), 2))
    run, data = modules("model/exercises/exercise.js"), build_payload(record)
    for rows, events in ((None, record.events), (some, [record.events[row] for row in some])):
        made = [[as_object(item) for item in exercise(record, events, kind, seed)] for kind, seed in wanted]
        assert run(EXERCISES, {"data": data, "rows": rows, "wanted": wanted}) == made
        assert any(made)


# Parity on the real record


def random_specs(known: dict, words: list[str], count: int) -> list[dict]:
    """Specifications of every size, seeded: most leave some events, some leave none."""
    chance = random.Random(2024)

    def day() -> str:
        year = chance.choice([1961, 1996, 2022, 2024, 2024, 2024, 2025])
        return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

    def one() -> dict:
        spec = {}
        for facet in FACETS:
            if chance.random() < 0.3:
                spec[facet] = chance.sample(sorted(known[facet]), chance.randint(1, 3))
        if chance.random() < 0.35:
            spec["q"] = " ".join(word[: chance.randint(2, 9)] for word in chance.sample(words, chance.randint(1, 2)))
        if chance.random() < 0.35:
            spec["from"] = day()
        if chance.random() < 0.35:
            spec["to"] = day()
        if chance.random() < 0.4:
            spec["dates"] = chance.choice(["certain", "possible"])
        return spec

    return [one() for _ in range(count)]


def test_random_views_of_the_real_record_have_the_same_events_and_counts(kernel, record):
    frame = frame_of(record)
    words = sorted({word for text in frame["text"] for word in text.split()})
    # The count of results below shows that the views are neither all empty nor all full.
    specs = random_specs(vocabulary(record), [*words, "Été", "KIM", "POUTINE", "ratifié", "  "], SPECS)
    payload = json.loads(json.dumps(build_payload(record)))
    columns = {**payload["rows"], "text": list(frame["text"])}
    results = kernel(RUN_SPECS, {"operators": payload["operators"], "columns": columns, "specs": specs})
    sizes = set()
    for spec, result in zip(specs, results, strict=True):
        chosen = FilterSpec({key: tuple(value) if isinstance(value, list) else value for key, value in spec.items()})
        ids = list(select(frame, chosen)["id"])
        assert result["ids"] == ids, spec
        assert result["counts"] == facet_counts(frame, chosen), spec
        sizes.add(len(ids))
    assert len(sizes) > 20


def random_queries(known: dict, count: int) -> list[str]:
    """Query strings from sensible to broken, seeded."""
    chance = random.Random(1961)
    pieces = [
        "&",
        "&&",
        "=",
        "?",
        "%",
        "%2",
        "%C3%A9",
        "%FF",
        "%00",
        "+",
        "%20",
        ";",
        "#",
        "é",
        "한",
        "🌍",
        "/",
        ":",
        "..",
        "'",
        '"',
        "<",
        "2024-10-01",
        "2024-02-30",
        "2024-10-01/2024-10-31",
        "constructor",
        "__proto__",
        "hasOwnProperty",
    ]

    def pair() -> str:
        key = chance.choice([*KEYS, "junk", "constructor"])
        value = (
            chance.choice([*sorted(known[key])[:8], ""])
            if key in known and chance.random() < 0.8
            else chance.choice(pieces)
        )
        return f"{key}={value}"

    return [
        chance.choice(["", "?"])
        + chance.choice(["&", "&", "&&"]).join(
            pair() if chance.random() < 0.8 else "".join(chance.choices(pieces, k=3))
            for _ in range(chance.randint(0, 6))
        )
        for _ in range(count)
    ]


def test_random_query_strings_are_read_and_written_alike(kernel, record):
    known = vocabulary(record)
    queries = random_queries(known, QUERIES)
    results = kernel(RUN_QUERIES, {"queries": queries, **grammar(known)})
    for query, result in zip(queries, results, strict=True):
        spec = parse_query(query, known)
        assert result["spec"] == {
            key: list(value) if isinstance(value, tuple) else value for key, value in spec.values.items()
        }, query
        assert result["ignored"] == [list(pair) for pair in spec.ignored], query
        assert result["canonical"] == spec.to_query(), query
    assert sum(bool(result["spec"]) for result in results) > QUERIES / 2
    assert sum(bool(result["ignored"]) for result in results) > QUERIES / 4


def test_the_page_s_rows_are_the_columns_that_the_operators_look_at(record):
    rows = build_payload(record)["rows"]
    assert {column for operator in table() for column in operator["columns"]} - {"text"} <= set(rows)
    assert {len(cells) for cells in rows.values()} == {len(record.events)}


def test_the_browser_makes_the_words_that_are_searched_as_python_does(modules, record, frame):
    make = "(search, data) => { search.attach(data); return data.rows.text; }"
    assert modules("model/search.js")(make, build_payload(record)) == list(frame["text"])


# Folding

BLOCKS = [
    (0x0000, 0x024F),
    (0x1E00, 0x1EFF),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB06),
    (0xFF00, 0xFFEF),  # Latin
    (0x0370, 0x03FF),
    (0x1F00, 0x1FFF),
    (0x0400, 0x052F),
    (0x1C80, 0x1C88),  # Greek, Cyrillic
    (0x1100, 0x11FF),
    (0x3130, 0x318F),
    (0xAC00, 0xD7AF),
]  # Hangul


def assigned(code: int) -> bool:
    return unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")


def test_every_letter_of_the_record_s_scripts_and_a_sample_of_all_others_fold_alike(modules):
    codes = {code for first, last in BLOCKS for code in range(first, last + 1) if assigned(code)}
    others = [code for code in range(0x250, 0x110000) if code not in codes and assigned(code)]
    codes |= set(random.Random(350).sample(others, 4000))
    texts = [chr(code) for code in sorted(codes)] + [f"a{chr(code)}b {chr(code)}" for code in sorted(codes)]
    folded = modules("model/folding.js")("({fold}, texts) => texts.map(fold)", texts)
    assert [
        (hex(ord(text[:1])), text, found) for text, found in zip(texts, folded, strict=True) if found != fold(text)
    ] == []
