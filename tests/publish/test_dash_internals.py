"""What the page assumes of Dash's inside. A failure after an upgrade of Dash says what to change."""

from __future__ import annotations

import json
import re

import pytest
from dash import dcc, html

from timeline.publish.page import dash_internals
from timeline.publish.page.bundle import ASSETS
from timeline.publish.page.dash_internals import (
    CONFIG,
    HTML,
    OPTIONAL,
    POLYFILL,
    PRIVATE,
    SCRIPT,
    SUITES,
    TYPES,
    answer,
    boot_data,
    component_suites,
    described,
    renderer_scripts,
)
from timeline.view import ids
from timeline.view.app import build_app

PLACE = "timeline/publish/page/dash_internals.py"


@pytest.fixture(scope="module")
def app(apollo):
    return build_app(apollo)


@pytest.fixture(scope="module")
def renderer(app):
    return next(text for text in renderer_scripts(app) if "DashRenderer" in text)


# What is read from Dash's own page


def test_dash_s_page_links_its_scripts_from_the_address_of_its_suites(app):
    addresses = SCRIPT.findall(answer(app, "/"))
    assert addresses and all(SUITES in address for address in addresses), (
        f"Dash's page links its scripts in another way now: {addresses}. Open the page of an empty Dash app, look at "
        f"its "
        f"<script> elements, and change SCRIPT and SUITES in {PLACE}."
    )


def test_react_the_renderer_and_dash_html_are_told_apart_from_the_rest(app):
    kinds = ("/deps/react@", "/deps/react-dom@", "/deps/prop-types@", "/dash-renderer/", "/html/")
    ours = [address for address in SCRIPT.findall(answer(app, "/")) if dash_internals._is_ours(address)]
    assert [next((kind for kind in kinds if kind in address), address) for address in ours] == list(kinds), (
        f"Dash loads other scripts, or in another order: {ours}. See which of them a page of dash.html alone needs, "
        f"and "
        f"change OURS in {PLACE}; a script that is left out wrongly shows as an error in the browser's console."
    )


def test_what_is_left_out_is_what_dash_would_load(app):
    addresses = " ".join(SCRIPT.findall(answer(app, "/")))
    gone = [part for part in (POLYFILL, *OPTIONAL.values()) if part not in addresses]
    assert not gone, f"Dash no longer loads {gone}: take it out of POLYFILL or OPTIONAL in {PLACE}."


def test_a_component_s_namespace_names_its_library():
    for part, namespace in ((html.Div(), HTML), (dcc.Graph(), "dash_core_components")):
        assert described(part)[0] == namespace, (
            f"Components of {type(part).__module__} have another namespace now: change HTML and the keys of OPTIONAL "
            f"in {PLACE}."
        )


def test_a_component_describes_itself_by_type_and_properties():
    assert described(html.Label("Kim", htmlFor="box"))[1:] == ("Label", {"children": "Kim", "htmlFor": "box"}), (
        f"`to_plotly_json` of a component gives something else: change `described` in {PLACE}, which `markup` reads."
    )


def test_the_configuration_stands_in_dash_s_page_as_json(app):
    found = CONFIG.search(answer(app, "/"))
    assert found and {"requests_pathname_prefix", "children_props", "dash_version"} <= set(json.loads(found[1])), (
        f"Dash's page holds its configuration in another way: change CONFIG in {PLACE} (an alternative is "
        f"`app._config()`)."
    )


def test_what_differs_at_every_start_or_concerns_nobody_is_in_the_configuration_and_left_out(app):
    whole = json.loads(CONFIG.search(answer(app, "/"))[1])
    assert set(PRIVATE) <= set(whole), (
        f"{sorted(set(PRIVATE) - set(whole))} is no longer in Dash's configuration: take it out of PRIVATE in {PLACE}."
    )
    again = json.loads(CONFIG.search(answer(app, "/"))[1])
    assert {key for key in whole if whole[key] != again[key]} <= set(PRIVATE), (
        f"Something else in Dash's configuration differs each time, so that the page is never the same twice: see "
        f"what it "
        f"is for, and add it to PRIVATE in {PLACE}."
    )
    assert set(boot_data(app).config) == set(whole) - set(PRIVATE)


# What is asked of the app before it serves


def test_the_app_can_be_asked_and_take_routes_afterwards(apollo):
    app = build_app(apollo)
    assert boot_data(app).dependencies, (
        f"Asked without a request, Dash doesn't know its callbacks: it sets itself up elsewhere than in Flask's "
        f"`before_request`. See `_setup_server` in dash.py, and do the same in `answer` in {PLACE}."
    )
    try:
        app.server.add_url_rule("/later", "later", lambda: "later")
    except AssertionError as error:
        pytest.fail(
            f"Flask counts `answer` in {PLACE} as a request and takes no more routes ({error}). Ask a second app, or "
            f"add "
            f"the routes in `create_app` before the page is made."
        )
    assert app.server.test_client().get("/later").text == "later"


