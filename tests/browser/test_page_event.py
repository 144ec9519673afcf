"""One event: the ways to open it, what its panel says, and the ways back."""

from __future__ import annotations

import re

import pytest
from page import PATIENCE, middle
from playwright.sync_api import expect

from timeline.record.origins import origins
from timeline.view.words import text

STANCES = ("asserts", "confirms", "denies", "predicts", "declines_to_comment")


def close_up(page):
    return page.at("#event-panel .panel-close")


# ---- ways in ----


@pytest.mark.everywhere
def test_open_from_the_list(timeline_page):
    panel = timeline_page.open_event("duma-vote")
    expect(panel.locator("h2")).to_have_text("Russia’s lower house votes unanimously to ratify the treaty")
    expect(panel.locator("h2")).to_be_focused()
    assert timeline_page.query() == "event=duma-vote"
    expect(timeline_page.title("duma-vote")).to_have_attribute("aria-expanded", "true")
    expect(timeline_page.at("#event-list [aria-expanded=true]")).to_have_count(1)


def test_open_from_the_list_what_lies_outside_the_window(visit, expected):
    """The window stays, since nobody asked for another; a button shows the event in the chart, and Back goes back."""
    page = visit("scope=all")
    panel = page.open_event("soviet-treaty-1961")
    assert page.window() == expected.window()
    show = panel.get_by_role("button", name="Show in timeline")
    show.click()
    first, last = page.window_changes(expected.window())
    assert first <= "1961-07-06" <= last
    assert "soviet-treaty-1961" in [mark["id"] for mark in page.marks()]
    assert "event=soviet-treaty-1961" in page.query()
    expect(show).to_be_hidden()
    expect(panel.locator("h2")).to_be_focused()
    page.browser.go_back()
    assert page.window_becomes(expected.window()) == expected.window()
    expect(show).to_be_visible()


@pytest.mark.everywhere
@pytest.mark.parametrize("view", ["list", "sources"])
def test_from_another_view_the_event_is_shown_in_the_timeline(visit, expected, view):
    page = visit(f"view={view}&event=duma-vote")
    page.panel("duma-vote").get_by_role("button", name="Show in timeline").click()
    assert page.query_becomes("event=duma-vote") == "event=duma-vote"
    assert page.window_becomes(expected.window()) == expected.window()  # Plotly comes only now
    expect(page.at("#event-panel .panel-show")).to_be_hidden()


def test_what_the_chart_shows_need_not_be_shown(visit):
    page = visit("event=duma-vote")
    expect(page.at("#event-panel .panel-show")).to_be_hidden()
    page.choose("kind", "combat")  # which it is not, so that no window would show it
    page.settled()
    expect(page.at("#event-panel .panel-show")).to_be_hidden()


def test_opening_a_bar_that_began_before_the_window_leaves_the_window(timeline_page, expected):
    """Deliveries since 2022 are in sight in the months of the treaty, though their mark is not."""
    page = timeline_page
    before = page.window()
    [label] = [label for label in page.label_boxes() if label["text"] == expected.title("arms-supplies")]
    page.click_box(label)
    page.panel("arms-supplies")
    assert page.window() == before


def test_the_mark_under_the_keyboard_is_in_sight(visit):
    """Also where the chart is higher than the screen."""
    page = visit("", phone=True)
    page.at("#timeline").focus()
    for key in ("End", "Home"):
        page.browser.keyboard.press(key)
        expect(page.at("#timeline .cursor")).to_be_in_viewport(ratio=0.95)
        expect(page.at("#timeline .tip")).to_be_in_viewport(ratio=0.95)


@pytest.mark.everywhere
def test_open_from_a_mark(visit):
    page = visit("kind=ratification")
    mark = next(mark for mark in page.marks() if mark["id"] == "federation-council-vote")
    page.at("#timeline").scroll_into_view_if_needed()
    mark = next(mark for mark in page.marks() if mark["id"] == "federation-council-vote")
    page.click_box(mark)
    page.panel("federation-council-vote")


