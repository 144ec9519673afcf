"""Live editing: who is answered, what they learn, and that saves leave nothing behind."""

from __future__ import annotations

import shutil
import weakref
from pathlib import Path

import pytest
from werkzeug.test import Client

from timeline.serve import headers, live
from timeline.serve.editors import line_address
from timeline.serve.live import LiveApp

APOLLO = Path(__file__).parents[1] / "records" / "good" / "apollo"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(live, "SETTLE", 0)
    return Path(shutil.copytree(APOLLO, tmp_path / "record"))


def save(folder: Path, old: str, new: str) -> None:
    file = folder / "events.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_save_leaves_nothing_of_the_application_before(folder):
    following, before, said = LiveApp(folder), [], "Kennedy sets the goal"
    for turn in range(6):
        before.append(weakref.ref(following.current[0]))
        save(folder, said, said := f"Kennedy sets goal {turn}")
        following.refresh()
    assert following.current[0] is not None
    assert [application() for application in before] == [None] * 6


def test_live_json_has_the_headers_of_every_answer(folder):
    answer = Client(LiveApp(folder)).get("/live.json")
    assert headers.BARE.items() <= dict(answer.headers).items()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050", "192.168.1.20", "a.localhost"]
)
def test_this_machine_s_names_and_addresses_are_answered(folder, host):
    client = Client(LiveApp(folder))
    assert client.get("/live.json", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "[", "a]:b"]
)
def test_a_name_of_another_site_is_refused(folder, host):
    client = Client(LiveApp(folder))
    for path in ("/live.json", "/", "/api/events.json"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 421 and "Kennedy" not in answer.text


def test_the_name_that_it_was_told_to_listen_on_is_answered(folder):
    client = Client(LiveApp(folder, host="Desk.example"))
    assert client.get("/live.json", headers={"Host": "desk.example:8050"}).status_code == 200


def test_a_problem_does_not_say_where_the_record_is(folder):
    client = Client(LiveApp(folder))
    save(folder, "status:", "statos:")
    answer = client.get("/live.json")
    assert {problem["file"] for problem in answer.json["problems"]} == {"events.yaml"}
    assert str(folder.parent) not in answer.text


def test_a_record_that_cannot_be_shown_is_a_problem_until_one_can(folder, monkeypatch):
    client = Client(LiveApp(folder))
    before = client.get("/live.json").json
    make = live.create_app
    monkeypatch.setattr(live, "create_app", lambda *_, **__: 1 / 0)
    save(folder, "Kennedy sets the goal", "Kennedy sets a goal")
    for _ in range(2):
        answer = client.get("/live.json")
        assert answer.status_code == 200 and answer.json["hash"] == before["hash"]
        assert [problem["code"] for problem in answer.json["problems"]] == ["show"]
    monkeypatch.setattr(live, "create_app", make)
    save(folder, "Kennedy sets a goal", "Kennedy sets one goal")
    assert client.get("/live.json").json["problems"] == []


def test_a_problem_names_its_event_on_show_and_no_path_of_this_machine(folder):
    client = Client(LiveApp(folder))
    save(folder, "stance: confirms", "stance: confirm")
    [problem] = client.get("/live.json").json["problems"]
    assert (problem["event"], problem["editor"]) == ("lunar-goal", "")
    assert str(folder) not in client.get("/live.json").text
    save(folder, "stance: confirm", "stance: confirms")
    save(folder, "id: lunar-goal", "id: Lunar goal")
    first = client.get("/live.json").json["problems"][0]
    assert (first["path"], first["event"]) == ("[Lunar goal].id", "")


def test_a_problem_of_another_file_is_no_event_s(folder):
    client = Client(LiveApp(folder))
    file = folder / "sources.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("type: press", "type: print"), encoding="utf-8")
    assert [problem["event"] for problem in client.get("/live.json").json["problems"]] == [""]


@pytest.mark.parametrize(
    ("editor", "address"),
    [
        ("vscode", "vscode://file/{path}/events.yaml:26:7"),
        ("vscodium", "vscodium://file/{path}/events.yaml:26:7"),
        ("idea", "idea://open?file=/{path}/events.yaml&line=26&column=7"),
    ],
)
def test_the_line_opens_in_the_editor_that_was_chosen(folder, editor, address):
    client = Client(LiveApp(folder, editor=editor))
    save(folder, "stance: confirms", "stance: confirm")
    [problem] = client.get("/live.json").json["problems"]
    assert problem["editor"] == address.format(path=str(folder).removeprefix("/"))
    assert problem["file"] == "events.yaml"


def test_the_schema_that_is_served_has_the_ids_of_the_record(folder):
    served = Client(LiveApp(folder)).get("/schema/event.json").json
    assert served["$defs"]["actor-id"]["enumDescriptions"] and "lunar-goal" in served["$defs"]["event-id"]["enum"]


def test_a_path_with_other_letters_is_written_as_an_address():
    assert line_address("vscode", Path("/home/Zoé Q/a#b.yaml"), 0, 0) == (
        "vscode://file/home/Zo%C3%A9%20Q/a%23b.yaml:1:1"
    )
