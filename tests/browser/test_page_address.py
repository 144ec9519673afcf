"""The address holds the whole view: links open it, reloading keeps it, back and forward walk through it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from timeline.query.spec import KEYS

pytestmark = pytest.mark.everywhere

# One link for each key, and one with nearly all of them.
LINKS = {
    "actor": "actor=kim-jong-un&actor=vladimir-putin",
    "country": "country=KR",
    "source": "source=kbs",
    "claimant": "claimant=outlet",
    "kind": "kind=combat&kind=treaty",
    "status": "status=predicted",
    "q": "q=arm%C3%A9e%20de%20terre",
    "from": "from=2024-10-20",
    "to": "to=2024-06-19",
    "key": "key=1",
    "dates": "from=2024-10-01&to=2024-10-31&dates=certain",
    "asof": "asof=2024-10-25",
    "group": "group=source",
    "view": "view=list",
    "unit": "view=numbers&unit=soldiers",
    "chapter": "chapter=signing",
    "window": "window=2024-11-01/2024-11-12",
    "scope": "scope=all",
    "event": "event=students-3765",
    "lang": "lang=fr",
    "theme": "theme=dark",
    "embed": "embed=1",
}
# What stands beside the view, over it or in place of it has links of its own to try, with the module that tries them.
ELSEWHERE = {
    "quiet": "test_quiet_times",
    "doubt": "test_doubting",
    **dict.fromkeys(("left", "right"), "test_compare"),
    **dict.fromkeys(("exercise", "seed"), "test_exercises"),
    **dict.fromkeys(("lesson", "step", "present"), "test_present"),
}
EVERYTHING = (
    "country=KP&country=RU&kind=ratification&kind=treaty&status=established&q=russie&from=2024-06-01&to=2024-12-31"
    "&group=country&window=2024-06-10/2024-11-20&event=duma-vote&lang=fr&theme=dark"
)


def assert_restored(page, expected, query):
    """Everything that the query says can be seen in the page."""
    spec = expected.spec(query)
    wanted = expected.listed(query)
    assert page.ids_become(wanted) == wanted
    for facet in ("actor", "country", "source", "claimant", "kind", "status"):
        assert page.chosen_become(facet, spec.get(facet)) == sorted(spec.get(facet)), facet
    for key, control in (("q", "text"), ("from", "from"), ("to", "to")):
        expect(page.at(f"#filter-{control}")).to_have_value(spec.get(key))
    expect(page.choice("filter-certain", "certain").locator("input")).to_be_checked(
        checked=spec.get("dates") == "certain"
    )
    for key, group, default in (("view", "view-tabs", "timeline"), ("group", "group-by", "kind")):
        expect(page.choice(group, spec.get(key) or default).locator("input")).to_be_checked()
    assert page.at("html").get_attribute("data-view") == (spec.get("view") or "timeline")
    if not spec.get("view"):
        assert page.window_becomes(expected.window(query)) == expected.window(query)
    if spec.get("event"):
        page.panel(spec.get("event"))
    else:
        expect(page.at("#event-panel")).to_be_hidden()
    if spec.get("lang"):
        expect(page.at("html")).to_have_attribute("lang", spec.get("lang"))
    if spec.get("theme"):
        expect(page.at("html")).to_have_attribute("data-theme", spec.get("theme"))
    assert page.at("#notice").inner_text() == ""


def test_there_is_a_link_for_every_key():
    assert sorted([*LINKS, *ELSEWHERE]) == sorted(KEYS)


@pytest.mark.parametrize("query", [*LINKS.values(), EVERYTHING], ids=[*LINKS, "everything"])
def test_a_link_restores_the_view(visit, expected, query):
    page = visit(query)
    assert_restored(page, expected, query)
    assert page.query() == query == expected.canonical(query)


def test_reloading_keeps_the_view(visit, expected):
    page = visit("kind=treaty&scope=all")
    page.choose("country", "CN")
    page.type("1961")
    page.open_event("china-treaty-1961")
    query = page.query()
    page.browser.reload()
    page.ready()
    assert page.query() == query
    assert_restored(page, expected, query)


def test_back_and_forward_walk_through_the_views(timeline_page, expected):
    page = timeline_page
    steps = [""]
    page.choose("kind", "ratification")
    steps.append("kind=ratification")
    assert page.ids_become(expected.listed(steps[-1])) == expected.listed(steps[-1])
    page.choose("country", "KP")
    steps.append("country=KP&kind=ratification")
    assert page.ids_become(expected.listed(steps[-1])) == expected.listed(steps[-1])
    page.option("group-by", "actor")
    steps.append("country=KP&kind=ratification&group=actor")
    assert page.query_becomes(steps[-1]) == steps[-1]
    page.open_event("kim-ratifies")
    steps.append(steps[-1] + "&event=kim-ratifies")
    for query in reversed(steps[:-1]):
        page.browser.go_back()
        assert page.query() == query
        assert_restored(page, expected, query)
    for query in steps[1:]:
        page.browser.go_forward()
        assert page.query() == query
        assert_restored(page, expected, query)


def test_typing_makes_one_step_back_not_one_a_letter(visit, expected):
    page = visit("kind=treaty")
    page.choose("kind", "combat")
    page.at("#filter-text").press_sequentially("kursk")
    query = "kind=combat&kind=treaty&q=kursk"
    assert page.query_becomes(query) == query
    page.browser.go_back()
    assert page.query() == "kind=treaty"
    assert_restored(page, expected, "kind=treaty")


def test_back_after_leaving_for_another_page(visit, expected):
    page = visit("kind=combat&event=kim-ratifies")
    page.browser.goto("about:blank")
    page.browser.go_back()
    page.ready()
    assert_restored(page, expected, "kind=combat&event=kim-ratifies")


@pytest.mark.parametrize(
    ("query", "left_out", "kept"),
    [
        ("nonsense=1", ["nonsense=1"], ""),
        ("kind=nonsense&kind=treaty", ["kind=nonsense"], "kind=treaty"),
        (
            "kind=treaty&event=no-such-event&from=yesterday&lang=xx",
            ["event=no-such-event", "from=yesterday", "lang=xx"],
            "kind=treaty",
        ),
        (
            "window=2024-10-29/2024-10-20&view=poster&group=mood",
            ["window=2024-10-29/2024-10-20", "view=poster", "group=mood"],
            "",
        ),
        ("status=<img src=x onerror=alert(1)>", ["status=<img src=x onerror=alert(1)>"], ""),
        (
            "from=2024-02-30&to=2024-13-01&constructor=1&__proto__=2",
            ["from=2024-02-30", "to=2024-13-01", "constructor=1", "__proto__=2"],
            "",
        ),
        ("q=" + "x" * 201, ["q=" + "x" * 201], ""),
    ],
)
def test_what_is_not_understood_is_left_out_and_said(visit, expected, query, left_out, kept):
    page = visit(quote(query, safe="=&/<>"))
    notice = page.at("#notice")
    expect(notice).to_be_visible()
    for words in left_out:
        expect(notice).to_contain_text(words)
    assert page.shown_ids() == expected.listed(kept)
    assert page.at("#notice img").count() == 0
    # It can be dismissed, and the next change leaves a clean address.
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_be_empty()
    page.choose("status", "established")
    query = expected.canonical(f"{kept}&status=established".lstrip("&"))
    assert page.query_becomes(query) == query


def test_the_notice_is_in_the_language_of_the_page(visit):
    page = visit("lang=fr&nonsense=1")
    expect(page.at("#notice")).to_contain_text(
        "Dans l’adresse, ceci n’a pas été compris et a été laissé de côté : nonsense=1"
    )


@pytest.mark.parametrize("query", ["?", "?&&", "?kind=&q=&event=", "?kind=treaty&kind=treaty&&"])
def test_clumsy_addresses_do_no_harm(visit, expected, query):
    page = visit(query.removeprefix("?") or "&")
    kept = "kind=treaty" if "treaty" in query else ""
    assert page.shown_ids() == expected.listed(kept)
    assert page.at("#notice").inner_text() == ""


def test_a_first_day_after_the_last_is_said_from_a_link(visit):
    page = visit("from=2024-11-01&to=2024-10-01")
    expect(page.at("#notice")).to_contain_text("The first day comes after the last")
    # What may lie between them is then nothing that is dated by the day.
    expect(page.item("duma-vote")).to_have_count(0)


def test_a_first_day_after_the_last_is_said_as_it_is_filled_in(timeline_page):
    timeline_page.days("2024-11-01", "2024-10-01")
    notice = timeline_page.at("#notice")
    expect(notice).to_contain_text("The first day comes after the last")
    timeline_page.days(last="2024-11-30")
    expect(notice).to_be_empty()


def test_the_address_is_always_canonical(timeline_page, expected):
    """Whatever the order of clicks, the address is the one that Python would write."""
    page = timeline_page
    for facet, value in (
        ("status", "reported"),
        ("country", "UA"),
        ("actor", "volodymyr-zelensky"),
        ("status", "established"),
        ("country", "KP"),
    ):
        page.choose(facet, value)
    page.set_language("fr")
    page.preset("autumn")
    page.window_becomes(expected.preset("autumn"))
    query = expected.canonical(page.query())
    assert page.query() == query
    assert (
        query == "actor=volodymyr-zelensky&country=KP&country=UA&status=established&status=reported"
        "&window=2024-10-01/2024-11-15&lang=fr"
    )
    assert_restored(page, expected, query)


def test_a_link_made_in_french_opens_in_french(visit):
    page = visit()
    page.set_language("fr")
    page.choose("kind", "treaty")
    assert page.query_becomes("kind=treaty&lang=fr") == "kind=treaty&lang=fr"
    link = page.query()
    elsewhere = visit(link, locale="de-DE")
    expect(elsewhere.at("html")).to_have_attribute("lang", "fr")
    expect(elsewhere.at("h1")).to_have_text("Le traité russo-nord-coréen de 2024", use_inner_text=True)


def test_language_and_theme_are_remembered(visit):
    page = visit()
    page.set_language("fr")
    page.set_theme("dark")
    page.open()
    expect(page.at("html")).to_have_attribute("lang", "fr")
    expect(page.at("html")).to_have_attribute("data-theme", "dark")
    page.set_language("en")
    page.set_theme("light")
    page.open()
    expect(page.at("html")).to_have_attribute("lang", "en")
    expect(page.at("html")).to_have_attribute("data-theme", "light")


def test_a_page_without_storage_works(visit, expected):
    """Some private windows refuse storage altogether."""
    page = visit(user_agent="private")
    page.browser.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.open("kind=treaty")
    page.set_language("fr")
    page.set_theme("dark")
    assert page.shown_ids() == expected.listed("kind=treaty")
    assert page.errors == []
    page.forget = lambda: False
