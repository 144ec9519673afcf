"""The templates: what is put into them is text, and they say in HTML what they are given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from timeline.publish.page.not_found import not_found
from timeline.publish.page.rendering import FOLDER, document, render
from timeline.view.first_lanes import SCREENS
from timeline.view.first_marks import FirstView, Mark, first_views

MARK = re.compile(
    r'<i class="mark ([^"]+)" data-([\w-]+)="([^"]+)" style="left:([\d.-]+)%;top:([\d.]+)rem;'
    r'--colour:var\(--kind-([\w-]+)\)">'
)


def test_a_mark_of_the_first_view_says_where_it_stands_and_how_it_looks():
    marks = [Mark(0.25, 2.5, "treaty", "circle", "reported", row=7), Mark(1 / 3, 0.125, "arms")]
    made = render("first_marks.html", views=[FirstView(SCREENS[1], marks, 30.25)])
    assert MARK.findall(made) == [
        ("symbol symbol-circle is-reported", "row", "7", "25.0", "2.50", "treaty"),
        ("crowd", "kind", "arms", "33.3", "0.12", "arms"),
    ]
    assert '<div class="from-380 to-639" style="height:30.25rem">' in made


def test_every_mark_of_a_record_is_drawn(record):
    views = first_views(record)
    made = render("first_marks.html", views=views)
    assert len(MARK.findall(made)) == sum(len(view.marks) for view in views) > 20 * len(views)
    assert made.startswith('<div id="first-marks" aria-hidden="true"><div ') and made.endswith("</i></div></div>")


@given(st.text())
def test_text_is_text(words):
    lines = [{"language": "en", "words": words, "title": words}]
    made = document("not_found.html", lines=lines, home=words)
    plain = document("not_found.html", lines=[{**lines[0], "words": "", "title": ""}], home="")
    assert all(made.count(sign) == plain.count(sign) for sign in "<>\"'")


def test_a_value_that_is_missing_is_an_error_and_no_gap():
    with pytest.raises(UndefinedError):
        render("not_found.html", lines=[])


def test_a_document_ends_with_the_end_of_a_line_and_a_part_of_one_does_not(apollo):
    assert not_found(apollo, "/").endswith("</p>\n")
    assert not str(render("first_marks.html", views=[])).endswith("\n")


def test_every_template_can_be_read():
    names = {file.name for file in FOLDER.iterdir()}
    assert {"page.html", "not_found.html", "outline.html", "first_marks.html", "site_head.html", "sitemap.xml"} <= names