def test_open_from_a_label(visit, expected):
    page = visit("kind=ratification")
    page.at("#timeline").scroll_into_view_if_needed()
    label = next(label for label in page.label_boxes() if label["text"] == expected.title("duma-vote"))
    page.click_box(label)
    page.panel("duma-vote")


def test_the_open_event_is_ringed_in_the_chart(look):
    page = look("kind=ratification&event=duma-vote")
    mark = next(mark for mark in page.marks() if mark["id"] == "duma-vote")
    [ring] = page.browser.evaluate("""() => [...document.querySelectorAll("#timeline g.trace")]
        .filter((group) => group.__data__[0].trace.name === "open").flatMap((group) =>
          [...group.querySelectorAll("path.point")])
        .map((node) => { const { left, top, right, bottom } = node.getBoundingClientRect(); return { left, top, right,
          bottom }; })""")
    assert all(abs(a - b) < 1 for a, b in zip(middle(ring), middle(mark), strict=True))


def test_a_click_beside_the_marks_opens_nothing(visit):
    page = visit("kind=ratification")
    plot = page.plot_box()
    page.at("#timeline").scroll_into_view_if_needed()
    plot = page.plot_box()
    page.browser.mouse.click(plot["left"] + 20, plot["bottom"] - 6)
    page.open_event("duma-vote")  # the next one does, so the click before has been dealt with
    assert page.query() == "kind=ratification&event=duma-vote"


def test_pointing_at_a_mark_says_what_it_is(visit, expected):
    page = visit("kind=ratification")
    page.at("#timeline").scroll_into_view_if_needed()
    mark = next(mark for mark in page.marks() if mark["id"] == "kim-ratifies")
    page.browser.mouse.move(*middle(mark))
    expect(page.at("#timeline .tip")).to_be_visible()
    assert page.at("#timeline .tip").inner_text().split("\n") == [
        expected.title("kim-ratifies"),
        "11 November 2024 · Established",
    ]
    page.browser.mouse.move(2, 2)
    expect(page.at("#timeline .tip")).to_be_hidden()


@pytest.mark.everywhere
def test_by_keyboard(visit, expected):
    """Arrows walk along the marks in order of date, telling each; Enter opens the one they stand at."""
    page = visit("kind=ratification")
    walk = expected.by_mark(expected.split("kind=ratification")[1])
    page.at("#timeline").focus()
    for id in walk:
        page.browser.keyboard.press("ArrowRight")
        expect(page.at("#spoken")).to_contain_text(expected.title(id))
        expect(page.at("#timeline .tip strong")).to_have_text(expected.title(id))
    page.browser.keyboard.press("Home")
    expect(page.at("#spoken")).to_contain_text(expected.title(walk[0]))
    page.browser.keyboard.press("End")
    expect(page.at("#spoken")).to_contain_text(expected.title(walk[-1]))
    page.browser.keyboard.press("ArrowLeft")
    expect(page.at("#spoken")).to_contain_text(expected.title(walk[-2]))
    page.browser.keyboard.press("Enter")
    page.panel(walk[-2])
    page.browser.keyboard.press("Escape")
    expect(page.at("#event-panel")).to_be_hidden()
    expect(page.at("#timeline")).to_be_focused()


def test_from_a_related_event(visit, expected, record):
    timeline_page = visit("scope=all")
    event = next(event for event in record.events if event.relates)
    link = event.relates[0]
    panel = timeline_page.open_event(event.id)
    line = panel.locator(".related li", has_text=expected.title(link.event)).first
    expect(line).to_contain_text(text(f"rel_{link.type}", "en"))
    line.get_by_role("link", name=expected.title(link.event)).click()  # a sentence may lead to several
    panel = timeline_page.panel(link.event)
    expect(panel.locator("h2")).to_be_focused()
    # And the other event tells of the relation too.
    expect(panel.locator(".related a", has_text=event.title["en"])).not_to_have_count(0)


