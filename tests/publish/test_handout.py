"""Handouts: a lesson on A4, for pupils without answers and for the teacher with them, with sources and QR codes."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.publish.handout import words
from timeline.publish.handout.exercises import tasks
from timeline.publish.handout.handout import handout, index, lesson_pages, path_of, policy
from timeline.publish.handout.newsroom import news
from timeline.publish.handout.qr import qr_code
from timeline.publish.handout.sheet import query_of
from timeline.publish.page.site import site_files
from timeline.query.exercises.exercise import exercise
from timeline.query.spec import parse_query, vocabulary
from timeline.record.model.lesson import EXERCISE_TYPES
from timeline.serve.server import create_app
from timeline.view.exercises.questions import Questions

BASE = "https://example.org/frise/"
LESSONS = ("how-many-soldiers", "morning-in-the-newsroom", "treaty-into-force")
EACH = pytest.mark.parametrize("key", LESSONS)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "fr"])


def text_of(page: str) -> str:
    """What a page says, without markup, with single spaces."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)).split())


def plain(words: str) -> str:
    return " ".join(words.split())


# Who reads what


@EACH
@EACH_LANGUAGE
def test_pupils_read_what_is_said_and_neither_answers_nor_notes(record, key, language):
    said = text_of(handout(record, key, language))
    for step in record.lessons[key].steps:
        assert plain(step.say[language]) in said
        for hidden in (step.answer, step.notes):
            assert hidden is None or plain(hidden[language]) not in said


@EACH
@EACH_LANGUAGE
def test_the_teacher_reads_all_of_it(record, key, language):
    said = text_of(handout(record, key, language, teacher=True))
    for step in record.lessons[key].steps:
        for shown in filter(None, (step.title, step.say, step.answer, step.notes)):
            assert plain(shown[language]) in said


@EACH
def test_pupils_have_lines_to_write_on_and_the_teacher_none(record, key):
    pupils, teacher = handout(record, key, "en"), handout(record, key, "en", teacher=True)
    assert pupils.count('<div class="lines"') >= 10 and 'class="lines"' not in teacher
    assert 'class="fill"' in pupils and 'class="fill"' not in teacher


def test_the_status_is_no_hint_beside_a_question(record):
    page = handout(record, "morning-in-the-newsroom", "en")
    question = page.split('<section class="step question">')[1].split("</section>")[0]
    assert "expects first North Koreans" in question and 'class="status"' not in question


# What it rests on


@EACH
def test_every_claim_that_is_shown_leads_to_its_source_at_the_end(record, key):
    page = handout(record, key, "en")
    events = {event.id: event for event in record.events}
    listed = unescape(page.split('<section class="sources">')[1])
    for step in record.lessons[key].steps:
        for claim in events[step.event].claims if step.event else ():
            if claim.id in step.claims or not step.claims:
                assert plain(claim.says["en"]) in text_of(page)
                assert not claim.url or f'href="{claim.url}"' in listed
                assert record.sources[claim.source].name["en"] in listed
    numbers = {int(number) for number in re.findall(r'class="n">\[(\d+)\]', page)}
    assert numbers == set(range(1, listed.count("<li>") + 1))


def test_a_newsroom_knows_nothing_of_later_days(record):
    found = {item.event.id: item for item in news(record, date(2024, 10, 23), date(2024, 10, 24), "kind=deployment")}
    arrival = found["first-units-seen-in-kursk"]
    assert (arrival.before, arrival.now) == ("", "reported")
    assert {str(claim.asserted_on) for claim in arrival.claims} == {"2024-10-24"}
    later = {item.event.id: item for item in news(record, date(2024, 10, 24), date(2024, 10, 25), "kind=deployment")}
    assert (later["first-units-seen-in-kursk"].before, later["first-units-seen-in-kursk"].now) == (
        "reported",
        "contested",
    )
    assert all(item.event.kind == "deployment" for item in (*found.values(), *later.values()))


