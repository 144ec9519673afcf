"""`links`: what it says of every kind of answer, how politely it asks, the copies that it proposes. A local server."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import threading
import time
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.links import checking, fetch, memento, proposal
from timeline.links.checking import Cache, check_all
from timeline.links.cited import Cited, cited_by
from timeline.links.fetch import fetch as ask
from timeline.links.memento import NoArchive, nearest
from timeline.links.verdict import Verdict, verdict_of
from timeline.record.load import load_record
from timeline.record.problems.problem import RecordError

QUOTE = "one small step"
BODY = f"<p>He said: “{QUOTE}”.</p>" + "<p>More of the page.</p>" * 20
HTML = ("Content-Type", "text/html; charset=utf-8")


def page(body: str = BODY, title: str = "A page", head: str = "") -> bytes:
    return f"<!doctype html><title>{title}</title>{head}<body>{body}".encode()


# What the server answers at an address: the status, headers, the content.
ANSWERS: dict[str, tuple[int, list[tuple[str, str]], bytes]] = {
    "/": (200, [HTML], page("The front page.")),
    "/fine": (200, [HTML], page()),
    "/typed-otherwise": (200, [HTML], page(BODY.replace("small step", "<b>SMALL</b>\n step"))),
    "/text": (200, [("Content-Type", "text/plain")], QUOTE.encode()),
    "/pdf": (200, [("Content-Type", "application/pdf")], b"%PDF-1.7"),
    "/latin": (
        200,
        [("Content-Type", "text/html; charset=iso-8859-1")],
        page(f"é {BODY}").decode().replace("“", "").replace("”", "").encode("latin-1"),
    ),
    "/meta": (200, [("Content-Type", "text/html")], page(head="<meta charset=utf-16>").replace(b"utf-16", b"utf-8 ")),
    "/no-type": (200, [], page()),
    "/odd-charset": (200, [("Content-Type", "text/html; charset=martian")], page()),
    "/packed": (200, [HTML, ("Content-Encoding", "gzip")], gzip.compress(page())),
    "/badly-packed": (200, [HTML, ("Content-Encoding", "gzip")], b"not packed"),
    "/big": (200, [HTML], page("x " * 1_500_000 + BODY)),
    "/for-good": (301, [("Location", "/fine")], b""),
    "/for-good-too": (308, [("Location", "/fine")], b""),
    "/for-now": (302, [("Location", "/fine")], b""),
    "/mixed": (301, [("Location", "/for-now")], b""),
    "/fine/": (200, [HTML], page()),
    "/slash": (301, [("Location", "/slash/")], b""),
    "/slash/": (200, [HTML], page()),
    "/home": (302, [("Location", "/")], b""),
    "/loop": (302, [("Location", "/loop")], b""),
    "/nowhere": (302, [("Location", "http://[bad")], b""),
    "/404": (404, [HTML], page()),
    "/410": (410, [HTML], b""),
    "/401": (401, [HTML], b""),
    "/403": (403, [HTML], b""),
    "/451": (451, [HTML], b""),
    "/402": (402, [HTML], b""),
    "/json-ld": (200, [HTML], page(head='<script>{"isAccessibleForFree": "False"}</script>')),
    "/wall": (200, [HTML], page('<div class="a paywall">Subscribe</div>')),
    "/soft": (200, [HTML], page("Try the search.", "Page not found")),
    "/doux": (200, [HTML], page("Essayez.", "Page introuvable")),
    "/little": (200, [HTML], page("This article no longer exists.")),
    "/empty": (200, [HTML], b""),
    "/scripts": (200, [HTML], b"<script>draw()</script>"),
    "/drifted": (200, [HTML], page(BODY.replace("small", "big"))),
    "/no-comment": (200, [HTML], page(f"{BODY}<![ endif ]>")),
    "/half-a-comment": (200, [HTML], page(f"{BODY}<![-- x -->")),
    "/no-section": (200, [HTML], page(f"{BODY}<![foo x]>")),
    "/429": (429, [HTML], b""),
    "/503": (503, [HTML], b""),
    "/500": (500, [HTML], b""),
    "/204": (204, [], b""),
}
SAYS = {
    "fine": "/fine /typed-otherwise /text /latin /meta /no-type /odd-charset /packed /for-now /mixed /slash",
    "fine: the words quoted were not looked for in application/pdf": "/pdf",
    "moved: to {base}/fine": "/for-good /for-good-too",
    "gone: the server answers 404": "/404",
    "gone: the server answers 410": "/410 ",
    "forbidden: a password is wanted (401)": "/401",
    "forbidden: the server refuses programs or readers (403)": "/403",
    "forbidden: for legal reasons (451)": "/451",
    "paywall: the server asks for payment (402)": "/402",
    "paywall (a guess): the page says that it is not free": "/json-ld /wall",
    "soft 404 (a guess): it leads to the front page of the site": "/home",
    "soft 404 (a guess): its title is `Page not found`": "/soft",
    "soft 404 (a guess): its title is `Page introuvable`": "/doux",
    "soft 404 (a guess): it says `This article no longer exists.`": "/little",
    "soft 404 (a guess): the page is empty": "/empty",
    "soft 404 (a guess): the page is empty without its scripts": "/scripts",
    "drifted: it no longer prints `one small step`": "/drifted",
    "drifted (a guess): it no longer prints `one small step`": "/big",
    "busy: the server asks to come back later (429)": "/429",
    "busy: the server asks to come back later (503)": "/503",
    "broken: the server answers 500": "/500",
    "broken: the server answers 204 without a page": "/204",
    "broken: it leads from one address to the next, more than 10 times": "/loop",
}
MALFORMED = ("/no-comment", "/half-a-comment", "/no-section")
CASES = [(path, says) for says, paths in SAYS.items() for path in paths.split()]


class Server:
    """A WSGI application that answers as ANSWERS says, and remembers what it was asked, and how much at once."""

    def __init__(self):
        self.asked: list[str] = []
        self.at_once = self.most = 0
        self.lock = threading.Lock()

    def __call__(self, environ, start):
        with self.lock:
            self.asked.append(environ["PATH_INFO"])
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        try:
            status, headers, content = self.answer(environ)
            start(f"{status} Said", headers)
            return [content]
        finally:
            with self.lock:
                self.at_once -= 1

    def answer(self, environ):
        return ANSWERS.get(environ["PATH_INFO"], ANSWERS["/404"])


@pytest.fixture(scope="module")
def server():
    return Server()


@pytest.fixture(scope="module")
def base(serving, server) -> str:
    return serving(server)


def cited(url: str, *quotes: str) -> Cited:
    return Cited(url, (("landing", "c1"),), quotes)


@pytest.fixture
def closed() -> str:
    """An address at which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/a"