def test_asking_gives_what_a_browser_would_get(apollo):
    asked, served = build_app(apollo), build_app(apollo).server.test_client()
    boot = boot_data(asked)
    assert boot.dependencies == served.get("/_dash-dependencies").get_json()
    whole = json.dumps(served.get("/_dash-layout").get_json())
    assert all(json.dumps(child) in whole for child in boot.layout["props"]["children"])


def test_the_renderer_draws_in_the_element_that_our_layout_has_for_it(renderer):
    assert f'getElementById("{ids.DASH}")' in renderer, (
        "Dash's renderer draws in an element with another id: change DASH in timeline/view/ids.py."
    )


def test_the_renderer_keeps_what_stands_in_dash_clientside(renderer):
    assert "window.dash_clientside=window.dash_clientside||{}" in renderer, (
        "Dash's renderer no longer adds to the `dash_clientside` that is there: change `prepare` and `begin` in "
        "assets/src/state/dash.js, which put our callback and a `set_props` of their own there before it comes."
    )


# What the scripts do in the browser


def test_types_of_properties_are_assignments_that_can_be_emptied(app):
    whole = sum(
        len(answer(app, address)) for address in SCRIPT.findall(answer(app, "/")) if dash_internals._is_ours(address)
    )
    lean = sum(map(len, renderer_scripts(app)))
    assert lean < 0.95 * whole, (
        f"Taking `propTypes` out saves {whole - lean} of {whole} characters only: Dash writes them in another way. "
        f"Look for "
        f"`propTypes` in dash_html_components.min.js and change TYPES in {PLACE}, or leave TYPES out if there are none."
    )
    assert TYPES.sub("null", "A.propTypes={id:1};B") == "A.propTypes=null;B"


def test_the_renderer_reads_its_configuration_from_the_element_in_the_page(renderer):
    assert "_dash-config" in renderer, (
        "Dash's renderer looks for its configuration elsewhere: see `getConfigFromDOM` in its source, and change the "
        "ids of "
        "`dash` in `_parts` in timeline/publish/page/page.py."
    )


def test_the_renderer_asks_for_layout_and_callbacks_by_fetch(renderer):
    assert {"_dash-layout", "_dash-dependencies"} <= set(re.findall(r"_dash-(?:layout|dependencies)", renderer)), (
        "Dash's renderer asks for its layout and callbacks under other names: change `boot_data` in "
        f"{PLACE}, and `answerFromPage` in assets/src/state/dash.js."
    )
    assert re.search(r"\bfetch\(", renderer), (
        "Dash's renderer no longer uses `fetch`: `answerFromPage` in assets/src/state/dash.js has to answer what it "
        "uses instead."
    )


def test_the_renderer_is_started_by_a_constructor(app, renderer):
    assert "new DashRenderer()" in answer(app, "/") and "DashRenderer" in renderer, (
        "Dash's page starts its renderer in another way: change `start` in assets/src/state/dash.js."
    )


def test_the_renderer_offers_set_props_which_tells_dash_of_the_view(renderer):
    assert re.search(r"\bset_props\b", renderer), (
        "`dash_clientside.set_props` is gone: see what writes a property from JavaScript now, and change `tell` in "
        "assets/src/state/dash.js."
    )


# What an extension brings


def test_an_extension_s_libraries_are_those_that_its_layout_uses(apollo):
    def suites(extend):
        return component_suites(build_app(apollo, extend))

    assert suites(lambda app: html.P("words")).scripts == ()
    graph = suites(lambda app: html.Div([html.Div(dcc.Graph(id="months"))]))
    assert graph.scripts and all("/dash/dcc/dash_core_components" in script for script in graph.scripts), (
        f"A layout with dcc.Graph should need dcc's scripts and no other, and gets {graph.scripts}: change OPTIONAL "
        f"in {PLACE}."
    )
    assert graph.sheets == ()


def test_the_page_has_a_component_that_holds_the_view(app):
    assert ids.VIEW_SPEC in json.dumps(boot_data(app).layout)
    assert [part["inputs"] for part in boot_data(app).dependencies] == [
        [{"id": ids.VIEW_SPEC, "property": ids.SPEC_PROPERTY}]
    ]


def test_plotly_s_graph_takes_the_plotly_of_the_page(apollo):
    """Else it would load its own, four times as large."""
    app = build_app(apollo, lambda app: dcc.Graph())
    library = "".join(answer(app, f"/{address}") for address in component_suites(app).scripts)
    assert "window.Plotly||" in library, (
        "dcc.Graph no longer looks for `window.Plotly` first: see how it loads plotly.js (LazyLoader in dcc's "
        "source), and "
        "give it the page's, or say in docs/own-timeline.md that an extension with a graph loads a second Plotly."
    )
    assert list((ASSETS / "vendor").glob("plotly-*.js"))
