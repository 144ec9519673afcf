"""Present: a lesson or the events of a view, one by one, large, by keys, clicker, finger and buttons."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from page import TimelinePage
from playwright.sync_api import expect
from presentation import Presentation, swipe

LESSON = "lesson=how-many-soldiers"
BEAMER = {"width": 1024, "height": 768}
WIDE = {"width": 1920, "height": 1080}
POCKET = {"width": 390, "height": 844}


@pytest.fixture
def present(visit):
    """present(query, **options) opens a presentation by its address."""

    def opened(query=LESSON, lang="en", **options):
        page = visit(f"{query}&present=1&lang={lang}", **{"viewport": BEAMER, **options})
        return Presentation(page)

    return opened


@pytest.fixture
def steps(record):
    """The steps of the lesson, each as its file says it."""
    return record.lessons["how-many-soldiers"].steps


def title_of(record, step, language="en"):
    if step.title:
        return step.title[language]
    return next(event for event in record.events if event.id == step.event).title[language]


# ---- coming, moving, leaving ----


@pytest.mark.everywhere
def test_keys_and_clickers_go_through_a_lesson(present, record, steps, place):
    shown = present()
    assert shown.title() == title_of(record, steps[0])
    for key, number in (("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("PageDown", 5)):
        shown.on(key)
        assert f"step={number}" in shown.page.query() and shown.title() == title_of(record, steps[number - 1])
    for key, number in (("PageUp", 4), ("ArrowLeft", 3)):
        shown.back(key)
        assert f"step={number}" in shown.page.query()
    for keys, number in (
        (["End"], len(steps)),
        (["Home"], 1),
        (["1", "2", "Enter"], 12),
        (["9", "9", "Enter"], len(steps)),
    ):
        shown.press(*keys)
        assert shown.place_becomes(f"{number} of {len(steps)}") == f"{number} of {len(steps)}"
        assert f"step={number}" in shown.page.query()
    shown.press("7")
    expect(shown.page.at(".present-place")).to_have_text("Step 7: press Enter")


def test_a_table_that_scrolls_by_itself_is_shown_whole(record, visit):
    """In parts its rows would wait for parts of the step that never come."""
    page = visit()

    def with_sources_first(route):
        told = route.fetch().json()
        told["steps"][0] = {
            "kind": "view",
            "view": "view=sources&scope=all",
            "title": told["title"],
            "say": told["title"],
        }
        route.fulfill(json=told)

    page.browser.route("**/lessons/how-many-soldiers.json*", with_sources_first)
    page.browser.set_viewport_size(BEAMER)
    page.browser.goto(page.address(f"{LESSON}&present=1&lang=en"))
    shown = Presentation(page)
    expect(page.at("#present .matrix-box tbody tr").nth(50)).to_be_attached()
    for _ in range(3):
        assert page.at("#present .matrix-box .other-part").count() == 0
        shown.press("PageDown")


def test_a_press_shows_first_what_did_not_fit_on_the_screen(present):
    shown = present(f"{LESSON}&step=4")
    expect(shown.page.at(".present-more")).to_be_visible()
    shown.press("PageDown")
    moved = "() => document.querySelector('.present-board').scrollTop > 0"
    assert shown.page.eventually(moved, True) is True
    assert "step=4" in shown.page.query()
    shown.press("PageUp")
    assert shown.page.eventually("() => document.querySelector('.present-board').scrollTop", 0) == 0
    assert "step=4" in shown.page.query()


@pytest.mark.parametrize(
    ("query", "options", "most"),
    [
        ("lesson=how-many-soldiers&step=9", {}, 10),
        ("lesson=how-many-soldiers&step=11", {"lang": "fr"}, 11),
        ("lesson=how-many-soldiers&step=11", {"viewport": WIDE}, 10),
        ("lesson=treaty-into-force&step=7", {"viewport": WIDE, "lang": "fr"}, 8),
        ("lesson=treaty-into-force&step=13", {}, 6),
        ("lesson=treaty-into-force&step=14", {"lang": "fr"}, 4),
        ("lesson=morning-in-the-newsroom&step=14", {"lang": "fr"}, 5),
    ],
)
def test_a_step_comes_part_by_part_and_no_part_cuts_a_line(present, query, options, most):
    shown = present(query, reduced_motion="reduce", **options)
    shown.page.at(".present-board :is(.plot .main-svg, .clocks-svg, .step-claim, .event)").first.wait_for()
    parts = shown.parts()
    assert [words for part in parts for words in part["cut"]] == []
    assert 1 < len(parts) <= most


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("lesson=morning-in-the-newsroom&step=3", {"lang": "fr"}),
        ("lesson=morning-in-the-newsroom&step=12", {"viewport": WIDE}),
        ("lesson=how-many-soldiers&step=4", {"viewport": WIDE}),
    ],
)
def test_words_with_which_a_step_begins_stand_in_the_middle_where_nothing_more_fits(present, query, options):
    shown = present(query, reduced_motion="reduce", **options)
    opening = shown.in_sight()
    assert opening["claims"] == [] and opening["cut"] == []
    above, below = opening["air"]
    assert above == pytest.approx(below, rel=0.2)
    shown.press("PageDown")
    shown.page.settled()
    assert shown.in_sight()["claims"] and shown.in_sight()["air"][0] < above / 2
    shown.press("PageUp")
    shown.page.settled()
    assert shown.in_sight() == opening
    shown.board.hover()
    shown.browser.mouse.wheel(0, 20)
    expect(shown.page.at(".present-board .other-part")).to_have_count(0)
    assert shown.in_sight()["air"][0] < above / 2


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("lesson=morning-in-the-newsroom&step=3", {"viewport": WIDE}),
        ("lesson=morning-in-the-newsroom&step=8", {"viewport": WIDE, "lang": "fr"}),
        ("lesson=how-many-soldiers&step=5", {"viewport": WIDE, "lang": "fr"}),
        ("lesson=treaty-into-force&step=2", {"viewport": WIDE}),
        ("lesson=morning-in-the-newsroom&step=3", {"viewport": POCKET}),
    ],
)
def test_a_step_begins_at_the_top_where_a_report_or_a_claim_fits_below_its_words(present, query, options):
    begins = present(query, reduced_motion="reduce", **options).in_sight()
    assert begins["claims"]
    assert begins["air"][0] < 0.1 * options["viewport"]["height"]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("lesson=morning-in-the-newsroom&step=8", {"viewport": WIDE}),
        ("lesson=treaty-into-force&step=2", {"lang": "fr"}),
        ("lesson=how-many-soldiers&step=6", {}),
    ],
)
def test_the_last_part_of_a_step_begins_where_the_others_do(present, query, options):
    """And not lower, because a board can't be scrolled so far."""
    parts = present(query, reduced_motion="reduce", **options).parts()
    size = options.get("viewport", BEAMER)
    assert max(part["air"][0] for part in parts[1:]) < 0.1 * size["height"]


