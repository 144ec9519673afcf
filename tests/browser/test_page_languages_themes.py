"""Languages and themes: every word changes, every colour changes, and the reader's own wishes are followed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from timeline.view.words import all_words, text

# Every text that can be seen or heard: text nodes, names for assistive technology, hints in boxes.
WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest("script, style, noscript, [lang]:not(html)") && !parent.closest(".t")) continue;
    if (parent.closest(".t") && getComputedStyle(parent.closest(".t")).display === "none") continue;
    found.push(node.textContent.trim());
  }
  for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) found.push(node.getAttribute(name));
  }
  return [...new Set(found.filter(Boolean))];
}"""
VIEWS = (
    "",
    "event=students-3765",
    "view=list",
    "q=zzzz",
    "from=2024-10-01&to=2024-09-01",
    "nonsense=1",
    "asof=2024-10-25&event=duma-vote",
    "view=sources",
    "view=disagreements",
    "view=numbers",
    "group=actor&window=2024-06-14/2024-06-26",
)


def foreign_patterns(own, other):
    """Patterns of the interface's words in another language, where they differ from all of one's own."""
    table = all_words((own, other))
    mine = set(table[own].values())
    foreign = [words for key, words in table[other].items() if words not in mine and table[own][key] != words]
    # A part like {n} stands for anything; what is hardly more than parts says nothing of the language.
    return [
        re.compile(re.sub(r"\\{\w+\\}", "(.+)", re.escape(words)))
        for words in foreign
        if len(re.sub(r"\{\w+\}|\W", "", words)) > 3
    ]


@pytest.mark.everywhere
@pytest.mark.parametrize(("own", "other"), [("fr", "en"), ("en", "fr")])
def test_no_word_of_the_interface_is_left_in_the_other_language(look, own, other):
    patterns = foreign_patterns(own, other)
    assert len(patterns) > 100
    page = look(f"lang={own}&kind=treaty")
    for view in VIEWS:
        page.turn_to(f"{view}&lang={own}".lstrip("&"))
        words = page.browser.evaluate(WORDS)
        assert len(words) > 20
        left = [(word, pattern.pattern) for word in words for pattern in patterns if pattern.fullmatch(word)]
        assert left == [], view


@pytest.mark.everywhere
@pytest.mark.parametrize(("own", "other"), [("fr", "en"), ("en", "fr")])
def test_no_word_of_the_record_is_left_in_the_other_language(look, record, own, other):
    names = [record.settings.title, record.settings.subtitle]
    names += [
        part.name
        for part in (
            *record.settings.kinds,
            *record.settings.presets,
            *record.settings.chapters,
            *record.actors.values(),
            *record.sources.values(),
        )
    ]
    names += [text for event in record.events for text in (event.title, event.summary)]
    mine = {name[own] for name in names}
    foreign = {name[other] for name in names} - mine
    page = look(f"lang={own}")
    for view in ("event=students-3765", "view=list"):
        page.turn_to(f"{view}&lang={own}")
        assert sorted(foreign & set(page.browser.evaluate(WORDS))) == [], view


@pytest.mark.everywhere
def test_switching_changes_everything_at_once(timeline_page, expected, record):
    page = timeline_page
    page.open_event("duma-vote")
    for language, button, date in (
        ("fr", "English", "24 octobre 2024"),
        ("en", "Français", "24 October 2024"),
    ):
        page.set_language(language)
        expect(page.at("h1")).to_have_text(record.settings.title[language], use_inner_text=True)
        expect(page.at("#lang-toggle")).to_have_accessible_name(re.compile(f"^{button}, "))
        expect(page.at("#lang-toggle")).to_have_text(button, use_inner_text=True)
        expect(page.at("#lang-toggle")).to_have_attribute("lang", "fr" if language == "en" else "en")
        expect(page.at("#event-panel h2")).to_have_text(expected.title("duma-vote", language))
        # A sign may follow: no document prints this day.
        expect(page.at("#event-panel .panel-date")).to_contain_text(date)
        expect(page.item("duma-vote").locator("time").first).to_contain_text(date)
        assert page.browser.title() == f"{expected.title('duma-vote', language)} – {record.settings.title[language]}"
        assert page.at("#presets .choice-name").all_text_contents() == [
            preset.name[language] for preset in record.settings.presets
        ]
        names = [chapter.name[language] for chapter in record.settings.chapters]
        assert page.at("#chapters .choice-name").all_text_contents()[1:] == names
        assert page.at("#filter-text").get_attribute("placeholder") == text("text_hint", language)
        lanes = {kind.name[language] for kind in record.settings.kinds}
        assert {lane["text"].replace("\n", " ") for lane in page.lane_names()} <= lanes | {
            lane.replace(" ", "") for lane in lanes
        }
    page.panel("duma-vote")