# ---- what it says ----


@pytest.mark.everywhere
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("id", ["duma-vote", "kim-ratifies", "students-3765", "federation-council-vote"])
def test_the_panel_says_who_says_what(look, record, id, language):
    event = next(event for event in record.events if event.id == id)
    panel = look(f"event={id}&lang={language}").panel(id)
    expect(panel.locator("h2")).to_have_text(event.title[language])
    expect(panel.locator(".panel-summary")).to_have_text(event.summary[language])
    assert panel.locator(".claim").count() == len(event.claims)
    for claim in event.claims:
        item = panel.locator(f'[data-claim-id="{claim.id}"]')
        expect(item.locator(".says")).to_have_text(claim.says[language])
        # Claims stand below the word for their stance.
        stance = item.evaluate("node => node.parentElement.previousElementSibling.textContent")
        assert stance.endswith(text(f"stance_{claim.stance}", language))
        source = item.locator(".claim-source")
        expect(source).to_contain_text(record.sources[claim.source].name[language])
        if claim.passage:
            expect(source).to_contain_text(text("passage", language, n=claim.passage))
        for actor in claim.by:
            expect(item.locator(".claimant")).to_contain_text(record.actors[actor].name[language])
        if claim.quote:
            expect(item.locator("q")).to_have_text(claim.quote.text)
            expect(item.locator("q")).to_have_attribute("lang", claim.quote.lang)


def sources_in_words(event, language: str) -> str:
    """`11 sources, 3 origins`: the origins are counted where any is known."""
    counted = lambda key, n: text(f"{key}_1" if n == 1 else f"{key}_n", language, n=n)  # noqa: E731
    found = origins(event.claims)
    sources = text("single_source", language) if len(found.sources) == 1 else counted("sources", len(found.sources))
    return f"{sources}, {counted('origins', len(found.origins))}" if found.known else sources


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("known", [True, False])
def test_beside_the_sources_their_origins_are_counted(look, record, known, language):
    """In the panel and in the list; the panel says what the number means, or that it is not known."""
    event = next(e for e in record.events if origins(e.claims).known is known and len(e.sources) > 1)
    page = look(f"scope=all&event={event.id}&lang={language}")
    panel = page.panel(event.id)
    words = sources_in_words(event, language)
    assert words in panel.locator(".event-facts .fact").all_inner_texts()
    assert words in page.item(event.id).locator(".event-facts .fact").all_text_contents()
    found = origins(event.claims)
    more = text("origins_more", language) if len(found.origins) > len(found.sources) else ""
    note = f"{text('origins_note', language)} {more}".strip() if known else text("origins_unknown_n", language)
    expect(panel.locator(".origins-note")).to_have_text(note)


def test_more_origins_than_sources_are_explained(look, record):
    """An outlet reports something itself, and relays another's report in another article."""
    event = next(e for e in record.events if e.id == "arms-supplies")
    found = origins(event.claims)
    assert (len(found.sources), len(found.origins)) == (9, 10)
    panel = look("event=arms-supplies").panel("arms-supplies")
    expect(panel.locator(".origins-note")).to_contain_text("One source may have several origins")


def test_a_claim_that_relays_another_says_so_and_points_it_out(visit, record):
    event, claim, other = next(
        (event, claim, other)
        for event in record.events
        for claim in event.claims
        for other in event.claims
        if claim.derives_from == other.id
    )
    panel = visit(f"event={event.id}").panel(event.id)
    words = f"Relays {record.sources[other.source].name['en']}"
    panel.locator(f'[data-claim-id="{claim.id}"]').get_by_role("button", name=words, exact=True).click()
    expect(panel.locator(f'[data-claim-id="{other.id}"]')).to_be_focused()


