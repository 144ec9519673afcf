"""The web application: its page, health and API, their headers, and the wiring of its callbacks."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest
from plotly.io.json import to_json_plotly
from werkzeug.test import Client

from timeline.publish.exports.api import events_object
from timeline.publish.page.bundle import EAGER
from timeline.publish.page.single import single_file
from timeline.record.load import load_record
from timeline.serve.server import MIMETYPES, create_app
from timeline.serve.transfer import Answers
from timeline.view.app import build_app

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def app(record):
    return create_app(record)


@pytest.fixture(scope="module")
def client(app):
    return app.server.test_client()


@pytest.mark.parametrize("address", ["/nothing/here", "/index.html", "/event/treaty-signing", "/<script>"])
def test_an_address_with_nothing_says_so_and_leads_to_the_timeline(client, record, address):
    answer = client.get(address)
    assert answer.status_code == 404 and answer.mimetype == "text/html"
    for language in record.settings.languages:
        assert f'<p lang="{language}">' in answer.text and record.settings.title[language] in answer.text
    assert '<a href="/">' in answer.text and "<script" not in answer.text
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_the_page_leads_to_the_one_on_the_sources(client, record):
    page = client.get("/").text
    for language, words in (("en", "About the sources"), ("fr", "Les sources")):
        assert re.search(rf'<a[^>]*href="sources.html#{language}"[^>]*>{words}</a>', page)
    answer = client.get("/sources.html")
    assert answer.status_code == 200 and answer.mimetype == "text/html"
    assert all(f'<main id="{language}"' in answer.text for language in record.settings.languages)


def test_the_whole_timeline_can_be_taken_along_as_one_file(client, record):
    answer = client.get("/timeline.html")
    assert answer.data == single_file(record) and answer.mimetype == "text/html"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="timeline.html"'


def test_health_names_the_record(client, record):
    assert client.get("/healthz").get_json() == {"status": "ok", "hash": record.hash, "events": len(record.events)}


def test_the_api_gives_the_whole_record(client, record):
    response = client.get("/api/events.json")
    assert response.mimetype == "application/json"
    assert response.get_json() == events_object(record)


@pytest.mark.parametrize(
    "query",
    [
        "country=KP&from=2024-10-01&to=2024-10-31&dates=certain",
        "q=cor%C3%A9e",
        "actor=nobody&x=1",
        "status=contested&status=predicted",
    ],
)
def test_the_api_understands_the_page_s_query_string(client, record, query):
    body = client.get(f"/api/events.json?{query}").get_json()
    assert body == json.loads(json.dumps(events_object(record, query)))
    assert 0 < len(body["events"]) <= len(record.events)


@pytest.mark.parametrize(
    "query", ["%FF", "q=%00", "&&&", "=", "q=" + "a" * 5000, "from=9999-99-99", "actor=constructor"]
)
def test_the_api_answers_any_query_string(client, query):
    assert client.get(f"/api/events.json?{query}").status_code == 200


def test_the_page_is_html_in_the_first_language_and_carries_the_record(client, record):
    page = client.get("/").get_data(as_text=True)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert f"<title>{record.settings.title['en']}</title>" in page
    data = client.get(re.search(r'id="record-data" data-record="(bundles/record[.][0-9a-f]{16}[.]json)"', page)[1])
    assert data.get_json()["record"]["hash"] == record.hash
    assert data.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/events.json", "/_dash-layout", "/assets/nothing.js"])
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-eval" not in policy
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    script = re.search(r"script-src ([^;]+)", policy)[1]
    assert "unsafe-inline" not in script
    assert "http" not in script
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("address", "frames"),
    [
        ("/?embed=1", ""),  # `*` would refuse a page on disk, and one that is itself in a closed frame
        ("/?kind=treaty&lang=fr&embed=1", ""),
        ("/", "'self'"),
        ("/?embed=0", "'self'"),
        ("/?embed=yes", "'self'"),
        ("/api/events.json?embed=1", "'self'"),
        ("/healthz?embed=1", "'self'"),
    ],
)
def test_any_site_may_frame_the_compact_page_and_nothing_else(client, address, frames):
    for headers in ({}, {"Accept-Encoding": "br"}, {"If-None-Match": client.get(address).headers.get("ETag", "")}):
        policy = client.get(address, headers=headers).headers["Content-Security-Policy"]
        assert policy.endswith(f"; frame-ancestors {frames}") if frames else "frame-ancestors" not in policy


def test_the_policy_allows_every_inline_script_of_the_page_by_its_hash(client):
    response = client.get("/")
    inline = re.findall(r"<script(?: data-languages=[^>]*)?>(.*?)</script>", response.get_data(as_text=True), re.DOTALL)
    assert inline
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.strip().encode()).digest()).decode()
        exact = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert (
            f"'sha256-{exact}'" in response.headers["Content-Security-Policy"]
            or f"'sha256-{digest}'" in response.headers["Content-Security-Policy"]
        )


def test_the_page_asks_nothing_of_other_sites(client):
    page = client.get("/").get_data(as_text=True)
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []


@pytest.mark.parametrize(("encoding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_the_page_is_compressed(client, encoding, decode):
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    response = client.get("/", headers={"Accept-Encoding": encoding})
    assert response.headers["Content-Encoding"] == encoding
    assert decode(response.data) == plain.data
    assert len(response.data) < len(plain.data) / 3


def test_a_missing_file_is_a_404_without_a_traceback(client):
    response = client.get("/assets/nothing.js")
    assert response.status_code == 404
    assert "Traceback" not in response.get_data(as_text=True)
    assert "timeline/" not in response.get_data(as_text=True)


def test_a_wrong_method_is_refused(client):
    assert client.post("/api/events.json").status_code == 405


# Wiring


def inline(client, name: str):
    """What stands in the page as JSON, under this id."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', client.get("/").text, re.DOTALL)
    return json.loads(found[1])


