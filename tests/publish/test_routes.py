"""The exports over HTTP: the same bytes as everywhere, under the right type and name."""

from __future__ import annotations

import json

import brotli
import pytest

from timeline.publish.exports.api import events_object
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.serve.server import create_app

TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
    "jsonld": "application/ld+json",
    "timelinejs": "application/json",
    "gift": "text/plain",
    "qti": "application/zip",
}


@pytest.fixture(scope="module")
def client(apollo):
    return create_app(apollo).server.test_client()


@pytest.mark.parametrize("name", sorted(TYPES))
@pytest.mark.parametrize("query", ["", "kind=mission&lang=fr", "asof=1969-08-01", "q=nothing-like-this"])
def test_every_format_is_served_whole(client, apollo, name, query):
    form = FORMATS[name]
    response = client.get(f"/export/events.{form.extension}?{query}")
    selection = select_view(apollo, query, base="http://localhost/")
    assert (response.status_code, response.mimetype) == (200, TYPES[name])
    assert response.data == form.make(selection)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{selection.filename(form.extension)}"'
    assert "X-Timeline-Ignored" not in response.headers
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_there_is_a_route_for_every_format_and_no_other(client):
    assert set(FORMATS) == set(TYPES)
    unknown = client.get("/export/events.xlsx")
    assert (unknown.status_code, unknown.text) == (
        404,
        "There is no such export. There are: events.csv, events.json, events.ics, events.atom, "
        "events.jsonld, events.gift.txt, events.qti.zip, events.timelinejs.json\n",
    )
    assert client.post("/export/events.csv").status_code == 405


def test_the_json_is_the_api_s_object(client, apollo):
    assert client.get("/export/events.json?kind=science").get_json() == json.loads(
        json.dumps(events_object(apollo, "kind=science"))
    )


def test_the_table_has_a_mark_and_other_rows_when_asked(client):
    plain = client.get("/export/events.csv")
    claims = client.get("/export/events.csv?rows=claims&bom=1&kind=science")
    assert plain.data.startswith(b"id,date,") and claims.data.startswith(b"\xef\xbb\xbfevent,claim,")
    assert claims.headers["Content-Disposition"] == 'attachment; filename="the-apollo-programme-claims-en.csv"'
    assert claims.data.count(b"\r\n") == 3  # the header and a claim for each of the two events


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("actor=nobody&kind=science", "actor=nobody"),
        ("bom=maybe&rows=cells&lang=ko", "lang=ko&bom=maybe&rows=cells"),
        ("q=a%0d%0aSet-Cookie:%20x=1&colour=%0d%0aSet-Cookie:%20x=1", "colour=%0D%0ASet-Cookie%3A%20x%3D1"),
        ("actor=%FF", "actor=%EF%BF%BD"),
        ("=", "="),
    ],
)
def test_what_is_not_understood_is_left_out_and_named(client, query, ignored):
    response = client.get(f"/export/events.csv?{query}")
    assert response.status_code == 200
    assert response.headers["X-Timeline-Ignored"] == ignored
    assert "Set-Cookie" not in response.headers


def test_a_table_s_own_words_are_unknown_to_the_other_formats(client):
    assert client.get("/export/events.ics?bom=1").headers["X-Timeline-Ignored"] == "bom=1"


def test_the_header_of_what_was_ignored_has_an_end(client):
    assert len(client.get(f"/export/events.csv?{'x=y&' * 5000}").headers["X-Timeline-Ignored"]) == 1000


def test_links_lead_to_the_host_that_was_asked_also_when_compressed(client):
    headers = {"Accept-Encoding": "br"}
    for host in ("one.example", "two.example"):
        response = client.get("/export/events.csv", headers={**headers, "Host": host})
        assert f"http://{host}/?event=".encode() in brotli.decompress(response.data)
