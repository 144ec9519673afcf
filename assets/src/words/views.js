/* The view in words: the window, how many events, and every filter. Pictures, prints and frames say so what they
 * show. */
import { dayOf } from "../model/days.js";
import { load } from "../state/data.js";
import { facets } from "../state/store.js";
import { dayText, lang, name, say } from "./i18n.js";

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

const day = (iso) => dayText(dayOf(iso), LONG);
const labelled = (key, value) => say("labelled", { label: say(key), text: value });

/**
 * The window of the chart: “1 June 2024 – 20 December 2024”.
 * @param {Span} window
 * @returns {string}
 */
export const windowText = ([first, last]) => `${dayText(first, LONG)} – ${dayText(last, LONG)}`;

/** @param {Spec} spec */
function days({ from, to, dates }) {
  if (!from && !to) return [];
  const key = (from && to && "days_between") || (from && "days_from") || "days_to";
  const words = say(key, { from: from && day(from), to: to && day(to) });
  return [labelled("dates", dates === "certain" ? `${words} (${say("certain_only").toLowerCase()})` : words)];
}

/**
 * Which words say how many of all events are shown: "none", "one", "some", "only" or "all".
 * @param {number} n
 * @param {number} total
 * @returns {"none" | "one" | "some" | "only" | "all"}
 */
export function howMany(n, total) {
  if (n === 0) return "none";
  if (n < total) return n === 1 ? "one" : "some";
  return n === 1 ? "only" : "all";
}

/**
 * How many of all events are shown.
 * @param {number} n
 * @param {number} total
 * @returns {string}
 */
export function count(n, total) {
  return say(`count_${howMany(n, total)}`, { n, total });
}

/**
 * How many events are shown, and each thing that was chosen, as texts. The first is always the count.
 * @param {WholeView} view
 * @returns {string[]}
 */
export function filters({ rows, total, spec }) {
  const or = new Intl.ListFormat(lang(), { type: "disjunction" });
  return [
    count(rows.length, total),
    ...facets()
      .filter((key) => (spec[key] || []).length)
      .map((key) => labelled(key, or.format(spec[key].map((value) => name(key, value))))),
    ...(spec.q ? [labelled("text", say("quoted", { text: spec.q }))] : []),
    ...days(spec),
    ...(spec.key === "1" ? [say("key_only")] : []),
    ...(spec.asof ? [say("asof_day", { date: day(spec.asof) })] : []),
  ];
}

/**
 * How many of the shown events lie before and after the window, as one text; none where none do.
 * @param {View} view
 * @returns {string[]}
 */
export function outside({ rows, window: [first, last] }) {
  const { from, to } = load().geometry;
  const counts = {
    outside_before: rows.filter((row) => to[row] < first).length,
    outside_after: rows.filter((row) => from[row] > last).length,
  };
  const words = Object.entries(counts)
    .filter(([, n]) => n)
    .map(([key, n]) => say(key, { n }));
  return words.length ? [say("outside_words", { what: words.join(", ") })] : [];
}
