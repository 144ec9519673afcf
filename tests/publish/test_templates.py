"""The templates: what is put into them is text, and they say in HTML what they are given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from timeline.publish.page.not_found import not_found
from timeline.publish.page.rendering import FOLDER, document, render
from timeline.view.first_marks import Mark, first_marks

MARK = re.compile(r'<i class="mark ([^"]+)" style="left:([\d.-]+)%;top:([\d.]+)%;--colour:var\(--kind-([\w-]+)\)">')


def test_a_mark_of_the_first_view_says_where_it_stands_and_how_it_looks():
    marks = [Mark(0.25, 0.5, "treaty", "circle", "reported"), Mark(1 / 3, 0.125, "arms")]
    assert MARK.findall(render("first_marks.html", marks=marks)) == [
        ("symbol symbol-circle is-reported", "25.00", "50.0", "treaty"),
        ("crowd", "33.33", "12.5", "arms"),
    ]


def test_every_mark_of_a_record_is_drawn(record):
    marks = first_marks(record)
    made = render("first_marks.html", marks=marks)
    assert len(MARK.findall(made)) == len(marks) > 20
    assert made.startswith('<div id="first-marks" aria-hidden="true"><i ') and made.endswith("</i></div>")


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
    assert not str(render("first_marks.html", marks=[])).endswith("\n")


def test_every_template_can_be_read():
    names = {file.name for file in FOLDER.iterdir()}
    assert {"page.html", "not_found.html", "outline.html", "first_marks.html", "site_head.html", "sitemap.xml"} <= names