def test_a_claim_that_relays_a_source_names_it(look, record):
    event, claim = next(
        (event, claim) for event in record.events for claim in event.claims if claim.derives_from in record.sources
    )
    item = look(f"event={event.id}&lang=fr").panel(event.id).locator(f'[data-claim-id="{claim.id}"]')
    expect(item.locator(".claim-relays")).to_have_text(f"Relaie {record.sources[claim.derives_from].name['fr']}")
    expect(item.locator(".claim-relays button")).to_have_count(0)


DIVIDED = "duma-vote"  # documents and public pages, seven claims and six, of which one predicts


def test_claims_are_grouped_by_stance_documents_first(look, record):
    """Of many some are folded away; what stands open and what is folded are each in this order."""
    event = next(event for event in record.events if event.id == DIVIDED)
    panel = look(f"event={event.id}").panel(event.id)
    assert panel.locator("h3").all_inner_texts()[:4] == [
        "How we know",
        "≠ Where the sources differ",
        "The five articles",
        "Checked against",
    ]
    stances = {claim.id: STANCES.index(claim.stance) for claim in event.claims}
    seeds = {claim.id for claim in event.claims if claim.source in record.seeds}
    for section, ids in zip(panel.locator(".sayings").all(), [seeds, set(stances) - seeds], strict=True):
        shown = section.locator(".claim").evaluate_all("nodes => nodes.map((node) => node.dataset.claimId)")
        folded = section.locator("details .claim").evaluate_all("nodes => nodes.map((node) => node.dataset.claimId)")
        assert set(shown) == ids and shown[-len(folded) :] == folded
        assert len(shown) - len(folded) == 3
        for part in (shown[: -len(folded)], folded):
            assert [stances[id] for id in part] == sorted(stances[id] for id in part)
        assert {stances[id] for id in shown[:3]} == {stances[id] for id in ids}, "no stance is folded away whole"


def test_the_claims_that_stand_open(modules):
    """Three or more: one of each stance, then the first. A single one is not folded away."""
    run = modules("views/panel/claims.js")
    opened = lambda stances: run(  # noqa: E731
        "({ opened }, stances) => opened(stances.map((stance, id) => ({ stance, id }))).map(({ id }) => id)", stances
    )
    says, denies, predicts, declines = "asserts", "denies", "predicts", "declines_to_comment"
    assert opened([]) == []
    assert opened([says] * 4) == [0, 1, 2, 3]
    assert opened([says] * 5) == [0, 1, 2]
    assert opened([says, says, says, says, denies]) == [0, 1, 4]
    assert opened([says, "confirms", says, denies, predicts, declines, says]) == [0, 1, 3, 4, 5]


@pytest.mark.parametrize(("language", "more"), [("en", "4 more claims"), ("fr", "4 autres affirmations")])
def test_what_is_folded_opens_and_stays_open(visit, language, more):
    page = visit(f"event={DIVIDED}&lang={language}")
    fold = page.panel(DIVIDED).locator("details.more-claims").first
    expect(fold.locator("summary").first).to_have_text(more)
    expect(fold.locator(".claim").first).to_be_hidden()
    fold.locator("summary").first.click()
    expect(fold.locator(".claim").first).to_be_visible()
    page.choose("kind", "ratification")
    page.settled()
    expect(fold.locator(".claim").first).to_be_visible()


def test_a_claim_that_is_folded_away_is_unfolded_where_it_is_asked_for(visit, record):
    """From a cell of the table of sources, say."""
    event = next(event for event in record.events if event.id == DIVIDED)
    page = visit("view=sources&kind=ratification")
    page.at(f'#sources-view tr[data-row="{event.id}"] td[data-source="entrevue"] button').click()
    claim = page.panel(event.id).locator(".claim.here")
    expect(claim).to_be_visible()
    expect(claim).to_be_focused()
    expect(page.at("details.more-claims[open] .claim.here")).to_have_count(1)


