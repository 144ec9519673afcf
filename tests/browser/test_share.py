"""Sharing a view: its link, a QR code, a citation, BibTeX, and the code of a frame, in a dialog."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
import zxingcpp
from page import ASSETS
from PIL import Image
from playwright.sync_api import expect

FILTERED = "actor=kim-jong-un&kind=treaty&from=2024-06-01&window=2024-06-10/2024-11-20"


def share(page):
    """Open the dialog; gives it."""
    page.at("#share").click()
    dialog = page.at("#share-dialog")
    expect(dialog).to_be_visible()
    return dialog


def text(page, name):
    """What stands in a box of the dialog: link, citation, bibtex or frame."""
    return page.at(f"#share-{name}").input_value()


def read_code(locator):
    """What a reader of QR codes sees in a picture of an element."""
    found = zxingcpp.read_barcodes(Image.open(BytesIO(locator.screenshot())))
    return [code.text for code in found]


def elsewhere(browser, base, url="http://timeline.example/"):
    """A page whose address everybody can open: answered by the test's server, at another name."""
    context = browser.new_context(locale="en-GB")
    context.route(
        "http://timeline.example/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace("http://timeline.example", base))
        ),
    )
    page = context.new_page()
    page.goto(url)
    page.locator("html[data-ready=true]").wait_for()
    return page


# ---- the link ----


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("", "lang=en"),
        ("lang=fr", "lang=fr"),
        (FILTERED, f"{FILTERED}&lang=en"),
        ("view=list&event=duma-vote&theme=dark", "view=list&event=duma-vote&lang=en&theme=dark"),
    ],
)
def test_the_link_holds_the_view_in_the_language_of_the_page(visit, live_server, query, link):
    page = visit(query)
    share(page)
    assert text(page, "link") == f"{live_server}/?{link}"


def test_the_link_is_that_of_the_view_as_it_is_now(visit, live_server):
    page = visit()
    share(page)
    page.browser.keyboard.press("Escape")
    page.choose("kind", "combat")
    page.set_language("fr")
    share(page)
    assert text(page, "link") == f"{live_server}/?kind=combat&lang=fr"


def test_an_address_that_only_this_computer_knows_is_called_so(visit, browser, live_server):
    page = visit()
    expect(share(page)).to_contain_text("This address works on this computer only")
    public = elsewhere(browser, live_server)
    public.locator("#share").click()
    expect(public.locator("#share-link")).to_have_value("http://timeline.example/?lang=en")
    expect(public.locator("#share-dialog")).not_to_contain_text("this computer only")
    public.context.close()


@pytest.mark.parametrize("name", ["link", "citation", "bibtex", "frame"])
def test_each_text_is_copied_by_its_button(visit, name):
    page = visit(FILTERED, permissions=["clipboard-read", "clipboard-write"])
    dialog = share(page)
    button = dialog.locator(f"[data-copies={name}]")
    button.click()
    expect(button).to_contain_text("✓ Copied")
    expect(dialog.get_by_role("status")).to_have_text("Copied")
    copied = page.browser.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == text(page, name) != ""


def test_where_copying_is_not_allowed_the_text_is_selected_and_it_is_said_how(visit):
    page = visit("lang=fr")
    dialog = share(page)
    page.browser.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    dialog.locator("[data-copies=link]").click()
    expect(dialog.get_by_role("status")).to_have_text("Sélectionné\u00a0: copiez avec Ctrl+C (⌘C sur Mac).")
    expect(dialog.get_by_role("status")).to_be_in_viewport()
    expect(page.at("#share-link")).to_be_focused()
    assert page.browser.evaluate(
        "(() => { const box = document.activeElement; return box.value.slice(box.selectionStart, box.selectionEnd); "
        "})()"
    ) == text(page, "link")


# ---- the code ----


@pytest.mark.parametrize(
    ("query", "theme"), [("lang=en", "light"), (FILTERED, "dark"), ("q=" + "%C3%A9" * 60 + "&lang=fr", "light")]
)
def test_the_code_is_read_as_the_link(visit, query, theme):
    page = visit(f"{query}&theme={theme}")
    dialog = share(page)
    assert read_code(dialog.locator(".qr")) == [text(page, "link")]


