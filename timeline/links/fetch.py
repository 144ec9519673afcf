"""One page, asked for as a reader's browser would: bounded in time and size, and no answer is an exception."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

import requests
from urllib3.exceptions import HTTPError as TransportError
from urllib3.exceptions import ReadTimeoutError

from .deadline import TimedSession

AGENT = "timeline-links/1 (checks the addresses of a record)"
MOST = 2_000_000  # bytes of a page that are read, once unpacked
SECONDS = 15  # to wait for a connection, and for each part of an answer
PATIENCE = 40  # seconds for the whole of an answer, and of where it leads to
HOPS = 10
PERMANENT = (301, 308)
UNREACHABLE = "unreachable"  # how the reasons begin that may be those of a missing network
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What a server answered: the status (0 for no answer, and `fault` says why), the address it came from in the end,
    and whether every step there was for good. `text` is what a reader sees of a page, None of another kind of file.
    `later` is true where the server asks to leave it alone for a while.
    """

    url: str
    status: int = 0
    fault: str = ""
    final: str = ""
    for_good: bool = True
    kind: str = ""
    title: str = ""
    text: str | None = None
    html: str = ""
    whole: bool = True
    later: bool = False


def fetch(url: str, session: TimedSession | None = None, headers: dict[str, str] | None = None) -> Answer:
    """Ask for a page. Names of hosts that can't be found and the like are answers with a fault."""
    session = session or new_session()
    try:
        with (
            session.within(PATIENCE),
            session.get(url, headers=headers, stream=True, timeout=SECONDS) as response,
        ):
            if session.is_over:  # in the middle of the headers
                return Answer(url, fault=_late())
            content, whole = _read(response, session)
            return _answer(url, response, content, whole)
    except (requests.RequestException, TransportError, ValueError) as error:
        return Answer(url, fault=_late() if session.is_over else _fault(error))


def _late() -> str:
    return f"{UNREACHABLE}: no whole answer within {PATIENCE} seconds"


def _fault(error: Exception) -> str:
    """Why there is no answer, in words."""
    match error:
        case requests.TooManyRedirects():
            return f"it leads from one address to the next, more than {HOPS} times"
        case requests.exceptions.SSLError():
            return "its certificate is not valid"
        case requests.Timeout() | ReadTimeoutError():
            return f"{UNREACHABLE}: no answer within {SECONDS} seconds"
        case requests.ConnectionError():
            return f"{UNREACHABLE}: no connection to the host"
    return f"no answer that can be read ({type(error).__name__})"


def new_session() -> TimedSession:
    """What holds the connections of one worker."""
    session = _Session()
    session.max_redirects = HOPS
    session.headers.update({"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.5"})
    return session


def wait_of(response: requests.Response) -> float | None:
    """The seconds after which a server wants to be asked again (`Retry-After`, as a number or a time), None where it
    doesn't say.
    """
    said = response.headers.get("Retry-After", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _read(response: requests.Response, session: TimedSession) -> tuple[bytes, bool]:
    """The beginning of a page, and whether that is all of it."""
    parts, size = list[bytes](), 0
    try:
        while part := response.raw.read1(65_536, decode_content=True):  # what has come, not as much as that
            parts.append(part)
            size += len(part)
            if size > MOST:
                break
    except (TransportError, ValueError):  # one that is cut off ends before its announced length
        if not session.is_over:
            raise
    return b"".join(parts)[:MOST], size <= MOST and not session.is_over


def _answer(url: str, response: requests.Response, content: bytes, whole: bool) -> Answer:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    title, text, html = "", None, ""
    if kind in ("text/html", "application/xhtml+xml", ""):
        html = _decoded(response, content)
        title, text = _seen(html)
    elif kind.startswith("text/"):
        text = _decoded(response, content)
    steps = [step.status_code for step in response.history]
    for_good = all(status in PERMANENT for status in steps)
    later = response.status_code == 429 or (response.status_code == 503 and wait_of(response) is not None)
    return Answer(url, response.status_code, "", response.url, for_good, kind, title, text, html, whole, later)


def _seen(html: str) -> tuple[str, str | None]:
    """The title of a page and its text, None where the page is too broken for that (such as `<![ endif ]>`)."""
    page = _Page()
    try:
        page.feed(html)
        page.close()
        text = " ".join("".join(page.words).split())
    except (AssertionError, ValueError):  # how `html.parser` answers declarations that it doesn't know
        text = None
    return " ".join("".join(page.title).split()), text


def _decoded(response: requests.Response, content: bytes) -> str:
    """The text of a page, in the encoding that its server or the page itself names, else UTF-8."""
    told = "charset=" in response.headers.get("Content-Type", "").lower()
    named = CHARSET.search(content[:4096])
    encoding = response.encoding if told else named[1].decode() if named else "utf-8"
    try:
        return content.decode(encoding or "utf-8", errors="replace")
    except LookupError:
        return content.decode("utf-8", errors="replace")


class _Session(TimedSession):
    """A session that tells nobody a password: none of ~/.netrc, at the first address or where that leads."""

    def __init__(self) -> None:
        super().__init__()
        self.auth = lambda request: request

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        prepared_request.headers.pop("Authorization", None)


class _Page(HTMLParser):
    """What a reader sees of a page, and its title."""

    HIDDEN = frozenset({"script", "style", "noscript", "template"})

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.words: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in self.HIDDEN or tag == "title":
            self.inside.append(tag)
        elif tag not in ("a", "b", "em", "i", "span", "strong", "sup", "sub", "mark", "abbr", "q"):
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(data)
        elif self.inside[-1] == "title":
            self.title.append(data)