COUNTED = {
    "en": {"asserts": ("says", "say"), "denies": ("denies", "deny"), "predicts": ("predicts", "predict")},
    "fr": {
        "asserts": ("affirme", "affirment"),
        "denies": ("dément", "démentent"),
        "predicts": ("prévoit", "prévoient"),
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_how_many_claims_say_and_deny_is_a_bar_and_words(look, record, language):
    event = next(event for event in record.events if {claim.stance for claim in event.claims} >= {"asserts", "denies"})
    panel = look(f"event={event.id}&lang={language}").panel(event.id)
    counts = {stance: sum(claim.stance == stance for claim in event.claims) for stance in STANCES}
    said = panel.locator(".stance-counts li").all_inner_texts()
    for stance, (one, many) in COUNTED[language].items():
        if counts[stance]:
            assert any(line.endswith(f"{counts[stance]} {one if counts[stance] == 1 else many}") for line in said)
    grown = panel.locator(".stance-part").evaluate_all("nodes => nodes.map((node) => Number(node.style.flexGrow))")
    assert grown == [count for count in counts.values() if count]
    assert len(said) == len(grown)


@pytest.mark.parametrize(
    ("id", "language", "words"),
    [
        ("treaty-signed", "en", "Established: it is documented, and the event itself is not in dispute."),
        ("students-3765", "fr", None),
        ("putin-sanctions-revision", "en", "Established: it is documented that this was said, not that it is true."),
        ("budanov-expects-kursk", "fr", "Prévu\u00a0: c’est une prévision. Il est documenté qu’elle a été faite, "),
    ],
)
def test_the_status_of_a_statement_says_that_it_was_made(look, record, id, language, words):
    event = next(event for event in record.events if event.id == id)
    said = look(f"event={id}&lang={language}").panel(id).locator(".status-means").inner_text()
    speech = "speech_" if event.kind == "statement" else ""
    assert said == text(f"means_{speech}{event.status}", language)
    assert words is None or said.replace("\xa0", "\u00a0").startswith(words)


def test_public_links_lead_out_safely(look, record):
    event = next(event for event in record.events if sum(bool(claim.url) for claim in event.claims) > 2)
    panel = look(f"event={event.id}").panel(event.id)
    links = panel.locator(".claim-source a").evaluate_all(
        "nodes => nodes.map((node) => [node.getAttribute('href'), node.rel])"
    )
    assert sorted(href for href, _ in links) == sorted(claim.url for claim in event.claims if claim.url)
    assert all(rel == "noopener noreferrer" for _, rel in links)
    expect(panel.locator(".claim-source a").first).to_contain_text("opens another site")


@pytest.mark.everywhere
def test_a_passage_opens_to_its_gist(visit, record):
    event = next(event for event in record.events if event.id == "duma-vote")
    claim = next(claim for claim in event.claims if claim.passage)
    gist = next(part.gist["en"] for part in record.seeds[claim.source].paragraphs if part.n == claim.passage)
    panel = visit("event=duma-vote").panel("duma-vote")
    item = panel.locator(f'[data-claim-id="{claim.id}"]')
    expect(item.locator(".gist")).to_be_hidden()
    item.locator(".claim-source > summary").click()
    expect(item.locator(".gist")).to_be_visible()
    expect(item.locator(".gist")).to_contain_text(gist)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_panel_says_what_the_sources_disagree_on(look, record, language):
    event = next(event for event in record.events if len(event.disagreements) > 1)
    panel = look(f"event={event.id}&lang={language}").panel(event.id)
    points = panel.locator(".disagreement")
    assert points.count() == len(event.disagreements)
    for index, point in enumerate(event.disagreements):
        expect(points.nth(index)).to_contain_text(point.sentence[language])
        assert points.nth(index).locator(".sides li strong").all_inner_texts() == [
            side.holds[language] for side in point.sides
        ]


def test_how_the_date_is_known_is_said(look, record):
    event = next(
        event
        for event in record.events
        if event.date_note and event.date.text.endswith("~") and "/" not in event.date.text
    )
    panel = look(f"event={event.id}").panel(event.id)
    expect(panel.locator(".panel-date")).to_have_text(re.compile("^on or about "))
    expect(panel.locator(".meta")).to_contain_text(event.date_note["en"])


WALK = """async (patience) => {
  const panel = document.querySelector("#event-panel");
  const seen = [];
  for (;;) {
    seen.push([panel.dataset.eventId, panel.querySelectorAll(".claim").length]);
    const next = panel.querySelector(".panel-next");
    if (next.disabled) return seen;
    next.click();
    const end = performance.now() + patience;
    while (panel.dataset.eventId === seen.at(-1)[0]
      && performance.now() < end) await new Promise(requestAnimationFrame);
    if (panel.dataset.eventId === seen.at(-1)[0]) return seen;
  }
}"""


@pytest.mark.everywhere
def test_every_event_opens_one_after_the_other(visit, record):
    """Next walks through the whole record, Previous back; each panel holds all claims, and the ends are ends."""
    page = visit(f"event={record.events[0].id}&view=list")
    page.panel(record.events[0].id)
    expect(page.at(".panel-previous")).to_be_disabled()
    assert page.browser.evaluate(WALK, PATIENCE) == [[event.id, len(event.claims)] for event in record.events]
    expect(page.at(".panel-next")).to_be_disabled()
    page.at(".panel-previous").click()
    page.panel(record.events[-2].id)
    assert page.panel_id() != record.events[-1].id


def test_previous_and_next_stay_within_the_filter(visit, expected):
    ids = expected.ids("kind=ratification")
    page = visit(f"kind=ratification&event={ids[0]}")
    for id in ids[1:]:
        page.at(".panel-next").click()
        page.panel(id)
        expect(page.at(".panel-next" if id != ids[-1] else ".panel-close")).to_be_enabled()
    expect(page.at(".panel-next")).to_be_disabled()


@pytest.mark.everywhere
@pytest.mark.parametrize("language", ["en", "fr"])
def test_link_and_citation_are_copied(visit, record, place, language):
    page = visit(
        f"event=duma-vote&kind=ratification&lang={language}", permissions=["clipboard-read", "clipboard-write"]
    )
    link = page.address(f"event=duma-vote&lang={language}")
    page.at("#event-panel").get_by_role("button", name=text("permalink", language), exact=True).click()
    expect(page.at("#notice")).to_contain_text(text("copied", language))
    assert page.browser.evaluate("navigator.clipboard.readText()") == link
    page.at("#event-panel").get_by_role("button", name=text("cite", language), exact=True).click()
    expect(page.at("#notice")).to_contain_text(record.hash[:12])
    cited = page.browser.evaluate("navigator.clipboard.readText()")
    event = next(event for event in record.events if event.id == "duma-vote")
    assert event.title[language] in cited and record.settings.title[language] in cited
    # A file's path is no address for anybody else, and tells of its reader.
    assert cited.endswith(link if place == "server" else f"{record.hash[:12]}.")


@pytest.mark.parametrize("phone", [False, True])
def test_that_it_is_copied_can_be_seen(visit, phone):
    """However far the page is scrolled, and over the panel on a phone."""
    page = visit(phone=phone, permissions=["clipboard-read", "clipboard-write"])
    panel = page.open_event("kim-ratifies")
    panel.get_by_role("button", name="Cite").click()
    said = page.at("#notice")
    expect(said).to_contain_text("Copied")
    expect(said).to_be_in_viewport(ratio=0.9)
    assert said.evaluate(
        "node => { const { left, top } = node.getBoundingClientRect(); return "
        "node.contains(document.elementFromPoint(left + 8, top + 8)); }"
    )
    said.get_by_role("button").click()
    expect(said).to_be_empty()


# ---- ways out ----


@pytest.mark.parametrize("way", ["button", "escape"])
def test_closing_gives_the_focus_back(timeline_page, way):
    timeline_page.open_event("kim-ratifies")
    if way == "button":
        close_up(timeline_page).click()
    else:
        timeline_page.browser.keyboard.press("Escape")
    expect(timeline_page.at("#event-panel")).to_be_hidden()
    assert timeline_page.panel_id() is None
    assert timeline_page.query() == ""
    expect(timeline_page.title("kim-ratifies")).to_be_focused()


@pytest.mark.everywhere
def test_on_a_phone_the_panel_is_a_sheet_that_can_be_made_full(visit):
    """As a sheet it leaves the page above it of use; full, it covers the page, and the keyboard stays in it."""
    page = visit(phone=True)
    panel = page.open_event("duma-vote")
    box = panel.bounding_box()
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 360, 740)
    assert 0.6 * 740 <= box["height"] <= 0.65 * 740
    assert not page.at(".content").evaluate("node => node.inert")
    panel.get_by_role("button", name="Full height").click()
    box = panel.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 740)
    for part in (".masthead", ".content", ".footer"):
        assert page.at(part).evaluate("node => node.inert"), part
    # The keyboard stays in the panel, all the way round.
    for _ in range(12):
        page.browser.keyboard.press("Tab")
        assert page.browser.evaluate(
            "document.activeElement === document.body || "
            "document.querySelector('#event-panel').contains(document.activeElement)"
        )
    panel.get_by_role("button", name="Half height").click()
    assert panel.bounding_box()["y"] > 200
    assert not page.at(".content").evaluate("node => node.inert")
    panel.get_by_role("button", name="Full height").click()
    close_up(page).click()
    expect(page.at("#event-panel")).to_be_hidden()
    assert not page.at(".content").evaluate("node => node.inert")
    expect(page.title("duma-vote")).to_be_focused()