def ids_in(component) -> list[str]:
    """Every id of a serialised layout."""
    if isinstance(component, list):
        return [found for part in component for found in ids_in(part)]
    if not isinstance(component, dict):
        return []
    props = component.get("props", {})
    own = [props["id"]] if "id" in props else []
    return own + [found for part in props.values() for found in ids_in(part)]


def ids_of_page(client) -> list[str]:
    """Every id in the page's markup, as it stands before a script has run."""
    page = client.get("/").text
    shell = page[page.index("<body>") : page.index("<noscript>")]
    return re.findall(r'\bid="([^"]+)"', shell)


def ids_of_callback(callback: dict) -> set[str]:
    outputs = callback["output"].strip(".").split("...")
    return {output.rsplit(".", 1)[0] for output in outputs if "." in output} | {
        part["id"] for key in ("inputs", "state") for part in callback[key]
    }


def test_every_id_of_a_callback_is_in_the_first_layout(client):
    callbacks = inline(client, "dash-dependencies")
    known = set(ids_in(inline(client, "dash-layout")))
    assert callbacks
    for callback in callbacks:
        assert ids_of_callback(callback) <= known


def test_no_id_is_given_twice(client):
    found = ids_of_page(client)
    assert len(found) == len(set(found))


def test_the_stable_hooks_are_in_the_page_and_in_the_app_s_layout(app, client):
    known = set(ids_of_page(client)) & set(ids_in(json.loads(to_json_plotly(app.layout))))
    assert {
        "timeline",
        "overview",
        "filter-actor",
        "filter-country",
        "filter-source",
        "filter-kind",
        "filter-status",
        "filter-dates",
        "filter-clear",
        "result-count",
        "event-list",
        "event-panel",
        "view-tabs",
        "group-by",
        "chapters",
        "options",
        "lang-toggle",
        "theme-toggle",
        "share",
        "export",
        "notice",
    } <= known


def test_callback_exceptions_are_not_suppressed(app):
    assert not app.config.suppress_callback_exceptions


def test_state_lives_in_the_browser_so_the_server_runs_no_callback(client):
    assert all(callback["clientside_function"] for callback in inline(client, "dash-dependencies"))


# Two timelines in one process


def test_two_apps_of_two_records_share_nothing(record, apollo):
    one, other = create_app(record), create_app(apollo)
    first, second = one.server.test_client(), other.server.test_client()
    assert first.get("/healthz").get_json()["hash"] == record.hash
    assert second.get("/healthz").get_json()["hash"] == apollo.hash
    assert len(second.get("/api/events.json").get_json()["events"]) == 8
    assert "Apollo" in second.get("/").get_data(as_text=True)
    assert "Apollo" not in first.get("/").get_data(as_text=True)
    assert one.layout is not other.layout
    assert one.callback_map is not other.callback_map
    assert inline(first, "dash-dependencies") == inline(second, "dash-dependencies")


def test_what_dash_would_ask_of_its_server_stands_in_the_page(client, record):
    """So that the page needs no second request, and the same page works from a file."""
    dash = build_app(record).server.test_client()
    part = inline(client, "dash-layout")
    assert set(ids_in(part)) == {"view-spec"} < set(ids_in(dash.get("/_dash-layout").get_json()))
    assert inline(client, "dash-dependencies") == dash.get("/_dash-dependencies").get_json()
    assert "end_id" not in inline(client, "_dash-config")


