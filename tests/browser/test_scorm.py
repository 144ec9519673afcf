"""A lesson within a learning platform: its SCORM 1.2 package reports steps, completion and score to `scorm-again`."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from flask import Flask, Response

from timeline.publish.exports.scorm import scorm_package
from timeline.query.chapters import read_query
from timeline.query.events import matching_events
from timeline.query.exercises.exercise import exercise
from timeline.view.exercises.questions import Questions

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "assets" / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
LESSON, STEPS, PLACE = "how-many-soldiers", 15, 14  # the exercise is the last step but one
PLATFORM = """<!DOCTYPE html><meta charset="utf-8"><title>Platform</title>
<style>html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0 }</style>
<script src="runtime.js"></script>
<script>
window.API = new Scorm12API({ autocommit: false });
const kept = sessionStorage.getItem("cmi");
if (kept) window.API.loadFromJSON(JSON.parse(kept));
window.value = (key) => window.API.getCMIValue("cmi." + key);
window.leave = () => sessionStorage.setItem("cmi", JSON.stringify(window.API.renderCMIToJSONObject().cmi));
</script>
<iframe src="lesson/index.html"></iframe>"""

pytestmark = pytest.mark.skipif(not RUNTIME.is_file(), reason="scorm-again comes with the tools of assets/package.json")


@pytest.fixture(scope="module")
def platform(record, serving):
    """The address of a platform that shows the lesson."""
    package = zipfile.ZipFile(io.BytesIO(scorm_package(record, LESSON, "fr")))
    server = Flask(__name__)

    @server.get("/")
    def start():
        return PLATFORM

    @server.get("/runtime.js")
    def runtime():
        return Response(RUNTIME.read_bytes(), mimetype="text/javascript")

    @server.get("/lesson/<path:name>")
    def lesson(name):
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        return Response(package.read(name), mimetype=kind)

    return serving(server)


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    context.set_default_timeout(40_000)
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    assert page.errors == []
    context.close()


def becomes(page, key, wanted):
    page.wait_for_function("([key, wanted]) => window.value(key) === wanted", arg=[key, wanted])


def test_a_lesson_reports_steps_score_and_completion_and_goes_on_where_it_was_left(tab, platform, record):
    tab.goto(platform)
    lesson = tab.frame_locator("iframe").frame_locator("iframe")
    lesson.locator("html[data-ready=true]").wait_for()
    becomes(tab, "core.lesson_status", "incomplete")
    becomes(tab, "core.lesson_location", "1")
    for key in (*str(PLACE), "Enter"):
        lesson.locator("body").press(key)
    becomes(tab, "core.lesson_location", str(PLACE))
    assert tab.evaluate("value('core.score.raw')") == "0"

    step = record.lessons[LESSON].steps[PLACE - 1]
    events = matching_events(record, read_query(record, step.filter))
    (question,) = Questions(record, events, "fr").of(exercise(record, events, step.exercise))
    room = lesson.locator(".step-of-exercise")
    for place, right in enumerate(question.right):  # one of five is wrong
        room.locator("select").nth(place).select_option(str(right if place else question.right[1]))
    room.locator(".exercise-check").click()
    becomes(tab, "core.score.raw", "80")

    tab.evaluate("leave()")
    tab.reload()
    becomes(tab, "core.lesson_location", str(PLACE))
    becomes(tab, "core.score.raw", "80")
    lesson.locator(".step-of-exercise .exercise-question").wait_for()
    for _ in range(4):  # a step that is longer than the screen is shown to its end first
        lesson.locator("body").press("PageDown")
    becomes(tab, "core.lesson_status", "completed")
    becomes(tab, "core.lesson_location", str(STEPS))
