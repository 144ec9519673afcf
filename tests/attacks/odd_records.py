"""Records that are right and odd, for hypothesis: numbers and dates at their edges, rare characters, long words, little
of everything.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from timeline.record.read.text import UNPRINTABLE

from .full_record import FULL

NUMBERS = st.one_of(
    st.sampled_from(["1e25", "1e308", "-1e308", "5e-324", "1e16", "123456789012345678", "0", "-0.0", "1e-7", "0.1"]),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(min_value=-(10**30), max_value=10**30).map(str),
)
DATES = st.sampled_from(
    [
        "0001-01-01",
        "9999-12-31",
        "0001",
        "9999",
        "9999-12-31~",
        "0001-01-01?",
        "0001/9999",
        "../0001-01-01",
        "9999-12-31/..",
        "/0001",
        "9999/",
        "199X",
        "99XX",
        "2000-02-XX",
        "9999-24",
        "0001-21",
        "2024-02-29%",
        "2001-02-03T10:11:12Z",
    ]
)
# Every character that YAML allows, and some more often: what other formats take for their own, what turns or hides.
TEXTS = st.one_of(
    st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "]]>",
            "=1+1",
            "a;=1+1",
            "\u202eabc",
            "x" * 400,
            "\U0001f1eb\U0001f1f7",
            "e\u0301" * 50,
            "a\tb",
            "%s {0} ${x} {{ y }}",
            "\\n\\,;:\"'`",
            "مرحبا",
            "漢字",
            "\u2027",
            "\ue000",
        ]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
        lambda text: text.strip() and not UNPRINTABLE.search(text)
    ),
)


def both(words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    """A text in both languages of the full record."""
    return st.fixed_dictionaries({"en": words, "fr": words})


@st.composite
def odd_records(draw: st.DrawFn) -> dict[str, Any]:
    """The full record with odd values in some of its fields."""
    record = deepcopy(FULL)
    text = both(TEXTS)
    events = record["events"] = record["events"][: draw(st.integers(0, 2))]
    for event in events:
        optional = dict.fromkeys(("title", "short_title", "summary", "date_note"), text)
        event.update(draw(st.fixed_dictionaries({}, optional=optional)))
        event["date"] = draw(DATES)
        event["place"] = draw(
            st.none()
            | st.fixed_dictionaries(
                {"name": text, "lat": st.sampled_from(["90", "-90", "0"]), "lon": st.sampled_from(["180", "-180"])}
            )
        )
        for name in ("actors", "countries", "relates"):
            if draw(st.booleans()):
                event[name] = []
        event["relates"] = event["relates"] if len(events) > 1 else []
        for claim in event["claims"]:
            claim["asserted_on"] = draw(st.none() | DATES)
            claim["says"] = draw(text)
            claim["figure"] = draw(_figures())
            claim["figures"] = draw(st.lists(_figures(), max_size=2))
            claim["quote"] = draw(st.none() | st.fixed_dictionaries({"text": TEXTS, "lang": st.just("en")}))
        for part in (event, *event["claims"]):
            for name in [name for name, value in part.items() if value is None]:
                del part[name]
        if len(events) == 1:  # what names the second
            event.pop("part_of", None)
            for claim in event["claims"]:
                claim.pop("outcome", None)
    record["settings"].update(
        draw(st.fixed_dictionaries({}, optional={"title": text, "subtitle": text, "changes": text}))
    )
    record["settings"]["updated"] = draw(st.sampled_from(["0001-01-01", "9999-12-31"]))
    for name in ("actors", "sources", "scopes", "kinds"):
        items = record[name] if name in record else record["settings"][name]
        items[0]["name"] = draw(text)
    span = draw(
        st.sampled_from([("0001-01-01", "9999-12-31"), ("9999-12-30", "9999-12-31"), ("2001-01-01", "2001-01-02")])
    )
    record["settings"]["presets"][0].update(start=span[0], end=span[1])
    if draw(st.booleans()):
        record["settings"].pop("replay")
    else:
        record["settings"]["replay"] = {"start": span[0], "end": span[1]}
    record["settings"]["translation_exceptions"] = []
    record["settings"]["chapters"][0].update(start=span[0], end=span[1], filter={})
    return record


def _figures() -> st.SearchStrategy[dict[str, Any]]:
    base = {"quantity": st.just("people")}
    bound = {"bound": st.sampled_from(["exact", "about", "at_least", "at_most"]), "unit": st.just("kg")}
    return st.one_of(
        st.fixed_dictionaries({**base, "value": NUMBERS}, optional=bound),
        st.fixed_dictionaries({**base, "low": NUMBERS}, optional=bound),
        st.fixed_dictionaries({**base, "high": NUMBERS}, optional=bound),
        st.tuples(NUMBERS, NUMBERS).map(
            lambda ends: {"quantity": "people", "low": min(ends, key=float), "high": max(ends, key=float)}
        ),
    )