def test_the_page_s_markup_is_there_before_any_script_has_run(app, client):
    page = client.get("/").text
    shell = page[page.index("<body>") : page.index("<noscript>")]
    assert set(ids_of_page(client)) >= set(ids_in(json.loads(to_json_plotly(app.layout))))
    assert shell.count("<div") == shell.count("</div>")


def test_the_same_record_gives_the_same_page(record, client):
    assert create_app(record).server.test_client().get("/").data == client.get("/").data


def test_a_subtitle_is_text_wherever_the_page_prints_it(write_record):
    record = load_record(
        write_record(
            settings=lambda text: text.replace("en: From the goal to the samples", "en: '\"><script>alert(2)</script>'")
        )
    )
    page = create_app(record).server.test_client().get("/").get_data(as_text=True)
    assert "<script>alert" not in page


def test_the_schema_is_served_with_the_record_s_own_kinds(record):
    answer = create_app(record).server.test_client().get("/schema/event.json")
    assert answer.status_code == 200
    assert {kind.id for kind in record.settings.kinds} <= set(answer.text.replace('"', " ").split())


def test_the_foot_of_the_page_says_when_and_how_the_record_changed(record):
    layout = build_app(record).server.test_client().get("/_dash-layout").text
    assert f"Record updated on 25 November 2026 ({record.settings.changes['en']})" in layout


def test_a_file_with_its_fingerprint_is_kept_for_good_and_the_page_is_revalidated(client):
    page = client.get("/")
    listed = json.loads(re.search(r'id="files">(.*?)</script>', page.text)[1])
    modules = {path for paths in listed["modules"].values() for path in paths}
    files = [path for _, path in listed["run"]]
    assert len(files) == 2 and len(listed["dash"]) == 3 and len(modules) > 5
    for file in [*files, *listed["dash"], *modules, *listed["scripts"].values(), *listed["sheets"].values()]:
        answer = client.get(f"/{file}")
        assert (
            answer.mimetype == MIMETYPES[file.rsplit(".", 1)[1]]
            and answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        )
        of_several = file in modules or "/timeline." in file  # they name one another: one fingerprint for all
        assert of_several or hashlib.sha256(answer.data).hexdigest()[:16] in file
    assert client.get(f"/{files[0].replace('bundles/', 'bundles/x')}").status_code == 404
    again = client.get("/", headers={"If-None-Match": page.headers["ETag"]})
    assert again.status_code == 304 and not again.data


def test_plotly_s_compressed_twin_is_what_is_sent(client):
    """After another Plotly, with `text` what `EAGER` and the file are together: `brotli.compress(text.encode())` is the
    twin.
    """
    plain, compressed = sorted((ROOT / "assets" / "vendor").glob("plotly-*"))
    assert compressed.name == f"{plain.name}.br"
    assert brotli.decompress(compressed.read_bytes()) == EAGER.encode() + plain.read_bytes()
    address = re.search(r"bundles/plotly[.]\w+[.]js", client.get("/").text)[0]
    sent = client.get(f"/{address}")
    assert sent.data == EAGER.encode() + plain.read_bytes()


def test_an_address_s_answer_depends_on_nothing_that_another_one_asked(client):
    """Answers are kept: by query, by encoding, and never an error."""
    plain = client.get("/api/events.json?kind=ratification")
    assert client.get("/api/events.json?kind=combat").data != plain.data
    assert (
        client.get("/api/events.json?kind=ratification", headers={"Accept-Encoding": "br"}).headers["Content-Encoding"]
        == "br"
    )
    assert client.get("/api/events.json?kind=ratification").data == plain.data
    assert client.get("/nothing/here").data == client.get("/nothing/here").data
    assert client.head("/api/events.json?kind=ratification").data == b""
    tag = plain.headers["ETag"]
    assert client.get("/api/events.json?kind=combat", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/api/events.json?kind=ratification", headers={"If-None-Match": tag}).status_code == 304


def test_an_answer_is_compressed_once(client):
    headers = {"Accept-Encoding": "br"}
    first, second = client.get("/", headers=headers), client.get("/", headers=headers)
    assert first.headers["Content-Encoding"] == "br"
    assert first.data == second.data and brotli.decompress(first.data) == client.get("/").data
    filtered = client.get("/api/events.json?kind=ratification", headers=headers)
    assert brotli.decompress(filtered.data) != brotli.decompress(client.get("/api/events.json", headers=headers).data)


def test_what_is_kept_of_answers_has_an_end():
    made = []

    def application(environ, start_response):
        made.append(environ["QUERY_STRING"])
        start_response("200 OK", [])
        return [b"x" * 30_000_000]

    client = Client(Answers(application))
    for query in ("a", "b", "b", "a", "c", "a", "b"):
        assert len(client.get(f"/api/events.json?{query}").data) == 30_000_000
    assert made == ["a", "b", "c", "b"]  # two fit; the one asked for longest ago was forgotten


def test_a_frame_elsewhere_is_allowed_for_the_embedded_page_alone(record):
    """However it is asked for, and whoever asked before: answers are kept."""
    client = create_app(record).server.test_client()
    frames = lambda address: re.findall(
        r"frame-ancestors ([^;]+)", client.get(address).headers["Content-Security-Policy"]
    )  # noqa: E731
    own, anybody = ["'self'"], []
    assert [
        frames(address)
        for address in ("/?embed=%31", "/?embed=1", "/", "/?embed=1&lang=fr", "/?x=embed=1", "/healthz?embed=1")
    ] == [own, anybody, own, anybody, own, own]


FRAME = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}