@pytest.mark.parametrize(("path", "says"), CASES, ids=[path for path, _ in CASES])
def test_an_answer_is_said_in_a_word(base, path, says):
    assert str(verdict_of(ask(base + path), [QUOTE])) == says.format(base=base)


def test_what_is_no_answer_is_said_too(base, closed, monkeypatch):
    assert str(verdict_of(ask(closed))) == "no answer: unreachable: no connection to the host"
    assert verdict_of(ask(f"{base}/badly-packed")).word == "broken"
    assert verdict_of(ask(f"{base}/nowhere")).word == "broken"
    monkeypatch.setattr(fetch, "SECONDS", 0.2)
    with socket.socket() as deaf:  # takes a connection and says nothing
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        verdict = verdict_of(ask(f"http://127.0.0.1:{deaf.getsockname()[1]}/"))
    assert str(verdict) == "no answer: unreachable: no answer within 0.2 seconds"


def test_a_page_that_is_no_html_does_not_end_the_others(base):
    addresses = [cited(f"{base}{path}", QUOTE) for path in (*MALFORMED, "/404")]
    found = dict(check_all(addresses, Cache(None), delay=0))
    # Newer versions of Python read these pages, older ones refuse them.
    assert {found[one].says for one in addresses[:-1]} <= {"", "the words quoted were not looked for in text/html"}
    assert [found[one].word for one in addresses] == ["fine", "fine", "fine", "gone"]


def test_every_answer_of_the_server_is_tried():
    tried = {path for path, _ in CASES} | {"/", "/fine/", "/slash/", "/badly-packed", "/nowhere", *MALFORMED}
    assert tried == set(ANSWERS) and len(CASES) >= 30


def test_no_more_of_a_page_is_read_than_is_needed(base):
    answer = ask(f"{base}/big")
    assert not answer.whole and len(answer.html) == fetch.MOST


