"""What is kept of answers is bounded in bytes, and has one place for what is the same."""

from __future__ import annotations

import re

import brotli
import pytest

from timeline.serve.server import create_app
from timeline.serve.transfer import KEPT_BYTES, Answers, _encoding


@pytest.fixture
def answers(apollo) -> tuple[Answers, object]:
    server = create_app(apollo).server
    return server.wsgi_app, server.test_client()


def test_a_file_with_any_query_and_encoding_is_kept_once_for_each_way_it_is_sent(answers):
    kept, client = answers
    address = re.search(r"bundles/plotly[.]\w+[.]js", client.get("/").text)[0]
    before = kept.size
    for number in range(60):
        client.get(f"/{address}?{number}", headers={"Accept-Encoding": f"x{number}, gzip;q=0.{number}"})
    assert len({key[3] for key in kept.kept if key[1] == f"/{address}"}) <= 2
    assert kept.size - before < 8_000_000


def test_hosts_and_long_queries_do_not_fill_it(answers):
    kept, client = answers
    for number in range(300):
        client.get(f"/export/events.csv?q={'x' * 3000}{number}", headers={"Host": f"host{number}.example"})
    assert len(kept.kept) <= 256 and kept.size <= KEPT_BYTES


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", ""),
        ("", ""),
        ("*", "br"),
        ("x" * 300, ""),
        (";;;q=q", ""),
    ],
)
def test_an_answer_is_sent_in_the_best_way_that_is_accepted(answers, accepted, sent):
    assert _encoding(accepted) == sent
    answer = answers[1].get("/", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding", "") == sent
    if sent == "br":
        assert b"<html" in brotli.decompress(answer.data)


def test_the_routes_of_an_extension_are_asked_every_time(apollo):
    app, made = create_app(apollo, extend=lambda app: None), []
    app.server.add_url_rule("/mine", "mine", lambda: str(made.append(1) or len(made)))
    client = app.server.test_client()
    assert [client.get("/mine").text for _ in range(2)] == ["1", "2"]
