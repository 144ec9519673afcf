"""Dash's own addresses: what the page doesn't ask for is not there, and what an extension can't use is refused."""

from __future__ import annotations

import json

import pytest
from dash import Input, Output, html
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.serve.server import LONGEST_BODY, create_app

UPDATE = "/_dash-update-component"


@pytest.fixture(scope="module")
def plain(apollo):
    return create_app(apollo).server.test_client()


@pytest.fixture(scope="module")
def extended(apollo):
    def extend(app):
        @app.callback(Output("said", "children"), Input("view-spec", "data-spec"))
        def say(view):
            return f"seen {view}"

        return html.P(id="said")

    return create_app(apollo, extend=extend).server.test_client()


def call(client, body):
    return client.post(
        UPDATE, data=body if isinstance(body, bytes) else json.dumps(body), content_type="application/json"
    )


GOOD = {
    "output": "said.children",
    "outputs": {"id": "said", "property": "children"},
    "inputs": [{"id": "view-spec", "property": "data-spec", "value": "{}"}],
    "changedPropIds": ["view-spec.data-spec"],
}
PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["said.children", "view-spec"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "id", "property"]), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "path",
    [
        "/_dash-layout",
        "/_dash-dependencies",
        "/_reload-hash",
        "/_favicon.ico",
        "/_dash-component-suites/dash/deps/x.js",
    ],
)
def test_what_the_page_does_not_ask_for_is_not_there(plain, path):
    assert plain.get(path).status_code == 404


def test_a_page_without_callbacks_of_the_server_takes_none(plain):
    assert call(plain, GOOD).status_code == 404


def test_an_extension_s_callback_is_answered(extended):
    answer = call(extended, GOOD)
    assert answer.status_code == 200 and answer.json["response"] == {"said": {"children": "seen {}"}}


@example({**GOOD, "outputs": {}})
@example({**GOOD, "outputs": []})
@example({**GOOD, "outputs": {"id": [], "property": "children"}})
@settings(max_examples=60)
@given(st.one_of(PARTS, st.dictionaries(st.sampled_from(list(GOOD)), PARTS).map(lambda parts: {**GOOD, **parts})))
def test_no_body_makes_the_server_fail(extended, body):
    assert call(extended, body).status_code < 500


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[]", b"{}", b"null"])
def test_what_is_no_callback_is_refused(extended, body):
    assert call(extended, body).status_code == 400


@pytest.mark.parametrize("name", ["x/y.js", "dash/../../etc/passwd", "dash/nothing.js", "os/os.py", "dash"])
def test_an_unknown_library_is_not_there(extended, name):
    assert extended.get(f"/_dash-component-suites/{name}").status_code == 404


def test_a_body_is_not_read_beyond_its_limit(extended):
    assert call(extended, b"x" * (LONGEST_BODY + 1)).status_code in (400, 413)