def test_who_scrolls_by_hand_sees_all_and_the_clicker_goes_on_from_there(present):
    shown = present("lesson=how-many-soldiers&step=9", reduced_motion="reduce")
    waiting = shown.page.at(".present-board .other-part")
    expect(waiting.first).to_be_attached()
    shown.board.hover()
    shown.browser.mouse.wheel(0, 150)
    expect(waiting).to_have_count(0)
    shown.press("PageDown")
    expect(waiting.first).to_be_attached()
    assert "step=9" in shown.page.query()


def test_what_stands_beside_a_question_is_not_gone_through_again_with_its_answer(present):
    shown = present("lesson=how-many-soldiers&step=10", reduced_motion="reduce")
    for _ in range(20):
        if shown.page.at(".step-answer").count():
            break
        shown.press("PageDown")
        shown.page.settled()
    expect(shown.page.at(".step-answer")).to_be_visible()
    shown.press("PageDown")
    assert shown.place_becomes("11 of 15") == "11 of 15"


def test_the_events_of_a_view_come_in_order_and_the_address_names_each(present, expected):
    ids = expected.listed("key=1")
    shown = present("key=1")
    assert shown.place_becomes(f"1 of {len(ids)}") == f"1 of {len(ids)}"
    for id in ids[1:4]:
        shown.on()
        assert f"event={id}" in shown.page.query()
        assert shown.title() == expected.title(id)


def test_a_chapter_begins_with_its_question(present, record):
    chapter = next(each for each in record.settings.chapters if each.id == "first-reports")
    shown = present("chapter=first-reports")
    assert shown.title() == chapter.name["en"]
    expect(shown.board).to_contain_text(chapter.question["en"])