@pytest.mark.parametrize(
    ("address", "compact"),
    [
        ("/", "?embed=1"),
        ("/?lang=fr&kind=treaty", "?lang=fr&kind=treaty&embed=1"),
        ("/?embed=0&q=%C3%A9", "?q=%C3%A9&embed=1"),
    ],
)
def test_a_frame_elsewhere_that_asks_for_the_whole_page_is_led_to_the_compact_one(client, address, compact):
    for _ in range(2):  # answers are kept, and that of a frame is not that of a tab
        assert client.get(address).status_code == 200
        answer = client.get(address, headers=FRAME)
        assert (answer.status_code, answer.headers["Location"]) == (302, compact)
        assert answer.headers["Cache-Control"] == "no-store", "a cache would lead other readers of the address too"
    assert client.get(f"/{compact}", headers=FRAME).status_code == 200


# What a cache between the server and its readers knows of a request, beside its address.
ASKED = [
    {"Accept-Encoding": "br"},
    {"Accept-Encoding": "gzip"},
    {"Accept-Language": "fr"},
    {"Accept": "application/json"},
    {"Origin": "https://elsewhere.example"},
    {"Referer": "https://elsewhere.example/page"},
    {"Cookie": "a=b"},
    {"User-Agent": "Mozilla/5.0 (iPhone)"},
    FRAME,
]


@pytest.mark.parametrize(
    "address",
    ["/", "/?lang=fr", "/?embed=1", "/api/events.json", "/export/events.csv", "/lessons/index.html", "/citations.json"]
    + ["/sources.html", "/healthz", "/nowhere"],
)
def test_what_an_answer_depends_on_is_named_so_that_no_cache_mixes_answers(client, address):
    told = lambda answer: {name.lower() for name in answer.vary}  # noqa: E731
    plain = client.get(address)
    for asked in ASKED:
        answer = client.get(address, headers=asked)
        differs = (answer.status_code, answer.data) != (plain.status_code, plain.data)
        if differs:
            needed = {name.lower() for name in asked}
            assert needed <= told(plain) and needed <= told(answer), (address, asked)
    same = client.get(address, headers={"If-None-Match": plain.headers["ETag"]}) if "ETag" in plain.headers else plain
    assert told(same) == told(client.head(address)) == told(plain)


def test_the_page_differs_for_frames_and_the_compact_one_does_not(client):
    tells = {"sec-fetch-dest", "sec-fetch-site"}
    told = {address: {name.lower() for name in client.get(address).vary} for address in ("/", "/?lang=fr", "/?embed=1")}
    assert tells < told["/"] and tells < told["/?lang=fr"]
    assert not tells & told["/?embed=1"]


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_page_s_own_site_may_frame_the_whole(client, site):
    assert client.get("/", headers={**FRAME, "Sec-Fetch-Site": site}).status_code == 200


def test_a_page_in_a_closed_frame_may_read_its_own_files_and_no_other_site_can_name_them(client, record):
    """Such a page is nobody's, so that its own files are another site's to it."""
    page = client.get("/").get_data(as_text=True)
    files = re.findall(r"bundles/[\w./-]+", page)
    assert len(files) > 20
    files += [f"lessons/index.json?{record.hash}", f"map.json?{record.hash}"]
    readable = lambda path: client.get(f"/{path}").headers.get("Access-Control-Allow-Origin")  # noqa: E731
    assert {readable(path) for path in files} == {"*"}
    for path in ("", "?embed=1", "lessons/index.json", "map.json", "api/events.json", "healthz", "export/events.csv"):
        assert readable(path) is None, path
    assert readable("lessons/index.json?other") is None
    for path in ("", "api/events.json", "healthz", "sources.html", "timeline.html", "export/events.csv"):
        assert readable(f"{path}?{record.hash}") is None, path
