"""The view Predictions: what was foreseen beside what the record says of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations


def row(page, event: str, claim: str):
    return page.at(f'#forecasts-view tr[data-row="{event}"][data-claim="{claim}"]')


def test_it_stands_behind_more_and_leads_to_the_events_that_tell(visit):
    page = visit("lang=en")
    page.at("#more-views-open").click()
    page.browser.get_by_role("button", name="Predictions").click()
    assert page.query_becomes("view=forecasts&lang=en")
    expect(page.at(".forecasts-count")).to_have_text("21 predictions")
    budanov = row(page, "budanov-expects-kursk", "c3")
    expect(budanov).to_contain_text("23 October 2024")
    expect(budanov).to_contain_text("Contested")
    expect(row(page, "forecasts-after-signing", "c1")).to_contain_text("Not recorded")
    expect(row(page, "zelensky-27-28-october", "c1")).to_contain_text("Others say differently")
    budanov.get_by_role("button", name="Ukraine says the first North Koreans").click()
    page.panel("first-units-seen-in-kursk")


def test_what_is_not_known_yet_is_not_recorded(look):
    page = look("view=forecasts&asof=2024-10-25&lang=en")
    expect(row(page, "zelensky-27-28-october", "c1")).to_contain_text("Not recorded")


@pytest.mark.parametrize(
    ("query", "options"),
    [("view=forecasts&lang=fr&theme=dark", {"phone": True}), ("view=forecasts&lang=en", {})],
)
def test_it_fits_and_axe_finds_nothing(look, query, options):
    page = look(query, **options)
    assert violations(page) == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    assert page.browser.get_by_role("table").get_by_role("row").count() == 22
