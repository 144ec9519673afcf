/* The view in words: the window, how many events, and every filter. Pictures, prints and frames say so what they
 * show. */
import { dayOf, isoOf } from "../model/days.js";
import { beside } from "../model/period.js";
import { facets, known } from "../state/store.js";
import { without } from "./doubt.js";
import { dayText, isolated, lang, name, say } from "./i18n.js";

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

const day = (iso) => isolated(dayText(dayOf(iso), LONG));

/**
 * A choice with the name of what it is a choice of: “Kind: Treaty”.
 * @param {string} key
 * @param {string} value
 * @returns {string}
 */
export const labelled = (key, value) => say("labelled", { label: say(key), text: value });

/**
 * The window of the chart: “1 June 2024 – 20 December 2024”.
 * @param {Span} window
 * @returns {string}
 */
export const windowText = ([first, last]) => isolated(`${dayText(first, LONG)} – ${dayText(last, LONG)}`);

/** @param {Spec} spec */
function days({ from, to, dates }) {
  if (!from && !to) return "";
  const key = (from && to && "days_between") || (from && "days_from") || "days_to";
  const words = say(key, { from: from && day(from), to: to && day(to) });
  return labelled("dates", dates === "certain" ? `${words} (${say("certain_only").toLowerCase()})` : words);
}

/**
 * What is chosen of a filter, named by the first of its keys: “Kind: Ratification”; "" where nothing is.
 * @param {Spec} spec
 * @param {string} key
 * @returns {string}
 */
export function filter(spec, key) {
  if (!spec[key] && key !== "from") return "";
  if (key === "q") return labelled("text", say("quoted", { text: spec.q }));
  if (key === "from") return days(spec);
  if (key === "key") return spec.key === "1" ? say("key_only") : "";
  if (key === "asof") return say("asof_day", { date: day(spec.asof) });
  if (key === "doubt") return without(spec.doubt);
  const or = new Intl.ListFormat(lang(), { type: "disjunction" });
  return labelled(key, or.format(spec[key].map((value) => name(key, value))));
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
 * How many of all events are shown; with `narrow` those of a period, where it leaves any out.
 * @param {number} n
 * @param {number} total
 * @param {boolean} narrow
 * @returns {string}
 */
export function count(n, total, narrow) {
  const key = howMany(n, total);
  return say(`count_${key}${narrow && n < total ? "_period" : ""}`, { n, total });
}

/**
 * The count of a view. Where no event matches the filters it does not blame the period.
 * @param {Pick<View, "rows" | "listed" | "narrow">} view
 * @param {number} total
 * @returns {string}
 */
export const countOf = ({ rows, listed, narrow }, total) => count(listed.length, total, narrow && rows.length > 0);

/**
 * How many events are shown, and each thing that was chosen, as texts. The first is always the count.
 * @param {WholeView} view
 * @returns {string[]}
 */
export function filters({ total, spec, ...view }) {
  const keys = [...facets(), "q", "from", "key", "asof", "doubt"];
  return [countOf(view, total), ...keys.map((key) => filter(spec, key)).filter(Boolean)];
}

/**
 * How many of the shown events lie before and after the window, as one text; none where none do.
 * @param {View} view
 * @returns {string[]}
 */
export function outside({ rows, window }) {
  const { before, after } = beside(known().columns, rows, window.map(isoOf).join("/"));
  const counts = { outside_before: before.length, outside_after: after.length };
  const words = Object.entries(counts)
    .filter(([, n]) => n)
    .map(([key, n]) => say(key, { n }));
  return words.length ? [say("outside_words", { what: words.join(", ") })] : [];
}
