"""The Disagreements view: every point on which sources differ, its sides, and the claims they rest on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

VIEW = "#disagreements-view"
ITEMS = "#disagreements-view .differing"
POINTS = """() => [...document.querySelectorAll("#disagreements-view .differing")].map((item) => ({
  id: item.dataset.row, about: item.dataset.about,
  sides: [...item.querySelectorAll(".sides > li")].map((side) => ({
    holds: side.querySelector("strong").textContent,
    rests: [...side.querySelectorAll(".rests-on")].map((word) => word.textContent),
    documents: [...side.querySelectorAll(".side-claims > li > button")].map((button) => button.textContent),
    links: [...side.querySelectorAll(".side-claims > li > a")].length,
  })),
}))"""
ROWS = "() => [...document.querySelectorAll('#disagreements-view .differing')].map((item) => item.dataset.row)"

ENTREVUE, NOV_9, NOV_6, OCT_25, JUNE = (
    "Entrevue, 12 Nov 2024",
    "Unsigned digest, 9–11 Nov 2024",
    "Unsigned commentary, about 6 Nov 2024",
    "Unsigned digest, 25 Oct 2024",
    "Mondialisation.ca, 24 June 2024",
)

# Points that a reader of the five documents finds, with the paragraphs each side rests on (none: on public pages
# alone). Read in the documents by hand; § is the paragraph.
FOUND = {
    "the 3,765 in July, or over the summer": ("students-3765", "date", [{(NOV_9, 5)}, set()]),
    "the influx since September, or since October": ("influx-since-september", "date", [{(NOV_9, 5)}, set()]),
    "a war of a year and a half, or of 32 months": ("invasion-2022", "number", [{(NOV_6, 4)}, {(OCT_25, 7)}]),
    "about to be finalised, or signed in June": (
        "treaty-signed",
        "date",
        [{(NOV_6, 1)}, {(JUNE, 8), (OCT_25, 6), (NOV_9, 2)}],
    ),
    "“révolutionnaire” or “perforant”": ("putin-calls-treaty-breakthrough", "wording", [{(ENTREVUE, 5)}, {(JUNE, 11)}]),
    "which act is called ratification": (
        "duma-vote",
        "wording",
        [{(OCT_25, 6)}, {(NOV_6, 6)}, {(NOV_9, 2)}, {(ENTREVUE, 3)}],
    ),
    "how many soldiers": ("zelensky-11000-kursk", "number", [{(OCT_25, 6)}, {(NOV_9, 4)}, {(NOV_6, 3), (ENTREVUE, 6)}]),
    "who gives their number": ("zelensky-11000-kursk", "attribution", [{(NOV_6, 3)}, {(ENTREVUE, 6)}]),
    "a denial, or none": ("putin-our-affair", "occurrence", [{(OCT_25, 6)}, {(ENTREVUE, 6)}]),
    "nearly 500 km², or the agency's two figures": ("russia-october-gain", "number", [{(NOV_6, 14)}, set(), set()]),
    "“Kouïsk”": ("at-least-10000-far-east", "wording", [{(NOV_9, 4)}, {(OCT_25, 6), (NOV_6, 3), (ENTREVUE, 6)}]),
    "three documents replaced, or four": ("ushakov-on-replaced-treaties", "number", [{(JUNE, 15)}, set()]),
    "American sanctions, or the Security Council's": ("putin-sanctions-revision", "attribution", [{(JUNE, 20)}, set()]),
}


def item(page, id, about):
    return page.at(f'{ITEMS}[data-row="{id}"][data-about="{about}"]')


def chip(page, about):
    return page.at(f'{VIEW} .chips label:has(input[value="{about}"])')


def count_becomes(page, words):
    expect(page.at(f"{VIEW} .points-count")).to_have_text(words)


@pytest.fixture
def differing(look):
    return look("view=disagreements")


@pytest.fixture
def fresh_differing(visit):
    """The same, for tests that do something there."""
    return visit("view=disagreements")


@pytest.fixture(scope="module")
def points(record):
    """What the record holds: [(event id, point)], in time order."""
    return [(event.id, point) for event in record.events for point in event.disagreements]


# ---- the points ----


@pytest.mark.parametrize(("id", "about", "sides"), FOUND.values(), ids=FOUND)
def test_points_of_the_documents(differing, id, about, sides):
    """The point is there, and each of its sides rests on the paragraphs that say so."""
    shown = [point for point in differing.browser.evaluate(POINTS) if (point["id"], point["about"]) == (id, about)]
    wanted = [{f"{document}\u00a0§\u00a0{n}" for document, n in side} for side in sides]

    def holds(point):
        left = list(point["sides"])
        for side in wanted:
            fits = [
                each
                for each in left
                if side <= set(each["documents"]) and (side or (each["rests"] == ["public sources"] and each["links"]))
            ]
            if not fits:
                return False
            left.remove(fits[0])
        return True

    assert any(holds(point) for point in shown), shown


@pytest.mark.everywhere
def test_every_point_in_time_order(differing, points):
    assert [(point["id"], point["about"]) for point in differing.browser.evaluate(POINTS)] == [
        (id, point.about) for id, point in points
    ]
    count_becomes(differing, f"{len(points)} points in {len({id for id, _ in points})} events")


def test_every_side_and_claim(differing, points):
    shown = differing.browser.evaluate(POINTS)
    assert [[side["holds"] for side in point["sides"]] for point in shown] == [
        [side.holds["en"] for side in point.sides] for _, point in points
    ]
    assert [[len(side["documents"]) + side["links"] for side in point["sides"]] for point in shown] == [
        [len(side.claims) for side in point.sides] for _, point in points
    ]


def test_one_point_as_it_reads(differing):
    point = item(differing, "ushakov-on-replaced-treaties", "number")
    expect(point.locator("time")).to_have_text("17 June 2024")
    expect(point.locator(".event-title")).to_have_text("Moscow says the treaty will replace earlier documents")
    expect(point.locator(".point")).to_have_text("On a number")
    expect(point.locator(".sentence")).to_contain_text("three replaced texts")
    three, four = point.locator(".sides > li").all()
    expect(three.locator("strong")).to_have_text("Three documents")
    expect(three.locator(".rests-on")).to_have_text(["documents"])
    expect(three.locator(".side-claims")).to_contain_text("Yury Ushakov · 24 Jun 2024")
    expect(four.locator("strong")).to_have_text("Four documents")
    expect(four.locator(".rests-on")).to_have_text(["public sources"])
    expect(four.get_by_role("link", name="TASS")).to_have_attribute("href", "https://tass.com/politics/1804627/amp")


def test_both_kinds_of_source_behind_one_side(differing):
    """Entrevue § 3 and the agencies give 11 November, a public page alone gives the 12th."""
    eleventh, twelfth = item(differing, "kim-ratifies", "date").locator(".sides > li").all()
    expect(eleventh.locator(".rests-on")).to_have_text(["documents", "public sources"])
    expect(twelfth.locator(".rests-on")).to_have_text(["public sources"])


def test_misprints_are_shown_as_such(differing):
    side = item(differing, "at-least-10000-far-east", "wording").locator(".sides > li").first
    expect(side.locator("strong")).to_have_text("“Kouïsk”")
    expect(side.locator(".note")).to_contain_text("a misprint for Koursk")
    treaty = item(differing, "soviet-treaty-1961", "wording").locator(".note").first
    expect(treaty).to_contain_text("entraide judiciaire")  # Mondialisation § 15


# ---- kinds of points ----


def test_chips_count_and_filter(fresh_differing, points):
    for about in ("date", "number", "wording", "attribution", "occurrence", "scope"):
        expect(chip(fresh_differing, about).locator(".choice-count")).to_have_text(
            str(sum(point.about == about for _, point in points))
        )
    chip(fresh_differing, "number").click()
    numbers = [id for id, point in points if point.about == "number"]
    assert fresh_differing.eventually(ROWS, numbers) == numbers
    count_becomes(fresh_differing, f"{len(numbers)} points in {len(set(numbers))} events")
    chip(fresh_differing, "attribution").click()
    both = [id for id, point in points if point.about in ("number", "attribution")]
    assert fresh_differing.eventually(ROWS, both) == both
    chip(fresh_differing, "number").click()
    chip(fresh_differing, "attribution").click()
    assert fresh_differing.eventually(ROWS, [id for id, _ in points]) == [id for id, _ in points]


def test_chips_by_keyboard(fresh_differing, points):
    box = chip(fresh_differing, "occurrence").locator("input")
    box.focus()
    box.press("Space")
    wanted = [id for id, point in points if point.about == "occurrence"]
    assert fresh_differing.eventually(ROWS, wanted) == wanted
    expect(box).to_be_focused()


def test_the_kind_stays_chosen_while_filters_change(fresh_differing, expected, points):
    chip(fresh_differing, "wording").click()
    fresh_differing.choose("kind", "ratification")
    ratifications = expected.ids("kind=ratification")
    assert {"duma-vote", "federation-council-vote", "putin-signs-ratification", "kim-ratifies"} <= set(ratifications)
    listed = expected.listed("view=disagreements&kind=ratification")
    assert fresh_differing.ids_become(listed) == listed
    wanted = [id for id, point in points if point.about == "wording" and id in ratifications]
    assert wanted
    assert fresh_differing.eventually(ROWS, wanted) == wanted


# ---- filters, and what was known ----


@pytest.mark.everywhere
def test_filters_apply(look, expected, points):
    page = look("view=disagreements&source=mondialisation")
    shown = set(expected.ids("source=mondialisation"))
    assert page.browser.evaluate(ROWS) == [id for id, _ in points if id in shown]


@pytest.mark.everywhere
def test_one_point_alone(look):
    page = look("view=disagreements&from=2024-11-11&to=2024-11-11&q=decree")
    assert page.shown_ids() == ["kim-ratifies"]
    count_becomes(page, "1 point in 1 event")


def test_nothing_to_show(look):
    page = look("view=disagreements&q=scholz&kind=statement&from=2024-10-25&to=2024-10-25")
    count_becomes(page, "In the events shown, the sources differ on no point.")
    expect(page.at(ITEMS)).to_have_count(0)
    expect(chip(page, "date").locator("input")).to_be_disabled()


def test_as_known_at_the_end_of_june(look):
    """The commentary of 6 November, which has the treaty about to be finalised, was still to come."""
    page = look("view=disagreements&asof=2024-06-30")
    expect(item(page, "treaty-signed", "date")).to_have_count(0)
    expect(item(page, "ushakov-on-replaced-treaties", "number")).to_have_count(1)  # TASS on 17, the article on 24 June


@pytest.mark.everywhere
def test_as_known_on_6_november(look):
    """By then the commentary had appeared, and the digest of 9–11 November had not."""
    page = look("view=disagreements&asof=2024-11-06")
    point = item(page, "treaty-signed", "date")
    expect(point).to_contain_text(f"{NOV_6} §\u00a01")
    expect(point).not_to_contain_text(NOV_9)


# ---- what opens from it ----


def test_title_opens_the_event(fresh_differing):
    button = item(fresh_differing, "kim-ratifies", "date").locator(".event-title")
    button.click()
    fresh_differing.panel("kim-ratifies")
    expect(button).to_have_attribute("aria-expanded", "true")
    fresh_differing.browser.keyboard.press("Escape")
    expect(fresh_differing.at("#event-panel")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.everywhere
def test_document_opens_its_claim(fresh_differing):
    item(fresh_differing, "putin-our-affair", "occurrence").get_by_role("button", name=f"{ENTREVUE} §\u00a06").click()
    here = fresh_differing.panel("putin-our-affair").locator(".claim.here")
    expect(here).to_be_focused()
    expect(here).to_have_class("claim stance-declines_to_comment here")


def test_panel_shows_the_same_sides(fresh_differing):
    """The panel's own block names the point, its sides and their sources in short."""
    event = "ushakov-on-replaced-treaties"
    fresh_differing.at(f'#disagreements-view [data-row="{event}"] .event-title').first.click()
    block = fresh_differing.panel(event).locator(".disagreement").first
    expect(block.locator(".point")).to_have_text("On a number")
    expect(block.locator(".sides strong")).to_have_text(["Three documents", "Four documents"])
    expect(block.locator(".side-sources")).to_have_text([f"{JUNE} §\u00a015", "TASS · Parlamentskaya Gazeta"])