@EACH_LANGUAGE
def test_pupils_do_not_read_in_a_newsroom_what_is_written_with_hindsight(record, language):
    """Titles and dates are of today: the teacher has them, beside the numbers that the screen gives the reports."""
    key = "morning-in-the-newsroom"
    steps = [step for step in record.lessons[key].steps if step.kind == "newsroom"]
    pupils, teacher = (
        handout(record, key, language, role).split('<section class="step newsroom">')[1:] for role in (0, 1)
    )
    for step, theirs, own in zip(steps, pupils, teacher, strict=True):
        reports = news(record, step.start.earliest, step.end.earliest, step.filter or "")
        sections = [text_of(page.split("</section>")[0]) for page in (theirs, own)]
        for number, report in enumerate(reports, start=1):
            heading = f"{'Report' if language == 'en' else 'Information'} {number}"
            title = plain(report.event.title[language])
            assert heading in sections[0] and title not in sections[0]
            assert f"{heading} · {title}" in sections[1]


@pytest.mark.parametrize("kind", EXERCISE_TYPES)
@EACH_LANGUAGE
def test_an_exercise_on_paper_asks_what_the_page_asks_for_the_same_number(record, kind, language):
    made = tasks(record, record.events, kind, language, 7)
    questions = Questions(record, record.events, language).of(exercise(record, record.events, kind, 7))
    assert 4 <= len(made.lines) <= 8 and all(line.asked and line.answer and line.why for line in made.lines)
    assert {line.asked for line in made.lines} == {
        words
        for question in questions
        for words in (question.parts or (question.about and [question.about]) or question.options)
    }
    assert tasks(record, record.events, kind, language, 8) != made


def test_the_key_of_an_order_numbers_the_events_by_their_dates(record):
    lines = tasks(record, record.events, "order", "en").lines
    titles = [line.asked for line in sorted(lines, key=lambda line: int(line.answer))]
    dates = [next(event.date for event in record.events if event.title["en"] == title) for title in titles]
    assert all(one.end < other.start for one, other in zip(dates, dates[1:], strict=False))


def test_the_letter_of_a_figure_leads_to_its_claimant(record):
    made = tasks(record, record.events, "figure", "en")
    offered = dict(made.offered)
    assert sorted(line.answer for line in made.lines) == sorted(offered)
    assert all(offered[line.answer].split(",")[0] in line.why[0].words for line in made.lines)


def test_the_key_of_an_exercise_is_the_teacher_s(record):
    exercise = '<section class="step exercise">'
    pupils = handout(record, "treaty-into-force", "en").split(exercise)[1].split("</section>")[0]
    teacher = handout(record, "treaty-into-force", "en", teacher=True).split(exercise)[1].split("</section>")[0]
    assert "9 November 2024" in teacher and "9 November 2024" not in pupils


def test_another_number_asks_other_questions(record):
    asked = [handout(record, "morning-in-the-newsroom", "fr", base=BASE, seed=seed) for seed in (None, 1, 2)]
    assert asked[0] == asked[1] != asked[2]
    assert "exercise=status&amp;seed=2" in asked[2]


# QR codes


def test_each_view_has_a_qr_code_where_the_page_s_address_is_known(record):
    page, bare = handout(record, "treaty-into-force", "fr", base=BASE), handout(record, "treaty-into-force", "fr")
    steps = [step for step in record.lessons["treaty-into-force"].steps if query_of(step)]
    wanted = [f"{BASE}?{query_of(step)}&lang=fr" for step in steps]
    assert re.findall(r'<figure class="code"><a href="([^"]+)"', page.replace("&amp;", "&")) == wanted
    assert page.count("<svg") == len(wanted) and "<svg" not in bare


@EACH
def test_what_a_qr_code_leads_to_is_understood_by_the_page(record, key):
    known = vocabulary(record)
    for step in record.lessons[key].steps:
        assert parse_query(query_of(step), known).ignored == ()


def test_a_qr_code_is_plain_svg_of_its_address():
    code = qr_code(f"{BASE}?event=a&lang=fr")
    assert code.startswith("<svg") and "style=" not in code and "viewBox" in code
    assert "event=a&amp;lang=fr" in code


# The document


@EACH
@pytest.mark.parametrize("teacher", [False, True], ids=["pupils", "teacher"])
def test_it_runs_nothing_and_asks_for_nothing(record, key, teacher):
    page = handout(record, key, "fr", teacher, BASE)
    assert "<script" not in page and " style=" not in page and "<link" not in page and "<img" not in page
    assert re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'") == policy()
    assert policy().startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy()
    assert f"version {record.hash[:12]}" in page


