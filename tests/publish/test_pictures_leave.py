"""Pictures on the server, in a static site, in a file that stands alone, on handouts and in exports that know them."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from copy import deepcopy
from xml.etree.ElementTree import fromstring

import pytest
from pictured import FILE, MEDIA, drawn, put

from timeline.publish.exports.atom import ATOM
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.publish.handout.handout import handout, policy
from timeline.publish.page.single import single_file
from timeline.publish.page.site import site_files
from timeline.serve.live import LiveApp
from timeline.serve.server import create_app

LESSON = """\
title: {en: The goal, fr: L’objectif}
audience: {en: Anybody, fr: Tout le monde}
minutes: 5
aims:
  - {en: To see, fr: Voir}
steps:
  - kind: event
    event: event-1
    say: {en: Look., fr: Regardez.}
"""
BASE = "https://example.org/moon/"
POLICY = "Content-Security-Policy"


@pytest.fixture
def pictured(make_record, tmp_path):
    """A record whose two events share a picture, which a claim of the first has too, with a lesson on that."""
    put(tmp_path)
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "goal.yaml").write_text(LESSON, encoding="utf-8")
    says = {"en": "It did", "fr": "Il l’a fait"}
    claim = {"id": "c1", "source": "book", "locator": "p. 1", "says": says, "media": deepcopy(MEDIA)}
    plain = {key: value for key, value in deepcopy(MEDIA).items() if key != "caption"}
    return make_record(
        {"date": "1961", "media": deepcopy(MEDIA), "claims": [claim]},
        {"date": "1962", "media": plain},
        languages=("en", "fr"),
    )


@pytest.fixture
def address(pictured) -> str:
    return pictured.pictures[FILE].address


def test_the_server_gives_a_picture_for_good_and_nothing_else_of_the_folder(pictured, address, tmp_path):
    client = create_app(pictured).server.test_client()
    (tmp_path / FILE).write_bytes(b"changed since")  # a record never changes under a server
    answer = client.get(f"/{address}")
    assert (answer.status_code, answer.data, answer.mimetype) == (200, drawn(), "image/png")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers[POLICY] == "default-src 'none'; frame-ancestors 'none'"
    others = (FILE, "media/", "media/..%2fsettings.yaml", "media/../settings.yaml", "media/0000000000000000.png")
    assert [client.get(f"/{path}").status_code for path in others] == [404] * len(others)
    assert "img-src 'self' data:;" in client.get("/").headers[POLICY]


def test_a_server_that_follows_the_files_shows_a_picture_that_was_drawn_anew(pictured, tmp_path):
    live = LiveApp(tmp_path)
    put(tmp_path, drawn(colour="#999"))
    live.refresh()
    assert live.shown().pictures[FILE].content == drawn(colour="#999") != pictured.pictures[FILE].content


def test_the_api_says_where_a_picture_is_and_how_large(pictured, address):
    events = create_app(pictured).server.test_client().get("/api/events.json").get_json()["events"]
    wanted = {**MEDIA, "src": address, "type": "image/png", "width": 40, "height": 30}
    assert events[0]["media"] == events[0]["claims"][0]["media"] == wanted
    assert "caption" not in events[1]["media"]


def test_a_site_has_each_picture_once(pictured, address):
    files = site_files(pictured)
    assert [path for path in files if path.startswith("media/")] == [address]
    assert files[address] == drawn()


def test_a_file_that_stands_alone_holds_each_picture_once_and_asks_for_none(pictured, address):
    page = single_file(pictured).decode()
    (held,) = re.findall(r'<script type="application/json" id="pictures">(.*?)</script>', page)
    kind, data = json.loads(held)[address].split(",")
    assert (kind, b64decode(data)) == ("data:image/png;base64", drawn())
    assert page.count(data) == 1 and "img-src data: blob:;" in page


def test_a_file_of_a_record_without_pictures_has_no_place_for_them(apollo):
    assert b'id="pictures"' not in single_file(apollo)


@pytest.mark.parametrize("teacher", [False, True])
def test_a_handout_shows_the_pictures_of_an_event_and_of_its_claims(pictured, teacher):
    page = handout(pictured, "goal", "fr", teacher)
    shown = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="([^"]+)" width="40" height="30">', page)
    assert shown == ["Un disque gris sur fond noir."] * 2
    assert page.count("La Lune et rien d’autre.<br><small>Image\N{NO-BREAK SPACE}: A. Painter, CC BY 4.0</small>") == 2
    assert "img-src data:;" in policy()


def test_timelinejs_takes_a_picture_from_the_page_with_its_words_escaped(pictured, address):
    first, second = json.loads(FORMATS["timelinejs"].make(select_view(pictured, "lang=en", base=BASE)))["events"]
    assert first["media"] == {
        "url": BASE + address,
        "caption": "The Moon &amp; nothing else.",
        "credit": "Picture: A. Painter, CC BY 4.0",
        "alt": "A grey disc &lt;on&gt; black.",
    }
    assert "caption" not in second["media"]


def test_json_ld_knows_an_image_and_who_made_it(pictured, address):
    listed = json.loads(FORMATS["jsonld"].make(select_view(pictured, "lang=en", base=BASE)))
    image = listed["itemListElement"][0]["item"]["image"]
    assert (image["@type"], image["contentUrl"]) == ("ImageObject", BASE + address)
    assert (image["width"]["value"], image["height"]["value"]) == (40, 30)
    assert image["description"] == MEDIA["alt"]["en"]
    assert image["creditText"] == "Picture: A. Painter, CC BY 4.0"


def test_a_feed_encloses_it(pictured, address):
    feed = fromstring(FORMATS["atom"].make(select_view(pictured, "lang=en", base=BASE)))
    link = feed.find(f"{{{ATOM}}}entry/{{{ATOM}}}link[@rel='enclosure']")
    assert (link.get("href"), link.get("type")) == (BASE + address, "image/png")
    assert (link.get("title"), link.get("length")) == (MEDIA["alt"]["en"], str(len(drawn())))


@pytest.mark.parametrize("view", [{"base": ""}, {"query": "asof=2000-01-01", "base": BASE}])
@pytest.mark.parametrize("name", ["timelinejs", "jsonld", "atom"])
def test_an_export_has_none_where_it_could_not_be_found_or_tells_what_came_later(pictured, name, view):
    assert b"media/" not in FORMATS[name].make(select_view(pictured, **view))