@pytest.mark.everywhere
def test_p_presents_what_is_open_and_escape_leads_back_to_it(visit, place):
    page = visit("kind=ratification&event=duma-vote&lang=en")
    page.browser.evaluate("scrollTo(0, 200)")
    before, scrolled = page.query(), page.browser.evaluate("scrollY")
    page.browser.keyboard.press("p")
    shown = Presentation(page)
    assert "event=duma-vote" in page.query() and "present=1" in page.query()
    expect(page.at(".page")).to_be_hidden()
    shown.on()
    assert "event=duma-vote" not in page.query()
    shown.press("Escape")
    expect(page.at("#present")).to_have_count(0)
    assert page.query_becomes(before) == before
    page.panel("duma-vote")
    assert page.eventually("() => scrollY", scrolled) == scrolled


def test_a_lesson_that_was_opened_by_its_address_is_left_for_the_lesson(present):
    shown = present(f"{LESSON}&step=3")
    shown.press("Escape")
    expect(shown.page.at("#present")).to_have_count(0)
    assert shown.page.query_becomes(f"{LESSON}&step=3&lang=en") == f"{LESSON}&step=3&lang=en"


def test_it_takes_the_whole_screen_and_gives_it_back(browser, live_server):
    context = browser.new_context(locale="en-GB", no_viewport=True)
    page = TimelinePage(context.new_page(), live_server).open("key=1")
    full = "() => document.fullscreenElement === document.documentElement"
    page.browser.keyboard.press("p")
    assert page.eventually(full, True) is True
    page.browser.keyboard.press("Escape")
    assert page.eventually(full, False) is False
    expect(page.at("#present")).to_have_count(0)
    context.close()


def test_fingers_and_buttons_do_what_keys_do(present):
    shown = present(f"{LESSON}&step=2", viewport=POCKET, has_touch=True)
    swipe(shown.browser, (330, 500), (60, 510))
    assert shown.place_becomes("3 of 15") == "3 of 15"
    swipe(shown.browser, (60, 500), (330, 510))
    assert shown.place_becomes("2 of 15") == "2 of 15"
    swipe(shown.browser, (200, 600), (200, 300))  # scrolls
    assert shown.place_becomes("2 of 15") == "2 of 15"
    shown.press("Home")
    shown.page.at(".present-moves [data-key=next]").tap()
    assert shown.place_becomes("2 of 15") == "2 of 15"
    shown.page.at(".present-rest [data-key=leave]").tap()
    expect(shown.page.at("#present")).to_have_count(0)


def test_a_finger_moves_what_is_wider_than_its_place_and_no_step(present):
    shown = present(f"{LESSON}&step=11", viewport=POCKET, has_touch=True)
    units = shown.page.at(".step-numbers .choice-list")
    units.scroll_into_view_if_needed()
    box = units.bounding_box()
    y = round(box["y"] + box["height"] / 2)
    swipe(shown.browser, (330, y), (60, y))
    shown.page.settled()
    assert shown.place_becomes("11 of 15") == "11 of 15"
    assert "step=11" in shown.page.query()


def test_no_event_is_said_in_words(present):
    shown = present("q=nosuchword")
    expect(shown.board).to_contain_text("No event to present")
    shown.press("PageDown", "Home", "End", "b", "b", "Escape")
    expect(shown.page.at("#present")).to_have_count(0)


# ---- revealing ----


def test_a_class_that_guesses_first_sees_an_event_bit_by_bit(present, record):
    shown = present("lesson=how-many-soldiers&step=8")
    claims, title = shown.page.at(".step-claim"), shown.page.at(".present-board h2")
    expect(claims.first).to_be_visible()
    shown.press("r")
    expect(shown.page.at("[data-key=guess]")).to_have_attribute("aria-pressed", "true")
    expect(shown.page.at(".present-board .step-date")).to_be_visible()
    expect(title).to_have_count(0)
    assert shown.browser.title().startswith("31 October 2024")
    shown.press("ArrowRight")
    expect(title).to_have_count(1)
    assert shown.browser.title().startswith(title.inner_text())
    expect(shown.page.at("#spoken")).to_contain_text(title.inner_text())
    expect(shown.page.at("#spoken")).to_contain_text(shown.page.at(".present-board .step-say").inner_text())
    expect(claims).to_have_count(0)
    shown.press("ArrowRight")
    expect(claims).to_have_count(len(record.lessons["how-many-soldiers"].steps[7].claims))
    assert "step=8" in shown.page.query()
    shown.press("r")
    expect(claims.first).to_be_visible()