# ---- small screens and languages ----


@pytest.mark.parametrize("language", ["en", "fr"])
def test_phone(visit, language):
    page = visit(f"view=disagreements&lang={language}", phone=True)
    assert page.browser.evaluate("document.documentElement.scrollWidth") <= 360
    sizes = page.at(f"{VIEW} :is(button, .side-claims a, .chips label)").evaluate_all(
        "(nodes) => nodes.map((node) => node.getBoundingClientRect()).filter(({ width, height }) => width < 24 || "
        "height < 24).length"
    )
    assert sizes == 0


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_no_sideways_scrolling(visit, width):
    page = visit("view=disagreements&event=duma-vote", viewport={"width": width, "height": 900})
    assert page.browser.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.everywhere
def test_french(fresh_differing, points):
    fresh_differing.set_language("fr")
    count_becomes(fresh_differing, f"{len(points)} désaccords sur {len({id for id, _ in points})} événements")
    expect(fresh_differing.at(f"{VIEW} h2")).to_have_text("Ce sur quoi les sources divergent")
    expect(chip(fresh_differing, "wording")).to_contain_text("Sur la formulation")
    point = item(fresh_differing, "treaty-signed", "date")
    expect(point.locator(".point")).to_have_text("Sur la date")
    expect(point).to_contain_text("Commentaire non signé, vers le 6 nov. 2024 §\u00a01")
    expect(point.locator(".rests-on").first).to_have_text("documents")
    expect(fresh_differing.at(".rests-on-public").first).to_have_text("sources publiques")