@pytest.mark.parametrize("phone", [False, True])
def test_the_code_can_be_shown_as_large_as_the_window(visit, phone):
    page = visit(FILTERED, phone=phone)
    dialog = share(page)
    link = text(page, "link")
    dialog.get_by_role("button", name="Show it large").click()
    large = page.at("#qr-dialog")
    expect(large).to_contain_text(link)
    view, code = page.browser.viewport_size, large.locator(".qr").bounding_box()
    assert min(code["width"], code["height"]) >= 0.72 * min(view["width"], view["height"])
    assert (
        code["x"] >= 0
        and code["y"] >= 0
        and code["x"] + code["width"] <= view["width"]
        and code["y"] + code["height"] <= view["height"]
    )
    assert read_code(large) == [link]
    # Closing it leads back to the dialog, and from there to the page.
    page.browser.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(dialog).to_be_visible()


def test_the_code_has_the_quiet_zone_that_readers_need(timeline_page):
    share(timeline_page)
    width, dark = timeline_page.at("#share-dialog .qr").evaluate(
        "(svg) => [svg.viewBox.baseVal.width, "
        "[...svg.querySelector('path').getAttribute('d').matchAll(/M(\\d+),(\\d+)/g)].map(([, x, y]) => [Number(x), "
        "Number(y)])]"
    )
    places = [place for pair in dark for place in pair]
    assert min(places) == 4 and max(places) == width - 5
    assert (width - 8 - 17) % 4 == 0


def test_a_link_that_no_code_can_hold_is_said_to_be_too_long(modules):
    run = modules("share/qr.js", body=f'<script src="/vendor/{next(ASSETS.glob("vendor/qrcode-*.js")).name}"></script>')
    assert run("({ draw }) => draw('x'.repeat(2953), '') !== null")
    assert run("({ draw }) => draw('x'.repeat(2954), '')") is None


# ---- citing ----


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            r"“The 2024 Russia–North Korea treaty”, interactive timeline, record of 25 November 2026, version "
            r"{hash}\. {link} \(read on \d{{1,2}} \w+ \d{{4}}\)\.",
        ),
        (
            "fr",
            "«\u202fLe traité russo-nord-coréen de 2024\u202f», frise interactive, dossier du 25 novembre 2026, "
            "version {hash}\\. {link} \\(consulté le \\d{{1,2}}(er)? \\w+ \\d{{4}}\\)\\.",
        ),
    ],
)
def test_the_citation_names_title_version_day_and_address(visit, record, live_server, language, words):
    page = visit(f"kind=treaty&lang={language}")
    share(page)
    wanted = words.format(hash=record.hash[:12], link=re.escape(f"{live_server}/?kind=treaty&lang={language}"))
    assert re.fullmatch(wanted, text(page, "citation"))