def test_a_source_opens_beside_the_lesson(present):
    links = present("lesson=how-many-soldiers&step=8").page.at(".step-source a")
    assert {link.get_attribute("target") for link in links.all()} == {"_blank"}


@pytest.mark.everywhere
def test_a_question_hides_its_answer_until_it_is_asked_for(present, steps, place):
    shown = present(f"{LESSON}&step=6")
    answer = shown.page.at(".step-answer")
    expect(answer).to_have_count(0)
    shown.page.at(".step-reveal").click()
    expect(answer).to_contain_text(steps[5].answer["en"])
    expect(shown.page.at("#spoken")).to_contain_text(steps[5].answer["en"])
    shown.press("Home", "6", "Enter")
    expect(answer).to_have_count(0)


def test_b_blackens_the_screen_and_any_key_brings_it_back(present):
    shown = present(f"{LESSON}&step=2")
    black = shown.page.at(".present-black")
    shown.press("b")
    expect(black).to_be_visible()
    assert black.bounding_box() == {"x": 0, "y": 0, **BEAMER}
    shown.press("PageDown")
    expect(black).to_be_hidden()
    assert shown.place_becomes("2 of 15") == "2 of 15"


# ---- what stands beside ----


def test_the_line_of_time_moves_and_keeps_the_neighbours_in_sight(present):
    shown = present(f"{LESSON}&step=3")
    places = """() => [...document.querySelectorAll(".strip-mark:not(.out)")].map((mark) =>
      [mark.classList.contains("now"), Number(mark.style.getPropertyValue("--at"))])"""
    for step in ("3", "9"):
        shown.press(step, "Enter")
        marks = shown.browser.evaluate(places)
        assert [at for now, at in marks if now] == [pytest.approx(0.5)]
        others = [at for now, at in marks if not now]
        assert any(at < 0.5 for at in others) and any(at > 0.5 for at in others)
    names = shown.page.at(".strip-name")
    expect(names).to_have_count(2)
    assert all(names.all_inner_texts())


@pytest.mark.everywhere
def test_a_view_is_the_page_s_own_and_opens_an_event_for_a_moment(present, place):
    shown = present(f"{LESSON}&step=11")
    expect(shown.page.at(".step-numbers .numbers-table tbody tr").first).to_be_attached()
    shown.page.at(".step-table > summary").click()
    figure = shown.page.at(".step-numbers .numbers-table tbody button").last
    claim = figure.get_attribute("data-claim-id")
    figure.click()
    expect(shown.page.at(".step-of-event .step-claim").first).to_have_attribute("data-claim-id", claim)
    shown.press("PageUp")
    expect(shown.page.at(".step-numbers")).to_be_visible()
    assert "step=11" in shown.page.query()


@pytest.mark.parametrize(
    ("lesson", "step", "part"),
    [("treaty-into-force", 13, ".step-list .event"), ("morning-in-the-newsroom", 14, ".step-timeline .js-plotly-plot")],
)
def test_lists_and_charts_are_shown_as_well(present, lesson, step, part):
    shown = present(f"lesson={lesson}&step={step}")
    expect(shown.page.at(part).first).to_be_visible()


@pytest.mark.parametrize("shown", ["&present=1", ""], ids=["presented", "as a story"])
def test_the_day_of_a_view_moves_from_change_to_change(visit, shown):
    page = visit(f"lesson=morning-in-the-newsroom&step=14{shown}&lang=en")
    day, later = page.at(".step-days strong"), page.at(".step-days [data-key=asof_later]")
    expect(day).to_have_text("24 October 2024")
    marks = "() => document.querySelectorAll('main:not(.page) .plot .points path').length"
    before = page.browser.evaluate(marks)
    later.focus()
    for _ in range(2):
        page.browser.keyboard.press("Enter")
        expect(later).to_be_focused()  # drawn anew
        page.settled()
    expect(day).to_have_text("28 October 2024")
    page.browser.wait_for_function(f"{marks[6:]} > {before}")
    page.at(".step-days [data-key=asof_earlier]").click()
    expect(day).to_have_text("25 October 2024")
    assert "step=14" in page.query() and "asof" not in page.query()


