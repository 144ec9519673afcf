"""A morning in the newsroom: a class stands at a day, votes, and sees what became of each report."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect
from presentation import Presentation
from test_page_accessibility import violations

from timeline.publish.handout.newsroom import news
from timeline.record.record import Record
from timeline.view.payload import build_payload

LESSON = "morning-in-the-newsroom"
REPORTS = """(newsroom, { record, cases }) => cases.map(([start, end, filter]) =>
  newsroom.reports(record, filter, start, end).map((one) => [record.rows.id[one.row], one.before, one.then,
    one.claims.filter(({ id }) => one.fresh.has(id)).map(({ id }) => id)]))"""
# The spans of days that are compared, with what is filtered by.
CASES = [
    ("2024-10-16", "2024-10-17", {"kind": ["deployment"]}),
    ("2024-10-18", "2024-10-22", {"kind": ["statement"]}),
    ("2024-10-23", "2024-10-24", {"kind": ["deployment"], "status": ["reported"]}),
    ("2024-10-25", "2024-10-28", {"kind": ["deployment", "statement"]}),
    ("2024-06-01", "2025-06-01", {}),
]


def newsrooms(record: Record):
    """The newsrooms of the lesson: (number of the step, step)."""
    steps = record.lessons[LESSON].steps
    return [(n, step) for n, step in enumerate(steps, start=1) if step.kind == "newsroom"]


def go(page, n: int) -> None:
    """Go to the newsroom in step `n` of what is presented, by its number."""
    page.browser.keyboard.type(str(n))
    page.browser.keyboard.press("Enter")
    expect(page.at(".present-place")).to_have_text(re.compile(rf"^{n} "))
    expect(page.at(".newsroom")).to_be_visible()


def reports_of(record: Record, step):
    return news(record, step.start.earliest, step.end.earliest, step.filter or "")


def test_the_browser_finds_the_news_that_the_handout_prints(modules, record, vesuvius):
    for one, cases in ((record, CASES), (vesuvius, [("1700-01-01", "1900-01-01", {})])):
        found = modules("model/newsroom.js")(REPORTS, {"record": build_payload(one), "cases": cases})
        for (start, end, chosen), reports in zip(cases, found, strict=True):
            query = "&".join(f"{key}={word}" for key, words in chosen.items() for word in words)
            wanted = news(one, date.fromisoformat(start), date.fromisoformat(end), query)
            assert reports == [[x.event.id, x.before, x.now, [claim.id for claim in x.claims]] for x in wanted]
    assert found[0], "the other record has news of its own"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_of_a_later_day_is_on_the_page_before_the_day_moves_on(visit, record, lang):
    """Neither titles nor summaries nor statuses, which are of today, nor a claim made later, nor a day after."""
    page = visit(f"lesson={LESSON}&present=1&lang={lang}")
    whole = {event.id: event for event in record.events}
    for n, step in newsrooms(record):
        go(page, n)
        text = page.browser.evaluate("document.body.innerText")
        for report in reports_of(record, step):
            event = whole[report.event.id]
            known = {claim.id for claim in report.event.claims}
            later = [claim.says[lang] for claim in event.claims if claim.id not in known]
            for words in (event.title[lang], event.summary[lang], *later):
                assert words not in text, f"step {n}: {words}"
            for claim in report.claims:
                assert claim.says[lang] in text
        days = [date.fromisoformat(day) for day in page.browser.evaluate(DAYS)]
        assert all(day <= step.end.earliest for day in days)


# The last days of the claims that stand on the board.
DAYS = """async () => {
  const record = await (await fetch(document.getElementById("record-data").dataset.record)).json();
  const reports = [...document.querySelectorAll(".newsroom-report")];
  return reports.flatMap((report) => {
    const { claims } = record.events[record.rows.id.indexOf(report.dataset.row)];
    const shown = [...report.querySelectorAll("[data-claim-id]")].map((claim) => claim.dataset.claimId);
    return claims.filter(({ id }) => shown.includes(id)).map((claim) => claim.shown.until);
  });
}"""


@pytest.mark.everywhere
def test_a_class_votes_and_sees_how_the_record_answered_then_and_now(visit, record):
    n, step = next((n, step) for n, step in newsrooms(record) if str(step.end) == "2024-10-24")
    first = reports_of(record, step)[0]
    event = next(event for event in record.events if event.id == first.event.id)
    page = visit(f"lesson={LESSON}&step={n}&present=1")
    report = page.at(f'.newsroom-report[data-row="{event.id}"]')
    word = report.get_by_role("button", name="Reported")
    word.focus()
    page.browser.keyboard.press("Space")
    expect(word).to_have_attribute("aria-pressed", "true")
    report.get_by_role("button", name="Contested").click()
    expect(word).to_have_attribute("aria-pressed", "false")
    word.click()
    page.at(".newsroom-next").click()
    expect(page.at(".newsroom-summary")).to_contain_text("1 of 1")
    expect(report.locator("h3")).to_have_text(event.title["en"])
    then, now = report.locator("dd").all()
    expect(then).to_have_attribute("data-status", first.now)
    expect(now).to_have_attribute("data-status", event.status)
    for shown, claims in ((then, first.event.claims), (now, event.claims)):
        says = sum(claim.stance == "asserts" for claim in claims)
        expect(shown).to_contain_text(re.compile(f"{says} says?"))
    later = {claim.id for claim in event.claims} - {claim.id for claim in first.event.claims}
    assert later <= {node.get_attribute("data-claim-id") for node in report.locator(".newsroom-outcome .said").all()}


def test_a_clicker_reveals_it_too_and_votes_are_kept_on_the_way(visit, record):
    n, _ = newsrooms(record)[0]
    page = visit(f"lesson={LESSON}&step={n}&present=1")
    page.at(".newsroom-word").first.click()
    for _ in range(8):
        if page.at(".newsroom.revealed").count():
            break
        page.browser.keyboard.press("PageDown")
    expect(page.at(".newsroom.revealed")).to_be_visible()
    go(page, n + 1)
    go(page, n)
    expect(page.at(".newsroom-word").first).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", {"viewport": {"width": 1024, "height": 768}}),
        ("&lang=fr&theme=dark", {"viewport": {"width": 390, "height": 844}, "has_touch": True}),
    ],
)
def test_it_fits_and_axe_finds_nothing_before_and_after(visit, record, query, options):
    n, _ = newsrooms(record)[1]
    page = visit(f"lesson={LESSON}&step={n}&present=1{query}", reduced_motion="reduce", **options)
    for _ in range(2):
        assert violations(page) == []
        wide = page.browser.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1]
        sizes = page.browser.evaluate(
            "[...document.querySelectorAll('.newsroom :is(p, li, strong, span, button, dt, h3, h4, summary)')]"
            ".filter((node) => node.checkVisibility() && node.innerText)"
            ".map((node) => parseFloat(getComputedStyle(node).fontSize))"
        )
        assert min(sizes) >= (24 if options["viewport"]["width"] > 1000 else 16)
        if page.at(".newsroom-next").count():
            page.at(".newsroom-next").click()


@pytest.mark.parametrize(
    ("day", "lang", "size"),
    [
        ("2024-10-22", "fr", (1024, 768)),
        ("2024-10-23", "en", (1024, 768)),
        ("2024-10-23", "fr", (1920, 1080)),
        ("2024-10-28", "en", (1920, 1080)),
    ],
)
def test_a_clicker_shows_it_part_by_part_and_cuts_nothing(look, record, day, lang, size):
    """Each report is seen whole, or in two parts: what is said, then the vote. What one voice says stands together."""
    n, step = next((n, step) for n, step in newsrooms(record) if str(step.end) == day)
    width, height = size
    page = look(
        f"lesson={LESSON}&step={n}&present=1&lang={lang}",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    page.at(".newsroom-report").first.wait_for()
    shown = Presentation(page)
    parts = shown.parts()
    assert [words for part in parts for words in part["cut"]] == []
    reports = reports_of(record, step)
    assert {row for part in parts for row in part["ballots"]} == {report.event.id for report in reports}
    said = {claim.id for report in reports for claim in report.claims}
    assert said <= {claim for part in parts for claim in part["claims"]}
    titles = {event.title[lang] for event in record.events} & {words for part in parts for words in part["titles"]}
    assert len(titles) == len(reports)  # after the day has moved on
    assert all(part["titles"] or part["claims"] or part["ballots"] for part in parts)
    assert len(parts) <= 3 * len(reports) + 2  # before, after, what was said later; the beginning and the end
    shown.press("PageUp")
    page.settled()
    assert f"step={n}" in page.query()
    assert all(part["cut"] == [] for part in shown.parts("PageUp"))


def test_a_vote_moves_nothing(visit, record):
    n, _ = next((n, step) for n, step in newsrooms(record) if str(step.end) == "2024-10-23")
    page = visit(
        f"lesson={LESSON}&step={n}&present=1", viewport={"width": 1024, "height": 768}, reduced_motion="reduce"
    )
    vote = page.at(".newsroom-vote").first
    before = vote.bounding_box()
    page.at(".newsroom-word").first.click()
    expect(page.at(".newsroom-word").first).to_have_attribute("aria-pressed", "true")
    assert vote.bounding_box() == before


def test_several_reports_of_one_voice_are_one_voice(visit, record):
    n, step = next((n, step) for n, step in newsrooms(record) if str(step.end) == "2024-10-17")
    (report,) = reports_of(record, step)
    page = visit(f"lesson={LESSON}&step={n}&present=1")
    voice = page.at(".newsroom-report .voice")
    expect(voice).to_have_count(1)
    expect(voice.locator(".said")).to_have_count(len(report.claims))
    expect(voice.get_by_text("Volodymyr Zelensky", exact=True)).to_have_count(1)


def test_what_the_class_has_read_is_folded_when_the_day_moves_on(visit, record):
    n, _ = newsrooms(record)[0]
    page = visit(f"lesson={LESSON}&step={n}&present=1")
    says = page.at(".newsroom-report .said").first.inner_text()
    page.at(".newsroom-next").click()
    known = page.at(".newsroom-head details")
    expect(known.get_by_text("2 claims made by then")).to_be_visible()
    expect(page.at(".newsroom-report").get_by_text(says)).to_be_hidden()
    known.locator("summary").click()
    expect(known.get_by_text(says)).to_be_visible()