WORK = {"en": "Interactive timeline, version {hash}", "fr": "Frise interactive, version {hash}"}
STYLES = {
    "en": {
        "apa": "The 2024 Russia–North Korea treaty. (2026, November 25). [{work}]. {link}",
        "mla": "The 2024 Russia–North Korea Treaty. {work}. 25 Nov. 2026, {link}.",
        "chicago": "“The 2024 Russia–North Korea Treaty.” 2026. {work}. November 25. {link}.",
    },
    "fr": {
        "apa": "Le traité russo-nord-coréen de 2024. (2026, 25 novembre). [{work}]. Repéré à {link}",
        "mla": "Le traité russo-nord-coréen de 2024. {work}. 25 novembre 2026, {link}.",
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_citation_comes_in_common_styles_and_is_copied_by_one_press(visit, record, live_server, language):
    page = visit(f"kind=treaty&lang={language}", permissions=["clipboard-read", "clipboard-write"])
    dialog = share(page)
    choice = dialog.get_by_role("combobox", name="Style")
    names = {"en": "For a footnote", "fr": "En note"}
    expect(choice.locator("option")).to_have_text([names[language], "APA", "MLA", "Chicago"])  # when they have come
    own = text(page, "citation")
    for style, cited in STYLES[language].items():
        choice.select_option(style)
        work = WORK[language].format(hash=record.hash[:12])
        wanted = cited.format(work=work, link=f"{live_server}/?kind=treaty&lang={language}")
        assert text(page, "citation") == wanted
        dialog.locator("[data-copies=citation]").click()
        expect(dialog.get_by_role("status")).to_be_visible()
        assert page.eventually("() => navigator.clipboard.readText()", wanted) == wanted
    choice.select_option("note")
    assert text(page, "citation") == own


def test_a_citation_in_another_style_is_not_copied_yet(visit):
    page = visit("lang=en", permissions=["clipboard-read", "clipboard-write"])
    dialog = share(page)
    button, other = dialog.locator("[data-copies=citation]"), dialog.locator("[data-copies=link]")
    other.click()
    button.click()
    expect(button).to_have_text("✓ Copied (Citation)")
    dialog.get_by_role("combobox", name="Style").select_option("apa")
    expect(button).to_have_text("Copy (Citation)")
    expect(dialog.get_by_role("status")).to_be_empty()
    expect(other).to_have_text("✓ Copied (Link)")
    button.click()
    expect(button).to_have_text("✓ Copied (Citation)")


def test_the_style_that_was_chosen_is_remembered(visit):
    page = visit("lang=en")
    share(page).get_by_role("combobox", name="Style").select_option("mla")
    page = visit("lang=en&kind=treaty")
    share(page)
    expect(page.at("#share-style")).to_have_value("mla")
    assert "25 Nov. 2026" in text(page, "citation")


def test_the_dialog_opens_before_the_styles_are_here_and_has_them_when_they_come(visit):
    page = visit("lang=en&view=list")
    share(page).get_by_role("combobox", name="Style").select_option("mla")
    page = visit("lang=en")
    held = []
    page.browser.route("**/citations.json*", lambda route: held.append(route))  # noqa: PLW0108
    with page.browser.expect_request("**/citations.json*"):
        dialog = share(page)
    expect(dialog).to_contain_text("APA, MLA, Chicago …")
    expect(dialog.get_by_role("combobox")).to_have_count(0)
    expect(dialog.locator("[data-copies]")).to_have_count(4)
    assert text(page, "citation").startswith("“The 2024 Russia–North Korea treaty”, interactive timeline")
    held[0].continue_()
    expect(dialog.get_by_role("combobox", name="Style")).to_have_value("mla")
    expect(dialog.locator("#share-citation")).to_have_value(re.compile("^The 2024 Russia–North Korea Treaty\\. "))
    expect(dialog).not_to_contain_text("APA, MLA, Chicago …")


def test_where_the_styles_do_not_come_the_page_s_own_line_is_there_and_it_is_said(visit):
    page = visit("lang=en&view=list")
    asked = page.refuse("**/citations.json*", times=1)
    dialog = share(page)
    said = "APA, MLA, Chicago: This part of the page could not be loaded. Look at the connection, and try again."
    expect(dialog).to_contain_text(said)
    assert text(page, "citation").startswith("“The 2024 Russia–North Korea treaty”, interactive timeline")
    expect(page.at("#share-style")).to_have_count(0)
    page.errors.clear()
    # Opened again, the dialog asks again.
    page.browser.keyboard.press("Escape")
    share(page)
    expect(dialog.get_by_role("combobox", name="Style")).to_be_visible()
    expect(dialog).not_to_contain_text(said)
    assert len(asked) == 2


ENTRY = re.compile(r"@misc\{([a-z0-9-]+),\n((?:  \w+ += \{.*\},\n)+)\}")


def fields(entry):
    """The fields of a BibTeX entry, each in braces that pair."""
    found = ENTRY.fullmatch(entry)
    assert found, entry
    values = {}
    for line in found[2].splitlines():
        name, value = re.fullmatch(r"  (\w+) += \{(.*)\},", line).groups()
        bare = re.sub(r"\\[{}]", "", value)
        assert bare.count("{") == bare.count("}")
        values[name] = value
    return found[1], values


def test_bibtex_names_the_same(visit, record, live_server):
    page = visit("kind=treaty")
    share(page)
    key, entry = fields(text(page, "bibtex"))
    assert key == f"the-2024-russia-north-korea-treaty-{record.hash[:7]}"
    assert entry.pop("urldate") == page.browser.evaluate(
        "new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)"
    )
    assert entry == {
        "title": "{The 2024 Russia–North Korea treaty}",
        "howpublished": "Interactive timeline",
        "year": "2026",
        "month": "11",
        "note": f"record of 25 November 2026, {record.hash[:12]}",
        "url": f"{live_server}/?kind=treaty&lang=en",
    }


def test_the_key_is_the_same_in_every_language_and_the_words_are_not(visit):
    entries = {}
    for language in ("en", "fr"):
        page = visit(f"lang={language}")
        share(page)
        entries[language] = fields(text(page, "bibtex"))
    assert entries["en"][0] == entries["fr"][0]
    assert entries["fr"][1]["title"] == "{Le traité russo-nord-coréen de 2024}"
    assert entries["fr"][1]["howpublished"] == "Frise interactive"


def test_signs_of_latex_are_escaped_in_bibtex(visit_record, make_record):
    title = {"en": "Cause & effect: 100 % of {a} \\ #1 ~ x_y^2 $\u00a0end"}
    page = visit_record(make_record({"date": "1969-07-20"}, settings={"title": title}))
    share(page)
    _, entry = fields(text(page, "bibtex"))
    assert (
        entry["title"]
        == r"{Cause \& effect: 100 \% of \{a\} \textbackslash{} \#1 \textasciitilde{} x\_y\textasciicircum{}2 \$~end}"
    )


# ---- the frame ----


class Frames(HTMLParser):
    """The attributes of the iframes in a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_code_of_a_frame_shows_the_view_and_names_it(visit_record, make_record):
    title = {"en": 'A "title" <b> & more'}
    page = visit_record(make_record({"date": "1969-07-20"}, settings={"title": title}), "kind=thing&q=small")
    share(page)
    [(tag, attributes)] = Frames(text(page, "frame")).found
    assert tag == "iframe"
    assert attributes["src"] == f"{page.base}/?kind=thing&q=small&lang=en&embed=1"
    assert attributes["title"] == 'A "title" <b> & more'


# ---- the dialog ----


@pytest.mark.parametrize(("language", "phone"), [("en", False), ("fr", True)])
def test_the_dialog_fits_the_screen_and_is_in_the_language_of_the_page(visit, language, phone):
    page = visit(f"{FILTERED}&lang={language}", phone=phone)
    dialog = share(page)
    expect(dialog).to_have_accessible_name({"en": "Share this view", "fr": "Partager cette vue"}[language])
    box = dialog.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.browser.viewport_size["width"]
    assert dialog.evaluate("(node) => node.scrollWidth - node.clientWidth") == 0
    assert (
        dialog.locator("label").all_inner_texts()
        == {
            "en": ["Link", "Citation", "BibTeX", "Code to embed it in a page"],
            "fr": ["Lien", "Citation", "BibTeX", "Code pour l’intégrer à une page"],
        }[language]
    )


def test_the_keyboard_opens_walks_and_closes_the_dialog(visit):
    page = visit("event=duma-vote")
    page.at("#share").focus()
    page.browser.keyboard.press("Enter")
    expect(page.at("#share-dialog")).to_be_visible()
    stops = set()
    for _ in range(12):
        page.browser.keyboard.press("Tab")
        stops.add(
            page.browser.evaluate(
                "document.activeElement.id || document.activeElement.dataset.copies || "
                "document.activeElement.dataset.key || ''"
            )
        )
    assert {
        "share-link",
        "link",
        "qr-large",
        "share-citation",
        "share-style",
        "citation",
        "share-bibtex",
        "bibtex",
        "share-frame",
        "frame",
    } <= stops
    page.browser.keyboard.press("Escape")
    expect(page.at("#share-dialog")).to_be_hidden()
    expect(page.at("#share")).to_be_focused()
    expect(page.panel("duma-vote")).to_be_visible()


def test_a_file_from_disk_has_no_address_and_says_so(browser, record, offline_file):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{offline_file}#kind=treaty")
    page.locator("html[data-ready=true]").wait_for()
    page.locator("#share").click()
    dialog = page.locator("#share-dialog")
    expect(dialog).to_contain_text("This page is a file on your device")
    assert page.locator("#share-link, #share-frame, #share-dialog .qr").count() == 0
    assert page.locator("#share-citation").input_value() == (
        f"“The 2024 Russia–North Korea treaty”, interactive timeline, record of 25 November 2026, version "
        f"{record.hash[:12]}."
    )
    assert set(fields(page.locator("#share-bibtex").input_value())[1]) == {
        "title",
        "howpublished",
        "year",
        "month",
        "note",
    }
    page.locator("#share-style").select_option("chicago")
    assert page.locator("#share-citation").input_value() == (
        f"“The 2024 Russia–North Korea Treaty.” 2026. Interactive timeline, version {record.hash[:12]}. November 25."
    )
    assert "file:" not in dialog.inner_html()
    # The view is in the file's address, and whoever has the file opens it there.
    view = page.locator("#share-view").input_value()
    assert view == "timeline.html#kind=treaty&lang=en"
    shown = page.locator("#event-list [data-event-id]").count()
    page.goto("about:blank")
    page.goto(offline_file.replace("timeline.html", view))
    page.locator("html[data-ready=true]").wait_for()
    assert page.locator("#event-list [data-event-id]").count() == shown < len(record.events)
    context.close()
