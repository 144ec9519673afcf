/* What stands in the chart, in words: a mark, a circle of several, the window. */
import { dayOf } from "../model/days.js";
import { load } from "../state/data.js";
import { known } from "../state/store.js";
import { counted, dayText, isolated, name, periodText, say, text, yearText } from "../words/i18n.js";
import { windowText } from "../words/views.js";
import { timeOf } from "./axis/window.js";

const NAMED = 3; // quiet times that are named
const YEARS = 800; // days from which a quiet time is named by its years

/** @type {Intl.DateTimeFormatOptions} */
const YEAR = { year: "numeric" };
/** @type {Intl.DateTimeFormatOptions[]} */
const PRECISE = [YEAR, { month: "long", year: "numeric" }, { day: "numeric", month: "long", year: "numeric" }];

/** When an event was, as exactly as its date says and no more. */
function dateOf(row) {
  const { events, geometry } = load();
  const { date, untitled, shown } = events[row];
  // A date that is not here yet is not made up: the year is true of all.
  if (untitled) return yearText(geometry.at[row]);
  const parts = /^(-?\d{4})(-(?:0\d|1[0-2]))?(-\d\d)?$/.exec(date);
  if (!parts) return isolated(text(shown.date));
  const [, year, month = "-01", day = "-01"] = parts;
  return isolated(dayText(dayOf(year + month + day), PRECISE[parts.slice(2).filter(Boolean).length]));
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
 * Which quiet times of a view's window are drawn short, the longest few by name, as one text; none where time is drawn
 * as it is.
 * @param {View} view
 * @returns {string[]}
 */
export function shortened(view) {
  if (!view.short) return [];
  const [first, last] = view.window;
  // Those whose sign is in sight, and one that is all of the window.
  const found = timeOf(view).breaks.filter(
    ({ from, to }) => (first < (from + to) / 2 && (from + to) / 2 < last) || (from <= first && last <= to),
  );
  if (!found.length) return [say("quiet_none")];
  const long = ({ from, to }) => to - from;
  const named = [...found].sort((a, b) => long(b) - long(a)).slice(0, NAMED);
  const times = found
    .filter((each) => named.includes(each))
    .map((each) => periodText([each.from, each.to], long(each) > YEARS ? YEAR : PRECISE[1]));
  const more = found.length - times.length;
  const words = more ? [...times, counted("quiet_more", more)] : times;
  return [say(found.length === 1 ? "quiet_1" : "quiet_n", { n: found.length, times: words.join(", ") })];
}

/**
 * A view's window, how many of its events reach into it, and what is drawn short in it.
 * @param {View} view
 * @returns {string}
 */
export function windowWords(view) {
  const { from, to } = load().geometry;
  const [first, last] = view.window;
  const inside = view.rows.filter((row) => to[row] >= first && from[row] <= last);
  const words = [counted("events", inside.length), ...shortened(view)].join(", ");
  return say("labelled", { label: windowText(view.window), text: words });
}