def test_on_a_desktop_the_page_beside_the_panel_stays_of_use(timeline_page, expected):
    timeline_page.open_event("duma-vote")
    assert not timeline_page.at(".content").evaluate("node => node.inert")
    timeline_page.choose("kind", "ratification")
    assert timeline_page.ids_become(expected.listed("kind=ratification")) == expected.listed("kind=ratification")
    timeline_page.panel("duma-vote")
    timeline_page.open_event("kim-ratifies")


def test_a_filter_that_leaves_the_open_event_out_keeps_it_open(visit, expected):
    page = visit("event=duma-vote")
    page.choose("kind", "combat")
    assert page.ids_become(expected.listed("kind=combat")) == expected.listed("kind=combat")
    page.panel("duma-vote")
    expect(page.at(".panel-next")).to_be_disabled()
    expect(page.at(".panel-previous")).to_be_disabled()


# ---- parts ----


@pytest.mark.parametrize(
    ("lang", "within", "heading"),
    [("en", "Part of", "Parts of this event"), ("fr", "Fait partie de", "Ce qui en fait partie")],
)
def test_a_part_leads_to_its_whole_and_the_whole_to_its_parts(visit, record, lang, within, heading):
    events = {event.id: event for event in record.events}
    parts = [event for event in record.events if event.part_of == "treaty-signed"]
    assert len(parts) > 10
    page = visit(f"event={parts[0].id}&lang={lang}")
    line = page.at("#event-panel .part-of")
    expect(line).to_have_text(f"{within} {events['treaty-signed'].title[lang]}")
    line.get_by_role("button").click()
    panel = page.panel("treaty-signed")
    expect(panel.get_by_role("heading", name=heading)).to_be_visible()
    expect(panel.locator(".parts button")).to_have_text([part.title[lang] for part in parts])
    panel.locator(".parts button").last.click()
    page.panel(parts[-1].id)
