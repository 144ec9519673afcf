"""What changed in the record is said in sentences that a reviewer can read without opening the files."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.record.compare.changelog import COUNTED
from timeline.record.compare.describe import Names, differing, quoted
from timeline.record.compare.diff import Change, changes
from timeline.record.load import load_record
from timeline.record.model.model import Event, Source
from timeline.record.record import Record


@pytest.fixture
def after(apollo, write_record):
    """after(events=("old", "new"), …) gives the changes that replacing a text in a file of the apollo record makes."""

    def made(**edits: tuple[str, str]) -> tuple[Change, ...]:
        replacing = {stem: lambda text, edit=edit: text.replace(edit[0], edit[1], 1) for stem, edit in edits.items()}
        return changes(apollo, load_record(write_record(**replacing)))

    return made


def said(found: tuple[Change, ...]) -> list[str]:
    return [str(change) for change in found]


# Nothing


def test_a_record_does_not_differ_from_itself(apollo, record):
    assert changes(apollo, apollo) == changes(record, record) == ()


def test_comments_layout_and_the_place_of_events_of_different_dates_are_no_changes(apollo, write_record):
    def rewritten(text: str) -> str:
        first, *rest = text.split("\n\n- id: ")
        return "# a comment\n" + "\n\n".join(f"- id: {part}" for part in rest) + "\n\n" + first + "\n"

    assert changes(apollo, load_record(write_record(events=rewritten))) == ()


def test_one_figure_may_be_written_as_a_list(after):
    was = "figure: {quantity: samples, value: 21.5, bound: about, unit: kg, scope: apollo-11}"
    assert after(events=(was, f"figures: [{was.removeprefix('figure: ')}]")) == ()


# One change, one sentence: (file, what is replaced, by what, kind, sentence)

EDITS = {
    "date": (
        "events",
        '"1969-08/.."',
        '"1969-08-02/.."',
        "event-redated",
        "reflector-in-use: date changed from 1969-08/.. to 1969-08-02/..",
    ),
    "status": (
        "events",
        "status: established",
        "status: reported",
        "status-changed",
        "lunar-goal: status changed from established to reported",
    ),
    "title in both": (
        "events",
        "{en: First words on the Moon, fr: Premiers mots sur la Lune}",
        "{en: Words on the Moon, fr: Premiers mots sur la Lune}",
        "event-retitled",
        "first-words: title (en) changed, unchanged in fr: “First words on the Moon” → “Words on the Moon”",
    ),
    "title in French": (
        "events",
        "fr: Premiers mots sur la Lune",
        "fr: Mots sur la Lune",
        "translation-changed",
        "first-words: title (fr) changed, translation only: “Premiers mots sur la Lune” → “Mots sur la Lune”",
    ),
    "spaces": (
        "events",
        "« Pour un homme »",
        "« Pour un\u00a0homme »",
        "translation-changed",
        "first-words: text of claim c1 (fr) changed in its spaces only, translation only",
    ),
    "movement": (
        "events",
        "says: {en: Reports the choice., fr: Rapporte le choix.}",
        "says: {en: Reports the choice., fr: Rapporte le choix.}, moved: {origin: {name: {en: Houston, fr: Houston}}, "
        "destination: {name: {en: the Moon, fr: la Lune}, lat: 0.67, lon: 23.47}}",
        "claim-changed",
        "rendezvous-chosen: movement of claim c1 added: from Houston to the Moon (0.67, 23.47)",
    ),
    "archived copy": (
        "events",
        "url: https://example.org/plan,",
        "url: https://example.org/plan, archived: {url: 'https://example.net/1/plan', on: '2026-01-01'},",
        "claim-changed",
        "rendezvous-chosen: archived copy of claim c1 added: https://example.net/1/plan (2026-01-01)",
    ),
    "note on the date": (
        "events",
        "  date_note: {en: Pages give the year only., fr: Les pages ne donnent que l’année.}\n",
        "",
        "event-changed",
        "rendezvous-chosen: note on the date removed: “Pages give the year only.”",
    ),
    "actors": (
        "events",
        "actors: [neil-armstrong, parkes]",
        "actors: [parkes, john-kennedy]",
        "event-changed",
        "first-words: actors: John F. Kennedy added, Neil Armstrong removed",
    ),
    "order of actors": (
        "events",
        "actors: [neil-armstrong, parkes]",
        "actors: [parkes, neil-armstrong]",
        "event-changed",
        "first-words: actors put in another order: Parkes Observatory, Neil Armstrong",
    ),
    "place": (
        "events",
        "lat: 38.89",
        "lat: 38.9",
        "event-changed",
        "lunar-goal: latitude of the place changed from 38.89 to 38.9",
    ),
    "place gone": (
        "events",
        "  place: {name: {en: Washington, fr: Washington}, lat: 38.89, lon: -77.01}\n",
        "",
        "event-changed",
        "lunar-goal: place removed: Washington (38.89, -77.01)",
    ),
    "relation": (
        "events",
        "  relates:\n    - {type: implements, event: lunar-goal}",
        "  relates: [{type: follows, event: lunar-goal}]",
        "event-changed",
        "apollo-11-flight: relations: follows lunar-goal added, implements lunar-goal removed",
    ),
    "stance": (
        "events",
        "stance: denies",
        "stance: declines_to_comment",
        "claim-changed",
        "first-words: stance of claim c2 changed from denies to declines_to_comment",
    ),
    "source of a claim": (
        "events",
        "source: herald, url: https://example.org/plan",
        "source: nasa, url: https://example.org/plan",
        "claim-changed",
        "rendezvous-chosen: source of claim c1 changed from The Lunar Herald to NASA history pages",
    ),
    "day of a claim": (
        "events",
        'asserted_on: "1969-10-01", ',
        "",
        "claim-changed",
        "reflector-in-use: day of claim c1 removed: 1969-10-01",
    ),
    "address": (
        "events",
        "https://example.org/laser",
        "https://example.org/lasers",
        "claim-changed",
        "reflector-in-use: address of claim c1 changed from https://example.org/laser to https://example.org/lasers",
    ),
    "passage": (
        "events",
        "passage: 3",
        "passage: 1",
        "claim-changed",
        "samples-studied: paragraph of claim c1 changed from 3 to 1",
    ),
    "claimants": (
        "events",
        "by: [parkes], ",
        "",
        "claim-changed",
        "first-words: claimants of claim c2: Parkes Observatory removed",
    ),
    "quote": (
        "events",
        "Before the decade is out",
        "before this decade is out",
        "claim-changed",
        "lunar-goal: quote of claim c1 changed from “Before the decade is out” (en) to “before this decade is out” "
        "(en)",
    ),
    "note added": (
        "events",
        "says: {en: In August., fr: En août.}",
        "says: {en: In August., fr: En août.}, note: {en: A guess., fr: À peu près.}",
        "claim-changed",
        "quarantine-ends: note of claim c1 added: “A guess.”",
    ),
    "figure": (
        "events",
        "value: 21.5, bound: about",
        "low: 20, high: 22, bound: exact",
        "figure-changed",
        "samples-studied: figure of claim c1 changed from about 21.5 kg on Apollo 11 to 20–22 kg on Apollo 11",
    ),
    "figure in words": (
        "events",
        "value: 21.5, bound: about, unit: kg",
        "words: {en: dozens of, fr: des dizaines de}, bound: at_least",
        "figure-changed",
        "samples-studied: figure of claim c1 changed from about 21.5 kg on Apollo 11 "
        "to at least “dozens of” rock samples on Apollo 11",
    ),
    "figure gone": (
        "events",
        "      figure: {quantity: samples, value: 21.5, bound: about, unit: kg, scope: apollo-11}",
        "",
        "figure-removed",
        "samples-studied: figure of claim c1 removed: about 21.5 kg on Apollo 11",
    ),
    "disagreement": (
        "events",
        "{en: One word is disputed., fr: Un mot est disputé.}",
        "{en: One sound is disputed., fr: Un son est disputé.}",
        "disagreement-changed",
        "first-words: disagreement on the wording changed: sentence (en) changed: “One word is disputed.” → "
        "“One sound is disputed.”; sentence (fr) changed: “Un mot est disputé.” → “Un son est disputé.”",
    ),
    "disagreement in French": (
        "events",
        "fr: Un mot est disputé.",
        "fr: On dispute un mot.",
        "translation-changed",
        "first-words: disagreement on the wording changed: sentence (fr) changed, translation only: "
        "“Un mot est disputé.” → “On dispute un mot.”",
    ),
    "side": (
        "events",
        "fr: Sans lui}, claims: [c2]",
        "fr: Sans lui}, claims: [c2, c1]",
        "disagreement-changed",
        "first-words: disagreement on the wording changed: claims of the side “Without it”: c1 added",
    ),
    "source": (
        "sources",
        "type: press",
        "type: wire",
        "source-changed",
        "herald: type of the source changed from press to wire",
    ),
    "source in French": (
        "sources",
        "Le Héraut lunaire",
        "Le Héraut de la Lune",
        "translation-changed",
        "herald: name of the source (fr) changed, translation only: “Le Héraut lunaire” → “Le Héraut de la Lune”",
    ),
    "actor": (
        "actors",
        "  type: person\n  country: US\n  role",
        "  type: person\n  role",
        "actor-changed",
        "john-kennedy: country of the actor removed: US",
    ),
    "digest": ("memo", "0abd39ef", "1abd39ef", "seed-changed", "memo: seed document: paragraph digests changed: 3"),
    "gist": (
        "memo",
        "Gives the mass of the samples.",
        "Gives their mass.",
        "seed-changed",
        "memo: gist of paragraph 3 (en) changed, unchanged in fr: “Gives the mass of the samples.” → “Gives their "
        "mass.”",
    ),
    "settings": (
        "settings",
        'updated: "2026-01-02"',
        'updated: "2026-01-03"',
        "settings-changed",
        "settings: day of the last update changed from 2026-01-02 to 2026-01-03",
    ),
    "kind": (
        "settings",
        "symbol: circle",
        "symbol: cross",
        "settings-changed",
        "settings: symbol of kind `mission` changed from circle to cross",
    ),
    "scope": (
        "settings",
        "scopes:\n",
        "scopes:\n  - {id: ever, name: {en: in all, fr: en tout}}\n",
        "settings-changed",
        "settings: scope `ever` added: “in all”",
    ),
}


@pytest.mark.parametrize(("file", "was", "is_now", "kind", "sentence"), EDITS.values(), ids=EDITS)
def test_one_change_is_said_in_one_sentence(after, file, was, is_now, kind, sentence):
    found = after(**{file: (was, is_now)})
    assert [(change.kind, str(change)) for change in found] == [(kind, sentence)]


def test_a_french_space_beside_a_sign_is_no_change(after):
    """Readers get the no-break one whichever was typed (record/typography.py)."""
    assert after(events=("« Pour un homme »", "«\u00a0Pour un homme\u202f»")) == ()


def test_a_change_carries_its_place_and_both_values(after):
    (change,) = after(events=("stance: denies", "stance: confirms"))
    assert change.as_dict() == {
        "kind": "claim-changed",
        "part": "event",
        "id": "first-words",
        "name": "First words on the Moon",
        "path": "claims[c2]",
        "field": "stance",
        "old": "denies",
        "new": "confirms",
        "sentence": "first-words: stance of claim c2 changed from denies to confirms",
    }


def test_every_language_of_a_text_has_its_sentence(after):
    found = after(
        events=("{en: Reports the choice., fr: Rapporte le choix.}", "{en: Gives the choice., fr: Donne le choix.}")
    )
    assert said(found) == [
        "rendezvous-chosen: text of claim c1 (en) changed: “Reports the choice.” → “Gives the choice.”",
        "rendezvous-chosen: text of claim c1 (fr) changed: “Rapporte le choix.” → “Donne le choix.”",
    ]


def test_of_a_long_text_only_what_differs_is_shown():
    words = " ".join(f"word{n}" for n in range(40))
    assert differing(words, words.replace("word20 ", "")) == (
        "“… word17 word18 word19 word20 word21 word22 word23 …”",
        "“… word17 word18 word19 word21 word22 word23 …”",
    )
    assert differing(words, "word0 and no more") == (quoted(words, 240), "“word0 and no more”")


def test_what_nobody_sees_is_written_out():
    assert quoted("safe\u202etxt\u200b") == "“safe\\u202etxt\\u200b”"


# Claims


def test_a_claim_that_is_added_is_said_with_who_says_what_and_where(after):
    claim = (
        '    - {id: c2, source: herald, url: "https://example.org/no", by: [parkes], asserted_on: "1962-07", stance: '
        "denies,"
        " says: {en: It is open., fr: C’est ouvert.}, figure: {quantity: samples, value: 11000, bound: at_least}}"
        "\n\n- id: apollo-11-flight"
    )
    (change,) = after(events=("\n- id: apollo-11-flight", claim))
    assert (change.kind, change.path) == ("claim-added", "claims[c2]")
    assert str(change) == (
        "rendezvous-chosen: claim c2 added (The Lunar Herald, by Parkes Observatory, 1962-07, denies): "
        "“It is open.” [at least 11,000 rock samples] https://example.org/no"
    )


CLAIMS = """\
- id: lunar-goal
  date: "1961-05-25"
  title: {en: Goal, fr: But}
  summary: {en: A goal., fr: Un but.}
  kind: decision
  status: established
  claims:
