"""The browser's exports give the same bytes as Python's: whatever the view, its language and its day."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from pictured import MEDIA, put

from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.record.identity import file_name
from timeline.record.load import load_record
from timeline.view.payload import build_payload

MODULES = (
    "model/query.js",
    "model/asof.js",
    "model/doubt.js",
    "model/search.js",
    "export/entries.js",
    "export/csv.js",
    "export/json.js",
    "export/ics.js",
    "export/timelinejs.js",
)
BASE = "https://example.org/timeline/"
QUERIES = [
    "",
    "actor=kim-jong-un&status=contested",
    "country=KR&from=2024-10-01&dates=certain",
    "q=coree%20soldats",
    "asof=2024-10-24",
    "asof=2024-06-19&kind=treaty",
    "doubt=mondialisation",
    "doubt=kcna&doubt=volodymyr-zelensky&asof=2024-12-06",
    "q=nothing-like-this",
]
MADE = {
    "csv": "csv(selection)",
    "claims": 'csv(selection, { rows: "claims", bom: true })',
    "forecasts": 'csv(selection, { rows: "forecasts" })',
    "semicolons": 'csv(selection, { delimiter: ";" })',
    "json": "json(selection)",
    "ics": "ics(selection)",
    "timelinejs": "timelinejs(selection)",
}
RUN = """(query, asof, {changes}, search, { select }, { csv }, { json }, { ics }, { timelinejs }, [data, views]) => {
  search.attach(data);
  return views.map(({ spec, lang, base }) => {
    const {asof: day = "", doubt = []} = spec;
    const known = asof.at(data.rows, data.events, day, doubt);
    const changed = doubt.length ? changes(asof.known(data.rows, data.events, day), known, doubt) : [];
    const rows = query.select(data.operators, known.columns, spec, known.rows);
    const selection = select({ data, known, rows, lang, base, asof: day, doubt, changed });
    return { ids: rows.map((row) => data.rows.id[row]), filename: selection.filename("csv", "claims"), %s };
  });
}""" % ", ".join(f"{name}: {call}" for name, call in MADE.items())


@pytest.fixture(scope="module")
def browser_exports(modules):
    """browser_exports(record, selections): what the browser makes of each, a dict of format to text."""
    in_browser = modules(*MODULES)

    def run(record, selections):
        views = [
            {
                "spec": {
                    key: list(value) if isinstance(value, tuple) else value
                    for key, value in selection.spec.values.items()
                },
                "lang": selection.language,
                "base": selection.base,
            }
            for selection in selections
        ]
        return in_browser(RUN, [build_payload(record), views])

    return run


def python_exports(selection) -> dict:
    made = {name: FORMATS[name].make(selection).decode() for name in ("csv", "json", "ics", "timelinejs")}
    return {
        **made,
        "claims": FORMATS["csv"].make(selection, rows="claims", bom="1").decode(),
        "forecasts": FORMATS["csv"].make(selection, rows="forecasts").decode(),
        "semicolons": FORMATS["csv"].make(selection, delimiter="semicolon").decode(),
        "ids": [event.id for event in selection.events],
        "filename": selection.filename("csv", "claims"),
    }


def agree(record, browser_exports, selections):
    for selection, made in zip(selections, browser_exports(record, selections), strict=True):
        wanted = python_exports(selection)
        assert set(made) == set(wanted)
        for name, text in wanted.items():
            assert made[name] == text, (name, selection.language, selection.spec.to_query())


def test_every_export_of_the_real_record_is_the_same_to_the_byte(browser_exports, record):
    selections = [
        select_view(record, query, language, base) for query in QUERIES for language, base in (("en", BASE), ("fr", ""))
    ]
    sizes = [len(selection.events) for selection in selections]
    assert len(set(sizes)) >= 6 and 0 in sizes and len(record.events) in sizes
    agree(record, browser_exports, selections)


def test_every_export_of_a_small_record_with_every_shape_of_date_is_the_same(browser_exports, apollo):
    agree(
        apollo,
        browser_exports,
        [
            select_view(apollo, query, language, BASE)
            for query in ("", "asof=1969-08-01", "kind=science")
            for language in ("en", "fr")
        ],
    )


def test_every_export_of_years_before_the_year_1_is_the_same(browser_exports, rome):
    views = [("", "en", BASE), ("", "fr", BASE), ("asof=-0043-12-31", "fr", "")]
    agree(rome, browser_exports, [select_view(rome, *view) for view in views])


def test_hostile_and_odd_texts_are_written_alike(browser_exports, write_record):
    """Formulas, quotes, markup, line breaks, tabs, long words of many octets, and figures of every kind."""
    hostile = json.dumps("=HYPERLINK(\"x\"),\r\n<b>&amp;</b> 'q'; \\ " + "조선🌍é" * 40 + "\t", ensure_ascii=False)
    figure = "figure: {quantity: samples, value: 21.5, bound: about, unit: kg, scope: apollo-11}"
    several = (
        "figure: {quantity: samples, low: 0.5, high: 3, unit: kg}\n      "
        "figures: [{quantity: samples, words: {en: some, fr: quelques}, unit: kg}, {quantity: samples, value: "
        "20000000000}]"
    )
    record = load_record(
        write_record(
            events=lambda text: (
                text.replace("en: Kennedy sets the goal of a lunar landing", f"en: {hostile}")
                .replace(figure, several)
                .replace('"1962"', '"196X"')
                .replace("lat: 38.89, lon: -77.01", "lat: -38, lon: 0.0001")
                .replace('"1969-10-01"', '"1969-10~"')
                .replace(
                    "In August., fr: En août.}",
                    "In August., fr: En août.}, figures: [{quantity: samples, value: 2, unit: kg}]",
                )
            ),
            settings=lambda text: text.replace("en: The Apollo programme", "en: '+ Ära: <Apollo>'"),
        )
    )
    agree(record, browser_exports, [select_view(record, "", language, BASE) for language in ("en", "fr")])


@pytest.mark.parametrize(
    "date",
    [
        "1961-05-25T18:00:00",
        "1961-05-25T18:00:10+05:30",
        "1961-05-25T18:00:00-04/1961-05-26T01:30:00Z",
        "1961-05-25T18:00:00/1961-05-26",
        "0001-01-01T00:30:00+03:00",
    ],
)
def test_a_time_of_day_leaves_the_page_as_it_leaves_the_server(write_record, browser_exports, date):
    record = load_record(write_record(events=lambda text: text.replace("1961-05-25", date)))
    agree(record, browser_exports, [select_view(record, "", language, BASE) for language in ("en", "fr")])


def test_pictures_leave_alike(make_record, browser_exports, tmp_path):
    put(tmp_path)
    plain = {key: value for key, value in deepcopy(MEDIA).items() if key != "caption"}
    events = ({"date": "1969", "media": MEDIA}, {"date": "1970", "media": plain}, {"date": "1971"})
    record = make_record(*events, languages=("en", "fr"))
    views = [("", "en", BASE), ("", "fr", ""), ("asof=1980-01-01", "en", BASE)]
    agree(record, browser_exports, [select_view(record, *view) for view in views])


def test_a_calendar_of_a_record_with_an_id_knows_its_events_by_that(make_record, browser_exports):
    record = make_record({"date": "1969"}, settings={"id": "an-id-of-its-own"})
    agree(record, browser_exports, [select_view(record, "", "en", BASE)])


TITLES = [
    "Le traité russo-nord-coréen de 2024",
    "Russia’s law, the president's name, James’ tea and rock'n'roll's end",
    "a's's 'sé ’s s's9 x'sж",
    "조약",
    "",
    "- – —",
    "x" * 61,
    "x" * 59 + "-y",
    "word " * 11 + "seventh",
    "n" * 60 + " and more",
    "Éléments ﬁnaux № 5 ＦＵＬＬ Straße",
]


def test_titles_become_the_same_names(modules):
    """The browser's twin of `file_name`."""
    made = modules("export/entries.js")("({ slug }, titles) => titles.map(slug)", TITLES)
    assert made == [file_name(title) for title in TITLES]
