"""Dash components as HTML: the same elements, and text that stays text."""

from __future__ import annotations

from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from timeline.publish.page.markup import markup


def test_an_element_keeps_its_attributes_under_their_html_names():
    made = html.Label(
        [html.Span("Kim & co"), html.Br()],
        htmlFor="box",
        className="a b",
        tabIndex="-1",
        **{"aria-hidden": "false", "data-x": "1"},
    )
    start, rest = markup(made).split(">", 1)
    assert set(start.split()) == {
        "<label",
        'for="box"',
        'class="a',
        'b"',
        'tabindex="-1"',
        'aria-hidden="false"',
        'data-x="1"',
    }
    assert rest == "<span>Kim &amp; co</span><br></label>"


def test_what_is_off_is_left_out_and_what_is_on_has_no_value():
    assert markup(html.Div(hidden=True, id="x")) in ('<div hidden id="x"></div>', '<div id="x" hidden></div>')
    assert markup(html.Details(open=False)) == "<details></details>"


def test_an_empty_element_can_be_filled_by_its_id():
    assert (
        markup(html.Div([html.Div(id="chart"), "after"]), {"chart": Markup("<svg></svg>")})
        == '<div><div id="chart"><svg></svg></div>after</div>'
    )


@given(st.text())
def test_text_is_text(words):
    made = markup(html.P(words, title=words))
    assert made.count("<") == 2 and made.count(">") == 2


def test_another_library_s_component_leaves_its_place_empty():
    assert (
        markup(html.Div([dcc.Graph(id="chart"), html.P("words", style={"color": "red"})])) == "<div><p>words</p></div>"
    )


def test_the_id_of_a_pattern_is_no_attribute():
    assert markup(html.P("words", id={"type": "part", "index": 1})) == "<p>words</p>"
