"""A record in languages with a country or a script in their tags."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.fixture
def tagged(make_record):
    return make_record({"date": "-0043-03-15"}, languages=("en", "pt-BR", "zh-Hant"))


@pytest.mark.parametrize(
    ("asked", "given", "date"),
    [
        ("pt-PT", "pt-BR", "15 de março de 44 a.C."),
        ("zh-Hant-TW", "zh-Hant", "西元前44年3月15日"),
        ("de-DE", "en", "15 March 44 BC"),
    ],
)
def test_the_page_opens_in_the_language_nearest_to_the_browser_s(visit_record, tagged, asked, given, date):
    page = visit_record(tagged, "scope=all", locale=asked)
    expect(page.at("html")).to_have_attribute("lang", given)
    expect(page.at("h1")).to_have_text(f"Small ({given})", use_inner_text=True)
    expect(page.item("event-1")).to_contain_text(date)
