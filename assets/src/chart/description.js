/* What stands in the chart, in words: a mark, a circle of several, the window. */
import { dayOf } from "../model/days.js";
import { load } from "../state/data.js";
import { known } from "../state/store.js";
import { counted, dayText, isolated, name, say, text } from "../words/i18n.js";
import { windowText } from "../words/views.js";

/** @type {Intl.DateTimeFormatOptions[]} */
const PRECISE = [
  { year: "numeric" },
  { month: "long", year: "numeric" },
  { day: "numeric", month: "long", year: "numeric" },
];

/** When an event was, as exactly as its date says and no more. */
function dateOf(row) {
  const { events, geometry } = load();
  const { date, pending, shown } = events[row];
  // A date that is not here yet is not made up: the year is true of all.
  if (pending) return String(new Date(geometry.at[row] * 864e5).getUTCFullYear());
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return isolated(text(shown.date));
  const precise = PRECISE[date.split("-").length - 1];
  return isolated(dayText(dayOf(`${date}-01-01`.slice(0, 10)), precise));
}

/** From when to when some events were; a single date where all have the same. */
function dates(rows) {
  const { at } = load().geometry;
  const inOrder = [...rows].sort((a, b) => at[a] - at[b] || a - b);
  return [...new Set([inOrder[0], inOrder[inOrder.length - 1]].map(dateOf))].join(" – ");
}

/**
 * A circle of several events: how many, and when they were (“9 events, 1850”).
 * @param {Row[]} rows
 * @returns {string}
 */
export const several = (rows) => say("cluster", { n: rows.length, dates: dates(rows) });

/**
 * When an event was, its status, and how many parts are seen in it.
 * @param {Row} row
 * @param {Row[]} [parts]
 * @returns {string}
 */
export function facts(row, parts = []) {
  const status = name("status", known().columns.status[row]);
  const count = parts.length ? [counted("parts", parts.length)] : [];
  return [isolated(text(load().events[row].shown.date)), status, ...count].join(" · ");
}

/**
 * What stands in a box, line by line, the heading first.
 * @param {Box} box
 * @returns {string[]}
 */
export const describe = ({ row, rows, parts }) =>
  rows ? [several(rows), say("cluster_open")] : [text(load().events[row].title), facts(row, parts)];

/**
 * A window, and how many of the events that are shown reach into it.
 * @param {Span} window
 * @param {Row[]} rows
 * @returns {string}
 */
export function windowWords([first, last], rows) {
  const { from, to } = load().geometry;
  const inside = rows.filter((row) => to[row] >= first && from[row] <= last);
  return say("labelled", { label: windowText([first, last]), text: counted("events", inside.length) });
}
