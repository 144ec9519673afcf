"""From a folder of YAML files to an immutable record whose hash is that of its content."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pydantic
import pytest
import yaml

from timeline.record.load import load_record, read_record
from timeline.record.problems.problem import RecordError

GOOD = sorted(
    folder for folder in (Path(__file__).resolve().parents[1] / "records" / "good").iterdir() if folder.is_dir()
)


def hash_of(folder) -> str:
    return load_record(folder).hash


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_good_record_loads_without_problems(folder):
    record, problems = read_record(folder)
    assert problems == []
    assert record.events


def test_events_are_in_the_order_of_their_first_day_and_open_starts_come_first(apollo):
    assert [event.id for event in apollo.events] == [
        "landing-before-1970",
        "lunar-goal",
        "rendezvous-chosen",
        "apollo-11-flight",
        "first-words",
        "quarantine-ends",
        "reflector-in-use",
        "samples-studied",
    ]


def test_what_events_refer_to_is_found_by_id(apollo):
    assert apollo.actors["parkes"].name == {"en": "Parkes Observatory", "fr": "Observatoire de Parkes"}
    assert apollo.sources["memo"].type == "seed"
    assert [paragraph.n for paragraph in apollo.seeds["memo"].paragraphs] == [1, 2, 3]
    assert apollo.seeds["memo"].author is None
    assert apollo.seeds["memo"].outlet is None


def test_the_sources_of_an_event_are_those_of_its_claims_each_once(apollo):
    events = {event.id: event for event in apollo.events}
    assert events["lunar-goal"].sources == ("memo", "nasa")
    assert events["landing-before-1970"].sources == ("nasa",)


def test_a_figure_may_stand_alone_or_in_a_list(write_record):
    listed = load_record(
        write_record(
            events=lambda text: text.replace(
                "figure: {quantity: samples, value: 21.5, bound: about, unit: kg, scope: apollo-11}",
                "figures: [{quantity: samples, value: 21.5}, {quantity: samples, low: 20, high: 22}]",
            )
        )
    )
    claim = listed.events[-1].claims[0]
    assert claim.figure is None
    assert [(amount.value, amount.low, amount.high) for amount in claim.amounts] == [
        (21.5, None, None),
        (None, 20, 22),
    ]
    assert all(event.claims[0].amounts == () for event in listed.events[:-1])


def test_an_event_is_later_when_it_begins_after_the_last_seed_document(apollo):
    assert apollo.last_seed_day == date(1969, 8, 1)
    assert [event.id for event in apollo.events if apollo.later_than_seeds(event)] == ["samples-studied"]


def test_without_seed_documents_nothing_is_later(write_record):
    folder = write_record(
        sources=lambda text: text[text.index("- id: nasa") :],
        events=lambda text: text[text.index("- id: landing-before-1970") : text.index("- id: lunar-goal")],
    )
    record = load_record(folder)
    assert record.last_seed_day is None
    assert not any(record.later_than_seeds(event) for event in record.events)


def test_a_record_may_hold_no_event(write_record):
    assert load_record(write_record(events="[]\n")).events == ()


def test_the_events_file_names_its_folder(write_record):
    folder = write_record()
    assert load_record(folder / "events.yaml") == load_record(folder) == load_record(str(folder))


def test_another_name_for_the_events_file_is_read_beside_the_same_registries(write_record):
    folder = write_record()
    (folder / "draft.yaml").write_text("[]\n", encoding="utf-8")
    assert load_record(folder / "draft.yaml").events == ()


# The hash


def test_the_hash_does_not_depend_on_formatting_comments_or_quotes(write_record, apollo):
    folder = write_record(
        events=lambda text: "# A comment\n\n" + text.replace('"1969-08"', "1969-08").replace("\n\n", "\n\n\n# more\n")
    )
    assert hash_of(folder) == apollo.hash


def test_the_hash_does_not_depend_on_the_order_of_fields_or_on_stated_defaults(write_record, apollo):
    folder = write_record(
        events=lambda text: text.replace(
            "kind: mission\n  status: contested", "status: contested\n  kind: mission"
        ).replace('asserted_on: "1961-05-25"\n', 'asserted_on: "1961-05-25"\n      stance: asserts\n')
    )
    assert hash_of(folder) == apollo.hash


def test_the_hash_does_not_depend_on_the_order_of_languages_or_on_where_an_event_stands(write_record, apollo):
    def turned(text: str) -> str:
        return yaml.dump(yaml.load(text, Loader=yaml.BaseLoader)[::-1], allow_unicode=True)

    def swapped(text: str) -> str:
        return re.sub(r"\{en: ([^{},\"]+), fr: ([^{},\"]+)\}", r"{fr: \2, en: \1}", text)

    assert hash_of(write_record(actors=swapped)) == apollo.hash
    assert hash_of(write_record(events=turned)) == apollo.hash


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("events", "1969-09-15~", "1969-09-15"),
        ("events", "Rocks go to many", "Rocks went to many"),
        ("events", "value: 21.5", "value: 21.6"),
        ("events", "stance: denies", "stance: confirms"),
        ("actors", "en: Parkes Observatory", "en: Parkes"),
        ("sources", "type: press", "type: broadcaster"),
        ("settings", "symbol: star", "symbol: diamond"),
        ("memo", "Recalls the goal set", "Recalls a goal set"),
    ],
)
def test_the_hash_changes_with_every_file_s_content(write_record, apollo, file, old, new):
    assert hash_of(write_record(**{file: lambda text: text.replace(old, new)})) != apollo.hash


def test_the_hash_is_the_same_in_every_process(write_record, apollo):
    assert apollo.hash == hash_of(write_record())
    assert len(apollo.hash) == 64


# Refusals


@pytest.mark.parametrize("missing", ["events", "actors", "sources", "settings", "memo"])
def test_a_missing_file_is_named(write_record, missing):
    folder = write_record(**{missing: None})
    record, [problem] = read_record(folder)
    assert record is None
    assert (problem.file, problem.code) == (f"{folder}/{missing}.yaml", "missing-file")


def test_a_folder_without_a_record_is_one_problem_that_says_what_a_record_is(tmp_path):
    _, [problem] = read_record(tmp_path)
    assert (Path(problem.file).name, problem.code) == ("events.yaml", "missing-file")
    assert problem.hint == "a record is `settings.yaml`, `actors.yaml`, `sources.yaml`, `events.yaml` in one folder"


def test_each_file_that_is_missing_beside_others_is_named(write_record):
    _, problems = read_record(write_record(actors=None, sources=None))
    assert [(Path(p.file).name, p.code) for p in problems] == [
        ("actors.yaml", "missing-file"),
        ("sources.yaml", "missing-file"),
    ]


def test_load_record_raises_every_problem_at_once(write_record):
    folder = write_record(events=lambda text: text.replace("kind: science", "kind: sience"))
    with pytest.raises(RecordError) as refusal:
        load_record(folder)
    assert refusal.value.problems == read_record(folder)[1]
    assert len(str(refusal.value).splitlines()) == 2


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999"])
def test_a_figure_is_a_finite_number(write_record, number):
    _, [problem] = read_record(write_record(events=lambda text: text.replace("value: 21.5", f"value: {number}")))
    assert (problem.code, problem.path) == ("type", "[samples-studied].claims[c1].figure.value")


# Immutable


def test_the_record_and_its_parts_refuse_change(apollo):
    event = apollo.events[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        apollo.events = ()
    with pytest.raises(pydantic.ValidationError):
        event.status = "established"
    with pytest.raises(pydantic.ValidationError):
        event.claims[0].stance = "denies"
    with pytest.raises(dataclasses.FrozenInstanceError):
        event.date.text = "1970"


@pytest.mark.parametrize("part", ["actors", "sources", "seeds", "documents"])
def test_the_registries_refuse_change(apollo, part):
    with pytest.raises(TypeError):
        getattr(apollo, part)["new"] = None


def test_lists_are_tuples_throughout(apollo):
    def lists(value):
        if isinstance(value, list):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from lists(item)
        elif isinstance(value, pydantic.BaseModel):
            for name in type(value).model_fields:
                yield from lists(getattr(value, name))

    parts = [*apollo.events, *apollo.actors.values(), *apollo.sources.values(), *apollo.seeds.values(), apollo.settings]
    assert [found for part in parts for found in lists(part)] == []


def test_a_record_that_forgets_where_everything_stands_says_the_same(apollo):
    light = apollo.without_places()
    assert (light, light.hash) == (apollo, apollo.hash)
    assert all(document.places.root is None for document in light.documents)
    assert apollo.documents.events.places.root
    assert light.documents.events.problem((0,), "unknown-kind", "what").line == 1


def test_parts_with_the_same_fields_share_the_set_of_their_names(apollo):
    fields = {"by", "id", "says", "source", "stance", "url"}
    claims = [claim for event in apollo.events for claim in event.claims if claim.model_fields_set == fields]
    one, other = claims[:2]
    assert one.model_fields_set is other.model_fields_set
    changed = one.model_copy(update={"passage": 7})
    assert "passage" in changed.model_fields_set and "passage" not in one.model_fields_set
