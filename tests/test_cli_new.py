"""`new` on the command line: flags, questions, what is written and what is refused."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.load import load_record

FLAGS = {
    "--date": "1969-07-21",
    "--title": ["en=A flag is planted", "fr=Un drapeau est planté"],
    "--summary": ["en=It stands.", "fr=Il est là."],
    "--kind": "mission",
    "--status": "reported",
    "--source": "memo",
    "--passage": "1",
    "--says": ["fr=Le dit.", "en=Says so."],
}
BLOCK = """
- id: a-flag-is-planted
  date: "1969-07-21"
  title:
    en: A flag is planted
    fr: Un drapeau est planté
  summary:
    en: It stands.
    fr: Il est là.
  kind: mission
  status: reported
  claims:
    - id: c1
      source: memo
      passage: 1
      stance: asserts
      says:
        en: Says so.
        fr: Le dit.
"""


@pytest.fixture
def folder(write_record):
    return write_record()


@pytest.fixture
def run(folder):
    """run(flags, input=…) runs `new` on a copy of the apollo record."""

    def invoke(flags: dict, *more: str, text: str | None = None):
        pairs = [
            (flag, value)
            for flag, values in flags.items()
            for value in ([values] if isinstance(values, str) else values)
        ]
        arguments = [part for pair in pairs for part in pair]
        return CliRunner().invoke(main, ["new", "--data", str(folder), *arguments, *more], input=text)

    return invoke


def events_text(folder) -> str:
    return (folder / "events.yaml").read_text(encoding="utf-8")


def test_flags_alone_write_a_valid_event_and_leave_the_rest(run, folder):
    before = events_text(folder)
    result = run(FLAGS, "--no-input")
    assert result.exit_code == 0, result.output
    after = events_text(folder)
    assert BLOCK in after and after.replace(BLOCK, "", 1) == before
    line = after.splitlines().index("- id: a-flag-is-planted") + 1
    assert f"events.yaml:{line}: added `a-flag-is-planted`" in result.output
    assert f"python -m timeline check --data {folder}" in result.output
    ids = [event.id for event in load_record(folder).events]
    assert ids.index("a-flag-is-planted") > ids.index("first-words")  # of the same day


def test_everything_optional_can_be_given(run, folder):
    more = {
        "--actor": ["neil-armstrong", "nasa-agency"],
        "--country": ["us"],
        "--source": "nasa",
        "--url": "https://example.org/flag",
        "--by": ["neil-armstrong"],
        "--asserted-on": "1969-08",
        "--stance": "confirms",
        "--id": "flag",
    }
    flags = {flag: value for flag, value in (FLAGS | more).items() if flag != "--passage"}
    assert run(flags, "--no-input").exit_code == 0
    event = next(event for event in load_record(folder).events if event.id == "flag")
    (claim,) = event.claims
    assert (event.actors, event.countries) == (("neil-armstrong", "nasa-agency"), ("US",))
    assert (claim.url, claim.by) == ("https://example.org/flag", ("neil-armstrong",))
    assert (str(claim.asserted_on), claim.stance) == ("1969-08", "confirms")


def test_the_same_title_twice_makes_another_id(run, folder):
    run(FLAGS, "--no-input")
    assert "added `a-flag-is-planted-2`" in run(FLAGS, "--no-input").output


def test_without_input_everything_missing_is_named(run, folder):
    before = events_text(folder)
    result = run({"--date": "1969", "--title": "en=One"}, "--no-input")
    assert result.exit_code == 2
    for flag in (
        "--title fr=…",
        "--summary en=…",
        "--summary fr=…",
        "--kind",
        "--status",
        "--source",
        "--passage, --url or --locator",
        "--says en=…",
    ):
        assert flag in result.stderr
    assert "--date" not in result.stderr.split("needed too")[1] and events_text(folder) == before


@pytest.mark.parametrize(
    "flag, value, words",
    [
        ("--date", "1969-7-21", "did you mean `1969-07-21`?"),
        ("--kind", "misson", "did you mean `mission`?"),
        ("--status", "certain", "established, reported, contested, predicted"),
        ("--source", "nassa", "did you mean `nasa`?"),
        ("--passage", "9", "`9` is none of: 1, 2, 3"),
        ("--url", "https://a.org/", "`memo` is cited by its --passage"),
        ("--actor", "armstrong", "actors.yaml"),
        ("--country", "XX", "no country code"),
        ("--by", "nobody", "actors.yaml"),
        ("--stance", "claims", "asserts"),
        ("--asserted-on", "soon", "not an EDTF date"),
        ("--id", "No Slug", "is no id"),
        ("--id", "lunar-goal", "is taken"),
        ("--title", "de=Fahne", "(en, fr)"),
        ("--title", "Flag", "(en, fr)"),
        ("--summary", ["en= ", "fr=x"], "a text is needed"),
        ("--actor", "Kennedy", "called `Kennedy`; did you mean `john-kennedy`?"),
        ("--actor", "Buzz Aldrin", "called `Buzz Aldrin`"),
        ("--country", "South Pole", "`South Pole` is no country code"),
    ],
)
def test_a_wrong_flag_is_refused_with_what_would_be_right(run, folder, flag, value, words):
    before = events_text(folder)
    result = run(FLAGS | {flag: value}, "--no-input")
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split()) and flag in result.stderr
    assert events_text(folder) == before


def test_a_name_stands_for_its_id(run, folder):
    run(
        FLAGS
        | {
            "--actor": ["Neil Armstrong", "NASA"],
            "--country": ["South Korea", "usa"],
            "--by": "Observatoire de Parkes",
            "--kind": "Décision",
        },
        "--no-input",
    )
    event = next(event for event in load_record(folder).events if event.id == "a-flag-is-planted")
    assert (event.actors, event.countries, event.kind) == (("neil-armstrong", "nasa-agency"), ("KR", "US"), "decision")
    assert event.claims[0].by == ("parkes",)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Neil Armstrong", ["neil-armstrong"]),
        ("Neil Armstrong, parkes", ["neil-armstrong", "parkes"]),
        ("parkes nasa-agency", ["parkes", "nasa-agency"]),
    ],
)
def test_several_are_asked_for_on_one_line(run, folder, text, actors):
    run({flag: value for flag, value in FLAGS.items() if flag != "--actor"}, text=f"{text}\n" + "\n" * 9)
    assert [list(event.actors) for event in load_record(folder).events if event.id == "a-flag-is-planted"] == [actors]


def test_it_asks_for_what_is_missing_and_again_where_it_is_wrong(run, folder):
    answers = [
        "1969-7-21",
        "1969-07-21",
        "A flag",
        "",
        "Un drapeau",
        "Sum: one",
        "Somme",
        "mision",
        "mission",
        "",
        "neil-armstrong, nasa-agency",
        "",
        "nasaa",
        "memo",
        "4",
        "2",
        "",
        "",
        "",
        "Says #1",
        "Dit",
        "",
    ]
    result = run({}, text="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    for words in (
        "did you mean `1969-07-21`?",
        "Title (fr)",
        "did you mean `mission`?",
        "did you mean `nasa`?",
        "`4` is none of",
        "Recalls the goal set for the decade.",
        "[1969-08-01]",
        "[US]",
        "[a-flag]",
    ):
        assert words in result.output
    event = next(event for event in load_record(folder).events if event.id == "a-flag")
    assert (event.status, event.actors, event.countries) == ("reported", ("neil-armstrong", "nasa-agency"), ("US",))
    assert event.summary == {"en": "Sum: one", "fr": "Somme"}
    (claim,) = event.claims
    assert (claim.passage, str(claim.asserted_on), claim.by) == (2, "1969-08-01", ())
    assert (claim.stance, claim.says["en"]) == ("asserts", "Says #1")


def test_it_asks_for_nothing_that_is_given(run):
    result = run(FLAGS, text="\n" * 6)
    assert result.exit_code == 0 and "Title (" not in result.output and "Actors" in result.output


def test_an_answer_broken_off_writes_nothing(run, folder):
    before = events_text(folder)
    assert run({}, text="1969\n").exit_code == 1
    assert events_text(folder) == before


def test_it_speaks_the_languages_of_the_timeline(write_record):
    folder = write_record()
    for file in folder.glob("*.yaml"):
        text = (
            file.read_text(encoding="utf-8")
            .replace("fr: ", "uk: ")
            .replace("languages: [en, fr]", "languages: [uk, en]")
        )
        file.write_text(text, encoding="utf-8")
    texts = [part for flag in ("title", "summary", "says") for part in (f"--{flag}", "uk=Так", f"--{flag}", "en=Yes")]
    rest = [part for flag, value in FLAGS.items() if isinstance(value, str) for part in (flag, value)]
    result = CliRunner().invoke(main, ["new", "--data", str(folder), "--no-input", *texts, *rest])
    assert result.exit_code == 0, result.output
    assert "- id: yes\n" not in events_text(folder) and '- id: "yes"\n' in events_text(folder)
    assert '  title:\n    uk: Так\n    en: "Yes"\n' in events_text(folder)


def test_a_record_with_problems_is_not_added_to(run, folder):
    (folder / "events.yaml").write_text(
        events_text(folder).replace("kind: decision", "kind: decisoin", 1), encoding="utf-8"
    )
    result = run(FLAGS, "--no-input")
    assert result.exit_code == 1 and "error[unknown-kind]" in result.stderr and "without problems" in result.stderr


def test_events_in_brackets_are_left_to_fmt(run, folder):
    (folder / "events.yaml").write_text(
        "[{id: a, date: '1996', title: {en: A, fr: A}, summary: {en: A, fr: A}, kind: mission, status: reported, "
        "claims: [{id: c1, source: nasa, url: 'https://a.org/', says: {en: A, fr: A}}]}]\n",
        encoding="utf-8",
    )
    result = run(FLAGS, "--no-input")
    assert result.exit_code == 1 and "run `python -m timeline fmt` first" in result.stderr


def test_wrong_usage_exits_with_2(run):
    assert run({}, "--no-such-option").exit_code == 2


# A lesson


def run_lesson(*arguments: object):
    return CliRunner().invoke(main, ["new", "lesson", *map(str, arguments)])


def test_a_lesson_is_written_beside_the_record_and_is_valid(folder):
    result = run_lesson("moon-walk", "--data", folder)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{folder}/lessons/moon-walk.yaml: a lesson of 6 steps")
    assert f"check --data {folder}" in result.output
    assert list(load_record(folder).lessons) == ["moon-walk"]
    checked = CliRunner().invoke(main, ["check", "--data", str(folder), str(folder / "lessons" / "moon-walk.yaml")])
    assert checked.exit_code == 0 and "warning[unwritten-text] steps[0].say.en: `say` is still" in checked.stderr
    assert CliRunner().invoke(main, ["fmt", "--check", str(folder / "lessons" / "moon-walk.yaml")]).exit_code == 0


def test_a_lesson_that_is_there_already_is_left_alone(folder):
    run_lesson("moon-walk", "--data", folder)
    file = folder / "lessons" / "moon-walk.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("45", "50"), encoding="utf-8")
    result = run_lesson("moon-walk", "--data", folder)
    assert result.exit_code == 1 and "there is a lesson `moon-walk` already" in result.output
    assert "minutes: 50" in file.read_text(encoding="utf-8")


def test_the_name_of_a_lesson_is_an_id(folder):
    result = run_lesson("Moon Walk!", "--data", folder)
    assert result.exit_code == 2 and "did you mean `moon-walk`?" in result.output
    assert not (folder / "lessons").exists()


def test_no_lesson_is_begun_in_a_record_with_problems(folder):
    (folder / "events.yaml").write_text("- broken: [", encoding="utf-8")
    result = run_lesson("moon-walk", "--data", folder)
    assert result.exit_code == 1 and "yaml-syntax" in result.output and not (folder / "lessons").exists()