# ---- how it looks, and to whom ----

SEEN = [
    (f"{LESSON}&step=1", "en", "light", BEAMER),
    (f"{LESSON}&step=4", "fr", "dark", BEAMER),
    (f"{LESSON}&step=6", "en", "light", WIDE),
    (f"{LESSON}&step=11", "fr", "light", BEAMER),
    (f"{LESSON}&step=8", "fr", "dark", WIDE),
    ("lesson=treaty-into-force&step=13", "fr", "dark", BEAMER),
    ("lesson=morning-in-the-newsroom&step=14", "en", "light", BEAMER),
    ("lesson=treaty-into-force&step=14", "fr", "light", BEAMER),
    ("chapter=signing&event=treaty-signed", "en", "dark", BEAMER),
]


@pytest.mark.parametrize(("query", "language", "theme", "size"), SEEN)
def test_a_class_can_read_every_word(look, query, language, theme, size):
    page = look(f"{query}&present=1&lang={language}&theme={theme}", viewport=size)
    shown = Presentation(page)
    page.at(".present-board .lesson-step").wait_for()
    if "step=11" in query or "step=14" in query:
        page.at(".present-board :is(.js-plotly-plot .main-svg, .clocks-svg)").first.wait_for()
    more = size["width"] / BEAMER["width"] > 1
    least, body, title = (34, 39, 56) if more else (24, 28, 40)
    words = shown.words()
    assert [word for word in words if word["px"] < least] == []
    assert [word for word in words if word["contrast"] < 7] == []
    assert [word for word in words if word["cut"]] == []
    assert all(word["px"] >= body for word in words if word["name"] in ("step-say", "step-says"))
    assert all(word["px"] >= title for word in words if word["tag"] == "H2" and "step-title" in word["name"])


