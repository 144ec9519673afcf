/* The chart beside what is presented: a line of time with the events of the presentation as marks, the current one in
 * the middle. It moves with the presentation, as far as the neighbours are away, whose names stand at its ends. */
import { el, symbol } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { dayText, say, text } from "../../words/i18n.js";
import { rowOf } from "../lesson.js";
import { around, share, ticks } from "./scale.js";

const MOST = 5; // days that are named
const NEAR = 40; // events on each side of the current one that have marks
const APART = 0.05; // of its length that the neighbours keep from the middle, be they of the same day
const BESIDE = 0.15; // of the line's length beyond its ends, where marks come from and go to
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { month: "short", year: "numeric" };
/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const NAMED = { day: { day: "numeric", month: "short" }, month: MONTH, year: { year: "numeric" } };
/** @type {Map<Row, HTMLElement>} */
let marks = new Map(); // those that stand on the line

/**
 * The rows that the steps before and after one are about, the nearest first.
 * @param {LessonStep[]} steps
 * @param {number} at
 */
function neighbours(steps, at) {
  const rows = steps.map(rowOf);
  const now = rows[at];
  const others = (/** @type {(Row | null)[]} */ some) =>
    /** @type {Row[]} */ (some.filter((row) => row !== null && row !== now));
  return { now, before: others(rows.slice(0, at).reverse()), after: others(rows.slice(at + 1)) };
}

/** An event at one end of the line: its date, and its title unless a class is to guess it. */
function end(row, place, sign, untitled) {
  if (row === undefined) return el("p", { class: `strip-name strip-${place}` });
  const event = load().events[row];
  return el(
    "p",
    { class: `strip-name strip-${place}`, dir: "auto" },
    el("span", { "aria-hidden": "true" }, sign),
    el("bdi", { class: "strip-date" }, text(event.shown.date)),
    untitled ? null : el("span", {}, text(event.title)),
  );
}

/** Where a row has its mark; the neighbours are not hidden by the one in the middle. */
function placeOf(row, span, [before, after]) {
  const place = share(load().geometry.at[row], span);
  if (row === before) return Math.min(place, 0.5 - APART);
  return row === after ? Math.max(place, 0.5 + APART) : place;
}

/** Put the marks where their events are; those that stay move there. */
function put(line, rows, { now, ends, span }) {
  const { columns } = known();
  const kept = new Map();
  for (const row of new Set(rows)) {
    const place = placeOf(row, span, now === null ? [] : ends);
    const mark = marks.get(row) || el("span", { class: "strip-mark" }, symbol(columns.kind[row], columns.status[row]));
    const near = Math.min(Math.max(place, -BESIDE), 1 + BESIDE);
    mark.style.setProperty("--at", String(near));
    mark.classList.toggle("now", row === now);
    mark.classList.toggle("out", near < 0 || near > 1);
    kept.set(row, mark);
    if (mark.parentNode !== line) line.append(mark);
  }
  for (const [row, mark] of marks) if (!kept.has(row)) mark.remove();
  marks = kept;
}

/** How long the event in the middle lasts, if it does: a bar on the line. */
function lasting(now, span) {
  const { bar, from, to } = load().geometry;
  if (now === null || !bar[now]) return [];
  const [start, stop] = [from[now], to[now]].map((day) => Math.min(Math.max(share(day, span), 0), 1));
  return [el("span", { class: "strip-bar", style: `--at: ${start}; --long: ${stop - start}` })];
}

/** The days that are named below the line. */
function named(span) {
  const { unit, days } = ticks(span, MOST);
  return days.map((day) => {
    const at = share(day, span);
    const edge = (at < 0.1 && " first") || (at > 0.9 && " last") || "";
    const words = dayText(day, NAMED[unit]).replace(/(a[vp]\.) (?=J)/, "$1\u00a0"); // a French era stays on one line
    return el("span", { class: `strip-tick${edge}`, style: `--at: ${at}` }, words);
  });
}

/**
 * A new line of time, without marks.
 * @returns {HTMLElement}
 */
export function create() {
  marks = new Map();
  return el("div", { class: "strip", role: "group" });
}

/**
 * Draw the line around a step; hidden where no event is near it. `untitled` leaves out the names of what is to be
 * guessed.
 * @param {HTMLElement} root
 * @param {{ steps: LessonStep[], at: number, untitled: boolean }} what
 * @returns {void}
 */
export function draw(root, { steps, at, untitled }) {
  const { now, before, after } = neighbours(steps, at);
  const ends = [before[0], after[0]];
  const { at: places, from, to } = load().geometry;
  const days = ends.filter((row) => row !== undefined).map((row) => places[row]);
  root.hidden = now === null && !days.length;
  if (root.hidden) return;
  if (!root.firstChild) {
    root.append(el("div", { class: "strip-names" }), el("div", { class: "strip-line", "aria-hidden": "true" }));
  }
  root.setAttribute("aria-label", say("present_chart"));
  const middle = now === null ? days.reduce((sum, day) => sum + day, 0) / days.length : places[now];
  // The first event, before its step has come: one of which a year is known lies among years, and not among days.
  const alone = now === null && days.length === 1 ? (ends[0] ?? ends[1]) : null;
  const reach = alone === null ? [] : [from[alone], to[alone]];
  const span = around(middle, [...days, ...reach]);
  const [names, line] = /** @type {any} */ (root.children);
  names.replaceChildren(end(ends[0], "before", "◂", false), end(ends[1], "after", "▸", untitled));
  put(line, [...before.slice(0, NEAR), ...(now === null ? [] : [now]), ...after.slice(0, NEAR)], { now, ends, span });
  for (const old of line.querySelectorAll(".strip-tick, .strip-bar")) old.remove();
  line.append(...named(span), ...lasting(now, span));
}
