/* Two clocks: when an event happened across, when a claim about it was made upwards. A picture, and a table with the
 * same claims. */
import { WHOLE, breaksOf, timeWith } from "../../chart/axis/quiet.js";
import { panned, zoomed } from "../../chart/axis/window.js";
import { lessons } from "../../classroom/lesson.js";
import { el } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { measurer } from "../../dom/measure.js";
import { own } from "../../export/picture/own.js";
import { changes } from "../../model/changes.js";
import { collect } from "../../model/clocks.js";
import { ENDS, dayOf, isoOf } from "../../model/days.js";
import { load } from "../../state/data.js";
import { isInWindow, known } from "../../state/store.js";
import { cite, claimant } from "../../words/claim.js";
import { counted, periodText, say, text } from "../../words/i18n.js";
import { wrap } from "../../words/wrap.js";
import { link } from "../link.js";
import { SIGNS, STANCES } from "../panel/stances.js";
import { arrange } from "./layout.js";
import { createLine } from "./line.js";
import * as picture from "./picture.js";
import { createPlot } from "./plot.js";
import * as table from "./table.js";

const LEAST = 240; // px of the square's side
const MOST = 880;
const ROOM = 0.02; // of the axis that stays free beyond the first and the last day

/** @type {WeakMap<HTMLElement, any>} */
const places = new WeakMap();

/**
 * A promise that the view's words are here: they come with those of the classroom.
 * @returns {Promise<any>}
 */
export const prepare = () => lessons();

function build(root) {
  const parts = {
    heading: el("h2", {}),
    how: el("p", { class: "clocks-how" }),
    period: el("div", { class: "clocks-period" }),
    none: el("p", { class: "clocks-none" }),
    plot: el("div", { class: "clocks-plot", tabindex: "0", role: "group" }),
    frame: el("div", { class: "clocks-frame" }),
    legend: el("ul", { class: "clocks-legend" }),
    undated: el("details", { class: "clocks-undated" }),
    table: el("div", { class: "clocks-table numbers-table", tabindex: "0", role: "region" }),
  };
  parts.frame.append(parts.plot);
  const left = el("div", { class: "clocks-left" }, parts.period, parts.frame, parts.legend, parts.undated);
  const body = el("div", { class: "clocks-body" }, left, parts.table);
  root.replaceChildren(el("div", { class: "clocks" }, parts.heading, parts.how, parts.none, body));
  const plotted = createPlot(parts.plot);
  const drawing = { plotted, line: createLine(parts.frame, plotted.until), outer: 0, again: () => {} };
  const place = { ...parts, body, left, ...drawing };
  new ResizeObserver(() => {
    if (left.clientWidth && left.clientWidth !== place.outer) place.again();
  }).observe(left);
  places.set(root, place);
  return place;
}

/**
 * The days of both axes, and how time is drawn: those of the period; without one those of all claims, whose quiet times
 * are short.
 * @param {View} view
 * @param {TwoDays[]} all
 * @returns {{ window: Span, time: Time }}
 */
function timeOf({ narrow, window }, all) {
  if (narrow) return { window, time: WHOLE };
  const days = all.flatMap(({ at, said }) => [at, said]);
  if (!days.length) return { window, time: WHOLE };
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const time = timeWith(breaksOf(days, [first, last]));
  const [low, high] = [first, last].map(time.place);
  const room = Math.max(2, (high - low) * ROOM);
  const ends = /** @type {Span} */ ([time.dayAt(low - room), time.dayAt(high + room)]);
  return { window: /** @type {Span} */ ([Math.max(ends[0], ENDS[0]), Math.min(ends[1], ENDS[1])]), time };
}

/** The type and the square of a picture `outer` px wide. */
function sizes(outer, rem, tall) {
  const font = Math.round(rem * 0.8);
  const measure = measurer(`${font}px ${getComputedStyle(document.body).fontFamily}`, 2);
  const words = ["clocks_later", "clocks_earlier"].flatMap((key) => say(key).split(" "));
  const gutter = Math.ceil(
    Math.max(font * (outer < 500 ? 2.9 : 5.7), ...words.map((word) => measure(word))) + Math.max(18, font * 1.2),
  );
  const size = Math.max(LEAST, Math.min(outer - gutter - font * 1.6, tall, MOST));
  return { font, measure, gutter, size: Math.floor(size) };
}

/**
 * What the view shows: `dated` and `undated` claims (model/clocks.js), and `drawn(outer, rem, tall)`, which makes the
 * picture: {laid, drawn}.
 * @param {View} view
 * @returns {any}
 */