@pytest.mark.parametrize(
    ("query", "size"),
    [
        (f"{LESSON}&step=6", BEAMER),
        (f"{LESSON}&step=11", POCKET),
        (f"{LESSON}&step=4", WIDE),
        (f"{LESSON}&step=14", BEAMER),
    ],
)
def test_nothing_is_cut_off_and_axe_finds_nothing(look, query, size):
    page = look(f"{query}&present=1&lang=fr", viewport=size)
    shown = Presentation(page)
    page_size = page.browser.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.scrollHeight]")
    assert page_size == [size["width"], size["height"]]
    board = shown.board.evaluate("(node) => [node.scrollWidth - node.clientWidth, node.clientHeight]")
    assert board[0] <= 0 and board[1] > 200
    for button in page.at(".present-tools button:visible").all():
        box = button.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"] and box["y"] + box["height"] <= size["height"]
        assert min(box["width"], box["height"]) >= 44
    found = Axe().run(page.browser, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()


def test_it_speaks_and_the_keyboard_reaches_everything(present):
    shown = present(f"{LESSON}&step=2")
    expect(shown.board).to_be_focused()
    shown.press("3", "Enter")
    expect(shown.page.at("#spoken")).to_contain_text("3 of 15. South Korea reports 1,500")
    reached = set()
    for _ in range(40):
        shown.press("Tab")
        reached.add(shown.browser.evaluate("document.activeElement.dataset.key || ''"))
    assert {"previous", "next", "guess", "black", "speaker", "leave"} <= reached
    assert shown.browser.evaluate("document.activeElement.closest('.page')") is None


def test_the_focus_stays_where_it_was_or_on_the_board(present):
    shown = present(f"{LESSON}&step=6")
    shown.page.at(".step-reveal").press("Enter")
    expect(shown.page.at(".step-answer")).to_be_visible()
    expect(shown.board).to_be_focused()
    shown.press("1", "1", "Enter")
    unit = shown.page.at(".step-numbers input[name=unit]:checked")
    unit.focus()
    before = unit.input_value()
    shown.press("ArrowRight")
    expect(shown.page.at(f".step-numbers input[name=unit]:checked:not([value='{before}'])")).to_be_focused()
    shown.on()  # a clicker turns the page from a field as well
    assert "step=12" in shown.page.query()


def test_two_quick_presses_leave_once(visit):
    page = visit("kind=ratification&lang=en")
    page.browser.keyboard.press("p")
    Presentation(page)
    page.browser.evaluate("""() => {
      const press = () => new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
      for (let n = 0; n < 2; n += 1) document.body.dispatchEvent(press());
    }""")
    expect(page.at("#present")).to_have_count(0)
    page.settled()
    assert page.query_becomes("kind=ratification&lang=en") == "kind=ratification&lang=en"


def test_whoever_wants_less_motion_gets_none(present):
    shown = present(f"{LESSON}&step=2", reduced_motion="reduce")
    style = shown.page.at(".strip-mark.now").evaluate("(node) => getComputedStyle(node).transitionDuration")
    assert style in ("0s", "0s, 0s, 0s")


# ---- the dialog ----


@pytest.mark.everywhere
def test_the_dialog_offers_every_lesson_and_the_events_of_the_view(visit, record, expected, place):
    page = visit("kind=ratification&lang=en")
    page.in_menu("#present-toggle").click()
    dialog = page.at("#class-dialog")
    expect(dialog.locator(".class-lesson h4")).to_have_text([lesson.title["en"] for lesson in record.lessons.values()])
    n = len(expected.listed("kind=ratification"))
    expect(dialog.locator("[data-key=events]")).to_have_text(f"Present these {n} events")
    stories = dialog.locator("[data-key=story]").evaluate_all("nodes => nodes.map((node) => node.href)")
    assert [parse_qs(re.split("[?#]", story)[1])["lesson"][0] for story in stories] == list(record.lessons)
    for link in (".teacher.html", ".scorm.zip", "guide.en.html"):  # elsewhere it says the command
        assert (dialog.locator(f"a[href*='{link}']").count() > 0) == (place == "server"), link
    assert (dialog.locator("a[download]").count() > 0) == (place == "server")  # the timeline as one file
    for made in ("export handout", "export scorm"):
        assert (dialog.locator("code", has_text=made).count() > 0) == (place != "server"), made
    dialog.locator("[data-lesson=treaty-into-force] [data-key=present]").click()
    shown = Presentation(page)
    assert "lesson=treaty-into-force" in page.query()
    shown.press("Escape")
    assert page.query_becomes("kind=ratification&lang=en") == "kind=ratification&lang=en"
    expect(page.at("#menu")).to_be_focused()


@pytest.mark.everywhere
def test_to_read_as_a_story_leaves_no_dialog_open(visit, place):
    page = visit("lang=en")
    page.in_menu("#present-toggle").click()
    page.at("#class-dialog [data-lesson=treaty-into-force] [data-key=story]").click()
    expect(page.at("#story")).to_be_visible()
    expect(page.at("dialog[open]")).to_have_count(0)


# ---- beside the page ----


def test_a_list_that_was_presented_works_on_the_page_afterwards(visit, expected):
    page = visit("lesson=treaty-into-force&step=13&present=1&lang=en", viewport=BEAMER)
    shown = Presentation(page)
    shown.board.locator(".step-list .event-title").first.click()
    expect(shown.board.locator(".step-back")).to_be_visible()
    shown.press("Backspace", "Escape")
    expect(page.at("#present")).to_have_count(0)
    page.turn_to("view=list&lang=en")
    page.open_event(expected.listed("view=list")[0])


def test_a_view_that_was_presented_by_address_is_left_for_a_page_that_is_whole(visit):
    page = visit("key=1&present=1&lang=en", viewport=BEAMER)
    page.browser.keyboard.press("Escape")
    expect(page.at("#scope")).to_be_visible()
    expect(page.at("#overview .brush")).to_be_visible()


@pytest.mark.parametrize("leave", [lambda page: page.go_back(), lambda page: page.keyboard.press("Escape")])
def test_a_presentation_that_is_left_before_it_is_there_does_not_come_later(visit, leave):
    page = visit("lang=en")
    held = []
    page.browser.route("**/lessons/index.json*", lambda route: held.append(route))  # noqa: PLW0108
    with page.browser.expect_request("**/lessons/index.json*"):
        page.browser.keyboard.press("p")
    assert page.settled().query() == "present=1&lang=en"
    leave(page.browser)
    assert page.query_becomes("lang=en") == "lang=en"
    held[0].continue_()
    page.settled()
    page.choose("kind", "ratification")
    expect(page.at("#timeline .js-plotly-plot")).to_be_visible()
    expect(page.at("#present")).to_have_count(0)
    assert "present" not in page.query()
