"""Doubting a source or a claimant on the page: what falls, what changes and why, and taking it back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_page_accessibility import violations

from timeline.query.events import matching_events
from timeline.query.spec import parse_query, vocabulary

# What rests on the article of Mondialisation alone, or on it and one page more, read in the documents and the pages.
CHANGES = {
    "putin-western-arms-violation": "Established → Reported: one origin remains, Reuters",
    "treaty-article-2": "Established → Reported: one origin remains, KCNA",
    "treaty-other-fields": "Established → Reported: one origin remains, Interfax",
    "rosenthal-on-beijing-and-moscow": "Reported → nothing left",
    "rosenthal-on-un-sanctions": "Reported → nothing left",
    "iran-arms-ties": "Reported → nothing left",
    "forecasts-after-signing": "Predicted → nothing left",
}
CHIP = '[data-key="doubt=mondialisation"]'


def changes(page) -> dict[str, str]:
    return {line.get_attribute("data-row"): line.locator(".doubt-why").inner_text() for line in lines(page)}


def lines(page):
    return page.at(".doubt-changes > li").all()


@pytest.mark.everywhere
def test_a_source_is_doubted_where_the_sources_stand_and_taken_back_beside_the_count(visit):
    page = visit("view=sources")
    page.at(".doubt-choice > summary").click()
    switch = page.at('.doubt-choice [value="mondialisation"]')
    switch.focus()
    page.browser.keyboard.press("Space")
    assert page.query_becomes("doubt=mondialisation&view=sources")
    expect(page.at("#doubt summary")).to_have_text("7 events change")
    assert changes(page) == CHANGES
    expect(switch).to_be_focused()
    expect(page.at("#result-count")).to_have_text("100 events")
    struck = page.at('tbody td[data-source="mondialisation"]')
    assert {cell.get_attribute("data-state") for cell in struck.all()} == {"struck", "silent"}
    expect(page.at(CHIP)).to_contain_text("Without Mondialisation.ca, 24 June 2024")
    page.at(CHIP).click()
    expect(page.at("#doubt")).to_be_empty()
    expect(page.at("#result-count")).to_have_text("104 events")
    assert page.query_becomes("view=sources")


def test_a_claim_s_menu_doubts_its_source_or_its_speaker_and_the_focus_stays(visit):
    page = visit("event=lavrov-denuclearisation-closed")
    claim = page.at('[data-claim-id="c1"]')
    claim.locator(".claim-doubt > summary").click()
    doubt = claim.get_by_role("button", name="Doubt Unsigned digest, 9–11 Nov 2024")
    assert claim.get_by_role("button", name="Doubt NATO").count() == 1
    doubt.click()
    expect(doubt).to_have_attribute("aria-pressed", "true")
    expect(doubt).to_be_focused()
    expect(claim).to_contain_text("doubted")
    assert page.at(".claim.struck").count() == 1
    change = page.at("#event-panel .panel-change")
    expect(change).to_have_text("Established → Reported: one origin remains, Reuters")
    assert "closed issue" not in page.at("#event-panel .panel-summary").inner_text()
    expect(page.at("#event-panel .event-facts")).to_contain_text("reported")
    doubt.click()
    expect(change).to_have_count(0)
    assert page.at(".claim.struck").count() == 0


def test_an_event_of_which_nothing_is_left_opens_from_what_changes(visit):
    page = visit("doubt=volodymyr-zelensky&lang=fr", phone=True)
    expect(page.at("#doubt details")).not_to_have_attribute("open", "")
    page.at("#doubt summary").click()
    assert changes(page)["zelensky-27-28-october"] == "Prévu → plus rien : plus personne ne le prévoit"
    page.at('[data-row="zelensky-27-28-october"] button').first.click()
    panel = page.panel("zelensky-27-28-october")
    expect(panel.locator(".panel-change")).to_have_text("Prévu → plus rien : plus personne ne le prévoit")
    assert {claim.get_attribute("data-claim-id") for claim in panel.locator(".claim.struck").all()} == {
        "c1",
        "c2",
        "c3",
        "c4",
        "c5",
    }


UNDER = "(box) => box.scrollHeight - box.scrollTop - box.clientHeight"


@pytest.mark.parametrize("size", [(360, 640), (1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize(
    ("lang", "every", "few"), [("en", "Show all 7", "Show fewer"), ("fr", "Les montrer tous (7)", "")]
)
def test_a_list_that_goes_on_says_so_and_shows_all_at_a_press(visit, size, lang, every, few):
    page = visit(f"doubt=mondialisation&lang={lang}", viewport={"width": size[0], "height": size[1]})
    if size[0] < 640:
        page.at("#doubt summary").click()
    box, button = page.at("#doubt [role=region]"), page.at(".doubt-all")
    expect(button).to_have_text(every)
    expect(box).to_have_class("doubt-list goes-on")
    box.focus()
    page.browser.keyboard.press("End")
    assert page.eventually(f"() => ({UNDER})(document.querySelector('.doubt-list')) < 2", True)
    expect(box).to_have_class("doubt-list")
    button.focus()
    page.browser.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    assert box.evaluate(UNDER) < 2
    if few:
        expect(button).to_have_text(few)
        button.click()
        expect(box).to_have_class("doubt-list goes-on")


def test_a_short_list_has_no_sign(look):
    page = look("doubt=afp")
    assert 0 < len(lines(page)) < 4
    expect(page.at(".doubt-all")).to_be_hidden()
    expect(page.at(".doubt-list")).to_have_class("doubt-list")


def test_the_list_holds_what_is_left_with_its_new_status(look, record):
    query = "doubt=kcna&view=list&scope=all"
    page = look(query)
    left = matching_events(record, parse_query(query, vocabulary(record)))
    assert sorted(page.shown_ids()) == sorted(event.id for event in left)
    expect(page.item("entry-into-force").locator(".event-facts").first).to_contain_text("reported")


def test_where_nothing_is_left_the_doubt_is_offered_to_be_taken_back(visit):
    page = visit("doubt=mondialisation&source=mondialisation&view=list")
    page.at("#event-list").get_by_role("button", name="Without Mondialisation.ca").click()
    assert page.query_becomes("source=mondialisation&view=list")


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("doubt=mondialisation&event=treaty-article-2&theme=dark", {}),
        ("doubt=mondialisation&doubt=kcna&view=sources&lang=fr", {"phone": True}),
    ],
)
def test_it_fits_and_axe_finds_nothing(look, query, options):
    page = look(query, **options)
    assert violations(page) == []
    wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]


def test_what_is_not_understood_is_named(look):
    expect(look("doubt=nobody").at("#notice")).to_contain_text("doubt=nobody")