export function contentOf(view) {
  const { rows, geometry, events } = load();
  const found = collect(known(), geometry, view.rows);
  const inPeriod = view.all.filter((row) => !view.narrow || isInWindow(row));
  const all = collect({ events, columns: rows }, geometry, inPeriod).dated;
  const drawn = (outer, rem, tall) => {
    const { font, measure, gutter, size } = sizes(outer, rem, tall);
    const how = {
      ...timeOf(view, all),
      ...{ all, size, font, measure },
      asof: view.asof ? dayOf(view.asof) : null,
      titles: (row) => text(events[row].title),
      whole: (row) => (geometry.whole[row] === null ? row : geometry.whole[row]),
      first: (row) => rows.key[row],
      zones: { after: say("clocks_zone_after"), before: say("clocks_zone_before") },
    };
    const laid = arrange(found.dated, how);
    const wrapped = (words, room) => wrap(words, room, measure);
    return { laid, measure, drawn: picture.draw(laid, { gutter, font, say, measure, wrapped }) };
  };
  return { ...found, drawn };
}

/** How the axes are moved and stretched, and the days that they show. */
function drawPeriod(root, { narrow, window }, actions) {
  const held = heldKey(root);
  const tool = (key, sign, to) => {
    const onclick = () => actions.setWindow(to(), "push");
    const look = { type: "button", class: "button icon", dataset: { key }, title: say(key), onclick };
    return el("button", { ...look, "aria-label": say(key) }, el("span", { "aria-hidden": "true" }, sign));
  };
  const tools = [
    tool("pan_earlier", "←", () => panned(window, -0.5)),
    el("strong", {}, periodText(window)),
    tool("pan_later", "→", () => panned(window, 0.5)),
    tool("zoom_out", "−", () => zoomed(window, 2)),
    tool("zoom_in", "+", () => zoomed(window, 0.5)),
  ];
  root.replaceChildren(...(narrow ? tools : [el("strong", {}, say("clocks_whole"))]));
  giveBack(root, held);
}

/** The stances that some claims take. */
const stancesOf = (/** @type {TwoDays[]} */ claims) =>
  STANCES.filter((stance) => claims.some((claim) => claim.stance === stance));

function drawLegend(root, claims) {
  const items = stancesOf(claims).map((stance) =>
    el(
      "li",
      {},
      el("span", { class: `clocks-sign clocks-sign-${stance}`, "aria-hidden": "true" }, SIGNS[stance]),
      say(`stance_${stance}`),
    ),
  );
  const pile = el("span", { class: "clocks-sign clocks-sign-pile", "aria-hidden": "true" }, "7");
  root.replaceChildren(...items, el("li", {}, pile, say("clocks_legend_pile")));
}

/** The claims that stand nowhere in the picture, and why. */
function drawUndated(root, undated, actions) {
  const { events } = load();
  root.hidden = !undated.length;
  if (root.hidden) return;
  const items = undated.map(({ row, claim }) => {
    const event = link(row, () => actions.open(row, claim.id), text(events[row].title));
    return el("li", {}, event, ` – ${claimant(claim)}, ${cite(claim)}`);
  });
  root.replaceChildren(
    el("summary", {}, counted("clocks_undated", undated.length)),
    el("p", { class: "quiet-text" }, say("clocks_undated_why")),
    el("ul", {}, items),
  );
}

/**
 * Draw the view.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {Promise<void>}
 */
export function draw(root, view, actions) {
  let place = places.get(root);
  if (!place || !root.contains(place.body)) place = build(root);
  const content = contentOf(view);
  const { dated, undated } = content;
  const n = dated.length;
  place.heading.textContent = say("clocks_heading");
  place.how.textContent = say("clocks_how");
  place.none.textContent = say("clocks_none");
  place.none.hidden = n + undated.length > 0;
  drawPeriod(place.period, view, actions);
  drawLegend(place.legend, dated);
  drawUndated(place.undated, undated, actions);
  place.table.hidden = !n;
  table.draw(place.table, dated, view, actions);
  place.again = () => plot(place, content, view, actions);
  place.again();
  return Promise.resolve();
}

/** Draw the picture as wide as there is room. */
function plot(place, content, view, actions) {
  const outer = place.left.clientWidth;
  if (!outer) return;
  place.outer = outer;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  // A class sees the whole picture at once, beneath the words of its step.
  const share = place.left.closest("#present") ? 0.5 : 0.74;
  const { laid, drawn, measure } = content.drawn(outer, rem, Math.max(LEAST * 1.5, innerHeight * share));
  const n = content.dated.length;
  const shown = { laid, drawn, actions, order: content.dated };
  place.plotted.draw({ ...shown, label: counted("clocks_plot", n), help: say("clocks_help") });
  place.line.draw({ ...shown, measure, asof: view.asof, changes: changesOf(view) });
}

/** The days on which something becomes known, from the first claim on. */
function changesOf({ all }) {
  const { rows, events } = load();
  return changes(rows, events, all, [isoOf(ENDS[0]), isoOf(ENDS[1])]).slice(1);
}

own.set("clocks", { contentOf, mark: picture.mark, stances: stancesOf });