def test_texts_are_texts(make_record, tmp_path):
    record = make_record({"date": "1969", "title": {"en": "<b>Bold</b>"}})
    (tmp_path / "lessons").mkdir()
    step = {"kind": "event", "event": "event-1", "say": {"en": "<script>x</script>"}}
    lesson = {
        "title": {"en": "A & B"},
        "audience": {"en": "All"},
        "minutes": 5,
        "aims": [{"en": "<i>"}],
        "steps": [step],
    }
    (tmp_path / "lessons" / "a.yaml").write_text(json.dumps(lesson), encoding="utf-8")
    from timeline.record.load import load_record

    page = handout(load_record(tmp_path), "a", "en")
    assert record.lessons == {}
    assert "<script" not in page and "&lt;b&gt;Bold" in page and "<title>A &amp; B" in page


def test_another_record_has_its_own_and_one_without_lessons_none(apollo):
    assert list(lesson_pages(apollo)) == []


def test_its_words_are_there_in_both_languages():
    files = {
        file.stem: json.loads(file.read_text(encoding="utf-8")) for file in Path(words.__file__).parent.glob("*.json")
    }
    assert list(files["en"]) == list(files["fr"])
    assert words.text("answer", "de") == words.text("answer", "en") == "Answer"
    french = [said for said in files["fr"].values() if re.search(r"[^\s\u00a0][;!?]|[ ][:;!?»]|«[ ]|'", said)]
    assert french == []


# Where it is found


@pytest.fixture(scope="module")
def client(record):
    return create_app(record).server.test_client()


def test_the_server_gives_the_handouts_with_a_policy_of_their_own(client, record):
    answer = client.get(f"/{path_of('treaty-into-force', 'fr', teacher=True)}")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.text == handout(record, "treaty-into-force", "fr", True, "http://localhost/")
    assert answer.headers["Content-Security-Policy"] == policy()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_lesson_s_own_address_leads_to_its_handout(client):
    for query, path in (
        ("", "treaty-into-force.en.html"),
        ("?lang=fr&teacher=1", "treaty-into-force.fr.teacher.html"),
        ("?lang=xx", "treaty-into-force.en.html"),
    ):
        answer = client.get(f"/lessons/treaty-into-force.html{query}")
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/lessons/{path}")


@pytest.mark.parametrize("address", ["/lessons/nothing.html", "/lessons/treaty-into-force.de.html", "/lessons/x"])
def test_an_address_without_a_lesson_says_so(client, address):
    answer = client.get(address)
    assert answer.status_code == 404 and "<html" in answer.text


def test_the_page_leads_to_the_lessons_where_there_are_any(client, apollo):
    assert 'href="lessons/index.html#fr"' in client.get("/").text
    assert client.get("/lessons/").text == client.get("/lessons/index.html").text
    without = create_app(apollo).server.test_client()
    assert "lessons/" not in without.get("/").text and without.get("/lessons/").status_code == 404


def test_the_list_of_lessons_leads_to_every_handout(record):
    page = index(record)
    assert set(re.findall(r'href="([\w.-]+\.html)"', page)) == {
        path.removeprefix("lessons/") for path, _ in lesson_pages(record) if path != "lessons/index.html"
    }


def test_a_static_site_has_them_as_files(record):
    files = site_files(record, BASE)
    for path, page in lesson_pages(record, BASE):
        assert files[path] == page.encode() and f"{path}.br" in files
    assert f"<loc>{BASE}lessons/index.html</loc>" in files["sitemap.xml"].decode()


def run(*arguments: object):
    return CliRunner().invoke(main, ["export", "handout", *map(str, arguments)])


def test_the_command_writes_one(record, tmp_path):
    file = tmp_path / "sheet.html"
    result = run("--lesson", "how-many-soldiers", "--teacher", "--lang", "fr", "--base", BASE.rstrip("/"), "-o", file)
    assert result.exit_code == 0, result.output
    assert file.read_text(encoding="utf-8") == handout(record, "how-many-soldiers", "fr", True, BASE)
    assert run("--lesson", "how-many-soldiers").stdout == handout(record, "how-many-soldiers", "en")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--lesson", "how-many-soldier"], "did you mean `how-many-soldiers`?"),
        (["--lesson", "how-many-soldiers", "--lang", "de"], "there is no `de` in this record; one of: en, fr"),
        (["--lesson", "how-many-soldiers", "--base", "example.org"], "`example.org` is no web address"),
        (["--data", "tests/records/good/apollo", "--lesson", "x"], "`new lesson ID` begins one"),
    ],
)
def test_what_is_not_there_is_wrong_usage(arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2 and says in result.stderr