@pytest.fixture
def dripping():
    """dripping(head) is the address of a server that sends the head and then a letter 20 times a second, for ever."""
    ended = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def drip(head: bytes) -> None:
        taken, _ = listening.accept()
        with taken, contextlib.suppress(OSError):
            taken.recv(65_536)
            taken.sendall(head)
            while not ended.wait(0.05):
                taken.sendall(b"1\r\nx\r\n" if b"chunked" in head else b"x")

    def start(head: bytes) -> str:
        threading.Thread(target=drip, args=[head], daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield start
    ended.set()
    listening.close()


@pytest.mark.parametrize("more", [b"Content-Length: 60000", b"Transfer-Encoding: chunked", b"Connection: close"])
def test_a_page_that_comes_in_drops_is_not_waited_for(dripping, monkeypatch, more):
    monkeypatch.setattr(fetch, "PATIENCE", 0.3)
    begun = time.monotonic()
    answer = ask(dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + more + b"\r\n\r\n"))
    assert time.monotonic() - begun < 5
    assert not answer.whole and answer.text.startswith("xx")


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked!\r\n\r\n00000",  # the length of a part, which never ends
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"",
    ],
    ids=["headers", "part", "more to come", "status"],
)
def test_a_server_that_never_ends_its_headers_is_not_waited_for(dripping, monkeypatch, base, head):
    monkeypatch.setattr(fetch, "PATIENCE", 0.3)
    begun = time.monotonic()
    with fetch.new_session() as session:
        answer = ask(dripping(head.replace(b"chunked!", b"chunked")), session)
        assert time.monotonic() - begun < 5
        assert not answer.whole or answer.fault == "unreachable: no whole answer within 0.3 seconds"
        assert ask(f"{base}/fine", session).status == 200  # which has time of its own


def test_an_archive_that_never_ends_its_headers_is_not_waited_for(dripping, monkeypatch):
    monkeypatch.setattr(memento, "PATIENCE", 0.3)
    with pytest.raises(memento.Refused, match=r"takes more than 0\.3 seconds"):
        nearest("http://a.example/", date(2024, 6, 19), dripping(b"HTTP/1.1 200 OK\r\nX-Slow: "))


def test_no_password_of_the_user_is_told(serving, monkeypatch, tmp_path):
    told = []

    def application(environ, start):
        told.append(environ.get("HTTP_AUTHORIZATION"))
        first = environ["PATH_INFO"] == "/"
        start("302 Found" if first else "200 OK", [("Location", "/there"), HTML])
        return [b""]

    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ada password secret", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert ask(f"{serving(application)}/").status == 200 and told == [None, None]


# ---- politely ----


def test_a_host_is_asked_one_page_after_the_other_and_each_page_once(base, server):
    server.asked.clear()
    server.most = 0
    addresses = [
        cited(f"{base}/fine#a"),
        cited(f"{base}/fine#b"),
        cited(f"{base}/drifted", QUOTE),
        cited(f"{base}/404"),
    ]
    found = dict(check_all(addresses, Cache(None), delay=0))
    assert [found[one].word for one in addresses] == ["fine", "fine", "drifted", "gone"]
    assert server.asked == ["/fine", "/drifted", "/404"] and server.most == 1


def test_between_two_pages_of_a_host_it_waits(base, monkeypatch):
    waited = []
    monkeypatch.setattr(checking.time, "sleep", waited.append)
    list(check_all([cited(f"{base}/fine"), cited(f"{base}/404"), cited(f"{base}/410")], Cache(None), delay=3))
    assert waited == [3, 3]


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_wants_a_pause_is_not_asked_on(serving, status):
    archive = Unwilling(status, ("Retry-After", "60"), b=1)
    base = f"{serving(archive)}/gate"
    addresses = [cited(f"{base}/{name}") for name in ("lost", "b", "c", "d")]
    found = dict(check_all(addresses, Cache(None), delay=0))
    assert [found[one].word for one in addresses] == ["gone", "busy", "busy", "busy"]
    assert found[addresses[-1]].says == f"not asked, since the server wants a pause ({status})"
    assert archive.asked == ["/gate/lost", "/gate/b"]


def test_what_was_found_lately_is_not_asked_again(base, server, tmp_path):
    clock = [datetime(2026, 1, 1, tzinfo=UTC)]
    addresses = [cited(f"{base}/fine", QUOTE), cited(f"{base}/429")]

    def asked() -> list[str]:
        server.asked.clear()
        cache = Cache(tmp_path / "cache" / "links.json", lambda: clock[0])
        found = dict(check_all(addresses, cache, delay=0))
        assert [found[one].word for one in addresses] == ["fine", "busy"]
        cache.save()
        return server.asked[:]

    assert asked() == ["/fine", "/429"]
    assert asked() == ["/429"]
    clock[0] += timedelta(days=8)
    assert asked() == ["/fine", "/429"]
    (tmp_path / "cache" / "links.json").write_text("[3", encoding="utf-8")
    assert asked() == ["/fine", "/429"]
    assert Cache(tmp_path / "cache" / "links.json", lambda: clock[0]).get(cited(f"{base}/fine", "other words")) is None


