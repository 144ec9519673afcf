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


def test_periods_from_right_to_left_read_in_order_and_what_is_not_said_leaves_nothing(visit_record, make_record):
    page = visit_record(make_record({"date": "1948-05-14"}, languages=("he",)))
    period = page.at(".window-text").text_content()
    assert period.startswith("\u2068") and period.endswith("\u2069")  # whatever stands around it
    expect(page.at(".quiet-years")).to_have_text("")
    page.open("from=1948-01-01&to=1949-12-31")
    expect(page.at("#active-filters .chip")).to_contain_text("\u20681 בינואר 1948\u2069")
