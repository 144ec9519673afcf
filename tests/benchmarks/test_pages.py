"""What the peers are given to draw."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.events import columns, in_page, read_events
from benchmarks.pages import FILES, build_page
from benchmarks.peers import CODE, OURS, PEERS, page_code
from benchmarks.synthetic import write_record

PACKAGE = Path(__file__).parents[2] / "benchmarks" / "peers" / "package.json"


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> dict:
    return read_events(write_record(tmp_path_factory.mktemp("record") / "data", 120))


def test_every_event_is_given_in_the_order_of_its_start(data):
    starts = [event["start"] for event in data["events"]]
    assert len(starts) == 120 and starts == sorted(starts) and (data["from"], data["to"]) == (starts[0], starts[-1])
    assert {event["kind"] for event in data["events"]} == {kind["id"] for kind in data["kinds"]}
    assert any("end" in event for event in data["events"])
    assert all(event["end"] > event["start"] for event in data["events"] if "end" in event)


def test_the_canvas_gets_days_and_kinds_only(data):
    plain = columns(data)
    assert plain["start"] == [event["start"] // 86_400_000 for event in data["events"]]
    assert [plain["kinds"][number] for number in plain["kind"]] == [event["kind"] for event in data["events"]]


def test_no_text_can_end_the_script_it_stands_in():
    assert "<" not in in_page({"title": "</script>"}) and json.loads(in_page({"title": "</script>"})) == {
        "title": "</script>"
    }


def test_the_canvas_page_has_its_data_and_a_brotli_copy(data, tmp_path):
    build_page("canvas", tmp_path, data)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "{{" not in page and json.loads(re.search(r'id="events">(.*?)</script>', page).group(1)) == columns(data)
    assert (tmp_path / "index.html.br").stat().st_size < (tmp_path / "index.html").stat().st_size


def test_every_peer_of_npm_is_pinned_to_a_version():
    versions = json.loads(PACKAGE.read_text(encoding="utf-8"))["dependencies"]
    assert {peer.package for peer in PEERS.values() if peer.package} == set(versions)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    assert set(FILES) | {"markwhen", "naive-dash", OURS} == set(PEERS)


@pytest.mark.parametrize("peer", PEERS.values(), ids=lambda peer: peer.id)
def test_a_peer_s_code_travels_as_functions(peer):
    code = page_code(peer)
    assert json.dumps(peer.marks) in code
    assert [name for name in CODE if f"{name}: " in code.partition("code: ")[2]] == [
        name for name in CODE if getattr(peer, name)
    ]
