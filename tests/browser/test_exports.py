"""The export menu: every format of the view that is shown, made in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.selection import select_view
from timeline.query.spec import CHOICES
from timeline.view.words import text

pytestmark = pytest.mark.everywhere

# What the menu offers, and how Python makes the same.
OFFERED = {
    "csv": ("csv", {}),
    "csv-claims": ("csv", {"rows": "claims"}),
    "ics": ("ics", {}),
    "timelinejs": ("timelinejs", {}),
    "json": ("json", {}),
    "gift": ("gift", {}),
}
DIALOG = "#export-dialog"


def open_menu(page):
    page.in_menu("#export").click()
    expect(page.at(DIALOG)).to_be_visible()


def saved(page, offer: str) -> tuple[str, bytes]:
    """The name and content of the file that an offer of the menu gives."""
    with page.browser.expect_download() as download:
        page.at(f"{DIALOG} [data-format={offer}]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("query", "language", "phone"),
    [
        ("", "en", False),
        ("actor=kim-jong-un&lang=fr", "fr", False),
        ("asof=2024-10-24&country=KR&lang=fr", "fr", True),
        ("q=nothing-like-this", "en", True),
    ],
)
def test_every_offer_gives_the_file_that_the_server_gives_for_the_period(
    visit, record, expected, query, language, phone
):
    page = visit(query, phone=phone)
    base = "" if page.base.startswith("file:") else f"{page.base}/"  # a file has no address to link to
    selection = select_view(record, expected.periodic(query).to_query(), base=base)
    assert selection.language == language
    open_menu(page)
    offered = page.browser.evaluate(
        "() => [...document.querySelectorAll('#export-dialog [data-format]')].map((button) => button.dataset.format)"
    )
    assert set(OFFERED) <= set(offered)
    for offer, (form, options) in OFFERED.items():
        name, content = saved(page, offer)
        assert content == FORMATS[form].make(selection, **options), offer
        assert name == selection.filename(FORMATS[form].extension, "claims" if options else "")
        expect(page.at(f"{DIALOG} [role=status]")).to_have_text(text("export_done", language, name=name))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_view_of_predictions_gives_them_as_a_table(visit, record, expected, lang):
    query = f"view=forecasts&asof=2024-11-06&lang={lang}"
    page = visit(query)
    base = "" if page.base.startswith("file:") else f"{page.base}/"
    selection = select_view(record, expected.spec(query).to_query(), base=base)
    open_menu(page)
    name, content = saved(page, "csv-forecasts")
    assert content == FORMATS["csv"].make(selection, rows="forecasts")
    assert name == selection.filename("csv", "forecasts")


@pytest.mark.parametrize("view", CHOICES["view"])
def test_the_menu_opens_in_every_view(look, view):
    page = look(f"view={view}")
    open_menu(page)
    expect(page.at(f"{DIALOG} [data-format=png]")).to_be_visible()
    page.browser.keyboard.press("Escape")


def test_the_menu_follows_filters_and_language_without_a_reload(visit, record, expected):
    page = visit()
    open_menu(page)
    total = len(record.events)
    period = len(expected.listed())
    expect(page.at(f"{DIALOG} .export-count")).to_have_text(text("export_some", "en", n=period, total=total))
    page.browser.keyboard.press("Escape")
    page.choose("kind", "ratification")
    page.set_language("fr")
    shown = expected.periodic_ids("kind=ratification")
    open_menu(page)
    expect(page.at(f"{DIALOG} .export-count")).to_have_text(
        text("export_some", "fr", n=len(shown), total=len(record.events))
    )
    name, content = saved(page, "csv")
    assert name.endswith("-fr.csv")
    assert [line.split(b",")[0].decode() for line in content.split(b"\r\n")[1:-1]] == shown


def test_the_box_for_spreadsheets_puts_a_mark_first(timeline_page):
    open_menu(timeline_page)
    plain = saved(timeline_page, "csv")[1]
    timeline_page.at(DIALOG).get_by_label(text("export_bom", "en")).check()
    assert saved(timeline_page, "csv")[1] == b"\xef\xbb\xbf" + plain
    assert saved(timeline_page, "csv-claims")[1].startswith(b"\xef\xbb\xbfevent,claim,")
    assert not saved(timeline_page, "json")[1].startswith(b"\xef\xbb\xbf")


def test_a_view_as_of_a_day_says_so_in_the_menu(visit):
    page = visit("asof=2024-10-24&lang=fr")
    open_menu(page)
    expect(page.at(DIALOG)).to_contain_text("Ce qu’on savait le 24 octobre 2024.")


def test_the_menu_works_by_keyboard_and_gives_the_focus_back(timeline_page):
    timeline_page.at("#menu").focus()
    timeline_page.browser.keyboard.press("Enter")
    timeline_page.in_menu("#export").focus()
    timeline_page.browser.keyboard.press("Enter")
    expect(timeline_page.at(f"{DIALOG} .dialog-close")).to_be_focused()
    for _ in range(2):  # the choice between the period and all, then the first file
        timeline_page.browser.keyboard.press("Tab")
    with timeline_page.browser.expect_download():
        timeline_page.browser.keyboard.press("Enter")
    timeline_page.browser.keyboard.press("Escape")
    expect(timeline_page.at(DIALOG)).to_be_hidden()
    expect(timeline_page.at("#menu")).to_be_focused()


@pytest.mark.parametrize("phone", [False, True])
def test_the_menu_fits_and_what_is_pressed_is_large_enough(visit, phone):
    page = visit("lang=fr", phone=phone)
    open_menu(page)
    assert page.browser.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    sizes = page.browser.evaluate("""() =>
      [...document.querySelectorAll('#export-dialog button, #export-dialog label')].map((part) => {
      const { width, height, left, right } = part.getBoundingClientRect();
      return { width, height, inside: left >= 0 && right <= innerWidth };
    })""")
    assert len(sizes) >= 7
    assert all(size["inside"] and size["height"] >= (40 if phone else 24) and size["width"] >= 24 for size in sizes), (
        sizes
    )


def test_a_failure_is_said(timeline_page):
    page = timeline_page
    page.browser.evaluate("() => { URL.createObjectURL = () => { throw new Error('made to fail'); }; }")
    open_menu(page)
    page.at(f"{DIALOG} [data-format=ics]").click()
    expect(page.at(f"{DIALOG} [role=status]")).to_have_text(text("export_failed", "en", name=text("export_ics", "en")))
    assert any("made to fail" in error for error in page.errors)
    page.errors.clear()
