"""Known as of, in the browser: the twin gives what Python gives, and the bar replays the record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.publish.exports.api import events_object
from timeline.query.asof import as_of
from timeline.query.coverage import coverage
from timeline.view.payload import build_payload

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests" / "vectors" / "asof.json").read_text(encoding="utf-8"))
KNOWN = """(asof, [columns, events, day]) => {
  const known = asof.at(columns, events, day);
  return Object.fromEntries(known.rows.map((row) => [columns.id[row], {
    status: known.columns.status[row],
    claims: known.events[row].claims.map((claim) => claim.id),
    claimants: known.columns.claimants[row],
    points: known.events[row].disagreements.length,
    coverage: asof.coverage(known.events[row]),
  }]));
}"""


@pytest.fixture(scope="module")
def known(modules):
    """known([columns, events, day]): what is known on a day, by event."""
    run = modules("model/asof.js")
    return lambda question: run(KNOWN, question)


def _events() -> list[dict]:
    """The vectors' events as the page carries them: nothing is `shown` of a claim's day where it has none."""

    def claims(event: dict) -> list[dict]:
        return [
            claim | ({"shown": {"until": claim["until"]}} if claim["asserted_on"] else {}) for claim in event["claims"]
        ]

    return [{"disagreements": []} | event | {"claims": claims(event)} for event in VECTORS["events"]]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_a_vector_s_day_shows_what_was_known(known, case):
    columns = {name: [event[name] for event in VECTORS["events"]] for name in ("id", "start", "status")}
    assert known([columns, _events(), case["day"]]) == case["known"]


@pytest.mark.parametrize(
    "day", ["2024-06-19", "2024-09-30", "2024-10-24", "2024-10-25", "2024-11-06", "2024-11-12", "2025-04-28"]
)
def test_both_twins_know_the_same_of_the_real_record(known, record, day):
    payload = build_payload(record)
    expected = {
        event.id: {
            "status": event.status,
            "claims": [claim.id for claim in event.claims],
            "claimants": list(event.claimants),
            "points": len(event.disagreements),
            "coverage": coverage(event),
        }
        for event in as_of(record, date.fromisoformat(day)).events
    }
    assert known([payload["rows"], payload["events"], day]) == expected


def test_the_replay_starts_on_its_first_day_and_steps(visit, record):
    view = visit("")
    view.start_replay()
    page = view.browser
    expect(page.locator("#asof")).to_have_value(str((record.settings.replay.start.start - date(1970, 1, 1)).days))
    page.locator("[data-key=asof_later]").click()
    expect(page.locator(".asof-day")).to_contain_text("18 Jun 2024")
    assert "asof=2024-06-18" in page.url
    page.locator("#asof").press("ArrowRight")
    expect(page.locator(".asof-day")).to_contain_text("19 Jun 2024")
    expect(page.locator('#event-list [data-event-id="treaty-signed"]')).to_have_count(1)
    page.locator("[data-key=asof_stop]").click()
    expect(page.locator(".replay-line")).to_have_count(0)
    assert "asof" not in page.url


def test_playing_moves_on_by_itself_and_pauses(visit):
    page = visit("asof=2024-11-10").browser
    page.locator("[data-key=asof_play]").click()
    expect(page.locator(".asof-day")).to_contain_text("12 Nov 2024")
    expect(page.locator("[data-key=asof_play]")).to_have_text("Play")


@pytest.mark.parametrize(
    "query",
    [
        "asof=2024-10-25",
        "asof=2024-10-25&source=digest-25-oct",
        "asof=2024-11-05&claimant=kyrylo-budanov",
        "asof=2024-10-24&status=contested",
    ],
)
def test_the_page_shows_the_events_that_the_api_gives(look, record, query):
    """The list has parts within their wholes, and so in another order."""
    shown = look(f"{query}&scope=all").shown_ids()
    assert sorted(shown) == sorted(event["id"] for event in events_object(record, query)["events"])


def test_an_open_event_looks_as_it_was_known(visit, record):
    panel = visit("asof=2024-10-24&event=duma-vote").browser.locator("#event-panel")
    known = {event.id: event for event in as_of(record, date(2024, 10, 24)).events}["duma-vote"]
    expect(panel.locator(".claim")).to_have_count(len(known.claims))
    expect(panel).to_contain_text("Summaries are written with hindsight")
    whole = {event.id: event for event in record.events}["duma-vote"]
    expect(panel).not_to_contain_text(whole.summary["en"])


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_list_tells_nothing_with_hindsight(visit, media):
    """Summaries know how it went on; in a replay neither the list nor paper shows them."""
    page = visit("view=list&kind=deployment&asof=2024-10-20")
    page.browser.emulate_media(media=media)
    expect(page.at(".event-title").first).to_be_visible()
    expect(page.at(".event-summary").first).to_be_hidden()
    page.browser.emulate_media(media="null")
    page.at("[data-key=asof_stop]").click()
    expect(page.at(".event-summary").first).to_be_visible()


def test_what_was_still_to_come_is_veiled_in_the_chart(look):
    veil = "#timeline .shapelayer path[style*='dasharray']"
    expect(look("asof=2024-10-25").browser.locator(veil).first).to_be_attached()
    expect(look("").browser.locator(veil)).to_have_count(0)


def test_what_lasted_reaches_to_the_day_and_no_further(visit):
    """How long a stay or a flow would go on was not known on the day; all of it is drawn without a day."""
    now = {line["id"]: line for line in visit("kind=deployment").lines()}
    page = visit("asof=2024-10-25&kind=deployment")
    edge = page.browser.evaluate("""() => {
      const plot = document.querySelector("#timeline .js-plotly-plot");
      const { left } = plot.querySelector(".bglayer rect.bg, .nsewdrag").getBoundingClientRect();
      return left + plot._fullLayout.xaxis.d2p("2024-10-26");
    }""")
    then = {line["id"]: line for line in page.lines()}
    for id in ("influx-since-september", "officers-with-russian-forces"):
        assert now[id]["right"] > edge + 10
        assert abs(then[id]["right"] - edge) < 1
    assert then["first-1500-shipped"] == {
        **now["first-1500-shipped"],
        **{key: then["first-1500-shipped"][key] for key in ("top", "bottom")},
    }


def test_documents_of_later_days_are_not_said_to_be_silent(look):
    """The first document is of 24 June; five days before, none could have reported the signature."""
    panel = look("asof=2024-06-19&event=treaty-signed").browser.locator("#event-panel")
    expect(panel).to_contain_text("Nothing about this by that day.")
    expect(panel).not_to_contain_text("Nothing about this.")


def test_an_event_of_which_nobody_had_spoken_has_no_status(look):
    """It can still be open, by its address or by going back in the replay."""
    facts = look("asof=2024-10-25&event=students-3765").browser.locator("#event-panel .event-facts")
    expect(facts).to_have_text("Troops")