"""
ONE, TWO, THREE = (
    f"source: {source}, {cited}, says: {{en: {says}, fr: {says}}}}}\n"
    for source, cited, says in (
        ("memo", "passage: 2", "One"),
        ("nasa", "url: https://example.org/2", "Two"),
        ("herald", "url: https://example.org/3", "Three"),
    )
)


def claims(*texts: str) -> str:
    return CLAIMS + "".join(f"    - {{id: c{n}, {text}" for n, text in enumerate(texts, 1))


@pytest.fixture
def between(write_record):
    """between(old, new) gives the sentences on two texts of events.yaml."""
    return lambda old, new: said(changes(load_record(write_record(events=old)), load_record(write_record(events=new))))


def test_claims_that_move_up_after_a_withdrawal_are_not_taken_for_others(between):
    assert between(claims(ONE, TWO, THREE), claims(ONE, THREE)) == [
        "lunar-goal: claim c2 withdrawn (NASA history pages, asserts): “Two” https://example.org/2",
        "lunar-goal: claim c3 is now c2",
    ]


def test_a_claim_of_another_source_with_other_words_is_another_claim_whatever_its_id(between):
    assert between(claims(ONE, TWO), claims(ONE, THREE)) == [
        "lunar-goal: claim c2 added (The Lunar Herald, asserts): “Three” https://example.org/3",
        "lunar-goal: claim c2 withdrawn (NASA history pages, asserts): “Two” https://example.org/2",
    ]


def test_a_claim_keeps_its_id_while_its_words_change(between):
    assert between(claims(ONE), claims(ONE.replace("fr: One", "fr: Un").replace("passage: 2", "passage: 3"))) == [
        "lunar-goal: paragraph of claim c1 changed from 2 to 3",
        "lunar-goal: text of claim c1 (fr) changed, translation only: “One” → “Un”",
    ]


def test_claims_in_another_order(between):
    swapped = CLAIMS + f"    - {{id: c2, {TWO}    - {{id: c1, {ONE}"
    assert between(claims(ONE, TWO), swapped) == ["lunar-goal: claims put in another order: c2, c1"]


def test_figures_are_compared_by_what_they_count(between):
    amounts = lambda *values: claims(ONE.replace("}}\n", "}, figures: [" + ", ".join(values) + "]}\n"))  # noqa: E731
    first, second = "{quantity: samples, value: 3, scope: none}", "{quantity: samples, value: 24, scope: apollo-11}"
    assert between(amounts(first, second), amounts(second.replace("24", "25"))) == [
        "lunar-goal: figure of claim c1 removed: 3 rock samples no scope given",
        "lunar-goal: figure of claim c1 changed from 24 rock samples on Apollo 11 to 25 rock samples on Apollo 11",
    ]
    assert between(amounts(first, second), amounts(second, first)) == [
        "lunar-goal: figures of claim c1 put in another order"
    ]


def test_disagreements_are_added_and_removed(between):
    point = (
        "  disagreements:\n    - about: date\n      sentence: {en: The day differs., fr: Le jour diffère.}\n"
        "      sides: [{holds: {en: A, fr: A}, claims: [c1]}, {holds: {en: B, fr: B}, claims: [c2]}]\n"
    )
    without, with_it = claims(ONE, TWO), claims(ONE, TWO) + point
    assert between(without, with_it) == ["lunar-goal: disagreement on the date added: “The day differs.”"]
    assert between(with_it, without) == ["lunar-goal: disagreement on the date removed: “The day differs.”"]


# Events and registers


def test_events_are_added_and_removed_in_the_order_of_their_dates(between):
    later = claims(ONE).replace("lunar-goal", "later").replace("1961-05-25", "1970").replace("Goal", "Later")
    assert between(later, claims(ONE, TWO)) == [
        "lunar-goal: event added: 1961-05-25, “Goal” (established, 2 claims)",
        "later: event removed: 1970, “Later” (established, 1 claim)",
    ]


def test_a_new_id_is_an_event_removed_and_one_added_with_a_hint(between):
    assert between(claims(ONE), claims(ONE).replace("lunar-goal", "moon-goal")) == [
        "moon-goal: event added: 1961-05-25, “Goal” (established, 1 claim); it has the date and title of `lunar-goal`, "
        "which is removed: an id is a permalink and stays the same",
        "lunar-goal: event removed: 1961-05-25, “Goal” (established, 1 claim); "
        "`moon-goal`, which is added, has its date and title",
    ]


def test_events_of_one_date_are_shown_in_the_order_of_the_file(between):
    one, two = claims(ONE), claims(ONE).replace("lunar-goal", "moon-goal")
    assert between(one + two, two + one) == [
        "record: events of the same date put in another order: moon-goal, lunar-goal"
    ]


def test_sources_actors_and_documents_are_added_and_removed(apollo):
    source = Source(id="tass", name={"en": "TASS", "fr": "TASS"}, type="wire")
    fewer = {key: actor for key, actor in apollo.actors.items() if key != "parkes"}
    new = changed(apollo, sources={**apollo.sources, "tass": source}, actors=fewer, seeds={})
    assert said(changes(apollo, new)) == [
        "tass: source added: TASS (wire)",
        "parkes: actor removed: Parkes Observatory (institution)",
        "memo: seed document removed: Apollo 11 is home",
    ]


def test_the_digest_of_a_document_is_said_to_have_changed_and_not_printed(apollo):
    new = changed(apollo, seeds={"memo": apollo.seeds["memo"].model_copy(update={"sha256": "0" * 64})})
    assert said(changes(apollo, new)) == ["memo: digest of the seed document changed"]


def test_names_are_those_of_their_own_side(after):
    found = after(
        sources=("The Lunar Herald", "The Moon Herald"),
        events=("source: nasa, url: https://example.org/laser", "source: herald, url: https://example.org/laser"),
    )
    assert said(found)[0] == "reflector-in-use: source of claim c1 changed from NASA history pages to The Moon Herald"


# In general


def changed(record: Record, **parts) -> Record:
    """The record with some of its parts replaced."""
    values = {
        name: getattr(record, name)
        for name in ("events", "actors", "sources", "seeds", "settings", "lessons", "documents")
    }
    values |= {name: MappingProxyType(part) if isinstance(part, dict) else part for name, part in parts.items()}
    values["events"] = tuple(sorted(values["events"], key=lambda e: (e.date.start or date.min, e.date.end or date.max)))
    return Record(**values)


@st.composite
def edited(draw, record: Record) -> Record:
    """The record with some events left out, exchanged or edited, and some sources gone."""
    events = [event for event in record.events if draw(st.integers(0, 5))]
    edits = {
        "status": st.sampled_from(["established", "reported"]),
        "title": st.fixed_dictionaries({"en": st.sampled_from(["A", "B"]), "fr": st.sampled_from(["A", "C"])}),
        "actors": st.permutations(["parkes", "john-kennedy"]).map(tuple),
        "claims": st.permutations([claim for event in record.events for claim in event.claims]).map(
            lambda c: tuple(c[:3])
        ),
        "place": st.none(),
        "disagreements": st.just(()),
    }
    chosen = {number: draw(st.sampled_from(sorted(edits))) for number in range(len(events)) if draw(st.booleans())}
    for number, field in chosen.items():
        event = events[number].model_copy(update={field: draw(edits[field])})
        events[number] = event.model_copy(
            update={"claims": tuple({claim.id: claim for claim in event.claims}.values())}
        )
    sources = {key: source for key, source in record.sources.items() if draw(st.integers(0, 5))}
    return changed(record, events=tuple(events), sources=sources)


SWAPPED = {"added": "removed", "removed": "added", "withdrawn": "added"}


def mirrored(change: Change) -> tuple:
    noun, verb = change.kind.rsplit("-", 1)
    verb = SWAPPED.get(verb, verb)
    kind = f"{noun}-{'withdrawn' if (noun, verb) == ('claim', 'removed') else verb}"
    return kind, change.part, change.id, change.field, repr(change.new), repr(change.old)


@settings(max_examples=60)
@given(data=st.data())
def test_there_and_back_are_mirror_images(data, apollo):
    old, new = data.draw(edited(apollo)), data.draw(edited(apollo))
    there, back = changes(old, new), changes(new, old)
    assert Counter(map(mirrored, there)) == Counter(
        (c.kind, c.part, c.id, c.field, repr(c.old), repr(c.new)) for c in back
    )


@settings(max_examples=60)
@given(data=st.data())
def test_nothing_is_said_only_where_nothing_differs(data, apollo):
    old, new = data.draw(edited(apollo)), data.draw(edited(apollo))
    assert changes(old, old) == ()
    assert (changes(old, new) == ()) == ((old.events, old.sources) == (new.events, new.sources))


@settings(max_examples=60)
@given(data=st.data())
def test_sentences_are_single_lines_of_known_kinds(data, apollo):
    for change in changes(data.draw(edited(apollo)), data.draw(edited(apollo))):
        assert change.kind in COUNTED and len(str(change).splitlines()) == 1


def test_an_event_in_json_is_what_its_yaml_says(apollo):
    event: Event = apollo.events[0]
    (change,) = changes(changed(apollo, events=apollo.events[1:]), apollo)
    assert change.old is None and Event.model_validate(change.new) == event


def test_numbers_are_written_for_readers(apollo):
    amounts = [
        apollo.events[-1].claims[0].figure.model_copy(update=update)
        for update in (
            {"value": 11000.0},
            {"value": None, "low": 2500.0},
            {"value": None, "low": 0.5, "high": 1.0, "scope": None},
        )
    ]
    assert [Names(apollo).amount(amount) for amount in amounts] == [
        "about 11,000 kg on Apollo 11",
        "about 2,500–… kg on Apollo 11",
        "about 0.5–1 kg",
    ]
