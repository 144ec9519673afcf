"""What the page is given for the classroom: its words, the list of lessons, and what each lesson says."""

from __future__ import annotations

import json

from timeline.publish.page.single import single_file
from timeline.publish.page.site import site_files
from timeline.serve.server import create_app
from timeline.view.citations.citations import citation_files
from timeline.view.lessons import lesson_data, lesson_files
from timeline.view.map.map import map_files
from timeline.view.words import CLASSROOM, words_of


def test_the_index_lists_every_lesson_with_how_many_steps_it_has(record):
    index = lesson_data(record)["lessons/index.json"]
    assert {each["id"]: each["steps"] for each in index["lessons"]} == {
        key: len(lesson.steps) for key, lesson in record.lessons.items()
    }
    for each in index["lessons"]:
        lesson = record.lessons[each["id"]]
        assert (each["title"], each["audience"], each["minutes"]) == (lesson.title, lesson.audience, lesson.minutes)


def test_the_index_brings_the_words_of_the_classroom(record):
    words = lesson_data(record)["lessons/index.json"]["words"]
    assert list(words) == list(record.settings.languages)
    assert words["fr"] == dict(words_of("fr", CLASSROOM))


def test_a_lesson_says_what_its_file_says_and_no_more(record):
    for key, lesson in record.lessons.items():
        data = lesson_data(record)[f"lessons/{key}.json"]
        assert data["id"] == key and data["title"] == lesson.title and len(data["aims"]) == len(lesson.aims)
        for step, said in zip(lesson.steps, data["steps"], strict=True):
            given = {name for name in type(step).model_fields if getattr(step, name)}
            assert set(said) == given
            assert said["say"] == step.say and said.get("claims", []) == list(step.claims)
            assert said.get("start") == (str(step.start) if step.start else None)


def test_a_record_without_lessons_has_the_index_alone(apollo):
    assert list(lesson_files(apollo)) == ["lessons/index.json"]
    assert json.loads(lesson_files(apollo)["lessons/index.json"])["lessons"] == []


def test_server_site_and_offline_file_give_the_same(record):
    """But for the packages for learning platforms, which a server makes when they are asked for."""
    wanted = lesson_files(record)
    client = create_app(record).server.test_client()
    site = site_files(record)
    for path, text in lesson_files(record, packages=True).items():
        answer = client.get(f"/{path}")
        assert answer.status_code == 200 and answer.mimetype == "application/json" and answer.text == text
        assert site[path].decode() == wanted[path]
    assert client.get("/lessons/no-such.json").status_code == 404
    beside = map_files(record) | citation_files(record)
    inline = single_file(record).decode().split('id="lesson-data">')[1].split("</script>")[0]
    assert json.loads(inline) == {path: json.loads(text) for path, text in (wanted | beside).items()}
