"""What is kept of answers is bounded in bytes, has one place for what is the same, and is made once."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from werkzeug.test import Client

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


class Slow:
    """An application that notes what it is asked for, and answers a path with `slow` in it once `go` is set."""

    def __init__(self, status="200 OK"):
        self.status, self.made, self.asked, self.go = status, [], threading.Event(), threading.Event()

    def __call__(self, environ, start_response):
        self.made.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        if "slow" in environ["PATH_INFO"]:
            self.asked.set()
            assert self.go.wait(10)
        start_response(self.status, [("ETag", '"e"'), ("Content-Length", "4")])
        return [b"made"]


@pytest.mark.parametrize("methods", [("HEAD", "GET", "HEAD"), ("GET", "HEAD", "HEAD")])
def test_the_headers_of_an_answer_are_those_of_the_one_that_is_kept(methods):
    application = Slow()
    client = Client(Answers(application))
    answers = [client.open("/timeline.html", method=method) for method in methods]
    assert application.made == [("GET", "/timeline.html")]
    assert [answer.data for answer in answers] == [b"made" if method == "GET" else b"" for method in methods]
    assert {answer.headers["Content-Length"] for answer in answers} == {"4"}
    assert client.head("/timeline.html", headers={"If-None-Match": '"e"'}).status_code == 304


def test_other_methods_and_addresses_are_asked_of_the_application_as_they_are():
    application = Slow()
    client = Client(Answers(application))
    client.post("/timeline.html"), client.head("/mine"), client.head("/mine")
    assert application.made == [("POST", "/timeline.html"), ("HEAD", "/mine"), ("HEAD", "/mine")]


def at_once(application, methods):
    """Answers to these methods for one slow address, which are asked for while the first is made; a quick address is
    answered meanwhile."""
    kept = Answers(application)
    with ThreadPoolExecutor(len(methods)) as threads:
        ask = lambda method: Client(kept).open("/export/slow", method=method)  # noqa: E731
        try:
            asking = [threads.submit(ask, methods[0])]
            assert application.asked.wait(10)
            asking += [threads.submit(ask, method) for method in methods[1:]]
            assert Client(kept).get("/export/quick").data == b"made"
            assert not any(one.done() for one in asking)
        finally:
            application.go.set()
        answers = [one.result() for one in asking]
    assert not kept.making
    return answers


def test_four_who_ask_at_once_have_an_answer_made_once_and_hold_up_no_other():
    application = Slow()
    answers = at_once(application, ("GET", "GET", "HEAD", "GET"))
    assert [answer.data for answer in answers] == [b"made", b"made", b"", b"made"]
    assert sorted(application.made) == [("GET", "/export/quick"), ("GET", "/export/slow")]


def test_an_error_is_neither_kept_nor_given_to_others_who_wait():
    application = Slow("500 INTERNAL SERVER ERROR")
    answers = at_once(application, ("GET", "GET"))
    assert [answer.status_code for answer in answers] == [500, 500]
    assert application.made.count(("GET", "/export/slow")) == 2


def test_an_answer_that_could_not_be_made_is_made_for_the_next_who_asks():
    class Failing(Slow):
        def __call__(self, environ, start_response):
            answer = super().__call__(environ, start_response)
            if self.made.count(("GET", "/export/slow")) == 1 and "slow" in environ["PATH_INFO"]:
                raise MemoryError
            return answer

    application, failed = Failing(), []
    kept = Answers(application)

    def ask():
        try:
            return Client(kept).get("/export/slow").data
        except MemoryError:
            return failed.append(1)

    application.go.set()
    assert [ask(), ask(), ask()] == [None, b"made", b"made"]
    assert not kept.making and application.made.count(("GET", "/export/slow")) == 2
