"""The page as a test handles it: what a person can do there, and what a person can see.

Nothing here sleeps. What follows an action is waited for in the page itself, frame by frame, until it is
as expected (`eventually`) or a few seconds have gone; the page's CSP forbids Playwright's own wait_for_function.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Route, expect

ASSETS = Path(__file__).resolve().parents[2] / "assets"
# What a reader's system asks for, where it asks for nothing in particular.
CALM = {
    "color_scheme": "light",
    "forced_colors": "none",
    "contrast": "no-preference",
    "reduced_motion": "no-preference",
}
PATIENCE = 20_000  # ms until something expected is given up
UNTIL = """async ([expected, arg, patience]) => {
  const probe = %s;
  const end = performance.now() + patience;
  for (;;) {
    const value = await probe(arg);
    if (JSON.stringify(value) === JSON.stringify(expected) || performance.now() > end) return value;
    await new Promise(requestAnimationFrame);
  }
}"""
# The query string of the address; in a file opened from disk it stands behind the `#`.
QUERY = "() => (location.protocol === 'file:' ? location.hash : location.search).slice(1)"
# Until what waited for the next frame has been done: list, counts and the overview come after the chart.
PAINTED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 16)))"
# Whether Plotly has drawn the timeline, where that is seen; on a phone it is given a reason to.
TAKEN_OVER = """() => {
  const chart = document.querySelector("#timeline");
  if (!chart.getClientRects().length || chart.querySelector(".js-plotly-plot .main-svg")) return true;
  if (matchMedia("(pointer: coarse)").matches)
    chart.querySelector(".early")?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  return false;
}"""
# The data that the page was given.
RECORD = """(window.recordOfTests ??= (async () => {
  const holder = document.getElementById("record-data");
  return holder.dataset.record ? (await fetch(holder.dataset.record)).json() : JSON.parse(holder.textContent);
})())"""
IDS = "() => [...document.querySelectorAll('#event-list [data-event-id]')].map((item) => item.dataset.eventId)"
WINDOW = """() => {
  const drawn = document.querySelector("#timeline .js-plotly-plot");
  if (!drawn) return [];  // Plotly is on its way
  const { xaxis } = drawn._fullLayout;
  const dayOf = (end) => typeof end === "number" ? end :  // before the year 1 the axis is one of days, not of dates
    Date.parse(end.replace(" ", "T").padEnd(11, "T").padEnd(16, "00:00") + "Z") / 864e5;
  return xaxis.range.map((end) =>
    new Date(Math.round(dayOf(end)) * 864e5).toISOString().replace(/^-00/, "-").split("T")[0]);
}"""
BOX = (
    "(node) => { const { left, top, right, bottom } = node.getBoundingClientRect(); return { left, top, right, bottom "
    "}; }"
)
TEXTS = f"""(name) => [...document.querySelectorAll(`#timeline .trace${{name}} g.textpoint text`)]
  .map((node) => ({{ text: [...node.querySelectorAll("tspan.line")].map((row) => row.textContent).join(" ")
    || node.textContent, ...({BOX})(node) }}))"""
# Plotly keeps the datum of each point on its element: which trace it is of, and which point of it.
POINTS = f"""async (name) => {{
  const plot = document.querySelector("#timeline .js-plotly-plot");
  const {{ rows }} = await {RECORD};
  const found = [];
  for (const group of document.querySelectorAll("#timeline g.scatterlayer > g.trace")) {{
    const {{ trace }} = group.__data__[0];
    if (trace.name.split(":")[0] !== name) continue;
    for (const node of group.querySelectorAll("path.point")) {{
      const at = node.__data__.i;
      const id = trace.customdata ? rows.id[trace.customdata[at]] : null;
      found.push({{ id, text: trace.text ? trace.text[at] : "", ...({BOX})(node) }});
    }}
  }}
  return found;
}}"""
# The lines of bars and whiskers, by event, from Plotly's own scales.
LINES = (
    """async () => {
  const plot = document.querySelector("#timeline .js-plotly-plot");
  const { rows } = await %s;
  const { xaxis, yaxis } = plot._fullLayout;
  const { left, top } = plot.querySelector(".bglayer rect").getBoundingClientRect();
  const found = [];
  for (const trace of plot.data.filter((trace) => trace.mode.startsWith("lines"))) {
    const half = trace.line.width / 2;
    for (let at = 0; at < trace.x.length; at += 3) {
      const y = top + yaxis.l2p(trace.y[at]);
      found.push({ id: rows.id[trace.customdata[at]], left: left + xaxis.d2p(trace.x[at]),
        right: left + xaxis.d2p(trace.x[at + 1]), top: y - half, bottom: y + half });
    }
  }
  return found;
}"""
    % RECORD
)
LANES = f"""() => [...document.querySelectorAll("#timeline g.annotation text")].map((node) =>
  ({{ text: node.textContent, ...({BOX})(node) }}))"""


class TimelinePage:
    """One open page. `browser` is Playwright's page, for what is not said here."""

    def __init__(self, browser: Page, base: str):
        self.browser, self.base = browser, base
        self.sign = "#" if base.startswith("file:") else "/?"  # what stands before the view in the address
        self.errors: list[str] = []
        self.requests: list[str] = []
        browser.on("pageerror", lambda error: self.errors.append(str(error)))
        browser.on("console", lambda line: self.errors.append(line.text) if line.type in ("error", "warning") else None)
        browser.on("request", lambda request: self.requests.append(request.url))

    # ---- coming and going ----

    def begin(self, viewport: dict, **media: str) -> None:
        """Make the tab as good as new for the next test. `media` is what the reader's system asks for."""
        self.browser.unroute_all()
        self.browser.set_viewport_size(viewport)
        self.browser.emulate_media(media="null", **{**CALM, **media})
        self.browser.mouse.move(0, 0)
        self.errors.clear()
        self.requests.clear()

    def open(self, query: str = "") -> TimelinePage:
        if self.sign == "#":
            self.browser.goto("about:blank")  # an address that differs in its hash alone would not be loaded anew
        self.browser.goto(self.address(query))
        return self.ready()

    def address(self, query: str = "") -> str:
        """The address of a view."""
        return self.base + (self.sign + query if query else self.sign.strip("?#"))

    def turn_to(self, query: str) -> TimelinePage:
        """Show another view without loading the page anew, as the back button does. The view must be another one."""
        self.browser.evaluate(
            """(query) => {
          document.documentElement.dataset.view = "";  // written again when everything is drawn
          history.pushState(null, "", location.href.split(/[?#]/)[0] + query);
          dispatchEvent(new PopStateEvent("popstate"));
        }""",
            self.sign[-1] + query if query else "",
        )
        assert self.eventually("() => document.documentElement.dataset.view !== ''", True), (
            f"nothing was drawn for {query}"
        )
        return self.taken_over().settled()

    def show(self, query: str) -> TimelinePage:
        """Have a view on the screen, and load the page only where it isn't there yet."""
        if not self.browser.url.startswith(self.base):
            return self.open(query)
        self.browser.evaluate("scrollTo(0, 0)")
        return self.taken_over().settled() if self.query() == query else self.turn_to(query)

    def ready(self) -> TimelinePage:
        """The page once its first drawing is complete, by Plotly on a phone too, where somebody has to work with it."""
        self.browser.locator("html[data-ready=true]").wait_for()
        return self.taken_over()

    def taken_over(self) -> TimelinePage:
        """The page once Plotly has drawn the timeline, where that is seen."""
        assert self.eventually(TAKEN_OVER, True), "Plotly does not draw the chart"
        return self

    def forget(self) -> bool:
        """Wipe what the page remembers of its reader. False where that can't be done, since the tab shows something
        else.
        """
        here = self.browser.url.startswith(self.base)
        if here:
            self.browser.evaluate("localStorage.clear()")
        return here

    def refuse(self, pattern: str, times: int) -> list[str]:
        """Let the first requests for these files fail, and no later ones; gives the addresses as they are asked for."""
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            route.abort() if len(asked) <= times else route.continue_()

        self.browser.route(pattern, answer)
        return asked

    def foreign(self) -> list[str]:
        """What was asked of other sites."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]

    def query(self) -> str:
        parts = urlsplit(self.browser.url)
        return parts.fragment if self.sign == "#" else parts.query

    def eventually(self, probe: str, wanted: object, arg: object = None) -> object:
        """The value of a JavaScript function in the page, as soon as it is `wanted`, else after some seconds."""
        return self.browser.evaluate(UNTIL % probe, [wanted, arg, PATIENCE])

    def query_becomes(self, wanted: str) -> str:
        """The query string of the address, which has to become as wanted."""
        found = self.eventually(QUERY, wanted)
        assert found == wanted
        return found

    def at(self, selector: str) -> Locator:
        return self.browser.locator(selector)

    # ---- filters ----

    def choice(self, group: str, value: str) -> Locator:
        """An option of a group of choices (`filter-actor`, `view-tabs`, …): the label that one clicks."""
        return self.at(f'#{group} label:has(input[value="{value}"])')

    def choose(self, facet: str, value: str) -> None:
        """Click an option of a facet, opening what it lies in first."""
        label = self.choice(f"filter-{facet}", value)
        if not label.is_visible():
            self.open_drawer()
            for closed in (
                f"details:not([open]):has(#filter-{facet}) > summary",
                f'#filter-{facet} details:not([open]):has(input[value="{value}"]) > summary',
            ):
                if self.at(closed).is_visible():
                    self.at(closed).click()
        label.click()

    def open_drawer(self) -> None:
        """Open the drawer with the filters, if it is closed."""
        if self.at("#filters-open[aria-expanded=false]").is_visible():
            self.at("#filters-open").click()

    def close_drawer(self) -> None:
        """Close the drawer, if it is open, to reach what it covers."""
        if self.at("#filters-open[aria-expanded=true]").is_visible():
            self.at("#filters-close").click()

    def open_filters(self) -> None:
        """Unfold everything that filters are folded away in."""
        self.open_drawer()
        folded = self.at("#filters-body details:not([open]) > summary")
        while folded.count():
            folded.first.click()

    def type(self, words: str) -> None:
        self.open_drawer()
        self.at("#filter-text").fill(words)

    def days(self, first: str | None = None, last: str | None = None) -> None:
        """Fill in the days between which events are looked for."""
        self.open_drawer()
        for name, day in (("from", first), ("to", last)):
            if day is not None:
                self.at(f"#filter-{name}").fill(day)

    def chosen_become(self, facet: str, wanted: Iterable[str]) -> list[str]:
        """The options of a facet that are chosen, once they are as wanted, sorted."""
        checked = (
            "(facet) => [...document.querySelectorAll(`#filter-${facet} input:checked`)].map((input) => "
            "input.value).sort()"
        )
        return self.eventually(checked, sorted(wanted), facet)

    def clear(self) -> None:
        self.open_drawer()
        self.at("#filter-clear").click()

    def count(self) -> str:
        return self.at("#result-count").inner_text()

    def settled(self) -> TimelinePage:
        """The page, once all of it shows what was chosen: list and counts come a frame after the chart."""
        self.browser.evaluate(PAINTED)
        return self

    def shown_ids(self) -> list[str]:
        return self.settled().browser.evaluate(IDS)

    def ids_become(self, wanted: list[str]) -> list[str]:
        """The ids in the list, once they are as wanted."""
        return self.eventually(IDS, wanted)

    def option_counts(self, facet: str) -> dict[str, int]:
        """What stands beside the options of a facet."""
        return self.settled().browser.evaluate(
            "(facet) => Object.fromEntries([...document.querySelectorAll(`#filter-${facet} label`)]"
            ".map((label) => [label.querySelector('input').value, "
            "Number(label.querySelector('.choice-count').textContent)]))",
            facet,
        )

    # ---- one event ----

    def item(self, id: str) -> Locator:
        return self.at(f'#event-list [data-event-id="{id}"]')

    def title(self, id: str) -> Locator:
        """The title of an event in the list, a button; its parts have titles of their own."""
        return self.item(id).locator(".event-title").first

    def open_event(self, id: str) -> Locator:
        """Open an event from the list, and what it is a part of before it; gives the panel."""
        title = self.title(id)
        if not title.is_visible():
            self.at(f'#event-list details:not([open]):has([data-event-id="{id}"]) > summary').click()
        title.click()
        return self.panel(id)

    def panel(self, id: str) -> Locator:
        """The panel, once it shows the event."""
        panel = self.at("#event-panel")
        expect(panel).to_have_attribute("data-event-id", id)
        expect(panel).to_be_visible()
        return panel

    def panel_id(self) -> str | None:
        return self.at("#event-panel").get_attribute("data-event-id")

    # ---- language and theme ----

    def set_language(self, language: str) -> None:
        if self.at("html").get_attribute("lang") != language:
            self.at("#lang-toggle").click()
        expect(self.at("html")).to_have_attribute("lang", language)

    def in_menu(self, selector: str) -> Locator:
        """A button of the menu, which is opened for it."""
        if not self.at(selector).is_visible():
            self.at("#menu").click()
        return self.at(selector)

    def set_theme(self, theme: str) -> None:
        if self.at("html").get_attribute("data-theme") != theme:
            self.in_menu("#theme-toggle").click()
            self.browser.keyboard.press("Escape")
        expect(self.at("html")).to_have_attribute("data-theme", theme)

    # ---- the chart ----

    def window(self) -> tuple[str, str]:
        """The first and last day that the chart shows."""
        return tuple(self.browser.evaluate(WINDOW))

    def window_becomes(self, wanted: tuple[str, str]) -> tuple[str, str]:
        return tuple(self.eventually(WINDOW, list(wanted)))

    def window_changes(self, before: tuple[str, str]) -> tuple[str, str]:
        """The window, once it is another one than before."""
        moved = f"(before) => JSON.stringify(({WINDOW})()) !== JSON.stringify(before)"
        assert self.eventually(moved, True, list(before)), f"the window stays {before}"
        return self.window()

    def preset(self, name: str) -> None:
        """Choose a window by name: in the options, or above the chart where a record has no chapters there."""
        if self.at("#chapters input[name=preset]").count():
            self.choice("chapters", name).click()
        else:
            self.option("presets", name)

    def option(self, group: str, value: str) -> None:
        """Choose one of the options (`group-by`, `key-events`, `presets`), and close them again."""
        self.at("#options").click()
        self.choice(group, value).click()
        self.browser.keyboard.press("Escape")

    def chosen(self, group: str) -> list[str]:
        """What is chosen in a group: one value, or none."""
        return self.at(f"#{group} input:checked").evaluate_all("nodes => nodes.map((node) => node.value)")

    def start_replay(self) -> None:
        self.at("#options").click()
        self.at("[data-key=asof_start]").click()

    def tool(self, key: str) -> Locator:
        """A button around the chart: zoom_in, zoom_out, pan_earlier, pan_later, outside_before, outside_after."""
        return self.at(f"#chart [data-key={key}]")

    def label_boxes(self) -> list[dict]:
        """The chart's labels: text and edges, in px of the viewport."""
        return self.browser.evaluate(TEXTS, "labels")

    def badges(self) -> list[dict]:
        """The counts of parts beside marks."""
        return self.browser.evaluate(TEXTS, "badges")

    def marks(self) -> list[dict]:
        """The chart's marks: event id and edges. An event stands once in each of its lanes."""
        return self.browser.evaluate(POINTS, "marks")

    def clusters(self) -> list[dict]:
        """The marks that stand for several events; `text` is how many."""
        return self.browser.evaluate(POINTS, "clusters")

    def dashes(self) -> list[dict]:
        """The dashes through the marks of approximate days."""
        return self.browser.evaluate(POINTS, "about")

    def lines(self) -> list[dict]:
        """Bars and whiskers: event id and edges."""
        return self.browser.evaluate(LINES)

    def lane_names(self) -> list[dict]:
        return self.browser.evaluate(LANES)

    def plot_box(self) -> dict:
        """The edges of the plot's area, where marks are."""
        return self.browser.evaluate(f"() => ({BOX})(document.querySelector('#timeline .plot .bglayer rect'))")

    def click_box(self, box: dict) -> None:
        self.browser.mouse.click(*middle(box))


def middle(box: dict) -> tuple[float, float]:
    return (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2


def modules_in(page: Page, paths: Iterable[str], body: str) -> Callable[[str, object], object]:
    """Have a page import modules of `assets/src` as they stand there, without a build; see the fixture `modules`."""
    home = "http://modules.test/"

    def answer(route):
        path = urlsplit(route.request.url).path[1:]
        if path:
            route.fulfill(path=ASSETS / path)
        else:
            route.fulfill(content_type="text/html; charset=utf-8", body=f"<!DOCTYPE html><html lang=en><body>{body}")

    page.route(f"{home}**", answer)
    page.goto(home)
    addresses = [f"{home}src/{path}" for path in paths]
    # As JSON, which is a hundred times faster than Playwright's own way with large values.
    call = """async ([addresses, text]) => {
      const modules = await Promise.all(addresses.map((address) => import(address)));
      return JSON.stringify((%s)(...modules, JSON.parse(text)) ?? null);
    }"""
    return lambda function, argument=None: json.loads(page.evaluate(call % function, [addresses, json.dumps(argument)]))
