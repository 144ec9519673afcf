"""The templates: what is put into them is text, and they say in HTML what they are given."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from timeline.publish.page.not_found import not_found
from timeline.publish.page.rendering import FOLDER, document, render
from timeline.view.first_marks import FirstMarks, Mark, first_marks

MARK = re.compile(
    r'<i class="mark ([^"]+)" data-([\w-]+)="([^"]+)" style="left:([\d.-]+)%;((?:--from-\d+:[\d.]+rem;)+)'
    r'--colour:var\(--kind-([\w-]+)\)">'
)


def test_a_mark_of_the_first_view_says_where_it_stands_and_how_it_looks():
    marks = [Mark(0.25, {0: 2.5, 380: 4}, "treaty", "circle", "reported", row=7), Mark(1 / 3, {380: 0.125}, "arms")]
    made = render("first_marks.html", first=FirstMarks(marks, {0: 30.25, 380: 30}))
    assert MARK.findall(made) == [
        ("symbol symbol-circle is-reported", "row", "7", "25.0", "--from-0:2.50rem;--from-380:4.00rem;", "treaty"),
        ("crowd", "kind", "arms", "33.3", "--from-380:0.12rem;", "arms"),
    ]
    assert made.startswith(
        '<div id="first-marks" aria-hidden="true" style="--height-0:30.25rem;--height-380:30.00rem;">'
    )
    assert ' class="roughly" ' in render("first_marks.html", first=FirstMarks(marks, {}, roughly=True))


def test_every_mark_of_a_record_is_drawn(record):
    first = first_marks(record)
    made = render("first_marks.html", first=first)
    assert len(MARK.findall(made)) == len(first.marks) > 50
    assert made.endswith("</i></div>")


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
    assert not str(render("first_marks.html", first=FirstMarks([], {}))).endswith("\n")


def test_every_template_can_be_read():
    names = {file.name for file in FOLDER.iterdir()}
    assert {"page.html", "not_found.html", "outline.html", "first_marks.html", "site_head.html", "sitemap.xml"} <= names
