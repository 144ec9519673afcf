"""Live editing: a save changes the open page, a broken save is shown on it, and no request sees half a record."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect
from werkzeug.test import Client

from timeline.record.problems.problem import RecordError
from timeline.serve.live import LiveApp

APOLLO = Path(__file__).parents[1] / "records" / "good" / "apollo"


@pytest.fixture
def folder(tmp_path):
    """A record of one's own to edit."""
    return Path(shutil.copytree(APOLLO, tmp_path / "record"))


@pytest.fixture
def served(folder, serving):
    """(address, folder) of a live server."""
    return f"{serving(LiveApp(folder, editor='vscode'))}/", folder


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "events.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_invalid_record_is_refused_at_the_start(folder):
    edit(folder, "status:", "statos:")
    with pytest.raises(RecordError, match="unknown-field"):
        LiveApp(folder)


def test_a_save_replaces_the_application_and_a_broken_one_does_not(folder):
    client = Client(LiveApp(folder))
    before = client.get("/live.json").json
    assert before["problems"] == [] and client.get("/healthz").json["hash"] == before["hash"]
    edit(folder, "status:", "statos:")
    broken = client.get("/live.json").json
    assert broken["hash"] == before["hash"]
    assert {problem["code"] for problem in broken["problems"]} == {"unknown-field", "missing-field"}
    assert all(problem["line"] > 0 for problem in broken["problems"])
    assert client.get("/healthz").json["hash"] == before["hash"]
    edit(folder, "statos:", "status:")
    assert client.get("/live.json").json == before


def test_every_answer_under_editing_is_a_whole_record(folder):
    client = Client(LiveApp(folder))
    text = (folder / "events.yaml").read_text(encoding="utf-8")
    whole = {client.get("/healthz").json["hash"]}
    answers, stop = [], threading.Event()

    def read() -> None:
        own = Client(client.application)
        while not stop.is_set():
            own.get("/live.json")
            answers.append(json.loads(own.get("/api/events.json").data))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for turn in range(4):
        # Half a file first, as an editor that does not write atomically leaves it for a moment.
        (folder / "events.yaml").write_text(text[: len(text) // 2] + "\n- [", encoding="utf-8")
        client.get("/live.json")
        (folder / "events.yaml").write_text(f"{text}\n# {turn}\n".replace("Apollo", f"Apollo {turn}"), encoding="utf-8")
        client.get("/live.json")
        whole.add(client.get("/healthz").json["hash"])
    stop.set()
    for reader in readers:
        reader.join()
    assert answers and {answer["record"]["hash"] for answer in answers} <= whole
    assert {len(answer["events"]) for answer in answers} == {answers[0]["record"]["count"]}


def test_an_open_page_follows_a_save_and_keeps_its_view(served, page):
    address, folder = served
    page.goto(address + "?view=list&lang=en")
    page.locator("html[data-ready=true]").wait_for()
    title = page.locator("#event-list .event-title").first.text_content()
    edit(folder, title, "A title saved just now")
    expect(page.locator("#event-list .event-title").first).to_have_text("A title saved just now")
    assert "view=list" in page.url
    assert page.locator("html").get_attribute("data-view") == "list"


def test_a_broken_save_is_shown_with_its_line_until_it_is_mended(served, page):
    address, folder = served
    page.goto(address)
    page.locator("html[data-ready=true]").wait_for()
    count = page.locator("#event-list [data-event-id]").count()
    edit(folder, "status:", "statos:")
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("there is no field `statos`; did you mean `status`?")
    expect(problems).to_contain_text("events.yaml:")
    first = problems.locator("li").first.get_by_role("link")
    assert first.first.get_attribute("href").startswith("vscode://file/")
    first.last.click()
    expect(page.locator("#event-panel")).to_have_attribute("data-event-id", "landing-before-1970")
    assert "event=landing-before-1970" in page.url
    assert page.locator("#event-list [data-event-id]").count() == count
    edit(folder, "statos:", "status:")
    expect(problems).to_be_hidden()
