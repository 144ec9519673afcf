"""Known as of, in the browser: the twin gives what Python gives, and the bar replays the record."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from timeline.publish.exports.api import events_object
from timeline.query.asof import as_of
from timeline.query.coverage import coverage
from timeline.view.payload import build_payload

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests" / "vectors" / "asof.json").read_text(encoding="utf-8"))
KNOWN = """(asof, {coverage}, [columns, events, day]) => {
  const known = asof.at(columns, events, day);
  return Object.fromEntries(known.rows.map((row) => [columns.id[row], {
    status: known.columns.status[row],
    claims: known.events[row].claims.map((claim) => claim.id),
    claimants: known.columns.claimants[row],
    points: known.events[row].disagreements.length,
    coverage: coverage(known.events[row]),
  }]));
}"""


@pytest.fixture(scope="module")
def known(modules):
    """known([columns, events, day]): what is known on a day, by event."""
    run = modules("model/asof.js", "model/coverage.js")
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


# ---- from change to change ----


@pytest.fixture(scope="module")
def changed(modules):
    """changed(name, …): what a function of model/changes.js gives."""
    run = modules("model/changes.js")
    return lambda name, *given: run("(changes, [name, ...given]) => changes[name](...given)", [name, *given])


def _news(record):
    """{day: [new claims, new events]} of each day of the replay on which more is known than on the day before."""
    first, last = record.settings.replay.start.start, record.settings.replay.end.start
    news = {}
    before = {event.id: len(event.claims) for event in as_of(record, first - timedelta(days=1)).events}
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        now = {event.id: len(event.claims) for event in as_of(record, day).events}
        if now != before or day == first:
            news[day.isoformat()] = [sum(now.values()) - sum(before.values()), len(now) - len(before)]
        before = now
    return news


def test_the_days_of_change_are_those_on_which_more_is_known(changed, record):
    payload = build_payload(record)
    days = [day.isoformat() for day in (record.settings.replay.start.start, record.settings.replay.end.start)]
    every = list(range(len(record.events)))
    found = changed("changes", payload["rows"], payload["events"], every, days)
    assert {change["day"]: [change["claims"], change["events"]] for change in found} == _news(record)
    assert 20 < len(found) < 60  # of 149 days
    assert [change["day"] for change in found] == sorted(change["day"] for change in found)


def test_only_what_the_view_shows_is_a_change(changed, record):
    payload = build_payload(record)
    rows = [row for row, event in enumerate(record.events) if event.id == "duma-vote"]
    found = changed("changes", payload["rows"], payload["events"], rows, ["2024-10-01", "2024-10-31"])
    assert [change["day"] for change in found][:2] == ["2024-10-01", "2024-10-24"]
    assert found[0] == {"day": "2024-10-01", "claims": 0, "events": 0}
    assert found[1]["events"] == 1


@pytest.mark.parametrize(
    ("day", "by", "there"),
    [
        ("2024-01-01", 1, "2024-01-05"),
        ("2024-01-03", 1, "2024-01-05"),
        ("2024-01-09", 1, "2024-01-09"),
        ("2024-01-05", -1, "2024-01-01"),
        ("2024-01-08", -1, "2024-01-05"),
        ("2024-01-01", -1, "2024-01-01"),
    ],
)
def test_the_next_change_is_after_the_day_and_the_one_before_before_it(changed, day, by, there):
    list = [{"day": f"2024-01-0{n}", "claims": 1, "events": 0} for n in (1, 5, 9)]
    assert changed("next", list, day, by)["day"] == there


# ---- the bar ----


@pytest.mark.everywhere
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
    expect(page.locator("#options")).to_be_focused()


def test_the_keys_go_from_change_to_change(visit, record):
    page = visit("")
    page.start_replay()
    slider = page.at("#asof")
    expect(slider).to_be_focused()
    days = sorted(_news(record))
    for key, day in (
        *(("ArrowRight", day) for day in days[1:6]),
        ("ArrowLeft", days[4]),
        ("End", days[-1]),
        ("ArrowRight", days[-1]),
        ("Home", days[0]),
        ("ArrowLeft", days[0]),
    ):
        slider.press(key)
        expect(slider).to_have_value(str((date.fromisoformat(day) - date(1970, 1, 1)).days))
        expect(slider).to_be_focused()


def test_a_step_tells_what_is_new(visit, record):
    page = visit("asof=2024-10-18")
    page.at("[data-key=asof_later]").click()
    day = next(day for day in sorted(_news(record)) if day > "2024-10-18")
    claims, events = _news(record)[day]
    told = f"{date.fromisoformat(day).day} October 2024: {claims} new claim{'s' * (claims != 1)}"
    told += f", {events} new event{'s' * (events != 1)}" if events else ""
    expect(page.at("#spoken")).to_have_text(told)
    expect(page.at("#asof")).to_have_attribute("aria-valuetext", told)
    expect(page.at(".asof-news")).to_have_text(told.split(": ")[1])


@pytest.mark.everywhere
def test_space_plays_and_pauses(visit):
    page = visit("asof=2024-06-17")
    page.at("#asof").press(" ")
    expect(page.at("[data-key=asof_play]")).to_have_text("Pause")
    page.at("#asof").press(" ")
    expect(page.at("[data-key=asof_play]")).to_have_text("Play")


def test_it_plays_as_fast_as_is_chosen(visit):
    page = visit("asof=2024-10-01")
    page.at("[data-key=asof_more]").click()
    page.at("#replay-hint label:has([value='4'])").click()
    page.browser.keyboard.press("Escape")
    page.at("[data-key=asof_play]").click()
    steps = page.browser.evaluate("""async () => {
      const times = [];
      const seen = new MutationObserver(() => times.push(performance.now()));
      seen.observe(document.querySelector(".asof-date"), { childList: true });
      while (times.length < 4) await new Promise(requestAnimationFrame);
      return times.map((time, n) => time - times[Math.max(0, n - 1)]).slice(1);
    }""")
    assert min(steps) < 900  # a second each at the usual speed


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_what_is_shown_is_explained_where_it_takes_no_room(visit, phone):
    page = visit("asof=2024-10-24", phone=phone)
    note = page.at(".replay-note")
    expect(note).to_be_hidden()
    page.at("[data-key=asof_more]").click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("claims whose day is not known are left out")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)], ids=str)
def test_the_bar_is_one_line_and_moves_nothing(look, size, lang):
    viewport = {"width": size[0], "height": size[1]}
    top = lambda page: page.at("#timeline").bounding_box()["y"]  # noqa: E731
    without = top(look(f"lang={lang}", viewport=viewport))
    page = look(f"lang={lang}&asof=2024-10-24", viewport=viewport)
    assert abs(top(page) - without) < 0.5
    bar = page.at(".replay-line").bounding_box()
    for part in page.at(".replay-line > *").all():
        box = part.bounding_box()
        assert bar["y"] - 1 <= box["y"] and box["y"] + box["height"] <= bar["y"] + bar["height"] + 1
        assert box["x"] + box["width"] <= bar["x"] + bar["width"] + 1
    assert page.browser.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_finger_s_targets_in_the_bar_are_large(look):
    page = look("asof=2024-10-24", phone=True, is_mobile=True)
    boxes = [button.bounding_box() for button in page.at(".replay-line :is(button, input)").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def test_nothing_moves_by_itself_while_it_plays(visit):
    page = visit("asof=2024-10-01", reduced_motion="reduce")
    page.at("[data-key=asof_play]").click()
    assert page.browser.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("query", ["", "group=status&window=2024-10-01/2024-11-15"])
def test_the_lanes_stay_where_they_are_while_it_runs(visit, record, query):
    page = visit(f"asof=2024-06-17&{query}")
    lanes = lambda: [(lane["text"], round(lane["top"])) for lane in page.lane_names()]  # noqa: E731
    first = lanes()
    assert len(first) >= 4
    for _ in _news(record):
        page.at("#asof").press("ArrowRight")
        assert lanes() == first
    expect(page.at(".asof-day")).to_contain_text("12 Nov 2024")


def test_its_ticks_are_seen_where_the_system_sets_the_colours(look):
    tick = look("asof=2024-10-24", forced_colors="active").at(".ticks i").first
    text = tick.evaluate("node => getComputedStyle(document.body).color")
    assert tick.evaluate("node => getComputedStyle(node).backgroundColor") == text


STRUCK = """() => {
  const lines = [...document.querySelectorAll("#timeline .shapelayer path[style*='dasharray']")]
    .map((node) => node.getBoundingClientRect());
  const words = [...document.querySelectorAll("#timeline g.textpoint text")]
    .filter((node) => !node.closest("g.trace").querySelector("path.point"));
  const crossing = words.filter((node) => {
    const box = node.getBoundingClientRect();
    return lines.some(({ left }) => box.left < left && left < box.right);
  });
  const struck = crossing.filter((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return lines.some((line) => left < line.left && line.left < right && line.top < middle + 4
      && line.bottom > middle - 4);
  });
  return { lines: lines.length, crossing: crossing.length, struck: struck.map((node) => node.textContent) };
}"""


def test_the_line_of_the_day_strikes_no_label(look):
    found = look("asof=2024-10-24").browser.evaluate(STRUCK)
    assert found["lines"] > 1 and found["crossing"] > 2
    assert found["struck"] == []


def test_playing_moves_on_by_itself_and_pauses(visit):
    page = visit("asof=2024-11-10").browser
    page.locator("[data-key=asof_play]").click()
    expect(page.locator(".asof-day")).to_contain_text("12 Nov 2024")
    expect(page.locator("[data-key=asof_play]")).to_have_text("Play")


@pytest.mark.everywhere
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


@pytest.mark.everywhere
def test_an_open_event_looks_as_it_was_known(look, record):
    panel = look("asof=2024-10-24&event=duma-vote").browser.locator("#event-panel")
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


@pytest.mark.everywhere
@pytest.mark.parametrize(
    "query",
    [
        "window=9999-12-27/9999-12-31",
        "asof=9999-12-31",
        "window=9998-01-01/9999-12-31&asof=2024-10-24",
        "window=1990-01-01/9999-12-31&quiet=short",
        "window=1970-01-01/1980-01-01&quiet=short",
        "window=2024-10-20/9999-12-31&asof=9999-12-31",
        "window=0001-01-01/0001-01-05&asof=0001-01-01",
    ],
)
def test_the_last_and_the_first_day_there_is_can_be_drawn(visit, query):
    page = visit(query)
    broken = "() => [...document.querySelectorAll('[d], [style], [x], [transform]')].filter((node) => "
    broken += "[...node.attributes].some(({ value }) => value.includes('NaN'))).length"
    assert page.browser.evaluate(broken) == 0


def test_what_lasted_reaches_to_the_day_and_no_further(look):
    """How long a stay or a flow would go on was not known on the day; all of it is drawn without a day."""
    now = {line["id"]: line for line in look("kind=deployment").lines()}
    page = look("asof=2024-10-25&kind=deployment")
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