def test_the_words_that_claims_quote_are_looked_for_at_their_address(record):
    addresses = {one.url: one for one in cited_by(record)}
    claims = [(event, claim) for event in record.events for claim in event.claims if claim.url]
    assert sum(len(one.claims) for one in addresses.values()) == len(claims)
    for event, claim in claims:
        one = addresses[claim.url]
        assert (event.id, claim.id) in one.claims and (not claim.quote or claim.quote.text in one.quotes)
    assert any(one.day == date(2024, 6, 20) for one in addresses.values())


@pytest.mark.parametrize("address", ["http://[a.b]/x", "https://exa℀mple.org/a", "https://a.[b.org"])
def test_an_address_that_no_program_can_open_is_no_address_of_a_record(leading, address):
    with pytest.raises(RecordError, match="is not a web address: its host holds a character that no host has"):
        load_record(leading(f'"{address}"'))


# ---- the command ----


def run(*arguments, code: int = 0):
    done = CliRunner().invoke(main, ["links", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


@pytest.fixture
def leading(write_record):
    """leading(address) is a record all of whose claims stand on that address."""
    import re

    def write(address: str):
        return write_record(events=lambda text: re.sub(r"https?://\S+?(?=[\s,}])", address, text))

    return write


def test_the_command_names_what_is_not_fine_and_exits_with_1(leading, base, tmp_path):
    folder = leading(f"{base}/for-good")
    before = (folder / "events.yaml").read_bytes()
    done = run("--data", folder, "--cache", tmp_path / "c.json", "--delay", "0", "--format", "json", code=1)
    (one,) = json.loads(done.stdout)
    assert one["url"] == f"{base}/for-good" and one["verdict"] in ("moved", "drifted") and len(one["claims"]) > 2
    done = run("--data", folder, "--cache", tmp_path / "c.json", code=1)
    assert done.stdout.splitlines()[0] == f"{base}/for-good" and "1 address: 1 " in done.stdout
    assert (folder / "events.yaml").read_bytes() == before


def test_without_a_network_it_says_so_and_keeps_nothing(leading, closed, tmp_path):
    done = run("--data", leading(closed), "--cache", tmp_path / "c.json", code=1)
    assert done.stderr == "Error: no address answers: the network isn't there, and nothing was checked\n"
    assert not (tmp_path / "c.json").exists()


# ---- archived copies ----


class Archive(Server):
    """A TimeGate (RFC 7089) that has a copy of each page of 1 January 1970 and of 2020, but none of `lost`."""

    def answer(self, environ):
        path = environ["PATH_INFO"]
        if "lost" in path:
            return 404, [], b""
        if path.startswith("/copy/"):
            taken = datetime(int(path.split("/")[2]), 1, 1, tzinfo=UTC)
            return 200, [HTML, ("Memento-Datetime", format_datetime(taken, usegmt=True))], page()
        wanted = parsedate_to_datetime(environ["HTTP_ACCEPT_DATETIME"])
        year = min((1970, 2020), key=lambda year: abs(wanted - datetime(year, 1, 1, tzinfo=UTC)))
        return 302, [("Location", f"/copy/{year}{path.removeprefix('/gate')}")], b""


class Unwilling(Archive):
    """The same, which answers pages named in `refusing` with an error so many times."""

    def __init__(self, status: int, *headers: tuple[str, str], **refusing: int):
        super().__init__()
        self.error, self.refusing = (status, list(headers), b""), refusing

    def answer(self, environ):
        name = environ["PATH_INFO"].rsplit("/", 1)[-1]
        if not environ["PATH_INFO"].startswith("/gate") or self.refusing.get(name, 0) < 1:
            return super().answer(environ)
        self.refusing[name] -= 1
        return self.error


@pytest.fixture(scope="module")
def gate(serving) -> str:
    return f"{serving(Archive())}/gate/"


def test_the_copy_nearest_to_a_day_is_found(gate):
    early = nearest("http://example.org/a", date(1969, 7, 20), gate)
    late = nearest("http://example.org/a", date(2024, 7, 20), gate)
    assert (early.on, late.on) == (date(1970, 1, 1), date(2020, 1, 1)) and "/copy/1970/" in early.url
    assert nearest("http://example.org/lost", date(2024, 7, 20), gate) is None


def test_an_archive_that_does_not_answer_is_named(closed, base):
    with pytest.raises(NoArchive):
        nearest("http://example.org/a", date(2024, 1, 1), closed)
    with pytest.raises(NoArchive):
        nearest("http://example.org/a", date(2024, 1, 1), f"{base}/500?")


def test_copies_are_proposed_as_a_change_to_the_yaml_and_written_when_asked(write_record, gate):
    folder = write_record()
    CliRunner().invoke(main, ["fmt", "--data", str(folder)])
    before = (folder / "events.yaml").read_text(encoding="utf-8")
    options = ("--data", folder, "--archive", "--timegate", gate, "--delay", "0")
    done = run(*options)
    assert done.stdout.startswith("--- ") and (folder / "events.yaml").read_text(encoding="utf-8") == before
    added = [line for line in done.stdout.splitlines() if line.startswith("+ ")]
    assert any(line.strip().startswith("+") and "archived:" in line for line in added)
    assert not [line for line in done.stdout.splitlines()[2:] if line.startswith("-")]
    run(*options, "--write")
    claims = [claim for event in load_record(folder).events for claim in event.claims]
    assert all(bool(claim.archived) == bool(claim.url) for claim in claims)
    assert {claim.archived.on.text for claim in claims if claim.archived} == {"1970-01-01", "2020-01-01"}
    assert run(*options).stdout == ""


def test_an_archive_that_is_not_there_changes_nothing(write_record, closed):
    folder = write_record()
    before = (folder / "events.yaml").read_bytes()
    done = run("--data", folder, "--archive", "--write", "--timegate", closed, code=1)
    assert "can't be asked" in done.stderr and "nothing was changed" in done.stderr
    assert (folder / "events.yaml").read_bytes() == before


TAKEN = ("Memento-Datetime", "Thu, 01 Jan 1970 00:00:00 GMT")


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_a_copy_of_an_error_is_none(serving, status):
    gate = serving(Unwilling(status, TAKEN, a=1))
    assert nearest("http://example.org/a", date(2024, 1, 1), f"{gate}/gate/") is None


def asked_of(serving, folder, archive: Archive, code: int):
    options = ("--archive", "--write", "--timegate", f"{serving(archive)}/gate/", "--delay", "0")
    done = run("--data", folder, *options, code=code)
    claims = [claim for event in load_record(folder).events for claim in event.claims if claim.url]
    return done, {claim.url.rsplit("/", 1)[-1] for claim in claims if not claim.archived}


def test_one_page_that_an_archive_refuses_is_named_and_the_others_are_written(serving, write_record):
    done, without = asked_of(serving, write_record(), Unwilling(403, words=1), code=1)
    assert without == {"words"} and "\nnot known: https://example.org/words (" in done.stderr
    assert done.stderr.endswith("Error: 1 of the addresses are to be asked again\n")


def test_an_archive_that_asks_to_come_back_later_is_obeyed_once(serving, write_record, monkeypatch):
    waited = []
    monkeypatch.setattr(proposal.time, "sleep", waited.append)
    _, without = asked_of(serving, write_record(), Unwilling(429, ("Retry-After", "7"), flight=1), code=0)
    assert 7 in waited and without == set()


def test_what_a_busy_archive_gave_before_is_written_and_the_rest_named(serving, write_record, monkeypatch):
    monkeypatch.setattr(proposal.time, "sleep", lambda _: None)
    archive = Unwilling(503, ("Retry-After", "7"), flight=9)
    done, without = asked_of(serving, write_record(), archive, code=1)
    assert "flight" in without and not without & {"goal", "plan"}
    assert all(f"not known: https://example.org/{name} (" in done.stderr for name in without)
    assert "asks to come back later (503)" in done.stderr and archive.refusing["flight"] == 7


@pytest.mark.parametrize("seconds", ["7", "3600"])
def test_an_archive_that_is_busy_from_the_start_changes_nothing(serving, write_record, monkeypatch, seconds):
    monkeypatch.setattr(proposal.time, "sleep", lambda _: None)
    done, without = asked_of(serving, write_record(), Unwilling(429, ("Retry-After", seconds), goal=9), code=1)
    assert "asks to come back later (429); nothing was changed" in done.stderr and "goal" in without


def test_a_verdict_says_when_it_guesses():
    assert [str(Verdict("fine")), str(Verdict("paywall", "so it says", True))] == [
        "fine",
        "paywall (a guess): so it says",
    ]
