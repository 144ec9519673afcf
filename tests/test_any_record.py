"""The program serves any record: nothing in it knows a subject, a language, or what a record happens to hold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.publish.exports.formats import FORMATS
from timeline.query.spec import choices_of, parse_query, units_of, vocabulary
from timeline.record.dates.days import FIRST, LAST, day_number
from timeline.record.edit.canon import format_file, record_files, record_languages
from timeline.record.load import load_record, read_record
from timeline.record.model.colours import PAPER, contrast
from timeline.record.model.settings import Kind
from timeline.serve.server import create_app
from timeline.view.figure import extent
from timeline.view.payload import build_payload, to_json

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
CODE = [
    path
    for folder in ("timeline", "assets/src", "assets/css")
    for path in (ROOT / folder).rglob("*.*")
    if path.suffix in (".py", ".js", ".css")
]
FIGURE = {"quantity": "votes", "value": 3}


def get(record, path="/"):
    return create_app(record).server.test_client().get(path)


# ---- the shipped examples ----


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_has_neither_problems_nor_warnings_and_stands_in_canonical_form(folder):
    assert read_record(folder, thorough=True)[1] == []
    languages = record_languages(folder)
    assert [file.name for file, kind in record_files(folder) if format_file(file, languages, kind).changed] == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_example_tells_editors_where_its_own_schema_is(folder):
    schema = re.match(r"# yaml-language-server: \$schema=(\S+)", (folder / "events.yaml").read_text(encoding="utf-8"))
    assert (folder / schema[1]).resolve() == folder / "schema" / "event.json"


def test_the_example_shows_what_a_record_can_say(vesuvius):
    events = vesuvius.events
    assert {"established", "reported", "contested"} <= {event.status for event in events}
    assert {event.date.shape for event in events} == {"instant", "range", "within"}
    assert {"asserts", "denies", "predicts"} <= {claim.stance for event in events for claim in event.claims}
    assert {bool(claim.url) + 2 * bool(claim.locator) for event in events for claim in event.claims} == {1, 2, 3}
    assert not vesuvius.seeds and not vesuvius.settings.replay and vesuvius.settings.languages == ("fr", "en")


def test_the_example_has_its_own_kinds_scopes_and_actors(record, vesuvius):
    for field in ("kinds", "scopes"):
        assert not {item.id for item in getattr(record.settings, field)} & {
            item.id for item in getattr(vesuvius.settings, field)
        }, field
    assert not set(record.actors) & set(vesuvius.actors)


# ---- nothing in code ----


def test_no_code_names_a_kind_an_actor_or_a_preset_of_a_record(record, vesuvius, calendar):
    """Ids of one word may be words of the program too (`kind`, `well`); those with a hyphen, and names, are not."""
    words = {
        name
        for one in (record, vesuvius, calendar)
        for key, actor in one.actors.items()
        for name in (key, *actor.name.values())
    }
    words |= {
        item.id
        for one in (record, vesuvius, calendar)
        for field in ("kinds", "presets", "quantities", "scopes")
        for item in getattr(one.settings, field)
    }
    words |= {event.id for one in (record, vesuvius, calendar) for event in one.events}
    special = [word for word in sorted(words) if re.search(r"[- ]", word)]

    def named(text: str) -> list[str]:
        return [word for word in special if word in text and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]

    # The notes on the fields show how the shipped record writes them; comments and docstrings may give examples.
    spoken = {
        path.name: found
        for path in CODE
        if not path.name.endswith("notes.py") and (found := named(without_comments(path)))
    }
    assert spoken == {}


def without_comments(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        text = re.sub(r'"""[\s\S]*?"""|#.*', "", text)
        # Examples within messages stand in backticks.
        return re.sub(r"`[^`\n]*`", "", text)
    return re.sub(r"/\*[\s\S]*?\*/|^\s*//.*", "", text, flags=re.MULTILINE)


# ---- what a record may lack ----


def test_a_record_of_one_event_and_one_language_is_served(make_record):
    record = make_record({"date": "1969-07-20"})
    page = get(record).get_data(as_text=True)
    payload = build_payload(record)
    assert '<html lang="en">' in page and "Event 1 (en)" in page
    assert (payload["rows"]["id"], payload["settings"]["languages"], payload["settings"]["replay"]) == (
        ["event-1"],
        ["en"],
        None,
    )
    assert payload["facets"]["actor"] == payload["facets"]["country"] == []


@pytest.mark.parametrize(
    ("event", "views", "groups"),
    [
        ({}, {"timeline", "list", "sources"}, {"kind", "source", "status"}),
        (
            {"actors": ["somebody"], "countries": ["NO"]},
            {"timeline", "list", "sources"},
            {"kind", "actor", "country", "source", "status"},
        ),
    ],
)
def test_views_and_lanes_with_nothing_to_show_are_not_offered(make_record, event, views, groups):
    record = make_record({"date": "1969", **event})
    assert set(choices_of(record)["view"]) >= views and not {"numbers", "disagreements"} & set(
        choices_of(record)["view"]
    )
    assert set(choices_of(record)["group"]) == groups
    assert build_payload(record)["choices"]["group"] == list(choices_of(record)["group"])
    assert parse_query("view=numbers", vocabulary(record)).ignored == (("view", "numbers"),)


def test_the_program_s_own_record_offers_every_view(record, vesuvius):
    for one in (record, vesuvius):
        assert {"numbers", "disagreements", "sources"} <= set(choices_of(one)["view"])


def test_a_figure_without_a_unit_is_counted_in_what_it_counts(make_record):
    claim = {"id": "c1", "source": "book", "locator": "p. 1", "says": {"en": "3"}, "figure": FIGURE}
    record = make_record(
        {"date": "1969", "claims": [claim]}, settings={"quantities": [{"id": "votes", "name": {"en": "votes for"}}]}
    )
    assert units_of(record) == ("votes",)
    assert build_payload(record)["names"]["unit"] == {"votes": {"en": "votes for"}}
    assert not parse_query("view=numbers&unit=votes", vocabulary(record)).ignored


def test_a_licence_stands_at_the_foot_only_where_the_record_names_one(record, make_record):
    assert build_payload(record)["settings"]["licence"] == "CC BY 4.0"
    assert "Text of the record: CC BY 4.0" in get(record).get_data(as_text=True)
    assert "Text of the record" not in get(make_record({"date": "1969"})).get_data(as_text=True)


# ---- languages ----


def test_in_a_language_that_the_interface_lacks_it_says_the_english_words(make_record):
    record = make_record({"date": "1969-07-20~"}, languages=("de",))
    payload = build_payload(record)
    assert payload["words"]["de"]["filters"] == "Filters"
    assert (
        payload["events"][0]["shown"]["date"]["de"] == "on or about 20. Juli 1969"
    )  # CLDR has the month, the interface not the words
    assert payload["settings"]["endonyms"] == {"de": "Deutsch"}
    page = get(record)
    assert page.status_code == 200 and '<html lang="de">' in page.get_data(as_text=True)


def test_the_first_language_is_the_page_s_and_each_is_called_by_its_own_name(vesuvius, make_record):
    assert '<html lang="fr">' in get(vesuvius).get_data(as_text=True)
    assert build_payload(vesuvius)["settings"]["endonyms"] == {"fr": "Français", "en": "English"}
    many = make_record({"date": "1969"}, languages=("it", "en", "gsw"))
    assert list(build_payload(many)["settings"]["endonyms"]) == ["it", "en", "gsw"]


def test_the_server_gives_the_page_in_the_language_of_the_address(vesuvius):
    client = create_app(vesuvius).server.test_client()
    for query, language in (("", "fr"), ("lang=en", "en"), ("kind=dig&lang=en&embed=1", "en"), ("lang=de", "fr")):
        assert f'<html lang="{language}">' in client.get(f"/?{query}").get_data(as_text=True), query


def test_without_javascript_the_events_stand_in_every_language_in_the_record_s_order(vesuvius):
    outline = get(vesuvius).get_data(as_text=True).split("<noscript>")[1].split("</noscript>")[0]
    assert re.findall(r'<section id="\w+-\w+" lang="(\w+)"><p>(\w+)', outline) == [("fr", "Cette"), ("en", "This")]
    assert all(outline.count(event.title[language]) == 1 for event in vesuvius.events for language in ("fr", "en"))


# ---- the ends of time ----


@pytest.mark.parametrize(
    "edtf",
    [
        "-9999-01-01",
        "-9999-01-01~",
        "../-9999-01-02",
        "-9999/..",
        "-9999/9999",
        "0001-01-01",
        "9999-12-31",
        "0001-01-01~",
        "9999-12-31~",
        "../0001-01-02",
        "0001/..",
        "9999-12-30/..",
        "../9999",
        "/0001-01-01?",
        "9999-12/",
        "0001",
        "9999",
        "001X",
        "99XX",
        "0001-01-01/9999-12-31",
    ],
)
def test_a_date_at_the_ends_of_time_can_be_drawn(make_record, edtf):
    record = make_record({"date": edtf})
    first, last = extent(record.events[0])
    assert FIRST <= first <= last <= LAST
    written = to_json(build_payload(record))
    assert json.loads(written)["geometry"]["from"][0] >= day_number(FIRST)
    assert get(record).status_code == 200
    for form in FORMATS:
        assert get(record, f"/export/events.{FORMATS[form].extension}").status_code == 200, form


def test_events_centuries_apart_have_rising_knots(make_record):
    scale = build_payload(make_record({"date": "0001-01-01"}, {"date": "1492-10-12"}, {"date": "9999-12-31"}))[
        "overview"
    ]
    assert scale["days"] == sorted(set(scale["days"])) and scale["at"] == sorted(scale["at"])
    assert (scale["at"][0], scale["at"][-1]) == (0, 1) and len(scale["days"]) < 400


# ---- kinds can be drawn ----


def test_every_symbol_that_a_kind_may_have_is_drawn_by_the_chart_and_beside_words():
    from plotly.validator_cache import ValidatorCache

    known = set(map(str, ValidatorCache.get_validator("scatter.marker", "symbol").values))
    style = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "css").glob("*.css"))
    symbols = Kind.model_fields["symbol"].annotation.__args__
    assert len(symbols) == len(set(symbols)) >= 10
    for symbol in symbols:
        assert {symbol, f"{symbol}-open", f"{symbol}-open-dot"} <= known, symbol
        assert re.search(rf"\.symbol-{symbol} \{{\s*--shape: ", style), symbol


def test_the_contrast_of_colours_is_wcag_s_and_the_paper_is_the_page_s():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48  # the well-known grey that just fails AA
    assert contrast("#3a49b8", "#3a49b8") == 1
    tokens = (ROOT / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    assert re.findall(r"--paper: (#\w{6});", tokens)[:2] == [PAPER["light"], PAPER["dark"]]


# ---- the command line ----


def test_any_file_name_is_followed_while_it_is_edited(make_record, tmp_path):
    from timeline.serve.live import LiveApp

    make_record({"date": "1969"})
    (tmp_path / "events.yaml").rename(tmp_path / "my-events.yml")
    live = LiveApp(tmp_path / "my-events.yml")
    file = tmp_path / "my-events.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Event 1", "Event one"), encoding="utf-8")
    live.refresh()
    assert "Event one (en)" in live.current[0].test_client().get("/").get_data(as_text=True)


def test_list_speaks_of_the_example():
    result = CliRunner().invoke(
        main, ["list", "--data", str(ROOT / "examples" / "vesuvius"), "--filter", "kind=dig&from=1800-01-01"]
    )
    assert result.exit_code == 0
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["casts", "charcoal-found"]


def test_the_example_loads_by_its_folder_and_by_its_file():
    assert load_record(EXAMPLES[0]).hash == load_record(EXAMPLES[0] / "events.yaml").hash
