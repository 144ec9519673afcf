/* The table of a comparison: an event a row, what either side has of it in a column each. On a phone both stand below
 * the event (css/compare.css); the roles keep it a table there for screen readers too. */
import { el, statusMark } from "../../dom/element.js";
import * as model from "../../model/compare.js";
import { dayOf } from "../../model/days.js";
import { known } from "../../state/store.js";
import { counted, dayText, name, say, text } from "../../words/i18n.js";
import { opened } from "../panel/claims.js";
import { said } from "../said.js";

/** @typedef {import("../../model/compare.js").Compared} Compared */
/** @typedef {import("../../model/compare.js").ComparedDays} ComparedDays */
/** @typedef {import("../../model/compare.js").What} What */
/** @typedef {import("../../model/compare.js").Pair} Pair */

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

/**
 * What a side is called.
 * @param {string} side
 * @returns {string}
 */
export const nameOf = (side) => (model.isDay(side) ? dayText(dayOf(side), LONG) : name("source", side));

/**
 * Claims as a list, those beyond the first ones folded away behind `words`.
 * @param {Claim[]} claims
 * @param {Claim[]} rest
 * @param {string} words
 * @param {(claim: Claim) => HTMLElement} item
 * @returns {Child[]}
 */
const lists = (claims, rest, words, item) => [
  claims.length ? el("ol", { class: "saids" }, claims.map(item)) : null,
  rest.length
    ? el("details", { class: "saids-more" }, el("summary", {}, words), el("ol", { class: "saids" }, rest.map(item)))
    : null,
];

/**
 * What a source says of an event.
 * @param {Row} row
 * @param {Claim[]} claims
 * @param {Actions} actions
 * @returns {Child[]}
 */
function ofSource(row, claims, actions) {
  if (!claims.length) return [el("p", { class: "compare-silent" }, say("state_silent"))];
  const open = opened(claims);
  const rest = claims.filter((claim) => !open.includes(claim));
  const item = (/** @type {Claim} */ claim) => said(claim, { own: true, open: () => actions.open(row, claim.id) });
  return lists(open, rest, counted("more_claims", rest.length), item);
}

/**
 * What was known of an event on a day: on the later one its new claims, and behind them the others.
 * @param {ComparedDays} line
 * @param {"left" | "right"} side
 * @param {boolean} later
 * @param {Actions} actions
 * @returns {Child[]}
 */
function ofDay({ row, fresh, ...line }, side, later, actions) {
  const { claims, status = "" } = line[side];
  if (!claims.length) return [el("p", { class: "compare-silent" }, say("asof_unknown"))];
  const before = line[side === "left" ? "right" : "left"].status;
  const changed = later && fresh.size && line[side === "left" ? "right" : "left"].claims.length && before !== status;
  const first = later ? claims.filter(({ id }) => fresh.has(id)) : opened(claims);
  const rest = claims.filter((claim) => !first.includes(claim));
  const item = (/** @type {Claim} */ claim) =>
    said(claim, { fresh: later && fresh.has(claim.id), open: () => actions.open(row, claim.id) });
  const words = counted(later ? "compare_before" : "more_claims", rest.length);
  return [
    el(
      "p",
      { class: changed ? "compare-status changed" : "compare-status" },
      statusMark(status),
      el("strong", {}, name("status", status)),
    ),
    ...lists(first, rest, words, item),
  ];
}

/**
 * A point on which two sources differ; what each holds stands in its column.
 * @param {Disagreement} point
 * @returns {HTMLElement}
 */
const pointOf = ({ about, sentence }) =>
  el(
    "p",
    { class: "compare-point" },
    el("strong", {}, say(`on_${about}`)),
    " ",
    el("span", { dir: "auto" }, text(sentence)),
  );

/**
 * The event's own cell, with the points on which two sources differ.
 * @param {Compared | ComparedDays} line
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function eventCell(line, actions) {
  const event = known().events[line.row];
  const title = { type: "button", class: "event-title", dir: "auto", "aria-controls": "event-panel" };
  return el(
    "th",
    { scope: "row", role: "rowheader" },
    el("time", { class: "event-date" }, text(event.shown.date)),
    " ",
    el("button", { ...title, onclick: () => actions.open(line.row) }, text(event.title)),
    "points" in line ? line.points.map(pointOf) : null,
  );
}

/**
 * @param {Compared | ComparedDays} line
 * @param {Pair} sides
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function lineOf(line, sides, actions) {
  const cell = (/** @type {"left" | "right"} */ side, /** @type {number} */ index) =>
    el(
      "td",
      { role: "cell", class: `compare-${side}` },
      el("p", { class: "compare-side", "aria-hidden": "true" }, nameOf(sides[index])),
      "fresh" in line
        ? ofDay(line, side, sides[index] > sides[1 - index], actions)
        : ofSource(line.row, line[side], actions),
    );
  const { columns } = known();
  const data = { row: columns.id[line.row], how: line.how };
  const look = { class: "compare-event", style: `--colour: var(--kind-${columns.kind[line.row]})` };
  return el("tr", { role: "row", dataset: data, ...look }, eventCell(line, actions), cell("left", 0), cell("right", 1));
}

/**
 * What the events of one group have in common, in words.
 * @param {import("../../model/compare.js").How} how
 * @param {Pair} sides
 * @returns {string}
 */
export const howText = (how, [left, right]) =>
  how === "left" || how === "right"
    ? say("compare_only", { name: nameOf(how === "left" ? left : right) })
    : say(`compare_${how}`);

/**
 * The events of a group, below a heading of its own.
 * @param {(Compared | ComparedDays)[]} lines
 * @param {Pair} sides
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function group(lines, sides, actions) {
  const [{ how }] = lines;
  return el(
    "tbody",
    { role: "rowgroup", class: `how-${how}` },
    el(
      "tr",
      { role: "row", class: "compare-group" },
      el("th", { scope: "rowgroup", role: "rowheader", colspan: "3" }, howText(how, sides)),
    ),
    lines.map((line) => lineOf(line, sides, actions)),
  );
}

/**
 * The table of some events, which come in groups.
 * @param {What} what
 * @param {(Compared | ComparedDays)[][]} groups none of them empty
 * @param {Pair} sides
 * @param {Actions} actions
 * @returns {HTMLTableElement}
 */
export function table(what, groups, sides, actions) {
  const [left, right] = sides.map(nameOf);
  const heading = (/** @type {string} */ words) => el("th", { scope: "col", role: "columnheader" }, words);
  const headings = [say("matrix_event"), left, right].map(heading);
  return el(
    "table",
    { role: "table", class: `compare compare-of-${what}` },
    el("caption", { class: "visually-hidden" }, say("compare_caption", { left, right })),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, headings)),
    groups.map((lines) => group(lines, sides, actions)),
  );
}
