/* The page on paper. Before printing it is drawn again, as wide as an A4's text and in light colours, with the view
 * in words, a legend and the events' sources; afterwards everything is put back. css/print.css leaves out what
 * paper cannot use. */
import { all, el } from "../dom/element.js";
import * as picture from "../export/picture/picture.js";
import * as vector from "../export/picture/svg.js";
import { load } from "../state/data.js";
import { current, known, view as currentView } from "../state/store.js";
import * as numbersFigure from "../views/numbers/figure.js";
import * as handout from "../views/panel/handout.js";
import { cite, dayOf, speakers } from "../words/claim.js";
import { say, text } from "../words/i18n.js";
import * as viewWords from "../words/views.js";

const page = document.documentElement;
const added = []; // elements that are there for paper alone
let theme = null; // the page's own, while it is on paper
let redraw = () => {};
let scrolled = 0; // how far down the reader was

const put = (place, where, element) => {
  added.push(element);
  place[where](element);
};

/** A claim in a line: who, when, how, what, and where it can be found: a paragraph, a place in a book or an address. A
 * source that speaks for itself is named once. */
function claimLine(claim) {
  const who = speakers(claim);
  // A document's name holds its day.
  const when = !who && claim.passage ? "" : `, ${dayOf(claim)}`;
  const how = say("stance_" + claim.stance).toLowerCase();
  const via = claim.via ? ` ${say("via", { name: claim.via })}` : "";
  const where = [who || claim.via ? cite(claim) + via : "", claim.url].filter(Boolean).join(", ");
  return el(
    "li",
    {},
    el("strong", {}, who || cite(claim)),
    `${when} (${how}) – ${text(claim.says)} `,
    claim.quote ? el("q", { lang: claim.quote.lang, class: "quote" }, claim.quote.text) : "",
    claim.quote ? " " : "",
    where ? el("span", { class: "print-source" }, `[${where}]`) : "",
  );
}

/** Put its claims with their sources below every event of the list, where that is printed. */
function sources() {
  if (getComputedStyle(document.querySelector(".list")).display === "none") return;
  const { events } = known();
  const rowOf = new Map(load().rows.id.map((id, row) => [id, row]));
  for (const item of all(document, "#event-list [data-event-id]")) {
    const { claims } = events[rowOf.get(item.dataset.eventId)];
    put(
      item.querySelector(".event-summary"),
      "after",
      el("ul", { class: "print-claims", "aria-label": say("view_sources") }, claims.map(claimLine)),
    );
  }
}

/** The plot of the numbers, cut where its bands meet: a sheet ends between two of them, never within one. */
function bands(view) {
  const content = picture.numbersOf(view);
  const place = document.querySelector(".numbers-plot");
  if (!content.figures.length || !place) return;
  const {
    data,
    layout,
    bands: parts,
    top,
  } = numbersFigure.figureOf(content, place.clientWidth, parseFloat(getComputedStyle(page).fontSize));
  const whole = vector.plotted({ data, layout });
  const cuts = [0, ...parts.slice(1).map((band) => top + band.top - 3), layout.height];
  const pieces = cuts.slice(1).map((cut, turn) => {
    const part = /** @type {SVGElement} */ (whole.cloneNode(true));
    const size = { width: layout.width, height: cut - cuts[turn] };
    vector.setAll(part, { ...size, viewBox: `0 ${cuts[turn]} ${size.width} ${size.height}` });
    return part;
  });
  put(place, "after", el("div", { class: "print-bands", role: "img", "aria-label": content.heading }, pieces));
}

/** The view in words above, and the legend below the chart. */
function around() {
  const view = currentView();
  const chart = (view.spec.view || "timeline") === "timeline";
  put(
    document.querySelector(".masthead"),
    "append",
    el(
      "p",
      { class: "print-view" },
      chart || view.narrow ? el("strong", {}, viewWords.windowText(view.window)) : "",
      el("span", {}, picture.wordsOf(view, chart)),
    ),
  );
  put(document.querySelector(".footer"), "append", el("p", { class: "print-line" }, picture.sourceLine()));
  if (view.spec.view === "numbers" && window.Plotly) bands(view);
  if (chart)
    put(
      document.getElementById("timeline"),
      "after",
      el("div", { class: "print-legend" }, picture.chartLegend(document.getElementById("timeline").clientWidth)),
    );
}

/**
 * Turn the page to paper: the view, or where its open event `row` is to be printed by itself, that alone. `again()`
 * draws the whole page again, at once.
 * @param {() => void} again
 * @param {Row | null} row
 * @returns {void}
 */
export function begin(again, row) {
  if (theme !== null || !current()) return;
  redraw = again;
  theme = page.dataset.theme || "";
  scrolled = scrollY;
  page.dataset.theme = "light";
  const sheet = handout.sheet(row, claimLine);
  if (sheet) {
    put(document.body, "append", sheet);
    return;
  }
  page.classList.add("printing");
  redraw();
  sources();
  around();
}

/**
 * Turn it back.
 * @returns {void}
 */
export function end() {
  if (theme === null) return;
  if (theme) page.dataset.theme = theme;
  else delete page.dataset.theme;
  theme = null;
  for (const element of added.splice(0)) element.remove();
  if (!page.classList.contains("printing")) return; // it was an event by itself
  page.classList.remove("printing");
  redraw();
  scrollTo({ top: scrolled });
}