@pytest.mark.parametrize(
    ("language", "id", "words"),
    [
        ("en", "students-3765", "July to September 2024"),
        ("fr", "students-3765", "de juillet à septembre 2024"),
        ("en", "kim-ratifies", "11 November 2024"),
        ("fr", "kim-ratifies", "11 novembre 2024"),
    ],
)
def test_dates_in_words(look, language, id, words):
    page = look(f"view=list&lang={language}")
    expect(page.item(id).locator("time").first).to_have_text(words)


def test_the_axis_speaks_the_language(look):
    page = look("window=2024-10-01/2024-11-15&lang=fr")
    ticks = page.at("#timeline .xaxislayer-above text").all_text_contents()
    assert any(re.search(r"\boct\b", tick, re.I) for tick in ticks)
    page = look("window=2024-02-01/2024-09-01&lang=fr")
    ticks = " ".join(page.at("#timeline .xaxislayer-above text").all_text_contents()).lower()
    assert re.search(r"f[ée]vr|mars|avr|mai|juin|juil|août", ticks)
    assert not re.search(r"\b(feb|apr|may|jun|jul|aug)\b", ticks)


@pytest.mark.everywhere
@pytest.mark.parametrize(("locale", "language"), [("fr-FR", "fr"), ("fr-CA", "fr"), ("en-US", "en"), ("ko-KR", "en")])
def test_the_first_visit_is_in_the_browsers_language(visit, locale, language):
    page = visit(locale=locale)
    expect(page.at("html")).to_have_attribute("lang", language)


# ---- themes ----


def colours(page):
    """Background and ink, and what the chart's labels are drawn in."""
    return page.browser.evaluate("""() => [getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.body).color,
        getComputedStyle(document.querySelector("#timeline g.textpoint text")).fill]""")


def chart_ink(page, wanted):
    return page.eventually("() => getComputedStyle(document.querySelector('#timeline g.textpoint text')).fill", wanted)


LIGHT = ["rgb(251, 250, 246)", "rgb(28, 32, 38)", "rgb(28, 32, 38)"]
DARK = ["rgb(21, 24, 29)", "rgb(236, 234, 228)", "rgb(236, 234, 228)"]


@pytest.mark.everywhere
def test_the_theme_button(timeline_page):
    page = timeline_page
    assert colours(page) == LIGHT
    expect(page.in_menu("#theme-toggle")).to_have_accessible_name("Dark theme")
    page.set_theme("dark")
    assert chart_ink(page, DARK[2]) == DARK[2]
    assert colours(page) == DARK
    expect(page.in_menu("#theme-toggle")).to_have_accessible_name("Light theme")
    page.set_theme("light")
    assert chart_ink(page, LIGHT[2]) == LIGHT[2]
    assert colours(page) == LIGHT


@pytest.mark.everywhere
def test_the_system_is_followed_until_the_reader_chooses(timeline_page):
    page = timeline_page
    page.browser.emulate_media(color_scheme="dark")
    assert chart_ink(page, DARK[2]) == DARK[2]
    assert colours(page) == DARK
    expect(page.in_menu("#theme-toggle")).to_have_accessible_name("Light theme")
    page.browser.emulate_media(color_scheme="light")
    assert chart_ink(page, LIGHT[2]) == LIGHT[2]
    assert colours(page) == LIGHT
    page.set_theme("dark")
    assert chart_ink(page, DARK[2]) == DARK[2]
    page.browser.emulate_media(color_scheme="dark")
    page.browser.emulate_media(color_scheme="light")
    assert colours(page) == DARK


def test_a_dark_system_is_dark_from_the_start(visit):
    page = visit(color_scheme="dark")
    assert colours(page) == DARK
    assert page.at("html").get_attribute("data-theme") is None
    assert page.query() == ""


def test_light_can_be_chosen_on_a_dark_system(visit):
    page = visit(color_scheme="dark")
    page.set_theme("light")
    assert chart_ink(page, LIGHT[2]) == LIGHT[2]
    page.browser.reload()
    page.ready()
    assert colours(page) == LIGHT


@pytest.mark.everywhere
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_link_with_a_theme_has_it_before_the_first_paint(visit, theme):
    """The HTML's own small script sets it, so that no other theme flashes up."""
    page = visit(f"theme={theme}", color_scheme="dark" if theme == "light" else "light")
    assert colours(page) == (LIGHT if theme == "light" else DARK)
    page.browser.route("**/*.js*", lambda route: route.abort())
    page.browser.goto("about:blank")  # a file's address changes in its hash alone, which loads nothing anew
    page.browser.goto(page.address(f"theme={theme}&lang=fr"), wait_until="domcontentloaded")
    assert page.at("html").get_attribute("data-theme") == theme
    assert page.at("html").get_attribute("lang") == "fr"
    page.browser.goto("about:blank")
    page.errors.clear()  # the scripts that were kept away are missed, of course
